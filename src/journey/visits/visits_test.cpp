#include "visits.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "../trial.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

class Visits : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), trial::migrations()};
    access::Viewer amina{.person = world.id(), .name = "Amina"};
    access::Viewer joris{.person = world.id(), .name = "Joris"};

    PlaceVisit at(std::string place) { return {world.id(), place, world.clock().now(), {}, "De " + place}; }
    void arrive_now(const access::Viewer& who, const PlaceVisit& visit) {
        world.school().write_now([&](storage::Writes& writes) { arrive(writes, who, visit); });
    }
    void move_on_now(const access::Viewer& who, std::string_view place) {
        world.clock().advance(1min);
        world.school().write_now([&](storage::Writes& writes) { move_on(writes, who, place, world.clock().now()); });
        world.clock().advance(1min);
    }
    std::vector<PlaceVisit> visits(const access::Viewer& who) {
        std::vector<PlaceVisit> found;
        world.school().read([&](storage::Reads& reads) { found = visits_of(reads, who); });
        return found;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Visits, workbench::both, workbench::name);

TEST_P(Visits, a_traveller_is_at_several_places_at_once) {
    arrive_now(amina, at("wensboom"));
    arrive_now(amina, at("haven"));
    const auto found = visits(amina);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_FALSE(found[0].until);
    EXPECT_FALSE(found[1].until);
    EXPECT_EQ(found[0].place_name, "De " + found[0].place);
}

TEST_P(Visits, arriving_where_one_is_changes_nothing) {
    const PlaceVisit first = at("wensboom");
    arrive_now(amina, first);
    world.clock().advance(1h);
    arrive_now(amina, at("wensboom"));
    ASSERT_EQ(visits(amina).size(), 1u);
    EXPECT_EQ(visits(amina)[0].id, first.id);
    EXPECT_EQ(visits(amina)[0].since, first.since);
}

TEST_P(Visits, a_place_again_is_a_visit_again) {
    arrive_now(amina, at("wensboom"));
    move_on_now(amina, "wensboom");
    arrive_now(amina, at("wensboom"));
    const auto found = visits(amina);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_TRUE(found[0].until);
    EXPECT_FALSE(found[1].until);
}

TEST_P(Visits, the_same_id_again_changes_nothing) {
    const PlaceVisit sent = at("wensboom");
    arrive_now(amina, sent);
    move_on_now(amina, "wensboom");
    arrive_now(amina, sent);
    ASSERT_EQ(visits(amina).size(), 1u);
    EXPECT_TRUE(visits(amina)[0].until) << "a request that is sent again does not bring the traveller back";
}

TEST_P(Visits, an_id_belongs_to_its_traveller) {
    const PlaceVisit sent = at("wensboom");
    arrive_now(amina, sent);
    arrive_now(joris, sent);
    EXPECT_EQ(visits(amina).size(), 1u);
    EXPECT_EQ(visits(joris).size(), 1u);
}

TEST_P(Visits, moving_on_leaves_other_places_and_people) {
    arrive_now(amina, at("wensboom"));
    arrive_now(amina, at("haven"));
    arrive_now(joris, at("wensboom"));
    move_on_now(amina, "wensboom");
    std::set<std::string> open;
    for (const PlaceVisit& visit : visits(amina))
        if (!visit.until) open.insert(visit.place);
    EXPECT_EQ(open, std::set<std::string>{"haven"});
    EXPECT_FALSE(visits(joris)[0].until);
}

TEST_P(Visits, are_there_after_a_restart) {
    arrive_now(amina, at("wensboom"));
    world.reopen();
    ASSERT_EQ(visits(amina).size(), 1u);
    EXPECT_EQ(visits(amina)[0].place, "wensboom");
}

TEST_P(Visits, follow_from_arriving_and_moving_on_alone) {
    const bool held = rc::check("open places are those last arrived at", [&](const std::vector<std::pair<bool, std::uint8_t>>& moves) {
        const access::Viewer traveller{.person = world.id()};
        std::set<std::string> open;
        std::size_t begun = 0;
        for (const auto& [arriving, number] : moves) {
            const std::string place = "plek" + std::to_string(number % 4);
            if (arriving) {
                begun += open.insert(place).second ? 1 : 0;
                arrive_now(traveller, at(place));
            } else {
                open.erase(place);
                move_on_now(traveller, place);
            }
        }
        const auto found = visits(traveller);
        RC_ASSERT(found.size() == begun);
        std::set<std::string> still;
        for (const PlaceVisit& visit : found) {
            if (visit.until) RC_ASSERT(*visit.until >= visit.since);
            if (!visit.until) RC_ASSERT(still.insert(visit.place).second);
        }
        RC_ASSERT(still == open);
    });
    EXPECT_TRUE(held);
}

}  // namespace
}  // namespace loopbaankaart::journey
