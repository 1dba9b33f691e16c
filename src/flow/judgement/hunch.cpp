#include "hunch.hpp"

#include <algorithm>
#include <map>

#include "../draws/elementary.hpp"

namespace loopbaankaart::flow {

double share_said(int of_ten) {
    constexpr double edge = 0.025;
    return std::clamp(of_ten / 10.0, edge, 1 - edge);
}
double share_modelled(double share) {
    constexpr double edge = 0.001;
    return std::clamp(share, edge, 1 - edge);
}

double brier(double said, double came_out) { return came_out * (1 - said) * (1 - said) + (1 - came_out) * said * said; }
double log_score(double said, double came_out) {
    return -(came_out > 0 ? came_out * exactly::log(said) : 0) - (came_out < 1 ? (1 - came_out) * exactly::log(1 - said) : 0);
}

Murphy murphy(std::span<const SaidAndDone> all) {
    struct Class {
        double number = 0, said = 0, came_out = 0;
    };
    std::map<std::uint32_t, Class> classes;
    Class whole;
    Murphy parts;
    for (const SaidAndDone& one : all) {
        for (Class* sum : {&classes[one.of_class], &whole}) sum->number += 1, sum->said += one.said, sum->came_out += one.came_out;
        parts.score += brier(one.said, one.came_out);
    }
    const double number = whole.number, mean = whole.came_out / number;
    for (const auto& [code, one] : classes) {
        const double said = one.said / one.number, came_out = one.came_out / one.number;
        parts.reliability += one.number * (said - came_out) * (said - came_out);
        parts.resolution += one.number * (came_out - mean) * (came_out - mean);
    }
    for (const SaidAndDone& one : all) {
        const Class& here = classes[one.of_class];
        const double apart = one.said - here.said / here.number;
        parts.within += apart * apart - 2 * apart * (one.came_out - here.came_out / here.number);
    }
    for (double* part : {&parts.score, &parts.reliability, &parts.resolution, &parts.within}) *part /= number;
    parts.uncertainty = mean * (1 - mean);
    return parts;
}

Murphy murphy(std::span<const Hunch> hunches) {
    std::vector<SaidAndDone> all;
    for (const Hunch& one : hunches) all.push_back({share_said(one.of_ten), one.came_out(), static_cast<std::uint32_t>(one.of_ten)});
    return murphy(all);
}

}  // namespace loopbaankaart::flow
