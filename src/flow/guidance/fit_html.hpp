// Inside guidance only: what a model says of one student, as a page shows it; the same to the mentor and to the student.
#pragma once

#include "guidance.hpp"

namespace loopbaankaart::flow {

// Chances as so many of a hundred, what cannot be ruled out, three main reasons, and what is not known; or why there is nothing to say.
void show_fit(web::Html& html, const Fit& fit);
// What of them the model looks at, and why it may.
struct DatumShown {
    std::string name, value, why;
};
std::vector<DatumShown> evidence_in_words(const Evidence& evidence, const std::vector<FeatureForm::Input>& inputs, base::Language language);
void show_evidence(web::Html& html, const Evidence& evidence, const std::vector<FeatureForm::Input>& inputs);
// Whole numbers that sum to a hundred and lie closest.
std::vector<int> of_hundred(const std::vector<double>& chances);

// A column as words: "cijfer eerste periode".
std::string plain_name(std::string_view column);
// "3 maart 2026"; of a moment, and of a day as 2026-03-03.
std::string day_of(const access::Visit& visit, base::Instant moment);
std::string day_written(const access::Visit& visit, std::string_view day);
// A text of one to a thousand characters under `field`, tidied; else an error.
std::string read_reason(std::string_view typed, std::string_view field, const base::Word& missing, web::FieldErrors& errors);
base::Id id_sent(const access::Visit& visit);

}  // namespace loopbaankaart::flow
