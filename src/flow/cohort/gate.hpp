// Whether forecasts of a class (a state so many years ahead) have shown on past cohorts that they can be trusted.
//
// Skill is 1 − ΣCRPS / ΣCRPS of M0; coverage the share of PITs in the middle 80% and 95%. What they could have been is found by drawing whole test cohorts
// anew, with replacement (cluster bootstrap: Davison and Hinkley 1997, 3.8), widened as cohorts are few (Cameron,
// Gelbach and Miller 2008, Rev. Econ. Stat. 90, 414–427, show why); over the classes of a school by Holm (1979, Scand. J. Statist. 6, 65–70).
// Green: skill above 0 and both nominal coverages inside. Red: skill below 0; then only M0 is shown. Grey: under 50 forecasts or 3 cohorts, too
// little to judge. Amber: what remains.
#pragma once

#include <cstdint>
#include <vector>

#include "../certainty/certainty.hpp"
#include "scores.hpp"

namespace loopbaankaart::flow {

// A forecast of one programme that was made when it could be, and what came of it.
struct Tested {
    std::uint32_t cohort;  // the school year it was about: what is drawn anew together
    Score model, own_rate;
};

enum class Colour : std::uint8_t { green, amber, red, grey };

struct Judgement {
    Colour colour = Colour::grey;
    std::size_t forecasts = 0, cohorts = 0;
    Estimate skill, coverage80, coverage95;  // by cohorts drawn anew
    double shown80 = 0, shown95 = 0;  // what the intervals covered as shown, ends included
    double crps = 0, own_crps = 0, log_score = 0, own_log_score = 0;  // means

    bool operator==(const Judgement&) const = default;
};

inline constexpr std::size_t least_forecasts = 50, least_test_cohorts = 3;

// One for each class, in their order. The same for the same seed.
std::vector<Judgement> judge(const std::vector<std::vector<Tested>>& classes, std::uint64_t seed, std::uint32_t resamples = 2000);

// p-values so that all that stay at or below a level may be believed together.
std::vector<double> holm(const std::vector<double>& p);

}  // namespace loopbaankaart::flow
