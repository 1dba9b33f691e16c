// What a model says of one person, why, and when it says nothing (level 1 of the expert system, F3: for the person and their own mentor, never in a list).
//
// A hazard (hazard.hpp) learned from past cohorts, set right on a later one (recalibration.hpp), with the outcomes that cannot be ruled out
// (conformal.hpp) and its reasons: a feature adds β_j(x_j − x̄_j) to the log-odds of an event, x̄ the mean of those learned from. These add up to the whole
// difference with the mean person, in every period, before recalibration (for a linear model these are Shapley's values: Štrumbelj and Kononenko 2014, KAIS
// 41, 647–665, eq. 5). They tell what the model reckons with, not what causes anything.
//
//     auto model = PersonModel::learn({.persons = persons, .none = enrolled}, learned_from, later_cohort, {});
//     const Look look = model->look(model->form().evidence(persons, row));
//     if (look.refused != NoScore::none) …   // say why; there is no chance to show
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "../certainty/certainty.hpp"
#include "../hazard/hazard.hpp"
#include "conformal.hpp"
#include "features.hpp"
#include "recalibration.hpp"

namespace loopbaankaart::flow {

// People with an outcome, and when it came.
struct Courses {
    const Persons& persons;               // an outcome may be still_there: not known how it ended
    State none = 0;                       // the outcome that is no event: what remains when no other comes
    std::size_t periods = 1;
    std::vector<std::uint32_t> enter;     // the first period at risk; empty: 0
    std::vector<std::uint32_t> leave;     // the first no longer at risk, at most `periods`; empty: 1. With outcome `none` before the last: not known how it ended
    std::vector<std::uint8_t> possible{}; // [event][period], events in the order of outcomes without `none`; empty: always

    // Outcomes as numbers of the model: 0 is `none`, then the events.
    std::size_t outcomes() const { return persons.outcomes.size(); }
    std::uint8_t outcome(std::size_t row) const;
    const std::string& name(std::size_t outcome) const { return persons.outcomes[outcome == 0 ? none : outcome <= none ? outcome - 1 : outcome]; }
    bool known(std::size_t row) const { return persons.outcome[row] != still_there && (outcome(row) != 0 || leave.empty() || leave[row] == periods); }
    std::uint32_t first(std::size_t row) const { return enter.empty() ? 0 : enter[row]; }
    std::uint32_t last(std::size_t row) const { return leave.empty() ? 1 : leave[row]; }
};

inline constexpr double least_events = 200, least_per_coefficient = 20, most_missing = 0.3;

enum class NoScore : std::uint8_t {
    none,
    few_events,                  // the rarest outcome was seen fewer than 200 times
    few_events_per_coefficient,  // or fewer than 20 times a free number of its equation
    new_programme,               // nobody of it was learned from
    much_missing,                // more than 30% of what the model looks at is not known
    outside_range,               // a value that nobody had (Look::about)
    no_period_left,
};

struct Reason {
    std::size_t input;    // in FeatureForm::inputs, or `programme`
    double contribution;  // to the log-odds of the event

    static constexpr std::size_t programme = SIZE_MAX;
};

// Of one event in one period, against nothing happening.
struct Explanation {
    bool possible = true;               // otherwise it cannot happen in that period, and there is nothing to explain
    double log_odds = 0, of_mean = 0;   // of this person, and of the mean of those learned from
    std::vector<Reason> contributions;  // in the order of inputs, then the programme; sum to log_odds − of_mean

    std::vector<Reason> main(std::size_t most = 3) const;  // the largest, that are not 0
};

struct Look {
    NoScore refused = NoScore::none;
    std::size_t about = 0;               // which input, with outside_range
    std::vector<double> chances;         // of each outcome, set right; sum to 1
    std::vector<InSet> set;              // which outcomes cannot be ruled out
    std::vector<Explanation> events;     // of each event, in the period asked for
};

struct PersonOptions {
    HazardOptions hazard;
    double miss = 0.2;  // sets hold 80%
};

class PersonModel {
public:
    // `later`: rows of a cohort after those in `from`; nobody in both. Errors: those of FeatureForm::of and fit_hazard, word::rows_twice, word::same_cohort.
    static base::Result<PersonModel> learn(const Courses& courses, std::span<const std::size_t> from, std::span<const std::size_t> later, const PersonOptions& options);

    const FeatureForm& form() const { return form_; }
    const HazardFit& hazard() const { return hazard_; }
    const Recalibration& recalibration(std::size_t period = 0) const { return recalibrations_[period]; }
    const ConformalSets& sets(std::size_t period = 0) const { return sets_[period]; }
    std::span<const std::uint64_t> seen() const { return seen_; }  // each outcome, in those learned from
    std::string digest() const;                                    // of all that it reckons with, in hexadecimal (SHA-256)

    // Why the model may not be used at all.
    NoScore refusal() const;
    // Somebody who is at risk at the begin of `period`.
    Look look(const Evidence& evidence, std::size_t period = 0) const;
    // The same with one value changed; nothing when that feature is not one that anybody can change.
    std::optional<Look> with_other(Evidence evidence, std::size_t input, Value value, std::size_t period = 0) const;
    // What the hazard says before it is set right, without any refusal: for tests and scores on whole cohorts. Unknown programmes count as the mean one.
    std::vector<double> raw(const Evidence& evidence, std::size_t period = 0) const;
    // How sure each chance is of a look that was not refused: between which limits it lies in 80 of 100 models that might have been fitted to as many
    // people (400 draws of the parameters, the same for everybody). What setting right is unsure of is not in it.
    std::vector<Estimate> between(const Evidence& evidence, std::size_t period = 0) const;

    // All of it, to keep and to have back (model_text.cpp): digest() and every look are the same.
    std::string text() const;
    static std::optional<PersonModel> of_text(std::string_view text);

private:
    friend struct ModelText;
    FeatureForm form_;
    HazardFit hazard_;
    std::vector<std::uint64_t> seen_;
    std::vector<double> mean_intercept_;          // of each event, over those learned from
    std::vector<Recalibration> recalibrations_;   // of who is at risk at the begin of each period
    std::vector<ConformalSets> sets_;
};

}  // namespace loopbaankaart::flow
