// What lies around a place of our own map.
#include <gtest/gtest.h>

#include "../chart/chart.hpp"
#include "cut.hpp"
#include "trial_atlas.hpp"

namespace loopbaankaart::atlas {
namespace {

TEST(Cuts, lie_within_the_sheet_around_every_place_there_is) {
    for (const Place& place : ours().places) {
        const auto near = cut_around(ours(), place.id, CutReach::near), wide = cut_around(ours(), place.id, CutReach::wide);
        ASSERT_TRUE(near && wide) << place.id;
        for (const Cut& cut : {*near, *wide}) {
            EXPECT_GE(cut.left, 0) << place.id;
            EXPECT_GE(cut.top, 0) << place.id;
            EXPECT_LE(cut.left + cut.across, sheet_width) << place.id;
            EXPECT_LE(cut.top + cut.down, sheet_height) << place.id;
            EXPECT_NEAR(cut.across / cut.down, double{cut_width} / cut_height, 1e-9);
            const auto spot = spot_of(ours(), place.id);
            ASSERT_TRUE(spot) << place.id;
            EXPECT_TRUE(spot->x > cut.left && spot->x < cut.left + cut.across && spot->y > cut.top && spot->y < cut.top + cut.down) << place.id;
        }
        EXPECT_LT(near->across, wide->across);
    }
    EXPECT_FALSE(cut_around(ours(), "nergens", CutReach::near));
}

TEST(Cuts, are_drawn_with_the_names_and_the_trail_of_who_asks) {
    const Cut cut = cut_around(ours(), "haven", CutReach::wide).value();
    const std::string without = draw_cut(ours(), cut, base::Language::nl, {}), with = draw_cut(ours(), cut, base::Language::nl, {{.place = "stad"}, {.place = "haven", .here = true}});
    EXPECT_NE(without.find("viewBox"), std::string::npos);
    EXPECT_GT(with.size(), without.size());
    EXPECT_EQ(draw_cut(ours(), cut, base::Language::nl, {}), without) << "the same each time";
    EXPECT_NE(draw_cut(ours(), cut, base::Language::en, {}), without) << "names are drawn";
}

}  // namespace
}  // namespace loopbaankaart::atlas
