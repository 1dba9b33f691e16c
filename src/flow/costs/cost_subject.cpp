#include "cost_subject.hpp"

#include <cmath>

#include "costs_words.hpp"

namespace loopbaankaart::flow {

namespace {

// In which the file came in: it has no year of its own.
std::int32_t school_year_of(base::Instant moment) {
    constexpr unsigned begins = 8;  // month
    const std::chrono::year_month_day day = base::day_of(moment, "Europe/Amsterdam");
    return static_cast<int>(day.year()) - (static_cast<unsigned>(day.month()) < begins ? 1 : 0);
}

ToldFigure told_of(const CostLine& line, const KeptCosts& set) {
    constexpr double half_a_percent = .005;
    return {.kind = ToldKind::hours, .share = line.completed.value, .some = static_cast<std::uint32_t>(std::lround(line.completed.value * line.students)), .of = line.students,
            .loose = static_cast<std::uint32_t>(std::ceil(half_a_percent * line.students)) + 1, .seen_until = school_year_of(set.imported_at), .known_since = set.imported_at, .least = set.least, .hours = *line.hours};
}

}  // namespace

web::Url address_of_hours(const CostAnswer& answer, const CostLine& line) {
    return address_of("/stroom/kosten", {.data = answer.set.name, .activity = line.activity, .programme = line.programme, .prior = line.prior, .price = {}});
}

std::string hours_in_words(const CostLine& line, base::Language language) { return (line.activity.empty() ? std::string{} : line.activity + " · ") + std::string{word::cost_hours_each.in(language)}; }

std::optional<Subject> find_hours(storage::Reads& reads, const web::Fields& asked, std::int32_t, base::Language language) {
    CostQuestion question = cost_question(asked);
    question.price.clear();
    const auto answer = answer_costs(reads, question);
    if (!answer || answer->is_wider || !answer->line.hours) return std::nullopt;
    return Subject{address_of_hours(*answer, answer->line).text(), group_in_words(answer->line, language), hours_in_words(answer->line, language), told_of(answer->line, answer->set), true};
}

}  // namespace loopbaankaart::flow
