// The house put together: what every module brings, in one place.
#pragma once

#include <memory>
#include <vector>

#include <journey/journey.hpp>

namespace loopbaankaart::program {

// The migrations of all modules.
std::vector<storage::Migration> all_migrations();

// What a restored backup may have to leave out, of all modules.
std::vector<storage::Erasable> all_erasable();

// Everything of a person is gone, also from every backup that is restored: the key first, then files and rows.
void erase_person(storage::School& school, const base::Id& person, base::Instant now);
// Those who left a year ago.
void erase_who_left(storage::School& school, base::Instant now);

// The routes of all modules, and what stands in the banner. Both must outlive the router.
std::vector<web::Route> all_routes(const atlas::Atlases& atlases, workshop::Workshop& workshop);
void furnish_navigation();
// What a person made with one module goes along with the archive that another packs.
void enclose_what_is_theirs();

}  // namespace loopbaankaart::program
