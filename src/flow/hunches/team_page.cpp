// GET /stroom/oordeel/team/{team}: how a team as a whole sees groups, by its rule; and whether it adds to the model. Never of one teacher.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "hunch_html.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

constexpr std::size_t least_in_class = 10;  // fewer may be one teacher's

std::string figure(double value, base::Language language) {
    std::string text = (value < 0 ? "−" : "") + fmt::format("{:.3f}", std::abs(value));
    if (language == base::Language::nl) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}
std::string limits(const Estimate& one, base::Language language) {
    return base::say(word::calibration_between, language, {{"low", figure(one.low, language)}, {"high", figure(one.high, language)}});
}

void what_is_needed(Html& html, const TeamShown& shown) {
    html.h2({}, word::team_hunches_silent);
    html.ul({web::cls("lines")}, [&] {
        html.li({}, base::say(word::team_needs_many, html.language(), {{"count", std::to_string(shown.at_least)}}));
        html.li({}, word::team_needs_teachers);
    });
}

void in_figures(Html& html, const TeamResult& result) {
    const base::Language language = html.language();
    const auto line = [&](const base::Word& name, const Estimate& one) {
        html.tr({}, [&] {
            html.th({web::attr("scope", "row")}, name);
            html.td({}, figure(one.value, language));
            html.td({}, limits(one, language));
        });
    };
    html.details({}, [&] {
        html.summary({}, word::team_in_figures);
        html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", word::team_in_figures.in(language))}, [&] {
            html.table({web::cls("stack")}, [&] {
                html.thead({}, [&] {
                    html.tr({}, [&] {
                        for (const base::Word* name : {&word::team_score, &word::team_value, &word::team_limits}) html.th({web::attr("scope", "col")}, *name);
                    });
                });
                html.tbody({}, [&] {
                    line(word::team_brier, result.brier), line(word::team_reliability, result.reliability);
                    line(word::team_resolution, result.resolution), line(word::team_uncertainty, result.uncertainty);
                });
            });
        });
    });
}

// The gain on a line, with nought in the middle: right of it is better than the model alone.
void gain_picture(Html& html, const Estimate& gain) {
    constexpr double middle = 160, room = 130, high = 34;
    const double reach = std::max({std::abs(gain.low), std::abs(gain.high), 1e-9});
    const auto at = [&](double value) { return middle + room * value / reach; };
    const auto stroke = [&](web::Literal look, const std::string& path) { html.element("path", {web::cls(look), web::attr("d", path)}, ""); };
    const auto letters = [&](std::string_view x, std::string_view anchor, const base::Word& said) {
        html.element("text", {web::attr("x", x), web::attr("y", "70"), web::attr("text-anchor", anchor)}, said);
    };
    html.figure({web::cls("calibration")}, [&] {
        html.svg({web::attr("viewbox", "0 0 320 80"), web::attr("role", "img"), web::attr("aria-label", word::gain_alt.in(html.language()))}, [&] {
            stroke("grid", fmt::format("M20 {0}H300", high));
            stroke("as-said", fmt::format("M{0} 8V52", middle));
            stroke("sure", fmt::format("M{:.1f} {}H{:.1f}M{:.1f} {}v14M{:.1f} {}v14", at(gain.low), high, at(gain.high), at(gain.low), high - 7, at(gain.high), high - 7));
            html.element("circle", {web::cls("point"), web::attr("cx", fmt::format("{:.1f}", at(gain.value))), web::attr("cy", fmt::format("{}", high)), web::attr("r", "8")}, "");
            letters("20", "start", word::gain_worse), letters("160", "middle", word::gain_same), letters("300", "end", word::gain_better);
        });
    });
}

void with_the_model(Html& html, const Stacked& both) {
    const base::Language language = html.language();
    html.h2({}, word::both_title);
    if (both.silence != TeamSilence::none) return html.p({}, word::both_needs_years);
    html.p({web::cls("lead")}, both.adds ? word::both_adds : word::both_not_sure);
    const auto line = [&](const base::Word& who, double score, const Estimate* sure = nullptr) {
        html.tr({}, [&] {
            html.th({web::attr("scope", "row")}, who);
            html.td({web::attr("colspan", "2", sure == nullptr)}, figure(score, language));
            if (sure != nullptr) html.td({}, limits(*sure, language));
        });
    };
    html.div({web::cls("calibrated")}, [&] {
        gain_picture(html, both.gain);
        html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", word::both_title.in(language))}, [&] {
            html.table({web::cls("stack")}, [&] {
                html.caption({}, base::say(word::both_of, language, {{"count", std::to_string(both.judgements)}, {"cohorts", std::to_string(both.cohorts)}}));
                html.thead({}, [&] {
                    html.tr({}, [&] {
                        for (const base::Word* name : {&word::hunch_who, &word::both_distance, &word::team_limits}) html.th({web::attr("scope", "col")}, *name);
                    });
                });
                html.tbody({}, [&] {
                    line(word::both_model, both.model_log_score), line(word::both_teachers, both.teacher_log_score), line(word::both_together, both.stacked_log_score);
                    line(word::both_gain, both.gain.value, &both.gain);
                });
            });
        });
    });
}

}  // namespace

web::Answer show_team_hunches(const access::Visit& visit) {
    const auto team = base::Id::parse(visit.request.parameter("team"));
    std::optional<TeamShown> shown;
    std::string name;
    if (team) visit.school().read([&](storage::Reads& reads) {
        name = name_of_team(reads, *team);
        if (!name.empty()) shown = team_shown(reads, visit.who(), *team);
    });
    if (!shown) return visit.absent();
    const std::string title = base::say(word::team_hunches, visit.language(), {{"team", name}});
    return visit.work_page(title, [&](Html& html) {
        web::back_link(html, web::path("/stroom/oordeel"), word::our_judgement);
        html.h1({}, title);
        html.p({web::cls("lead")}, word::team_hunches_lead);
        const TeamResult& result = shown->result;
        if (result.silence != TeamSilence::none) return what_is_needed(html, *shown);
        html.p({}, base::say(word::team_has, html.language(),
                             {{"count", std::to_string(result.judgements)}, {"teachers", std::to_string(result.teachers)}, {"cohorts", std::to_string(result.cohorts)}}));
        html.div({web::cls("calibrated")}, [&] {
            calibration_picture(html, {result.classes, least_in_class});
            html.div({}, [&] {
                calibration_table(html, {result.classes, least_in_class});
                how_to_read_calibration(html);
            });
        });
        in_figures(html, result);
        with_the_model(html, shown->both);
    }, 200, {}, hunch_look);
}

}  // namespace loopbaankaart::flow
