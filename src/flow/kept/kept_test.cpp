// What a school keeps of its data about flow.
#include <algorithm>

#include <gtest/gtest.h>

#include <flow/flow.hpp>
#include <workbench/workbench.hpp>

namespace loopbaankaart::flow {
namespace {

class KeptSets : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), {schema().begin(), schema().end()}};
    const Paths paths{.states = {"year1", "left"}, .programmes = {{"Kok", "Horeca", "4"}, {"Bakker", "Horeca", "3"}}, .paths = {{0, 2020, {0, 0}, 40}, {0, 2020, {0, 1}, 20}, {1, 2020, {0, 0}, 35}, {1, 2020, {0, 1}, 3}}, .seen_until = 2021};

    static std::size_t choices_in(const Shown& shown) {
        const auto is_choice = [](const Table& table) { return table.family != Family::school && table.family != Family::year_sector && table.family != Family::year_programme; };
        return static_cast<std::size_t>(std::count_if(shown.tables.begin(), shown.tables.end(), is_choice));
    }
    void keep(std::string_view name, const Shown& shown) {
        world.school().write_now([&](storage::Writes& writes) { keep_set(writes, world.id(), name, "abc", shown, world.clock().now()); });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, KeptSets, workbench::both, workbench::name);

TEST_P(KeptSets, come_back_as_they_were) {
    const Shown shown = hide_small(paths);
    keep("inschrijvingen", shown);
    world.school().read([&](storage::Reads& reads) {
        const auto sets = kept_sets(reads);
        ASSERT_EQ(sets.size(), 1U);
        EXPECT_EQ(sets[0].states, shown.states);
        EXPECT_EQ(sets[0].least, 10U);
        EXPECT_EQ(sets[0].seen_until, 2021);
        for (const Table& table : shown.tables) {
            const auto kept = kept_table(reads, sets[0].id, table);
            ASSERT_TRUE(kept);
            EXPECT_EQ(kept->family, table.family);
            EXPECT_EQ(kept->programme, table.programme);
            EXPECT_EQ(kept->figures, table.figures);
        }
    });
}

TEST_P(KeptSets, take_the_place_of_the_one_of_that_name) {
    keep("inschrijvingen", hide_small(paths));
    keep("anders", hide_small(paths));
    keep("inschrijvingen", show_all(paths));
    world.school().read([&](storage::Reads& reads) {
        const auto sets = kept_sets(reads);
        ASSERT_EQ(sets.size(), 2U);
        EXPECT_EQ(sets[1].name, "inschrijvingen");
        EXPECT_EQ(sets[1].least, 0U);
        EXPECT_EQ(kept_choices(reads, sets[1].id).size(), choices_in(show_all(paths)));
    });
}

TEST_P(KeptSets, are_found_by_what_they_tell_and_offer_no_single_year_of_a_part) {
    Paths years = paths;
    for (Path path : paths.paths) path.began = 2019, years.paths.push_back(path);
    const Shown shown = show_all(years);
    ASSERT_GT(shown.tables.size(), choices_in(shown) + 1);
    keep("jaren", shown);
    world.school().read([&](storage::Reads& reads) {
        const base::Id set = kept_sets(reads).front().id;
        EXPECT_EQ(kept_choices(reads, set).size(), choices_in(shown));
        const auto bakers = kept_table(reads, set, {.family = Family::year_programme, .programme = "Bakker", .began = 2019});
        ASSERT_TRUE(bakers);
        EXPECT_EQ(bakers->sector, "Horeca");
        EXPECT_EQ(bakers->figures, (std::vector<Figure>{{0, 0, 0, 35}, {0, 0, 1, 3}, {0, 0, everyone, 38}}));
        EXPECT_FALSE(kept_table(reads, set, {.family = Family::year_programme, .programme = "Bakker", .began = 2018}));
        EXPECT_FALSE(kept_table(reads, set, {.family = Family::sector, .sector = "Techniek"}));
        const auto third = kept_figures_of_level(reads, set, Family::programme, "3");
        EXPECT_EQ(third, (std::vector<Figure>{{0, 0, 0, 70}, {0, 0, 1, 6}, {0, 0, everyone, 76}})) << "both years of the one programme of that level";
    });
}

TEST_P(KeptSets, hold_no_group_that_is_too_small) {
    keep("inschrijvingen", hide_small(paths));
    std::size_t figures = 0;
    world.school().read([&](storage::Reads& reads) {
        reads.each(storage::Query<0>{"test", "SELECT students FROM flow_figure", "SELECT students FROM flow_figure"}, [&](const storage::Row& row) {
            ++figures;
            EXPECT_TRUE(row.integer(0) == 0 || row.integer(0) >= 10);
        });
    });
    EXPECT_GT(figures, 0U);
}

}  // namespace
}  // namespace loopbaankaart::flow
