// What would be if another number began, if fewer took a way, or if a programme took nobody in: from what is kept of a forecast, without the students' data.
//
// No draws: mean and variance of who is where, year after year, by the model's own numbers (M1), each to first order (the delta method: Casella and Berger, Statistical
// Inference, 2nd ed., 5.5.4). In the variance: the chance of every student (multinomial), of intakes (negative binomial, its mean no better known than three years
// tell), what is not known of a programme's rates (beta, with the school's κ₁ and κ₂), what a cohort and what a school year do; the last is added up over programmes
// before it is squared, as all share it. It says by how much the forecast moves and how much wider or narrower it becomes: the limits of the engine's draws are moved and
// stretched by that, so that who changes nothing sees the forecast itself. Beside the engine on simulated schools: what_if_test.cpp.
//
// Counts are taken as they are told with noise, and that noise is part of what is not known. Limits are kept in fives again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outlooks.hpp"

namespace loopbaankaart::flow {

struct WhatIf {
    std::optional<std::uint32_t> intake;   // of what is looked at, in every year that has not begun; among its programmes as they are
    std::optional<State> way;              // of a hundred who stand where it can be taken …
    std::int32_t fewer = 0;                // … so many fewer take it (more, below 0)
    std::optional<std::uint32_t> closed;   // this programme takes nobody in any more

    bool nothing() const { return !intake && (!way || fewer == 0) && !closed; }
};

// Of each year ahead.
struct Expected {
    std::vector<double> mean, sd;
};
// How many are in the state (or at the school: Places::state) by the end of each year forecast.
Expected expected(const Outlooks& outlooks, std::uint32_t subject, State state, const WhatIf& what_if);

// The forecast as it would be.
Outlook moved(const Outlook& forecast, double further, double wider);

}  // namespace loopbaankaart::flow
