// The page on which a day begins: four things and no more, each only if there is one, and only one's own.
#include <gtest/gtest.h>

#include "../sharing/trial_sharing.hpp"
#include "home_words.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

const std::string canary = "roerdomp-4482";

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

class Home : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::SharingSchool school{GetParam()};
    visitor::Visitor amina = school.signed_in("amina");

    base::Instant now() { return school.world.clock().now(); }
    void send(visitor::Visitor& who, const std::string& to, visitor::Values values) {
        who.get("/mij/kennissen");
        values.try_emplace("sleutel", trial::form_key(who));
        values.try_emplace("id", school.world.id().text());
        who.post(to, values);
        EXPECT_EQ(who.status(), 303) << to;
    }
    std::string home_of(visitor::Visitor& who) {
        who.get("/");
        EXPECT_EQ(who.status(), 200);
        return trial::between(who.body(), "<main", "</main>");
    }
    void answer_the_school() { send(amina, "/vragen", {{"halen", "Een vak"}}); }
    // Somebody who travels along asks how the compass stands.
    void ask_how_it_stands() {
        const access::Thing company{"travel_company", school.world.id(), school.id("amina")};
        const SealedAsking sealed = prepare_asking(school.world.school().vault(), {.id = school.world.id(), .what = AskedFor::compass, .about = company, .companion = school.id("counsellor")}, now());
        school.world.school().write_now([&](storage::Writes& writes) {
            EXPECT_EQ(ask(writes, school.world.school().vault(), school.viewer("counsellor"), sealed, now(), school.randomness), AskOutcome::asked);
        });
    }
    void hang_a_wish_that_is_back() {
        const base::Id wish = school.world.id();
        send(amina, "/wensen/nieuw", {{"id", wish.text()}, {"woorden", "Zeilen " + canary}});
        send(amina, "/wensen/" + wish.text() + "/stap", {{"gezien", wish.text()}, {"welke", "als"}, {"als", "own"}, {"herken", "Het waait"}, {"woorden", "Bel ik oom Piet"}});
        send(amina, "/wensen/" + wish.text() + "/gebeurt", {});
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Home, workbench::both, workbench::name);

TEST_P(Home, four_things_and_no_more) {
    school.keep_for("amina", "Het eerste " + canary);
    school.keep_for("amina", "Het tweede");
    school.world.clock().advance(365 * 24h);
    amina = school.signed_in("amina");
    hang_a_wish_that_is_back();
    hang_a_wish_that_is_back();
    const std::string asked_by_school = home_of(amina);
    EXPECT_EQ(count(asked_by_school, "<section"), 3U);
    EXPECT_EQ(count(asked_by_school, "href=\"/vragen\""), 1U);
    ask_how_it_stands();
    const std::string asked = home_of(amina);
    EXPECT_EQ(count(asked, "<section"), 3U);
    EXPECT_EQ(count(asked, "href=\"/vragen\""), 0U) << "one asks at a time, and a person first";
    EXPECT_EQ(count(asked, "href=\"/kompas\""), 1U);
    EXPECT_EQ(count(asked, "class=\"home-map\""), 1U);
    EXPECT_EQ(count(asked, "<li"), 1U) << "one thing of a year ago";
    EXPECT_EQ(count(asked, "ribbon "), 1U) << "one wish";
}

TEST_P(Home, is_the_map_and_one_sentence_when_there_is_nothing) {
    answer_the_school();
    const std::string empty = home_of(amina);
    EXPECT_EQ(count(empty, "<section"), 0U);
    EXPECT_EQ(count(empty, "<a "), 1U);
    EXPECT_EQ(count(empty, "href=\"/kaart\""), 1U);
    EXPECT_TRUE(amina.shows(word::where_are_you.in(base::Language::nl)));
    send(amina, "/kaart/haven/hier", {});
    EXPECT_EQ(count(home_of(amina), "<a "), 1U);
    EXPECT_FALSE(amina.shows(word::where_are_you.in(base::Language::nl)));
    EXPECT_TRUE(amina.shows("Haven"));
}

TEST_P(Home, a_companion_lands_with_whom_they_travel) {
    visitor::Visitor companion = school.signed_in("companion");
    companion.get("/");
    EXPECT_EQ(companion.status(), 303);
    EXPECT_NE(companion.location(), "/kaart");
    send(companion, "/kaart/haven/hier", {});
    EXPECT_FALSE(home_of(companion).empty()) << "who travels too, begins at their own map";
}

TEST_P(Home, leads_who_is_signed_out_to_the_map) {
    visitor::Visitor stranger = school.visitor();
    stranger.get("/");
    EXPECT_EQ(stranger.status(), 303);
    EXPECT_EQ(stranger.location(), "/kaart");
}

TEST_P(Home, shows_nothing_of_somebody_else) {
    school.keep_for("amina", canary);
    school.world.clock().advance(365 * 24h);
    amina = school.signed_in("amina");
    hang_a_wish_that_is_back();
    ask_how_it_stands();
    ASSERT_NE(home_of(amina).find(canary), std::string::npos);
    visitor::Visitor joris = school.signed_in("joris");
    const std::string his = home_of(joris);
    EXPECT_EQ(his.find(canary), std::string::npos);
    EXPECT_EQ(count(his, "href=\"/kompas\""), 0U);
}

TEST_P(Home, looks_back_to_the_day_that_comes_closest_and_not_from_the_bin) {
    const base::Id before = school.keep_for("amina", "Drie dagen eerder");
    school.world.clock().advance(72h);
    const base::Id that_day = school.keep_for("amina", "Op die dag");
    school.world.clock().advance(72h);
    school.keep_for("amina", "Drie dagen later");
    school.world.clock().advance((365 - 3) * 24h);
    amina = school.signed_in("amina");
    EXPECT_NE(home_of(amina).find("Op die dag"), std::string::npos);
    send(amina, "/rugzak/" + that_day.text() + "/weg", {});
    const std::string now_there = home_of(amina);
    EXPECT_EQ(now_there.find("Op die dag"), std::string::npos);
    EXPECT_TRUE(now_there.find("Drie dagen") != std::string::npos) << before.text();
    school.world.clock().advance(60 * 24h);
    amina = school.signed_in("amina");
    EXPECT_EQ(home_of(amina).find("Drie dagen"), std::string::npos) << "another time of the year";
}

}  // namespace
}  // namespace loopbaankaart::journey
