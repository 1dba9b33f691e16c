// What is known of people as numbers that a model can use, and what may never be one.
//
// A number becomes (value − mean) / standard deviation; a category a number for each of its values but the most frequent, 1 or 0 less its share. So 0 is
// the mean of those the model learned from, and that is also what something unknown counts for: it pulls neither way.
//
//     auto form = FeatureForm::of(persons, learned_from);
//     const Evidence known = form->evidence(persons, row);
//     form->fill(known, numbers);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <base/base.hpp>

#include "../data/data_set.hpp"

namespace loopbaankaart::flow {

using Value = std::variant<std::monostate, double, std::string>;  // not known, a number, the name of a category

// What is known of one person.
struct Evidence {
    std::string programme;      // "" without programmes
    std::vector<Value> values;  // of each of FeatureForm::inputs
};

// A column whose name tells that it is about gender, origin, nationality, disability, deprivation or parents: the role it should have had.
std::optional<Role> protected_by_name(std::string_view column);

class FeatureForm {
public:
    struct Input {
        std::string name, why;
        bool changeable = false, is_number = true;
        double low = 0, high = 0;             // of a number, in those learned from
        double mean = 0, deviation = 1;       // likewise
        std::vector<std::string> categories;  // seen in those learned from, the most frequent first
        std::vector<double> shares;           // of each of them
        std::size_t first = 0, width = 0;     // its numbers
    };
    std::vector<Input> inputs;
    std::vector<std::string> programmes;  // in those learned from; empty without programmes

    // Features that are the same for everybody are left out. Errors: word::protected_feature (a column that is refused as input), two_programme_columns.
    static base::Result<FeatureForm> of(const Persons& persons, std::span<const std::size_t> rows);

    std::size_t width() const { return inputs.empty() ? 0 : inputs.back().first + inputs.back().width; }
    Evidence evidence(const Persons& persons, std::size_t row) const;
    void fill(const Evidence& evidence, std::span<double> numbers) const;
    std::optional<std::uint32_t> programme(std::string_view name) const;
    // The share of inputs that is not known; 0 without inputs.
    double missing(const Evidence& evidence) const;
    // The first input with a value that nobody had of those learned from: a number beyond the lowest or highest, another category.
    std::optional<std::size_t> outside(const Evidence& evidence) const;
};

}  // namespace loopbaankaart::flow
