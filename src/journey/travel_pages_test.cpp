// Travelling as a visitor does it: told afterwards, undone, over the years, on a map that changed.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "trial.hpp"

namespace loopbaankaart::journey {
namespace {

class TravelPages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};  // 1 September 2026

    std::vector<PlaceVisit> visits(std::string_view user_name = "amina") {
        std::vector<PlaceVisit> found;
        const access::Viewer who = school.viewer(user_name);
        school.site.school->read([&](storage::Reads& reads) { found = visits_of(reads, who); });
        return found;
    }
    static void tell(visitor::Visitor& visitor, const std::string& place, const std::string& when) {
        visitor.get("/kaart/" + place + "/was-hier");
        visitor.submit("/kaart/" + place + "/was-hier", {{"wanneer", when}});
    }
    // Straight into the store, of a place that the map no longer has.
    void was_at_gone_place(std::string_view when) {
        PlaceVisit visit = told({.id = school.world.id(), .place = "opgeheven", .place_name = "De oude opgeheven", .spot = pen::Point{400, 500}},
                                *understood(when, {school.world.clock().now(), school.site.time_zone}));
        const access::Viewer amina = school.viewer("amina");
        school.world.school().write_now([&](storage::Writes& writes) { arrive(writes, amina, visit); });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, TravelPages, workbench::both, workbench::name);

TEST_P(TravelPages, was_here_is_told_with_one_question_and_undone) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/wensboom");
    EXPECT_TRUE(amina.shows("href=\"/kaart/wensboom/was-hier\""));
    tell(amina, "wensboom", "vorig jaar");
    EXPECT_EQ(amina.status(), 303);
    amina.follow();
    EXPECT_TRUE(amina.shows("2025"));
    EXPECT_TRUE(amina.shows("/kaart/wensboom/hier\"")) << "one was there, and is not";
    ASSERT_EQ(visits().size(), 1u);
    EXPECT_TRUE(visits()[0].spot);
    const std::string undo = "/reis/" + visits()[0].id.text() + "/weg";
    const visitor::Visitor before = amina;
    for (visitor::Visitor again : {before, before}) {
        again.submit(undo);
        EXPECT_EQ(again.status(), 303);
        EXPECT_TRUE(again.location().starts_with("/kaart/wensboom"));
        EXPECT_TRUE(visits().empty());
    }
}

TEST_P(TravelPages, nothing_said_is_an_answer) {
    auto amina = school.signed_in("amina");
    tell(amina, "wensboom", "");
    EXPECT_EQ(amina.status(), 303);
    ASSERT_EQ(visits().size(), 1u);
    EXPECT_EQ(visits()[0].said, Precision::unknown);
}

TEST_P(TravelPages, a_time_that_cannot_be_is_asked_for_again_and_not_lost) {
    auto amina = school.signed_in("amina");
    for (const char* typed : {"31 februari 2025", "12 maart 2031", "zomer 1200", "winter 2025", "toen &lt; \"ooit\""}) {
        tell(amina, "wensboom", typed);
        EXPECT_EQ(amina.status(), 422) << typed;
        EXPECT_TRUE(amina.shows("veld-wanneer")) << typed;
    }
    EXPECT_TRUE(amina.shows("value=\"toen &amp;lt; &quot;ooit&quot;\""));
    EXPECT_TRUE(visits().empty());
}

TEST_P(TravelPages, the_same_form_again_makes_one_visit_and_brings_none_back) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/wensboom/was-hier");
    const std::string id = school.world.id().text();
    for (int again = 0; again < 3; ++again) {
        visitor::Visitor same = amina;
        same.submit("/kaart/wensboom/was-hier", {{"id", id}, {"wanneer", "vorig jaar"}});
        EXPECT_EQ(same.status(), 303);
        EXPECT_EQ(visits().size(), 1u);
    }
    visitor::Visitor away = amina;
    away.get("/reis/" + id + "/weg");
    away.submit("/reis/" + id + "/weg");
    amina.submit("/kaart/wensboom/was-hier", {{"id", id}, {"wanneer", "vorig jaar"}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_TRUE(visits().empty());
}

TEST_P(TravelPages, arriving_is_undone) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/hier");
    amina.follow();
    amina.submit("/reis/" + visits().at(0).id.text() + "/weg");
    amina.follow();
    EXPECT_TRUE(amina.shows("/kaart/haven/hier\""));
    EXPECT_TRUE(visits().empty());
}

TEST_P(TravelPages, moving_on_is_undone_and_only_that) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/hier");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/verder");
    amina.follow();
    const std::string undo = "/reis/" + visits().at(0).id.text() + "/terug";
    const visitor::Visitor before = amina;
    amina.submit(undo);
    EXPECT_EQ(amina.status(), 303);
    amina.follow();
    EXPECT_TRUE(amina.shows("/kaart/haven/verder"));
    EXPECT_FALSE(visits().at(0).until);
    school.world.clock().advance(std::chrono::hours{1});
    amina.submit("/kaart/haven/verder");
    visitor::Visitor late = before;
    late.submit(undo);
    EXPECT_TRUE(visits().at(0).until) << "sent again, it does not undo what was done since";
}

TEST_P(TravelPages, undo_is_offered_while_there_is_something_to_undo) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/hier");
    const std::string arrived{amina.location()};
    amina.follow();
    EXPECT_TRUE(amina.shows("/weg\""));
    amina.submit("/kaart/haven/verder");
    const std::string went_on{amina.location()};
    amina.follow();
    EXPECT_TRUE(amina.shows("/terug\""));
    amina.get(arrived);
    EXPECT_FALSE(amina.shows("/weg\"")) << "they went on since";
    amina.submit("/kaart/haven/hier");
    amina.get(went_on);
    EXPECT_FALSE(amina.shows("/terug\"")) << "they are there again";
}

TEST_P(TravelPages, nobody_undoes_or_takes_away_what_is_somebody_elses) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/hier");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/verder");
    const PlaceVisit visit = visits().at(0);
    for (const char* name : {"joris", "administrator", "counsellor"}) {
        auto other = school.signed_in(name);
        other.get("/reis/" + visit.id.text() + "/weg");
        EXPECT_EQ(other.status(), 404);
        other.get("/kaart/haven?gedaan=verder&bezoek=" + visit.id.text());
        EXPECT_FALSE(other.shows("/terug"));
        const std::string key = trial::form_key(other);
        other.post("/reis/" + visit.id.text() + "/weg", {{"sleutel", key}});
        other.post("/reis/" + visit.id.text() + "/terug", {{"sleutel", key}, {"plek", "haven"}, {"einde", std::to_string(base::milliseconds(*visit.until))}});
    }
    ASSERT_EQ(visits().size(), 1u);
    EXPECT_TRUE(visits()[0].until);
}

TEST_P(TravelPages, the_journey_is_a_list_and_a_visit_leaves_it_after_a_question) {
    auto amina = school.signed_in("amina");
    amina.get("/reis");
    EXPECT_TRUE(amina.shows("href=\"/kaart\""));
    tell(amina, "wensboom", "zomer 2024");
    tell(amina, "jungle", "langer geleden");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/hier");
    amina.get("/reis");
    for (const char* shown : {"2026", "2024", "zomer 2024", "voor 2025", "href=\"/kaart/wensboom\"", "/kaart/haven/verder"}) EXPECT_TRUE(amina.shows(shown)) << shown;
    for (const char* judging : {"%", "<progress", "<meter", "<ol"}) EXPECT_FALSE(amina.shows(judging)) << judging;
    amina.get("/reis?tot=2025");
    EXPECT_TRUE(amina.shows("zomer 2024"));
    EXPECT_FALSE(amina.shows("/kaart/haven/verder"));
    const std::string away = "/reis/" + visits().at(1).id.text() + "/weg";
    amina.get(away);
    EXPECT_EQ(visits().size(), 3u);
    amina.submit(away);
    EXPECT_EQ(amina.location(), "/reis?gedaan=weg");
    amina.follow();
    EXPECT_FALSE(amina.shows("zomer 2024"));
}

TEST_P(TravelPages, the_map_walks_through_the_years) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart");
    EXPECT_FALSE(amina.shows("tot="));
    tell(amina, "wensboom", "zomer 2024");
    tell(amina, "jungle", "maart 2025");
    tell(amina, "bergen", "");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/hier");
    amina.get("/kaart");
    EXPECT_TRUE(amina.shows("href=\"/kaart?tot=2024\""));
    EXPECT_TRUE(amina.shows("href=\"/kaart?tot=2025\""));
    EXPECT_FALSE(amina.shows("tot=2026"));
    EXPECT_TRUE(amina.shows("class=\"flag\""));
    amina.get("/kaart?tot=2024");
    EXPECT_TRUE(amina.shows("zomer 2024"));
    EXPECT_FALSE(amina.shows("maart 2025"));
    EXPECT_FALSE(amina.shows("class=\"flag\""));
    EXPECT_FALSE(amina.shows("class=\"trail\"")) << "one place, no way yet";
    EXPECT_TRUE(amina.shows("href=\"/kaart/jungle?tot=2024#")) << "all land stays, and so does the year";
    amina.get("/kaart?tot=2025");
    EXPECT_TRUE(amina.shows("maart 2025"));
    EXPECT_TRUE(amina.shows("class=\"trail\""));
    amina.get("/kaart?tot=2025&weergave=lijst");
    EXPECT_EQ(amina.location(), "/reis?tot=2025");
    for (const char* odd : {"/kaart?tot=", "/kaart?tot=nu", "/kaart?tot=-1", "/kaart?tot=0", "/kaart?tot=9999", "/kaart?tot=99999999999999999999", "/reis?tot=x",
                            "/reis?tot=9999"}) {
        amina.get(odd);
        EXPECT_EQ(amina.status(), 200) << odd;
    }
}

TEST_P(TravelPages, who_is_signed_out_sees_no_years) {
    auto visitor = school.visitor();
    visitor.get("/kaart?tot=2024");
    EXPECT_EQ(visitor.status(), 200);
    EXPECT_FALSE(visitor.shows("class=\"legend years\""));
    visitor.get("/reis");
    EXPECT_NE(visitor.status(), 200);
}

// After a printed reset code somebody else may have signed in.
TEST_P(TravelPages, a_journey_is_closed_while_own_content_is) {
    was_at_gone_place("vorig jaar");
    auto amina = school.signed_in("amina");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/hier");
    const base::Instant tomorrow = school.world.clock().now() + std::chrono::hours{24};
    const std::string sql = fmt::format("UPDATE person SET content_closed_until = {}", base::milliseconds(tomorrow));
    const storage::Query<0> close{"test.close", sql, sql};
    school.world.school().write_now([&](storage::Writes& writes) { writes.run(close); });
    for (const char* page : {"/kaart", "/kaart?tot=2025", "/kaart?weergave=lijst", "/kaart/haven", "/reis", "/reis?tot=2025"}) {
        amina.get(page);
        for (const char* own : {"De oude opgeheven", "class=\"flag\"", "state here", "href=\"/reis"}) EXPECT_FALSE(amina.shows(own)) << page << " " << own;
    }
}

TEST_P(TravelPages, a_place_the_school_took_away_keeps_its_name_and_its_spot) {
    was_at_gone_place("vorig jaar");
    auto amina = school.signed_in("amina");
    amina.get("/reis");
    EXPECT_TRUE(amina.shows("De oude opgeheven"));
    EXPECT_FALSE(amina.shows("href=\"/kaart/opgeheven\""));
    amina.get("/kaart");
    EXPECT_TRUE(amina.shows("De oude opgeheven"));
    EXPECT_TRUE(amina.shows("class=\"gone\""));
    amina.get("/kaart?tot=2024");
    EXPECT_FALSE(amina.shows("De oude opgeheven"));
}

TEST_P(TravelPages, one_moves_on_from_a_place_that_was_taken_away) {
    const access::Viewer who = school.viewer("amina");
    const PlaceVisit open{.id = school.world.id(), .place = "opgeheven", .since = school.world.clock().now(), .until = {}, .place_name = "De oude opgeheven"};
    school.world.school().write_now([&](storage::Writes& writes) { arrive(writes, who, open); });
    auto amina = school.signed_in("amina");
    amina.get("/reis");
    amina.submit("/kaart/opgeheven/verder");
    EXPECT_EQ(amina.location(), "/reis");
    EXPECT_TRUE(visits().at(0).until);
}

TEST_P(TravelPages, nobody_was_at_a_thing_or_nowhere) {
    auto amina = school.signed_in("amina");
    for (const char* path : {"/kaart/kompas/was-hier", "/kaart/nergens/was-hier"}) {
        amina.get(path);
        EXPECT_EQ(amina.status(), 404) << path;
        amina.get("/kaart/wensboom");
        amina.post(path, {{"sleutel", trial::form_key(amina)}, {"wanneer", "vandaag"}});
        EXPECT_EQ(amina.status(), 404) << path;
    }
}

}  // namespace
}  // namespace loopbaankaart::journey
