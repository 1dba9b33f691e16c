#include "question.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "../cells/cells.hpp"
#include "costs_words.hpp"

namespace loopbaankaart::flow {

namespace {

// The nearest first.
std::vector<std::pair<std::string, std::string>> nearest_groups(const CostQuestion& question) {
    std::vector<std::pair<std::string, std::string>> groups{{question.programme, question.prior}};
    if (!question.programme.empty()) groups.emplace_back(question.programme, "");
    if (!question.prior.empty()) groups.emplace_back("", question.prior);
    groups.emplace_back("", "");
    return groups;
}

}  // namespace

CostQuestion cost_question(const web::Fields& query) {
    const auto field = [&](std::string_view name) { return std::string{query[name]}; };
    return {field("gegevens"), field("activiteit"), field("opleiding"), field("vooropleiding"), field("prijs")};
}

web::Url address_of(std::string_view page, const CostQuestion& question) {
    web::Url url = web::path(page);
    for (const auto& [name, value] : {std::pair{"gegevens", &question.data}, std::pair{"activiteit", &question.activity}, std::pair{"opleiding", &question.programme}, std::pair{"vooropleiding", &question.prior}, std::pair{"prijs", &question.price}})
        if (!value->empty()) url = std::move(url).with(name, *value);
    return url;
}

std::optional<double> price_in(std::string_view typed) {
    std::string plain{base::trimmed(typed)};
    std::replace(plain.begin(), plain.end(), ',', '.');
    double price = 0;
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), price, std::chars_format::fixed);
    constexpr double most = 10'000;
    return read.ec == std::errc{} && read.ptr == plain.data() + plain.size() && price > 0 && price <= most ? std::optional{price} : std::nullopt;
}

std::optional<CostAnswer> answer_costs(storage::Reads& reads, const CostQuestion& question) {
    std::vector<std::string> names;
    std::optional<KeptCosts> set;
    for (const KeptCosts& one : kept_costs(reads)) {
        names.push_back(one.name);
        if (!set && (question.data.empty() || question.data == one.name)) set = one;
    }
    if (!set) return std::nullopt;
    const std::vector<CostLine> all = kept_cost_lines(reads, set->id);
    CostAnswer answer{.set = *set, .asked = question, .activities = {}, .lines = {}, .line = {}, .is_wider = false, .sets = std::move(names)};
    for (const CostLine& line : all)
        if (std::find(answer.activities.begin(), answer.activities.end(), line.activity) == answer.activities.end()) answer.activities.insert(line.whole ? answer.activities.begin() : answer.activities.end(), line.activity);
    if (answer.activities.empty()) return std::nullopt;
    if (question.activity.empty()) answer.asked.activity = answer.activities.front();
    answer.asked.data = set->name;
    std::copy_if(all.begin(), all.end(), std::back_inserter(answer.lines), [&](const CostLine& line) { return line.activity == answer.asked.activity; });
    for (const auto& [programme, prior] : nearest_groups(question))
        for (const CostLine& line : answer.lines) {
            if (line.programme != programme || line.prior != prior) continue;
            answer.line = line;
            answer.is_wider = programme != question.programme || prior != question.prior;
            return answer;
        }
    return std::nullopt;
}

std::string programme_in_words(std::string_view name, base::Language language) { return std::string{name == others ? word::cost_few_programmes.in(language) : name}; }
std::string prior_in_words(std::string_view name, base::Language language) { return std::string{name == others ? word::cost_few_priors.in(language) : name}; }

std::string group_in_words(const CostLine& line, base::Language language) {
    std::string group = programme_in_words(line.programme, language);
    if (!line.prior.empty()) group += (group.empty() ? "" : ", ") + prior_in_words(line.prior, language);
    return group.empty() ? std::string{word::cost_everybody.in(language)} : group;
}

std::string money(double amount, base::Language language) {
    const double whole = std::floor(amount), cents = std::round((amount - whole) * 100);
    if (cents > 0 && cents < 100) return fmt::format("€\u00A0{}{}{:02.0f}", in_thousands(whole, language), language == base::Language::nl ? ',' : '.', cents);
    return fmt::format("€\u00A0{}", in_thousands(std::round(amount), language));
}

std::string whole_percent(double share) { return fmt::format("{:.0f}", 100 * share); }

const base::Word& reason_in_words(LessSaid reason) { return reason == LessSaid::going_on ? word::cost_too_early : word::cost_too_few; }

}  // namespace loopbaankaart::flow
