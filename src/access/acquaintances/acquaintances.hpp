// Whom somebody can share with, without a list of everyone that could be searched: the staff of their teams, and people who said yes to a
// code that one of them made (a fellow student, somebody from outside the school).
#pragma once

#include <string>
#include <vector>

#include <base/base.hpp>
#include <storage/storage.hpp>

namespace loopbaankaart::access {

struct Known {
    base::Id person;
    std::string name;
};
std::vector<Known> staff_of_teams(storage::Reads& reads, const base::Id& viewer);
// Whose counsellor the viewer is.
std::vector<Known> students_of_teams(storage::Reads& reads, const base::Id& viewer);
std::vector<Known> acquaintances_of(storage::Reads& reads, const base::Id& viewer);

// Whether `viewer` can choose this person (Guard::contact_yes).
bool may_share_with(storage::Reads& reads, const base::Id& viewer, const base::Id& person);

// They know each other from now on; again changes nothing. `other` said yes.
void acquaint(storage::Writes& writes, const base::Id& one, const base::Id& other, base::Instant now, base::Randomness& randomness);
bool are_acquainted(storage::Reads& reads, const base::Id& viewer, const base::Id& person);

// Either ends it, and with it what they shared with each other: first the ledger is told, then the rows go (as remember_end and take_back).
void remember_acquaintance_end(storage::School& school, const base::Id& viewer, const base::Id& person, base::Instant now);
void end_acquaintance(storage::Writes& writes, const base::Id& viewer, const base::Id& person, base::Instant now, base::Randomness& randomness);

}  // namespace loopbaankaart::access
