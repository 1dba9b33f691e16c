// What comes together, on the average, from the begin of a pursuit until its end, when some are last seen before it: hours, money, completion itself.
//
// A mean that accrues until a terminal event: μ = ∫ S(u−) dR(u), dR(u) = Σ Y_i dC_i(u) / Σ Y_i, S the share that is still going on (Kaplan and
// Meier), C_i what accrued to i so far (Strawderman 2000, Biometrika 87, 699–705; Ghosh and Lin 2000, Biometrics 56, 554–562). Reckoning with what each
// spent in the end (Kaplan–Meier on euros) would be wrong: who is last seen early has spent little, and not by chance (Lin, Feuer, Etzioni and Wax
// 1997, Biometrics 53, 419–434). With completion as what accrues, μ is the estimate of Aalen and Johansen. Everything is reckoned up to the last
// moment at which anybody completed or dropped out; without anybody last seen before it, μ is the plain mean.
//
// The influence of a pursuit is the derivative of the mean in its weight, exactly (the infinitesimal jackknife, Jaeckel 1972); the variance is the sum
// over persons of the square of the sum of theirs, as of the curves.
#pragma once

#include <span>
#include <vector>

#include "pursuit.hpp"

namespace loopbaankaart::flow {

struct Accrued {
    double mean = 0;
    std::vector<double> influence;  // a pursuit each, times its weight
};

struct UntilEnd {
    Accrued hours;            // contact hours per pursuit begun
    Accrued cost;             // money, in the unit of the prices
    Accrued completed;        // the share that ever completed
    double going_on = 0;      // the share that is still going on at the horizon
    std::int32_t horizon = 0; // minutes: the last moment at which anybody completed or dropped out
};

// Weights above 0; empty: one each. With nobody who completed or dropped all means are 0 and going_on is 1.
UntilEnd until_end(std::span<const Pursuit> pursuits, std::span<const double> weights = {});

// The mean of one for each of another (hours per completion), with its limits: on the logarithm, a delta step, clusters are persons, √(G/(G−1)) and
// Student's t of G−1 for G persons. `under` above 0.
struct Ratio {
    double value = 0, low = 0, high = 0;
    double error = 0;  // standard error of the logarithm, without that widening
};
Ratio ratio(const Accrued& above, const Accrued& under, std::span<const Pursuit> pursuits);

}  // namespace loopbaankaart::flow
