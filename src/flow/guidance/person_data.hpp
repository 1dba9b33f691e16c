// Models and evidence of a school: in by the command line and the demo, out for one student at a time.
#pragma once

#include "../person/card.hpp"
#include "guidance.hpp"

namespace loopbaankaart::flow {

// Learned from all cohorts but the last two, set right on the last but one, tested on the last.
struct LearnedPersons {
    PersonModel model;
    ModelCard card;
};
// `otherwise`: the outcome that remains when no other comes; `event`: the one that help is about. By name; empty: the first, and the first of the others.
// Errors: those of PersonModel::learn, word::fit_few_cohorts (fewer than three), fit_no_such_outcome (the name), fit_few_tested (ten of each outcome are needed), and
// what the model card says when it saw too little.
base::Result<LearnedPersons> learn_persons(const Persons& persons, std::string_view otherwise, std::string_view event, CardFacts facts);

// Takes the place of the former, with all evidence. Errors: word::fit_is_off.
base::Result<base::Done> keep_person_model(storage::School& school, const LearnedPersons& learned, base::Instant now, base::Randomness& randomness);

struct KeptModel {
    base::Id id;
    base::Instant kept_at;
    PersonModel model;
    std::string card;  // JSON
};
// Absent: there is none, or its key ended.
std::optional<KeptModel> kept_model(storage::Reads& reads, storage::Vault& vault);
// Its card alone.
struct KeptCard {
    base::Instant kept_at;
    std::string json;
};
std::optional<KeptCard> kept_card(storage::Reads& reads);

// Of present students: those of whom it is known how it ended are left out. `user_names`: of each row.
struct Brought {
    std::size_t kept = 0, ended = 0, unknown = 0, stopped = 0, gone = 0;  // ended: in the file; unknown: no such student here; stopped: they objected; gone: evidence that went
};
// Errors: word::fit_is_off, fit_no_model, fit_model_replaced (a new one came meanwhile), fit_columns_differ, fit_student_twice (the row).
base::Result<Brought> bring_evidence(storage::School& school, const Persons& persons, const std::vector<std::string>& user_names, base::Instant now, base::Randomness& randomness);

}  // namespace loopbaankaart::flow
