#include "calibration.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace loopbaankaart::flow {

namespace {

struct ClassBounds {
    int from, to;
};
constexpr std::array<ClassBounds, 5> bounds{{{0, 1}, {2, 3}, {4, 6}, {7, 8}, {9, 10}}};

// One group in one class, and how many judgements of it lie there.
struct Judged {
    const Hunch* any;
    double judgements = 0, said = 0;
};
using Class = std::vector<Judged>;
using Classes = std::array<Class, bounds.size()>;

std::size_t class_of(const Hunch& one) {
    std::size_t at = 0;
    while (bounds[at].to < one.of_ten) ++at;
    return at;
}
Classes in_classes(std::span<const Hunch> hunches) {
    Classes classes;
    std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> places;  // by class and group
    for (const Hunch& one : hunches) {
        Class& all = classes[class_of(one)];
        const std::size_t place = one.group ? places.try_emplace({class_of(one), *one.group}, all.size()).first->second : all.size();
        if (place == all.size()) all.push_back({&one});
        all[place].judgements += 1, all[place].said += share_said(one.of_ten);
    }
    return classes;
}

}  // namespace

double alikeness(std::span<const Hunch> hunches) {
    const Classes classes = in_classes(hunches);
    std::size_t used = 0, groups = 0;
    for (const Class& all : classes) used += all.empty() ? 0 : 1, groups += all.size();
    if (groups < used + enough_to_compare) return 1;
    double differ = 0, alone = 0, alike = 0;  // squares seen; what independent students would give; what ρ adds
    for (const Class& all : classes) {
        if (all.size() < 2) continue;
        const auto number = static_cast<double>(all.size());
        double mean = 0;
        for (const Judged& one : all) mean += one.any->came_out();
        mean /= number;
        const double apart = mean * (1 - mean);
        for (const Judged& one : all) {
            differ += (one.any->came_out() - mean) * (one.any->came_out() - mean) * number / (number - 1);
            alone += apart / one.any->students, alike += apart * (1 - 1.0 / one.any->students);
        }
    }
    return alike > 0 ? std::clamp((differ - alone) / alike, 0.0, 1.0) : 1;
}

std::vector<CalibrationClass> calibration(std::span<const Hunch> hunches) {
    const double alike = alikeness(hunches);
    const Classes classes = in_classes(hunches);
    std::vector<CalibrationClass> shown;
    for (std::size_t at = 0; at < bounds.size(); ++at) {
        double number = 0, said = 0, came_out = 0, vary = 0;
        for (const Judged& one : classes[at]) {
            number += one.judgements, said += one.said, came_out += one.judgements * one.any->came_out();
            vary += one.judgements * one.judgements * (alike + (1 - alike) / one.any->students);
        }
        if (number > 0) shown.push_back({bounds[at].from, bounds[at].to, static_cast<std::size_t>(number), said / number, wilson(came_out / number, number * number / vary)});
    }
    return shown;
}

}  // namespace loopbaankaart::flow
