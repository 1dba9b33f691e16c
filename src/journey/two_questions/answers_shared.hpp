// Inside two_questions: what students let the viewer read of their answers, for the pages of staff.
#pragma once

#include "../sharing/sharing_pages.hpp"

namespace loopbaankaart::journey {

struct SharedAnswer {
    SharedThing shared;
    bool replied = false;  // the viewer said something back
};

// Who shared something last comes first; each with all of theirs, the latest first.
std::vector<std::vector<SharedAnswer>> answers_by_person(storage::Reads& reads, const Desk& desk, const access::Visit& visit);
// "Antwoord, gedeeld op 3 maart 2026"
std::string name_of_answer(const access::Visit& visit, const SharedAnswer& answer);

}  // namespace loopbaankaart::journey
