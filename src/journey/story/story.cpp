#include "story.hpp"

#include <algorithm>
#include <array>

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t most_in_code = 40;
constexpr std::array<std::string_view, 4> form_codes{"post", "thing", "words", "map"};
constexpr std::array<std::string_view, 3> size_codes{"small", "middle", "large"};
constexpr std::array<std::string_view, 2> reach_codes{"near", "wide"};
constexpr std::size_t most_in_place_name = 80;

StoryPiece read_piece(BodyReader& each) {
    StoryPiece piece;
    piece.form = static_cast<PieceForm>(each.one_of("form", form_codes).value_or(static_cast<std::size_t>(PieceForm::words)));
    piece.size = static_cast<PieceSize>(each.one_of("size", size_codes).value_or(static_cast<std::size_t>(PieceSize::middle)));
    if (piece.form == PieceForm::words) {
        piece.words = each.text("words", most_characters);
        return piece;
    }
    piece.of = each.id("of");
    piece.words = each.text("words", most_in_caption);
    if (piece.form == PieceForm::map)
        piece.map = {each.line("place", most_in_code), each.line("place_name", most_in_place_name), each.one_of("reach", reach_codes).value_or(0) == 1};
    return piece;
}

}  // namespace

std::string_view code(PieceForm form) { return form_codes[static_cast<std::size_t>(form)]; }
std::string_view code(PieceSize size) { return size_codes[static_cast<std::size_t>(size)]; }

std::optional<PieceSize> piece_size(std::string_view code) {
    const auto found = std::ranges::find(size_codes, code);
    if (found == size_codes.end()) return std::nullopt;
    return static_cast<PieceSize>(found - size_codes.begin());
}

bool Story::has(const base::Id& of) const {
    return std::ranges::any_of(pieces, [&](const StoryPiece& piece) { return piece.of == of; });
}

// What is not said is not there.
Json in_json(const Story& story) {
    Json body = Json::object();
    if (!story.title.empty()) body["title"] = story.title;
    if (!story.paper.empty()) body["paper"] = story.paper;
    if (!story.colour.empty()) body["colour"] = story.colour;
    body["pieces"] = Json::array();
    for (const StoryPiece& piece : story.pieces) {
        Json one{{"form", code(piece.form)}};
        if (piece.of) one["of"] = piece.of->view();
        if (piece.map) {
            one["place"] = piece.map->place;
            one["place_name"] = piece.map->place_name;
            one["reach"] = reach_codes[piece.map->wide ? 1 : 0];
        }
        if (!piece.words.empty()) one["words"] = piece.words;
        one["size"] = code(piece.size);
        body["pieces"].push_back(std::move(one));
    }
    return body;
}

Story read_story(BodyReader& body) {
    Story story{.title = body.line("title", most_in_story_title), .paper = body.line("paper", most_in_code), .colour = body.line("colour", most_in_code), .pieces = {}};
    body.many("pieces", most_story_pieces, [&](BodyReader& each) {
        StoryPiece piece = read_piece(each);
        const bool says = piece.form == PieceForm::words ? !piece.words.empty() : piece.of && !story.has(*piece.of) && (!piece.map || !piece.map->place.empty());
        if (says) story.pieces.push_back(std::move(piece));
    });
    return story;
}

Json check_story(BodyReader& sent) { return in_json(read_story(sent)); }

Story story_of(const Record& record) {
    BodyReader body{record.body};
    return read_story(body);
}

std::vector<Link> links_of(const Story& story) {
    std::vector<Link> links;
    for (const StoryPiece& piece : story.pieces)
        if (piece.of && !piece.map) links.push_back({piece.form == PieceForm::post ? std::string{code(RecordKind::post)} : "kept_thing", *piece.of});
    return links;
}

void move_piece(Story& story, std::size_t at, MovePiece move) {
    const std::size_t to = move == MovePiece::up ? at - 1 : at + 1;  // past the beginning it is larger than any
    if (at < story.pieces.size() && to < story.pieces.size()) std::swap(story.pieces[at], story.pieces[to]);
}

}  // namespace loopbaankaart::journey
