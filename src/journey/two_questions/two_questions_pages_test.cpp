// The two questions as a student meets them, and the answers as staff read them.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "../sharing/trial_sharing.hpp"
#include "two_questions.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

const std::string wanted = "goudvink-7141";

class TwoQuestions : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::SharingSchool school{GetParam()};
    visitor::Visitor amina = school.signed_in("amina");

    void SetUp() override { school.world.clock().advance(1s); }
    // Much later, when she comes back.
    void come_back_after(std::chrono::milliseconds later) {
        school.world.clock().advance(later);
        amina = school.signed_in("amina");
    }
    std::vector<Record> answers(std::string_view of = "amina") {
        std::vector<Record> found;
        school.world.school().read([&](storage::Reads& reads) { found = records_of(reads, school.world.school().vault(), school.viewer(of), RecordKind::answer, 1000); });
        return found;
    }
    base::Id answer(visitor::Visitor& browser, const visitor::Values& values, std::string_view of = "amina") {
        school.world.clock().advance(1s);
        browser.get("/vragen");
        browser.submit("/vragen", values);
        EXPECT_EQ(browser.status(), 303);
        return answers(of).at(0).id;
    }
    static std::string page_of(const base::Id& answer) { return "/vragen/" + answer.text(); }
    // Whether it is asked: one line on the journey, and the way to put it off on its own page.
    bool is_asked(visitor::Visitor& browser) {
        browser.get("/reis");
        const bool line = browser.shows("href=\"/vragen\"");
        browser.get("/vragen");
        EXPECT_EQ(browser.shows("action=\"/vragen-later\""), line);
        return line;
    }
    void put_off(visitor::Visitor& browser, const char* until) {
        browser.get("/vragen");
        browser.submit("/vragen-later", {{"wanneer", until}});
        EXPECT_EQ(browser.status(), 303);
    }
    std::string day_from_now(std::chrono::days days) { return base::iso(school.world.clock().now() + days).substr(0, 10); }
    void set_moment(const std::string& name, std::chrono::days from_now) {
        auto coordinator = school.signed_in("coordinator");
        coordinator.get("/antwoorden/momenten");
        coordinator.submit("/antwoorden/momenten", {{"naam", name}, {"dag", day_from_now(from_now)}});
        EXPECT_EQ(coordinator.status(), 303);
    }
    std::vector<QuestionMoment> moments() {
        std::vector<QuestionMoment> found;
        school.world.school().read([&](storage::Reads& reads) { found = question_moments(reads); });
        return found;
    }
    void withdraw(const QuestionMoment& moment) {
        auto coordinator = school.signed_in("coordinator");
        coordinator.get("/antwoorden/momenten");
        coordinator.submit("/antwoorden/momenten/" + moment.id.text() + "/weg");
        EXPECT_EQ(coordinator.status(), 303);
    }
    void show_to(visitor::Visitor& browser, const base::Id& answer, const char* reader) {
        browser.get(page_of(answer) + "?gedaan=bewaard");
        browser.submit("/deel/antwoord/" + answer.text(), {{"wie", school.id(reader).text()}});
        EXPECT_EQ(browser.status(), 303);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, TwoQuestions, workbench::both, workbench::name);

TEST_P(TwoQuestions, are_answered_and_the_history_stays) {
    answer(amina, {{"halen", "Leren hoe een bedrijf werkt"}, {"dienst", "Laat me vroeg meelopen"}});
    amina.follow();
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows("Leren hoe een bedrijf werkt") && amina.shows("Laat me vroeg meelopen"));
    come_back_after(24h * 40);
    answer(amina, {{"halen", "Een eigen bedrijf beginnen"}});
    amina.get("/vragen");
    EXPECT_TRUE(amina.shows("Een eigen bedrijf beginnen") && amina.shows("Leren hoe een bedrijf werkt"));
    EXPECT_LT(amina.body().find("Een eigen bedrijf beginnen"), amina.body().find("Leren hoe een bedrijf werkt")) << "the newest first";
    EXPECT_EQ(answers().size(), 2u);
}

TEST_P(TwoQuestions, not_knowing_is_an_answer) {
    const base::Id given = answer(amina, {{"weet", "nog-niet"}});
    EXPECT_TRUE(answer_of(answers().at(0)).not_yet);
    amina.get(page_of(given));
    EXPECT_TRUE(amina.shows("href=\"/kaart/reisbureau\"")) << "it leads to experiences";
    EXPECT_FALSE(is_asked(amina)) << "and is not asked again at once";
    answer(amina, {{"weet", "nog-niet"}, {"dienst", "Even niets vragen"}});
    EXPECT_EQ(answer_of(answers().at(0)).service, "Even niets vragen") << "what was typed stays with it";
}

TEST_P(TwoQuestions, keep_what_was_typed_when_something_is_wrong) {
    amina.get("/vragen");
    amina.submit("/vragen", {{"halen", "  "}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("veld-halen-fout"));
    const std::string long_words(most_characters + 1, 'a');
    amina.submit("/vragen", {{"halen", "Een vak leren"}, {"dienst", long_words}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("veld-dienst-fout") && amina.shows(long_words) && amina.shows("Een vak leren"));
    EXPECT_TRUE(answers().empty());
}

TEST_P(TwoQuestions, answered_five_times_at_once_are_answered_once) {
    amina.get("/vragen");
    std::vector<visitor::Visitor> browsers(5, amina);
    std::vector<std::thread> threads;
    for (visitor::Visitor& browser : browsers) threads.emplace_back([&browser] { browser.submit("/vragen", {{"halen", "Een vak leren"}}); });
    for (std::thread& thread : threads) thread.join();
    for (const visitor::Visitor& browser : browsers) EXPECT_EQ(browser.status(), 303);
    EXPECT_EQ(answers().size(), 1u);
    amina.submit("/vragen", {{"halen", "Iets anders"}});
    EXPECT_EQ(amina.status(), 409);
    EXPECT_TRUE(amina.shows("Een vak leren") && amina.shows("Iets anders"));
    amina.submit("/vragen");
    EXPECT_EQ(answers().size(), 2u) << "as a new one";
}

TEST_P(TwoQuestions, are_asked_softly_of_students_and_of_nobody_else) {
    EXPECT_TRUE(is_asked(amina));
    for (const char* role : {"counsellor", "coordinator", "companion", "administrator"}) {
        auto other = school.signed_in(role);
        EXPECT_FALSE(is_asked(other)) << role;
        answer(other, {{"halen", "Zelf ook onderweg"}}, role);
    }
    for (const char* page : {"/kaart", "/rugzak", "/kaart/wensboom", "/delen", "/mee"}) {
        amina.get(page);
        EXPECT_FALSE(amina.shows(word::school_asks.in(base::Language::nl))) << page << ": nowhere else";
    }
}

TEST_P(TwoQuestions, can_be_put_off_for_a_week_or_until_another_moment) {
    auto joris = school.signed_in("joris");
    put_off(amina, "week");
    EXPECT_FALSE(is_asked(amina));
    EXPECT_TRUE(is_asked(joris)) << "of nobody else";
    come_back_after(24h * 7 - 1min);
    EXPECT_FALSE(is_asked(amina));
    come_back_after(1min);
    EXPECT_TRUE(is_asked(amina));
    put_off(amina, "ander-moment");
    come_back_after(24h * 300);
    EXPECT_FALSE(is_asked(amina));
    set_moment("Na de eerste stage", std::chrono::days{0});
    EXPECT_TRUE(is_asked(amina));
    EXPECT_TRUE(amina.shows("Na de eerste stage"));
    answer(amina, {{"halen", "Toch iets met mensen"}});
    EXPECT_FALSE(is_asked(amina));
}

TEST_P(TwoQuestions, are_asked_again_from_the_day_that_the_school_set) {
    answer(amina, {{"weet", "nog-niet"}});
    set_moment("Begin van jaar twee", std::chrono::days{3});
    EXPECT_FALSE(is_asked(amina));
    come_back_after(24h * 3);
    EXPECT_TRUE(is_asked(amina));
    withdraw(moments().at(0));
    EXPECT_TRUE(moments().empty());
    EXPECT_FALSE(is_asked(amina)) << "a moment that was withdrawn is asked no more";
    EXPECT_EQ(answers().size(), 1u) << "and answers stay";
}

TEST_P(TwoQuestions, thrown_away_are_not_asked_for_at_once_and_come_back_out) {
    const base::Id given = answer(amina, {{"halen", wanted}});
    amina.get(page_of(given));
    amina.submit("/eigen/" + given.text() + "/weg");
    EXPECT_TRUE(answers().empty());
    EXPECT_FALSE(is_asked(amina));
    amina.get("/rugzak/prullenbak");
    EXPECT_TRUE(amina.shows(wanted));
    amina.get(page_of(given));
    EXPECT_EQ(amina.status(), 303);
    amina.follow();
    amina.submit("/eigen/" + given.text() + "/terug");
    EXPECT_EQ(answers().size(), 1u);
}

TEST_P(TwoQuestions, say_where_somebody_was_then) {
    amina.get("/kaart/wensboom");
    amina.submit("/kaart/wensboom/hier");
    school.world.clock().advance(1h);
    answer(amina, {{"halen", "Een vak leren"}});
    come_back_after(24h);
    amina.get("/kaart/wensboom");
    amina.submit("/kaart/wensboom/verder");
    amina.get("/kaart/haven");
    amina.submit("/kaart/haven/hier");
    const auto name_of_place = [&](const char* id) {
        base::Language spoken{};
        return school.atlases.of(school.site)->find(id)->in(base::Language::nl, spoken).name;
    };
    amina.get("/vragen");
    EXPECT_TRUE(amina.shows(name_of_place("wensboom")));
    EXPECT_FALSE(amina.shows(name_of_place("haven"))) << "there they were later";
}

TEST_P(TwoQuestions, are_private_until_they_are_shown_by_name) {
    const base::Id given = answer(amina, {{"halen", wanted}});
    auto counsellor = school.signed_in("counsellor"), desk = school.signed_in("desk");
    counsellor.get(page_of(school.world.id()));
    const std::string absent = counsellor.body();
    counsellor.get(page_of(given));
    EXPECT_EQ(counsellor.status(), 404);
    EXPECT_EQ(counsellor.body(), absent);
    counsellor.get("/antwoorden");
    EXPECT_EQ(counsellor.status(), 200);
    EXPECT_FALSE(counsellor.shows(given.text()));

    amina.get(page_of(given) + "?gedaan=bewaard");
    EXPECT_TRUE(amina.shows(school.id("counsellor").text()) && amina.shows(school.id("desk").text()));
    EXPECT_FALSE(amina.shows(" checked")) << "nobody is ticked";
    show_to(amina, given, "counsellor");
    counsellor.get("/antwoorden");
    EXPECT_TRUE(counsellor.shows(given.text()) && counsellor.shows(school.viewer("amina").name));
    EXPECT_FALSE(counsellor.shows(wanted)) << "words are read on their own page";
    counsellor.get(page_of(given));
    EXPECT_TRUE(counsellor.shows(wanted));
    desk.get(page_of(given));
    EXPECT_EQ(desk.status(), 404) << "and to nobody else";
    amina.get(page_of(given) + "?gedaan=bewaard");
    EXPECT_FALSE(amina.shows("value=\"" + school.id("counsellor").text() + "\"")) << "who reads it cannot be chosen again";
}

TEST_P(TwoQuestions, are_replied_to_and_can_be_taken_back) {
    const base::Id given = answer(amina, {{"halen", wanted}});
    show_to(amina, given, "counsellor");
    auto counsellor = school.signed_in("counsellor");
    counsellor.get(page_of(given));
    counsellor.submit("/deel/antwoord/" + given.text() + "/reactie", {{"woorden", "We regelen een meeloopdag"}});
    EXPECT_EQ(counsellor.status(), 303);
    amina.get(page_of(given));
    EXPECT_TRUE(amina.shows("We regelen een meeloopdag"));
    counsellor.get("/antwoorden");
    EXPECT_TRUE(counsellor.shows(word::you_replied.in(base::Language::nl)));
    const auto grant = school.given("amina").at(0);
    EXPECT_EQ(grant.verb, access::Verb::react);
    amina.submit("/delen/" + grant.id.text() + "/terug");
    for (const std::string& page : {page_of(given), std::string{"/antwoorden"}}) {
        counsellor.get(page);
        EXPECT_FALSE(counsellor.shows(wanted) || counsellor.shows(given.text())) << page;
    }
}

TEST_P(TwoQuestions, have_pages_for_staff_alone) {
    for (const char* role : {"amina", "companion", "desk", "analyst", "administrator"})
        for (const char* page : {"/antwoorden", "/antwoorden/momenten"}) {
            if (school.viewer(role).person == school.id("desk")) continue;  // who also is a counsellor of this school
            auto other = school.signed_in(role);
            other.get("/zoiets-is-er-niet");
            other.get(page);
            EXPECT_EQ(other.status(), 404) << role << page;
        }
    for (const char* role : {"counsellor", "teamleader"}) {
        auto guide = school.signed_in(role);
        guide.get("/antwoorden");
        EXPECT_EQ(guide.status(), 200) << role;
        EXPECT_FALSE(guide.shows("/antwoorden/momenten")) << role;
        guide.get("/antwoorden/momenten");
        EXPECT_EQ(guide.status(), 404) << role;
    }
}

TEST_P(TwoQuestions, have_moments_that_are_set_once_and_keep_what_was_typed) {
    auto coordinator = school.signed_in("coordinator");
    coordinator.get("/antwoorden/momenten");
    const visitor::Visitor opened = coordinator;
    visitor::Visitor again = opened, other = opened;
    coordinator.submit("/antwoorden/momenten", {{"naam", "Na de stage"}, {"dag", "morgen"}});
    EXPECT_EQ(coordinator.status(), 422);
    EXPECT_TRUE(coordinator.shows("veld-dag-fout") && coordinator.shows("value=\"Na de stage\""));
    for (int twice = 0; twice < 2; ++twice) {
        again.submit("/antwoorden/momenten", {{"naam", "Na de stage"}, {"dag", "2027-02-01"}});
        EXPECT_EQ(again.status(), 303);
        again = opened;
    }
    EXPECT_EQ(moments().size(), 1u);
    other.submit("/antwoorden/momenten", {{"naam", "Een ander moment"}, {"dag", "2027-02-01"}});
    EXPECT_EQ(other.status(), 422);
    EXPECT_TRUE(other.shows("value=\"Een ander moment\""));
    other.submit("/antwoorden/momenten", {{"naam", "Een ander moment"}, {"dag", "2027-02-01"}});
    EXPECT_EQ(other.status(), 303) << "sent once more it is there";
    EXPECT_EQ(moments().size(), 2u);
    for (const QuestionMoment& moment : moments()) withdraw(moment);
    again.submit("/antwoorden/momenten", {{"naam", "Na de stage"}, {"dag", "2027-02-01"}});
    EXPECT_TRUE(moments().empty()) << "what was withdrawn stays so";
}

TEST_P(TwoQuestions, lie_nowhere_in_the_clear_and_go_with_who_answered) {
    answer(amina, {{"halen", wanted}, {"dienst", "Help me " + wanted}});
    set_moment("Na de stage", std::chrono::days{1});
    come_back_after(24h);
    put_off(amina, "ander-moment");
    EXPECT_EQ(trial::raw_columns(school.world, "own_record", {"body"}).find(wanted), std::string::npos);
    EXPECT_NE(trial::raw_columns(school.world, "question_later", {"owner"}).find(school.id("amina").text()), std::string::npos);
    school.world.school().write_now([&](storage::Writes& writes) { erase_person(writes, school.world.school(), school.id("amina")); });
    EXPECT_EQ(trial::raw_columns(school.world, "question_later", {"owner"}), "");
    EXPECT_TRUE(answers().empty());
}

TEST_P(TwoQuestions, are_read_by_who_left_and_answered_no_more) {
    const base::Id given = answer(amina, {{"halen", wanted}});
    school.world.school().write_now([&](storage::Writes& writes) {
        constexpr storage::Query<2> leave{"test.leave", "UPDATE person SET standing = 'left', left_at = ?1 WHERE id = ?2", "UPDATE person SET standing = 'left', left_at = $1 WHERE id = $2"};
        writes.run(leave, school.world.clock().now(), school.id("amina"));
    });
    auto reader = school.signed_in("amina");
    for (const std::string& page : {std::string{"/vragen"}, page_of(given)}) {
        reader.get(page);
        EXPECT_TRUE(reader.shows(wanted)) << page;
        EXPECT_FALSE(reader.shows("name=\"halen\"") || reader.shows("/deel/")) << page;
    }
}

TEST_P(TwoQuestions, of_years_stand_in_pages_of_a_few) {
    const base::Id first = answer(amina, {{"halen", "De eerste keer"}});
    for (int at = 0; at < 14; ++at) answer(amina, {{"halen", "Nog een keer"}});
    amina.get("/vragen");
    EXPECT_FALSE(amina.shows(first.text()));
    amina.get("/vragen?voor=" + answers().at(11).id.text());
    EXPECT_TRUE(amina.shows(first.text()));
    amina.get("/vragen?voor=onzin");
    EXPECT_EQ(amina.status(), 404);
}

}  // namespace
}  // namespace loopbaankaart::journey
