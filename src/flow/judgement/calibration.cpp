#include "calibration.hpp"

#include <algorithm>
#include <array>

namespace loopbaankaart::flow {

namespace {

struct ClassBounds {
    int from, to;
};
constexpr std::array<ClassBounds, 5> bounds{{{0, 1}, {2, 3}, {4, 6}, {7, 8}, {9, 10}}};

using Classes = std::array<std::vector<const Hunch*>, bounds.size()>;

Classes in_classes(std::span<const Hunch> hunches) {
    Classes classes;
    for (const Hunch& one : hunches)
        for (std::size_t at = 0; at < bounds.size(); ++at)
            if (bounds[at].from <= one.of_ten && one.of_ten <= bounds[at].to) classes[at].push_back(&one);
    return classes;
}
double mean_outcome(const std::vector<const Hunch*>& all) {
    double sum = 0;
    for (const Hunch* one : all) sum += one->came_out();
    return sum / static_cast<double>(all.size());
}

}  // namespace

double alikeness(std::span<const Hunch> hunches) {
    const Classes classes = in_classes(hunches);
    const auto used = static_cast<std::size_t>(std::count_if(classes.begin(), classes.end(), [](const auto& one) { return !one.empty(); }));
    if (hunches.size() < used + enough_to_compare) return 1;
    double differ = 0, alone = 0, alike = 0;  // squares seen; what independent students would give; what ρ adds
    for (const auto& all : classes) {
        if (all.size() < 2) continue;
        const double mean = mean_outcome(all), apart = mean * (1 - mean), number = static_cast<double>(all.size());
        for (const Hunch* one : all) {
            differ += (one->came_out() - mean) * (one->came_out() - mean) * number / (number - 1);
            alone += apart / one->students, alike += apart * (1 - 1.0 / one->students);
        }
    }
    return alike > 0 ? std::clamp((differ - alone) / alike, 0.0, 1.0) : 1;
}

std::vector<CalibrationClass> calibration(std::span<const Hunch> hunches) {
    const double alike = alikeness(hunches);
    const Classes classes = in_classes(hunches);
    std::vector<CalibrationClass> shown;
    for (std::size_t at = 0; at < bounds.size(); ++at) {
        const auto& all = classes[at];
        if (all.empty()) continue;
        CalibrationClass one{.from = bounds[at].from, .to = bounds[at].to, .judgements = all.size()};
        const auto number = static_cast<double>(all.size());
        double vary = 0;
        for (const Hunch* hunch : all) one.said += share_said(hunch->of_ten) / number, vary += alike + (1 - alike) / hunch->students;
        one.came_out = wilson(mean_outcome(all), number * number / vary);
        shown.push_back(one);
    }
    return shown;
}

}  // namespace loopbaankaart::flow
