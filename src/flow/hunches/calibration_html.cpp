#include <fmt/format.h>

#include <cmath>

#include "../printed/bar.hpp"
#include "hunch_html.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

// Of the drawing: where 0 of ten lies, and how far 10 is from it.
constexpr double left = 46, bottom = 292, side = 260;
constexpr double in_ten = 10;

std::string across(double of_ten) { return fmt::format("{:.1f}", left + side * of_ten / in_ten); }
std::string upward(double of_ten) { return fmt::format("{:.1f}", bottom - side * of_ten / in_ten); }

void stroke(Html& html, web::Literal look, const std::string& path) { html.element("path", {web::cls(look), web::attr("d", path)}, ""); }
void letters(Html& html, std::string_view x, std::string_view y, std::string_view anchor, std::string_view text) {
    html.element("text", {web::attr("x", x), web::attr("y", y), web::attr("text-anchor", anchor)}, text);
}

void paper(Html& html) {
    for (const int of_ten : {0, 2, 4, 6, 8, 10}) {
        const std::string number = std::to_string(of_ten);
        stroke(html, "grid", fmt::format("M{} {}V{}M{} {}H{}", across(of_ten), upward(0), upward(in_ten), across(0), upward(of_ten), across(in_ten)));
        letters(html, across(of_ten), "311", "middle", number);
        letters(html, "36", fmt::format("{:.1f}", bottom + 5 - side * of_ten / in_ten), "end", number);
    }
    stroke(html, "as-said", fmt::format("M{} {}L{} {}", across(0), upward(0), across(in_ten), upward(in_ten)));
    letters(html, across(in_ten / 2), "336", "middle", word::calibration_axis_said.in(html.language()));
    letters(html, across(0), "18", "start", word::calibration_axis_came_out.in(html.language()));
}

// Larger where it was said more often.
void point(Html& html, const CalibrationClass& one) {
    const double said = in_ten * one.said, wing = 5;
    const std::string x = across(said), low = upward(in_ten * one.came_out.low), high = upward(in_ten * one.came_out.high);
    stroke(html, "sure", fmt::format("M{0} {1}V{2}M{3:.1f} {1}h{4}M{3:.1f} {2}h{4}", x, low, high, left + side * one.said - wing, 2 * wing));
    const std::string size = fmt::format("{:.1f}", std::min(9.0, 4.5 + std::sqrt(static_cast<double>(one.judgements)) / 2));
    html.element("circle", {web::cls("point"), web::attr("cx", x), web::attr("cy", upward(in_ten * one.came_out.value)), web::attr("r", size)}, "");
}

void column(Html& html, const base::Word& name) { html.th({web::attr("scope", "col")}, name); }

}  // namespace

void calibration_picture(Html& html, const CalibrationShown& shown) {
    html.figure({web::cls("calibration")}, [&] {
        html.svg({web::attr("viewbox", "0 0 320 344"), web::attr("role", "img"), web::attr("aria-label", word::calibration_alt.in(html.language()))}, [&] {
            paper(html);
            for (const CalibrationClass& one : shown.classes)
                if (one.judgements >= shown.least) point(html, one);
        });
    });
}

void how_to_read_calibration(Html& html) {
    html.ul({web::cls("small")}, [&] {
        html.li({}, word::calibration_read);
        html.li({}, word::calibration_sure);
    });
}

void calibration_table(Html& html, const CalibrationShown& shown) {
    const base::Language language = html.language();
    const auto of_column = [&](const base::Word& name) { return web::attr("data-column", name.in(language)); };
    html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", word::calibration_came_out.in(language))}, [&] {
        html.table({web::cls("bars figures")}, [&] {
            html.thead({}, [&] {
                html.tr({}, [&] { column(html, word::calibration_said), column(html, word::calibration_mean), column(html, word::calibration_came_out), column(html, word::calibration_number); });
            });
            html.tbody({}, [&] {
                for (const CalibrationClass& one : shown.classes)
                    html.tr({web::cls("begins")}, [&] {
                        html.th({web::attr("scope", "row")}, base::say(word::calibration_class, language, {{"from", std::to_string(one.from)}, {"to", std::to_string(one.to)}}));
                        if (one.judgements < shown.least) return html.td({web::attr("colspan", "3"), web::cls("small")}, word::calibration_too_few);
                        html.td({of_column(word::calibration_mean)}, of_ten_in_words(in_ten * one.said, language));
                        html.td({web::cls("share"), of_column(word::calibration_came_out)}, [&] {
                            html.span({web::cls("value")}, of_ten_in_words(in_ten * one.came_out.value, language));
                            html.span({web::cls("small")}, base::say(word::calibration_between, language, {{"low", of_ten_in_words(in_ten * one.came_out.low, language)},
                                                                                                           {"high", of_ten_in_words(in_ten * one.came_out.high, language)}}));
                            bar(html, "bar study", {one.came_out.value, one.came_out.low, one.came_out.high});
                        });
                        html.td({of_column(word::calibration_number)}, std::to_string(one.judgements));
                    });
            });
        });
    });
}

}  // namespace loopbaankaart::flow
