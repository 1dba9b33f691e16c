// What of an activity's hours and cost may be shown (activity.hpp), so that no group of fewer than ten students, nor those of it who completed, can be read or reckoned out.
//
// Figures are of all who began, of a programme, of a prior education, and of both. What somebody can reckon with are counts: of who began, by how it ended (completed, and
// by which hour; stopped; still going on) and, beside the diploma, of who did not begin. Each such way to end is a slice of the students. In every slice, every programme and
// every prior education has nobody or ten and more. Where one has fewer it stands with others, `*`; where too few stopped, stopping is not told apart from going on (of all together it may be, where of parts it is not); and hours
// are told on a clock so coarse that in each piece of it nobody or ten and more completed.
//
// Why that is enough: what is left unknown are tables of which the margins are known, all of them nobody or ten and more. A cell of such a table, or some of its rows by some
// of its columns, lies between max(0, r + c − n) and min(r, c) (Fréchet), and each number between is possible. So it is known, and then it is a sum of those margins or 0; or
// it has eleven possible numbers and more. Of programme by prior education whole programmes are told where all their cells are enough, as long as what is left has margins that are enough too.
// The parts of a table have a clock of which each piece is some pieces of the whole's, so that the same holds for pieces by programmes. (costs_test.cpp solves it.)
//
// Shares are kept in whole hundredths, hours in tenths, money in units: where somebody was last seen before the end, finer figures would tell of when.
//
// What is not told by this: two activities beside each other that are both no diploma, and two files of one school at different times.
//
//     const Costs costs = flow::hide_small_costs(reading->attempts);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../activity/activity.hpp"

namespace loopbaankaart::flow {

struct CostStep {
    double hours;        // contact hours since they began
    Estimate completed;  // the share that had completed by then
};

struct CostLine {
    std::string activity;
    bool whole = false;                 // it is the diploma that ends all others
    std::string programme, prior;       // empty: all together; `others` (cells.hpp): those of few together
    std::uint32_t students = 0;         // who began; in two programmes they count twice
    LessSaid refused = LessSaid::nothing;
    Estimate completed;
    std::optional<Estimate> dropped;    // nothing: too few stopped, or went on, to tell them apart
    std::optional<Estimate> hours, cost;  // per completion; nothing when refused, cost also without prices
    std::vector<CostStep> steps;        // in order; the last: as far as anybody completed
};

struct Costs {
    std::vector<CostLine> lines;        // by activity; all together first, then programmes, prior educations, both
    std::vector<std::string> silent;    // activities of which nothing may be told
    std::uint32_t least = 0;            // 0: nothing was hidden
};

struct CostHiding {
    std::uint32_t least = 10;           // students in a slice; never under six
    bool small_alone = false;           // only lines that are small themselves are left out, as if nobody could subtract: for the attack of the tests
};
// Deterministic.
Costs hide_small_costs(const Attempts& attempts, CostHiding hiding = {});
// Of published data: everything that the engine says.
Costs show_all_costs(const Attempts& attempts);

// At how many hours the share is reached, on a straight line between steps: of the share itself, or of a limit of it. Nothing: never.
std::optional<double> hours_at(const CostLine& line, double share, double Estimate::* limit = &Estimate::value);

}  // namespace loopbaankaart::flow
