// Inside split.cpp: where m and the past δ lie for one pair (κ₁, κ₂), for every τ of a grid, and how likely the pair is.
#pragma once

#include "likelihood.hpp"

namespace loopbaankaart::flow::splits {

// The posterior for one pair (κ₁, κ₂): how likely the pair is, and for each τ how (logit m, z…) lies.
struct Spot {
    double among, within;
    struct Level {
        double log_weight, spread;
        Row centre;
        Row precision;
    };
    std::vector<Level> levels;
    Row mode;
    double log_weight = 0;
};

Spot look(const Likelihood& likelihood, const Surface& surface, double among, Row start);

double log_sum(const std::vector<double>& logs);

}  // namespace loopbaankaart::flow::splits
