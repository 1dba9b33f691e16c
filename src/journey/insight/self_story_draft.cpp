#include "self_story_draft.hpp"

#include <algorithm>

#include "insight.hpp"

namespace loopbaankaart::journey {

namespace {

using Form = ToldBlock::Form;

void add_insight(Draft& draft, const TellableInsight& told, const ChosenToTell& chosen) {
    std::vector<KeptPart> pictures;
    for (const auto& [of, part] : told.pictures)
        if (chosen.pictures.contains(part.id)) pictures.push_back(part);
    draft.begin_page();
    for (std::size_t at = 0; at < pictures.size(); ++at) draft.picture({pictures[at]}, {}, at == 0 ? Form::picture : Form::half);
    const Insight is = insight_of(told.insight);
    draft.say(Form::word, is.word);
    if (chosen.what_happened || is.word.empty()) draft.say(Form::words, is.happened);  // without a kernwoord that is what stands in the story
}

}  // namespace

Draft draft_of(const SelfStory& story, const std::vector<TellableInsight>& insights, const ChosenToTell& chosen, base::Language language) {
    Draft draft{.form = TellingForm::self_story, .language = language};
    for (const auto& piece : story.pieces) {
        if (const auto* words = std::get_if<std::string>(&piece)) {
            draft.say(Form::words, *words);
            continue;
        }
        const auto found = std::ranges::find_if(insights, [&](const TellableInsight& each) { return each.insight.id == std::get<base::Id>(piece); });
        if (found != insights.end()) add_insight(draft, *found, chosen);
    }
    return draft;
}

}  // namespace loopbaankaart::journey
