// A stamp that a traveller made (J9; Reis 3): of a place, a word, a photo or a drawing, or of more than one of these. It is made with *Maak een stempel* and in no other
// way: nothing that somebody does earns one, and nothing says which place has none. This is what it says and how it is pressed on paper. Pure.
//
//     const Imprint imprint = imprint_of(stamp, "De Haven", Holds::words);
//     const std::string svg = svg_of(imprint, "#0E4C5C");                          // a file of its own, for a telling
#pragma once

#include <optional>

#include "../content.hpp"
#include "../records/body_reader.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_in_stamp_word = 40, most_in_code = 40;  // characters

struct Stamp {
    std::string place, place_name;  // a place's id, and what it was called then; empty: of no place
    std::string word;               // one line; may be empty beside a place, a photo or a drawing
    std::string rim, colour;        // ids of content.hpp; what is not there any more is the first
    bool operator==(const Stamp&) const = default;
};

Json in_json(const Stamp& stamp);
// Tidied. Errors, in the reader's faults: word::body_too_long, word::body_unreadable.
Stamp read_stamp(BodyReader& body);
Json check_stamp(BodyReader& sent);
Stamp stamp_of(const Record& record);
const StampDrawing& rim_of(const Stamp& stamp);
const OwnColour& ink_of(const Stamp& stamp);

// The photo or drawing that it is of; null when it is of words alone.
const KeptPart* picture_on(const Record& stamp);
// The words on it and what is to be seen, for who does not see it. `place`: what its place is called now; empty when it is of none.
std::string said_of(const Record& stamp, const std::string& place, base::Language language);

// ---- pressed on paper

enum class Holds { words, drawing };  // what stands in the rim beside its words; a photo lies beside the stamp

struct Imprint {
    struct Line {
        std::string text;
        double size = 0, left = 0, base = 0;  // in units of the rim's drawing, 120 wide and high; `base`: where its letters stand
    };
    struct Room {
        double x = 0, y = 0, width = 0, height = 0;
    };
    const StampDrawing* rim = nullptr;
    std::vector<Line> lines;
    std::optional<Room> drawing;  // where the drawing stands
    bool star = false;            // with nothing else in it
};
inline constexpr double stamp_side = 120;
inline constexpr std::string_view star_in_stamp = "M60 46Q61.500 58.500 74 60Q61.500 61.500 60 74Q58.500 61.500 46 60Q58.500 58.500 60 46Z";
Imprint imprint_of(const Stamp& stamp, const std::string& place, Holds holds);

// As a file in one colour ("#rrggbb"), its words as outlines; a line with a sign that our letters lack stays text. `finger`: the drawing in it as pen::finger_picture made it, which becomes that colour too.
std::string svg_of(const Imprint& imprint, std::string_view colour, const std::optional<std::string>& finger = {});

}  // namespace loopbaankaart::journey
