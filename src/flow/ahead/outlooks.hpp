// What is kept of a forecast, so that a page can show it and ask "what if" without the students' data: forecasts, how such forecasts did on past years,
// and counts of students in classes of ten.
//
// Every count is kept as the ten it lies in: 40 stands for 40–49, 0 for nobody to nine. So whoever has all that is kept finds for no group of one to nine fewer than
// seven numbers that it can be. Totals tell more of their parts than the parts do, so each is tried first: where what is left for a small part would be too
// little, that total is not kept. Who has all that is kept and solves it finds nothing (outlooks_test.cpp does). Why so: docs/adr/0023-forecasts-are-kept-with-tens.md.
//
// Forecasts are kept as they are: they are about students who may come, from years of students together. A limit below ten is kept as 0. How many are at the school in
// a year that has begun is no forecast, so it is a ten. Programmes that were refused for few students are not kept, but for their name and that reason.
//
//     const Outlooks outlooks = flow::outlooks_of(*flow::school_of(spells), {.seed = 1});
#pragma once

#include <map>
#include <tuple>

#include "../cells/cells.hpp"
#include "../cohort/backtest.hpp"
#include "../paths/paths.hpp"

namespace loopbaankaart::flow {

inline constexpr std::uint32_t ten = 10;
constexpr std::uint32_t tens(std::uint32_t students) { return students / ten * ten; }
inline constexpr std::uint32_t outlook_ahead = 3;  // years
inline constexpr std::uint32_t surely_possible = 15;  // as much a small part can be, by a total that is kept; the law asks for seven numbers, and there is more that is told
inline constexpr std::uint32_t least_parts = 5, least_programmes = 10;  // programmes of a sector whose past is kept, and of a school
inline constexpr std::uint32_t way_class = 30;        // of all years together: as wide as the class in which those lie who went a way

// Of the kept tens, what they count. `a` and `b` say of which state or year.
enum class TenOf : std::uint8_t {
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
    std::optional<std::uint32_t> happened = {};  // of what was: the ten it came to; nothing where that cannot be told

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

using Tens = std::map<std::tuple<std::uint32_t, TenOf, std::int32_t, std::int32_t>, std::uint32_t>;  // of subject, what, a, b

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
    Tens counts;
    std::string missing, missing_about;  // why there is no forecast: the id of the word, and how many there are; empty: there is one

    bool empty() const { return subjects.empty(); }
    std::uint32_t school() const;  // the number of that subject
    std::optional<std::uint32_t> ten_of(std::uint32_t subject, TenOf what, std::int32_t a, std::int32_t b = 0) const {
        const auto found = counts.find({subject, what, a, b});
        return found == counts.end() ? std::nullopt : std::optional{found->second};
    }
};

struct OutlookOptions {
    std::uint64_t seed = 1;
    const Shown* doorstroom = nullptr;  // what is told of the same students elsewhere
    bool tens = true;  // false: counts are kept as they are, as if nobody could subtract; for the attack of the tests
};
// What cannot be forecast has no subjects, and says what is missing.
Outlooks outlooks_of(const base::Result<SchoolNow>& now, const OutlookOptions& options);
// The stays, their programmes in the sectors that were told for them elsewhere; as they were when none were told.
Spells with_sectors(Spells spells, const std::vector<Programme>& programmes);
// Programmes, sectors and the school as in Forecast::lines, and the rest of each sector.
std::vector<OutlookSubject> subjects_of(const School& school, const std::vector<bool>& told);
// The counts alone, for programmes that may be told.
Tens counts_of(const SchoolNow& now, const std::vector<OutlookSubject>& subjects, const std::vector<bool>& told, const OutlookOptions& options);

}  // namespace loopbaankaart::flow
