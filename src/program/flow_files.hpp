// What the commands of `loopbaankaart flow` have in common: a file, its mapping, and what was noticed.
#pragma once

#include <string>

#include <flow/flow.hpp>

namespace loopbaankaart::program {

// A mapping of one's own, or one of ours by name. Errors: flow::word::mapping_unknown, mapping_bad.
base::Result<flow::Mapping> mapping_of(const std::string& map);

// On a terminal, in one line that is gone when it is done.
flow::Progress shown_progress();

// On standard error, of each kind at most so many.
void show_findings(const flow::Findings& findings, base::Language language, std::size_t most);

}  // namespace loopbaankaart::program
