// Themes as staff make them, and what everybody reads; and what a reader learns who compares all that.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "../removal.hpp"
#include "trial_themes.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

class ThemePages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::ThemesSchool school{GetParam()};
    visitor::Visitor coordinator = school.signed_in("coordinator");

    static std::string page_of(const base::Id& theme) { return "/antwoorden/thema/" + theme.text(); }
    std::string in_forms(int student) const { return removal_of(school.id(school.name(student)), school.answer_of(student)).text(); }
    base::Id theme_of(int students) {
        const base::Id theme = school.begin();
        for (int student = 1; student <= students; ++student) school.joins(theme, student);
        return theme;
    }
    void say(visitor::Visitor& browser, const base::Id& theme, const std::string& words, const std::string& name = "Eerder meelopen") {
        school.later();
        browser.submit(page_of(theme) + "/beantwoord", {{"naam", name}, {"woorden", words}});
    }
    // All that is said on a page, without what is the visitor's own.
    static std::vector<std::string> said_on(visitor::Visitor& browser, const std::string& page) {
        browser.get(page);
        EXPECT_EQ(browser.status(), 200) << page;
        return trial::texts_in(trial::between(browser.body(), "<main", "</main>"));
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, ThemePages, workbench::both, workbench::name);

TEST_P(ThemePages, go_from_answers_laid_together_to_what_all_read) {
    for (int student = 1; student <= 10; ++student) school.shares(student);
    auto counsellor = school.signed_in("counsellor");
    counsellor.get("/mee");
    EXPECT_TRUE(counsellor.shows("href=\"/antwoorden\"")) << "two steps from the banner";
    counsellor.get("/antwoorden/thema");
    counsellor.submit("/antwoorden/thema", {{"naam", " "}});
    EXPECT_EQ(counsellor.status(), 422);
    counsellor.submit("/antwoorden/thema", {{"naam", "Eerder meelopen"}});
    counsellor.follow();
    EXPECT_TRUE(counsellor.shows("Eerder meelopen") && counsellor.shows(word::theme_too_few.in(base::Language::nl)));
    EXPECT_FALSE(counsellor.shows("Ik wil s1")) << "what one said is read on its own page";
    base::Id theme;
    school.world.school().read([&](storage::Reads& reads) { theme = themes(reads, school.world.school().vault()).at(0).id; });
    for (int student = 1; student <= 10; ++student) school.lays(theme, school.pick_of(student));
    counsellor.get(page_of(theme));
    EXPECT_FALSE(counsellor.shows("/beantwoord")) << "a coordinator says it";
    EXPECT_TRUE(counsellor.shows(" checked"));

    coordinator.get(page_of(theme));
    say(coordinator, theme, "Wie wil, loopt een dag mee.");
    EXPECT_EQ(coordinator.status(), 303);
    auto amina = school.signed_in("amina");
    amina.get("/dit-doen-we");
    EXPECT_TRUE(amina.shows("Eerder meelopen") && amina.shows("Wie wil, loopt een dag mee."));
    auto one = school.signed_in("s3");
    one.get("/vragen/" + school.answer_of(3).text());
    EXPECT_TRUE(one.shows("Wie wil, loopt een dag mee.")) << "beside what they said";
    auto other = school.signed_in("s11");
    other.get("/vragen/" + school.answer_of(11).text());
    EXPECT_FALSE(other.shows("Wie wil, loopt een dag mee."));
    coordinator.get(page_of(theme));
    coordinator.submit(page_of(theme) + "/terug");
    EXPECT_EQ(coordinator.status(), 303);
    for (auto* browser : {&amina, &one}) {
        browser->get(browser == &amina ? "/dit-doen-we" : "/vragen/" + school.answer_of(3).text());
        EXPECT_FALSE(browser->shows("Wie wil, loopt een dag mee."));
    }
    coordinator.get(page_of(theme));
    EXPECT_TRUE(coordinator.shows("Wie wil, loopt een dag mee.")) << "the words are kept";
}

TEST_P(ThemePages, choose_of_what_stood_on_the_form_and_is_still_shared) {
    for (int student = 1; student <= 3; ++student) school.shares(student);
    const base::Id theme = theme_of(0);
    school.shares(school.thing_of(4), "teamleader");
    school.lays(theme, school.pick_of(4));
    auto counsellor = school.signed_in("counsellor");
    const auto laid = [&] {
        std::vector<Pick> found;
        school.world.school().read([&](storage::Reads& reads) { found = picks(reads, theme, school.world.clock().now(), school.world.clock().now()); });
        std::vector<int> students;
        for (int student = 1; student <= 12; ++student)
            if (std::ranges::find(found, school.pick_of(student)) != found.end()) students.push_back(student);
        return students;
    };
    const auto choose = [&](int student) {
        counsellor.get(page_of(theme));
        school.later();
        counsellor.submit(page_of(theme), {{"antwoord", in_forms(student)}});
        EXPECT_EQ(counsellor.status(), 303);
    };
    choose(1);
    EXPECT_EQ(laid(), (std::vector{1, 4})) << "what another laid there and this one cannot read stays";
    counsellor.get(page_of(theme));
    school.takes_back(2);
    counsellor.submit(page_of(theme), {{"antwoord", in_forms(2)}});
    EXPECT_EQ(counsellor.status(), 303);
    EXPECT_EQ(std::ranges::count(laid(), 2), 0) << "taken back meanwhile";
    choose(12);
    EXPECT_EQ(std::ranges::count(laid(), 12), 0) << "never shared";
    choose(3);
    EXPECT_EQ(std::ranges::count(laid(), 3), 1);
}

TEST_P(ThemePages, say_it_once_and_ask_when_two_say_it_at_once) {
    const base::Id theme = theme_of(11);
    auto first = school.signed_in("coordinator");
    coordinator.get(page_of(theme));
    first.get(page_of(theme));
    const visitor::Visitor opened = coordinator;
    say(coordinator, theme, "  ");
    EXPECT_EQ(coordinator.status(), 422);
    EXPECT_TRUE(coordinator.shows("veld-woorden-fout"));
    coordinator = opened;
    std::vector<visitor::Visitor> browsers(4, opened);
    std::vector<std::thread> threads;
    for (visitor::Visitor& browser : browsers) threads.emplace_back([&] { browser.submit(page_of(theme) + "/beantwoord", {{"naam", "Meelopen"}, {"woorden", "Eén dag meelopen"}}); });
    for (std::thread& thread : threads) thread.join();
    for (const visitor::Visitor& browser : browsers) EXPECT_EQ(browser.status(), 303);
    EXPECT_EQ(school.theme_of(theme)->reply, "Eén dag meelopen");
    say(coordinator, theme, "Onder hetzelfde nummer iets anders");
    EXPECT_EQ(coordinator.status(), 409);
    say(first, theme, "Twee dagen meelopen");
    EXPECT_EQ(first.status(), 409);
    EXPECT_TRUE(first.shows("Eén dag meelopen") && first.shows("Twee dagen meelopen")) << "both stand there";
    EXPECT_EQ(school.theme_of(theme)->reply, "Eén dag meelopen");
    say(first, theme, "Twee dagen meelopen");
    EXPECT_EQ(first.status(), 303) << "sent once more it is said";
    EXPECT_EQ(school.theme_of(theme)->reply, "Twee dagen meelopen");

    visitor::Visitor old = first;
    first.get(page_of(theme));
    old = first;
    first.submit(page_of(theme) + "/terug");
    EXPECT_FALSE(school.on_the_wall(theme));
    first.get(page_of(theme));
    say(first, theme, "Drie dagen meelopen");
    old.submit(page_of(theme) + "/terug");
    EXPECT_TRUE(school.on_the_wall(theme)) << "what was said after that is not taken back";
}

TEST_P(ThemePages, keep_what_was_typed_when_the_tenth_goes_meanwhile) {
    const base::Id theme = theme_of(10);
    coordinator.get(page_of(theme));
    school.takes_back(10);
    say(coordinator, theme, "Een dag meelopen");
    EXPECT_EQ(coordinator.status(), 422);
    EXPECT_TRUE(coordinator.shows("Een dag meelopen") && coordinator.shows("veld-woorden-fout"));
    EXPECT_FALSE(school.on_the_wall(theme));
}

TEST_P(ThemePages, are_of_staff_and_what_is_said_of_coordinators) {
    const base::Id theme = theme_of(10);
    for (const char* role : {"amina", "s1", "companion", "analyst", "administrator"}) {
        auto other = school.signed_in(role);
        for (const std::string& page : {std::string{"/antwoorden/thema"}, page_of(theme)}) {
            other.get(page);
            EXPECT_EQ(other.status(), 404) << role << page;
        }
    }
    auto counsellor = school.signed_in("counsellor");
    counsellor.get(page_of(theme));
    for (const char* deed : {"/beantwoord", "/terug", "/weg"}) {
        counsellor.post(page_of(theme) + deed, {{"sleutel", trial::form_key(counsellor)}, {"naam", "Meelopen"}, {"woorden", "Ja"}, {"id", school.world.id().text()}});
        EXPECT_EQ(counsellor.status(), 404) << deed;
    }
    coordinator.get("/antwoorden/thema/" + school.world.id().text());
    EXPECT_EQ(coordinator.status(), 404);
    coordinator.get(page_of(theme));
    coordinator.submit(page_of(theme) + "/weg");
    EXPECT_EQ(coordinator.status(), 303);
    coordinator.get(page_of(theme));
    EXPECT_EQ(coordinator.status(), 404);
}

// Before and after each of twelve joins and goes, everything is read by somebody who stands outside, by one who is in it, and by staff who were shown nothing.
// What they read is one of two texts, and it changes when the school says something and when the tenth goes; whoever it is that comes or goes.
TEST_P(ThemePages, tell_who_compares_them_nothing_about_who_is_in_a_theme) {
    const base::Id theme = school.begin();
    auto outside = school.signed_in("amina"), within = school.signed_in("s1"), staff = school.signed_in("teamleader");
    const auto read_all = [&] {
        std::vector<std::vector<std::string>> all;
        for (const char* page : {"/dit-doen-we", "/vragen", "/reis"}) all.push_back(said_on(outside, page));
        for (const std::string& page : {std::string{"/dit-doen-we"}, "/vragen/" + school.answer_of(1).text()}) all.push_back(said_on(within, page));
        for (const std::string& page : {std::string{"/antwoorden"}, std::string{"/antwoorden/thema"}, page_of(theme)}) all.push_back(said_on(staff, page));
        return all;
    };
    school.joins(theme, 1);
    const auto quiet = read_all();
    for (int student = 2; student <= 9; ++student) {
        school.joins(theme, student);
        EXPECT_EQ(read_all(), quiet) << student << " joined";
    }
    school.joins(theme, 10);
    const auto ready = read_all();  // staff see that it can be said
    for (std::size_t page = 0; page < 5; ++page) EXPECT_EQ(ready[page], quiet[page]) << "students see nothing of the tenth";
    for (int student = 11; student <= 12; ++student) {
        school.joins(theme, student);
        EXPECT_EQ(read_all(), ready) << student << " joined";
    }
    ASSERT_EQ(school.says(theme), Replied::done);
    const auto shown = read_all();
    EXPECT_NE(shown[0], quiet[0]);
    EXPECT_NE(shown[4], quiet[4]);
    for (int student : {7, 12}) {
        school.takes_back(student);
        EXPECT_EQ(read_all(), shown) << student << " went";
    }
    school.joins(theme, 12);
    EXPECT_EQ(read_all(), shown) << "and came back";
    school.takes_back(3);
    const auto hidden = read_all();
    for (std::size_t page = 0; page < 5; ++page) EXPECT_EQ(hidden[page], quiet[page]) << "as if it never was";
    school.joins(theme, 3);
    school.joins(theme, 7);
    const auto after = read_all();
    for (std::size_t page = 0; page < 5; ++page) EXPECT_EQ(after[page], quiet[page]) << "who comes back puts nothing on the wall";
    for (const auto& page : {shown[0], shown[3], shown[7]})
        for (const std::string& text : page)
            EXPECT_TRUE(text.find("&#") != std::string::npos || std::ranges::none_of(text, [](char sign) { return sign >= '0' && sign <= '9'; })) << text << ": no number, no day";
}

}  // namespace
}  // namespace loopbaankaart::journey
