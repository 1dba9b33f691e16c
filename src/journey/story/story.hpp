// Reisverhaal (J8; Legenda 3): out of a travel log a story, by choosing and ordering. This is the draft on the workbench: it points to posts and kept things, and says on
// which paper and in which ink. What is told of it is a copy (ground: telling), so that it never changes any more. Pure.
#pragma once

#include <map>
#include <optional>

#include "../content.hpp"
#include "../records/body_reader.hpp"
#include "../telling/telling.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_in_story_title = 80, most_in_caption = 300;  // characters
inline constexpr std::size_t most_story_pieces = 120;

enum class PieceForm { post, thing, words, map };
enum class PieceSize { small, middle, large };
std::string_view code(PieceForm form);
std::string_view code(PieceSize size);
std::optional<PieceSize> piece_size(std::string_view code);

// A piece of the map around a place, with one's own trail as it is when the story is told.
struct MapPiece {
    std::string place, place_name;  // its id, and what it was called when it was put in
    bool wide = false;              // false: near
    bool operator==(const MapPiece&) const = default;
};

struct StoryPiece {
    PieceForm form = PieceForm::words;
    std::optional<base::Id> of = {};     // the post or the thing; of a piece of the map: its own name; absent for words
    std::string words = {};              // own words, up to 10,000 characters; of all else its caption
    PieceSize size = PieceSize::middle;
    std::optional<MapPiece> map = {};    // of a piece of the map

    bool operator==(const StoryPiece&) const = default;
};

struct Story {
    std::string title;          // may be empty
    std::string paper, colour;  // ids of content.hpp; what is not there any more is as if it was not said
    std::vector<StoryPiece> pieces;

    bool has(const base::Id& of) const;
    bool operator==(const Story&) const = default;
};

Json in_json(const Story& story);
// Tidied: no piece without words or what it is of, each post and thing once. Errors, in the reader's faults: word::body_too_long, word::body_too_many,
// word::body_unreadable.
Story read_story(BodyReader& body);
Json check_story(BodyReader& sent);
Story story_of(const Record& record);
// The posts and things in it, in its order.
std::vector<Link> links_of(const Story& story);

// One place up or down, past nothing. Nothing is lost by it.
enum class MovePiece { up, down };
void move_piece(Story& story, std::size_t at, MovePiece move);

// ---- as it will be

// What a piece is of, as it is now. What is gone is not among them.
struct PieceSource {
    std::string title, words;
    std::string place;               // what it was called
    std::string when;                // in words
    std::optional<int> year;
    std::vector<KeptPart> parts;
    std::optional<MapPiece> map = {};  // then `parts` is the one picture that is drawn when it is told
};
using PieceSources = std::map<base::Id, PieceSource>;
// "De Haven · zomer 2026".
std::string where_and_when(const PieceSource& source);

// Its own title, else where and when its first piece was; empty when nothing says that.
std::string title_of_story(const Story& story, const PieceSources& sources);
// The paper and the ink that it names; what is not there any more is the first.
const Paper& paper_of(const Story& story);
const OwnColour& colour_of(const Story& story);
// As it can be told. The same draft gives the same pages: a large piece has one to itself, middle ones share it with one more, small ones stand half as wide, with
// two. Pieces that are gone are left out. Nothing is on it while nothing is in it. `record`: what it is told from.
Draft draft_of(const Story& story, const PieceSources& sources, const base::Id& record, base::Language language);

}  // namespace loopbaankaart::journey
