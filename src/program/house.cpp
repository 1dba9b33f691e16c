#include "house.hpp"

#include <iterator>
#include <utility>

#include <access/own_ways.hpp>
#include <flow/flow.hpp>
#include <flow/words.hpp>

namespace loopbaankaart::program {

namespace {

base::Result<std::string> drawn_as_png(std::string_view svg, int across, int high) { return workshop::drawn_by_media(svg, {"pixels", std::to_string(across), std::to_string(high), "150"}); }

// Staff and companions: others share with them more than they share themselves.
bool looks_along(const access::Visit& visit) {
    if (!visit.viewer || !visit.viewer->content_open || visit.viewer->left()) return false;
    auto others = visit.viewer->roles;
    return others.reset(static_cast<std::size_t>(access::Role::student)).any();
}

// What a model looks at goes nowhere but home: not into a portfolio elsewhere.
std::vector<journey::Enclosed> beside_the_journey(const journey::Enclosing& asked) {
    std::vector<journey::Enclosed> all;
    for (flow::TakenAlong& one : flow::taken_along(asked.reads, asked.vault, asked.owner, asked.language, asked.time_zone))
        all.push_back({.name = std::move(one.name), .title = std::move(one.title), .text = std::move(one.text), .page = std::move(one.page),
                       .goes = one.of_a_model ? journey::GoesAlong::with_a_journey : journey::GoesAlong::in_every_form});
    return all;
}

}  // namespace

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (std::span<const storage::Migration> schema : {access::schema(), journey::schema(), flow::schema()})
        all.insert(all.end(), schema.begin(), schema.end());
    return all;
}

std::vector<storage::Erasable> all_erasable() {
    std::vector<storage::Erasable> all = access::erasable();
    for (std::vector<storage::Erasable> tables : {journey::erasable(), flow::erasable()})
        std::move(tables.begin(), tables.end(), std::back_inserter(all));
    return all;
}

void erase_person(storage::School& school, const base::Id& person, base::Instant now) {
    school.vault().destroy(person, now);
    school.write_now([&](storage::Writes& writes) {
        journey::erase_person(writes, school, person);
        flow::erase_person(writes, person);
        access::erase_person(writes, person);
    });
}

void erase_who_left(storage::School& school, base::Instant now) {
    std::vector<base::Id> due;
    school.read([&](storage::Reads& reads) { due = access::due_for_erasure(reads, now); });
    for (const base::Id& person : due) erase_person(school, person, now);
}

void enclose_what_is_theirs() { journey::set_encloses(beside_the_journey); }

std::vector<web::Route> all_routes(const atlas::Atlases& atlases, workshop::Workshop& workshop) {
    std::vector<web::Route> all;
    for (std::vector<web::Route> routes : {access::routes(), atlas::routes(atlases, &journey::traveller()), journey::routes(atlases, workshop), flow::routes(drawn_as_png)})
        std::move(routes.begin(), routes.end(), std::back_inserter(all));
    return all;
}

void furnish_navigation() {
    static const access::Policy looking_along = access::any_of("looking_along", looks_along);
    access::set_own_ways(flow::way_to_fit);
    access::set_navigation({
        {{&atlas::word::map, "/kaart", "kaart"}, &access::anyone_on_open_map},
        {{&journey::word::backpack, "/rugzak", "rugzak"}, &access::signed_in},
        {{&journey::word::along_short, "/mee", "brief"}, &looking_along},
        {{&flow::word::flows, "/stroom", "golf"}, &flow::reads_figures},
        {{&access::word::people, "/beheer/mensen", "mensen"}, &access::administrator},
        {{&access::word::me, "/mij", "mens"}, &access::signed_in},
    });
}

}  // namespace loopbaankaart::program
