// What was said beside what came out, in classes: somebody's own, for themselves alone, or a team's.
//
// A class is what lies near each other of ten: 0–1, 2–3, 4–6, 7–8, 9–10. Its limits are Wilson's, of as many independent outcomes as would vary as much:
// (Σw)²/Σw²v, v = ρ + (1−ρ)/n for a group of n whose students are alike by ρ, of which w said this: what came of one group is one thing, however many
// judged it. ρ by moments over all classes, 0 … 1. Below `enough_to_compare` groups more than classes ρ is 1: then a group counts as one outcome, which is
// sure to be wide enough.
#pragma once

#include <span>
#include <vector>

#include "../certainty/certainty.hpp"
#include "hunch.hpp"

namespace loopbaankaart::flow {

struct CalibrationClass {
    int from = 0, to = 0;        // of ten, both included
    std::size_t judgements = 0;  // never 0
    double said = 0;             // the mean
    Estimate came_out;
};

inline constexpr std::size_t enough_to_compare = 10;

// The classes in which anything was said, in order.
std::vector<CalibrationClass> calibration(std::span<const Hunch> hunches);

// How alike students of one group are in what comes of them: the intraclass correlation in those classes.
double alikeness(std::span<const Hunch> hunches);

}  // namespace loopbaankaart::flow
