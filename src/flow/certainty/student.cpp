#include "student.hpp"

#include <cmath>
#include <numbers>

namespace loopbaankaart::flow {

namespace {

// Where a rising function passes p.
template <typename Function>
double passes(const Function& below, double p) {
    double low = -1, high = 1;
    while (below(low) > p) low *= 2;
    while (below(high) < p) high *= 2;
    while (high - low > 1e-10 * (1 + std::abs(low))) {
        const double middle = (low + high) / 2;
        (below(middle) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

double student_below(double t, std::size_t degrees) {
    const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees))), square = std::cos(angle) * std::cos(angle);
    const bool odd = degrees % 2 == 1;
    double sum = 0, term = odd ? std::cos(angle) : 1;
    for (std::size_t at = odd ? 2 : 1; at < degrees; at += 2) {
        sum += term;
        term *= square * static_cast<double>(at) / static_cast<double>(at + 1);
    }
    const double within = odd ? 2 / std::numbers::pi * (angle + std::sin(angle) * sum) : std::sin(angle) * sum;
    return (1 + within) / 2;
}

double student_quantile(double p, std::size_t degrees) {
    constexpr std::size_t many = 200;  // from there on within 1e-9 by its expansion (26.7.5)
    if (degrees > many) {
        const double z = normal_quantile(p), z2 = z * z, nu = static_cast<double>(degrees);
        return z + z * ((z2 + 1) / 4 + ((5 * z2 + 16) * z2 + 3) / (96 * nu) + (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * nu * nu)) / nu;
    }
    return passes([degrees](double t) { return student_below(t, degrees); }, p);
}

double normal_below(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }
double normal_quantile(double p) { return passes(normal_below, p); }

}  // namespace loopbaankaart::flow
