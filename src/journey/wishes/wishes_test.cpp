#include "wishes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

const std::string_view amsterdam = "Europe/Amsterdam";
const std::vector<KnownPlace> places{{"haven", "Haven"}, {"stad", "Stad"}};
const base::Instant now = base::start_of(std::chrono::year{2026} / 11 / 30, amsterdam) + std::chrono::hours{11};

// As it would be kept; nothing when something is wrong with it.
std::optional<Json> checked(const Json& sent) {
    BodyReader reader{sent};
    Json kept = check_wish(reader);
    return reader.faults().empty() ? std::optional{kept} : std::nullopt;
}
Wish read(const Json& body) {
    BodyReader reader{body};
    return read_wish(reader);
}
std::string wrong_with(const TypedIf& typed) {
    const auto when = check_if(typed, places, now, amsterdam);
    return when ? std::string{} : std::string{when.error().code()};
}

TEST(Wish, comes_back_as_it_was_kept) {
    EXPECT_TRUE(rc::check("whatever was typed, kept once it stays the same", [](const std::string& words, const std::string& come_true, const std::string& then, std::uint8_t number) {
        Wish typed{.words = words, .come_true = come_true, .then = then};
        if (number & 1) typed.symbol = symbols[number % symbols.size()].mark;
        if (number & 2) {
            typed.end = wish_ends[number % wish_ends.size()].mark;
            typed.ended = std::chrono::year{2026} / 11 / (1 + number % 28);
        }
        if (number & 4) typed.when = If{.form = IfForm::own, .words = "iemand het vraagt"};
        else if (number & 8) typed.when = If{.form = IfForm::day, .day = std::chrono::year{2027} / 1 / (1 + number % 28), .day_at = now};
        else if (number & 16) typed.when = If{.form = IfForm::place, .place = "haven", .place_name = "Haven"};
        const auto kept = checked(in_json(typed));
        if (!kept) return;
        RC_ASSERT(checked(*kept) == kept);
        const Wish is = read(*kept);
        RC_ASSERT(is.words == base::tidy(words));
        RC_ASSERT(is.when == typed.when);
        RC_ASSERT(is.end == typed.end);
        RC_ASSERT(is.ended == typed.ended);
        RC_ASSERT(is.symbol == typed.symbol);
    }));
}

TEST(Wish, keeps_nothing_of_an_if_that_can_never_come) {
    for (const Json& when : {Json{{"form", "day"}}, Json{{"form", "day"}, {"day", "2027-03-03"}}, Json{{"form", "place"}, {"place_name", "Haven"}}, Json{{"form", "own"}, {"words", " "}}, Json::object()})
        EXPECT_FALSE(read({{"words", "Zeilen"}, {"if", when}}).when) << when.dump();
    EXPECT_FALSE(checked({{"words", "Zeilen"}, {"if", {{"form", "week"}}}}));
    EXPECT_FALSE(checked({{"words", "Zeilen"}, {"ended", "2026-02-30"}}));
    EXPECT_FALSE(checked({{"end", "klaar"}}));
}

TEST(If, of_a_day_is_not_before_today) {
    EXPECT_EQ(wrong_with({.form = "day", .day = "2026-11-29"}), "journey.wish_day_past");
    EXPECT_EQ(wrong_with({.form = "day", .day = "2026-11-30"}), "");
    EXPECT_EQ(wrong_with({.form = "day", .day = "29-11-2026"}), "journey.wish_day_past");
    for (const char* unclear : {"", "morgen", "2027-02-29", "2027-13-01", "3-3", "3-3-2027-1", "99999999999999999999-1-1", "0-1-2027", "-1-1-2027"})
        EXPECT_EQ(wrong_with({.form = "day", .day = unclear}), "journey.wish_day_unclear") << unclear;
    const auto when = check_if({.form = "day", .day = "3-3-2027", .place = "haven", .words = "iets"}, places, now, amsterdam);
    ASSERT_TRUE(when && *when);
    EXPECT_EQ((*when)->day_at, base::start_of(std::chrono::year{2027} / 3 / 3, amsterdam));
    EXPECT_TRUE((*when)->place.empty() && (*when)->words.empty()) << "what was typed for another form is no part of it";
}

TEST(If, of_a_place_is_one_of_the_map_and_keeps_its_name) {
    EXPECT_EQ(wrong_with({.form = "place", .place = "atlantis"}), "journey.wish_place_unknown");
    EXPECT_EQ(wrong_with({.form = "place"}), "journey.wish_place_unknown");
    const auto when = check_if({.form = "place", .place = "haven"}, places, now, amsterdam);
    ASSERT_TRUE(when && *when);
    EXPECT_EQ((*when)->place_name, "Haven");
}

TEST(If, of_ones_own_says_something_and_none_is_fine) {
    EXPECT_EQ(wrong_with({.form = "own", .words = " \n"}), "journey.wish_if_missing");
    EXPECT_EQ(wrong_with({.form = "own", .words = std::string(most_in_if + 1, 'a')}), "journey.body_too_long");
    for (const char* none : {"", "week"}) {
        const auto when = check_if({.form = none, .day = "2020-01-01", .place = "atlantis"}, places, now, amsterdam);
        ASSERT_TRUE(when);
        EXPECT_FALSE(*when);
    }
}

TEST(Wish, comes_in_the_place_of_another_and_not_of_itself) {
    base::SystemRandomness randomness;
    Record wish{.id = base::Id::make(base::instant(1), randomness), .kind = RecordKind::wish};
    const auto itself = put_instead_of(wish, wish.id);
    ASSERT_FALSE(itself);
    EXPECT_EQ(itself.error().code(), "journey.wish_itself");
    EXPECT_EQ(instead_of(wish), std::nullopt);
    const base::Id earlier = base::Id::make(base::instant(2), randomness);
    ASSERT_TRUE(put_instead_of(wish, earlier));
    EXPECT_EQ(instead_of(wish), earlier);
}

}  // namespace
}  // namespace loopbaankaart::journey
