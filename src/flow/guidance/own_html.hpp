// Inside guidance only: what a student reads of it, the same on their page and in what they take along.
#pragma once

#include "guidance.hpp"

namespace loopbaankaart::flow {

// Who looked, when, what for, and how they saw it; the latest first. Days are those of `time_zone`.
void show_looks(web::Html& html, const std::vector<LoggedLook>& looks, std::string_view time_zone);
// Objections with their answers.
void show_objections(web::Html& html, const std::vector<Objection>& objections, std::string_view time_zone);
void show_answer(web::Html& html, const Objection& objection, std::string_view time_zone);

// "bo, mentor"; who is no longer there has no name.
std::string who_looked(const LoggedLook& look, base::Language language);
std::string who_answered(const Objection& objection, base::Language language);

}  // namespace loopbaankaart::flow
