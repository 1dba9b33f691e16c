// Sharing: exactly the chosen thing, with exactly the chosen people, until it ends or is taken back.
#include <algorithm>
#include <thread>

#include "trial_sharing.hpp"

namespace loopbaankaart::journey {

void trial::SharingSchool::set_standing(std::string_view user_name, std::string_view standing) {
    const std::string sql = "UPDATE person SET standing = '" + std::string{standing} + "' WHERE user_name = '" + std::string{user_name} + "'";
    world.school().write_now([&](storage::Writes& writes) { writes.run(storage::Query<0>{"test", sql, sql}); });
}

namespace {

using namespace std::chrono_literals;

class Shares : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::SharingSchool school{GetParam()};
    visitor::Visitor amina = school.signed_in("amina");
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Shares, workbench::both, workbench::name);

TEST_P(Shares, open_one_thing_for_who_was_chosen_and_close_at_once) {
    const base::Id thing = school.keep_for("amina", "Voor ons gesprek"), other = school.keep_for("amina", "Mijn " + trial::shared_words);
    school.share_by_page(amina, thing, "counsellor");
    ASSERT_EQ(amina.status(), 303);
    auto counsellor = school.signed_in("counsellor");
    counsellor.get("/mee");
    EXPECT_TRUE(counsellor.shows("<h2>Persoon amina"));
    EXPECT_FALSE(counsellor.shows("<h2>Persoon joris")) << "who shares nothing is not on it";
    EXPECT_TRUE(counsellor.shows(school.page_of(thing)));
    EXPECT_FALSE(counsellor.shows(other.text()));
    counsellor.get(school.page_of(thing));
    EXPECT_TRUE(counsellor.shows("Voor ons gesprek"));
    counsellor.get(school.page_of(other));
    EXPECT_EQ(counsellor.status(), 404);

    amina.get(school.page_of(thing));
    EXPECT_TRUE(amina.shows("Persoon counsellor"));
    const std::string back = "/delen/" + school.given("amina").front().id.text() + "/terug";
    amina.submit(back);
    ASSERT_EQ(amina.status(), 303);
    counsellor.get(school.page_of(thing));
    EXPECT_EQ(counsellor.status(), 404);
    counsellor.get("/mee");
    EXPECT_FALSE(counsellor.shows("<h2>Persoon amina"));
    amina.get(school.page_of(thing));
    EXPECT_TRUE(amina.shows("Persoon counsellor")) << "who looked stays to be read";
}

TEST_P(Shares, are_shown_with_who_looked_to_their_owner_alone) {
    const base::Id thing = school.keep_for("amina", "Voor ons gesprek");
    school.share_by_page(amina, thing, "counsellor");
    school.share_by_page(amina, thing, "coordinator");
    auto counsellor = school.signed_in("counsellor");
    counsellor.get(school.page_of(thing));
    EXPECT_FALSE(counsellor.shows("Persoon coordinator"));
    std::vector<access::Look> looks;
    school.world.school().read([&](storage::Reads& reads) { looks = access::looks_at(reads, school.id("amina"), "kept_thing " + thing.text()); });
    ASSERT_EQ(looks.size(), 1u);
    EXPECT_EQ(looks.front().name, "Persoon counsellor");
}

TEST_P(Shares, are_named_where_the_thing_is_changed_and_taken_back_there) {
    const base::Id thing = school.keep_for("amina", "Voor ons gesprek");
    amina.get(school.page_of(thing) + "/anders");
    EXPECT_FALSE(amina.shows("/delen/"));
    school.share_by_page(amina, thing, "counsellor");
    amina.get(school.page_of(thing) + "/anders");
    EXPECT_TRUE(amina.shows("Persoon counsellor"));
    amina.submit("/delen/" + school.given("amina").front().id.text() + "/terug");
    EXPECT_TRUE(school.given("amina").empty());
    EXPECT_TRUE(amina.location().starts_with(school.page_of(thing))) << "back to the thing";
}

TEST_P(Shares, reach_nobody_who_did_not_say_yes) {
    const base::Id thing = school.keep_for("amina", "Mijn " + trial::shared_words);
    school.share_by_page(amina, thing, "joris");
    school.share_by_page(amina, thing, "administrator");
    EXPECT_TRUE(school.given("amina").empty());
    auto joris = school.signed_in("joris");
    joris.get(school.page_of(thing));
    EXPECT_EQ(joris.status(), 404);
    school.world.school().write_now([&](storage::Writes& writes) {
        access::acquaint(writes, school.id("amina"), school.id("joris"), school.world.clock().now(), school.randomness);
    });
    school.share_by_page(amina, thing, "joris");
    joris.get(school.page_of(thing));
    EXPECT_TRUE(joris.shows(trial::shared_words));
}

TEST_P(Shares, end_on_their_day) {
    const base::Id thing = school.keep_for("amina", "Een week lang");
    school.share_by_page(amina, thing, "counsellor", {{"tot", "week"}});
    const base::Instant end = school.given("amina").front().until.value();
    EXPECT_GT(end, school.world.clock().now() + 7 * 24h);
    school.world.clock().advance(end - school.world.clock().now() - 1ms);
    auto counsellor = school.signed_in("counsellor");
    counsellor.get(school.page_of(thing));
    EXPECT_EQ(counsellor.status(), 200);
    school.world.clock().advance(1ms);
    counsellor.get(school.page_of(thing));
    EXPECT_EQ(counsellor.status(), 404);
    counsellor.get("/mee");
    EXPECT_FALSE(counsellor.shows("<h2>Persoon amina"));
}

TEST_P(Shares, ask_again_without_people_or_with_a_day_that_is_none) {
    const base::Id thing = school.keep_for("amina", "Woorden");
    amina.get(school.page_of(thing) + "/deel");
    amina.submit(school.page_of(thing) + "/deel");
    EXPECT_EQ(amina.status(), 422);
    for (const char* day : {"", "morgen", "2020-01-01", "2026-02-30"}) {
        school.share_by_page(amina, thing, "counsellor", {{"tot", "dag"}, {"dag", day}});
        EXPECT_EQ(amina.status(), 422) << day;
        EXPECT_TRUE(amina.shows(school.id("counsellor").text()));
    }
    EXPECT_TRUE(school.given("amina").empty());
    school.share_by_page(amina, thing, "counsellor", {{"tot", ""}, {"dag", "2099-12-31"}});
    ASSERT_EQ(school.given("amina").size(), 1u);
    EXPECT_TRUE(school.given("amina").front().until) << "a day that was filled in counts";
}

TEST_P(Shares, sent_five_times_at_once_are_one) {
    const base::Id thing = school.keep_for("amina", "Woorden");
    amina.get(school.page_of(thing) + "/deel");
    std::vector<visitor::Visitor> browsers(5, amina);
    std::vector<std::thread> threads;
    for (visitor::Visitor& browser : browsers)
        threads.emplace_back([&] { browser.submit(school.page_of(thing) + "/deel", {{"wie", school.id("counsellor").text()}}); });
    for (std::thread& thread : threads) thread.join();
    for (const visitor::Visitor& browser : browsers) EXPECT_EQ(browser.status(), 303);
    EXPECT_EQ(school.given("amina").size(), 1u);
}

TEST_P(Shares, taken_back_stay_so_when_the_old_form_is_sent_again) {
    const base::Id thing = school.keep_for("amina", "Woorden");
    amina.get(school.page_of(thing) + "/deel");
    visitor::Visitor same_form = amina;
    amina.submit(school.page_of(thing) + "/deel", {{"wie", school.id("counsellor").text()}});
    amina.get("/delen");
    EXPECT_TRUE(amina.shows("Persoon counsellor"));
    amina.submit("/delen/terug");
    EXPECT_TRUE(school.given("amina").empty());
    same_form.submit(school.page_of(thing) + "/deel", {{"wie", school.id("counsellor").text()}});
    EXPECT_TRUE(school.given("amina").empty());
    school.share_by_page(amina, thing, "counsellor");
    EXPECT_EQ(school.given("amina").size(), 1u) << "a new form shares again";
}

TEST_P(Shares, all_go_back_in_one_go_and_again_changes_nothing) {
    const base::Id one = school.keep_for("amina", "Eén"), two = school.keep_for("amina", "Twee");
    school.share_by_page(amina, one, "counsellor");
    school.share_by_page(amina, one, "desk");
    school.share_by_page(amina, two, "desk");
    amina.get("/delen");
    const visitor::Visitor same_page = amina;
    for (int time = 0; time < 2; ++time) {
        visitor::Visitor again = same_page;
        again.submit("/delen/terug");
        EXPECT_EQ(again.status(), 303);
        EXPECT_TRUE(school.given("amina").empty());
    }
}

TEST_P(Shares, are_not_opened_again_by_what_the_bin_closed) {
    const base::Id thing = school.keep_for("amina", "Woorden");
    school.share_by_page(amina, thing, "counsellor");
    const base::Id grant = school.given("amina").front().id;
    amina.get(school.page_of(thing));
    amina.submit(school.page_of(thing) + "/weg");
    EXPECT_TRUE(school.given("amina").empty());
    EXPECT_TRUE(school.world.school().vault().was_removed("access_grant", grant));
    amina.get(school.page_of(thing) + "/deel");
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(Shares, leave_a_counsellor_the_names_of_their_students) {
    const auto names_for = [&](std::string_view user_name) {
        auto someone = school.signed_in(user_name);
        someone.get("/mee");
        return std::vector{someone.shows("Persoon amina"), someone.shows("Persoon joris"), someone.shows("Persoon student")};
    };
    EXPECT_EQ(names_for("counsellor"), (std::vector{true, true, false})) << "those of their team";
    EXPECT_EQ(names_for("joris"), (std::vector{false, true, false})) << "a class mate sees their own name";
    EXPECT_EQ(names_for("administrator"), (std::vector{false, false, false}));
    school.set_standing("amina", "suspended");
    EXPECT_EQ(names_for("counsellor"), (std::vector{false, true, false}));
}

TEST_P(Shares, give_nothing_to_who_is_suspended_or_left) {
    const base::Id thing = school.keep_for("amina", "Mijn " + trial::shared_words);
    school.share_by_page(amina, thing, "counsellor");
    for (const char* standing : {"suspended", "left"}) {
        school.set_standing("counsellor", "active");
        auto counsellor = school.signed_in("counsellor");
        counsellor.get(school.page_of(thing));
        EXPECT_TRUE(counsellor.shows(trial::shared_words));
        const access::Viewer still_asking = school.viewer("counsellor");  // a request that began a moment before
        school.set_standing("counsellor", standing);
        for (const std::string& path : {school.page_of(thing), std::string{"/mee"}}) {
            counsellor.get(path);
            EXPECT_EQ(counsellor.status(), 303) << "to sign in";
            EXPECT_FALSE(counsellor.shows(trial::shared_words));
        }
        school.world.school().read([&](storage::Reads& reads) {
            EXPECT_FALSE(find_thing(reads, school.world.school().vault(), still_asking, thing, school.world.clock().now()));
        });
        amina.get(school.page_of(thing) + "/deel");
        EXPECT_FALSE(amina.shows("value=\"" + school.id("counsellor").text())) << "not to be chosen";
    }
}

TEST_P(Shares, show_who_left_their_own_and_nothing_of_others) {
    const base::Id own = school.keep_for("amina", "Mijn " + trial::shared_words), other = school.keep_for("joris", "Van joris");
    school.share("joris", other, "amina");
    school.world.school().write_now([&](storage::Writes& writes) {
        constexpr storage::Query<2> leave{"test.leave", "UPDATE person SET standing = 'left', left_at = ?1 WHERE id = ?2", "UPDATE person SET standing = 'left', left_at = $1 WHERE id = $2"};
        writes.run(leave, school.world.clock().now(), school.id("amina"));
    });
    amina = school.signed_in("amina");
    for (const std::string& path : {std::string{"/rugzak"}, school.page_of(own)}) {
        amina.get(path);
        EXPECT_EQ(amina.status(), 200) << path;
        EXPECT_TRUE(amina.shows(trial::shared_words)) << path;
        EXPECT_FALSE(amina.shows("/bewaren\"")) << path;
        EXPECT_FALSE(amina.shows("/deel\"")) << path;
    }
    amina.get(school.page_of(other));
    EXPECT_EQ(amina.status(), 404);
    for (const std::string& path : {std::string{"/mee"}, std::string{"/delen"}, std::string{"/rugzak/bewaren"}, school.page_of(own) + "/deel"}) {
        amina.get(path);
        EXPECT_EQ(amina.status(), 403) << path;
    }
    amina.get(school.page_of(own));
    amina.submit(school.page_of(own) + "/weg");
    EXPECT_EQ(school.words_of("amina"), std::vector<std::string>{}) << "what is their own they may throw away";
}

// Who left can take nothing back any more.
TEST_P(Shares, of_somebody_who_left_are_closed) {
    const base::Id thing = school.keep_for("amina", "Mijn " + trial::shared_words);
    school.share_by_page(amina, thing, "counsellor");
    school.set_standing("amina", "left");
    auto counsellor = school.signed_in("counsellor");
    counsellor.get(school.page_of(thing));
    EXPECT_EQ(counsellor.status(), 404);
    counsellor.get("/mee");
    EXPECT_FALSE(counsellor.shows("Persoon amina"));
}

}  // namespace
}  // namespace loopbaankaart::journey
