// GET and POST /deel/{kind}/{thing}, and /rugzak/{thing}/deel: with whom, to read or to react, and until when; and word for word what goes along.
#include <algorithm>

#include "../removal.hpp"
#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// What somebody may share: theirs, and not in the bin.
struct ToShare {
    const Shareable& kind;
    access::Thing thing;
    SharedLine line;
    std::vector<ToShare> came_from = {};  // what may be shared at the same time
};

struct Choosing {
    std::vector<access::Known> staff, acquaintances;  // who does not see it yet
    std::vector<std::string> see_it;                  // by name
};

Choosing whom_to_choose(storage::Reads& reads, const access::Visit& visit, const access::Thing& thing) {
    const base::Id& viewer = visit.who().person;
    const auto given = access::grants_of(reads, thing, visit.site.now());
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

void who_sees_it_already(Html& html, const access::Visit& visit, const Choosing& choosing) {
    if (choosing.see_it.empty()) return;
    html.p({}, base::say(word::share_seen_by, visit.language(), {{"names", fmt::format("{}", fmt::join(choosing.see_it, ", "))}}));
}

// In forms: "rugzak/01J…".
std::string name_in_form(const ToShare& what) { return fmt::format("{}/{}", what.kind.path.view(), what.thing.id.view()); }

void what_it_came_from(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const ToShare& what) {
    if (what.came_from.empty()) return;
    std::vector<web::Choice> choices;
    for (const ToShare& each : what.came_from) {
        const std::string place = name_of(atlas, each.line.place, each.line.place_name, visit.language()).text;
        const std::string name{each.kind.name.in(html.language())};
        choices.push_back({name_in_form(each), each.line.title.empty() ? place.empty() ? name : place : each.line.title, each.line.title.empty() ? "" : name});
    }
    web::checkbox_group(html, {.name = "erbij", .label = word::share_came_from, .choices = choices}, visit.request.form.all("erbij"));
}

void what_goes_along(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const ToShare& what) {
    const PlaceName place = name_of(atlas, what.line.place, what.line.place_name, visit.language());
    html.section({web::cls("goes-along")}, [&] {
        html.h2({}, word::share_goes_along);
        if (!place.text.empty()) html.p({web::cls("name"), web::lang(place.language)}, place.text);
        what.kind.whole(html, visit, what.thing);
        if (what.came_from.empty()) return;
        html.h2({}, word::share_goes_along_if);
        for (const ToShare& each : what.came_from) each.kind.whole(html, visit, each.thing);
    });
}

void share_form(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const ToShare& what, const Choosing& choosing, const web::FieldErrors& errors) {
    const web::Fields& form = visit.request.form;
    const std::vector<std::string_view> chosen = form.all("wie"), also = form.all("ook");
    const base::Error* error = errors.find("wie");
    web::form(html, share_address(what.kind, what.thing.id), visit.form_token, visit.site.new_id(), [&] {
        people(html, "wie", word::share_staff, choosing.staff, chosen, error);
        people(html, choosing.staff.empty() ? "wie" : "ook", word::share_acquaintances, choosing.acquaintances, choosing.staff.empty() ? chosen : also,
               choosing.staff.empty() ? error : nullptr);
        what_it_came_from(html, visit, atlas, what);
        what_they_may(html, form);
        until_when(html, form, errors);
        html.p({web::cls("small")}, word::share_means);
        web::actions(html, [&] {
            web::primary_button(html, word::share_do, "mensen");
            web::secondary_link(html, what.kind.page(what.thing.id), word::share_not);
        });
    });
}

web::Reply share_page(const access::Visit& visit, const atlas::Atlas& atlas, const ToShare& what, const web::FieldErrors& errors) {
    Choosing choosing;
    visit.school().read([&](storage::Reads& reads) { choosing = whom_to_choose(reads, visit, what.thing); });
    const bool somebody = !choosing.staff.empty() || !choosing.acquaintances.empty();
    return visit.page(title_of(visit, word::share_it), [&](Html& html) {
        web::back_link(html, what.kind.page(what.thing.id), word::to_this_thing);
        html.h1({}, word::share_with_whom);
        if (!what.line.title.empty()) html.p({web::cls("lead")}, what.line.title);
        web::error_summary(html, errors);
        html.div({web::cls("share-sides")}, [&] {
            html.div({}, [&] {
                who_sees_it_already(html, visit, choosing);
                if (somebody) share_form(html, visit, atlas, what, choosing, errors);
                else html.p({}, word::share_nobody_left);
                html.p({}, [&] { html.a({web::href(web::path("/mij/kennissen"))}, word::share_somebody_else); });
            });
            what_goes_along(html, visit, atlas, what);
        });
        who_sees_what_link(html);
    }, errors.empty() ? 200 : 422);
}

Sharing sharing_asked(const access::Visit& visit, const ToShare& what) {
    const web::Fields& form = visit.request.form;
    Sharing sharing{.form = sent_id(visit), .thing = what.thing, .people = {}, .verb = form["mag"] == "reageren" ? access::Verb::react : access::Verb::read, .until = {},
                    .purpose = std::string{what.kind.path.view()}};
    for (const char* group : {"wie", "ook"})
        for (const std::string_view chosen : form.all(group))
            if (const auto person = base::Id::parse(chosen)) sharing.people.push_back(*person);
    // Who went away, or stopped knowing them, while the page was open is chosen no more.
    visit.school().read([&](storage::Reads& reads) {
        std::erase_if(sharing.people, [&](const base::Id& person) { return !access::may_share_with(reads, visit.who().person, person); });
    });
    return sharing;
}

bool is_ticked(const access::Visit& visit, const ToShare& what) {
    const auto ticked = visit.request.form.all("erbij");
    return std::ranges::find(ticked, std::string_view{name_in_form(what)}) != ticked.end();
}

// With the same people, until the same moment.
Sharing along(const Sharing& with, const ToShare& what) {
    Sharing sharing = with;
    sharing.form = removal_of(with.form, what.thing.id);
    sharing.thing = what.thing;
    sharing.purpose = what.kind.path.view();
    return sharing;
}

std::optional<ToShare> find_to_share(storage::Reads& reads, const access::Visit& visit, const Shareable& kind, const base::Id& id) {
    const access::Thing thing{kind.kind, id, visit.who().person};
    auto line = kind.line(reads, visit.school().vault(), visit.who(), thing, visit.site.now(), visit.language());
    if (!line) return std::nullopt;
    return ToShare{kind, thing, std::move(*line), {}};
}

std::optional<ToShare> asked_to_share(const Desk& desk, const access::Visit& visit) {
    const auto named = thing_named(desk, visit);
    std::optional<ToShare> found;
    if (!named) return found;
    visit.school().read([&](storage::Reads& reads) {
        auto what = find_to_share(reads, visit, named->kind, named->id);
        if (!what) return;
        if (named->kind.came_from)
            for (const Link& link : named->kind.came_from(reads, visit.school().vault(), visit.who(), what->thing, visit.site.now())) {
                const Shareable* kind = shareable(desk.parts, link.kind);
                auto behind = kind ? find_to_share(reads, visit, *kind, link.id) : std::nullopt;
                if (behind) what->came_from.push_back(std::move(*behind));
            }
        found.emplace(std::move(*what));
    });
    return found;
}

}  // namespace

web::Answer ask_share(const Desk& desk, const access::Visit& visit) {
    const auto what = asked_to_share(desk, visit);
    if (!what) return visit.absent();
    return share_page(visit, *desk.atlases.of(visit.site), *what, {});
}

web::Answer share_it(const Desk& desk, const access::Visit& visit) {
    const auto what = asked_to_share(desk, visit);
    if (!what) return visit.absent();
    Sharing sharing = sharing_asked(visit, *what);
    web::FieldErrors errors;
    if (sharing.people.empty()) errors.add("wie", word::share_chosen_nobody);
    if (auto until = share_until(visit.request.form["tot"], visit.request.form["dag"], visit.site.now(), visit.site.time_zone)) sharing.until = *until;
    else errors.add("tot", until.error());
    if (!errors.empty()) return share_page(visit, *desk.atlases.of(visit.site), *what, errors);
    return web::Write{[&visit, what = *what, sharing](storage::Writes& writes) -> web::Reply {
        // In the bin, or gone, in the meantime: not shared.
        if (!find_to_share(writes, visit, what.kind, sharing.thing.id)) return visit.absent();
        share(writes, visit.school().vault(), sharing, visit.site.now(), *visit.site.randomness);
        for (const ToShare& each : what.came_from)
            if (is_ticked(visit, each) && find_to_share(writes, visit, each.kind, each.thing.id))
                share(writes, visit.school().vault(), along(sharing, each), visit.site.now(), *visit.site.randomness);
        return web::go(what.kind.page(sharing.thing.id).at("gedeeld"));
    }};
}

}  // namespace loopbaankaart::journey
