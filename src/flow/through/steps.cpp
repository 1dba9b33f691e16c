#include "steps.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>
#include <array>

namespace loopbaankaart::flow {

namespace {

// As schools and our mappings write them, without signs between.
std::string plain(std::string_view state) {
    std::string letters;
    for (const char sign : base::folded(state))
        if (sign != '_' && sign != ' ' && sign != '-') letters += sign;
    return letters;
}

struct Known {
    std::string_view state;
    Place place;
    const base::Word* word;
};
constexpr std::array<Known, 17> known_states{{
    {"diploma", Place::goal, &word::state_diploma}, {"passed", Place::goal, &word::state_diploma}, {"graduate", Place::goal, &word::state_diploma},
    {"hbo", Place::goal, &word::state_hbo}, {"work", Place::goal, &word::state_work}, {"werk", Place::goal, &word::state_work},
    {"later", Place::study, &word::state_later},
    {"elsewhere", Place::elsewhere, &word::state_elsewhere}, {"switched", Place::elsewhere, &word::state_switched}, {"overgestapt", Place::elsewhere, &word::state_switched},
    {"left", Place::gone, &word::state_left}, {"dropout", Place::gone, &word::state_left}, {"withdrawn", Place::gone, &word::state_left}, {"gestopt", Place::gone, &word::state_left},
    {"uitval", Place::gone, &word::state_left}, {"failed", Place::gone, &word::state_failed}, {"studying", Place::study, &word::state_studying}}};

const Known* known(std::string_view state) {
    const auto found = std::find_if(known_states.begin(), known_states.end(), [name = plain(state)](const Known& one) { return one.state == name; });
    return found == known_states.end() ? nullptr : &*found;
}

std::optional<std::string> number_of_year(std::string_view state) {
    const std::string name = plain(state);
    for (std::string_view before : {"year", "leerjaar", "jaar"})
        if (name.size() == before.size() + 1 && name.starts_with(before) && name.back() >= '1' && name.back() <= '9') return std::string(1, name.back());
    return std::nullopt;
}

std::string without_year(const Table& table, base::Language language) {
    std::string group = !table.programme.empty() ? name_in_words(table.programme, language) : !table.sector.empty() ? name_in_words(table.sector, language) : std::string{};
    if (table.family == Family::sector_level && !table.level.empty() && table.level != others) {
        const std::string level = base::say(word::level_called, language, {{"level", table.level}});
        group = group.empty() ? level : group + ", " + level;
    }
    return group.empty() ? std::string{word::whole_school.in(language)} : group;
}

}  // namespace

std::string name_in_words(std::string_view name, base::Language language) { return std::string{name == others ? word::other_programmes.in(language) : name}; }

Place place_of(std::string_view state) {
    const Known* one = known(state);
    return one == nullptr ? Place::study : one->place;
}

std::string state_in_words(std::string_view state, base::Language language) {
    if (const auto number = number_of_year(state)) return base::say(word::state_year, language, {{"number", *number}});
    const Known* one = known(state);
    return std::string{one == nullptr ? state : one->word->in(language)};
}

std::string school_year(std::int32_t began) { return fmt::format("{}–{}", began, began + 1); }

std::string group_in_words(const Table& table, base::Language language) {
    std::string group = without_year(table, language);
    if (table.began != 0) group += ", " + base::say(word::began_in, language, {{"year", school_year(table.began)}});
    return group;
}

std::string apart_in_words(const Table& table, const Table& other, base::Language language) {
    if (table.began == other.began) return without_year(table, language);
    const bool one_group = table.programme == other.programme && without_year(table, language) == without_year(other, language);
    if (!one_group) return group_in_words(table, language);
    return table.began == 0 ? std::string{word::all_years.in(language)} : school_year(table.began);
}

std::optional<std::uint32_t> Step::untold(State from) const {
    const auto all = there.find(from);
    if (all == there.end()) return std::nullopt;
    std::uint32_t rest = all->second;
    for (const Way& way : ways)
        if (way.from == from) rest -= std::min(rest, way.students);
    return rest;
}

std::vector<Step> steps_of(const Table& table) {
    std::vector<Step> steps;
    for (const Figure& figure : table.figures) {
        if (steps.size() <= figure.step) steps.resize(figure.step + 1U);
        Step& step = steps[figure.step];
        if (figure.to == everyone) step.there[figure.from] = figure.students;
        else if (figure.students > 0) step.ways.push_back({figure.from, figure.to, figure.students});
    }
    for (Step& step : steps)
        std::stable_sort(step.ways.begin(), step.ways.end(), [](const Way& a, const Way& b) { return a.from != b.from ? a.from < b.from : a.students > b.students; });
    const auto anybody = [](const Step& step) { return !step.ways.empty() || std::any_of(step.there.begin(), step.there.end(), [](const auto& one) { return one.second > 0; }); };
    while (!steps.empty() && !anybody(steps.back())) steps.pop_back();
    return steps;
}

}  // namespace loopbaankaart::flow
