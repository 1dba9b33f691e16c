#include "coming_back.hpp"

#include "story_shown.hpp"
#include "story_words.hpp"

namespace loopbaankaart::flow {

std::vector<CameBack> came_back(storage::Reads& reads, storage::Vault& vault, base::Language language) {
    std::vector<CameBack> found;
    for (StoryLine& action : open_actions(reads, vault)) {
        if (found.size() == most_coming_back) break;
        const auto story = find_story(reads, vault, action.story);
        const auto now = story ? find_subject(reads, story->subject.address, language) : std::nullopt;
        if (now && now->told.seen_until > story->subject.told.seen_until && now->told.known_since > action.written_at) found.push_back({std::move(action), now->told.seen_until - story->subject.told.seen_until});
    }
    return found;
}

void quiet_lines(web::Html& html, const std::vector<CameBack>& all) {
    for (const CameBack& one : all)
        html.p({web::cls("came-back")}, [&] {
            html.text(one.years_later == 1 ? word::talk_year_ago : word::talk_years_ago);
            html.text(" ");
            html.a({web::href(page_of_story(one.action.story))}, one.action.words);
        });
}

}  // namespace loopbaankaart::flow
