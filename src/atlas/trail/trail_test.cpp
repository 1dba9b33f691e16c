// What must hold for every journey over our own sheet.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include <base/base.hpp>

#include "../chart/chart.hpp"
#include "draw_traveller.hpp"

namespace loopbaankaart::atlas {
namespace {

struct Name {
    std::string place;
    Room room;
};

struct Ours {
    std::shared_ptr<const Atlas> atlas = load_atlas().atlas;
    const Chart& chart = *atlas->chart;
    std::vector<Spot> spots = spots_of(chart.sheet(), chart.drawings(), chart.labels(base::Language::nl));
    std::vector<Name> names = names_of(chart);
    const TrailGround& ground = *chart.ground();

    static std::vector<Name> names_of(const Chart& chart) {
        std::vector<Name> names;
        for (const base::Language language : {base::Language::nl, base::Language::en})
            for (const SetLabel& label : chart.labels(language)) names.push_back({label.label.place, label.room()});
        return names;
    }
};
const Ours& ours() {
    static const Ours all;
    return all;
}

std::vector<StopStay> any_journey() {
    const auto stops = static_cast<int>(ours().ground.stops().size());
    std::vector<StopStay> stays;
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
        const std::vector<StopStay> stays = any_journey();
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
        const auto curves = pen::parse_path(draw_traveller(ours().ground, any_journey(), "ik ben hier").way);
        RC_ASSERT(static_cast<bool>(curves));
        for (const pen::Ring& ring : pen::flatten(*curves)) expect_clear_of_all(ring.points);
    }));
}

std::string all_of(const TravellerDrawing& drawing) {
    std::string all = drawing.way + drawing.soles + drawing.heels + drawing.pair_soles + drawing.pair_heels + drawing.whole_feet;
    for (const Flag& flag : drawing.flags) all += flag.pole + flag.cloth;
    return all;
}

TEST(DrawnTravellers, AreTheSameBytesForTheSameJourney) {
    EXPECT_TRUE(rc::check("same bytes", [] {
        const std::vector<StopStay> stays = any_journey();
        RC_ASSERT(all_of(draw_traveller(ours().ground, stays, "ik ben hier")) == all_of(draw_traveller(ours().ground, stays, "ik ben hier")));
    }));
}

TEST(DrawnTravellers, HaveAFlagWhereverOneIs) {
    const auto flags = [](const std::vector<StopStay>& stays) { return draw_traveller(ours().ground, stays, "ik ben hier").flags.size(); };
    EXPECT_EQ(flags({{1, true}, {2, false}, {3, true}}), 2U);
    EXPECT_EQ(flags({{1, true}, {2, false}, {1, false}}), 1U);
    EXPECT_EQ(flags({{1, false}}), 0U);
    EXPECT_EQ(flags({}), 0U);
}

TEST(DrawnTravellers, LeaveNoTrailToWhatNobodyKnowsTheTimeOf) {
    const std::vector<StopStay> known{{1, false}, {4, false}};
    std::vector<StopStay> more = known;
    more.insert(more.begin() + 1, {.stop = 9, .dated = false});
    const TravellerDrawing without = draw_traveller(ours().ground, known, "ik ben hier"), with = draw_traveller(ours().ground, more, "ik ben hier");
    EXPECT_EQ(with.way, without.way);
    EXPECT_GT(with.pair_soles.size(), without.pair_soles.size()) << "but footprints stand there";
}

// Even when one goes all over the sheet and is in three places at once.
TEST(DrawnTravellers, StaySmall) {
    base::SeededRandomness randomness{7};
    for (const std::size_t count : {40U, 300U}) {
        std::vector<StopStay> stays;
        for (std::size_t i = 0; i < count; ++i) stays.push_back({randomness.below(ours().ground.stops().size()), i < 3});
        EXPECT_LT(all_of(draw_traveller(ours().ground, stays, "ik ben hier")).size(), 12'000U) << count;
    }
}

}  // namespace
}  // namespace loopbaankaart::atlas
