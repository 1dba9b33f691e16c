// Inside data only: the stays of each person in order, without what cannot be.
#pragma once

#include "findings.hpp"
#include "spells.hpp"

namespace loopbaankaart::flow {

// `rows`: where each stay stood in the file. Afterwards every stay is longer than nothing and, but where the rules keep it, overlaps no other of its person.
void tidy(Spells& spells, std::vector<std::uint32_t>& rows, Findings& findings);

}  // namespace loopbaankaart::flow
