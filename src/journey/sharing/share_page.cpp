// GET and POST /rugzak/{thing}/deel: with whom, to read or to react, and until when.
#include <algorithm>

#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

struct Choosing {
    std::vector<access::Known> staff, acquaintances;  // who does not see it yet
    std::vector<std::string> see_it;                  // by name
};

Choosing whom_to_choose(storage::Reads& reads, const access::Visit& visit, const KeptThing& thing) {
    const base::Id& viewer = visit.who().person;
    const auto given = access::grants_of(reads, {"kept_thing", thing.id, viewer}, visit.site.now());
    Choosing choosing{access::staff_of_teams(reads, viewer), access::acquaintances_of(reads, viewer), {}};
    for (const access::GivenGrant& grant : given) choosing.see_it.push_back(grant.name);
    const auto sees_it = [&](const access::Known& one) {
        return std::ranges::any_of(given, [&](const access::GivenGrant& grant) { return grant.grantee == one.person; });
    };
    const auto is_staff = [&](const access::Known& one) {
        return std::ranges::any_of(choosing.staff, [&](const access::Known& other) { return other.person == one.person; });
    };
    std::erase_if(choosing.acquaintances, [&](const access::Known& one) { return sees_it(one) || is_staff(one); });
    std::erase_if(choosing.staff, sees_it);
    return choosing;
}

void people(Html& html, std::string_view name, const base::Word& label, const std::vector<access::Known>& known, std::span<const std::string_view> chosen,
            const base::Error* error) {
    if (known.empty()) return;
    std::vector<web::Choice> choices;
    for (const access::Known& one : known) choices.push_back({one.person.text(), one.name});
    web::checkbox_group(html, {.name = name, .label = label, .error = error, .choices = choices}, chosen);
}

void what_they_may(Html& html, const web::Fields& form) {
    const auto in = [&](const base::Word& word) { return std::string{word.in(html.language())}; };
    const std::vector<web::Choice> verbs{{"lezen", in(word::share_to_read)}, {"reageren", in(word::share_to_react)}};
    web::radio_group(html, {.name = "mag", .label = word::share_what, .value = form["mag"] == "reageren" ? "reageren" : "lezen", .choices = verbs});
}

void until_when(Html& html, const web::Fields& form, const web::FieldErrors& errors) {
    const auto in = [&](const base::Word& word) { return std::string{word.in(html.language())}; };
    const std::vector<web::Choice> ends{{"", in(word::share_open)}, {"week", in(word::share_week)}, {"maand", in(word::share_four_weeks)}, {"dag", in(word::share_until_day)}};
    web::radio_group(html, {.name = "tot", .label = word::share_until_when, .value = form["tot"], .error = errors.find("tot"), .choices = ends});
    html.div({web::cls("field share-day")}, [&] {
        html.label({web::attr("for", "veld-dag")}, word::share_day);
        html.input({web::type("date"), web::id("veld-dag"), web::name("dag"), web::value(form["dag"])});
    });
}

void who_sees_it_already(Html& html, const access::Visit& visit, const Choosing& choosing) {
    if (choosing.see_it.empty()) return;
    html.p({}, base::say(word::share_seen_by, visit.language(), {{"names", fmt::format("{}", fmt::join(choosing.see_it, ", "))}}));
}

web::Reply share_page(const access::Visit& visit, const KeptThing& thing, const web::FieldErrors& errors) {
    const web::Fields& form = visit.request.form;
    Choosing choosing;
    visit.school().read([&](storage::Reads& reads) { choosing = whom_to_choose(reads, visit, thing); });
    const bool somebody = !choosing.staff.empty() || !choosing.acquaintances.empty();
    const std::vector<std::string_view> chosen = form.all("wie"), also = form.all("ook");
    const base::Error* error = errors.find("wie");
    return visit.page(title_of(visit, word::share_it), [&](Html& html) {
        web::back_link(html, web::path("/rugzak", thing.id.view()), word::to_this_thing);
        html.h1({}, word::share_with_whom);
        web::error_summary(html, errors);
        thing_asked_about(html, visit, thing);
        who_sees_it_already(html, visit, choosing);
        if (!somebody) html.p({}, word::share_nobody_left);
        else web::form(html, web::path("/rugzak", thing.id.view(), "deel"), visit.form_token, visit.site.new_id(), [&] {
            people(html, "wie", word::share_staff, choosing.staff, chosen, error);
            people(html, choosing.staff.empty() ? "wie" : "ook", word::share_acquaintances, choosing.acquaintances, choosing.staff.empty() ? chosen : also,
                   choosing.staff.empty() ? error : nullptr);
            what_they_may(html, form);
            until_when(html, form, errors);
            html.p({web::cls("small")}, word::share_means);
            web::actions(html, [&] {
                web::primary_button(html, word::share_do, "mensen");
                web::secondary_link(html, web::path("/rugzak", thing.id.view()), word::share_not);
            });
        });
        html.p({}, [&] { html.a({web::href(web::path("/mij/kennissen"))}, word::share_somebody_else); });
        who_sees_what_link(html);
    }, errors.empty() ? 200 : 422);
}

Sharing sharing_asked(const access::Visit& visit, const KeptThing& thing) {
    const web::Fields& form = visit.request.form;
    Sharing sharing{.form = sent_id(visit), .thing = thing.id, .people = {}, .verb = form["mag"] == "reageren" ? access::Verb::react : access::Verb::read, .until = {}};
    for (const char* group : {"wie", "ook"})
        for (const std::string_view chosen : form.all(group))
            if (const auto person = base::Id::parse(chosen)) sharing.people.push_back(*person);
    return sharing;
}

}  // namespace

web::Answer ask_share(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing || thing->thrown_at) return visit.absent();
    return share_page(visit, *thing, {});
}

web::Answer share_it(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing || thing->thrown_at) return visit.absent();
    Sharing sharing = sharing_asked(visit, *thing);
    web::FieldErrors errors;
    if (sharing.people.empty()) errors.add("wie", word::share_chosen_nobody);
    if (auto until = share_until(visit.request.form["tot"], visit.request.form["dag"], visit.site.now(), visit.site.time_zone)) sharing.until = *until;
    else errors.add("tot", until.error());
    if (!errors.empty()) return share_page(visit, *thing, errors);
    return web::Write{[&visit, sharing](storage::Writes& writes) -> web::Reply {
        // In the bin, or gone, in the meantime: not shared.
        const auto still = find_thing(writes, visit.school().vault(), visit.who(), sharing.thing, visit.site.now());
        if (!still || still->owner != visit.who().person || still->thrown_at) return visit.absent();
        share(writes, visit.school().vault(), visit.who(), sharing, visit.site.now(), *visit.site.randomness);
        return web::go(web::path("/rugzak", sharing.thing.view()).at("gedeeld"));
    }};
}

}  // namespace loopbaankaart::journey
