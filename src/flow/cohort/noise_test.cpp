// Counts with noise: how much, that it cannot be asked away, and what forecasts make of them.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "../simulate/simulate.hpp"
#include "forecast.hpp"

namespace loopbaankaart::flow {
namespace {

Noise noise_of(unsigned char key) { return Noise{Noise::Key{key, 1, 2, 3}}; }

// Of many counts of fifty: how many are told as so many.
std::map<std::int64_t, double> how_often(std::size_t cells, std::uint32_t students = 50) {
    const Noise noise = noise_of(7);
    std::map<std::int64_t, double> shares;
    for (std::size_t cell = 0; cell < cells; ++cell) shares[std::int64_t{noise.told(students, std::to_string(cell))} - students] += 1.0 / static_cast<double>(cells);
    return shares;
}

TEST(Noise, is_geometric_on_both_sides) {
    constexpr std::size_t cells = 200'000;
    const auto shares = how_often(cells);
    double variance = 0;
    for (const auto& [e, share] : shares) variance += static_cast<double>(e * e) * share;
    EXPECT_NEAR(variance, Noise::variance, 0.4);
    for (std::int64_t e = -12; e <= 12; ++e) {
        const double expected = 0.25 / 1.75 * std::pow(0.75, std::abs(static_cast<double>(e)));
        EXPECT_NEAR(shares.at(e), expected, 5 * std::sqrt(expected / cells)) << e;
    }
}

TEST(Noise, is_taken_back_by_as_much) {
    constexpr int draws = 200'000;
    Stream stream{5, 0, 0};
    std::map<std::int64_t, double> shares;
    for (int draw = 0; draw < draws; ++draw) shares[std::int64_t{Noise::back(stream, 50)} - 50] += 1.0 / draws;
    for (std::int64_t e = -8; e <= 8; ++e) {
        const double expected = 0.25 / 1.75 * std::pow(0.75, std::abs(static_cast<double>(e)));
        EXPECT_NEAR(shares.at(e), expected, 5 * std::sqrt(expected / draws)) << e;
    }
}

TEST(Noise, never_tells_fewer_than_nobody) {
    for (const auto& [e, share] : how_often(2000, 1)) EXPECT_GE(e, -1);
    Stream stream{6, 0, 0};
    std::uint32_t most = 0;
    for (int draw = 0; draw < 2000; ++draw) most = std::max(most, Noise::back(stream, 0));
    EXPECT_GT(most, 5U) << "who are told as nobody may be a few";
    EXPECT_LT(most, 100U);
}

TEST(Noise, of_the_same_count_is_the_same_and_of_another_another) {
    const Noise noise = noise_of(1), again = noise_of(1), elsewhere = noise_of(2);
    std::size_t other_thing = 0, other_count = 0, other_school = 0;
    constexpr std::size_t cells = 400;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const std::string of = counted::in("programme", "Kok", "year_2", static_cast<std::int32_t>(cell)), next = counted::in("sector", "Kok", "year_2", static_cast<std::int32_t>(cell));
        const std::uint32_t told = noise.told(40, of);
        EXPECT_EQ(told, again.told(40, of));
        other_thing += told != noise.told(40, next) ? 1 : 0, other_count += told + 1 != noise.told(41, of) ? 1 : 0, other_school += told != elsewhere.told(40, of) ? 1 : 0;
    }
    for (const std::size_t others : {other_thing, other_count, other_school}) EXPECT_GT(others, cells / 2);
}

TEST(Noise, of_two_things_with_a_name_in_parts_is_not_shared) {
    EXPECT_NE(counted::in("programme", "a", "b", 1), counted::in("programme", "a\x1f" "b", "", 1));
    EXPECT_NE(counted::came("programme", "a", 2020, 2022), counted::came("programme", "a", 2020, 2021));
    EXPECT_NE(counted::there("school", "", 2020), counted::in("school", "", "there", 2020));
}

// A forecast knows no more than what is told: two schools of which the same is told have the same forecast of who is there.
TEST(Noise, forecasts_are_made_of_what_is_told) {
    School school = simulate({.seed = 3, .programmes = 6, .sectors = 2, .years = 5, .least_intake = 30, .most_intake = 60});
    const Noise noise = noise_of(9);
    const auto last = school.first_year + static_cast<std::int32_t>(school.years) - 1;
    School other = school;
    std::size_t changed = 0;
    for (std::size_t at = 0; at < school.present.size(); ++at) {
        const std::string of = counted::in("programme", school.programmes[at / school.states.size()], school.states[at % school.states.size()], last);
        for (std::uint32_t students = 0; students < 90; ++students)
            if (students != school.present[at] && noise.told(students, of) == noise.told(school.present[at], of)) {
                other.present[at] = students, ++changed;
                break;
            }
    }
    ASSERT_GT(changed, school.present.size() / 3);
    const ForecastOptions options{.seed = 2, .blocks = 20, .per_block = 20, .intake = std::vector<std::uint32_t>(6, 40), .noise = &noise};
    const Forecast one = forecast(school, options), two = forecast(other, options);
    for (std::size_t line = 0; line < one.lines.size(); ++line) EXPECT_EQ(one.lines[line].model, two.lines[line].model) << line;
    EXPECT_NE(one.lines, forecast(school, {.seed = 2, .blocks = 20, .per_block = 20, .intake = std::vector<std::uint32_t>(6, 40)}).lines);
}

// The simplest forecast is of three cohorts, and so of a few students: it counts them as they are told too.
TEST(Noise, of_the_last_cohorts_is_in_the_simplest_forecast) {
    const School school = simulate({.seed = 4, .programmes = 4, .sectors = 1, .years = 5, .least_intake = 30, .most_intake = 60});
    const Noise noise = noise_of(9), another = noise_of(10);
    School nobody_there = school;
    std::fill(nobody_there.present.begin(), nobody_there.present.end(), 0U);
    const auto own = [&](const Noise& with) {
        std::vector<double> means;
        for (const Line& line : forecast(nobody_there, {.seed = 2, .ahead = 1, .blocks = 20, .per_block = 50, .noise = &with}).lines) means.push_back(line.own_rate.mean);
        return means;
    };
    EXPECT_EQ(own(noise), own(noise));
    EXPECT_NE(own(noise), own(another));
}

}  // namespace
}  // namespace loopbaankaart::flow
