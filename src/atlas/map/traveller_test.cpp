// A long journey is drawn as it would be with all of its stays.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "../chart/chart.hpp"
#include "../trail/draw_traveller.hpp"
#include "traveller.hpp"
#include "trial_atlas.hpp"

namespace loopbaankaart::atlas {
namespace {

std::vector<Stay> any_stays() {
    const std::vector<std::string> places{"wensboom", "haven", "jungle", "stad", "strand", "vulkaan", "opgeheven", "doolhof"};
    std::vector<Stay> stays;
    const int count = *rc::gen::inRange(0, 90);
    for (int i = 0; i < count; ++i) stays.push_back({.place = *rc::gen::elementOf(places), .here = *rc::gen::inRange(0, 9) == 0, .dated = *rc::gen::inRange(0, 5) > 0});
    return stays;
}

std::vector<std::string> drawing_of(const std::vector<Stay>& stays) {
    const TrailGround& ground = *ours().chart->ground();
    std::vector<StopStay> stops;
    for (const Stay& stay : stays)
        if (const auto stop = ground.stop_of(stay.place)) stops.push_back({*stop, stay.here, stay.dated});
    TravellerDrawing drawing = draw_traveller(ground, stops, "ik ben hier");
    std::vector<std::string> all{drawing.way, drawing.soles, drawing.heels, drawing.pair_soles, drawing.pair_heels, drawing.whole_feet};
    for (const Flag& flag : drawing.flags) all.push_back(flag.cloth);
    return all;
}

RC_GTEST_PROP(DrawnStays, DrawTheSameAsAll, ()) {
    const std::vector<Stay> stays = any_stays(), drawn = drawn_of(ours(), stays);
    RC_ASSERT(drawing_of(drawn) == drawing_of(stays));
    RC_ASSERT(states_of(drawn) == states_of(stays));
}

TEST(DrawnStays, AreFewWhenThereAreMany) {
    std::vector<Stay> stays;
    for (int i = 0; i < 500; ++i) stays.push_back({.place = i % 2 == 0 ? "wensboom" : "haven"});
    EXPECT_LE(drawn_of(ours(), stays).size(), most_joined);
}

}  // namespace
}  // namespace loopbaankaart::atlas
