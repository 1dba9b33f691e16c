#include "compass.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace loopbaankaart::journey {
namespace {

Rim rim_with(const std::vector<std::string>& texts) {
    Rim rim;
    for (const std::string& text : texts) EXPECT_TRUE(put_on_rim(rim, {text}));
    return rim;
}
std::string refused(Rim& rim, const std::string& text) {
    const auto done = put_on_rim(rim, {text});
    return done ? std::string{} : std::string{done.error().code()};
}
// What is wrong with it first; empty when it can be kept.
std::string wrong_with(const Json& sent, Json (*check)(BodyReader&)) {
    BodyReader reader{sent};
    check(reader);
    return reader.faults().empty() ? std::string{} : std::string{reader.faults().begin()->error.code()};
}
std::string wrong_with_taking(const Rim& rim, std::optional<int> direction) {
    const auto bearing = take_bearing(rim, direction, "");
    return bearing ? std::string{} : std::string{bearing.error().code()};
}
Json slips(const std::vector<std::string>& texts) {
    Json all = Json::array();
    for (const std::string& text : texts) all.push_back({{"text", text}});
    return all;
}

TEST(Rim, holds_words_of_ones_own_each_once) {
    Rim rim = rim_with({"Rust", "  Samen\niets maken "});
    EXPECT_EQ(texts_of(rim), (std::vector<std::string>{"Rust", "Samen iets maken"}));
    EXPECT_EQ(refused(rim, " \n"), "journey.rim_word_missing");
    EXPECT_EQ(refused(rim, "rust"), "journey.word_twice");
    EXPECT_EQ(refused(rim, std::string(most_in_rim_word + 1, 'a')), "journey.body_too_long");
    for (const char* more : {"Buiten", "Lachen", "Leren", "Thuis", "Vrij", "Nieuw"}) EXPECT_EQ(refused(rim, more), "");
    EXPECT_EQ(refused(rim, "Geld"), "journey.rim_full");
    EXPECT_EQ(rim.words.size(), most_on_rim);
}

TEST(Rim, is_changed_one_word_at_a_time) {
    Rim rim = rim_with({"Rust", "Buiten", "Lachen"});
    move_on_rim(rim, 0);
    EXPECT_EQ(texts_of(rim), (std::vector<std::string>{"Buiten", "Rust", "Lachen"}));
    move_on_rim(rim, 2);
    EXPECT_EQ(texts_of(rim), (std::vector<std::string>{"Lachen", "Rust", "Buiten"})) << "the last one goes on at the first";
    take_off_rim(rim, 1);
    EXPECT_EQ(texts_of(rim), (std::vector<std::string>{"Lachen", "Buiten"}));
    const Rim before = rim;
    take_off_rim(rim, 9);
    move_on_rim(rim, 9);
    EXPECT_EQ(rim, before);
}

TEST(Rim, comes_back_as_it_was_kept) {
    EXPECT_TRUE(rc::check("whatever was typed, kept once it stays the same", [](const std::vector<std::string>& typed) {
        Rim rim;
        base::SystemRandomness randomness;
        for (const std::string& text : typed) {
            RimWord put{.text = text};
            if (text.size() % 2 == 0) put.from = Link{text.size() % 4 == 0 ? "insight" : "kept_thing", base::Id::make(base::instant(1), randomness)};
            const Rim before = rim;
            if (!put_on_rim(rim, put)) RC_ASSERT(rim == before);
        }
        BodyReader sent{in_json(rim)};
        const Rim again = read_rim(sent);
        RC_ASSERT(sent.faults().empty());
        RC_ASSERT(again == rim);
    }));
}

TEST(Rim, that_comes_from_elsewhere_is_looked_at) {
    EXPECT_EQ(wrong_with({{"words", slips({"Rust", "RUST"})}}, check_rim), "journey.word_twice");
    EXPECT_EQ(wrong_with({{"words", slips(std::vector<std::string>(most_on_rim + 1, "x"))}}, check_rim), "journey.body_too_many");
    EXPECT_EQ(wrong_with({{"words", "Rust"}}, check_rim), "journey.body_unreadable");
    EXPECT_EQ(wrong_with(Json::object(), check_rim), "") << "a rim may be empty";
}

TEST(Bearing, needs_words_and_a_needle_that_lies_somewhere) {
    EXPECT_EQ(wrong_with_taking({}, 10), "journey.rim_empty");
    const Rim rim = rim_with({"Rust", "Buiten"});
    for (const std::optional<int> unclear : {std::optional<int>{}, std::optional{-1}, std::optional{full_turn}}) EXPECT_EQ(wrong_with_taking(rim, unclear), "journey.direction_unclear");
    EXPECT_EQ(wrong_with_taking(rim, 359), "");
    EXPECT_EQ(wrong_with({{"direction", 10}}, check_bearing), "journey.rim_empty");
    EXPECT_EQ(wrong_with({{"rim", slips({"Rust"})}}, check_bearing), "journey.direction_unclear");
    EXPECT_EQ(wrong_with({{"rim", slips({"Rust"})}, {"direction", "NaN"}}, check_bearing), "journey.body_unreadable");
    EXPECT_EQ(wrong_with({{"rim", slips({"Rust"})}, {"direction", 10}, {"sentence", std::string(most_in_sentence + 1, 'a')}}, check_bearing), "journey.body_too_long");
}

TEST(Bearing, takes_the_words_of_its_rim_along) {
    Rim rim = rim_with({"Rust", "Buiten", "Lachen"});
    const auto taken = take_bearing(rim, 100, "Zo voelt het");
    ASSERT_TRUE(taken);
    const Json kept = in_json(*taken);
    take_off_rim(rim, 1);
    ASSERT_TRUE(put_on_rim(rim, {"Geld"}));
    BodyReader reader{kept};
    const Bearing bearing = read_bearing(reader);
    EXPECT_TRUE(reader.faults().empty());
    EXPECT_EQ(bearing.rim, (std::vector<std::string>{"Rust", "Buiten", "Lachen"}));
    EXPECT_EQ(bearing.direction, 100);
    EXPECT_EQ(bearing.sentence, "Zo voelt het");
}

TEST(Needle, rests_at_every_word_and_between_every_two) {
    EXPECT_EQ(choices(1), (std::vector<int>{0, 180}));
    EXPECT_EQ(choices(3), (std::vector<int>{0, 60, 120, 180, 240, 300}));
    for (std::size_t words = 1; words <= most_on_rim; ++words) {
        const std::vector<int> all = choices(words);
        ASSERT_EQ(all.size(), 2 * words);
        for (std::size_t at = 0; at < all.size(); ++at) EXPECT_EQ(nearest_choice(all[at], words), at) << words;
    }
}

TEST(Needle, lies_nearest_to_what_it_is_least_far_from) {
    EXPECT_TRUE(rc::check("no other rest is nearer", [] {
        const std::size_t words = *rc::gen::inRange<std::size_t>(1, most_on_rim + 1);
        const int direction = *rc::gen::inRange(0, full_turn);
        const auto far = [&](std::size_t at) {
            const double rest = 360.0 * static_cast<double>(at) / static_cast<double>(2 * words), apart = std::abs(direction - rest);
            return std::min(apart, 360.0 - apart);
        };
        const std::size_t nearest = nearest_choice(direction, words);
        for (std::size_t at = 0; at < 2 * words; ++at) RC_ASSERT(far(nearest) <= far(at) + 1e-9);
    }));
}

TEST(Needle, is_said_in_the_words_it_lies_by) {
    EXPECT_EQ(nearest_words(0, 3), (NearestWords{0, {}}));
    EXPECT_EQ(nearest_words(70, 3), (NearestWords{0, 1}));
    EXPECT_EQ(nearest_words(300, 3), (NearestWords{2, 0})) << "between the last and the first";
    EXPECT_EQ(nearest_words(359, 3), (NearestWords{0, {}}));
    EXPECT_EQ(nearest_words(180, 1), (NearestWords{0, 0})) << "away from the only one";
    EXPECT_TRUE(rc::check("and in no number", [] {
        const std::size_t words = *rc::gen::inRange<std::size_t>(1, most_on_rim + 1);
        const std::vector<std::string> all{"a", "b", "c", "d", "e", "f", "g", "h"};
        const Bearing bearing{.rim = {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(words)}, .direction = *rc::gen::inRange(0, full_turn)};
        for (const base::Language language : base::languages) RC_ASSERT(in_words(bearing, language).find_first_of("0123456789") == std::string::npos);
    }));
}

}  // namespace
}  // namespace loopbaankaart::journey
