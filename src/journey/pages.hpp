// Inside journey only: the handlers that routes.cpp names, and what the pages of all parts share. A part has a header of its own for its handlers.
#pragma once

#include <journey/words.hpp>
#include <workshop/workshop.hpp>

#include "backpack/backpack.hpp"
#include "journey.hpp"
#include "part.hpp"

namespace loopbaankaart::journey {

// What the handlers work with. Light to copy: it points to what outlives the routes.
struct Desk {
    const atlas::Atlases& atlases;
    workshop::Workshop& workshop;
    std::span<const Part> parts;
};
// For a table of routes: a handler together with what it works with.
access::Handler with(const Desk& desk, web::Answer (*handler)(const Desk&, const access::Visit&));
access::Handler with(const Desk& desk, web::Answer (*handler)(const atlas::Atlases&, const access::Visit&));

// The routes of all its parts.
std::vector<web::Route> routes_of(const Desk& desk);
Part backpack_part();
std::vector<access::Route> backpack_routes(const Desk& desk);

// visits
web::Answer arrive_here(const atlas::Atlases& atlases, const access::Visit& visit);
web::Answer go_on(const atlas::Atlases& atlases, const access::Visit& visit);
web::Answer undo_go_on(const access::Visit& visit);
web::Answer ask_when(const atlas::Atlases& atlases, const access::Visit& visit);
web::Answer was_here(const atlas::Atlases& atlases, const access::Visit& visit);
web::Answer ask_visit_removal(const atlas::Atlases& atlases, const access::Visit& visit);
web::Answer take_visit_away(const access::Visit& visit);
web::Answer show_journey(const atlas::Atlases& atlases, const access::Visit& visit);
// A visit by the form that was sent, beginning now.
PlaceVisit visit_now(const access::Visit& visit, const atlas::Atlas& atlas, const atlas::Place& place);
// Adds it and shows its place, where it can be undone; `done` says how it was made.
web::Answer add_visit(const access::Visit& visit, const PlaceVisit& added, std::string_view done);

// backpack
web::Answer ask_what_to_keep(const Desk& desk, const access::Visit& visit);
web::Answer keep_it(const Desk& desk, const access::Visit& visit);
web::Answer show_backpack(const Desk& desk, const access::Visit& visit);
web::Answer show_thing(const Desk& desk, const access::Visit& visit);
web::Answer show_earlier(const access::Visit& visit);
web::Answer ask_change(const access::Visit& visit);
web::Answer change_it(const Desk& desk, const access::Visit& visit);
web::Answer throw_it_away(const access::Visit& visit);
web::Answer take_it_out(const access::Visit& visit);
web::Answer show_bin(const Desk& desk, const access::Visit& visit);
web::Answer ask_removal(const access::Visit& visit);
web::Answer remove_kept(const access::Visit& visit);
web::Answer show_part_file(const access::Visit& visit);

// The viewer's own thing that the address names.
std::optional<KeptThing> own_thing_asked(const access::Visit& visit);

// Instead of a page about the viewer's {thing} or {record}: what lies in the bin shows itself there, else it is absent. What was typed for it stays in sight.
web::Reply not_there(const access::Visit& visit);

// The reply of a page with something of somebody else on it: it leaves with a row in the audit, and only while it is still shared. The thing's
// kind outlives the visit.
web::Answer after_record_of_reading(const access::Visit& visit, const access::Thing& thing, web::Reply reply);

// The id a form brought along, else a fresh one.
base::Id sent_id(const access::Visit& visit);
// A place's page; `done` tells it what just happened there ("bewaard"), or is empty; `visited` is the visit that can be undone.
web::Url place_page(std::string_view place, std::string_view done = {}, const std::optional<base::Id>& visited = {});
std::string title_of(const access::Visit& visit, const base::Word& word);

// What a place is called for this viewer: on the map of now, else as it was called then.
struct PlaceName {
    std::string text;
    base::Language language = base::Language::nl;
    bool on_map = false;
};
PlaceName name_of(const atlas::Atlas& atlas, std::string_view place, const std::string& called_then, base::Language language);
// The places of the map in the order of their names, for a field to choose one from.
std::vector<web::Choice> places_by_name(const atlas::Atlas& atlas, base::Language language);

// What one has along: small drawn links, but not to `but`; those of one place of the map alone when `at_place` names one.
void pockets_strip(web::Html& html, std::span<const Part> parts, std::string_view but, std::string_view at_place = {});

// Inside the page of a place.
void own_at_place(web::Html& html, const access::Visit& visit, const atlas::Place& place);

// A visit as a line in a list: the place's picture, its name, and `when` under it where that is said.
void visit_line(web::Html& html, const atlas::Atlas& atlas, const PlaceVisit& one, std::string_view when);

// The journey as it is, or as it was at the end of a year.
struct OverTime {
    const access::Visit& visit;
    const atlas::Atlas& atlas;
    const std::vector<PlaceVisit>& visits;  // all, oldest first
    std::optional<int> year;
};
// Links to every year in which something began, and to now; nothing when all began this year.
void years_to_choose(web::Html& html, const OverTime& shown, const atlas::YearAddress& address);
// Beside the map: those links, and what was in the year that is shown.
void walk_the_years(web::Html& html, const OverTime& shown, const atlas::YearAddress& address);

// A kept thing as a scrap of the scrapbook, one link: its picture, the first words, where and when. `place` may be null: not said.
void thing_card(web::Html& html, const access::Visit& visit, const KeptThing& thing, const PlaceName* place);
// The same scrap on a page about that one thing, without the link.
void thing_asked_about(web::Html& html, const access::Visit& visit, const KeptThing& thing);
// All of it, on its own page.
void whole_thing(web::Html& html, const access::Visit& visit, const KeptThing& thing);
enum class PartSize { small, middle };
// `of`: the id of the thing or record that it belongs to.
void show_part(web::Html& html, const base::Id& of, const KeptPart& part, PartSize size);

}  // namespace loopbaankaart::journey
