// Reisblog (J8; Legenda 3): a log of one's journey with pictures. A post is made of things that were kept, with copies of their photos, drawings and sounds as its
// own: what becomes of those things does not change it. Pure.
#pragma once

#include <optional>

#include "../records/body_reader.hpp"
#include "../visits/period.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_in_title = 80;    // characters
inline constexpr std::size_t most_post_things = 8;  // that are chosen at a time
inline constexpr std::size_t most_post_parts = 24;  // photos, drawings and sounds of one post

struct Post {
    std::string title;               // in one line; may be empty
    std::string words;               // clear, up to 10,000 characters; may be empty
    std::optional<Period> when;      // when it was
    std::string place, place_name;   // a place's id and what it was called then; empty for none

    bool operator==(const Post&) const = default;
};

Json in_json(const Post& post);
// Tidied. What is wrong stands in the reader's faults. Errors: word::body_too_long, word::body_unreadable.
Post read_post(BodyReader& body);
Json check_post(BodyReader& sent);
Post post_of(const Record& record);

// What a post has of the things it is made of where its writer left it open: their words one under the other, and when and where the first was.
struct FromThings {
    std::string words;
    std::optional<Period> when;
    std::string place, place_name;
    std::vector<KeptPart> parts;  // photos first, then drawings, then sounds; in the order of the things
    std::vector<Link> links;
};
FromThings from_things(std::span<const KeptThing> things, std::string_view time_zone);

}  // namespace loopbaankaart::journey
