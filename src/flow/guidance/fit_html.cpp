#include "fit_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "../through/steps.hpp"
#include "guidance_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

std::string in_words(const Value& value, base::Language language) {
    if (const auto* name = std::get_if<std::string>(&value)) return *name;
    const auto* number = std::get_if<double>(&value);
    if (number == nullptr) return std::string{word::fit_not_known.in(language)};
    std::string text = fmt::format("{:.2f}", *number);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    if (language == base::Language::nl) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

// A hundred students in five rows; shapes tell outcomes apart as well as colours. Decoration: the number stands beside it.
void hundred(Html& html, std::size_t outcome, int many) {
    constexpr std::array<web::Literal, 4> looks{"bar study", "bar work", "bar part", "bar untold"};
    std::string some, rest;
    for (int at = 0; at < 100; ++at) {
        const int x = at % 20 * 10 + 5, y = at / 20 * 10 + 5;
        std::string& into = at < many ? some : rest;
        if (outcome % 3 == 0) into += fmt::format("M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", x - 4, y);
        else if (outcome % 3 == 1) into += fmt::format("M{} {}h7v7h-7z", x - 3.5, y - 3.5);
        else into += fmt::format("M{} {}l4 4-4 4-4-4z", x, y - 4);
    }
    html.svg({web::cls(looks[outcome % looks.size()]), web::attr("aria-hidden", "true"), web::attr("focusable", "false"), web::attr("viewbox", "0 0 200 50")}, [&] {
        html.element("path", {web::cls("all"), web::attr("d", rest)}, "");
        html.element("path", {web::cls("some"), web::attr("d", some)}, "");
    });
}

std::string outcomes_in_words(const Fit& fit, InSet in, base::Language language) {
    std::string names;
    for (std::size_t outcome = 0; outcome < fit.outcomes.size(); ++outcome)
        if (fit.look.set[outcome] == in) names += (names.empty() ? "" : ", ") + state_in_words(fit.outcomes[outcome], language);
    return names;
}

void chances(Html& html, const Fit& fit) {
    const base::Language language = html.language();
    const std::vector<int> many = of_hundred(fit.look.chances);
    html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", word::fit_chances.in(language))}, [&] {
        html.table({web::cls("bars figures")}, [&] {
            html.caption({}, word::fit_chances);
            html.thead({}, [&] {
                html.tr({}, [&] {
                    for (const base::Word* one : {&word::fit_outcome, &word::fit_of_hundred}) html.th({web::attr("scope", "col")}, *one);
                });
            });
            html.tbody({}, [&] {
                for (std::size_t outcome = 0; outcome < fit.outcomes.size(); ++outcome)
                    html.tr({web::cls("begins")}, [&] {
                        html.th({web::attr("scope", "row")}, state_in_words(fit.outcomes[outcome], language));
                        html.td({}, [&] { html.div({web::cls("hundred")}, [&] {
                            hundred(html, outcome, many[outcome]);
                            html.span({web::cls("value")}, base::say(word::fit_so_many, language, {{"many", std::to_string(many[outcome])}}));
                            const std::string low = fmt::format("{:.0f}", std::floor(100 * fit.between[outcome].low)), high = fmt::format("{:.0f}", std::ceil(100 * fit.between[outcome].high));
                            html.span({web::cls("small")}, base::say(word::fit_between, language, {{"low", low}, {"high", high}}));
                        }); });
                    });
            });
        });
    });
    html.p({web::cls("small")}, base::say(word::fit_learned_from, language, {{"learned", std::to_string(fit.learned_from)}, {"right", std::to_string(fit.set_right_on)}}));
    const std::string possible = outcomes_in_words(fit, InSet::yes, language), unjudged = outcomes_in_words(fit, InSet::not_judged, language);
    html.p({}, [&] {
        html.strong({}, possible.empty() ? std::string{word::fit_nothing_likely.in(language)} : base::say(word::fit_not_ruled_out, language, {{"outcomes", possible}}));
        if (!unjudged.empty()) html.text(" " + base::say(word::fit_not_judged, language, {{"outcomes", unjudged}}));
    });
}

void reasons(Html& html, const Fit& fit) {
    const base::Language language = html.language();
    const std::string event = state_in_words(fit.outcomes[fit.event], language);
    html.h2({}, word::fit_reasons);
    html.p({}, base::say(word::fit_reasons_plainly, language, {{"outcome", event}}));
    html.ol({}, [&] {
        for (const Reason& reason : fit.look.events[fit.event - 1].main()) {
            const bool programme = reason.input == Reason::programme;
            const std::string name = programme ? std::string{word::fit_programme.in(language)} : plain_name(fit.inputs[reason.input].name);
            const std::string value = programme ? fit.evidence.programme : in_words(fit.evidence.values[reason.input], language);
            html.li({}, [&] {
                html.strong({}, name + ": " + value + ". ");
                html.text(base::say(reason.contribution > 0 ? word::fit_more_often : word::fit_less_often, language, {{"outcome", event}}));
            });
        }
    });
}

void otherwise(Html& html, const Fit& fit) {
    if (fit.otherwise.empty()) return;
    const base::Language language = html.language();
    const std::string event = state_in_words(fit.outcomes[fit.event], language);
    html.h2({}, word::fit_otherwise);
    html.ul({}, [&] {
        for (const OtherwiseSaid& one : fit.otherwise)
            html.li({}, base::say(word::fit_otherwise_said, language, {{"name", plain_name(fit.inputs[one.input].name)}, {"other", in_words(one.value, language)}, {"value", in_words(fit.evidence.values[one.input], language)},
                                                                       {"many", std::to_string(of_hundred(one.chances)[fit.event])}, {"now", std::to_string(of_hundred(fit.look.chances)[fit.event])}, {"outcome", event}}));
    });
    html.p({web::cls("small")}, word::fit_otherwise_plainly);
}

void not_known(Html& html, const Fit& fit) {
    html.h2({}, word::fit_unknown);
    html.ul({}, [&] {
        for (std::size_t at = 0; at < fit.inputs.size(); ++at)
            if (std::holds_alternative<std::monostate>(fit.evidence.values[at])) html.li({}, base::say(word::fit_missing, html.language(), {{"name", plain_name(fit.inputs[at].name)}}));
        for (const base::Word* one : {&word::fit_unknown_you, &word::fit_unknown_cause, &word::fit_unknown_years}) html.li({}, *one);
    });
}

const base::Word& word_of_refusal(NoScore refused) {
    switch (refused) {
        case NoScore::new_programme: return word::fit_refused_programme;
        case NoScore::much_missing: return word::fit_refused_missing;
        case NoScore::outside_range: return word::fit_refused_outside;
        default: return word::fit_refused_model;
    }
}

}  // namespace

std::string plain_name(std::string_view column) {
    std::string name{column};
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::vector<int> of_hundred(const std::vector<double>& chances) {
    std::vector<int> whole;
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (double one : chances) whole.push_back(static_cast<int>(std::floor(100 * one + 1e-9)));
    const auto rest = [&](std::size_t at) { return 100 * chances[at] - whole[at]; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest(a) > rest(b); });
    int short_of = 100 - std::accumulate(whole.begin(), whole.end(), 0);
    for (std::size_t at = 0; short_of > 0 && at < order.size(); ++at, --short_of) ++whole[order[at]];
    return whole;
}

void show_fit(Html& html, const Fit& fit) {
    if (fit.look.refused != NoScore::none) {
        const std::string about = fit.look.refused == NoScore::outside_range ? plain_name(fit.inputs[fit.look.about].name) : std::string{};
        web::notice(html, base::say(word_of_refusal(fit.look.refused), html.language(), {{"name", about}}));
        return not_known(html, fit);
    }
    chances(html, fit);
    reasons(html, fit);
    otherwise(html, fit);
    not_known(html, fit);
}

std::vector<DatumShown> evidence_in_words(const Evidence& evidence, const std::vector<FeatureForm::Input>& inputs, base::Language language) {
    std::vector<DatumShown> all;
    if (!evidence.programme.empty()) all.push_back({std::string{word::fit_programme.in(language)}, evidence.programme, {}});
    for (std::size_t at = 0; at < inputs.size(); ++at) all.push_back({plain_name(inputs[at].name), in_words(evidence.values[at], language), inputs[at].why});
    return all;
}

void show_evidence(Html& html, const Evidence& evidence, const std::vector<FeatureForm::Input>& inputs) {
    html.dl({web::cls("facts")}, [&] {
        for (const DatumShown& one : evidence_in_words(evidence, inputs, html.language())) {
            html.dt({}, one.name);
            html.dd({}, [&] {
                html.text(one.value);
                if (one.why.empty()) return;
                html.br();
                html.span({web::cls("small")}, one.why);
            });
        }
    });
}

std::string day_of(const access::Visit& visit, base::Instant moment) { return base::day_in_words(moment, visit.language(), visit.site.time_zone); }

std::string day_written(const access::Visit& visit, std::string_view day) {
    int year = 0;
    unsigned month = 0, of_month = 0;
    if (std::sscanf(std::string{day}.c_str(), "%4d-%2u-%2u", &year, &month, &of_month) != 3) return std::string{day};
    return day_of(visit, base::start_of({std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}}, visit.site.time_zone));
}

std::string read_reason(std::string_view typed, std::string_view field, const base::Word& missing, web::FieldErrors& errors) {
    std::string text = base::tidy(typed);
    if (text.empty()) errors.add(field, {missing});
    else if (base::characters(text) > most_in_reason) errors.add(field, {word::fit_reason_long});
    return text;
}

base::Id id_sent(const access::Visit& visit) { return base::Id::parse(visit.request.form["id"]).value_or(visit.site.new_id()); }

}  // namespace loopbaankaart::flow
