#include "elementary.hpp"

#include <array>
#include <bit>
#include <limits>

namespace loopbaankaart::flow::exactly {

namespace {

constexpr double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;  // high has 21 zero bits: k·high is exact
constexpr double half_log_2pi = 0.91893853320467274178;
constexpr double stirling_from = 10;

constexpr auto odd_parts = [] {  // 1/3, 1/5, … 1/21
    std::array<double, 10> parts{};
    for (std::size_t at = 0; at < parts.size(); ++at) parts[at] = 1.0 / static_cast<double>(2 * at + 3);
    return parts;
}();
constexpr auto inverse_factorials = [] {  // 1/0! … 1/13!
    std::array<double, 14> parts{1};
    double factorial = 1;  // exact
    for (std::size_t at = 1; at < parts.size(); ++at) factorial *= static_cast<double>(at), parts[at] = 1 / factorial;
    return parts;
}();

double power_of_two(std::int64_t k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U); }

}  // namespace

double log(double x) {
    if (!(x > 0)) return -std::numeric_limits<double>::infinity();
    const auto bits = std::bit_cast<std::uint64_t>(x);
    auto k = static_cast<std::int64_t>(bits >> 52U) - 1023;
    double m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFU) | 0x3FF0000000000000U);
    if (m > 1.4142135623730951) m *= 0.5, ++k;
    const double s = (m - 1) / (m + 1), z = s * s;
    const double z2 = z * z, z4 = z2 * z2;  // pairs of terms (Estrin): a chain of ten would be waiting most of the time
    const auto pair = [&](std::size_t at) { return odd_parts[at] + odd_parts[at + 1] * z; };
    const double series = z * ((pair(0) + pair(2) * z2) + z4 * ((pair(4) + pair(6) * z2) + z4 * pair(8)));
    const auto power = static_cast<double>(k);
    return power * ln2_high + (2 * s + (2 * s * series + power * ln2_low));
}

double exp(double x) {
    if (x < -708) return 0;
    if (x > 709) return std::numeric_limits<double>::infinity();
    const double scaled = x * 1.44269504088896338700;
    const auto k = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    const auto power = static_cast<double>(k);
    const double r = (x - power * ln2_high) - power * ln2_low;
    const double r2 = r * r, r4 = r2 * r2;
    const auto pair = [&](std::size_t at) { return inverse_factorials[at] + inverse_factorials[at + 1] * r; };
    const double tail = (pair(2) + pair(4) * r2) + r4 * ((pair(6) + pair(8) * r2) + r4 * (pair(10) + pair(12) * r2));
    return (1 + (r + r2 * tail)) * power_of_two(k);
}

double log_gamma(double x) {
    double product = 1;
    for (; x < stirling_from; ++x) product *= x;
    const double y = 1 / x, z = y * y;
    const double tail = y * (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z / 1188))));
    const double above = (x - 0.5) * log(x) - x + half_log_2pi + tail;
    return product == 1 ? above : above - log(product);
}

double digamma(double x) {
    double below = 0;
    for (; x < stirling_from; ++x) below += 1 / x;
    const double y = 1 / x, z = y * y;
    return log(x) - y / 2 - z * (1.0 / 12 - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z / 132)))) - below;
}

double trigamma(double x) {
    double below = 0;
    for (; x < stirling_from; ++x) below += 1 / (x * x);
    const double y = 1 / x, z = y * y;
    return y + z / 2 + y * z * (1.0 / 6 - z * (1.0 / 30 - z * (1.0 / 42 - z * (1.0 / 30 - z * 5 / 66)))) + below;
}

double log_factorial(std::uint32_t n) {
    static const auto table = [] {
        std::array<double, 1024> values{};
        for (std::uint32_t at = 2; at < values.size(); ++at) values[at] = log_gamma(at + 1.0);
        return values;
    }();
    return n < table.size() ? table[n] : log_gamma(n + 1.0);
}

double log_rising(double x, std::uint32_t n) {
    constexpr std::uint32_t few = 24;  // their product cannot overflow for x below 10¹²
    if (n > few) return log_gamma(x + n) - log_gamma(x);
    double product = 1;
    for (std::uint32_t at = 0; at < n; ++at) product *= x + at;
    return n == 0 ? 0 : log(product);
}

}  // namespace loopbaankaart::flow::exactly
