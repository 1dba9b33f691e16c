#include "base.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unicode/smpdtfmt.h>

#include <set>

namespace loopbaankaart::base {
namespace {

template <typename Law>
void holds(const Law& law) {
    EXPECT_TRUE(rc::check(law));
}

// Any text of one- to three-byte characters; surrogates become letters.
std::string utf8_of(const std::vector<std::uint16_t>& signs) {
    std::string text;
    for (std::uint16_t sign : signs) {
        if (sign >= 0xD800 && sign <= 0xDFFF) sign = 'x';
        if (sign < 0x80) {
            text += static_cast<char>(sign);
        } else if (sign < 0x800) {
            text += static_cast<char>(0xC0 | (sign >> 6));
            text += static_cast<char>(0x80 | (sign & 0x3F));
        } else {
            text += static_cast<char>(0xE0 | (sign >> 12));
            text += static_cast<char>(0x80 | ((sign >> 6) & 0x3F));
            text += static_cast<char>(0x80 | (sign & 0x3F));
        }
    }
    return text;
}

TEST(Ids, ComeBackAsTheyWereAndSortByTheirMoment) {
    holds([](std::uint32_t seed) {
        SeededRandomness chance{seed};
        const Id earlier = Id::make(instant(1'788'249'600'000), chance);
        const Id later = Id::make(instant(1'788'249'600'001), chance);
        RC_ASSERT(Id::parse(earlier.view()) == earlier);
        RC_ASSERT(earlier < later);
    });
}

TEST(Ids, RefuseWhatIsNoUlid) {
    EXPECT_FALSE(Id::parse(""));
    EXPECT_FALSE(Id::parse("01ARZ3NDEKTSV4RRFFQ69G5FA"));    // one too short
    EXPECT_FALSE(Id::parse("01arz3ndektsv4rrffq69g5fav"));   // lower case
    EXPECT_FALSE(Id::parse("81ARZ3NDEKTSV4RRFFQ69G5FAV"));   // over 128 bits
    EXPECT_FALSE(Id::parse("01ARZ3NDEKTSV4RRFFQ69G5FA/"));
    EXPECT_TRUE(Id::parse("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
}

TEST(Chance, RepeatsWithItsSeedAndStaysBelowItsLimit) {
    holds([](std::uint64_t seed, std::uint32_t limit) {
        SeededRandomness one{seed}, other{seed};
        const std::uint64_t below = 1 + std::uint64_t{limit};
        const std::uint64_t drawn = one.below(below);
        RC_ASSERT(drawn < below);
        RC_ASSERT(drawn == other.below(below));
    });
}

TEST(Tokens, AreUnguessableInLengthAndDiffer) {
    SystemRandomness randomness;
    std::set<std::string> tokens;
    for (int count = 0; count < 100; ++count) tokens.insert(make_token(randomness));
    EXPECT_EQ(tokens.size(), 100u);
    EXPECT_EQ(parse_base64url(*tokens.begin())->size(), 32u);
}

TEST(Bytes, SurviveBase64) {
    holds([](const Bytes& bytes) { RC_ASSERT(parse_base64url(base64url(bytes)) == bytes); });
    EXPECT_FALSE(parse_base64url("not base64!"));
}

TEST(Ids, TellWhenTheyWereMade) {
    SystemRandomness randomness;
    const Instant moment = instant(1'700'000'000'123);
    EXPECT_EQ(Id::make(moment, randomness).made_at(), moment);
}

TEST(TypedText, IsTidiedOnceAndForAll) {
    holds([](const std::vector<std::uint16_t>& signs) {
        const std::string typed = utf8_of(signs);
        const std::string once = tidy(typed);
        RC_ASSERT(tidy(once) == once);
        RC_ASSERT(is_utf8(once));
        RC_ASSERT(once.find('\r') == std::string::npos);
    });
    EXPECT_EQ(tidy("  een\r\ntwee\rdrie\x01\x7F  "), "een\ntwee\ndrie");
    EXPECT_EQ(tidy("cafe\u0301"), "caf\u00e9");  // composed
    EXPECT_EQ(tidy_name(" Jo\u202Eris\u2066 \n de\tWit\u200F"), "Joris   de Wit");
    EXPECT_EQ(tidy_name("\u0646\u06CC\u200C\u0645\u0627"), "\u0646\u06CC\u200C\u0645\u0627");
}

TEST(Utf8, RefusesOverlongSurrogatesAndStrays) {
    EXPECT_TRUE(is_utf8("Şule 🙂"));
    for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xFF", "\xE2\x82", "\xF5\x80\x80\x80"}) EXPECT_FALSE(is_utf8(bad)) << bad;
}

TEST(Searching, IgnoresCaseAndAccents) {
    EXPECT_EQ(folded("Één ÖZTÜRK"), "een ozturk");
    EXPECT_EQ(characters("e\u0301é🙂"), 3u);
    EXPECT_EQ(characters("a\r\nb \n"), 5u);
    EXPECT_EQ(characters("gewone letters"), 14u);
}

TEST(Searching, FindsAWordAlsoWhereDutchWritesALetterOnceOrTwice) {
    EXPECT_TRUE(finds("droom", "dromen over later"));
    EXPECT_TRUE(finds("Wensbomen later", "later hangt het in de wensboomen"));
    EXPECT_TRUE(finds("", "wat dan ook"));
    EXPECT_FALSE(finds("maan", "iemand"));  // too short to be anything else
    EXPECT_FALSE(finds("droom vroeger", "dromen over later"));
}

TEST(Words, FillTheirPlaceholders) {
    constexpr Word greeting{"test.greeting", {"Dag {name}, welkom {name}", "Hello {name}"}};
    EXPECT_EQ(say(greeting, Language::nl, {{"name", "Amina"}}), "Dag Amina, welkom Amina");
    EXPECT_EQ(say(greeting, Language::en, {{"name", "{name}"}}), "Hello {name}");  // what is filled in is not filled again
    EXPECT_EQ(parse_language("en"), Language::en);
    EXPECT_FALSE(parse_language("de"));
}

TEST(Moments, AreSaidInTheSchoolsTimeZone) {
    const Instant late = instant(1'788'305'400'000);  // 2026-09-01T23:30Z is 2 September in Amsterdam
    EXPECT_EQ(iso(late), "2026-09-01T23:30:00.000Z");
    EXPECT_EQ(iso(Instant{std::chrono::sys_days{std::chrono::year{2999} / 1 / 1}}), "2999-01-01T00:00:00.000Z") << "what somebody sends may lie anywhere";
    EXPECT_EQ(day_in_words(late, Language::nl, "Europe/Amsterdam"), "2 september 2026");
    EXPECT_EQ(day_in_words(late, Language::en, "Europe/Amsterdam"), "2 September 2026");
}

TEST(Moments, LieInTheDayThatBeganBeforeThem) {
    using namespace std::chrono;
    EXPECT_EQ(iso(start_of(2026y / March / 29, "Europe/Amsterdam")), "2026-03-28T23:00:00.000Z");
    EXPECT_EQ(iso(start_of(2026y / March / 30, "Europe/Amsterdam")), "2026-03-29T22:00:00.000Z") << "summer time";
    holds([] {
        const Instant moment = instant(*rc::gen::inRange<std::int64_t>(-2'000'000'000'000, 5'000'000'000'000));
        const std::string zone = *rc::gen::element<std::string>("Europe/Amsterdam", "America/Curacao", "Pacific/Auckland", "UTC");
        const year_month_day day = day_of(moment, zone);
        RC_ASSERT(start_of(day, zone) <= moment);
        RC_ASSERT(moment < start_of(sys_days{day} + days{1}, zone));
    });
}

TEST(Numbers, AreWholeOrNothing) {
    EXPECT_EQ(whole_number("2025"), 2025);
    EXPECT_EQ(whole_number("-3"), -3);
    for (const char* other : {"", " 1", "1 ", "+1", "1.5", "1e3", "0x1", "99999999999999999999", "een"}) EXPECT_FALSE(whole_number(other)) << other;
}

TEST(Moments, AreTheDaysOfIcusOwnCalendar) {
    holds([] {
        const auto language = *rc::gen::element(Language::nl, Language::en);
        const Instant moment = instant(*rc::gen::inRange<std::int64_t>(-2'000'000'000'000, 5'000'000'000'000));  // 1906 until 2128
        const std::string zone = *rc::gen::element<std::string>("Europe/Amsterdam", "America/Curacao", "Pacific/Auckland", "UTC");
        UErrorCode status = U_ZERO_ERROR;
        icu::SimpleDateFormat format{"d MMMM y", icu::Locale{language == Language::nl ? "nl_NL" : "en_GB"}, status};
        format.adoptTimeZone(icu::TimeZone::createTimeZone(zone.c_str()));
        icu::UnicodeString shown;
        std::string expected;
        format.format(static_cast<UDate>(milliseconds(moment)), shown).toUTF8String(expected);
        RC_ASSERT(day_in_words(moment, language, zone) == expected);
    });
}

TEST(Results, AreAValueOrAnError) {
    constexpr Word wrong{"test.wrong", {"Fout", "Wrong"}};
    const Result<int> good{3};
    const Result<int> bad{Error{wrong, "regel 4"}};
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, 3);
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code(), "test.wrong");
    EXPECT_EQ(bad.error().about, "regel 4");
}

}  // namespace
}  // namespace loopbaankaart::base
