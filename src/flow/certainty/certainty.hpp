// What lies beside every figure: between which limits it lies, at 95%.
#pragma once

#include <cmath>

namespace loopbaankaart::flow {

struct Estimate {
    double value = 0, low = 0, high = 0;  // 95%

    bool operator==(const Estimate&) const = default;
};

inline constexpr double two_sided = 1.959963984540054;  // of the normal distribution: 95% lies within

// A share by Wilson (1927, JASA 22, 209–212): inside 0 and 1, and no certainty where all or nobody did. `number` students it is a share of; where
// they are not one independent student each, as many as would give the same standard error.
inline Estimate wilson(double share, double number) {
    const double z2 = two_sided * two_sided, middle = (share + z2 / (2 * number)) / (1 + z2 / number);
    const double apart = two_sided / (1 + z2 / number) * std::sqrt(share * (1 - share) / number + z2 / (4 * number * number));
    return {share, share <= 0 ? 0 : middle - apart, share >= 1 ? 1 : middle + apart};
}
// With a standard error. Where everybody did the same, or nobody did, that is 0 and tells nothing: then it is a share of `number`.
inline Estimate wilson_by_error(double share, double error, double number) {
    constexpr double rounding = 1e-9;
    if (share < rounding) return wilson(0, number);
    if (share > 1 - rounding) return wilson(1, number);
    return wilson(share, error > 0 ? share * (1 - share) / (error * error) : number);
}

}  // namespace loopbaankaart::flow
