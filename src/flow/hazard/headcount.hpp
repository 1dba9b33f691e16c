// How many of a group will have met each event, by a hazard with what is known of everybody in it: chances added up, nobody's shown.
//
// In each draw the parameters are drawn (normal around their mode: Laplace's approximation), the same for all programmes, and then everybody's
// outcome. So totals carry what is not known of the model. Not in it: what a cohort or a school year does to all at once; for plans of a school use M1
// (cohort/forecast.hpp), which has both, and this for a group that is unlike those before it.
//
//     for (const Headcount& line : flow::headcounts(*fit, there, {.seed = 6})) …   // line.outlook.low80 … high80 students
#pragma once

#include <cstdint>
#include <vector>

#include "../cohort/forecast.hpp"
#include "hazard.hpp"

namespace loopbaankaart::flow {

inline constexpr std::uint32_t unseen_programme = UINT32_MAX;  // one that the model was not fitted to: its intercept is drawn

// Who is there now; arrays of one length, an element a person.
struct Present {
    std::vector<std::uint32_t> period;     // the next one in which something can happen
    std::vector<std::uint32_t> programme;  // as in Histories, or unseen_programme; empty without programmes
    std::vector<double> x;                 // [person][width]

    std::size_t size() const { return period.size(); }
};

enum class Parameters : std::uint8_t { drawn, fixed };  // fixed: as if the model were known exactly

struct HeadcountOptions {
    std::uint64_t seed = 0;
    unsigned threads = 2;          // the same bytes for any number
    std::uint32_t ahead = 0;       // periods from everybody's own next one; 0: until the last
    std::uint32_t blocks = 100, per_block = 100;
    Parameters parameters = Parameters::drawn;
};

struct Headcount {
    Level level = Level::programme;  // or school
    std::uint32_t subject = 0;       // which programme: unseen ones together come last
    std::uint8_t event = 0;          // 1 … kinds; 0: none of them
    Outlook outlook;
    Refusal refusal = Refusal::none;  // few_students: look at the school

    bool operator==(const Headcount&) const = default;
};

// Programmes in which anybody is, then the school; within one by event. Nobody there: nothing.
std::vector<Headcount> headcounts(const HazardFit& fit, const Present& present, const HeadcountOptions& options);

}  // namespace loopbaankaart::flow
