// Inside program only: what the commands of `loopbaankaart flow` share, and those that stand in files of their own.
#pragma once

#include <flow/flow.hpp>

#include "commands.hpp"

namespace loopbaankaart::program {

// A mapping of one's own, or one of ours by name.
base::Result<flow::Mapping> mapping_of(const std::string& map);
// On a terminal, in one line that is gone when it is done.
flow::Progress shown_progress();
// On standard error, the first `most` rows of each kind.
void show(const flow::Findings& findings, base::Language language, std::size_t most);

void add_flow_activities(CLI::App& flow, Console& console);
void add_flow_judgements(CLI::App& flow, Console& console);

}  // namespace loopbaankaart::program
