// What must hold for every journey over our own sheet.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include <base/base.hpp>

#include "draw_traveller.hpp"

namespace loopbaankaart::atlas {
namespace {

struct Name {
    std::string place;
    Room room;
};

struct Ours {
    std::vector<ContentMistake> mistakes;
    Drawings drawings = our_drawings(mistakes);
    Sheet sheet = *read_sheet(our_sheet(), drawings, mistakes);
    std::vector<Spot> spots = spots_of(sheet, drawings, load_atlas().atlas->places);
    // About where the names stand on the sheet.
    std::vector<Name> names{{"vervolgopleiding", {746, 270, 946, 297}}, {"arbeidsmarkt", {798, 1218, 942, 1244}}, {"berg", {321, 472, 435, 513}}, {"vulkaan", {597, 486, 723, 544}},
                            {"mirador", {795, 488, 921, 527}}, {"statuskloof", {724, 648, 856, 669}}, {"geldput", {87, 668, 181, 705}}, {"worsteling", {209, 668, 335, 707}},
                            {"wensboom", {457, 692, 567, 714}}, {"doolhof", {591, 752, 717, 791}}, {"spiegelpaleis", {750, 828, 902, 867}}, {"dilemmabos", {130, 850, 270, 872}},
                            {"stad", {387, 912, 573, 960}}, {"herberg", {666, 1000, 794, 1055}}, {"jungle", {118, 1048, 254, 1087}}, {"prikkelstruiken", {308, 1092, 444, 1111}},
                            {"reisbureau", {505, 1098, 599, 1135}}, {"valkuil", {181, 1220, 299, 1257}}, {"haven", {432, 1258, 584, 1279}}, {"strand", {594, 1170, 702, 1189}},
                            {"onontgonnen", {87, 400, 185, 439}}, {"huis", {592, 905, 688, 957}}, {"vallei", {278, 880, 482, 917}}, {"bergen", {220, 478, 280, 500}},
                            {"reisgezelschap", {320, 1190, 432, 1207}}};
    TrailGround ground = made();

    TrailGround made() {
        std::vector<Room> labels;
        for (const auto& [place, room] : names) {
            labels.push_back(room);
            const bool drawn = std::ranges::find(spots, place, &Spot::place) != spots.end();
            if (!drawn) spots.push_back({place, {room}});
        }
        return {sheet, spots, labels};
    }
};
const Ours& ours() {
    static const Ours all;
    return all;
}

std::vector<Stay> any_journey() {
    const auto stops = static_cast<int>(ours().ground.stops().size());
    std::vector<Stay> stays;
    const int count = *rc::gen::inRange(2, 31);
    for (int i = 0; i < count; ++i) stays.push_back({static_cast<std::size_t>(*rc::gen::inRange(0, stops)), *rc::gen::inRange(0, 6) == 0});
    return stays;
}

// Each unit of a line.
Outline sampled(const Outline& line) {
    Outline points;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const pen::Point from = line[i - 1], to = line[i];
        const int steps = std::max(1, static_cast<int>(pen::distance(from, to) + 1));
        for (int step = 0; step < steps; ++step) points.push_back({from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps});
    }
    return points;
}

double inside_by(const Room& room, pen::Point at) { return std::min({at.x - room.left, room.right - at.x, at.y - room.top, room.low - at.y}); }

TEST(OurGround, StandsClearOfNamesAndLandmarks) {
    EXPECT_GE(ours().ground.stops().size(), 24U);
    for (const Stop& stop : ours().ground.stops()) EXPECT_GT(ours().ground.rooms().clearance(stop.at), 5) << stop.place;
}

TEST(OurGround, LeadsFromEverywhereToEverywhere) {
    const std::size_t count = ours().ground.stops().size();
    for (std::size_t from = 0; from < count; ++from)
        for (std::size_t to = 0; to < count; ++to) {
            const std::vector<std::size_t> passed = ours().ground.passed(from, to);
            EXPECT_EQ(passed.front(), from);
            EXPECT_EQ(passed.back(), to);
            for (std::size_t i = 1; i < passed.size(); ++i) {
                const Outline there = ours().ground.way(passed[i - 1], passed[i]), back = ours().ground.way(passed[i], passed[i - 1]);
                EXPECT_EQ(there.size(), back.size());
                EXPECT_LT(pen::distance(there.front(), ours().ground.stops()[passed[i - 1]].at), 0.01);
            }
        }
}

bool on_sheet(pen::Point at) { return at.x > sheet_margin && at.x < sheet_width - sheet_margin && at.y > sheet_margin && at.y < sheet_height - sheet_margin; }

void expect_clear_of_all(const Outline& line) {
    for (const pen::Point& at : sampled(line)) {
        if (!on_sheet(at)) RC_FAIL(fmt::format("off the sheet at {:.0f} {:.0f}", at.x, at.y));
        for (const auto& [place, room] : ours().names)
            if (inside_by(room, at) > 1) RC_FAIL(fmt::format("in the name of {} at {:.0f} {:.0f}", place, at.x, at.y));
        for (const Stop& stop : ours().ground.stops()) {
            if (inside_by(stop.body, at) <= 1) continue;
            const auto spot = std::ranges::find(ours().spots, stop.place, &Spot::place);
            for (const Room& room : spot->body)
                if (inside_by(room, at) > 1) RC_FAIL(fmt::format("in {} at {:.0f} {:.0f}", stop.place, at.x, at.y));
        }
    }
}

TEST(Trails, KeepOffNamesGoRoundLandmarksAndStayOnTheSheet) {
    EXPECT_TRUE(rc::check("clear of all", [] {
        for (int turn = 0; turn < 10; ++turn)
            for (const TrailLine& line : trail(ours().ground, any_journey())) expect_clear_of_all(line.points);
    }));
}

// What was walked is on paper, stretch by stretch, and no stretch twice.
TEST(Trails, PassEveryStopInOrder) {
    EXPECT_TRUE(rc::check("every stretch", [] {
        const std::vector<Stay> stays = any_journey();
        std::vector<std::pair<std::size_t, std::size_t>> drawn;
        for (const TrailLine& line : trail(ours().ground, stays))
            for (std::size_t i = 0; i < line.reached.size(); ++i) {
                const Reached& one = line.reached[i];
                if (one.stayed) RC_ASSERT(pen::distance(line.points[one.point], ours().ground.stops()[one.stop].at) < 12);
                if (i == 0) continue;
                RC_ASSERT(line.reached[i - 1].point < one.point);
                drawn.emplace_back(line.reached[i - 1].stop, one.stop);
            }
        std::vector<std::pair<std::size_t, std::size_t>> walked;
        const std::size_t joined = std::min(stays.size(), most_joined);
        for (std::size_t i = stays.size() - joined + 1; i < stays.size(); ++i) {
            const std::vector<std::size_t> passed = ours().ground.passed(stays[i - 1].stop, stays[i].stop);
            for (std::size_t k = 1; k < passed.size(); ++k)
                if (std::ranges::find(walked, std::pair{passed[k - 1], passed[k]}) == walked.end()) walked.emplace_back(passed[k - 1], passed[k]);
        }
        RC_ASSERT(drawn == walked);
    }));
}

// As the drawing itself has it, after it was made coarser and trembled.
TEST(DrawnTravellers, KeepOffNamesToo) {
    EXPECT_TRUE(rc::check("clear of all", [] {
        const std::string drawn = draw_traveller(ours().ground, any_journey(), {"ik ben hier", {}});
        const std::size_t from = drawn.find(" d=\"") + 4;
        if (drawn.find("class=\"trail\"") == std::string::npos) return;
        const auto curves = pen::parse_path(std::string_view{drawn}.substr(from, drawn.find('"', from) - from));
        RC_ASSERT(static_cast<bool>(curves));
        for (const pen::Ring& ring : pen::flatten(*curves)) expect_clear_of_all(ring.points);
    }));
}

TEST(DrawnTravellers, AreTheSameBytesForTheSameJourney) {
    EXPECT_TRUE(rc::check("same bytes", [] {
        const std::vector<Stay> stays = any_journey();
        RC_ASSERT(draw_traveller(ours().ground, stays, {"ik ben hier", {}}) == draw_traveller(ours().ground, stays, {"ik ben hier", {}}));
    }));
}

TEST(DrawnTravellers, HaveAFlagWhereverOneIs) {
    const auto flags = [](const std::vector<Stay>& stays) {
        const std::string drawn = draw_traveller(ours().ground, stays, {"hier & <daar>", {}});
        std::size_t count = 0;
        for (std::size_t at = drawn.find("hier &amp; &lt;daar>"); at != std::string::npos; at = drawn.find("hier &amp;", at + 1)) ++count;
        return count;
    };
    EXPECT_EQ(flags({{1, true}, {2, false}, {3, true}}), 2U);
    EXPECT_EQ(flags({{1, true}, {2, false}, {1, false}}), 1U);
    EXPECT_EQ(flags({{1, false}}), 0U);
    EXPECT_EQ(draw_traveller(ours().ground, {}, {"ik ben hier", {}}), "");
}

TEST(DrawnTravellers, MayStandInAnyPage) {
    const std::string drawn = draw_traveller(ours().ground, {{1, true}, {2, false}, {3, true}}, {"ik ben hier", {}});
    for (const std::string_view refused : {" id=", "style", "#", "href", "<script"}) EXPECT_EQ(drawn.find(refused), std::string::npos) << refused;
    const std::string paper = draw_traveller(ours().ground, {{1, true}, {2, false}, {3, true}}, {"ik ben hier", pen::Light::night});
    EXPECT_NE(paper.find("#FF9B66"), std::string::npos);
    EXPECT_EQ(paper.find("class=\"trail\""), std::string::npos);
}

// Even when one goes all over the sheet and is in three places at once.
TEST(DrawnTravellers, StaySmall) {
    base::SeededRandomness randomness{7};
    for (const std::size_t count : {40U, 300U}) {
        std::vector<Stay> stays;
        for (std::size_t i = 0; i < count; ++i) stays.push_back({randomness.below(ours().ground.stops().size()), i < 3});
        EXPECT_LT(draw_traveller(ours().ground, stays, {"ik ben hier", {}}).size(), 12'288U) << count;
    }
}

}  // namespace
}  // namespace loopbaankaart::atlas
