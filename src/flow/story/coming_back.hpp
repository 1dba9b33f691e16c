// What was agreed about a figure of which newer data came since: a quiet line on the pages of flow, until somebody wrote what came of it.
#pragma once

#include "stories.hpp"

namespace loopbaankaart::flow {

struct CameBack {
    StoryLine action;
    std::int32_t years_later;
};
inline constexpr std::size_t most_coming_back = 3;  // at once, those of the longest ago first
std::vector<CameBack> came_back(storage::Reads& reads, storage::Vault& vault, base::Language language);
void quiet_lines(web::Html& html, const std::vector<CameBack>& all);

}  // namespace loopbaankaart::flow
