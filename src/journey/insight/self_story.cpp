#include "self_story.hpp"

#include <journey/words.hpp>

#include <algorithm>

namespace loopbaankaart::journey {

bool SelfStory::has(const base::Id& insight) const {
    return std::ranges::any_of(pieces, [&](const auto& piece) { return std::holds_alternative<base::Id>(piece) && std::get<base::Id>(piece) == insight; });
}

Json in_json(const SelfStory& story) {
    Json pieces = Json::array();
    for (const auto& piece : story.pieces) {
        if (const auto* insight = std::get_if<base::Id>(&piece)) pieces.push_back({{"insight", insight->text()}});
        else pieces.push_back({{"words", std::get<std::string>(piece)}});
    }
    return {{"pieces", std::move(pieces)}};
}

SelfStory read_self_story(BodyReader& body) {
    SelfStory story;
    body.many("pieces", most_pieces, [&](BodyReader& each) {
        const auto insight = each.id("insight");
        std::string words = each.text("words", most_characters);
        if (insight && !story.has(*insight)) story.pieces.emplace_back(*insight);
        else if (!insight && !words.empty()) story.pieces.emplace_back(std::move(words));
    });
    return story;
}

Json check_self_story(BodyReader& sent) { return in_json(read_self_story(sent)); }

SelfStory self_story_of(const Record& record) {
    BodyReader body{record.body};
    return read_self_story(body);
}

std::vector<Link> links_of(const SelfStory& story) {
    std::vector<Link> links;
    for (const auto& piece : story.pieces)
        if (const auto* insight = std::get_if<base::Id>(&piece)) links.push_back({std::string{code(RecordKind::insight)}, *insight});
    return links;
}

void move_piece(SelfStory& story, std::size_t at, Move move) {
    const std::size_t to = move == Move::up ? at - 1 : at + 1;  // past the beginning it is larger than any
    if (at < story.pieces.size() && to < story.pieces.size()) std::swap(story.pieces[at], story.pieces[to]);
}

}  // namespace loopbaankaart::journey
