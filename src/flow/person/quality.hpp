// How good chances were, once it is known what happened.
//
// Log score: the mean of −log of the chance given to what happened. Brier: the mean of Σ(chance − 1 or 0)² over outcomes (Brier 1950, Mon. Weather Rev.
// 78, 1–3; Gneiting and Raftery 2007, JASA 102, 359–378). Calibration gap: people in ten groups of equal size by their chance of an outcome; the mean
// distance between chance and what happened, over groups and outcomes. Lower is better, for all three.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace loopbaankaart::flow {

struct Quality {
    std::size_t people = 0;
    double log_score = 0, log_score_error = 0;  // and its standard error
    double brier = 0, calibration_gap = 0;
};

// chances: [person][outcome], above 0 where it happened (else the log score is infinite); happened: which outcome.
Quality quality(std::span<const double> chances, std::span<const std::uint8_t> happened, std::size_t outcomes);

// Of two models on the same people, the mean of log score of the first less that of the second, and its standard error: a challenger is better
// by more than two of these, or not.
struct Difference {
    double mean = 0, error = 0;
};
Difference log_score_difference(std::span<const double> first, std::span<const double> second, std::span<const std::uint8_t> happened, std::size_t outcomes);

}  // namespace loopbaankaart::flow
