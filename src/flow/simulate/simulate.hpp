// Schools that never were, of which the truth is known: to see whether a forecast is as sure as it should be.
//
// Each programme has rates of its own, each cohort its own around those, each school year something that moves all programmes alike; on top a
// trend, a regime change, registrations that come late, intakes that move together or students who enter year 2 from elsewhere, when asked. A seed is a school.
#pragma once

#include "../cohort/school.hpp"

namespace loopbaankaart::flow {

struct Simulation {
    std::uint64_t seed = 1;
    std::uint32_t programmes = 200, sectors = 8;
    std::size_t years = 8;
    double least_intake = 8, most_intake = 150;  // a programme's mean lies between, evenly on the log scale
    double intake_size = 30;                     // of the negative binomial
    double among = 40, within = 90;              // κ₁, κ₂: programmes, cohorts
    double year_spread = 0.2;                    // of what a year shares, on the log-odds
    double trend = 0;                            // of leaving, on the log-odds a year
    std::size_t changes_in = 0;                  // the year from which leaving is …
    double change = 0;                           // … this much more likely on the log-odds
    double intake_year_spread = 0;               // of what a year does to the intakes of all programmes, on the log scale
    double side = 0;                             // how many enter year 2 from elsewhere, a student of mean intake; a year and programme is negative binomial as well
    double late = 0;                             // the share of those who left in the last year that is not recorded yet: they still look present
};

// States year_1, year_2, left, switched, diploma; from a year one leaves, switches, stays, or goes on.
School simulate(const Simulation& simulation);

}  // namespace loopbaankaart::flow
