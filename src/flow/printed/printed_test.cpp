// What was printed stands here as it was printed, with what is odd about it.
#include <gtest/gtest.h>

#include <algorithm>

#include "printed_figures.hpp"

namespace loopbaankaart::flow {
namespace {

TEST(PrintedInReis, work_and_study_overlap_in_every_sector) {
    ASSERT_EQ(printed_in_reis().size(), 2U);
    for (const LeaversOfLevel& level : printed_in_reis()) {
        ASSERT_EQ(level.sectors.size(), 4U);
        for (const GoingOn& sector : level.sectors) EXPECT_TRUE(sector.work + sector.study >= 107 && sector.work + sector.study <= 120) << sector.name;
    }
}

TEST(PrintedInReis, parts_are_a_whole_but_in_one_block) {
    for (const LeaversOfLevel& level : printed_in_reis())
        for (const GoingOn& sector : level.sectors) {
            const bool odd = level.all.name == "mbo-3" && sector.name == "Landbouw";
            EXPECT_EQ(sector.is_whole(), !odd) << level.all.name << sector.name;
            EXPECT_EQ(sector.parts_together() == 95, odd);
        }
}

TEST(PrintedInReis, levels_lie_between_their_sectors) {
    for (const LeaversOfLevel& level : printed_in_reis()) {
        const auto [least, most] = std::minmax_element(level.sectors.begin(), level.sectors.end(), [](const GoingOn& a, const GoingOn& b) { return a.study < b.study; });
        EXPECT_TRUE(least->study <= level.all.study && level.all.study <= most->study);
        const auto hbo = [](const GoingOn& one) { return one.of_study.at("hbo"); };
        const auto [low, high] = std::minmax_element(level.sectors.begin(), level.sectors.end(), [&](const GoingOn& a, const GoingOn& b) { return hbo(a) < hbo(b); });
        EXPECT_TRUE(hbo(*low) <= hbo(level.all) && hbo(level.all) <= hbo(*high));
    }
}

TEST(PrintedInHandreiking, one_figure_is_in_doubt_and_what_is_a_whole_is_one) {
    std::size_t doubtful = 0;
    double came_from = 0;
    for (const PrintedGroup& group : printed_in_handreiking().groups)
        for (const PrintedBar& bar : group.bars) {
            doubtful += bar.doubtful ? 1 : 0;
            if (group.of == "came_from") came_from += bar.value;
        }
    EXPECT_EQ(doubtful, 1U);
    EXPECT_NEAR(came_from, 100, 0.05);
    EXPECT_EQ(printed_in_handreiking().freshmen, 113'422);
}

}  // namespace
}  // namespace loopbaankaart::flow
