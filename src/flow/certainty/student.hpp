// Student's t and the normal distribution, for the few places where a p-value or a limit is asked of them.
#pragma once

#include <cstddef>

namespace loopbaankaart::flow {

// P(T ≤ t) with so many degrees of freedom, at least 1 (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4).
double student_below(double t, std::size_t degrees);
// The t that is passed with probability 1 − p, 0 < p < 1; within 1e-9.
double student_quantile(double p, std::size_t degrees);
double normal_below(double z);
double normal_quantile(double p);  // 0 < p < 1; within 1e-9

}  // namespace loopbaankaart::flow
