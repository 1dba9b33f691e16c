#include <cmath>
#include <limits>

#include "readers.hpp"

namespace loopbaankaart::flow {

std::optional<base::Error> read_persons(Columns& columns, const Mapping& mapping, Reading& reading) {
    Persons& persons = reading.persons;
    const std::size_t outcome = columns.at(mapping.outcome), cohort = columns.at(mapping.cohort), age = columns.at(mapping.age);
    std::vector<std::size_t> places;
    std::vector<Names> categories(mapping.features.size());
    for (const FeatureColumn& one : mapping.features) {
        places.push_back(columns.at(one.column));
        persons.features.push_back({.name = one.column, .why = one.why, .role = one.role, .changeable = one.changeable});
    }
    if (columns.missing()) return columns.missing();

    const Codes codes{mapping};
    Names cohorts;
    while (columns.next()) {
        const auto known = codes.state(columns.text(outcome));
        if (!known) {
            reading.findings.add(Finding::unknown_code, columns.csv().row(), columns.text(outcome));
            continue;
        }
        std::vector<double> numbers(places.size());
        bool whole_row = true;
        for (std::size_t at = 0; at < places.size() && whole_row; ++at) {
            if (!mapping.features[at].is_number) continue;
            const std::string_view text = columns.text(places[at]);
            const auto value = number(text);
            if (!value && !text.empty()) whole_row = false, reading.findings.add(Finding::no_number, columns.csv().row(), text);
            numbers[at] = value.value_or(std::numeric_limits<double>::quiet_NaN());
        }
        if (!whole_row) continue;
        const auto years = age_in(columns, age, mapping, reading.findings);
        if (!years) continue;
        persons.outcome.push_back(*known);
        if (age != Columns::none) persons.age.push_back(*years);
        if (cohort != Columns::none) persons.cohort.push_back(cohorts.code(columns.text(cohort)));
        for (std::size_t at = 0; at < places.size(); ++at) {
            if (mapping.features[at].is_number)
                persons.features[at].numbers.push_back(numbers[at]);
            else
                persons.features[at].codes.push_back(categories[at].code(columns.text(places[at])));
        }
    }
    persons.outcomes = mapping.states;
    persons.cohorts = cohorts.all();
    for (std::size_t at = 0; at < places.size(); ++at) persons.features[at].categories = categories[at].all();
    return std::nullopt;
}

}  // namespace loopbaankaart::flow
