#include "cost_file.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>

#include "../through/flow_file.hpp"
#include "question.hpp"
#include "costs_words.hpp"

namespace loopbaankaart::flow {

std::string cost_file(std::span<const CostLine> lines, base::Language language) {
    const bool dutch = language == base::Language::nl;
    const char separator = dutch ? ';' : ',';
    std::string text = "\xEF\xBB\xBF";
    bool begins = true;
    const auto add = [&](std::string_view cell) {
        if (!begins) text += separator;
        begins = false, text += safe_cell(cell, separator);
    };
    const auto number = [&](std::optional<double> value) {
        std::string digits = value ? fmt::format("{:.1f}", *value) : std::string{};
        if (dutch) std::replace(digits.begin(), digits.end(), '.', ',');
        add(digits);
    };
    const auto estimate = [&](const std::optional<Estimate>& one, double times) {
        for (const auto of : {&Estimate::value, &Estimate::low, &Estimate::high}) number(one ? std::optional{times * ((*one).*of)} : std::nullopt);
    };
    const auto end = [&] { text += "\r\n", begins = true; };
    for (const base::Word* column : {&word::csv_activity, &word::csv_programme, &word::csv_prior, &word::csv_began}) add(column->in(language));
    const auto named = [&](const base::Word& column) {
        for (const base::Word* one : {&column, &word::csv_low, &word::csv_high}) add(one->in(language));
    };
    named(word::csv_completed), named(word::csv_dropped);
    for (const base::Word* column : {&word::csv_half_hours, &word::csv_tenth_done, &word::csv_half_done, &word::csv_most_done}) add(column->in(language));
    named(word::csv_hours_each), named(word::csv_cost_each), add(word::csv_refused.in(language));
    end();
    for (const CostLine& line : lines) {
        add(line.activity), add(programme_in_words(line.programme, language)), add(prior_in_words(line.prior, language)), add(std::to_string(line.students));
        constexpr double hundred = 100;
        estimate(line.completed, hundred), estimate(line.dropped, hundred);
        number(hours_at(line, .5));
        for (const double share : {.1, .5, .9}) number(line.completed.value > 0 ? hours_at(line, share * line.completed.value) : std::nullopt);
        estimate(line.hours, 1), estimate(line.cost, 1);
        add(line.refused == LessSaid::nothing ? std::string_view{} : reason_in_words(line.refused).in(language));
        end();
    }
    return text;
}

}  // namespace loopbaankaart::flow
