// Company as two browsers use it: a traveller asks somebody along, who finds it at /mee, until it ends.
#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "company_words.hpp"
#include "trial_company.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

const std::string invite_page = "/gezelschap/meenemen";

class CompanyPages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::CompanySchool school{GetParam()};
    visitor::Visitor amina = school.signed_in("amina"), companion = school.signed_in("companion");

    void invite(visitor::Values values = {}) {
        values.insert({{"wie", school.id("companion").text()}, {"is", "familie"}, {"stuk", "Mijn stage " + trial::wanted_part}, {"tot", "week"}});
        amina.get(invite_page);
        amina.submit(invite_page, values);
    }
    std::string along_page() { return "/mee/" + school.along("companion").at(0).id.text(); }
    std::string own_page() { return "/gezelschap/met/" + school.company("amina").at(0).id.text(); }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, CompanyPages, workbench::both, workbench::name);

TEST_P(CompanyPages, ask_somebody_along_who_finds_it_at_mee) {
    const base::Id thing = school.keep_for("amina", "Voor ons gesprek"), other = school.keep_for("amina", "Iets anders");
    invite({{"ding", thing.text()}});
    ASSERT_EQ(amina.status(), 303);
    EXPECT_TRUE(amina.location().starts_with(own_page()));
    amina.follow();
    EXPECT_TRUE(amina.shows("Persoon companion") && amina.shows(trial::wanted_part) && amina.shows(school.page_of(thing)));
    EXPECT_FALSE(amina.shows(other.text()));
    companion.get("/mee");
    EXPECT_TRUE(companion.shows("Persoon amina") && companion.shows(trial::wanted_part) && companion.shows(school.page_of(thing)) && companion.shows(along_page()));
    EXPECT_FALSE(companion.shows("Voor ons gesprek")) << "read on its page, where Amina sees who looked";
    companion.get(along_page());
    EXPECT_EQ(companion.status(), 200);
    EXPECT_TRUE(companion.shows(trial::wanted_part) && companion.shows(school.page_of(thing)));
    EXPECT_FALSE(companion.shows(word::companion_family.in(base::Language::nl))) << "what they are to Amina is hers";
    companion.get(school.page_of(thing));
    EXPECT_TRUE(companion.shows("Voor ons gesprek"));
    companion.get("/gedeeld");
    EXPECT_EQ(companion.location(), "/mee");
}

TEST_P(CompanyPages, of_others_are_absent) {
    invite();
    const std::string own = own_page(), along = along_page();
    for (const char* who : {"joris", "counsellor", "administrator", "companion"}) {
        auto other = school.signed_in(who);
        other.get(own);
        EXPECT_EQ(other.status(), 404) << who;
        other.get("/mee");
        if (std::string_view{who} != "companion") {
            EXPECT_FALSE(other.shows(trial::wanted_part)) << who;
            other.get(along);
            EXPECT_EQ(other.status(), 404) << who;
        }
        other.post(own + "/einde", {{"sleutel", trial::form_key(other)}});
        EXPECT_EQ(school.company("amina").size(), 1u) << who;
    }
    amina.get(along);
    EXPECT_EQ(amina.status(), 404) << "Amina travels, and not along";
}

TEST_P(CompanyPages, ask_how_the_compass_stands_once) {
    invite();
    const std::string page = along_page();
    companion.get(page);
    visitor::Visitor again = companion;
    companion.submit(page + "/kompas");
    EXPECT_EQ(companion.location(), page);
    companion.get(page);
    EXPECT_FALSE(companion.shows("action=\"" + page + "/kompas\""));
    again.submit(page + "/kompas");
    EXPECT_EQ(again.status(), 303);
    amina.get("/kompas");
    EXPECT_TRUE(amina.shows("Persoon companion"));
    const std::string asked = [&] { companion.get(page); return companion.body(); }();
    amina.submit("/kompas/gevraagd/" + trial::between(amina.body(), "/kompas/gevraagd/", "/later").substr(17) + "/later");
    ASSERT_EQ(amina.status(), 303);
    companion.get(page);
    const std::regex own{"name=\"(sleutel|id)\" value=\"[^\"]*\""};
    EXPECT_EQ(std::regex_replace(companion.body(), own, ""), std::regex_replace(asked, own, "")) << "put aside, it looks the same";
}

TEST_P(CompanyPages, end_at_once_and_look_as_if_there_had_been_nothing) {
    const base::Id thing = school.keep_for("amina", "Voor ons gesprek");
    companion.get("/mee");
    const std::string never = companion.body();
    companion.get("/mee/" + school.world.id().text());
    const std::string absent = companion.body();
    invite({{"ding", thing.text()}});
    const std::string page = along_page(), own = own_page();
    companion.get(page);
    visitor::Visitor open = companion;  // the page stays open
    amina.get(own);
    visitor::Visitor twice = amina;
    amina.submit(own + "/einde");
    EXPECT_EQ(amina.status(), 303);
    twice.submit(own + "/einde");
    EXPECT_EQ(twice.status(), 303) << "there is nothing left to end";
    open.submit(page + "/kompas");
    EXPECT_EQ(open.status(), 404);
    const std::regex own_key{"name=\"(sleutel|id)\" value=\"[^\"]*\""};
    const auto same = [&](std::string one, std::string other) { return std::regex_replace(one, own_key, "") == std::regex_replace(other, own_key, ""); };
    companion.get("/mee");
    EXPECT_TRUE(same(companion.body(), never));
    companion.get(page);
    EXPECT_EQ(companion.status(), 404);
    EXPECT_TRUE(companion.body().size() == absent.size());
    companion.get(school.page_of(thing));
    EXPECT_EQ(companion.status(), 404);
    amina.get(own);
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(CompanyPages, keep_what_was_typed_when_something_is_wrong) {
    const auto wrong = [&](visitor::Values values, const char* field) {
        invite(std::move(values));
        EXPECT_EQ(amina.status(), 422) << field;
        EXPECT_TRUE(amina.shows(fmt::format("veld-{}-fout", field))) << field;
        EXPECT_TRUE(amina.shows(trial::wanted_part) || std::string_view{field} == "stuk") << field;
    };
    wrong({{"wie", school.id("amina").text()}}, "wie");
    wrong({{"wie", school.id("joris").text()}}, "wie");
    wrong({{"wie", school.world.id().text()}}, "wie");
    wrong({{"wie", "x"}}, "wie");
    wrong({{"is", "baas"}}, "is");
    wrong({{"stuk", " \n "}}, "stuk");
    wrong({{"stuk", std::string(most_in_company_part + 1, 'a')}}, "stuk");
    wrong({{"tot", "dag"}, {"dag", "2020-01-01"}}, "tot");
    wrong({{"ding", school.keep_for("joris", "Van Joris").text()}}, "ding");
    school.set_standing("companion", "left");
    wrong({}, "wie");
    school.set_standing("companion", "active");
    EXPECT_TRUE(school.company("amina").empty() && school.given("amina").empty());
    invite();
    ASSERT_EQ(amina.status(), 303);
    amina.get(invite_page);
    EXPECT_FALSE(amina.shows("value=\"" + school.id("companion").text())) << "who travels along is not to be chosen";
    wrong({}, "wie");
    EXPECT_EQ(school.company("amina").size(), 1u);
}

TEST_P(CompanyPages, sent_again_with_other_words_ask_about_it) {
    amina.get(invite_page);
    visitor::Visitor same_form = amina;
    const visitor::Values values{{"wie", school.id("companion").text()}, {"is", "familie"}, {"stuk", "Eerst"}, {"tot", "week"}};
    amina.submit(invite_page, values);
    visitor::Visitor again = same_form;
    again.submit(invite_page, values);
    EXPECT_EQ(again.status(), 303);
    visitor::Values other = values;
    other["stuk"] = "Daarna " + trial::wanted_part;
    other["wie"] = school.id("counsellor").text();
    same_form.submit(invite_page, other);
    EXPECT_EQ(same_form.status(), 409);
    EXPECT_TRUE(same_form.shows(trial::wanted_part));
    EXPECT_EQ(school.company("amina").size(), 1u);
    same_form.submit(invite_page, other);
    EXPECT_EQ(same_form.status(), 303);
    EXPECT_EQ(school.company("amina").size(), 2u) << "as a new one";
}

TEST_P(CompanyPages, search_the_backpack_and_write_nothing) {
    school.keep_for("amina", "Een dag in de kas");
    invite({{"doen", "zoek"}, {"zoek", "kas"}});
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows(trial::wanted_part) && amina.shows("Een dag in de kas"));
    EXPECT_TRUE(school.company("amina").empty());
}

TEST_P(CompanyPages, show_what_was_asked_and_lead_to_it) {
    const base::Id thing = school.keep_for("amina", "Een lange dag");
    const std::string page = school.page_of(thing) + "/buiten";
    amina.get(page);
    amina.submit(page, {{"wie", school.id("companion").text()}, {"woorden", "Wat zie jij? " + trial::wanted_part}, {"tot", "week"}});
    ASSERT_EQ(amina.status(), 303);
    companion.get("/mee");
    EXPECT_TRUE(companion.shows(trial::wanted_part) && companion.shows("href=\"" + school.page_of(thing) + "\""));
    companion.get(school.page_of(thing));
    companion.submit(school.page_of(thing) + "/reactie", {{"woorden", "Jij straalde"}});
    companion.get("/mee");
    EXPECT_FALSE(companion.shows(trial::wanted_part)) << "answered";
    EXPECT_TRUE(companion.shows(school.page_of(thing))) << "and still shared";
    amina.get(school.page_of(thing));
    EXPECT_TRUE(amina.shows("Jij straalde"));
}

TEST_P(CompanyPages, let_a_question_be_put_aside_by_who_is_asked_alone) {
    const base::Id thing = school.keep_for("amina", "Een lange dag");
    const std::string page = school.page_of(thing) + "/buiten";
    amina.get(page);
    amina.submit(page, {{"wie", school.id("companion").text()}, {"woorden", trial::wanted_part}});
    companion.get("/mee");
    const std::string later = trial::between(companion.body(), "/mee/gevraagd/", "\"");
    auto joris = school.signed_in("joris");
    joris.get("/mee");
    joris.post(later, {{"sleutel", trial::form_key(joris)}});
    EXPECT_EQ(joris.status(), 303);
    companion.get("/mee");
    EXPECT_TRUE(companion.shows(trial::wanted_part));
    amina.get(school.page_of(thing));
    const std::string before = amina.body();
    companion.submit(later);
    EXPECT_EQ(companion.status(), 303);
    companion.get("/mee");
    EXPECT_FALSE(companion.shows(trial::wanted_part));
    amina.get(school.page_of(thing));
    const std::regex own{"name=\"(sleutel|id)\" value=\"[^\"]*\""};
    EXPECT_EQ(std::regex_replace(amina.body(), own, ""), std::regex_replace(before, own, "")) << "who asked does not hear of it";
}

TEST_P(CompanyPages, are_where_a_companion_comes_in) {
    for (const auto& [who, comes_to] : {std::pair{"companion", "/mee"}, std::pair{"amina", ""}, std::pair{"counsellor", ""}}) {
        auto browser = school.signed_in(who);
        browser.get("/inloggen");
        EXPECT_EQ(browser.location(), "/") << who;
        browser.get("/");
        EXPECT_EQ(browser.location(), comes_to) << who;
    }
    school.world.school().write_now([&](storage::Writes& writes) { access::add_role(writes, school.id("companion"), {access::Role::student, {}}); });
    auto both = school.signed_in("companion");
    both.get("/");
    EXPECT_EQ(both.status(), 200) << "who travels as well";
}

}  // namespace
}  // namespace loopbaankaart::journey
