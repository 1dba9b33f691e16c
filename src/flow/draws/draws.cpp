#include "draws.hpp"

#include <array>
#include <cmath>

#include "elementary.hpp"

namespace loopbaankaart::flow::draw {

namespace {

// For shape ≥ 1.
double large_gamma(Stream& stream, double shape) {
    const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal(stream);
        double v = 1 + c * x;
        if (v <= 0) continue;
        v = v * v * v;
        const double u = stream.uniform(), square = x * x;
        if (u < 1 - 0.0331 * square * square) return d * v;
        if (exactly::log(u) < 0.5 * square + d * (1 - v + exactly::log(v))) return d * v;
    }
}

double log_of_gamma(Stream& stream, double shape) {
    if (shape >= 1) return exactly::log(large_gamma(stream, shape));
    const double above = exactly::log(large_gamma(stream, shape + 1));
    return above + exactly::log(stream.uniform()) / shape;
}

constexpr auto parts_of_one = [] {  // 1/k
    std::array<double, 64> parts{};
    for (std::size_t k = 1; k < parts.size(); ++k) parts[k] = 1.0 / static_cast<double>(k);
    return parts;
}();

// By walking up the probabilities; p ≤ ½ and np < 10, so that (1−p)ⁿ is no smaller than e⁻¹⁴.
std::uint32_t binomial_by_steps(Stream& stream, std::uint32_t n, double p) {
    const double q = 1 - p, odds = p / q;
    double none = 1, square = q;  // qⁿ by squaring: a third of the time of log and exp
    for (std::uint32_t power = n; power > 0; power >>= 1U, square *= square)
        if (power & 1U) none *= square;
    for (;;) {
        double u = stream.uniform(), here = none;
        for (std::uint32_t k = 0; k <= n; ++k) {
            if (u < here) return k;
            u -= here;
            here *= odds * (n - k) * (k + 1 < parts_of_one.size() ? parts_of_one[k + 1] : 1 / (k + 1.0));
        }
    }
}

std::uint32_t binomial_by_rejection(Stream& stream, std::uint32_t n, double p) {
    const double spread = std::sqrt(n * p * (1 - p)), b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * p;
    const double centre = n * p + 0.5, sure = 0.92 - 4.2 / b, alpha = (2.83 + 5.1 / b) * spread;
    for (;;) {
        const double u = stream.uniform() - 0.5, v = stream.uniform(), us = 0.5 - std::abs(u);
        const double at = std::floor((2 * a / us + b) * u + centre);
        if (at < 0 || at > n) continue;
        const auto k = static_cast<std::uint32_t>(at);
        if (us >= 0.07 && v <= sure) return k;
        const auto mode = static_cast<std::uint32_t>((n + 1.0) * p);  // seldom needed
        const double bound = exactly::log_factorial(mode) + exactly::log_factorial(n - mode) - exactly::log_factorial(k) - exactly::log_factorial(n - k) + (at - mode) * exactly::log(p / (1 - p));
        if (exactly::log(v * alpha / (a / (us * us) + b)) <= bound) return k;
    }
}

}  // namespace

double normal(Stream& stream) {
    for (;;) {
        const double u = stream.uniform(), v = 1.7156 * (stream.uniform() - 0.5);
        const double x = u - 0.449871, y = std::abs(v) + 0.386595;
        const double q = x * x + y * (0.19600 * y - 0.25472 * x);
        if (q < 0.27597) return v / u;
        if (q > 0.27846) continue;
        if (v * v <= -4 * exactly::log(u) * u * u) return v / u;
    }
}

double half_normal(Stream& stream) { return std::abs(normal(stream)); }

double gamma(Stream& stream, double shape) { return shape >= 1 ? large_gamma(stream, shape) : exactly::exp(log_of_gamma(stream, shape)); }

double beta(Stream& stream, double a, double b) {
    if (a >= 1 && b >= 1) {
        const double x = large_gamma(stream, a), y = large_gamma(stream, b);
        return x / (x + y);
    }
    const double x = log_of_gamma(stream, a), y = log_of_gamma(stream, b);
    return 1 / (1 + exactly::exp(y - x));
}

std::uint32_t poisson(Stream& stream, double mean) {
    if (mean < 10) {
        const double none = exactly::exp(-mean);
        for (;;) {
            double u = stream.uniform(), here = none;
            for (std::uint32_t k = 0; k < 200; ++k) {
                if (u < here) return k;
                u -= here;
                here *= mean / (k + 1.0);
            }
        }
    }
    const double b = 0.931 + 2.53 * std::sqrt(mean), a = -0.059 + 0.02483 * b;
    const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), sure = 0.9277 - 3.6224 / (b - 2), log_mean = exactly::log(mean);
    for (;;) {
        const double u = stream.uniform() - 0.5, v = stream.uniform(), us = 0.5 - std::abs(u);
        const double at = std::floor((2 * a / us + b) * u + mean + 0.43);
        if (at < 0 || at > 4e9 || (us < 0.013 && v > us)) continue;
        const auto k = static_cast<std::uint32_t>(at);
        if (us >= 0.07 && v <= sure) return k;
        if (exactly::log(v * inverse_alpha / (a / (us * us) + b)) <= at * log_mean - mean - exactly::log_factorial(k)) return k;
    }
}

std::uint32_t binomial(Stream& stream, std::uint32_t n, double p) {
    if (n == 0 || p <= 0) return 0;
    if (p >= 1) return n;
    const double rare = p <= 0.5 ? p : 1 - p;
    const std::uint32_t k = n * rare < 10 ? binomial_by_steps(stream, n, rare) : binomial_by_rejection(stream, n, rare);
    return p <= 0.5 ? k : n - k;
}

std::uint32_t negative_binomial(Stream& stream, double mean, double size) {
    return mean <= 0 ? 0 : poisson(stream, gamma(stream, size) * mean / size);
}

void multinomial(Stream& stream, std::uint32_t n, std::span<const double> shares, std::span<std::uint32_t> into) {
    for (std::size_t at = 0; at < shares.size(); ++at) {
        double left = 0;  // summed anew: the last place with a share gets exactly all that are left
        for (std::size_t later = at; later < shares.size(); ++later) left += shares[later];
        into[at] = left > 0 ? binomial(stream, n, shares[at] / left) : 0;
        n -= into[at];
    }
}

}  // namespace loopbaankaart::flow::draw
