// Conversations about a forecast and about what a completion takes: begun beside what a page tells, back when newer data are in, and silent about what is hidden.
#include <gtest/gtest.h>

#include "trial_stories.hpp"

namespace loopbaankaart::flow {
namespace {

using namespace std::chrono_literals;
using trial::page_to_begin;

constexpr std::int32_t first_year = 2026;

// Of a programme and of one in which hardly anybody is expected: who leaves, in the first year that is forecast and in the year before it, which came to `came`.
struct YearSaid {
    std::uint32_t low, high;
    std::optional<std::uint32_t> came = {};
    std::int32_t first = first_year;
    std::uint32_t then_low = 20, then_high = 35;   // of the year before
};
Outlooks that_say(const YearSaid& said) {
    Outlooks all{.first_year = said.first, .years = 5, .states = {"year_1", "left"}, .subjects = {{Level::programme, "Kok", 2}, {Level::programme, "Klein", 2}, {Level::sector, "Horeca", 3}, {Level::school, "", 3}}};
    const auto outlook = [](std::uint32_t low, std::uint32_t high) { return Outlook{(low + high) / 2, low, high, low, high, 0}; };
    constexpr State left = 1;
    for (std::uint32_t subject = 0; subject < 4; ++subject) {
        const bool few = subject == 1;
        all.lines.push_back({.subject = subject, .state = left, .year = said.first, .model = few ? outlook(0, 7) : outlook(said.low, said.high), .own_rate = few ? outlook(0, 7) : outlook(said.low, said.high)});
        all.lines.push_back({.subject = subject, .state = left, .year = said.first - 1, .was = true, .model = few ? outlook(0, 7) : outlook(said.then_low, said.then_high), .happened = said.came});
        if (said.came) all.counts[{subject, CountOf::past, left, said.first - 1}] = few ? 0 : *said.came;
    }
    for (const State state : {left, Places::state}) all.gates.push_back({state, 1, {.colour = Colour::green}});
    return all;
}

class FiguresTalkedAbout : public trial::Talking {
protected:
    const std::string of_kok = "/stroom/vooruit?gegevens=inschrijvingen&opleiding=Kok&wat=left&jaar=2026";
    const std::string hours_of_kok = "/stroom/kosten?gegevens=uren&activiteit=Rekenen&opleiding=Kok";

    void keep(const Outlooks& outlooks, std::int32_t seen_until) {
        const Paths paths{.states = {"year_1", "left"}, .programmes = {{"Kok", "Horeca", "4"}}, .paths = {{0, 2020, {0, 0}, 40}, {0, 2020, {0, 1}, 20}}, .seen_until = seen_until};
        school.world.school().write_now([&](storage::Writes& writes) {
            const base::Id set = school.world.id();
            keep_set(writes, set, "inschrijvingen", "", hide_small(paths), school.world.clock().now());
            keep_outlooks(writes, set, outlooks, 1);
        });
    }
    // So many completed, so many stopped, of Kok; Bakker is always the same.
    void keep_hours(int completed, int dropped, double hours = 100) {
        Attempts attempts{.programmes = {"Kok", "Bakker"}, .priors = {"vmbo"}, .activities = {"Rekenen"}};
        const auto take_on = [&](std::uint32_t programme, int some, bool all_of_it, double each) {
            for (int student = 0; student < some; ++student) {
                attempts.person.push_back(static_cast<std::uint32_t>(attempts.size())), attempts.programme.push_back(programme), attempts.prior.push_back(0), attempts.activity.push_back(0), attempts.number.push_back(1);
                attempts.hours.push_back(each), attempts.outcome.push_back(all_of_it ? Attempts::completed : Attempts::dropped), attempts.hour_price.push_back(10), attempts.price.push_back(0);
            }
        };
        take_on(0, completed, true, hours), take_on(0, dropped, false, 50), take_on(1, 40, true, 100), take_on(1, 20, false, 50);
        school.world.school().write_now([&](storage::Writes& writes) { keep_costs(writes, school.world.id(), "uren", "", hide_small_costs(attempts), school.world.clock().now()); });
    }
    void a_year_on() {
        school.world.clock().advance(365 * 24h);
        analyst = school.signed_in("fay");
    }
    int status_of(const std::string& page) {
        analyst.get(page);
        return analyst.status();
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, FiguresTalkedAbout, workbench::both, workbench::name);

TEST_P(FiguresTalkedAbout, a_forecast_comes_back_beside_what_came) {
    // Given a conversation that was begun at a forecast on its page, in which something was agreed.
    keep(that_say({.low = 41, .high = 63}), 2025);
    EXPECT_TRUE(shows(analyst, "/stroom/vooruit?opleiding=Kok&wat=left", page_to_begin(of_kok))) << "the forecast leads there";
    const base::Id story = begin(of_kok);
    agree(story, "Bel in week vier");
    EXPECT_TRUE(shows(analyst, page_of(story), "41–63"));
    EXPECT_FALSE(shows(analyst, "/stroom", page_of(story))) << "nothing new yet";
    // When the year is over, and the data say what came.
    a_year_on();
    keep(that_say({.low = 55, .high = 77, .came = 50, .first = first_year + 1}), 2026);
    // Then it comes back: what was expected then, and what came.
    EXPECT_TRUE(shows(analyst, "/stroom", page_of(story)));
    EXPECT_TRUE(shows(analyst, page_of(story), "41–63"));
    EXPECT_TRUE(analyst.shows("42–58") && analyst.shows("Bel in week vier"));
    EXPECT_FALSE(analyst.shows("55–77") || analyst.shows("20–35")) << "nor another year, nor the forecast as it would be made again";
    EXPECT_TRUE(shows(coordinator = school.signed_in("bram"), "/stroom/verhaal", "42–58"));
}

TEST_P(FiguresTalkedAbout, what_came_is_told_as_the_data_of_now_tell_it) {
    keep(that_say({.low = 41, .high = 63, .came = 20}), 2025);
    const base::Id story = begin("/stroom/vooruit?gegevens=inschrijvingen&opleiding=Kok&wat=left&jaar=2025");
    EXPECT_TRUE(shows(analyst, page_of(story), "12–28")) << "of a year that is over: what was expected and what came";
    EXPECT_TRUE(analyst.shows("20–35"));
    keep(that_say({.low = 41, .high = 63, .came = 10}), 2025);
    EXPECT_TRUE(shows(analyst, page_of(story), "≤ 18"));
    EXPECT_FALSE(analyst.shows("12–28")) << "one who was taken out would be known";
}

TEST_P(FiguresTalkedAbout, a_forecast_of_data_that_were_put_right_is_not_told_beside_the_new_one) {
    keep(that_say({.low = 41, .high = 63}), 2025);
    const base::Id story = begin(of_kok);
    keep(that_say({.low = 42, .high = 64}), 2025);
    EXPECT_TRUE(shows(analyst, page_of(story), "42–64"));
    EXPECT_FALSE(analyst.shows("41–63"));
    keep(that_say({.low = 44, .high = 60}), 2026);
    EXPECT_TRUE(shows(analyst, page_of(story), "44–60")) << "of another school year: then and now";
    EXPECT_TRUE(analyst.shows("41–63"));
}

TEST_P(FiguresTalkedAbout, what_is_hidden_or_hidden_later_has_no_conversation) {
    keep(that_say({.low = 41, .high = 63, .came = 20}), 2025);
    for (const char* address : {"/stroom/vooruit?opleiding=Klein&wat=left&jaar=2026", "/stroom/vooruit?opleiding=Klein&wat=left&jaar=2025", "/stroom/vooruit?opleiding=Kok&wat=left&jaar=2030", "/stroom/vooruit?opleiding=Kok&wat=left",
                                "/stroom/vooruit?opleiding=Kok&wat=left&jaar=", "/stroom/vooruit?opleiding=nergens&wat=left&jaar=2026", "/stroom/vooruit?wat=nergens&jaar=2026", "/stroom/vooruit?gegevens=nergens&jaar=2026",
                                "/stroom/vooruit?opleiding=Kok&wat=left&jaar=99999999999999999999"})
        EXPECT_EQ(status_of(page_to_begin(address)), 404) << address;
    EXPECT_FALSE(shows(analyst, "/stroom/vooruit?opleiding=Klein&wat=left", "verhaal-beginnen?over=%2Fstroom%2Fvooruit")) << "and its page offers none";
    const base::Id story = begin(of_kok);
    agree(story, "Bel in week vier");
    // Refused a year later, for few students: what was told once is not told any more, nor what a larger group does.
    Outlooks fewer = that_say({.low = 41, .high = 63, .first = first_year + 1});
    std::erase_if(fewer.lines, [](const OutlookLine& line) { return line.subject == 0 && line.was; });
    for (OutlookLine& line : fewer.lines)
        if (line.subject == 0) line.refusal = Refusal::few_students;
    keep(fewer, 2026);
    EXPECT_TRUE(shows(analyst, page_of(story), "Bel in week vier"));
    EXPECT_FALSE(analyst.shows("41–63"));
    EXPECT_FALSE(shows(analyst, "/stroom/verhaal", "41–63"));
    // Nor where its page says no more than that there are few.
    keep(that_say({.low = 0, .high = 7}), 2026);
    EXPECT_FALSE(shows(analyst, page_of(story), "41–63"));
    keep(that_say({.low = 12, .high = 18, .came = 0, .first = first_year + 1, .then_low = 0, .then_high = 7}), 2026);
    EXPECT_FALSE(shows(analyst, page_of(story), "41–63"));
    EXPECT_FALSE(analyst.shows("12–18"));
}

TEST_P(FiguresTalkedAbout, what_a_completion_took_stands_beside_what_it_takes_now) {
    keep_hours(60, 20);
    EXPECT_TRUE(shows(analyst, "/stroom/kosten", page_to_begin(hours_of_kok)));
    const base::Id story = begin(hours_of_kok);
    agree(story, "Meer oefenlessen");
    EXPECT_TRUE(shows(analyst, page_of(story), "117 uur")) << "(60 × 100 + 20 × 50) ÷ 60";
    EXPECT_FALSE(shows(analyst, "/stroom", page_of(story)));
    a_year_on();
    keep_hours(120, 60);
    EXPECT_TRUE(shows(analyst, "/stroom", page_of(story)));
    EXPECT_TRUE(shows(analyst, page_of(story), "117 uur")) << "then";
    EXPECT_TRUE(analyst.shows("125 uur")) << "and now, each with its margins";
    std::size_t margins = 0;
    for (std::size_t at = analyst.body().find("class=\"sure\""); at != std::string::npos; at = analyst.body().find("class=\"sure\"", at + 1)) ++margins;
    EXPECT_EQ(margins, 2U);
}

TEST_P(FiguresTalkedAbout, hours_do_not_let_a_small_group_be_subtracted) {
    keep_hours(60, 20);
    const base::Id story = begin(hours_of_kok);
    for (const auto& [completed, dropped, told] : {std::tuple{64, 20, false}, {64, 34, false}, {85, 22, false}, {70, 31, false}, {85, 45, true}}) {
        a_year_on();
        keep_hours(completed, dropped);
        EXPECT_EQ(shows(analyst, page_of(story), "117 uur"), told) << completed - 60 << " who completed came, and " << dropped - 20 << " who stopped; the page tells shares in whole percents";
    }
}

TEST_P(FiguresTalkedAbout, hours_that_are_not_told_have_no_conversation) {
    keep_hours(60, 20);
    const base::Id story = begin(hours_of_kok);
    for (const char* address : {"/stroom/kosten?opleiding=Slager", "/stroom/kosten?activiteit=niets", "/stroom/kosten?gegevens=nergens", "/stroom/kosten?opleiding=Kok&vooropleiding=havo"}) EXPECT_EQ(status_of(page_to_begin(address)), 404) << address;
    a_year_on();
    keep_hours(60, 4);  // too few stopped: Kok stands with others now
    keep_hours(4, 3);
    EXPECT_EQ(status_of(page_to_begin(hours_of_kok)), 404);
    EXPECT_FALSE(shows(analyst, page_of(story), "117 uur"));
    EXPECT_FALSE(shows(analyst, "/stroom/verhaal", "117 uur"));
}

}  // namespace
}  // namespace loopbaankaart::flow
