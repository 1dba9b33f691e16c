// What forms that give something ask: whom, what they may, until when.
#include <algorithm>

#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

using web::Html;

void what_they_may(Html& html, const web::Fields& form) {
    const auto in = [&](const base::Word& word) { return std::string{word.in(html.language())}; };
    const std::vector<web::Choice> verbs{{"lezen", in(word::share_to_read)}, {"reageren", in(word::share_to_react)}};
    html.div({web::cls("chips")}, [&] { web::radio_group(html, {.name = "mag", .label = word::share_what, .value = form["mag"] == "reageren" ? "reageren" : "lezen", .choices = verbs}); });
}

void until_when(Html& html, const web::Fields& form, const web::FieldErrors& errors, std::string_view at_first) {
    const auto in = [&](const base::Word& word) { return std::string{word.in(html.language())}; };
    const std::vector<web::Choice> ends{{"", in(word::share_open)}, {"week", in(word::share_week)}, {"maand", in(word::share_four_weeks)}, {"dag", in(word::share_until_day)}};
    html.div({web::cls("chips")}, [&] {
        web::radio_group(html, {.name = "tot", .label = word::share_until_when, .value = form.has("tot") ? form["tot"] : at_first, .error = errors.find("tot"), .choices = ends});
    });
    html.div({web::cls("field share-day")}, [&] {
        html.label({web::attr("for", "veld-dag")}, word::share_day);
        html.input({web::type("date"), web::id("veld-dag"), web::name("dag"), web::value(form["dag"])});
    });
}

std::vector<access::Known> people_known(storage::Reads& reads, const base::Id& viewer) {
    std::vector<access::Known> people = access::staff_of_teams(reads, viewer);
    for (access::Known& one : access::acquaintances_of(reads, viewer))
        if (std::ranges::find(people, one.person, &access::Known::person) == people.end()) people.push_back(std::move(one));
    return people;
}

void one_of_them(Html& html, const base::Word& label, std::span<const access::Known> people, std::string_view chosen, const base::Error* error) {
    std::vector<web::Choice> choices;
    for (const access::Known& one : people) choices.push_back({one.person.text(), one.name});
    html.div({web::cls("chips")}, [&] { web::radio_group(html, {.name = "wie", .label = label, .value = chosen, .error = error, .choices = choices}); });
}

}  // namespace loopbaankaart::journey
