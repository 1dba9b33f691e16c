#include "person_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "../draws/draws.hpp"
#include "person_words.hpp"

namespace loopbaankaart::flow {

namespace {

Histories histories_of(const Courses& courses, const FeatureForm& form, std::span<const std::size_t> rows) {
    Histories all{.kinds = courses.outcomes() - 1, .periods = courses.periods, .programmes = static_cast<std::uint32_t>(form.programmes.size()), .width = form.width(), .possible = courses.possible};
    all.x.resize(rows.size() * all.width);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const Evidence evidence = form.evidence(courses.persons, rows[at]);
        form.fill(evidence, std::span{all.x}.subspan(at * all.width, all.width));
        all.enter.push_back(courses.first(rows[at])), all.leave.push_back(courses.last(rows[at]));
        all.event.push_back(courses.persons.outcome[rows[at]] == still_there ? std::uint8_t{0} : courses.outcome(rows[at]));
        if (all.programmes > 0) all.programme.push_back(*form.programme(evidence.programme));
    }
    return all;
}

}  // namespace

std::uint8_t Courses::outcome(std::size_t row) const {
    const State state = persons.outcome[row];
    return static_cast<std::uint8_t>(state == none ? 0 : state < none ? state + 1 : state);
}

std::vector<Reason> Explanation::main(std::size_t most) const {
    std::vector<Reason> all = contributions;
    std::erase_if(all, [](const Reason& one) { return one.contribution == 0; });
    std::stable_sort(all.begin(), all.end(), [](const Reason& a, const Reason& b) { return std::abs(a.contribution) > std::abs(b.contribution); });
    all.resize(std::min(most, all.size()));
    return all;
}

base::Result<PersonModel> PersonModel::learn(const Courses& courses, std::span<const std::size_t> from, std::span<const std::size_t> later, const PersonOptions& options) {
    std::set<std::size_t> rows(from.begin(), from.end());
    std::set<std::uint32_t> cohorts;
    for (std::size_t row : from)
        if (!courses.persons.cohort.empty()) cohorts.insert(courses.persons.cohort[row]);
    for (std::size_t row : later) {
        if (!rows.insert(row).second) return base::Error{word::rows_twice};
        if (!courses.persons.cohort.empty() && cohorts.contains(courses.persons.cohort[row])) return base::Error{word::same_cohort, courses.persons.cohorts[courses.persons.cohort[row]]};
    }
    auto form = FeatureForm::of(courses.persons, from);
    if (!form) return form.error();
    const Histories histories = histories_of(courses, *form, from);
    auto hazard = fit_hazard(histories, options.hazard);
    if (!hazard) return hazard.error();

    PersonModel model;
    model.form_ = std::move(*form), model.hazard_ = std::move(*hazard);
    model.seen_.assign(courses.outcomes(), 0);
    for (std::size_t row : from)
        if (courses.known(row)) ++model.seen_[courses.outcome(row)];
    model.mean_intercept_.assign(model.hazard_.kinds, 0);
    for (std::size_t k = 0; k < model.hazard_.kinds; ++k)
        for (std::uint32_t programme : histories.programme) model.mean_intercept_[k] += model.hazard_.intercept(k, programme) / static_cast<double>(from.size());
    for (std::size_t period = 0; period < courses.periods; ++period) {
        std::vector<double> chances;
        std::vector<std::uint8_t> happened;
        for (std::size_t row : later) {
            if (!courses.known(row) || courses.first(row) > period || courses.last(row) <= period) continue;
            const std::vector<double> own = model.raw(model.form_.evidence(courses.persons, row), period);
            chances.insert(chances.end(), own.begin(), own.end());
            happened.push_back(courses.outcome(row));
        }
        model.recalibrations_.push_back(Recalibration::of(chances, happened, courses.outcomes()));
        model.sets_.push_back(ConformalSets::of(chances, happened, courses.outcomes(), options.miss));
    }
    return model;
}

std::string PersonModel::digest() const {
    std::string text = fmt::format("{} {} {} {}", hazard_.kinds, hazard_.periods, hazard_.programmes, hazard_.width);
    for (double one : hazard_.parameters) text += fmt::format(" {}", one);
    for (const auto& input : form_.inputs) {
        text += fmt::format("\n{} {} {} {} {}", input.name, input.mean, input.deviation, input.low, input.high);
        for (std::size_t one = 0; one < input.categories.size(); ++one) text += fmt::format("\n  {} {}", input.categories[one], input.shares[one]);
    }
    for (const std::string& programme : form_.programmes) text += '\n' + programme;
    // What recalibration and sets do to chances all over the simplex: they have no other face.
    for (std::size_t period = 0; period < recalibrations_.size(); ++period)
        for (std::size_t outcome = 0; outcome <= hazard_.kinds; ++outcome)
            for (int percent = 1; percent < 100; ++percent) {
                std::vector<double> chances(hazard_.kinds + 1, (1 - percent / 100.0) / static_cast<double>(hazard_.kinds));
                chances[outcome] = percent / 100.0;
                for (InSet in : sets_[period].set(chances)) text += fmt::format(" {}", static_cast<int>(in));
                recalibrations_[period].apply(chances);
                text += fmt::format(" {}", chances[outcome]);
            }
    return base::sha256_hex(text);
}

NoScore PersonModel::refusal() const {
    const auto rarest = static_cast<double>(*std::min_element(seen_.begin(), seen_.end()));
    if (rarest < least_events) return NoScore::few_events;
    for (double freedom : hazard_.freedom)
        if (rarest < least_per_coefficient * freedom) return NoScore::few_events_per_coefficient;
    return NoScore::none;
}

std::vector<double> PersonModel::raw(const Evidence& evidence, std::size_t period) const {
    std::vector<double> x(form_.width()), always(hazard_.kinds), chances(hazard_.kinds + 1);
    form_.fill(evidence, x);
    const auto programme = form_.programme(evidence.programme);
    for (std::size_t k = 0; k < hazard_.kinds; ++k) {
        always[k] = programme ? hazard_.intercept(k, *programme) : mean_intercept_[k];
        for (std::size_t at = 0; at < x.size(); ++at) always[k] += hazard_.coefficient(k, at) * x[at];
    }
    hazard_.outcomes(hazard_.parameters, period, hazard_.periods, always, chances);
    return chances;
}

Look PersonModel::look(const Evidence& evidence, std::size_t period) const {
    Look look{.refused = refusal()};
    if (look.refused != NoScore::none) return look;
    const auto programme = form_.programme(evidence.programme);
    const auto outside = form_.outside(evidence);
    look.about = outside.value_or(0);
    look.refused = period >= hazard_.periods                ? NoScore::no_period_left
                   : !programme                             ? NoScore::new_programme
                   : form_.missing(evidence) > most_missing ? NoScore::much_missing
                   : outside                                ? NoScore::outside_range
                                                            : NoScore::none;
    if (look.refused != NoScore::none) return look;

    look.chances = raw(evidence, period);
    look.set = sets_[period].set(look.chances);
    recalibrations_[period].apply(look.chances);
    std::vector<double> x(form_.width());
    form_.fill(evidence, x);
    for (std::size_t k = 0; k < hazard_.kinds; ++k) {
        Explanation& event = look.events.emplace_back();
        event.possible = hazard_.can(k, period);
        if (!event.possible) continue;
        event.log_odds = hazard_.log_odds(k, period, *programme, x);
        event.of_mean = hazard_.baseline(k, period) + mean_intercept_[k];
        for (std::size_t at = 0; at < form_.inputs.size(); ++at) {
            const FeatureForm::Input& input = form_.inputs[at];
            double sum = 0;
            for (std::size_t one = input.first; one < input.first + input.width; ++one) sum += hazard_.coefficient(k, one) * x[one];  // x̄ is 0
            event.contributions.push_back({at, sum});
        }
        event.contributions.push_back({Reason::programme, hazard_.intercept(k, *programme) - mean_intercept_[k]});
    }
    return look;
}

std::vector<Estimate> PersonModel::between(const Evidence& evidence, std::size_t period) const {
    constexpr std::size_t draws = 400, tenth = draws / 10;
    const Look told = look(evidence, period);
    if (told.refused != NoScore::none) return {};
    std::vector<double> x(form_.width()), always(hazard_.kinds), chances(hazard_.kinds + 1), apart(hazard_.precision.size()), parameters(hazard_.parameters.size());
    form_.fill(evidence, x);
    const std::uint32_t programme = *form_.programme(evidence.programme);
    std::vector<std::vector<double>> drawn(hazard_.kinds + 1);
    Stream stream{1, 0, 0};
    for (std::size_t draw = 0; draw < draws; ++draw) {
        for (double& one : apart) one = draw::normal(stream);
        apart = hazard_.precision.backward(std::move(apart));
        for (std::size_t at = 0; at < parameters.size(); ++at) parameters[at] = hazard_.parameters[at] + apart[at];
        for (std::size_t k = 0; k < hazard_.kinds; ++k) {
            const double* const own = &parameters[k * hazard_.row() + hazard_.periods];
            always[k] = hazard_.programmes == 0 ? 0 : own[programme];
            for (std::size_t at = 0; at < x.size(); ++at) always[k] += own[hazard_.programmes + at] * x[at];
        }
        hazard_.outcomes(parameters, period, hazard_.periods, always, chances);
        recalibrations_[period].apply(chances);
        for (std::size_t outcome = 0; outcome < chances.size(); ++outcome) drawn[outcome].push_back(chances[outcome]);
    }
    std::vector<Estimate> limits;
    for (std::size_t outcome = 0; outcome < drawn.size(); ++outcome) {
        std::sort(drawn[outcome].begin(), drawn[outcome].end());
        limits.push_back({told.chances[outcome], std::min(told.chances[outcome], drawn[outcome][tenth]), std::max(told.chances[outcome], drawn[outcome][draws - 1 - tenth])});
    }
    return limits;
}

std::optional<Look> PersonModel::with_other(Evidence evidence, std::size_t input, Value value, std::size_t period) const {
    if (input >= form_.inputs.size() || !form_.inputs[input].changeable) return std::nullopt;
    evidence.values[input] = std::move(value);
    return look(evidence, period);
}

}  // namespace loopbaankaart::flow
