// Kompas (J5): does where I am going still fit what matters to me? (Reis ch. 2). What matters lies round the rim in words of one's own; a needle is
// turned between them. A bearing takes the words of its rim along and keeps them. A direction is never said, counted or compared: a page
// says which words it lies nearest to. Pure.
#pragma once

#include "../records/body_reader.hpp"
#include "compass_words.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_on_rim = 8, most_in_rim_word = 60 /* characters */, most_in_sentence = 500 /* characters */;
inline constexpr int full_turn = 360;

struct RimWord {
    std::string text;                 // in one line, clear
    std::optional<Link> from = {};    // the kept thing or the insight it was taken from, which may be gone; absent: typed
    bool operator==(const RimWord&) const = default;
};

struct Rim {
    std::vector<RimWord> words;  // in the order round the rim, from the top and with the sun
    bool operator==(const Rim&) const = default;
};

Json in_json(const Rim& rim);
// Tidied. Errors, in the reader's faults: word::word_twice, word::body_too_long, word::body_too_many.
Rim read_rim(BodyReader& body);
Json check_rim(BodyReader& sent);
Rim rim_of(const Record& record);
// What its words were taken from, each once.
std::vector<Link> links_of(const Rim& rim);
std::vector<std::string> texts_of(const Rim& rim);

// Behind the last one. Errors: word::rim_word_missing, word::body_too_long, word::word_twice, word::rim_full.
base::Result<base::Done> put_on_rim(Rim& rim, RimWord put);
// One that is not there changes nothing.
void take_off_rim(Rim& rim, std::size_t at);
// Changes places with the next one round the rim.
void move_on_rim(Rim& rim, std::size_t at);

struct Bearing {
    std::vector<std::string> rim;  // its words as they were
    int direction = 0;             // degrees from the first word, with the sun, 0 to 359
    std::string sentence;          // clear; may be empty
};

// Errors: word::rim_empty, word::direction_unclear.
base::Result<Bearing> take_bearing(const Rim& rim, std::optional<int> direction, std::string_view sentence);

Json in_json(const Bearing& bearing);
// Errors, in the reader's faults: those of a rim, word::rim_empty, word::direction_unclear, word::body_too_long.
Bearing read_bearing(BodyReader& body);
Json check_bearing(BodyReader& sent);
Bearing bearing_of(const Record& record);

// Where a needle comes to rest among so many words (at least 1): at each word, and between each and the next; in degrees, round the rim.
std::vector<int> choices(std::size_t words);
// The place in choices() that a direction lies nearest to.
std::size_t nearest_choice(int direction, std::size_t words);

// At one word, or between it and the next. With one word round the rim, between means away from it.
struct NearestWords {
    std::size_t first = 0;
    std::optional<std::size_t> next = {};
    bool operator==(const NearestWords&) const = default;
};
NearestWords words_at(std::size_t choice, std::size_t words);
inline NearestWords nearest_words(int direction, std::size_t words) { return words_at(nearest_choice(direction, words), words); }
// "Tussen Rust en Samen".
std::string in_words(const NearestWords& nearest, const std::vector<std::string>& rim, base::Language language);
std::string in_words(const Bearing& bearing, base::Language language);

}  // namespace loopbaankaart::journey
