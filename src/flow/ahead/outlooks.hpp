// What is kept of a forecast, so that a page can show it and ask "what if" without the students' data: forecasts, how such forecasts did on past years,
// and counts of students with noise (../cohort/noise.hpp).
//
// Every count has a few students more or less by the school's own noise, and forecasts are made of those counts: of who is there and who came now, and in each past year. So whoever solves
// everything that is kept, with all that is told elsewhere, can exclude no number of a small group (trial_everything.hpp tries). Why so: docs/adr/0023-forecasts-are-kept-with-noise.md.
//
// Limits of forecasts are kept in fives, outwards, and one below ten as 0. How many are at the school in a year that has begun is no forecast, so it is a count. Programmes that were
// refused for few students are not kept, but for their name and that reason.
//
//     const Outlooks outlooks = flow::outlooks_of(*flow::school_of(spells), Noise{noise_key(writes, randomness)}, seed);
#pragma once

#include <algorithm>
#include <map>
#include <tuple>

#include "../cohort/backtest.hpp"
#include "../paths/paths.hpp"

namespace loopbaankaart::flow {

inline constexpr std::uint32_t ten = 10;
inline constexpr std::uint32_t outlook_ahead = 3;  // years

// Between these a count lies that is told with noise, in nine of ten cases.
struct Near {
    std::uint32_t from, until;
};
constexpr Near near(std::uint32_t told) { return {told - std::min(told, 8U), told + 8}; }

// Of the kept counts, what they count. `a` and `b` say of which state or year.
enum class CountOf : std::uint8_t {
    past,     // in state a (or Places::state) by the end of school year b; of places: in school year b
    ways,     // went from state a to state b, all years together
    present,  // in state a at the begin of the first year forecast, without its intake
    intake,   // of the first year forecast when it has begun (a = 1), or as expected of a year (a = 0)
};

// Programmes, then sectors, then the school; then what is left of each sector when its refused programmes stand for no forecast of their own.
struct OutlookSubject {
    Level level = Level::programme;
    std::string name;          // of the school nothing
    std::uint32_t sector = 0;  // the number of the subject that is its sector; of a sector and of the school: the school's
    bool rest = false;         // the programmes of a sector that are not kept, together: for "what if" only

    bool operator==(const OutlookSubject&) const = default;
};

struct OutlookLine {
    std::uint32_t subject = 0;
    State state = 0;              // or Places::state
    std::int32_t year = 0;        // the school year it is about
    std::uint32_t ahead = 1;      // years
    bool was = false;             // made a year or more ago, of a year that is over now
    Refusal refusal = Refusal::none;
    bool borrowed = false;
    Outlook model, own_rate;      // without their means; nothing when refused
    std::optional<std::uint32_t> happened = {};  // of what was: what it came to, with noise

    bool operator==(const OutlookLine&) const = default;
};

struct OutlookGate {
    State state = 0;
    std::uint32_t ahead = 1;
    Judgement judgement;

    bool operator==(const OutlookGate&) const = default;
};

// What all programmes of a school share at one split of the tree, to two digits.
struct OutlookSplit {
    State from = 0, to = 0, rest = 0;
    double mean = 0, among = 0, within = 0, year_spread = 0;  // split.hpp: m, κ₁, κ₂, τ

    bool operator==(const OutlookSplit&) const = default;
};

using ToldCounts = std::map<std::tuple<std::uint32_t, CountOf, std::int32_t, std::int32_t>, std::uint32_t>;  // of subject, what, a, b

struct Outlooks {
    std::int32_t first_year = 0;  // the first school year forecast
    bool begun = false;           // its intake is known
    State entry = 0;
    std::size_t years = 0;        // known to their end
    double intake_spread = 0;     // more than Poisson: to two digits
    std::vector<std::string> states;
    std::vector<OutlookSubject> subjects;
    std::vector<OutlookLine> lines;
    std::vector<OutlookGate> gates;
    std::vector<OutlookSplit> splits;
    ToldCounts counts;
    std::string missing, missing_about;  // why there is no forecast: the id of the word, and how many there are; empty: there is one

    bool empty() const { return subjects.empty(); }
    std::uint32_t school() const;  // the number of that subject
    std::optional<std::uint32_t> count_of(std::uint32_t subject, CountOf what, std::int32_t a, std::int32_t b = 0) const {
        const auto found = counts.find({subject, what, a, b});
        return found == counts.end() ? std::nullopt : std::optional{found->second};
    }
};

// Limits in fives, outwards; below ten 0. So a rate cannot be taken back from them to the student.
Outlook as_kept(const Outlook& outlook);
// What cannot be forecast has no subjects, and says what is missing.
Outlooks outlooks_of(const base::Result<SchoolNow>& now, const Noise& noise, std::uint64_t seed);
// The stays, their programmes in the sectors that were told for them elsewhere; as they were when none were told.
Spells with_sectors(Spells spells, const std::vector<Programme>& programmes);
// Programmes, sectors and the school as in Forecast::lines, and the rest of each sector.
std::vector<OutlookSubject> subjects_of(const School& school, const std::vector<bool>& shown);
// The counts alone, for programmes that may be shown.
ToldCounts counts_of(const SchoolNow& now, const std::vector<OutlookSubject>& subjects, const std::vector<bool>& shown, const Noise& noise);

}  // namespace loopbaankaart::flow
