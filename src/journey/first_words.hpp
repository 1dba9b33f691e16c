// Inside journey only: the beginning of what somebody wrote, for where there is no room for all of it.
#pragma once

#include <cstddef>
#include <string_view>

namespace loopbaankaart::journey {

// At most so many bytes, cut between words where that can be; all of it when it is short.
std::string_view first_words(std::string_view text, std::size_t most);

}  // namespace loopbaankaart::journey
