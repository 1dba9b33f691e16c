// What was brought in is what was taken along: the same tree, once, whatever happens on the way.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "../trial_deeds.hpp"
#include "../wishes/wishes.hpp"
#include "trial_bringing.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre, testing::IsEmpty;

class SameTree : public trial::BringingSchool {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, SameTree, workbench::both, workbench::name);

TEST_P(SameTree, gives_the_same_tree) {
    make_some_of_all();
    const Json there = tree_of(amina);
    ASSERT_EQ(there.size(), 5U) << "visits, things, records and tellings, and what was said";
    const auto several = [](const Json& objects, const char* by) {
        std::set<std::string> codes;
        for (const Json& object : objects) codes.insert(object[by].get<std::string>());
        return codes;
    };
    ASSERT_EQ(several(there["eigen"], "kind").size(), record_kind_count);
    ASSERT_EQ(several(there["verteld"], "form").size(), telling_form_count);
    const Bringing done = bring(joris, archive_of(amina));
    EXPECT_EQ(done.state, BringingState::done);
    EXPECT_THAT(done.contents.notes, IsEmpty());
    EXPECT_EQ(tree_of(joris, "van-anderen"), without(there, "van-anderen"));
    EXPECT_EQ(passing_files_of_bringings(), 0U);
}

TEST_P(SameTree, of_any_journey_gives_the_same_tree) {
    EXPECT_TRUE(rc::check("whatever was done", [&] {
        forget(amina);
        forget(joris);
        for (const auto& [deed, at] : *trial::deeds(deed_count, 10)) do_one(deed, static_cast<std::size_t>(at));
        const Bringing done = bring(joris, archive_of(amina));
        RC_ASSERT(done.state == BringingState::done);
        RC_ASSERT(done.contents.notes.empty());
        RC_ASSERT(tree_of(joris) == tree_of(amina));
    }));
}

TEST_P(SameTree, twice_is_once) {
    make_some_of_all();
    const std::string archive = archive_of(amina);
    bring(joris, archive);
    const Json once = tree_of(joris);
    const Bringing again = bring(joris, archive);
    EXPECT_EQ(again.state, BringingState::done);
    EXPECT_THAT(again.contents.notes, IsEmpty());
    EXPECT_EQ(tree_of(joris), once);
}

TEST_P(SameTree, back_where_it_was_made_changes_nothing) {
    make_some_of_all();
    const Json before = tree_of(amina);
    EXPECT_THAT(bring(amina, archive_of(amina)).contents.notes, IsEmpty());
    EXPECT_EQ(tree_of(amina), before);
}

TEST_P(SameTree, stopped_at_every_object_comes_in_once) {
    make_some_of_all();
    const Json there = without(tree_of(amina), "van-anderen");
    const Bringing begun = arrived(joris, archive_of(amina));
    look(joris, begun);
    ask_for_unpacking(joris, begun);
    std::stop_source stop;
    stop.request_stop();
    std::uint64_t turns = 0;
    for (; find(joris, begun.id)->state == BringingState::unpacking; ++turns) {
        school.restart();
        carry(stop.get_token());
        ASSERT_LE(find(joris, begun.id)->unpacked, turns + 1) << "one object a time";
    }
    EXPECT_GT(turns, 5U);
    EXPECT_EQ(tree_of(joris, "van-anderen"), there);
}

TEST_P(SameTree, what_was_removed_here_gets_another_number_and_links_follow) {
    const base::Id thing = school.keep_for("amina", "Bij de bakker");
    const Record insight = record(RecordKind::insight, {{"happened", "Iemand keek op"}}, {{"kept_thing", thing}});
    keep(amina, insight);
    const std::string archive = archive_of(amina);
    record_removal(house(), amina.person, thing, now());
    house().write_now([&](storage::Writes& writes) { remove_thing(writes, house().media(), amina.person, thing); });
    bring(amina, archive);
    const Json things = objects_of(amina, "rugzak");
    ASSERT_EQ(things.size(), 1U);
    EXPECT_NE(things[0]["id"], thing.text());
    EXPECT_EQ(things[0]["words"], "Bij de bakker");
    bring(amina, archive);
    EXPECT_EQ(objects_of(amina, "rugzak"), things) << "twice is once here too";
    const Json elsewhere = [&] {
        remember_record_removal(house(), {code(RecordKind::insight), insight.id, amina.person}, now());
        house().write_now([&](storage::Writes& writes) { remove_record(writes, house().media(), {code(RecordKind::insight), insight.id, amina.person}); });
        bring(amina, archive);
        return objects_of(amina, "eigen");
    }();
    ASSERT_EQ(elsewhere.size(), 1U);
    EXPECT_NE(elsewhere[0]["id"], insight.id.text());
    EXPECT_EQ(elsewhere[0]["links"][0]["id"], things[0]["id"]) << "the link follows";
}

TEST_P(SameTree, leaves_what_is_here_as_it_is_here) {
    const base::Id thing = school.keep_for("amina", "Zoals het was");
    const std::string archive = archive_of(amina);
    change_words(amina, thing, "Zoals het werd");
    const Bringing done = bring(amina, archive);
    EXPECT_THAT(done.contents.notes, ElementsAre(Note{Note::Why::otherwise, "Zoals het was"}));
    EXPECT_EQ(objects_of(amina, "rugzak")[0]["words"], "Zoals het werd");
}

TEST_P(SameTree, where_one_is_already_it_went_on_until_then) {
    be_at("haven");
    const std::string archive = archive_of(amina);
    school.world.clock().advance(24h);
    const base::Id here = school.world.id();
    house().write_now([&](storage::Writes& writes) { arrive(writes, joris, {.id = here, .place = "haven", .since = now(), .place_name = "Haven"}); });
    bring(joris, archive);
    const Json visits = objects_of(joris, "bezoeken");
    ASSERT_EQ(visits.size(), 2U);
    EXPECT_EQ(visits[0]["until"], visits[1]["from"]);
    EXPECT_FALSE(visits[1].contains("until"));
}

TEST_P(SameTree, a_wish_whose_day_has_passed_does_not_come_back) {
    const auto back = [&](const access::Viewer& who) {
        std::vector<base::Id> found;
        house().read([&](storage::Reads& reads) { found = came_back(reads, who, now()); });
        return found;
    };
    const base::Instant day = base::start_of(std::chrono::year{2026} / 9 / 4, "Europe/Amsterdam"), later = base::start_of(std::chrono::year{2026} / 10 / 4, "Europe/Amsterdam");
    const Record passed = record(RecordKind::wish, {{"words", "Toen"}, {"if", {{"form", "day"}, {"day", "2026-09-04"}, {"day_at", base::milliseconds(day)}}}});
    const Record coming = record(RecordKind::wish, {{"words", "Straks"}, {"if", {{"form", "day"}, {"day", "2026-10-04"}, {"day_at", base::milliseconds(later)}}}});
    const Record there = record(RecordKind::wish, {{"words", "Daar"}, {"if", {{"form", "place"}, {"place", "haven"}, {"place_name", "Haven"}}}});
    for (const Record& wish : {passed, coming, there}) keep(amina, wish);
    school.world.clock().advance(24h);
    be_at("haven");
    school.world.clock().advance(24h * 7);
    ASSERT_EQ(back(amina).size(), 2U);
    bring(joris, archive_of(amina));
    EXPECT_THAT(back(joris), IsEmpty()) << "the day came by and the place was reached where it was made";
    school.world.clock().advance(24h * 30);
    EXPECT_THAT(back(joris), ElementsAre(coming.id));
}

}  // namespace
}  // namespace loopbaankaart::journey
