#include "cost_picture.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>

#include <cmath>

#include "../escaped.hpp"
#include "question.hpp"
#include "costs_words.hpp"

namespace loopbaankaart::flow {

namespace {

struct Inks {
    std::string_view paper, ink, soft, line, wash, goal, gone, half;
};
constexpr Inks by_day{"#FFFBF0", "#26252E", "#575162", "#E3DCCB", "#9CC7CC", "#7BAA5E", "#D2694A", "#A8361C"};
constexpr Inks by_night{"#252D40", "#EFE6D2", "#BDB6C8", "#3B4560", "#45838F", "#6F9A66", "#B8614A", "#FF9B66"};

class CostSheet {
public:
    CostSheet(const CostLine& line, const PictureLook& look) : line_{line}, look_{look}, inks_{look.night ? by_night : by_day} {
        most_ = std::max(1.0, line.steps.empty() ? 1.0 : line.steps.back().hours);
    }

    std::string draw() {
        const std::string title = escaped(base::say(word::cost_picture_of, look_.language, {{"activity", line_.activity}, {"group", group_in_words(line_, look_.language)}}));
        out_ += fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" aria-label=\"{2}\" font-family=\"Atkinson Hyperlegible Next, Verdana, sans-serif\">\n<title>{2}</title>\n", width(), height(), title);
        out_ += "<defs><style>@font-face{font-family:Atkinson Hyperlegible Next;font-weight:200 800;src:url(data:font/woff2;base64," + letters_in_picture() + ")}</style>";
        out_ += fmt::format("<pattern id=\"going\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V5\" stroke=\"{}\" stroke-width=\"1.2\"/></pattern></defs>\n", inks_.soft);
        out_ += fmt::format("<rect width=\"{}\" height=\"{}\" rx=\"6\" fill=\"{}\"/>\n", width(), height(), inks_.paper);
        axes();
        eight_of_ten();
        margin();
        course();
        half();
        ends();
        return out_ + "</svg>\n";
    }

private:
    bool wide() const { return look_.width == Width::wide; }
    double width() const { return wide() ? 1000 : 390; }
    double height() const { return wide() ? 440 : 430; }
    double left() const { return wide() ? 64 : 48; }
    double right() const { return wide() ? 800 : 258; }
    double top() const { return 34; }
    double bottom() const { return height() - 78; }
    double size() const { return wide() ? 15 : 13; }
    double x(double hours) const { return left() + hours / most_ * (right() - left()); }
    double y(double share) const { return bottom() - share * (bottom() - top()); }

    std::string box(double x1, double y1, double x2, double y2) const { return ink_along({{x1, y1}, {x2, y1}, {x2, y2}, {x1, y2}, {x1, y1}}) + "Z"; }
    void write(double at_x, double at_y, std::string_view anchor, int weight, std::string_view colour, std::string_view text) {
        out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"3.4\" stroke-linejoin=\"round\" paint-order=\"stroke\">{}</text>\n", at_x, at_y, anchor, size(), weight,
                            colour, inks_.paper, escaped(text));
    }
    void stroke(const std::string& path, std::string_view colour, double breadth, std::string_view dashes = "none") {
        out_ += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-dasharray=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n", path, colour, breadth, dashes);
    }

    void axes() {
        for (const int share : {0, 25, 50, 75, 100}) {
            if (share > 0) stroke(ink_along({{left(), y(share / 100.0)}, {right(), y(share / 100.0)}}), inks_.line, 1);
            write(left() - 10, y(share / 100.0) + 5, "end", 400, inks_.soft, fmt::format("{}%", share));
        }
        stroke(ink_along({{left(), top() - 6}, {left(), bottom()}, {right() + 6, bottom()}}), inks_.ink, 1.6);
        double apart = 1;
        for (const double times : {2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10000})
            if (most_ / apart > (wide() ? 8 : 4)) apart = times;
        for (double hours = 0; hours <= most_; hours += apart) {
            stroke(ink_along({{x(hours), bottom()}, {x(hours), bottom() + 6}}), inks_.ink, 1.4);
            write(x(hours), bottom() + 24, "middle", 400, inks_.soft, in_thousands(hours, look_.language));
        }
        write((left() + right()) / 2, bottom() + 46, "middle", 400, inks_.soft, word::cost_hours_axis.in(look_.language));
    }

    std::vector<Inked> corners(double Estimate::* of) const {
        std::vector<Inked> all{{x(0), y(0)}};
        for (const CostStep& step : line_.steps) all.push_back({x(step.hours), y(step.completed.*of)});
        return all;
    }
    void margin() {
        std::vector<Inked> low = corners(&Estimate::low);
        std::reverse(low.begin(), low.end());
        out_ += fmt::format("<path d=\"{}{}Z\" fill=\"{}\" fill-opacity=\".5\"/>\n", ink_along(corners(&Estimate::high)), ink_along(low, true), inks_.wash);
    }
    void course() {
        const std::vector<Inked> all = corners(&Estimate::value);
        stroke(ink_along(all), inks_.ink, wide() ? 3 : 2.6);
        for (const Inked& one : all) {
            const Inked at = by_hand(one);
            if (one.x > left()) out_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.6\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.6\"/>\n", at.x, at.y, inks_.paper, inks_.ink);
        }
    }
    // Of those who get there: between which hours eight of ten do.
    void eight_of_ten() {
        const auto early = hours_at(line_, .1 * line_.completed.value), late = hours_at(line_, .9 * line_.completed.value);
        if (!early || !late || line_.completed.value <= 0) return;
        out_ += fmt::format("<path d=\"{}\" fill=\"{}\" fill-opacity=\".22\"/>\n", box(x(*early), top(), x(*late), bottom()), inks_.goal);
        write((x(*early) + x(*late)) / 2, top() - 12, "middle", 400, inks_.soft, word::cost_band_mark.in(look_.language));
    }
    void half() {
        const auto at = hours_at(line_, .5);
        if (!at) return;
        stroke(ink_along({{left(), y(.5)}, {x(*at), y(.5)}, {x(*at), bottom()}}), inks_.half, 2, "6 6");
        const bool leftish = x(*at) - left() > 130;
        write(x(*at) + (leftish ? -10 : 10), y(.5) + (leftish ? -10 : 22), leftish ? "end" : "start", 700, inks_.half, base::say(word::cost_half_mark, look_.language, {{"hours", in_thousands(*at, look_.language)}}));
    }
    // How it ended for everybody, as one column.
    void ends() {
        const double from = right() + (wide() ? 24 : 14), until = from + (wide() ? 26 : 18), done = line_.completed.value, gone = line_.dropped ? std::min(line_.dropped->value, 1 - done) : 0;
        const auto part = [&](double low, double high, std::string_view fill, const base::Word& name) {
            if (high - low < .005) return;
            out_ += fmt::format("<path d=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>\n", box(from, y(high), until, y(low)), fill, inks_.ink);
            const double middle = y((low + high) / 2), room = (high - low) * (bottom() - top());
            const std::string share = fmt::format("{:.0f}%", 100 * (high - low));
            if (room < 14) return;
            const bool two = room > 36;
            write(until + 8, middle + (two ? -3 : 5), "start", 700, inks_.ink, name.in(look_.language));
            if (two) write(until + 8, middle + 15, "start", 400, inks_.ink, share);
        };
        part(0, done, inks_.goal, word::cost_has_completed);
        part(done, 1 - gone, "url(#going)", line_.dropped ? word::cost_going_on : word::cost_not_completed);
        part(1 - gone, 1, inks_.gone, word::cost_has_dropped);
    }

    const CostLine& line_;
    PictureLook look_;
    const Inks& inks_;
    double most_ = 1;
    std::string out_;
};

}  // namespace

std::string cost_picture(const CostLine& line, const PictureLook& look) { return CostSheet{line, look}.draw(); }

}  // namespace loopbaankaart::flow
