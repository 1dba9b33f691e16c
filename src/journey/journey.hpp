// journey: visits, the backpack, and what a traveller makes of it (part.hpp names the parts).
#pragma once

#include <span>
#include <stop_token>

#include <atlas/atlas.hpp>
#include <journey/words.hpp>
#include <workshop/workshop.hpp>

#include "archive/enclosed.hpp"
#include "asking/asking.hpp"
#include "backpack/backpack.hpp"
#include "records/records.hpp"
#include "sharing/sharing.hpp"
#include "visits/visits.hpp"

namespace loopbaankaart::journey {

// This module's tables (numbers 100–199) and pages; the routes.cpp of each part names them.
std::span<const storage::Migration> schema();
std::vector<web::Route> routes(const atlas::Atlases& atlases, workshop::Workshop& workshop);
// Keeps a record that comes from elsewhere than a form (the demo school). Throws std::logic_error when it is not as its kind has it.
void keep_made(storage::Writes& writes, storage::Vault& vault, const access::Viewer& owner, Record record);
// What a restored backup may have to leave out.
std::vector<storage::Erasable> erasable();
// Everything of a person, files included (access/people/erasure.hpp).
void erase_person(storage::Writes& writes, storage::School& school, const base::Id& person);
// What goes on by itself at a school (bins are emptied), every ten minutes.
void tend(storage::School& school, base::Instant now);
// Goes on with what travellers take along (a whole archive, unless the program stops) or bring in (a stretch of one). False when there is nothing to
// do. Run by the program, by one thread alone.
bool carry_on(const web::Site& site, const atlas::Atlases& atlases, workshop::Workshop& workshop, const std::stop_token& stopping);
// What the map asks about its viewer.
const atlas::Traveller& traveller();

}  // namespace loopbaankaart::journey
