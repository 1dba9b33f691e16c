// Draws from distributions, the same on every machine: those of <random> differ between libraries. All are exact (no normal approximation).
//
//     Stream stream{seed, programme, block};
//     const auto left = draw::binomial(stream, 120, draw::beta(stream, 4.5, 80.5));
#pragma once

#include <cstdint>
#include <span>

#include "stream.hpp"

namespace loopbaankaart::flow::draw {

double normal(Stream& stream);       // mean 0, variance 1: ziggurat (Marsaglia and Tsang 2000, J. Statist. Softw. 5(8); bits used once: Doornik 2005)
double half_normal(Stream& stream);  // its absolute value
double gamma(Stream& stream, double shape);  // scale 1, shape > 0: Marsaglia and Tsang 2000, ACM TOMS 26, 363–372; below 1 by their section 6
double beta(Stream& stream, double a, double b);  // a, b > 0; by two gammas, on the log scale where both may be 0 by rounding
std::uint32_t poisson(Stream& stream, double mean);  // 0 ≤ mean < 10⁹: inversion below 10, else PTRS (Hörmann 1993, Insurance: Math. and Econ. 12, 39–45)
std::uint32_t binomial(Stream& stream, std::uint32_t n, double p);  // 0 ≤ p ≤ 1: up to 128 by comparing bits, then inversion below np = 10, else BTRS (Hörmann 1993, JSCS 46, 101–110)
std::uint32_t beta_binomial(Stream& stream, std::uint32_t n, double a, double b);  // a, b > 0: a binomial with a rate from a beta
std::uint32_t negative_binomial(Stream& stream, double mean, double size);  // variance mean + mean²/size: Poisson with a gamma mean
// Rows of draws: each as by the one above of the same name, in less time. `into` is as long as the others.
void betas(Stream& stream, double size, std::span<const double> means, std::span<double> into);  // Beta(size · m, size · (1 − m)), 0 < m < 1
void binomials(Stream& stream, std::span<const std::uint32_t> n, std::span<const double> p, std::span<std::uint32_t> into);
void beta_binomials(Stream& stream, std::span<const std::uint32_t> n, double size, std::span<const double> means, std::span<std::uint32_t> into);
// How many of n go to each place: binomials one after another. `into` as long as `shares`, which are ≥ 0 and sum to a number above 0.
void multinomial(Stream& stream, std::uint32_t n, std::span<const double> shares, std::span<std::uint32_t> into);

}  // namespace loopbaankaart::flow::draw
