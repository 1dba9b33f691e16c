#include "own_words_file.hpp"

#include <map>

#include "../through/csv_lines.hpp"
#include "story_shown.hpp"
#include "story_words.hpp"

namespace loopbaankaart::flow {

std::vector<TakenAlong> own_words_along(storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, base::Language language) {
    const std::vector<StoryLine> lines = lines_by(reads, vault, owner.person);
    if (lines.empty()) return {};
    std::map<base::Id, Subject> subjects;
    for (Story& story : stories(reads, vault)) subjects.emplace(story.id, std::move(story.subject));
    CsvLines file{language, {&word::talk_file_figure, &word::talk_file_kind, &word::talk_file_words, &word::talk_who, &word::talk_month, &word::talk_file_written}};
    for (const StoryLine& line : lines) {
        const Subject& about = subjects[line.story];
        const base::Word& kind = line.kind == LineKind::outcome ? word::talk_outcome : label_of(line.kind);
        file.add({about.title + " · " + about.what, std::string{kind.in(language)}, line.words, line.who, line.month ? month_code(*line.month) : std::string{}, base::iso(line.written_at).substr(0, 10)});
    }
    return {{.name = std::string{own_words_file_name}, .title = std::string{word::talk_file_title.in(language)}, .text = file.take()}};
}

}  // namespace loopbaankaart::flow
