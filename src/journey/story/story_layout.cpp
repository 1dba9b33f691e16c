// A draft laid out on pages.
#include <algorithm>

#include "story.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t room_on_page = 6, words_in_room = 600;  // bytes of words that take one more

std::size_t room_of(PieceSize size) {
    switch (size) {
        case PieceSize::small: return 2;
        case PieceSize::middle: return 3;
        default: return room_on_page;
    }
}

using Form = StoryBlock::Form;

void add(StoryPage& page, Form form, const std::string& words, PieceSize size = PieceSize::middle) {
    if (!words.empty()) page.push_back({.form = form, .words = words, .size = size});
}

// Pictures before words.
StoryPage blocks_of(const StoryPiece& piece, const PieceSource& source) {
    StoryPage blocks;
    for (const KeptPart& part : source.parts)
        blocks.push_back({.form = part.form == PartForm::sound ? Form::sound : Form::picture, .words = part.description, .of = piece.of, .part = part.id, .size = piece.size});
    add(blocks, Form::caption, piece.words);
    add(blocks, Form::small, source.place + (source.place.empty() || source.when.empty() ? "" : " · ") + source.when);
    add(blocks, Form::heading, source.title, piece.size);
    add(blocks, Form::words, source.words, piece.size);
    return blocks;
}

}  // namespace

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

base::Result<std::vector<StoryPage>> pages_of(const Story& story, const PieceSources& sources) {
    std::vector<StoryPage> pages(1);
    add(pages.front(), Form::title, title_of_story(story, sources));
    std::size_t taken = 0, told = 0;
    for (const StoryPiece& piece : story.pieces) {
        const auto found = piece.of ? sources.find(*piece.of) : sources.end();
        if (piece.form != PieceForm::words && found == sources.end()) continue;
        StoryPage blocks;
        std::size_t words = piece.words.size();
        if (piece.form == PieceForm::words) add(blocks, Form::words, piece.words, piece.size);
        else {
            blocks = blocks_of(piece, found->second);
            words += found->second.words.size();
        }
        const std::size_t room = std::min(room_on_page, room_of(piece.size) + words / words_in_room);
        if (taken > 0 && taken + room > room_on_page) {
            pages.emplace_back();
            taken = 0;
        }
        taken += room;
        ++told;
        pages.back().insert(pages.back().end(), blocks.begin(), blocks.end());
    }
    if (told == 0) return base::Error{word::story_empty};
    return pages;
}

}  // namespace loopbaankaart::journey
