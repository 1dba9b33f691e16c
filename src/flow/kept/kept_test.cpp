// What a school keeps of its data about flow.
#include <gtest/gtest.h>

#include <flow/flow.hpp>
#include <workbench/workbench.hpp>

namespace loopbaankaart::flow {
namespace {

class KeptSets : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), {schema().begin(), schema().end()}};
    const Paths paths{.states = {"year1", "left"}, .programmes = {{"Kok", "Horeca", "4"}, {"Bakker", "Horeca", "3"}}, .paths = {{0, 2020, {0, 0}, 40}, {0, 2020, {0, 1}, 20}, {1, 2020, {0, 0}, 35}, {1, 2020, {0, 1}, 3}}, .seen_until = 2021};

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
        const auto tables = kept_tables(reads, sets[0].id);
        ASSERT_EQ(tables.size(), shown.tables.size());
        for (std::size_t at = 0; at < tables.size(); ++at) {
            EXPECT_EQ(tables[at].table.family, shown.tables[at].family);
            EXPECT_EQ(tables[at].table.programme, shown.tables[at].programme);
            EXPECT_EQ(kept_figures(reads, sets[0].id, tables[at].number), shown.tables[at].figures);
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
        EXPECT_EQ(kept_tables(reads, sets[1].id).size(), show_all(paths).tables.size());
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
