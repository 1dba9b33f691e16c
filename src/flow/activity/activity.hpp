// What an activity takes and costs (School §3, the third level: a subject, a certificate, a diploma), on the average and with its bandwidth.
//
// Over contact hours as the clock: the share that completes by then, with dropping out as the competing end (Aalen and Johansen, curves.hpp), and the
// hours at which it reaches .1, .5 and .9, nothing where it never does. Hours and cost per completion are E[what all spend] / P(completion)
// (until_end.hpp): what those spent who never completed counts as well.
//
//     for (const flow::Activity& line : flow::activities(reading->attempts)) use(line.cost, line.refused);
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "../certainty/certainty.hpp"
#include "../curves/curves.hpp"
#include "pursuit.hpp"

namespace loopbaankaart::flow {

// Why a line says less; the first that holds.
enum class LessSaid : std::uint8_t {
    nothing,
    few_students,   // fewer than ten: nothing is said
    few_completed,  // fewer than five completed: neither hours nor cost per completion
    going_on,       // more than a fifth is still going on when the last one ended: too early for those
};

struct HoursAt {
    std::optional<double> at, low, high;  // nothing: not reached
};

struct Activity {
    std::uint32_t activity = 0;
    std::optional<std::uint32_t> programme, prior;  // nothing: all together
    std::size_t students = 0;
    LessSaid refused = LessSaid::nothing;

    Estimate completed, dropped;  // the shares that ever did, up to the horizon
    double going_on = 1;          // what remains
    double horizon = 0;           // in contact hours: the last time anybody completed or dropped out
    std::array<HoursAt, 3> hours_at;                 // of all who begin: .1, .5 and .9 have completed
    std::array<std::optional<double>, 3> hours_done; // the same of those who complete: the bandwidth of who gets there
    std::optional<Estimate> hours, cost;             // per completion; cost in the unit of the prices, nothing without prices
    Curves curves;                                   // on a clock of minutes: states pursuing, has_completed, has_dropped; empty when refused
};

inline constexpr std::size_t least_students = 10, least_completed = 5;
inline constexpr double most_going_on = 0.2;
inline constexpr std::array<double, 3> asked_shares{0.1, 0.5, 0.9};

// For every activity: all together, and where the file tells them by programme, by prior education and by both; in that order, each in the order of its
// names. A student counts once in a line, whatever they took on in it.
std::vector<Activity> activities(const Attempts& attempts);
// Of pursuits of one activity.
Activity activity_of(std::span<const Pursuit> pursuits, bool priced);

}  // namespace loopbaankaart::flow
