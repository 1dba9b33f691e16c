// What somebody expected of groups, as a table of their own: from the page, and in what they take along.
#pragma once

#include "../taken_along.hpp"

namespace loopbaankaart::flow {

inline constexpr std::string_view own_hunch_file_name = "verwachtingen.csv";

// CSV in UTF-8 with a mark in front, a line a judgement, the latest first; without lines: the heads alone.
std::string own_hunch_file(storage::Reads& reads, const access::Viewer& owner, base::Language language);
// The same as a file to take along; nothing without a line.
std::vector<TakenAlong> hunches_along(storage::Reads& reads, const access::Viewer& owner, base::Language language);

}  // namespace loopbaankaart::flow
