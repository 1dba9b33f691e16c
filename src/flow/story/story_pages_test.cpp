// A figure is talked about, comes back a year later, and gives nobody away.
#include <gtest/gtest.h>

#include "trial_stories.hpp"

namespace loopbaankaart::flow {
namespace {

using namespace std::chrono_literals;
using trial::page_to_begin, trial::whole_school;

class StoryPages : public trial::Talking {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, StoryPages, workbench::both, workbench::name);

TEST_P(StoryPages, begin_at_a_share_and_hold_what_both_say) {
    school.keep(3);
    analyst.get("/stroom/doorstroom");
    const std::string over = "/stroom/verhaal-beginnen?over=%2Fstroom%2Fdoorstroom%3Fgegevens%3Dinschrijvingen%26stap%3D0%26van%3Dyear_1%26naar%3Dleft";
    ASSERT_TRUE(analyst.shows(over)) << "every share leads there";
    analyst.get(over);
    EXPECT_TRUE(analyst.shows("180 van 720"));
    const base::Id story = begin(whole_school, "Begrijpen hoe dit komt");
    for (const LineKind kind : {LineKind::seen, LineKind::explanation, LineKind::question}) analyst.post(page_of(story), said(school.world.id(), kind, "Dit is " + std::string{code(kind)}));
    agree(story, "Bel in week vier");
    coordinator.get(page_of(story));
    for (const char* text : {"Begrijpen hoe dit komt", "Dit is seen", "Dit is explanation", "Dit is question", "Bel in week vier", "Naam van fay", "180 van 720"}) EXPECT_TRUE(coordinator.shows(text)) << text;
    const StoryLine action = action_of(story);
    coordinator.get(page_of(action));
    EXPECT_FALSE(coordinator.shows("/weg")) << "what another wrote is theirs";
    coordinator.submit(page_of(story), {{"woorden-outcome", "Twaalf gesprekken"}});
    EXPECT_EQ(coordinator.status(), 303);
    EXPECT_TRUE(shows(analyst, page_of(story), "Twaalf gesprekken"));
    EXPECT_TRUE(shows(coordinator, "/stroom/verhaal", page_of(story)));
    EXPECT_TRUE(coordinator.shows("Twaalf gesprekken") && !coordinator.shows("Dit is seen")) << "what one wrote, and nobody else's";
}

TEST_P(StoryPages, are_for_who_reads_figures) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    agree(story, "Bel in week vier");
    const std::string line = page_of(school.lines(story).back());
    for (const access::Role role : {access::Role::counsellor, access::Role::student, access::Role::administrator}) {
        school.person(std::string{access::code(role)}, role);
        auto visitor = school.signed_in(std::string{access::code(role)});
        for (const std::string& page : {std::string{"/stroom/verhaal"}, page_to_begin(whole_school), page_of(story), line}) {
            visitor.get(page);
            EXPECT_EQ(visitor.status(), 404) << page;
            EXPECT_FALSE(visitor.shows("Bel in week vier"));
        }
    }
}

TEST_P(StoryPages, come_back_a_year_later_with_what_was_agreed) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    agree(story, "Bel in week vier");
    EXPECT_FALSE(shows(analyst, "/stroom", page_of(story))) << "nothing new yet";
    school.world.clock().advance(365 * 24h);
    school.keep(4, 12);
    analyst = school.signed_in("fay");
    EXPECT_TRUE(shows(analyst, "/stroom", page_of(story)));
    analyst.get(page_of(story));
    EXPECT_TRUE(analyst.shows("180 van 720") && analyst.shows("204 van 960")) << "then and now";
    const StoryLine action = school.lines(story).front();
    analyst.get(page_of(action));
    analyst.submit(page_of(story), {{"woorden-outcome", "Twaalf gesprekken"}});
    EXPECT_FALSE(shows(analyst, "/stroom", page_of(story))) << "it was looked back on";
}

TEST_P(StoryPages, of_who_began_in_a_year_show_who_began_so_much_later) {
    school.keep(3);
    const base::Id story = begin("/stroom/doorstroom?gegevens=inschrijvingen&jaar=2022&stap=0&van=year_1&naar=left");
    school.world.clock().advance(365 * 24h);
    school.keep(4, 12);
    analyst = school.signed_in("fay");
    analyst.get(page_of(story));
    EXPECT_TRUE(analyst.shows("60 van 240") && analyst.shows("24 van 240"));
}

TEST_P(StoryPages, do_not_let_a_small_group_be_subtracted) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    school.keep(3, 28);
    analyst.get(page_of(story));
    EXPECT_FALSE(analyst.shows("180 van 720")) << "four were put right";
    EXPECT_TRUE(analyst.shows("176 van 720"));
}

TEST_P(StoryPages, show_no_figure_that_is_not_shown_any_more) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    agree(story, "Bel in week vier");
    Paths other{.states = {"year_1", "year_2"}, .programmes = {{"Kok", "Horeca", "4"}}, .paths = {{0, 2021, {0, 1}, 90}}, .seen_until = 2022};
    school.world.school().write_now([&](storage::Writes& writes) { keep_set(writes, school.world.id(), "inschrijvingen", "", hide_small(other), school.world.clock().now()); });
    analyst.get(page_of(story));
    EXPECT_FALSE(analyst.shows("180 van 720") || analyst.shows("25%"));
    EXPECT_TRUE(analyst.shows("Bel in week vier"));
    EXPECT_FALSE(shows(analyst, "/stroom/verhaal", "25%"));
}

TEST_P(StoryPages, believe_no_figure_of_a_browser) {
    school.keep(3);
    for (const char* address : {"/stroom/doorstroom?gegevens=inschrijvingen&stap=0&van=year_1&naar=nergens", "/stroom/doorstroom?opleiding=nergens&stap=0&van=year_1&naar=left", "https://elders.example", "//elders", "/beheer/mensen", "",
                                "/stroom/doorstroom?stap=-1", "/stroom/doorstroom?stap=99999999999999999999&van=year_1&naar=left", "/stroom?reis=mbo-4&deel=nergens", "/stroom?handreiking=growth&balk=social", "/stroom?reis=mbo-3&deel=bol%00"}) {
        analyst.get(page_to_begin(address));
        EXPECT_EQ(analyst.status(), 404) << address;
    }
    begin("/stroom?reis=mbo-4&deel=study");
    begin("/stroom?handreiking=later&balk=stopped");
    begin("/stroom/doorstroom?naar=left&van=year_1&stap=0&some=999");
    school.world.school().read([&](storage::Reads& reads) { EXPECT_EQ(stories(reads, school.world.school().vault()).at(0).subject.address, whole_school) << "always written the same"; });
}

TEST_P(StoryPages, keep_what_was_typed_when_something_is_missing) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    visitor::Values form = said(school.world.id(), LineKind::action, "Bel in week vier");
    form["wie"] = " ", form["maand"] = "2026-13";
    analyst.post(page_of(story), form);
    EXPECT_EQ(analyst.status(), 422);
    EXPECT_TRUE(analyst.shows("Bel in week vier"));
    EXPECT_TRUE(school.lines(story).empty());
    analyst.post("/stroom/verhaal", {{"sleutel", key()}, {"id", school.world.id().text()}, {"over", whole_school}, {"doel", std::string(301, 'x')}});
    EXPECT_EQ(analyst.status(), 422);
    EXPECT_TRUE(analyst.shows(std::string(301, 'x')));
}

TEST_P(StoryPages, sent_again_say_it_once_and_other_words_are_asked_about) {
    school.keep(3);
    const base::Id story = begin(whole_school), id = school.world.id();
    for (int times = 0; times < 3; ++times) analyst.post(page_of(story), said(id, LineKind::seen, "Eén keer"));
    EXPECT_EQ(analyst.status(), 303);
    analyst.post(page_of(story), said(id, LineKind::seen, "Heel anders"));
    EXPECT_EQ(analyst.status(), 409);
    EXPECT_TRUE(analyst.shows("Eén keer") && analyst.shows("Heel anders"));
    EXPECT_EQ(school.lines(story).size(), 1U);
    agree(story, "Bel in week vier");
    const base::Id outcome = school.world.id();
    const auto came_of_it = [&](const std::string& words) {
        visitor::Values form = said(outcome, LineKind::outcome, words);
        form["bij"] = action_of(story).id.text();
        analyst.post(page_of(story), form);
        return analyst.status();
    };
    EXPECT_EQ(came_of_it("Gelukt"), 303);
    EXPECT_EQ(came_of_it("Toch niet"), 409);
    EXPECT_TRUE(analyst.shows("Toch niet")) << "and what was typed is there";
    EXPECT_EQ(came_of_it(" "), 422);
    EXPECT_EQ(school.lines(story).size(), 3U);
}

TEST_P(StoryPages, change_on_an_older_text_keeps_both) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    analyst.post(page_of(story), said(school.world.id(), LineKind::seen, "Eerst"));
    const StoryLine line = school.lines(story).front();
    analyst.get(page_of(line));
    auto elsewhere = analyst;
    elsewhere.get(page_of(line));  // with a key of its own
    elsewhere.submit(page_of(line), {{"woorden-seen", "Op de andere laptop"}});
    EXPECT_EQ(elsewhere.status(), 303);
    analyst.submit(page_of(line), {{"woorden-seen", "Op deze laptop"}});
    EXPECT_EQ(analyst.status(), 409);
    EXPECT_TRUE(analyst.shows("Op de andere laptop") && analyst.shows("Op deze laptop"));
    analyst.submit(page_of(line), {{"woorden-seen", "Op deze laptop"}});
    EXPECT_EQ(analyst.status(), 303) << "now the latest was seen";
    EXPECT_EQ(school.lines(story).front().words, "Op deze laptop");
}

TEST_P(StoryPages, are_changed_and_taken_back_by_who_wrote_alone) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    analyst.post(page_of(story), said(school.world.id(), LineKind::seen, "Van Fay"));
    const StoryLine line = school.lines(story).front();
    analyst.get(page_of(line));
    auto theirs = analyst;
    coordinator.get("/stroom/verhaal");
    const std::string before = "name=\"sleutel\" value=\"";
    const auto at = coordinator.body().find(before) + before.size();
    const std::string token = coordinator.body().substr(at, coordinator.body().find('"', at) - at);
    coordinator.post(page_of(line), {{"sleutel", token}, {"id", school.world.id().text()}, {"gezien", line.change.text()}, {"woorden-seen", "Van Bram"}});
    EXPECT_EQ(coordinator.status(), 404);
    coordinator.post(page_of(line) + "/weg", {{"sleutel", token}});
    EXPECT_EQ(school.lines(story).size(), 1U);
    EXPECT_EQ(school.lines(story).front().words, "Van Fay");
    theirs.submit(page_of(line) + "/weg");
    EXPECT_EQ(theirs.status(), 303);
    EXPECT_TRUE(school.lines(story).empty());
}

TEST_P(StoryPages, closed_take_nothing_but_what_came_of_it) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    agree(story, "Bel in week vier");
    analyst.get(page_of(story));
    analyst.submit(page_of(story) + "/dicht");
    analyst.post(page_of(story), said(school.world.id(), LineKind::seen, "Te laat"));
    EXPECT_EQ(analyst.status(), 409);
    EXPECT_TRUE(analyst.shows("Te laat") && analyst.shows("Bel in week vier"));
    auto again = analyst;
    const StoryLine action = school.lines(story).front();
    analyst.get(page_of(action));
    analyst.submit(page_of(story), {{"woorden-outcome", "Gelukt"}});
    EXPECT_EQ(school.lines(story).size(), 2U);
    again.submit(page_of(story), {{"woorden-seen", "Te laat"}});
    EXPECT_EQ(again.status(), 303) << "what was typed opens it, when one likes";
    EXPECT_EQ(school.lines(story).size(), 3U);
    analyst.get(page_of(story));
    analyst.submit(page_of(story) + "/dicht");
    analyst.get(page_of(story));
    analyst.submit(page_of(story) + "/open");
    analyst.post(page_of(story), said(school.world.id(), LineKind::seen, "Nog iets"));
    EXPECT_EQ(school.lines(story).size(), 4U);
    analyst.get(page_of(action));
    EXPECT_FALSE(analyst.shows("/weg")) << "what came of it hangs on it";
}

}  // namespace
}  // namespace loopbaankaart::flow
