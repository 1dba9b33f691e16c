// For the tests: students of three cohorts with what is known of them, and how it ended by a known rule.
#pragma once

#include <cmath>
#include <vector>

#include <flow/flow.hpp>

#include "../draws/draws.hpp"

namespace loopbaankaart::flow::trial {

struct Students {
    Persons persons;
    std::vector<std::uint32_t> leave;
    std::vector<std::size_t> of_cohort[3];

    Courses courses() const { return {.persons = persons, .none = 1, .periods = 2, .enter = {}, .leave = leave}; }
};

inline constexpr std::size_t grade = 0, hours = 1, entry = 2, programme = 3, gender = 4;  // features

// Outcomes: left, still studying (after two periods), diploma. Gender does not matter.
inline Students students(std::size_t count, std::uint64_t seed) {
    Students all;
    Persons& persons = all.persons;
    persons.outcomes = {"left", "studying", "diploma"}, persons.cohorts = {"2020", "2021", "2022"};
    persons.features = {{.name = "grade", .why = "extra lessons can be offered", .changeable = true},
                        {.name = "hours", .why = "what was taken on"},
                        {.name = "entry", .why = "what was learned before", .categories = {"vmbo", "havo", "", "mbo"}},
                        {.name = "programme", .why = "programmes differ", .categories = {"cook", "nurse", "smith"}, .role = Role::programme},
                        {.name = "gender", .why = "to see whether the model errs", .categories = {"f", "m"}, .role = Role::gender}};
    Stream stream{seed, 3, 0};
    const auto of = [&](std::uint32_t choices) { return static_cast<std::uint32_t>(stream.uniform() * choices); };
    for (std::size_t person = 0; person < count; ++person) {
        auto& features = persons.features;
        features[grade].numbers.push_back(stream.uniform() < 0.05 ? NAN : 6.5 + 1.2 * draw::normal(stream)), features[hours].numbers.push_back(10 + of(21));
        features[entry].codes.push_back(stream.uniform() < 0.1 ? 2 : of(4)), features[programme].codes.push_back(of(3)), features[gender].codes.push_back(of(2));
        const double better = std::isnan(features[grade].numbers.back()) ? 0 : features[grade].numbers.back() - 6.5;
        const double busy = (features[hours].numbers.back() - 20) / 6;
        std::vector<double> shares{1, 0, 0};
        std::vector<std::uint32_t> went(3);
        std::uint32_t period = 0, event = 0;
        do {
            shares[1] = std::exp(-1.1 - 0.7 * better + 0.4 * busy + 0.3 * features[programme].codes.back());
            shares[2] = std::exp(-1.5 + 0.8 * better + (features[entry].codes.back() == 1 ? 0.6 : 0) + 0.8 * period);
            draw::multinomial(stream, 1, shares, went);
            event = went[1] > 0 ? 1 : went[2] > 0 ? 2 : 0;
        } while (++period < 2 && event == 0);
        persons.outcome.push_back(event == 0 ? 1 : event == 1 ? 0 : 2), all.leave.push_back(period);
        persons.cohort.push_back(static_cast<std::uint32_t>(person * 3 / count)), all.of_cohort[person * 3 / count].push_back(person);
    }
    return all;
}

inline PersonModel model_of(const Students& all) {
    auto model = PersonModel::learn(all.courses(), all.of_cohort[0], all.of_cohort[1], {});
    if (!model) throw std::runtime_error{std::string{model.error().code()}};
    return std::move(*model);
}

}  // namespace loopbaankaart::flow::trial
