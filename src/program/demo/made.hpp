// The three students of the demo school who show what a journey can look like: one who has just begun, one who kept a little, and one who has
// travelled for years and made something with every part of the product.
#pragma once

#include "pictures.hpp"
#include "travels.hpp"

namespace loopbaankaart::program::demo {

enum class Travelled { not_yet, little, long_ago };  // empty, three things, three hundred
inline constexpr std::array<Travelled, 3> all_travelled{Travelled::not_yet, Travelled::little, Travelled::long_ago};
std::string_view code(Travelled travelled);          // "leeg", "jong", "rijk": in demo.json, and their user name

struct Example {
    Travelled travelled;
    Student student;
};

// They sit in the class of the first student, with their code for a user name.
std::vector<Example> make_examples(const Material& material, const Crowd& crowd, base::Instant now, Chance& chance);

// Their journey and what they kept.
Travel travel_of(const Example& example, const Material& material, base::Instant now, Chance& chance);

// What they made of it, in the order in which it was made. Throws when content/demo/made.toml is not as it should be.
std::vector<journey::Record> makings_of(const Example& example, const Travel& travel, const PictureBook& pictures, storage::Media& media, base::Instant now, Chance& chance);

}  // namespace loopbaankaart::program::demo
