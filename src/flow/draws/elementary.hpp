// Logarithm, exponential and the gamma function's relatives, from additions, multiplications, divisions and roots only: these are exact to the
// last bit by IEEE 754, so that a draw that compares against a logarithm is the same on every machine (libm differs in its last bit).
//
// log: x = 2ᵏm with m in [√½, √2), 2 artanh((m−1)/(m+1)). exp: x = k ln 2 + r, Taylor in r. Both within 2 ulp.
// Gamma: Stirling's series (Abramowitz and Stegun 1964, 6.1.40, 6.3.18, 6.4.12) above 10, the recurrence below. Within 1e-13 relative to max(1, value).
#pragma once

#include <cstdint>

namespace loopbaankaart::flow::exactly {

double log(double x);            // x > 0 and normal; −∞ for 0
double exp(double x);            // 0 below −708, ∞ above 709
double log_gamma(double x);      // x > 0
double digamma(double x);        // x > 0
double trigamma(double x);       // x > 0
double log_factorial(std::uint32_t n);
double log_rising(double x, std::uint32_t n);  // log x(x+1)…(x+n−1), x > 0
inline double share(double logit) { return 1 / (1 + exp(-logit)); }  // the inverse of log(p/(1−p))

}  // namespace loopbaankaart::flow::exactly
