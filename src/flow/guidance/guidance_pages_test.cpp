// The pages: off they are not there; on, a mentor, a student and a coordinator go through all of it.
#include <gtest/gtest.h>

#include <visitor/visitor.hpp>

#include "trial_guidance.hpp"

namespace loopbaankaart::flow {
namespace {

class GuidancePages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::GuidanceSchool all{GetParam()};
    web::Site site{.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl", .school = all.world.shared_school(), .clock = &all.world.clock(), .randomness = &all.world.randomness()};
    web::Router router{pages()};

    static std::vector<web::Route> pages() {
        std::vector<web::Route> found = access::routes();
        for (web::Route& route : routes()) found.push_back(std::move(route));
        return found;
    }
    visitor::Visitor signed_in(const std::string& name) {
        visitor::Visitor one{site, router};
        one.get("/inloggen");
        one.submit("/inloggen", {{"naam", name}, {"wachtwoord", trial::password}});
        return one;
    }
    std::string of(const access::Viewer& student) { return "/stroom/passend/student/" + student.person.text(); }
    const visitor::Values written{{"soort", "mbo"}, {"doel", "Op tijd praten"}, {"hulp", "Extra lessen"}, {"getoetst", "2026-05-01"}, {"waar", "Bij de FG"}, {"raad", "2026-06-01"}};
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, GuidancePages, workbench::both, workbench::name);

TEST_P(GuidancePages, off_there_is_nothing) {
    for (const char* name : {"bo", "amina", "coordinator", "analyst", "administrator"}) {
        auto visitor = signed_in(name);
        for (const std::string& path : {std::string{"/stroom/passend/kaart"}, std::string{"/stroom/passend/student"}, of(all.amina), std::string{"/stroom/passend/kijk/"} + all.world.id().text(),
                                        std::string{"/passend"}, std::string{"/passend/brief"}, std::string{"/stroom/passend/bezwaar/"} + all.world.id().text()}) {
            visitor.get(path);
            EXPECT_EQ(visitor.status(), 404) << name << path;
        }
    }
    auto amina = signed_in("amina");
    amina.get("/mij");
    amina.post("/passend/bezwaar", {{"sleutel", "x"}, {"id", all.world.id().text()}, {"woorden", "x"}});
    EXPECT_EQ(all.rows("person_objection"), 0);
}

TEST_P(GuidancePages, are_switched_on_with_what_it_is_for_and_never_for_vo) {
    auto coordinator = signed_in("coordinator");
    coordinator.get("/stroom/passend");
    visitor::Values vo = written;
    vo["soort"] = "vo";
    coordinator.submit("/stroom/passend/aan", vo);
    EXPECT_EQ(coordinator.status(), 422);
    EXPECT_TRUE(coordinator.shows("Extra lessen")) << "what was typed stays";
    visitor::Values later = written;
    later["raad"] = "2027-01-01";
    coordinator.submit("/stroom/passend/aan", later);
    EXPECT_EQ(coordinator.status(), 422);
    EXPECT_EQ(all.rows("person_switch"), 0);
    coordinator.submit("/stroom/passend/aan", written);
    EXPECT_EQ(coordinator.status(), 303);
    EXPECT_EQ(all.rows("person_switch"), 1);
    auto analyst = signed_in("analyst");
    analyst.get("/stroom/passend");
    EXPECT_TRUE(analyst.shows("Extra lessen"));
    EXPECT_FALSE(analyst.shows("action=\"/stroom/passend/uit\""));
}

TEST_P(GuidancePages, go_from_a_look_to_an_objection_and_its_answer) {
    all.ready();
    auto bo = signed_in("bo");
    bo.get("/stroom/passend/student");
    EXPECT_TRUE(bo.shows("amina") && !bo.shows("fatma"));
    bo.get("/stroom/passend/student?wie=" + all.amina.person.text());
    EXPECT_EQ(bo.location(), of(all.amina));
    bo.follow();
    bo.submit(of(all.amina), {{"reden", " "}});
    EXPECT_EQ(bo.status(), 422);
    EXPECT_EQ(all.rows("person_look"), 0);
    bo.submit(of(all.amina), {{"reden", "Een gesprek <b>voorbereiden</b>"}});
    ASSERT_EQ(bo.status(), 303);
    const std::string page{bo.location()};
    bo.follow();
    EXPECT_TRUE(bo.shows("van de 100") && bo.shows("&lt;b&gt;"));
    bo.submit(page, {{"oordeel", "anders"}, {"reden", ""}});
    EXPECT_EQ(bo.status(), 422);
    EXPECT_TRUE(bo.shows("van de 100")) << "still open";
    bo.submit(page, {{"oordeel", "anders"}, {"reden", "Je vertelde iets anders"}});
    EXPECT_EQ(bo.status(), 303);

    auto amina = signed_in("amina");
    amina.get("/passend");
    EXPECT_TRUE(amina.shows("bo, ") && amina.shows("Je vertelde iets anders") && !amina.shows("<b>voor"));
    amina.get("/passend/brief");
    EXPECT_TRUE(amina.shows("van de 100") && amina.shows("Extra lessen"));
    amina.get("/passend");
    amina.submit("/passend/bezwaar", {{"woorden", "Liever eerst praten"}});
    EXPECT_EQ(amina.status(), 303);
    bo.get(page);
    EXPECT_FALSE(bo.shows("van de 100"));
    bo.get(of(all.amina));
    EXPECT_FALSE(bo.shows("name=\"reden\""));

    auto coordinator = signed_in("coordinator");
    coordinator.get("/stroom/passend");
    const auto at = coordinator.body().find("/stroom/passend/bezwaar/");
    ASSERT_NE(at, std::string::npos);
    const std::string objection = coordinator.body().substr(at, 24 + 26);
    coordinator.get(objection);
    EXPECT_TRUE(coordinator.shows("Liever eerst praten"));
    EXPECT_FALSE(coordinator.shows("van de 100")) << "who answers sees no chances";
    coordinator.submit(objection, {{"uitkomst", "door"}, {"woorden", "We praten eerst"}});
    EXPECT_EQ(coordinator.status(), 303);
    amina.get("/passend");
    EXPECT_TRUE(amina.shows("We praten eerst"));
    bo.get(of(all.amina));
    EXPECT_TRUE(bo.shows("name=\"reden\""));
}

TEST_P(GuidancePages, show_the_card_to_who_reads_figures_and_no_student_in_it) {
    all.ready();
    for (const char* name : {"analyst", "coordinator"}) {
        auto visitor = signed_in(name);
        visitor.get("/stroom/passend/kaart");
        EXPECT_EQ(visitor.status(), 200);
        EXPECT_TRUE(visitor.shows("gender: f") && visitor.shows("XGBoost"));
        for (const char* student : {"amina", "joris"}) EXPECT_FALSE(visitor.shows(student));
        visitor.get("/stroom/passend");
        for (const char* student : {"amina", "joris"}) EXPECT_FALSE(visitor.shows(student));
    }
    auto bo = signed_in("bo");
    bo.get("/stroom/passend/kaart");
    EXPECT_EQ(bo.status(), 404);
}

TEST_P(GuidancePages, gone_when_it_is_switched_off) {
    all.ready();
    auto coordinator = signed_in("coordinator");
    coordinator.get("/stroom/passend");
    coordinator.submit("/stroom/passend/uit");
    EXPECT_EQ(coordinator.status(), 303);
    EXPECT_EQ(all.rows("person_evidence") + all.rows("person_model"), 0);
    auto amina = signed_in("amina");
    amina.get("/passend");
    EXPECT_EQ(amina.status(), 404);
}

}  // namespace
}  // namespace loopbaankaart::flow
