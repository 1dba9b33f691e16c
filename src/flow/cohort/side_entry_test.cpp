#include "side_entry.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <tuple>

#include "../simulate/simulate.hpp"
#include "backtest.hpp"

namespace loopbaankaart::flow {
namespace {

enum : State { first_state, second_state, gone_state, diploma_state };

// Stays of one student after another: from a half-year until another, from a state to another, in a programme.
using Stay = std::tuple<std::int32_t, std::int32_t, State, State, std::uint32_t>;
Spells stays_of(const std::vector<std::pair<std::uint32_t, std::vector<Stay>>>& students) {
    Spells spells{.states = {"first", "second", "gone", "diploma"}, .groups = {"care", "wood"}, .cohorts = {"2020", "2021", "2022", "2023"}};
    for (std::uint32_t person = 0; person < students.size(); ++person)
        for (const auto& [enter, leave, from, to, programme] : students[person].second) {
            spells.person.push_back(person), spells.cohort.push_back(students[person].first), spells.group.push_back(programme);
            spells.enter.push_back(enter), spells.leave.push_back(leave), spells.from.push_back(from), spells.to.push_back(to);
        }
    return spells;
}

TEST(SideEntry, is_who_is_there_by_no_move_of_the_programme) {
    std::vector<std::pair<std::uint32_t, std::vector<Stay>>> students;
    for (std::uint32_t cohort = 0; cohort < 4; ++cohort)
        for (int at = 0; at < 3; ++at) students.push_back({cohort, {{0, 2, first_state, cohort == 3 ? still_there : State{gone_state}, 0}}});
    students.push_back({0, {{0, 2, second_state, diploma_state, 0}}});                                              // first seen when everybody is
    students.push_back({1, {{0, 2, second_state, diploma_state, 0}}});                                              // from another school
    students.push_back({1, {{0, 2, first_state, second_state, 0}, {2, 4, second_state, diploma_state, 1}}});        // from another programme
    students.push_back({0, {{0, 2, first_state, gone_state, 1}, {4, 6, first_state, gone_state, 1}}});              // back after a year
    students.push_back({0, {{0, 2, first_state, second_state, 0}, {2, 4, second_state, diploma_state, 0}}});        // by a move
    students.push_back({3, {{0, 2, second_state, still_there, 1}}});                                                // in the year that has begun
    const School school = school_of(stays_of(students))->school;
    ASSERT_EQ(school.years, 3U);
    EXPECT_EQ(school.joined_into(0, 0, second_state), 0U);
    EXPECT_EQ(school.joined_into(1, 0, second_state), 1U);
    EXPECT_EQ(school.joined_into(2, 1, second_state), 1U);
    EXPECT_EQ(school.joined_into(2, 1, first_state), 1U);
    EXPECT_EQ(std::accumulate(school.joined.begin(), school.joined.end(), 0U), 3U);
    EXPECT_EQ(school.present[1 * school.states.size() + second_state], 1U);

    const School then = until(school, 1);  // who joined later was not known
    EXPECT_EQ(then.present[0 * school.states.size() + second_state], 1U);
    EXPECT_EQ(then.joined.size(), 2 * school.states.size());
}

constexpr std::size_t programmes = 6, states = 5;
School some_school(double side) { return simulate({.seed = 12, .programmes = programmes, .sectors = 2, .years = 6, .least_intake = 40, .side = side}); }
// All who are there in a year ahead, in each draw of M1, and of M0.
Places::Draws people_of(const School& school, const ForecastOptions& options, std::uint32_t ahead) {
    ForecastOptions alone = options;
    alone.threads = 1;
    Places places{school, options.ahead};
    forecast(school, alone, [&](std::size_t line, std::span<const std::uint32_t> model, std::span<const std::uint32_t> own) { places.add(line, model, own); });
    return places.draws()[(programmes + 2) * options.ahead + ahead - 1];
}

TEST(SideEntry, that_is_known_is_counted_once) {
    const School school = some_school(0.1), before = until(school, 5);
    const std::vector<std::uint32_t> intake(school.arrivals.end() - programmes, school.arrivals.end()), joined(school.joined.end() - programmes * states, school.joined.end());
    ASSERT_GT(std::accumulate(joined.begin(), joined.end(), 0U), 0U);
    std::uint32_t there = 0;
    for (std::size_t at = school.moves.size() / 6 * 5; at < school.moves.size(); ++at) there += school.moves[at];
    const ForecastOptions options{.seed = 6, .ahead = 1, .blocks = 5, .per_block = 20, .intake = intake, .joined = joined};
    const Places::Draws known = people_of(before, options, 1);
    for (const auto* draws : {&known.model, &known.own_rate}) EXPECT_EQ(*draws, std::vector<std::uint32_t>(draws->size(), there));

    School begun = before;  // as of a file: they are present
    for (std::size_t at = 0; at < begun.present.size(); ++at) begun.present[at] += joined[at];
    ForecastOptions as_file = options;
    as_file.joined.clear();
    EXPECT_EQ(people_of(begun, as_file, 1).model.front(), there);
}

TEST(SideEntry, is_expected_as_the_last_three_years_and_without_it_places_are_low) {
    const School school = some_school(0.1);
    School nobody = school;
    nobody.joined.clear();
    const SideEntry side{school};
    double a_year = 0;
    for (std::size_t programme = 0; programme < programmes; ++programme)
        for (std::size_t state = 0; state < states; ++state) {
            double seen = 0;
            for (std::size_t year = 3; year < 6; ++year) seen += school.joined_into(year, programme, static_cast<State>(state)) / 3.0;
            EXPECT_NEAR(side.mean(programme, state), seen, 1e-9);
            a_year += seen;
        }
    const ForecastOptions options{.seed = 6, .ahead = 2, .blocks = 50, .per_block = 40};
    const auto mean = [&](const School& of, std::uint32_t ahead) { return outlook(people_of(of, options, ahead).model).mean; };
    EXPECT_NEAR(mean(school, 1) - mean(nobody, 1), a_year, 0.05 * a_year);
    EXPECT_GT(mean(school, 2) - mean(nobody, 2), 1.05 * a_year);  // some stay

    ForecastOptions begun = options;  // of a year that has begun nobody more is expected, of the next they are
    begun.intake.assign(programmes, 50);
    EXPECT_EQ(people_of(school, begun, 1).model, people_of(nobody, begun, 1).model);
    EXPECT_GT(outlook(people_of(school, begun, 2).model).mean, outlook(people_of(nobody, begun, 2).model).mean + a_year / 2);
}

TEST(SideEntry, is_not_seen_before_it_came) {
    const School school = some_school(0.1);
    School other = school;
    for (std::size_t programme = 0; programme < programmes; ++programme) {  // in the last year five more came from elsewhere, and stay
        other.joined[(5 * programmes + programme) * states + 1] += 5;
        other.moves[((5 * programmes + programme) * states + 1) * states + 1] += 5;
    }
    const BacktestOptions options{.forecast = {.seed = 6, .threads = 2, .ahead = 1, .blocks = 10, .per_block = 20}, .intake = IntakeKnown::drawn, .places = true};
    const Backtest one = backtest(school, options), two = backtest(other, options);
    ASSERT_EQ(one.place_results.size(), two.place_results.size());
    std::size_t other_outcomes = 0;
    for (std::size_t at = 0; at < one.place_results.size(); ++at) {
        EXPECT_EQ(one.place_results[at].line, two.place_results[at].line);
        other_outcomes += one.place_results[at].happened != two.place_results[at].happened ? 1 : 0;
    }
    EXPECT_EQ(other_outcomes, programmes + 2 + 1);
}

}  // namespace
}  // namespace loopbaankaart::flow
