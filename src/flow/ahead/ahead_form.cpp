// What to look at, and what if: one form by GET.
#include <flow/words.hpp>

#include <algorithm>

#include "../through/steps.hpp"
#include "ahead_html.hpp"
#include "ahead_words.hpp"

namespace loopbaankaart::flow::ahead {

using web::Html;

namespace {

// After the first, which chooses none of them: two hundred are found by the alphabet.
void sort_by_name(std::vector<web::Choice>& choices) {
    std::stable_sort(choices.begin() + 1, choices.end(), [](const web::Choice& a, const web::Choice& b) { return a.label < b.label; });
}

}  // namespace

void form(Html& html, const Outlooked& seen, const Looking& looking, const std::vector<std::string>& sets) {
    const Outlooks& outlooks = *seen.outlooks;
    const base::Language language = html.language();
    const auto names = [&](Level level, std::string all) {
        std::vector<web::Choice> choices{{"", std::move(all)}};
        for (const OutlookSubject& one : outlooks.subjects)
            if (one.level == level && !one.rest) choices.push_back({one.name, one.name});
        sort_by_name(choices);
        return choices;
    };
    std::vector<web::Choice> ways, what{{"", std::string{word::ahead_places.in(language)}}};
    for (const std::string& state : outlooks.states) {
        what.push_back({state, state_in_words(state, language)});
        if (place_of(state) != Place::study) ways.push_back({state, state_in_words(state, language)});
    }
    std::stable_sort(ways.begin(), ways.end(), [](const web::Choice& a, const web::Choice& b) { return (place_of(a.value) == Place::gone) > (place_of(b.value) == Place::gone); });
    html.form({web::attr("method", "get"), web::action(web::path("/stroom/vooruit"))}, [&] {
        html.div({web::cls("figures-filter")}, [&] {
            if (sets.size() > 1) {
                std::vector<web::Choice> choices;
                for (const std::string& name : sets) choices.push_back({name, name});
                web::select(html, {.name = "gegevens", .label = word::which_data, .value = seen.set.name, .choices = choices});
            }
            const auto sectors = names(Level::sector, std::string{word::all_sectors.in(language)}), programmes = names(Level::programme, std::string{word::all_programmes.in(language)});
            if (sectors.size() > 2) web::select(html, {.name = "sector", .label = word::sector, .value = looking.sector, .choices = sectors});
            if (programmes.size() > 2) web::select(html, {.name = "opleiding", .label = word::programme, .value = looking.programme, .choices = programmes});
            web::select(html, {.name = "wat", .label = word::ahead_what, .value = looking.what, .choices = what});
            if (seen.refusal != Refusal::none) web::secondary_button(html, word::ahead_show, "zoek");
        });
        if (seen.refusal != Refusal::none) return;
        html.fieldset({web::cls("figures-filter")}, [&] {
            html.legend({}, word::ahead_if);
            web::text_field(html, {.name = "instroom", .label = word::ahead_intake, .hint = &word::ahead_intake_hint, .value = looking.intake, .error = seen.errors.find("instroom"), .optional = true, .most = 6});
            web::text_field(html, {.name = "minder", .label = word::ahead_fewer, .hint = &word::ahead_fewer_hint, .value = looking.fewer, .error = seen.errors.find("minder"), .optional = true, .most = 4});
            if (!ways.empty()) web::select(html, {.name = "weg", .label = word::ahead_way, .value = looking.way, .choices = ways});
            if (seen.shown().level != Level::programme) {
                std::vector<web::Choice> closed{{"", std::string{word::ahead_none_closed.in(language)}}};
                for (const OutlookSubject& one : outlooks.subjects)
                    if (one.level == Level::programme && !one.rest && (seen.subject == outlooks.school() || one.sector == seen.subject)) closed.push_back({one.name, one.name});
                sort_by_name(closed);
                web::select(html, {.name = "dicht", .label = word::ahead_closed, .value = looking.closed, .choices = closed});
            }
            web::secondary_button(html, word::ahead_show, "zoek");
        });
    });
}

}  // namespace loopbaankaart::flow::ahead
