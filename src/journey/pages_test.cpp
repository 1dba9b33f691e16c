#include "pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "trial.hpp"

namespace loopbaankaart::journey {
namespace {

class JourneyPages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};

    static std::string thing_path(const base::Id& id) { return "/rugzak/" + id.text(); }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, JourneyPages, workbench::both, workbench::name);

TEST_P(JourneyPages, a_place_invites_who_is_signed_out_and_offers_no_form) {
    auto visitor = school.visitor();
    visitor.get("/kaart/wensboom");
    EXPECT_EQ(visitor.status(), 200);
    EXPECT_TRUE(visitor.shows("/inloggen?naar=%2Fkaart%2Fwensboom"));
    EXPECT_FALSE(visitor.shows("/kaart/wensboom/hier"));
    EXPECT_FALSE(visitor.shows("/kaart/wensboom/bewaren"));
}

TEST_P(JourneyPages, a_student_arrives_keeps_words_and_finds_both_after_a_restart) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/wensboom");
    amina.submit("/kaart/wensboom/hier");
    EXPECT_EQ(amina.status(), 303);
    amina.follow();
    amina.submit("/kaart/wensboom/bewaren", {{"woorden", "Later iets met water."}});
    EXPECT_EQ(amina.status(), 303);

    school.restart();
    amina.get("/kaart/wensboom");
    EXPECT_TRUE(amina.shows("Later iets met water."));
    EXPECT_TRUE(amina.shows("/kaart/wensboom/verder"));
    EXPECT_FALSE(amina.shows("/kaart/wensboom/hier\""));
    amina.get("/rugzak");
    EXPECT_TRUE(amina.shows("Later iets met water."));
}

TEST_P(JourneyPages, the_place_of_the_backpack_leads_to_ones_own) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/rugzak");
    EXPECT_TRUE(amina.shows("class=\"pockets\""));
    amina.get("/kaart/haven");
    EXPECT_FALSE(amina.shows("class=\"pockets\""));
}

TEST_P(JourneyPages, nobody_is_at_a_thing_that_is_taken_along_but_keeps_things_with_it) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/kompas");
    EXPECT_FALSE(amina.shows("/kaart/kompas/hier"));
    amina.submit("/kaart/kompas/bewaren", {{"woorden", "Klopt het nog?"}});
    EXPECT_EQ(amina.status(), 303);
    amina.get("/kaart/kompas");
    EXPECT_TRUE(amina.shows("Klopt het nog?"));
    amina.post("/kaart/kompas/hier", {{"sleutel", trial::form_key(amina)}, {"id", school.world.id().text()}});
    EXPECT_EQ(amina.status(), 404);
    amina.get("/kaart");
    EXPECT_FALSE(amina.shows("state here"));
}

TEST_P(JourneyPages, moving_on_and_coming_back) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/hier");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/verder");
    EXPECT_EQ(amina.status(), 303);
    amina.follow();
    EXPECT_TRUE(amina.shows("/kaart/haven/hier"));
    amina.submit("/kaart/haven/hier");
    amina.follow();
    EXPECT_TRUE(amina.shows("/kaart/haven/verder"));
}

TEST_P(JourneyPages, every_role_travels) {
    for (std::size_t role = 0; role < access::role_count; ++role) {
        auto traveller = school.signed_in(access::code(static_cast<access::Role>(role)));
        traveller.get("/kaart/wensboom");
        traveller.submit("/kaart/wensboom/hier");
        EXPECT_EQ(traveller.status(), 303);
        traveller.get("/kaart");
        EXPECT_TRUE(traveller.shows("here")) << role;
    }
}

TEST_P(JourneyPages, an_unknown_place_is_absent) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/wensboom");
    const std::string key = trial::form_key(amina);
    for (const char* path : {"/kaart/nergens/hier", "/kaart/nergens/bewaren"}) {
        amina.post(path, {{"sleutel", key}, {"woorden", "x"}});
        EXPECT_EQ(amina.status(), 404) << path;
    }
}

TEST_P(JourneyPages, a_place_that_the_school_took_away_stays_readable) {
    school.keep_for("amina", "Van vroeger", "opgeheven");
    auto amina = school.signed_in("amina");
    amina.get("/rugzak");
    EXPECT_TRUE(amina.shows("De oude opgeheven"));
    EXPECT_FALSE(amina.shows("href=\"/kaart/opgeheven\""));
}

TEST_P(JourneyPages, empty_words_are_asked_for_again) {
    auto amina = school.signed_in("amina");
    for (const char* empty : {"", "  \r\n ", "\x01"}) {
        amina.get("/kaart/wensboom");
        amina.submit("/kaart/wensboom/bewaren", {{"woorden", empty}});
        EXPECT_EQ(amina.status(), 422);
    }
    EXPECT_TRUE(school.words_of("amina").empty());
}

TEST_P(JourneyPages, too_many_words_are_not_lost) {
    auto amina = school.signed_in("amina");
    std::string words = "begin " + std::string(9'990, 'a') + " einde";
    ASSERT_EQ(words.size(), 10'002u);
    amina.get("/kaart/wensboom");
    amina.submit("/kaart/wensboom/bewaren", {{"woorden", words}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(words));
    words.resize(10'000);
    amina.submit("/kaart/wensboom/bewaren", {{"woorden", words}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(school.words_of("amina"), std::vector<std::string>{words});
}

TEST_P(JourneyPages, what_is_typed_stays_text) {
    const std::vector<std::string> payloads{"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><svg onload=alert(1)>",
                                            "{{7*7}}", "javascript:alert(1)", "'; DROP TABLE kept_thing; --", std::string{"voor\0na", 7}};
    auto amina = school.signed_in("amina");
    for (const std::string& payload : payloads) {
        amina.get("/kaart/wensboom");
        amina.submit("/kaart/wensboom/bewaren", {{"woorden", payload}});
        ASSERT_EQ(amina.status(), 303) << payload;
    }
    for (const char* path : {"/kaart/wensboom", "/rugzak"}) {
        amina.get(path);
        for (const char* markup : {"<script>alert", "<img src=x", "<svg onload"}) EXPECT_FALSE(amina.shows(markup)) << path << markup;
    }
    const auto kept = school.words_of("amina");
    EXPECT_EQ(kept.size(), payloads.size());
    EXPECT_EQ(std::count(kept.begin(), kept.end(), "voorna"), 1) << "control characters are left out";
}

TEST_P(JourneyPages, the_backpack_turns_its_pages) {
    for (int at = 0; at < 25; ++at) school.keep_for("amina", "ding nummer " + std::to_string(at) + ".");
    auto amina = school.signed_in("amina");
    amina.get("/rugzak");
    EXPECT_TRUE(amina.shows("ding nummer 24."));
    EXPECT_TRUE(amina.shows("ding nummer 1."));
    EXPECT_FALSE(amina.shows("ding nummer 0."));
    const std::size_t at = amina.body().find("/rugzak?voor=");
    ASSERT_NE(at, std::string::npos);
    amina.get(amina.body().substr(at, amina.body().find('"', at) - at));
    EXPECT_TRUE(amina.shows("ding nummer 0."));
    EXPECT_FALSE(amina.shows("ding nummer 1."));
    amina.get("/rugzak?voor=onzin");
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(JourneyPages, a_picture_comes_as_nothing_but_a_picture) {
    const base::Id photo = school.keep_for("amina", "een foto", "wensboom", trial::picture_with("<html><script>alert(1)</script>"));
    auto amina = school.signed_in("amina");
    amina.get(trial::picture_path(photo));
    EXPECT_EQ(amina.status(), 200);
    EXPECT_EQ(amina.reply().type, "image/webp");
    EXPECT_EQ(amina.body(), trial::picture_with("<html><script>alert(1)</script>"));
    std::map<std::string, std::string> headers{amina.reply().headers.begin(), amina.reply().headers.end()};
    EXPECT_EQ(headers["Cache-Control"], "private, no-store");
    EXPECT_NE(headers["Content-Security-Policy"].find("sandbox"), std::string::npos);
    amina.get(thing_path(photo));
    EXPECT_TRUE(amina.shows(trial::picture_path(photo)));
}

TEST_P(JourneyPages, what_is_thrown_away_can_be_taken_out_of_the_bin) {
    const base::Id thing = school.keep_for("amina", "Dit wil ik kwijt", "wensboom", trial::picture_with("pixels"));
    auto amina = school.signed_in("amina");
    amina.get(thing_path(thing));
    amina.submit(thing_path(thing) + "/weg");
    amina.follow();
    EXPECT_TRUE(amina.shows("Dit wil ik kwijt"));
    for (const char* path : {"/rugzak", "/kaart/wensboom"}) {
        amina.get(path);
        EXPECT_FALSE(amina.shows("Dit wil ik kwijt")) << path;
    }
    amina.get(thing_path(thing));
    amina.submit(thing_path(thing) + "/terug");
    amina.get("/rugzak");
    EXPECT_TRUE(amina.shows("Dit wil ik kwijt"));
}

TEST_P(JourneyPages, what_lies_in_the_bin_for_a_week_is_gone) {
    const base::Id thrown = school.keep_for("amina", "Dit wil ik kwijt", "wensboom", trial::picture_with("pixels"));
    school.keep_for("amina", "Dit blijft");
    auto amina = school.signed_in("amina");
    amina.get(thing_path(thrown));
    amina.submit(thing_path(thrown) + "/weg");
    school.world.clock().advance(std::chrono::days{7} - std::chrono::seconds{1});
    empty_bins(school.world.school(), school.world.clock().now());
    amina = school.signed_in("amina");
    amina.get(thing_path(thrown));
    EXPECT_EQ(amina.status(), 200);
    school.world.clock().advance(std::chrono::seconds{1});
    empty_bins(school.world.school(), school.world.clock().now());
    for (const std::string& path : {thing_path(thrown), trial::picture_path(thrown)}) {
        amina.get(path);
        EXPECT_EQ(amina.status(), 404) << path;
    }
    EXPECT_TRUE(was_removed(school.world.school().vault(), school.viewer("amina"), thrown));
    EXPECT_EQ(school.words_of("amina"), std::vector<std::string>{"Dit blijft"});
}

TEST_P(JourneyPages, what_is_removed_for_good_is_gone) {
    const base::Id thing = school.keep_for("amina", "Dit wil ik kwijt", "wensboom", trial::picture_with("pixels"));
    auto amina = school.signed_in("amina");
    amina.get(thing_path(thing) + "/voorgoed");
    EXPECT_TRUE(amina.shows("Dit wil ik kwijt"));
    const visitor::Visitor earlier = amina;
    amina.submit(thing_path(thing) + "/voorgoed");
    EXPECT_EQ(amina.status(), 303);
    for (const std::string& path : {thing_path(thing), thing_path(thing) + "/voorgoed", trial::picture_path(thing)}) {
        amina.get(path);
        EXPECT_EQ(amina.status(), 404) << path;
    }
    EXPECT_TRUE(school.words_of("amina").empty());
    visitor::Visitor twice = earlier;
    twice.submit(thing_path(thing) + "/voorgoed");
    EXPECT_EQ(twice.status(), 303);

    amina.get("/kaart/wensboom");
    amina.submit("/kaart/wensboom/bewaren", {{"id", thing.text()}, {"woorden", "Dit wil ik kwijt"}});
    EXPECT_EQ(amina.status(), 409) << "a form that is sent again does not bring it back";
    EXPECT_TRUE(school.words_of("amina").empty());
}

}  // namespace
}  // namespace loopbaankaart::journey
