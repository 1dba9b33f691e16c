// Whether forecasts of a class (a state so many years ahead) have shown on past cohorts that they can be trusted.
//
// Skill is 1 − ΣCRPS / ΣCRPS of M0; coverage the share of PITs in the middle 80% and 95%. How far off they may be is found by leaving out whole test
// cohorts, and whole programmes, one at a time; the wider of both counts, with Student's t of a cohort fewer (jackknife of clusters: Cameron and
// Miller 2015, J. Human Resources 50, 317–372, VI.B and C); of coverage on its log-odds, and never closer than independent forecasts would be.
// Drift: if the model holds, the PITs of the school's totals are independent and even, one after another (Dawid 1984, JRSS A 147, 278–292; Diebold, Gunther and
// Tay 1998, Int. Econ. Rev. 39, 863–883). As normal scores their mean over all test cohorts, and over the last two, should lie about 0; forecasts
// of several years ahead overlap, and then count for as many fewer. What drifts so many years ahead is doubted for later years too: the way there goes through it.
// Green: all forecasts of the school together have shown skill (one-sided), this class has too in what was seen, both nominal coverages inside, no drift.
// Red: the class lacks skill (by Holm 1979, Scand. J. Statist. 6, 65–70, over the classes); then only M0 is shown. Grey: under 50 forecasts or 3 cohorts, too
// little to judge. Amber: what remains. Why so: docs/adr/0020-what-the-gate-asks.md.
#pragma once

#include <cstdint>
#include <vector>

#include "../certainty/certainty.hpp"
#include "scores.hpp"

namespace loopbaankaart::flow {

// A forecast of one programme that was made when it could be, and what came of it.
struct Tested {
    std::uint32_t cohort;  // the school year it was about
    Score model, own_rate;
    std::uint32_t programme = 0;
};

// Of one state and number of years ahead.
struct TestedClass {
    std::vector<Tested> programmes;
    std::vector<Tested> totals;  // of the whole school, one a cohort, in order
    std::uint32_t ahead = 1;
};

enum class Colour : std::uint8_t { green, amber, red, grey };

// What keeps a class from green, as a set.
struct Doubts {
    bool school_skill = false, skill = false, coverage = false, drift = false;

    bool operator==(const Doubts&) const = default;
};

struct Judgement {
    Colour colour = Colour::grey;
    Doubts doubts;
    std::size_t forecasts = 0, cohorts = 0;
    Estimate skill, coverage80, coverage95;  // by cohorts drawn anew
    double drift = 1;                 // p-value, of this class alone
    double shown80 = 0, shown95 = 0;  // what the intervals covered as shown, ends included
    double crps = 0, own_crps = 0, log_score = 0, own_log_score = 0;  // means

    bool operator==(const Judgement&) const = default;
};

struct Verdict {
    Estimate skill;                     // of all classes together
    std::vector<Judgement> judgements;  // of each class

    bool operator==(const Verdict&) const = default;
};

inline constexpr std::size_t least_forecasts = 50, least_test_cohorts = 3;

// Classes of one state follow one another, by years ahead.
Verdict judge(const std::vector<TestedClass>& classes);

// p-values so that all that stay at or below a level may be believed together.
std::vector<double> holm(const std::vector<double>& p);

}  // namespace loopbaankaart::flow
