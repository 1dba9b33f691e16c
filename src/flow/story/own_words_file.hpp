// What somebody wrote in conversations about figures, as a table of their own to take along. No figure is in it, and no word of anybody else but what the conversation is about.
#pragma once

#include "../taken_along.hpp"

namespace loopbaankaart::flow {

inline constexpr std::string_view own_words_file_name = "gesprekken-over-cijfers.csv";

// A line for what one wrote, the latest first; nothing for who wrote nothing.
std::vector<TakenAlong> own_words_along(storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, base::Language language);

}  // namespace loopbaankaart::flow
