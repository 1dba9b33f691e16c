#include "insight.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace loopbaankaart::journey {
namespace {

Insight read(const Json& body) {
    BodyReader reader{body};
    return read_insight(reader);
}
// As it would be kept; nothing when something is wrong with it.
std::optional<Json> checked(const Json& sent) {
    BodyReader reader{sent};
    Json kept = check_insight(reader);
    return reader.faults().empty() ? std::optional{kept} : std::nullopt;
}
std::string wrong_with(const Json& sent) {
    BodyReader reader{sent};
    check_insight(reader);
    return reader.faults().empty() ? std::string{} : std::string{reader.faults().begin()->error.code()};
}

TEST(Insight, comes_back_as_it_was_kept) {
    EXPECT_TRUE(rc::check("whatever was typed, kept once it stays the same", [](const std::string& happened, const std::string& word, const std::string& learn, std::uint8_t marks) {
        const Insight typed{.happened = happened, .word = word, .learn = learn, .marks = marks % 16u};
        const auto kept = checked(in_json(typed));
        if (!kept) return;
        const auto again = checked(*kept);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == *kept);
        const Insight is = read(*kept);
        RC_ASSERT(is.marks == typed.marks);
        RC_ASSERT(is.happened == base::tidy(happened));
        RC_ASSERT(is.word.find('\n') == std::string::npos);
    }));
}

TEST(Insight, that_says_nothing_is_none) {
    EXPECT_EQ(wrong_with(Json::object()), "journey.happened_missing");
    EXPECT_EQ(wrong_with({{"happened", " \n "}, {"word", "\t"}}), "journey.happened_missing");
    EXPECT_EQ(wrong_with({{"marks", {"boundary"}}}), "") << "words are not needed";
    EXPECT_EQ(wrong_with({{"word", "trots"}}), "");
}

TEST(Insight, has_one_word_of_one_line) {
    EXPECT_EQ(wrong_with({{"word", std::string(most_in_word + 1, 'a')}}), "journey.body_too_long");
    EXPECT_EQ(read({{"word", "samen\niets\nmaken"}}).word, "samen iets maken");
}

TEST(Insight, knows_the_dilemmas_of_work_and_a_boundary_and_nothing_else) {
    EXPECT_TRUE(read({{"marks", {"ethical", "boundary"}}}).has(InsightMark::boundary));
    EXPECT_EQ(wrong_with({{"happened", "Ja"}, {"marks", {"moeilijk"}}}), "journey.body_unreadable");
}

TEST(Insight, lies_beside_another_experience_and_not_beside_its_own) {
    base::SystemRandomness randomness;
    const base::Id from = base::Id::make(base::instant(1), randomness), other = base::Id::make(base::instant(2), randomness);
    Record insight{.id = from, .kind = RecordKind::insight, .links = {{"kept_thing", from}}};
    const auto itself = lay_beside(insight, from);
    ASSERT_FALSE(itself);
    EXPECT_EQ(itself.error().code(), "journey.beside_itself");
    EXPECT_EQ(beside_of(insight), std::nullopt);
    ASSERT_TRUE(lay_beside(insight, other));
    EXPECT_EQ(beside_of(insight), other);
    ASSERT_TRUE(lay_beside(insight, std::nullopt));
    EXPECT_EQ(beside_of(insight), std::nullopt);
    EXPECT_EQ(experience_of(insight), from) << "whatever lies beside it";
}

TEST(Look, of_today_is_one_and_tomorrow_another) {
    EXPECT_TRUE(rc::check("each has its day", [](std::uint16_t day_number, std::uint8_t more) {
        base::SystemRandomness randomness;
        const base::Id thing = base::Id::make(base::instant(1), randomness);
        const std::size_t looks = 2 + more % 4u;
        const std::chrono::sys_days day{std::chrono::days{day_number}};
        RC_ASSERT(look_of_today(thing, day, looks) == look_of_today(thing, day, looks));
        std::set<std::size_t> seen;
        for (std::size_t later = 0; later < looks; ++later) seen.insert(look_of_today(thing, day + std::chrono::days{later}, looks));
        RC_ASSERT(seen.size() == looks);
        RC_ASSERT(*seen.rbegin() < looks);
    }));
}

}  // namespace
}  // namespace loopbaankaart::journey
