// For persons_bench: oulad and uci697 as people with an outcome, and who of them is learned from, set right on and tested.
#pragma once

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <flow/flow.hpp>

#include "draws/draws.hpp"

namespace loopbaankaart::flow::bench {

struct Fold {
    std::vector<std::size_t> learned, later, tested;
};
struct Task {
    std::string name;
    Reading reading;
    State none = 0;
    std::size_t periods = 1;
    std::vector<std::uint32_t> enter, leave;
    std::vector<std::uint8_t> possible;
    std::vector<Fold> folds;
    bool is_forecast = true;
    std::uint64_t seed = 0;

    const Persons& persons() const { return reading.persons; }
    Courses courses() const { return {.persons = reading.persons, .none = none, .periods = periods, .enter = enter, .leave = leave, .possible = possible}; }
};

inline Reading read(const std::filesystem::path& file, std::string_view toml) {
    const auto mapping = parse_mapping(toml, file.filename().string());
    if (!mapping) throw std::runtime_error{mapping.error().about};
    auto reading = read_data(file, *mapping);
    if (!reading) throw std::runtime_error{std::string{reading.error().code()} + " " + reading.error().about};
    return std::move(*reading);
}

// No dates, no cohorts: five folds by chance, evenly over outcomes; one tested, one set right on, three learned from. Not a forecast.
inline Task uci697(const std::filesystem::path& folder) {
    Task task{.name = "uci697", .reading = read(folder / "uci697/data.csv", *ready_mapping("uci697")), .none = 1, .is_forecast = false, .seed = 697};
    constexpr std::size_t folds = 5;
    task.folds.resize(folds);
    Stream stream{task.seed, 0, 0};
    for (State outcome = 0; outcome < 3; ++outcome) {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < task.persons().size(); ++row)
            if (task.persons().outcome[row] == outcome) rows.push_back(row);
        for (std::size_t at = rows.size(); at > 1; --at) std::swap(rows[at - 1], rows[static_cast<std::size_t>(stream.uniform() * static_cast<double>(at))]);
        for (std::size_t at = 0; at < rows.size(); ++at)
            for (std::size_t fold = 0; fold < folds; ++fold) {
                Fold& here = task.folds[fold];
                (at % folds == fold ? here.tested : at % folds == (fold + 1) % folds ? here.later : here.learned).push_back(rows[at]);
            }
    }
    for (Fold& fold : task.folds)
        for (auto* rows : {&fold.learned, &fold.later, &fold.tested}) std::sort(rows->begin(), rows->end());
    return task;
}

constexpr std::string_view oulad_people = R"(kind = "persons"
public = true
[columns]
outcome = "final_result"
cohort = "code_presentation"
[[beside]]
file = "studentInfo.csv"
on = ["code_module", "code_presentation", "id_student"]
take = ["final_result", "gender", "region", "highest_education", "imd_band", "age_band", "num_of_prev_attempts", "studied_credits", "disability"]
[[beside]]
file = "courses.csv"
on = ["code_module", "code_presentation"]
take = ["module_presentation_length"]
[states]
names = ["withdrawn", "failed", "passed"]
[codes]
Withdrawn = "withdrawn"
Fail = "failed"
Pass = "passed"
Distinction = "passed"
)";

// What is known on the first day. Periods are tenths of a presentation; failing comes in the last one. Learned from 2013, set right on 2014B, tested on 2014J.
inline Task oulad(const std::filesystem::path& folder) {
    std::string toml{oulad_people};
    const auto feature = [&](std::string_view column, bool number, std::string_view role, std::string_view why) {
        toml += fmt::format("[[feature]]\ncolumn = \"{}\"\nkind = \"{}\"\nrole = \"{}\"\nwhy = \"{}\"\n", column, number ? "number" : "category", role, why);
    };
    feature("date_registration", true, "input", "Who comes in late has less time to get ready.");
    feature("num_of_prev_attempts", true, "input", "Whether somebody did this module before.");
    feature("studied_credits", true, "input", "How much was taken on at once.");
    feature("highest_education", false, "input", "What was learned before: extra lessons can be offered.");
    feature("code_module", false, "programme", "Modules differ in how many finish.");
    for (const auto& [column, role] : {std::pair{"gender", "gender"}, {"region", "origin"}, {"imd_band", "deprivation"}, {"disability", "disability"}, {"age_band", "audit"}}) feature(column, false, role, "The audit.");
    feature("date_unregistration", true, "audit", "When somebody left.");
    feature("module_presentation_length", true, "audit", "The clock.");
    constexpr std::size_t tenths = 10;
    Task task{.name = "oulad", .reading = read(folder / "oulad/studentRegistration.csv", toml), .none = 2, .periods = tenths};
    Persons& persons = task.reading.persons;
    const std::vector<double> length = std::move(persons.features.back().numbers);
    persons.features.pop_back();
    const std::vector<double> left = std::move(persons.features.back().numbers);
    persons.features.pop_back();
    const std::vector<double> came = persons.features.front().numbers;
    task.possible.assign(2 * tenths, 1);
    std::fill(task.possible.begin() + tenths, task.possible.end() - 1, std::uint8_t{0});
    task.folds.resize(1);
    for (std::size_t row = 0; row < persons.size(); ++row) {
        const auto period = [&](double day) { return static_cast<std::uint32_t>(std::clamp(std::floor(day / length[row] * tenths), 0.0, tenths - 1.0)); };
        const bool withdrew = persons.outcome[row] == 0;
        task.enter.push_back(came[row] > 0 ? period(came[row]) : 0), task.leave.push_back(withdrew && left[row] > 0 ? period(left[row]) + 1 : tenths);
        if (withdrew && !(left[row] > 0)) continue;  // never began, or nobody knows when
        if (task.enter[row] >= task.leave[row]) continue;
        const std::string& cohort = persons.cohorts[persons.cohort[row]];
        (cohort == "2014J" ? task.folds[0].tested : cohort == "2014B" ? task.folds[0].later : task.folds[0].learned).push_back(row);
    }
    return task;
}

}  // namespace loopbaankaart::flow::bench
