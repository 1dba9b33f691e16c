#include "intake.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "../simulate/simulate.hpp"
#include "backtest.hpp"
#include "scores.hpp"

namespace loopbaankaart::flow {
namespace {

// A school of which only the intakes matter: [programme][year].
School school_with(const std::vector<std::vector<std::uint32_t>>& intakes) {
    School school{.states = {"begun", "gone"}, .programmes = {}, .sectors = {"all"}, .sector = std::vector<std::uint32_t>(intakes.size()), .entry = 0, .first_year = 2020, .years = intakes[0].size(), .moves = {}, .arrivals = {}, .present = {}, .joined = {}};
    for (std::size_t programme = 0; programme < intakes.size(); ++programme) school.programmes.push_back("p" + std::to_string(programme));
    for (std::size_t year = 0; year < school.years; ++year)
        for (const auto& programme : intakes) school.arrivals.push_back(programme[year]), school.moves.insert(school.moves.end(), {0, programme[year], 0, 0});
    school.present.assign(intakes.size() * 2, 0);
    return school;
}
double middle(const std::vector<double>& sorted) { return sorted[sorted.size() / 2]; }

TEST(Intake, finds_what_a_year_does_to_all_and_what_programmes_do_by_themselves) {
    for (const double shock : {0.0, 0.1, 0.2}) {
        double year_spread = 0, spread = 0;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const Intake intake{simulate({.seed = seed, .programmes = 60, .years = 8, .intake_year_spread = shock})};
            year_spread += middle(intake.year_spreads) / 8, spread += intake.spread / 8;
        }
        EXPECT_NEAR(year_spread, shock, 0.03) << shock;
        EXPECT_NEAR(spread, 1.0 / 30, 0.004) << shock;
    }
}

// X² at the spread is its degrees of freedom.
TEST(Intake, spreads_as_the_moments_say) {
    const std::vector<std::vector<double>> rows{{20, 35, 28}, {90, 160, 110}, {40, 38, 60}, {12, 30, 9}, {0, 0, 0}};
    Columns years;
    const double spread = spread_of(rows, &years);
    double chi_square = 0, weights = 0;
    std::vector<double> effect(3);
    for (const auto& row : rows) {
        const double mean = std::accumulate(row.begin(), row.end(), 0.0) / 3;
        if (mean == 0) continue;
        weights += mean / (1 + spread * mean);
        for (std::size_t year = 0; year < 3; ++year) {
            const double off = row[year] - mean * (1 + years.effect[year]);
            chi_square += off * off / (mean + spread * mean * mean), effect[year] += mean / (1 + spread * mean) * (row[year] / mean - 1);
        }
    }
    EXPECT_NEAR(chi_square, 2 * 3, 1e-6);
    EXPECT_NEAR(years.variance, 1 / weights, 1e-9);
    for (std::size_t year = 0; year < 3; ++year) EXPECT_NEAR(years.effect[year], effect[year] / weights, 1e-9);
    EXPECT_EQ(std::isfinite(spread_of({})) && std::isfinite(spread_of({{3}, {4}}, &years)), true);
}

TEST(Intake, of_three_years_is_neither_sure_of_nothing_nor_absurd) {
    const Intake same{school_with({{50, 50, 50}, {80, 80, 80}, {30, 30, 30}})}, wild{school_with({{50, 150, 20}, {80, 230, 30}, {30, 90, 10}})};
    EXPECT_GT(same.year_spreads[90], 0.03);
    EXPECT_LT(same.year_spreads[97], 0.4);
    EXPECT_GT(middle(wild.year_spreads), 0.25);
    EXPECT_LT(wild.year_spreads[97], 1);
}

TEST(Intake, of_one_programme_is_its_own_and_new_programmes_tell_nothing_of_years) {
    EXPECT_EQ(Intake{school_with({{50, 90, 40, 70}})}.year_spreads.back(), 0);
    const Intake steady{school_with({{50, 52, 49, 51}, {80, 77, 82, 79}, {30, 31, 28, 32}})}, growing{school_with({{50, 52, 49, 51}, {80, 77, 82, 79}, {30, 31, 28, 32}, {0, 0, 60, 64}, {70, 71, 0, 0}})};
    EXPECT_EQ(steady.year_spreads, growing.year_spreads);
    EXPECT_GT(growing.mean[3], 0);
}

TEST(Intake, keeps_its_years_in_a_draw_for_all_programmes_and_any_number_of_threads) {
    const School school = simulate({.seed = 4, .programmes = 9, .sectors = 2, .years = 6, .intake_year_spread = 0.3, .side = 0.1});
    const Forecast one = forecast(school, {.seed = 6, .threads = 1, .blocks = 10, .per_block = 20});
    EXPECT_EQ(one, forecast(school, {.seed = 6, .threads = 5, .blocks = 10, .per_block = 20}));
}

// How often the school's total lies in the middle 80% of draws, of two hundred schools.
TEST(Intake, covers_totals_and_falls_short_without_the_shared_effect) {
    constexpr std::uint32_t programmes = 15, known = 6, draws = 300;
    const auto covered = [](double shock, IntakeEffect intakes) {
        double inside = 0;
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            const School school = simulate({.seed = seed, .programmes = programmes, .years = known + 1, .least_intake = 40, .intake_year_spread = shock});
            const Intake intake{until(school, known), {.seed = seed, .ahead = 1, .blocks = 50, .per_block = draws / 50, .intakes = intakes}};
            std::vector<std::uint32_t> totals(draws), year(1);
            for (std::uint32_t programme = 0; programme < programmes; ++programme) {
                Stream stream{seed, programme, 1};
                for (std::size_t draw = 0; draw < draws; ++draw) intake.draw(stream, programme, draw, year), totals[draw] += year[0];
            }
            const double pit = score(totals, std::accumulate(school.arrivals.end() - programmes, school.arrivals.end(), 0U), 0.5).pit;
            inside += pit >= 0.1 && pit <= 0.9 ? 1.0 / 200 : 0;
        }
        return inside;
    };
    EXPECT_NEAR(covered(0.1, IntakeEffect::shared), 0.8, 0.08);
    EXPECT_NEAR(covered(0.2, IntakeEffect::shared), 0.8, 0.08);
    EXPECT_LT(covered(0.1, IntakeEffect::none), 0.65);
    EXPECT_LT(covered(0.2, IntakeEffect::none), 0.5);
}

// Few schools, as a guard; bench/flow_coverage has more.
TEST(Intake, covers_places_of_schools_and_falls_short_without_the_shared_effect) {
    constexpr std::uint64_t schools = 20;
    const auto covered = [](IntakeEffect intakes) {
        double inside = 0;
        for (std::uint64_t seed = 1; seed <= schools; ++seed) {
            const School school = simulate({.seed = seed, .programmes = 15, .sectors = 1, .years = 7, .least_intake = 40, .intake_year_spread = 0.2, .side = 0.08});
            Places places{school, 1};
            forecast(until(school, 6), {.seed = seed, .threads = 2, .ahead = 1, .blocks = 20, .per_block = 20, .intakes = intakes}, [&](std::size_t line, std::span<const std::uint32_t> model, std::span<const std::uint32_t> own) { places.add(line, model, own); });
            const double pit = score(places.draws().back().model, std::accumulate(school.moves.end() - 15 * 25, school.moves.end(), 0U), 0.5).pit;
            inside += pit >= 0.1 && pit <= 0.9 ? 1.0 / schools : 0;
        }
        return inside;
    };
    EXPECT_NEAR(covered(IntakeEffect::shared), 0.8, 0.15);
    EXPECT_LT(covered(IntakeEffect::none), 0.5);
}

}  // namespace
}  // namespace loopbaankaart::flow
