#include "flow_file.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>

#include "../certainty/certainty.hpp"
#include "steps.hpp"

namespace loopbaankaart::flow {

std::string safe_cell(std::string_view text, char separator) {
    constexpr std::string_view begins_a_formula = "=+-@\t\r\n|%";
    std::string cell;
    const std::size_t first = text.find_first_not_of(' ');
    if (first != text.npos && begins_a_formula.find(text[first]) != begins_a_formula.npos) cell += '\'';
    cell += text;
    if (cell.find_first_of(std::string{"\"\r\n\t,;"} + separator) == cell.npos) return cell;
    std::string quoted = "\"";
    for (const char sign : cell) quoted += sign == '"' ? "\"\"" : std::string(1, sign);
    return quoted + '"';
}

std::string flow_file(const std::vector<std::string>& states, const Table& table, base::Language language) {
    const bool dutch = language == base::Language::nl;
    const char separator = dutch ? ';' : ',';
    std::string text = "\xEF\xBB\xBF";
    bool begins = true;
    const auto add = [&](std::string_view cell) {
        if (!begins) text += separator;
        begins = false;
        text += safe_cell(cell, separator);
    };
    const auto number = [&](double share) {
        std::string digits = fmt::format("{:.1f}", 100 * share);
        if (dutch) std::replace(digits.begin(), digits.end(), '.', ',');
        return digits;
    };
    const auto end = [&] { text += "\r\n", begins = true; };
    for (const base::Word* column : {&word::csv_group, &word::csv_years_after, &word::csv_from, &word::csv_to, &word::csv_students, &word::csv_of, &word::csv_share, &word::csv_low, &word::csv_high}) add(column->in(language));
    end();
    const std::string group = group_in_words(table, language);
    const std::vector<Step> steps = steps_of(table);
    for (std::size_t year = 0; year < steps.size(); ++year)
        for (const Way& way : steps[year].ways) {
            add(group), add(std::to_string(year)), add(state_in_words(states[way.from], language)), add(state_in_words(states[way.to], language)), add(std::to_string(way.students));
            const auto all = steps[year].there.find(way.from);
            if (all != steps[year].there.end() && all->second > 0) {
                const Estimate share = wilson(static_cast<double>(way.students) / all->second, all->second);
                add(std::to_string(all->second)), add(number(share.value)), add(number(share.low)), add(number(share.high));
            }
            end();
        }
    return text;
}

}  // namespace loopbaankaart::flow
