// Teachers' judgements at a school. The order of time is kept here: somebody says what they expect, then may see what the model expects, and from
// then on what they said stands; so it does once it is written down how it came out. What somebody said is read back by themselves alone; of a team
// nothing leaves but what team.hpp lets through.
//
//     school.write([=](storage::Writes& writes) { flow::say(writes, viewer, group, 7, now); }, done);
//     flow::own_calibration(reads, viewer)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <access/access.hpp>

#include "team.hpp"

namespace loopbaankaart::flow {

// About whom it is asked, and what. A group of fewer than ten is of persons, and not asked about.
struct JudgedGroup {
    base::Id id;
    base::Id team;                 // whose staff may say
    std::string name, outcome;     // in words; nobody's name in it
    std::int32_t cohort = 0;       // the school year in which it comes out
    std::uint32_t students = 0;
    std::optional<double> model;   // what the model expects; empty in what is read back
};
inline constexpr std::uint32_t least_judged = 10;

enum class Asked : std::uint8_t { done, already_there, small_group, not_a_share, not_yours };
// By who keeps figures: an analyst or a coordinator. Who tells what the model expects has seen it.
Asked ask(storage::Writes& writes, const access::Viewer& viewer, const JudgedGroup& group, base::Instant now);

enum class Resolved : std::uint8_t { done, already_there, not_a_number, not_yours };
// Once: to `happened` of `students` it happened, kept in tenths (tenths.hpp). By who keeps figures.
Resolved resolve(storage::Writes& writes, const access::Viewer& viewer, const base::Id& group, std::uint32_t students, std::uint32_t happened, base::Instant now);

enum class Said : std::uint8_t {
    done,        // or changed
    fixed,       // the viewer saw what the model expects, or it came out
    not_so_many, // not 0 … 10
    not_yours,   // not staff of that team, or there is no such group
};
Said say(storage::Writes& writes, const access::Viewer& viewer, const base::Id& group, int of_ten, base::Instant now);

// What the model expects, for who is staff of that team; what the viewer said stands from now on, also when that is nothing.
// Nothing: not theirs, or no model.
std::optional<double> show_model(storage::Writes& writes, const access::Viewer& viewer, const base::Id& group, base::Instant now);

// What the viewer's teams are asked now.
struct OpenGroup {
    JudgedGroup group;
    std::optional<int> of_ten;              // what the viewer said
    std::optional<base::Instant> saw_model; // then nothing can be changed
};
std::vector<OpenGroup> open_groups(storage::Reads& reads, const access::Viewer& viewer);

// How it came out, as it is kept (tenths.hpp).
struct CameOut {
    std::uint32_t students = 0, happened = 0;
    base::Instant written;
};
// One group as the viewer may see it: what they said themselves, and the model's share once they looked.
struct SeenGroup {
    JudgedGroup group;                      // its model: empty until the viewer looked
    bool has_model = false;
    std::optional<int> of_ten;
    std::optional<base::Instant> saw_model;
    std::optional<CameOut> came_out;

    bool stands() const { return saw_model || came_out; }  // what was said cannot be changed
};
std::optional<SeenGroup> find_judged(storage::Reads& reads, const access::Viewer& viewer, const base::Id& group);  // by staff of its team
std::optional<SeenGroup> find_asked(storage::Reads& reads, const access::Viewer& viewer, const base::Id& group);   // by who keeps figures
std::vector<SeenGroup> asked_groups(storage::Reads& reads, const access::Viewer& viewer);                          // the same, all of them
// Teams that were asked something, of which the viewer may see the result.
std::vector<base::Id> asked_teams(storage::Reads& reads, const access::Viewer& viewer);
// How many judgements there are, of everybody together; for thanks.
std::uint64_t hunches_made(storage::Reads& reads);

// What the viewer said and how it came out; nobody else's, whoever asks.
struct OwnHunch {
    base::Id group;
    std::string name, outcome;
    Hunch hunch;
    base::Instant said, resolved;
};
std::vector<OwnHunch> own_hunches(storage::Reads& reads, const access::Viewer& viewer);
// All that a person said, also what did not come out yet, for who takes their own along; the latest first.
struct SaidOnce {
    std::string name, outcome;
    std::int32_t cohort = 0;
    int of_ten = 0;
    base::Instant said;
    std::optional<CameOut> came_out;
};
std::vector<SaidOnce> said_by(storage::Reads& reads, const access::Viewer& viewer);
std::vector<CalibrationClass> own_calibration(storage::Reads& reads, const access::Viewer& viewer);

struct TeamShown {
    TeamResult result;
    Stacked both;
    std::uint64_t at_least = 0;  // so many judgements came out, in whole tens: one more is not to be seen
};
// For staff of the team and who keeps figures; nothing for others.
std::optional<TeamShown> team_shown(storage::Reads& reads, const access::Viewer& viewer, const base::Id& team);

// Of this module's list of what may have to be erased, and of what goes with a person.
std::vector<storage::Erasable> judgements_erasable();
void erase_judgements(storage::Writes& writes, const base::Id& person);

}  // namespace loopbaankaart::flow
