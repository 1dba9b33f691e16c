// Small figures stay hidden from who has everything that is shown and can reckon.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "../draws/draws.hpp"
#include "../simulate/students.hpp"
#include "trial_attack.hpp"

namespace loopbaankaart::flow {
namespace {

enum : State { first, second, gone, elsewhere };

// How many begin in a programme and year, and in how many years.
struct Size {
    double fewest = 25, most = 110;
    std::int32_t years = 2;
};
// A school of some programmes in two sectors and two levels, or each in its own; each seed another. With 25 and more none stands with others.
Paths small_school(std::uint64_t seed, const Size& size = {}) {
    constexpr std::int32_t last_known = 2022;
    Stream stream{seed, 0, 0};
    const auto chance = [&](double low, double high) { return low + stream.uniform() * (high - low); };
    Paths school{.states = {"year_1", "year_2", "left", "elsewhere"}, .programmes = {}, .paths = {}, .seen_until = last_known};
    const std::size_t programmes = 3 + static_cast<std::size_t>(stream.uniform() * 3);
    std::map<std::tuple<std::uint32_t, std::int32_t, std::vector<State>>, std::uint32_t> counts;
    for (std::uint32_t programme = 0; programme < programmes; ++programme) {
        const std::string number = std::to_string(programme);
        const bool of_its_own = seed % 5 == 0;
        school.programmes.push_back({"programme " + number, of_its_own ? "sector " + number : programme % 2 == 0 ? "engineering" : "care", of_its_own ? number : programme < 2 ? "3" : "4"});
        const double leaves = chance(0.02, 0.35), changes = chance(0.01, 0.2), repeats = chance(0.02, 0.2), returns = chance(0, 0.3);
        for (std::int32_t began = last_known - size.years; began < last_known; ++began) {
            const auto came = static_cast<std::uint32_t>(chance(size.fewest, size.most));
            for (std::uint32_t student = 0; student < came; ++student) {
                std::vector<State> states{first};
                while (began + static_cast<std::int32_t>(states.size()) <= last_known) {
                    const double draw = stream.uniform();
                    const State now = states.back();
                    if (now == gone) states.push_back(draw < returns ? first : gone);
                    else if (now == elsewhere) states.push_back(elsewhere);
                    else states.push_back(draw < leaves ? State{gone} : draw < leaves + changes ? State{elsewhere} : draw < leaves + changes + repeats ? now : State{second});
                }
                ++counts[{programme, began, states}];
            }
        }
    }
    for (const auto& [of, students] : counts) school.paths.push_back({std::get<0>(of), std::get<1>(of), std::get<2>(of), students});
    return school;
}

const Table* table_of(const Shown& shown, Family family, std::string_view name = {}) {
    for (const Table& table : shown.tables)
        if (table.family == family && (table.sector == name || table.level == name || table.programme == name || name.empty())) return &table;
    return nullptr;
}
std::optional<std::uint32_t> figure_in(const Table& table, std::uint8_t step, State from, State to) {
    for (const Figure& figure : table.figures)
        if (figure.step == step && figure.from == from && figure.to == to) return figure.students;
    return std::nullopt;
}

TEST(SmallCells, cannot_be_found_by_who_solves_everything_that_is_shown) {
    constexpr std::uint64_t schools = 300;
    constexpr std::uint32_t least = 10;
    std::size_t asked = 0, shown_figures = 0;
    for (std::uint64_t seed = 1; seed <= schools; ++seed) {
        const Paths school = small_school(seed);
        const Shown shown = hide_small(school, {.least = least});
        trial::Attack attack{school, shown};
        ASSERT_TRUE(attack.possible()) << seed;
        const trial::Exposed found = attack.ask(show_all(school), shown, least);
        EXPECT_EQ(found.exposed, 0U) << "seed " << seed << ", of " << found.hidden;
        asked += found.hidden;
        for (const Table& table : shown.tables) shown_figures += table.figures.size();
    }
    EXPECT_GT(asked, schools * 20) << "there was something to find";
    EXPECT_GT(shown_figures, schools * 20) << "and something was shown";
    RecordProperty("schools", static_cast<int>(schools));
    RecordProperty("hidden", static_cast<int>(asked));
    RecordProperty("shown", static_cast<int>(shown_figures));
}

// The one of three thousand smaller schools in which it matters that hiding goes on where no single step helps at once.
TEST(SmallCells, stay_hidden_where_no_single_step_helps) {
    const Paths school = small_school(1655, {.fewest = 8, .most = 40});
    const Shown shown = hide_small(school, {.least = 10});
    const trial::Exposed found = trial::Attack{school, shown}.ask(show_all(school), shown, 10);
    EXPECT_EQ(found.exposed, 0U) << "of " << found.hidden;
    EXPECT_GT(found.hidden, 0U);
}

bool is_of_a_year(const Table& table) { return table.family == Family::year_sector || table.family == Family::year_programme; }
std::size_t tables_of_a_year(const Shown& shown) { return static_cast<std::size_t>(std::count_if(shown.tables.begin(), shown.tables.end(), is_of_a_year)); }

// What students of one year exchange is given back in others: three years give more ways to do that, and more to reckon with.
TEST(SmallCells, of_one_year_of_a_sector_or_programme_cannot_be_found_either) {
    std::size_t asked = 0, told = 0;
    for (const Size& size : {Size{25, 110, 3}, Size{60, 250, 2}, Size{12, 60, 3}})
        for (std::uint64_t seed = 1; seed <= 15; ++seed) {
            const Paths school = small_school(seed, size);
            const Shown shown = hide_small(school);
            const trial::Exposed found = trial::Attack{school, shown}.ask(show_all(school), shown, 10);
            EXPECT_EQ(found.exposed, 0U) << "seed " << seed << ", of " << found.hidden;
            asked += found.hidden, told += tables_of_a_year(shown);
        }
    EXPECT_GT(asked, 10'000U);
    EXPECT_GT(told, 200U);
}

// The one of hundreds in which it matters that nobody is exchanged twice, within a year and crosswise.
TEST(SmallCells, of_one_year_count_every_exchange_once) {
    const Paths school = small_school(1091, {25, 110, 3});
    const Shown shown = hide_small(school);
    EXPECT_GT(tables_of_a_year(shown), 0U);
    EXPECT_EQ((trial::Attack{school, shown}.ask(show_all(school), shown, 10).exposed), 0U);
}

TEST(SmallCells, of_one_year_are_found_when_only_they_are_hidden_there) {
    std::size_t exposed = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Paths school = small_school(seed);
        const Shown shown = hide_small(school, {.care = Care::not_in_years});
        exposed += trial::Attack{school, shown}.ask(show_all(school), shown, 10).exposed;
    }
    EXPECT_GT(exposed, 20U);
}

// How many began where is printed elsewhere, too. Also of programmes that stand with others.
TEST(SmallCells, cannot_be_found_by_who_knows_how_many_began_in_each_programme_and_year) {
    std::size_t with_others = 0;
    for (const Size& size : {Size{}, Size{8, 40}})
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            const Paths school = small_school(seed, size);
            const Shown shown = hide_small(school);
            if (table_of(shown, Family::programme, others) != nullptr) ++with_others;
            Shown all = show_all(school);
            if (size.fewest < 10) std::erase_if(all.tables, is_of_a_year);  // of which it is known already when fewer than ten began
            const trial::Exposed found = trial::Attack{school, shown, trial::Knows::intake}.ask(all, shown, 10);
            EXPECT_EQ(found.exposed, 0U) << "seed " << seed << ", of " << found.hidden;
        }
    EXPECT_GT(with_others, 10U);
}

TEST(SmallCells, of_one_year_cost_no_other_table_anything) {
    const auto older = [](Shown shown) {
        std::erase_if(shown.tables, is_of_a_year);
        return shown;
    };
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Paths school = small_school(seed);
        const Shown with = older(hide_small(school)), without = older(hide_small(school, {.care = Care::not_in_years}));
        ASSERT_EQ(with.tables.size(), without.tables.size());
        for (std::size_t at = 0; at < with.tables.size(); ++at) EXPECT_EQ(with.tables[at].figures, without.tables[at].figures);
    }
}

TEST(SmallCells, are_found_when_only_they_are_hidden) {
    std::size_t exposed = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Paths school = small_school(seed);
        const Shown shown = hide_small(school, {.least = 10, .care = Care::nowhere});
        exposed += trial::Attack{school, shown}.ask(show_all(school), shown, 10).exposed;
    }
    EXPECT_GT(exposed, 20U) << "the attack is worth something";
}

TEST(SmallCells, are_never_shown_whatever_is_asked) {
    for (const std::uint32_t least : {0U, 1U, 5U, 6U, 15U})
        for (std::uint64_t seed = 1; seed <= 20; ++seed)
            for (const Table& table : hide_small(small_school(seed), {.least = least}).tables)
                for (const Figure& figure : table.figures) EXPECT_TRUE(figure.students == 0 || figure.students >= std::max(least, fewest_shown));
}

TEST(SmallCells, of_published_figures_are_shown) {
    const Paths school = small_school(1);
    const Shown all = show_all(school);
    std::uint32_t students = 0, moved = 0;
    for (const Path& path : school.paths) students += path.students;
    for (State to = 0; to < 4; ++to) moved += figure_in(*table_of(all, Family::school), 0, first, to).value_or(0);
    EXPECT_EQ(moved, students);
}

TEST(SmallCells, hide_what_would_tell_them_by_a_difference) {
    Paths school{.states = {"year_1", "year_2", "left", "elsewhere"}, .programmes = {{"Kok", "food", "4"}, {"Bakker", "food", "4"}}, .paths = {}, .seen_until = 2021};
    school.paths = {{0, 2020, {first, second}, 60}, {0, 2020, {first, gone}, 4}, {1, 2020, {first, second}, 50}, {1, 2020, {first, gone}, 30}};
    const Shown shown = hide_small(school);
    ASSERT_NE(table_of(shown, Family::school), nullptr);
    EXPECT_EQ(figure_in(*table_of(shown, Family::school), 0, first, gone), 34U);
    const Table* baker = table_of(shown, Family::programme, "Bakker");
    EXPECT_FALSE(baker != nullptr && figure_in(*baker, 0, first, gone)) << "34 − 30 is what the other hides";
    EXPECT_EQ(baker == nullptr, table_of(shown, Family::programme, "Kok") == nullptr);
}

TEST(SmallCells, of_a_programme_that_is_a_sector_of_its_own_are_told_by_both_names) {
    Paths school{.states = {"year_1", "year_2", "left", "elsewhere"}, .programmes = {{"Kok", "food", "4"}, {"Monteur", "engineering", "3"}, {"Kapper", "care", "2"}}, .paths = {}, .seen_until = 2021};
    for (const std::uint32_t programme : {0U, 1U, 2U}) school.paths.push_back({programme, 2020, {first, second}, 60 + programme}), school.paths.push_back({programme, 2020, {first, gone}, 30});
    const Shown shown = hide_small(school);
    for (const Programme& one : school.programmes) {
        const Table *by_programme = table_of(shown, Family::programme, one.name), *by_sector = table_of(shown, Family::sector, one.sector);
        ASSERT_TRUE(by_programme != nullptr && by_sector != nullptr) << one.name;
        EXPECT_EQ(by_programme->figures, by_sector->figures);
    }
}

TEST(SmallCells, leave_something_of_every_programme_in_a_school_of_many) {
    SimulatedStudents simulation{.least_intake = 110, .most_intake = 260};
    for (int at = 0; at < 12; ++at) simulation.programmes.push_back({"programme " + std::to_string(at), "sector " + std::to_string(at / 3), at % 3 == 2 ? "3" : "4"});
    Paths paths = *paths_of(simulate_students(simulation));
    paths.programmes = simulation.programmes;
    const Shown shown = hide_small(paths);
    for (const Programme& one : paths.programmes) {
        const Table* table = table_of(shown, Family::programme, one.name);
        ASSERT_NE(table, nullptr) << one.name;
        EXPECT_GE(table->figures.size(), 5U) << one.name;
    }
    EXPECT_NE(table_of(shown, Family::sector), nullptr);
    EXPECT_NE(table_of(shown, Family::sector_level), nullptr);
}

TEST(SmallCells, of_a_small_programme_stand_with_others) {
    Paths school{.states = {"year_1", "year_2", "left", "elsewhere"}, .programmes = {{"Kok", "food", "4"}, {"Bakker", "food", "4"}, {"Slager", "food", "4"}, {"Ober", "food", "4"}}, .paths = {}, .seen_until = 2021};
    school.paths = {{0, 2020, {first, second}, 80}, {3, 2020, {first, second}, 60}, {1, 2020, {first, second}, 8}, {2, 2020, {first, second}, 40}};
    const Shown shown = hide_small(school);
    EXPECT_EQ(table_of(shown, Family::programme, "Bakker"), nullptr);
    const Table* together = table_of(shown, Family::programme, others);
    ASSERT_NE(together, nullptr);
    EXPECT_EQ(figure_in(*together, 0, first, second), 48U) << "with the smallest of the rest: 8 alone is what remains of the school";
}

}  // namespace
}  // namespace loopbaankaart::flow
