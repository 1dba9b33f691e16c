// A draft laid out on pages.
#include <algorithm>

#include "story.hpp"

namespace loopbaankaart::journey {

namespace {

using Form = ToldBlock::Form;

constexpr std::size_t room_on_page = 6, words_in_room = 600;  // bytes of words that take one more

std::size_t room_of(PieceSize size) {
    switch (size) {
        case PieceSize::small: return 2;
        case PieceSize::middle: return 3;
        default: return room_on_page;
    }
}

// Pictures before words; the caption stands under the first.
void lay(Draft& draft, const StoryPiece& piece, const PieceSource& source) {
    bool captioned = piece.words.empty();
    for (const KeptPart& part : source.parts) {
        const bool under_this = !captioned && part.form != PartForm::sound;
        captioned = captioned || under_this;
        draft.picture({.part = part}, under_this ? piece.words : part.description, piece.size == PieceSize::small && part.form != PartForm::sound ? Form::half : Form::picture);
    }
    if (!source.map) draft.say(Form::small, where_and_when(source));
    draft.say(Form::heading, source.title);
    if (!captioned) draft.say(Form::words, piece.words);
    draft.say(Form::words, source.words);
}

}  // namespace

std::string where_and_when(const PieceSource& source) { return source.place + (source.place.empty() || source.when.empty() ? "" : " · ") + source.when; }

std::string title_of_story(const Story& story, const PieceSources& sources) {
    if (!story.title.empty()) return story.title;
    for (const StoryPiece& piece : story.pieces) {
        const auto found = piece.of ? sources.find(*piece.of) : sources.end();
        if (found == sources.end()) continue;
        const auto& [id, source] = *found;
        const std::string year = source.year ? std::to_string(*source.year) : std::string{};
        return source.place + (source.place.empty() || year.empty() ? "" : ", ") + year;
    }
    return {};
}

const Paper& paper_of(const Story& story) {
    const Paper* paper = find(content().papers, story.paper);
    return paper ? *paper : content().papers.front();
}

const OwnColour& colour_of(const Story& story) {
    const OwnColour* colour = find(content().colours, story.colour);
    return colour ? *colour : content().colours.front();
}

Draft draft_of(const Story& story, const PieceSources& sources, const base::Id& record, base::Language language) {
    Draft draft{.form = TellingForm::story, .language = language, .title = title_of_story(story, sources)};
    draft.paper = paper_of(story).id;
    draft.colour = colour_of(story).id;
    draft.told_from = record;
    std::size_t taken = 0;
    for (const StoryPiece& piece : story.pieces) {
        const auto found = piece.of ? sources.find(*piece.of) : sources.end();
        if (piece.of && found == sources.end()) continue;
        const std::size_t words = piece.words.size() + (piece.of ? found->second.words.size() : 0);
        const std::size_t room = std::min(room_on_page, room_of(piece.size) + words / words_in_room);
        if (taken > 0 && taken + room > room_on_page) {
            draft.begin_page();
            taken = 0;
        }
        taken += room;
        if (piece.of) lay(draft, piece, found->second);
        else draft.say(Form::words, piece.words);
    }
    return draft;
}

}  // namespace loopbaankaart::journey
