#include "period.hpp"

#include <gtest/gtest.h>
#include <journey/words.hpp>
#include <rapidcheck/gtest.h>

namespace loopbaankaart::journey {
namespace {

using base::Language;
using std::chrono::year_month_day, std::chrono::year, std::chrono::month, std::chrono::day;

const std::string amsterdam = "Europe/Amsterdam";

base::Instant noon(int in_year, unsigned in_month, unsigned on) {
    return base::start_of(year{in_year} / month{in_month} / day{on}, amsterdam) + std::chrono::hours{12};
}
const Saying in_november{noon(2026, 11, 26), amsterdam};  // a Thursday

std::string back(std::string_view typed, Language language = Language::nl) {
    const auto period = understood(typed, in_november);
    return period ? in_words(*period, language, amsterdam) : std::string{period.error().code()};
}

struct Said {
    const char* typed;
    const char* back;
};

TEST(Periods, AreSaidAsPeopleSayThem) {
    for (const Said& one : std::initializer_list<Said>{
             {"vandaag", "26 november 2026"}, {"Gisteren", "25 november 2026"}, {"deze week", "de week van 23 november 2026"},
             {"vorige week", "de week van 16 november 2026"}, {"deze maand", "november 2026"}, {"vorige maand", "oktober 2026"},
             {"dit schooljaar", "schooljaar 2026–2027"}, {"vorig schooljaar", "schooljaar 2025–2026"}, {"vorig jaar", "2025"}, {"dit jaar", "2026"},
             {"langer geleden", "langer geleden, voor 2025"}, {"", "weet niet meer wanneer"}, {"  ", "weet niet meer wanneer"}, {"last year", "2025"},
             {"Zomer 2024", "zomer 2024"}, {"in de zomer van 2024", "zomer 2024"}, {"voorjaar 2024", "lente 2024"}, {"winter 2024-2025", "winter 2024–2025"},
             {"winter 2024/25", "winter 2024–2025"}, {"2023-2024", "schooljaar 2023–2024"}, {"schooljaar 23-24", "journey.when_unclear"},
             {"schooljaar 2023/24", "schooljaar 2023–2024"}, {"school year 2023–2024", "schooljaar 2023–2024"}, {"12 maart 2025", "12 maart 2025"},
             {"12 mrt 2025", "12 maart 2025"}, {"March 12, 2025", "12 maart 2025"}, {"12-3-2025", "12 maart 2025"}, {"2025-03-12", "12 maart 2025"},
             {"maart 2025", "maart 2025"}, {"3-2025", "maart 2025"}, {"2025", "2025"}, {"29 februari 2024", "29 februari 2024"}})
        EXPECT_EQ(back(one.typed), one.back) << one.typed;
    EXPECT_EQ(back("zomer 2024", Language::en), "summer 2024");
}

TEST(Periods, ASeasonIsAroundEveryMonth) {
    const auto around = [](unsigned in_month) { return in_words(season_around(noon(2026, in_month, 20), amsterdam), Language::nl, amsterdam); };
    EXPECT_EQ(around(1), "winter 2025–2026");
    EXPECT_EQ(around(2), "winter 2025–2026");
    EXPECT_EQ(around(3), "lente 2026");
    EXPECT_EQ(around(8), "zomer 2026");
    EXPECT_EQ(around(11), "herfst 2026");
    EXPECT_EQ(around(12), "winter 2026–2027");
    EXPECT_EQ(season_around(noon(2026, 8, 20), amsterdam), *understood("zomer 2026", in_november));
}

TEST(Periods, ThatCannotBeAreRefused) {
    for (const Said& one : std::initializer_list<Said>{
             {"31 februari 2025", "journey.when_no_such_day"}, {"29 februari 2025", "journey.when_no_such_day"}, {"31-4-2025", "journey.when_no_such_day"},
             {"257-1-2025", "journey.when_no_such_day"}, {"1-257-2025", "journey.when_no_such_day"}, {"13-2025", "journey.when_no_such_day"},
             {"27 november 2026", "journey.when_future"}, {"december 2026", "journey.when_future"}, {"winter 2026-2027", "journey.when_future"},
             {"2027", "journey.when_future"}, {"voor 2028", "journey.when_future"}, {"1200", "journey.when_long_ago"}, {"zomer 1899", "journey.when_long_ago"},
             {"1 mei 1200", "journey.when_long_ago"}, {"winter 2025", "journey.when_which_winter"}, {"ooit", "journey.when_unclear"}, {"12", "journey.when_unclear"},
             {"2023-2025", "journey.when_unclear"}, {"zomer", "journey.when_unclear"}, {"zomer 2024 2025", "journey.when_unclear"}, {"☀", "journey.when_unclear"},
             {"99999999999999999999", "journey.when_unclear"}, {"week week week", "journey.when_unclear"}, {"week", "journey.when_unclear"}})
        EXPECT_EQ(back(one.typed), one.back) << one.typed;
    EXPECT_EQ(back(std::string(100, '1')), "journey.when_unclear");
}

TEST(Periods, BeginAndEndWhereTheyLie) {
    const auto school_year = understood("2024-2025", in_november);
    ASSERT_TRUE(school_year);
    EXPECT_EQ(base::iso(school_year->from), "2024-07-31T22:00:00.000Z");
    EXPECT_EQ(base::iso(school_year->until), "2025-07-31T22:00:00.000Z");
    const auto winter = understood("winter 2024-2025", in_november);
    ASSERT_TRUE(winter);
    EXPECT_EQ(base::iso(winter->from), "2024-11-30T23:00:00.000Z");
    EXPECT_EQ(base::iso(winter->until), "2025-02-28T23:00:00.000Z");
}

Saying any_saying() {
    const auto zone = *rc::gen::element<std::string_view>("Europe/Amsterdam", "America/Curacao", "Pacific/Auckland", "UTC");
    return {base::instant(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000)), zone};  // 1970 until 2096
}

// Some words for a time that lies, or began, before now.
std::string any_words(const Saying& saying) {
    const base::Instant moment = saying.now - std::chrono::hours{*rc::gen::inRange(24 * 400, 24 * 365 * 60)};
    const year_month_day at = base::day_of(moment, saying.time_zone);
    const int in_year = static_cast<int>(at.year());
    const std::string other = std::to_string(in_year + 1), same = std::to_string(in_year);
    const std::string in_month = std::to_string(static_cast<unsigned>(at.month())), on = std::to_string(static_cast<unsigned>(at.day()));
    return *rc::gen::element<std::string>("vandaag", "gisteren", "deze week", "vorige week", "deze maand", "vorige maand", "dit schooljaar",
                                          "vorig schooljaar", "dit jaar", "vorig jaar", "langer geleden", "", same, in_month + "-" + same,
                                          on + "-" + in_month + "-" + same, "zomer " + same, "autumn " + same, "lente " + same,
                                          "winter " + same + "-" + other, same + "-" + other, "week van " + on + "-" + in_month + "-" + same);
}

RC_GTEST_PROP(PeriodsProperty, ComeBackAsTheyWereSaid, ()) {
    const Saying saying = any_saying();
    const Language language = *rc::gen::element(Language::nl, Language::en);
    const auto said = understood(any_words(saying), saying);
    RC_ASSERT(bool{said});
    const auto again = understood(in_words(*said, language, saying.time_zone), saying);
    RC_ASSERT(bool{again});
    RC_ASSERT(*again == *said);
}

RC_GTEST_PROP(PeriodsProperty, HoldTheMomentTheySpeakOf, ()) {
    const Saying saying = any_saying();
    for (const char* words : {"vandaag", "deze week", "deze maand", "dit schooljaar", "dit jaar", ""}) {
        const auto period = understood(words, saying);
        RC_ASSERT(period && period->from <= saying.now && saying.now < period->until);
    }
    for (const auto& [last, present] : {std::pair{"gisteren", "vandaag"}, {"vorige week", "deze week"}, {"vorige maand", "deze maand"},
                                        {"vorig schooljaar", "dit schooljaar"}, {"vorig jaar", "dit jaar"}, {"langer geleden", "vorig jaar"}})
        RC_ASSERT(understood(last, saying)->until == understood(present, saying)->from);
    const base::Instant moment = saying.now - std::chrono::hours{*rc::gen::inRange(0, 24 * 365 * 60)};
    const auto on_day = understood(base::day_in_words(moment, Language::nl, saying.time_zone), saying);
    RC_ASSERT(on_day && on_day->from <= moment && moment < on_day->until);
}

RC_GTEST_PROP(PeriodsProperty, AreReadOrRefusedWhateverIsTyped, ()) {
    const Saying saying = any_saying();
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "winter", "zomer", "week", "maart", "feb", "voor", "langer", "geleden", "school", "year", "2025", "24", "0", "31", "9999", "1899", "-", " ", "–", "é",
        "\xff", "van", "99999999999"));
    std::string typed;
    for (const std::string& piece : pieces) typed += piece + " ";
    const auto period = understood(typed, saying);
    if (period) {
        RC_ASSERT(period->from < period->until);
        RC_ASSERT(period->from <= saying.now);
    }
}

}  // namespace
}  // namespace loopbaankaart::journey
