// Het verhaal over mezelf (Reis ch. 2): own insights, each by its kernwoord, in an order of one's own, with own words between them. Whoever writes it
// has one; how it was stays. Pure.
#pragma once

#include <variant>

#include "../records/body_reader.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_pieces = 60;

struct SelfStory {
    std::vector<std::variant<base::Id, std::string>> pieces;  // an insight, or words: clear, up to 10,000 characters

    bool has(const base::Id& insight) const;
    bool operator==(const SelfStory&) const = default;
};

Json in_json(const SelfStory& story);
// Tidied: no piece without words, each insight once. Errors, in the reader's faults: word::body_too_long, word::body_too_many, word::body_unreadable.
SelfStory read_self_story(BodyReader& body);
Json check_self_story(BodyReader& sent);
SelfStory self_story_of(const Record& record);
// The insights it names, in its order.
std::vector<Link> links_of(const SelfStory& story);

// One place up or down, past nothing: the first stays the first. Nothing is lost by it.
enum class Move { up, down };
void move_piece(SelfStory& story, std::size_t at, Move move);

}  // namespace loopbaankaart::journey
