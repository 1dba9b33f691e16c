// For the tests: any judgements that could be, and those of a school of which the truth is known.
#pragma once

#include <rapidcheck.h>

#include <cmath>

#include <flow/flow.hpp>

#include "../draws/draws.hpp"

namespace loopbaankaart::flow::trial {

inline std::vector<Hunch> any_hunches(int most = 30) {
    std::vector<Hunch> made;
    const auto number = *rc::gen::inRange(1, most);
    for (int at = 0; at < number; ++at) {
        const auto students = static_cast<std::uint32_t>(*rc::gen::inRange(1, 40));
        made.push_back({.teacher = static_cast<std::uint32_t>(*rc::gen::inRange(0, 7)), .cohort = static_cast<std::uint32_t>(*rc::gen::inRange(0, 5)), .of_ten = *rc::gen::inRange(0, 11),
                        .students = students, .happened = static_cast<std::uint32_t>(*rc::gen::inRange<int>(0, static_cast<int>(students) + 1)),
                        .model = *rc::gen::inRange(0, 101) / 100.0});
    }
    return made;
}

// Teachers each judge groups of twenty in each of five cohorts. The log-odds of a group are what the model knows and what only teachers may know.
struct Truth {
    std::uint64_t seed = 1;
    std::uint32_t teachers = 8, cohorts = 5, groups = 8;
    double teachers_know = 1;  // the share of what the model does not know that a teacher sees
};
inline std::vector<Hunch> hunches_of(const Truth& truth) {
    std::vector<Hunch> made;
    const auto share = [](double odds) { return 1 / (1 + std::exp(-odds)); };
    for (std::uint32_t teacher = 0; teacher < truth.teachers; ++teacher) {
        Stream stream{truth.seed, teacher, 0};
        for (std::uint32_t cohort = 0; cohort < truth.cohorts; ++cohort)
            for (std::uint32_t group = 0; group < truth.groups; ++group) {
                constexpr std::uint32_t students = 20;
                const double known = draw::normal(stream), unknown = draw::normal(stream);
                const double seen = truth.teachers_know * unknown + (1 - truth.teachers_know) * draw::normal(stream);
                made.push_back({.teacher = teacher, .cohort = cohort, .of_ten = static_cast<int>(std::lround(10 * share(seen))), .students = students,
                                .happened = draw::binomial(stream, students, share(known + unknown)), .model = share(known)});
            }
    }
    return made;
}

}  // namespace loopbaankaart::flow::trial
