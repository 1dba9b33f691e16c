#include <algorithm>

#include "guidance_words.hpp"
#include "person_data.hpp"
#include "person_words.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t least_tested = 10;  // of each outcome

std::optional<State> outcome_called(const Persons& persons, std::string_view name, State otherwise) {
    if (name.empty()) return otherwise;
    const auto found = std::find(persons.outcomes.begin(), persons.outcomes.end(), name);
    return found == persons.outcomes.end() ? std::nullopt : std::optional{static_cast<State>(found - persons.outcomes.begin())};
}

}  // namespace

base::Result<LearnedPersons> learn_persons(const Persons& persons, std::string_view otherwise, std::string_view event, CardFacts facts) {
    std::vector<std::string> cohorts = persons.cohorts;
    std::sort(cohorts.begin(), cohorts.end());
    if (persons.cohort.empty() || cohorts.size() < 3) return base::Error{word::fit_few_cohorts};
    const auto none = outcome_called(persons, otherwise, 0);
    if (!none) return base::Error{word::fit_no_such_outcome, std::string{otherwise}};
    const auto helped = outcome_called(persons, event, *none == 0 ? 1 : 0);
    if (!helped || *helped == *none || *helped >= persons.outcomes.size()) return base::Error{word::fit_no_such_outcome, std::string{event}};

    const Courses courses{.persons = persons, .none = *none, .enter = {}, .leave = {}};
    std::vector<std::size_t> from, later, tested, of_each(persons.outcomes.size());
    for (std::size_t row = 0; row < persons.size(); ++row) {
        if (!courses.known(row)) continue;
        const std::string& cohort = persons.cohorts[persons.cohort[row]];
        if (cohort == cohorts.back()) ++of_each[persons.outcome[row]], tested.push_back(row);
        else (cohort == cohorts[cohorts.size() - 2] ? later : from).push_back(row);
    }
    if (*std::min_element(of_each.begin(), of_each.end()) < least_tested) return base::Error{word::fit_few_tested, cohorts.back()};
    auto model = PersonModel::learn(courses, from, later, {});
    if (!model) return model.error();
    if (model->refusal() == NoScore::few_events) return base::Error{word::card_few_events};
    if (model->refusal() != NoScore::none) return base::Error{word::card_few_per_coefficient};
    facts.learned = from.size(), facts.set_right = later.size(), facts.tested_on = cohorts.back();
    facts.bias.event = static_cast<std::uint8_t>(*helped < *none ? *helped + 1 : *helped);
    ModelCard card = make_card(*model, courses, tested, facts);
    card.proxies = proxy_report(persons, from, tested);
    return LearnedPersons{std::move(*model), std::move(card)};
}

}  // namespace loopbaankaart::flow
