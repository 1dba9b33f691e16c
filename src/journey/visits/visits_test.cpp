#include "visits.hpp"

#include <fmt/format.h>
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
    PlaceVisit said(std::string place, std::string_view words) {
        return told(at(std::move(place)), *understood(words, {world.clock().now(), "Europe/Amsterdam"}));
    }
    void come_back_now(const access::Viewer& who, const PlaceVisit& visit) {
        world.school().write_now([&](storage::Writes& writes) { come_back(writes, who, visit.id, *visit.until); });
    }
    void take_away(const access::Viewer& who, const base::Id& id) {
        record_visit_removal(world.school(), who, id, world.clock().now());
        world.school().write_now([&](storage::Writes& writes) { remove_visit(writes, who, id); });
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

TEST_P(Visits, told_afterwards_are_kept_as_they_were_said) {
    PlaceVisit summer = said("wensboom", "zomer 2024");
    summer.spot = pen::Point{512.5, 682};
    arrive_now(amina, said("haven", ""));
    arrive_now(amina, summer);
    world.reopen();
    const auto found = visits(amina);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].said, Precision::unknown);
    EXPECT_FALSE(found[0].spot);
    EXPECT_EQ(when_in_words(found[1], base::Language::nl, "Europe/Amsterdam"), "zomer 2024");
    ASSERT_TRUE(found[1].spot);
    EXPECT_EQ(found[1].spot->x, 512.5);
    EXPECT_EQ(found[1].spot->y, 682);
}

TEST_P(Visits, told_afterwards_leave_where_one_is) {
    arrive_now(amina, at("wensboom"));
    for (int again = 0; again < 2; ++again) arrive_now(amina, said("wensboom", "vorig jaar"));
    const auto found = visits(amina);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_FALSE(found[2].until);
    move_on_now(amina, "wensboom");
    EXPECT_EQ(visits(amina)[0].said, Precision::year);
    EXPECT_EQ(when_in_words(visits(amina)[0], base::Language::nl, "Europe/Amsterdam"), "2025");
}

TEST_P(Visits, coming_back_undoes_moving_on_once) {
    arrive_now(amina, at("wensboom"));
    move_on_now(amina, "wensboom");
    const PlaceVisit left = visits(amina)[0];
    arrive_now(joris, at("wensboom"));
    move_on_now(joris, "wensboom");
    std::optional<base::Id> last;
    world.school().read([&](storage::Reads& reads) { last = last_left(reads, amina, "wensboom"); });
    EXPECT_EQ(last, left.id);
    come_back_now(joris, left);
    EXPECT_TRUE(visits(amina)[0].until) << "nobody else does";
    for (int again = 0; again < 2; ++again) {
        come_back_now(amina, left);
        ASSERT_EQ(visits(amina).size(), 1u);
        EXPECT_FALSE(visits(amina)[0].until);
        EXPECT_EQ(visits(amina)[0].since, left.since);
    }
    move_on_now(amina, "wensboom");
    come_back_now(amina, left);
    EXPECT_TRUE(visits(amina)[0].until) << "an old request does not undo what was done since";
}

TEST_P(Visits, coming_back_where_one_is_again_changes_nothing) {
    arrive_now(amina, at("wensboom"));
    move_on_now(amina, "wensboom");
    const PlaceVisit left = visits(amina)[0];
    arrive_now(amina, at("wensboom"));
    come_back_now(amina, left);
    EXPECT_EQ(std::ranges::count_if(visits(amina), [](const PlaceVisit& visit) { return !visit.until; }), 1);
}

TEST_P(Visits, coming_back_does_not_open_what_was_told) {
    const PlaceVisit told_of = said("wensboom", "vorig jaar");
    arrive_now(amina, told_of);
    come_back_now(amina, told_of);
    EXPECT_TRUE(visits(amina)[0].until);
}

TEST_P(Visits, taken_away_are_gone_and_remembered_as_gone) {
    const PlaceVisit sent = at("wensboom");
    arrive_now(amina, sent);
    arrive_now(joris, sent);
    take_away(joris, world.id());
    EXPECT_FALSE(visit_was_removed(world.school().vault(), amina, sent.id));
    for (int again = 0; again < 2; ++again) take_away(amina, sent.id);
    EXPECT_TRUE(visits(amina).empty());
    EXPECT_EQ(visits(joris).size(), 1u);
    EXPECT_TRUE(visit_was_removed(world.school().vault(), amina, sent.id));
    EXPECT_FALSE(visit_was_removed(world.school().vault(), joris, sent.id));
    EXPECT_EQ(trial::raw_columns(world, "place_visit", {"removal"}).size(), 26u) << "joris's alone";
}

TEST_P(Visits, taken_away_are_not_in_a_backup_that_is_restored) {
    const PlaceVisit stays = at("wensboom"), removed = at("haven");
    arrive_now(amina, stays);
    arrive_now(amina, removed);
    ASSERT_TRUE(world.storage().backup("noord", world.folder() / "backup"));
    take_away(amina, removed.id);
    ASSERT_TRUE(world.storage().backup_keys(world.folder() / "keys"));

    auto elsewhere = storage::open({.data = world.folder() / "elsewhere", .key_file = world.options().key_file, .migrations = trial::migrations(),
                                    .erasable = erasable()});
    ASSERT_TRUE(elsewhere);
    ASSERT_TRUE((*elsewhere)->restore_keys(world.folder() / "keys"));
    ASSERT_TRUE((*elsewhere)->restore("noord", world.folder() / "backup"));
    std::vector<PlaceVisit> found;
    (*elsewhere)->school("noord")->read([&](storage::Reads& reads) { found = visits_of(reads, amina); });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].id, stays.id);
}

TEST_P(Visits, of_before_they_could_be_told_are_still_there) {
    workbench::World old{GetParam(), [] {
        std::vector<storage::Migration> all = trial::migrations();
        std::erase_if(all, [](const storage::Migration& one) { return one.number > 100; });
        return all;
    }()};
    const base::Id id = old.id();
    const std::string sql = fmt::format("INSERT INTO place_visit (owner, id, place, place_name, began_at) VALUES ('{}', '{}', 'haven', 'De Haven', 5)",
                                        amina.person.view(), id.view());
    const storage::Query<0> insert{"test.old", sql, sql};
    old.school().write_now([&](storage::Writes& writes) { writes.run(insert); });
    storage::Options options = old.options();
    old.close();
    options.migrations = trial::migrations();
    auto storage = storage::open(std::move(options));
    ASSERT_TRUE(storage);
    const auto school = (*storage)->school("noord");
    std::vector<PlaceVisit> found;
    school->read([&](storage::Reads& reads) { found = visits_of(reads, amina); });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].said, Precision::moment);
    EXPECT_FALSE(found[0].until);
    record_visit_removal(*school, amina, id, world.clock().now());
    EXPECT_TRUE(school->vault().was_removed("place_visit", id));
}

TEST_P(Visits, are_told_in_the_order_of_their_times) {
    const bool held = rc::check("what was over before another began stands before it", [&](const std::vector<std::uint16_t>& days) {
        const access::Viewer traveller{.person = world.id()};
        constexpr const char* ways[]{"zomer", "herfst", "maart", "12 mei", ""};
        for (const std::uint16_t number : days)
            arrive_now(traveller, said("plek", std::string{ways[number % 5]} + " " + std::to_string(1990 + number % 35)));
        const auto found = visits(traveller);
        RC_ASSERT(found.size() == days.size());
        for (std::size_t at = 1; at < found.size(); ++at) RC_ASSERT(!(*found[at].until <= found[at - 1].since));
    });
    EXPECT_TRUE(held);
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
