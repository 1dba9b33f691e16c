#include "features.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "person_words.hpp"

namespace loopbaankaart::flow {

namespace {

// Words in the names of columns, in Dutch, English and as known data sets spell them; a name is cut where letters end and at capitals.
constexpr std::array<std::pair<std::string_view, Role>, 44> protected_words{{
    {"gender", Role::gender}, {"sex", Role::gender}, {"geslacht", Role::gender}, {"sekse", Role::gender},
    {"origin", Role::origin}, {"ethnicity", Role::origin}, {"ethnic", Role::origin}, {"race", Role::origin}, {"herkomst", Role::origin}, {"afkomst", Role::origin}, {"etniciteit", Role::origin},
    {"migration", Role::origin}, {"migratie", Role::origin}, {"migratieachtergrond", Role::origin}, {"geboorteland", Role::origin}, {"birthplace", Role::origin}, {"international", Role::origin},
    {"religion", Role::origin}, {"nationality", Role::nationality}, {"nacionality", Role::nationality}, {"nationaliteit", Role::nationality}, {"citizenship", Role::nationality},
    {"disability", Role::disability}, {"disabled", Role::disability}, {"handicap", Role::disability}, {"beperking", Role::disability}, {"needs", Role::disability}, {"dyslexie", Role::disability},
    {"imd", Role::deprivation}, {"deprivation", Role::deprivation}, {"apcg", Role::deprivation}, {"armoedegebied", Role::deprivation}, {"achterstand", Role::deprivation}, {"income", Role::deprivation}, {"inkomen", Role::deprivation},
    {"mother", Role::parents}, {"mothers", Role::parents}, {"father", Role::parents}, {"fathers", Role::parents}, {"parent", Role::parents}, {"parents", Role::parents},
    {"moeder", Role::parents}, {"vader", Role::parents}, {"ouders", Role::parents},
}};

std::vector<std::string> words_of(std::string_view column) {
    std::vector<std::string> words(1);
    bool was_small = false;
    for (const char sign : column) {
        const bool small = sign >= 'a' && sign <= 'z', large = sign >= 'A' && sign <= 'Z';
        if ((!small && !large) || (large && was_small)) words.emplace_back();
        if (small || large) words.back() += static_cast<char>(large ? sign - 'A' + 'a' : sign);
        was_small = small;
    }
    return words;
}

std::string_view category(const Feature& feature, std::size_t row) { return feature.categories[feature.codes[row]]; }

FeatureForm::Input number_input(const Feature& feature, std::span<const std::size_t> rows) {
    FeatureForm::Input input{.name = feature.name, .why = feature.why, .changeable = feature.changeable, .low = HUGE_VAL, .high = -HUGE_VAL, .width = 1};
    double known = 0, sum = 0, squares = 0;
    for (std::size_t row : rows)
        if (const double value = feature.numbers[row]; std::isfinite(value)) ++known, sum += value, input.low = std::min(input.low, value), input.high = std::max(input.high, value);
    if (known > 0) input.mean = sum / known;
    for (std::size_t row : rows)
        if (const double value = feature.numbers[row]; std::isfinite(value)) squares += (value - input.mean) * (value - input.mean);
    input.deviation = known > 0 ? std::sqrt(squares / known) : 0;
    if (!(input.high > input.low)) input.width = 0;
    return input;
}

FeatureForm::Input category_input(const Feature& feature, std::span<const std::size_t> rows) {
    FeatureForm::Input input{.name = feature.name, .why = feature.why, .changeable = feature.changeable, .is_number = false};
    std::vector<double> counts(feature.categories.size());
    double known = 0;
    for (std::size_t row : rows)
        if (!category(feature, row).empty()) ++known, ++counts[feature.codes[row]];
    std::vector<std::size_t> order;
    for (std::size_t one = 0; one < counts.size(); ++one)
        if (counts[one] > 0) order.push_back(one);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::pair{-counts[a], feature.categories[a]} < std::pair{-counts[b], feature.categories[b]}; });
    for (std::size_t one : order) input.categories.push_back(feature.categories[one]), input.shares.push_back(counts[one] / known);
    input.width = order.empty() ? 0 : order.size() - 1;
    return input;
}

}  // namespace

std::optional<Role> protected_by_name(std::string_view column) {
    for (const std::string& word : words_of(column))
        for (const auto& [known, role] : protected_words)
            if (word == known) return role;
    return std::nullopt;
}

base::Result<FeatureForm> FeatureForm::of(const Persons& persons, std::span<const std::size_t> rows) {
    FeatureForm form;
    for (const Feature& feature : persons.features) {
        if (feature.role != Role::input && feature.role != Role::programme) continue;
        if (protected_by_name(feature.name)) return base::Error{word::protected_feature, feature.name};
        if (feature.role == Role::programme) {
            if (!form.programmes.empty() || feature.categories.empty()) return base::Error{word::programme_column, feature.name};
            for (std::size_t row : rows) form.programmes.emplace_back(category(feature, row));
            std::sort(form.programmes.begin(), form.programmes.end());
            form.programmes.erase(std::unique(form.programmes.begin(), form.programmes.end()), form.programmes.end());
            continue;
        }
        Input input = feature.numbers.empty() ? category_input(feature, rows) : number_input(feature, rows);
        if (input.width == 0) continue;
        input.first = form.width();
        form.inputs.push_back(std::move(input));
    }
    return form;
}

Evidence FeatureForm::evidence(const Persons& persons, std::size_t row) const {
    Evidence evidence;
    std::size_t at = 0;
    for (const Feature& feature : persons.features) {
        if (feature.role == Role::programme) evidence.programme = category(feature, row);
        if (feature.role != Role::input || at == inputs.size() || feature.name != inputs[at].name) continue;
        Value& value = evidence.values.emplace_back();
        if (!feature.numbers.empty()) {
            if (std::isfinite(feature.numbers[row])) value = feature.numbers[row];
        } else if (!category(feature, row).empty())
            value = std::string{category(feature, row)};
        ++at;
    }
    return evidence;
}

void FeatureForm::fill(const Evidence& evidence, std::span<double> numbers) const {
    for (std::size_t at = 0; at < inputs.size(); ++at) {
        const Input& input = inputs[at];
        const std::span<double> to = numbers.subspan(input.first, input.width);
        std::fill(to.begin(), to.end(), 0.0);
        if (const auto* value = std::get_if<double>(&evidence.values[at])) to[0] = (*value - input.mean) / input.deviation;
        if (const auto* value = std::get_if<std::string>(&evidence.values[at]))
            for (std::size_t one = 1; one < input.categories.size(); ++one) to[one - 1] = (*value == input.categories[one] ? 1 : 0) - input.shares[one];
    }
}

std::optional<std::uint32_t> FeatureForm::programme(std::string_view name) const {
    if (programmes.empty()) return 0;
    const auto found = std::lower_bound(programmes.begin(), programmes.end(), name);
    return found == programmes.end() || *found != name ? std::nullopt : std::optional{static_cast<std::uint32_t>(found - programmes.begin())};
}

double FeatureForm::missing(const Evidence& evidence) const {
    const auto unknown = std::count_if(evidence.values.begin(), evidence.values.end(), [](const Value& value) { return std::holds_alternative<std::monostate>(value); });
    return inputs.empty() ? 0 : static_cast<double>(unknown) / static_cast<double>(inputs.size());
}

std::optional<std::size_t> FeatureForm::outside(const Evidence& evidence) const {
    for (std::size_t at = 0; at < inputs.size(); ++at) {
        const Input& input = inputs[at];
        const auto* number = std::get_if<double>(&evidence.values[at]);
        const auto* name = std::get_if<std::string>(&evidence.values[at]);
        if (number != nullptr && !(input.is_number && *number >= input.low && *number <= input.high)) return at;
        if (name != nullptr && (input.is_number || std::find(input.categories.begin(), input.categories.end(), *name) == input.categories.end())) return at;
    }
    return std::nullopt;
}

}  // namespace loopbaankaart::flow
