// A drawing as a browser makes it: things, insights and words hang in it, are moved, told, taken off, and go when what they are of goes.
#include <gtest/gtest.h>

#include "../trial.hpp"
#include "competences.hpp"
#include "competences_words.hpp"

namespace loopbaankaart::journey {
namespace {

class Talents : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");

    std::optional<Record> record() {
        std::optional<Record> found;
        school.world.school().read([&](storage::Reads& reads) { found = single_record(reads, school.world.school().vault(), amina_herself, RecordKind::competence_drawing); });
        return found;
    }
    CompetenceDrawing drawing() {
        const auto found = record();
        return found ? competence_drawing_of(*found) : CompetenceDrawing{};
    }
    // The id under which it hangs, as the first page that shows it says.
    base::Id word(visitor::Visitor& browser, const std::string& words, visitor::Values values = {}) {
        browser.get("/talenten/hangen?eigen=ja");
        values.emplace("woord", words);
        browser.submit("/talenten/hangen", values);
        EXPECT_EQ(browser.status(), 303);
        return drawing().hung.back().id;
    }
    void thing(visitor::Visitor& browser, const base::Id& id, const visitor::Values& values = {}) {
        browser.get("/talenten/hangen?ding=" + id.text());
        browser.submit("/talenten/hangen", values);
        EXPECT_EQ(browser.status(), 303);
    }
    static std::string hung_page(const base::Id& id) { return "/talenten/hangt/" + id.text(); }
    static std::string scrap_of(const base::Id& id) { return "class=\"hung\" data-hangt=\"" + id.text(); }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Talents, workbench::both, workbench::name);

TEST_P(Talents, hang_where_they_were_hung) {
    const base::Id stage = school.keep_for("amina", "Een oude man lachte");
    auto amina = school.signed_in("amina");
    amina.get("/talenten");
    EXPECT_EQ(amina.status(), 200);
    EXPECT_FALSE(record()) << "looking makes nothing";
    thing(amina, stage, {{"plek", "schommel"}, {"toont", "capaciteiten"}, {"hoe", "Ik zag het aan zijn ogen."}});
    const base::Id patience = word(amina, "Geduld");
    ASSERT_EQ(drawing().hung.size(), 2u);
    const Hung first = drawing().hung[0];
    EXPECT_EQ(std::pair(first.x, first.y), std::pair(781, 751));
    EXPECT_EQ(first.shows, Competence::qualities);
    amina.get("/talenten");
    for (const std::string& shown : {scrap_of(stage), scrap_of(patience), std::string{"Een oude man lachte"}, std::string{"Ik zag het aan zijn ogen"}, std::string{"op de schommel"}}) EXPECT_TRUE(amina.shows(shown)) << shown;
    const Hung second = drawing().hung[1];
    amina.submit("/talenten", {{"x-" + stage.text(), "123"}, {"y-" + stage.text(), "456"}, {"x-" + patience.text(), "1001"}, {"y-" + patience.text(), "ergens"}});
    EXPECT_EQ(std::pair(drawing().hung[0].x, drawing().hung[0].y), std::pair(123, 456));
    EXPECT_EQ(drawing().hung[1], second) << "outside the drawing is no place";
}

TEST_P(Talents, keep_their_places_in_another_drawing) {
    auto amina = school.signed_in("amina");
    word(amina, "Geduld", {{"plek", "ladder"}});
    const auto before = drawing().hung;
    amina.get("/talenten/tekening");
    amina.submit("/talenten/tekening", {{"tekening", "raft"}});
    EXPECT_EQ(drawing().form, DrawingForm::raft);
    EXPECT_EQ(drawing().hung, before);
}

TEST_P(Talents, go_when_what_they_are_of_goes_and_what_was_told_stays) {
    const base::Id silent = school.keep_for("amina", "Zonder verhaal"), told = school.keep_for("amina", "Met verhaal");
    auto amina = school.signed_in("amina");
    thing(amina, silent);
    thing(amina, told, {{"hoe", "Zo zou ik het vertellen."}});
    for (const base::Id& each : {silent, told}) {
        amina.get("/rugzak/" + each.text());
        amina.submit("/rugzak/" + each.text() + "/weg");
    }
    amina.get("/talenten");
    EXPECT_FALSE(amina.shows(scrap_of(silent)) || amina.shows(scrap_of(told)) || amina.shows("Zonder verhaal") || amina.shows("Met verhaal") || amina.shows(silent.text()));
    EXPECT_TRUE(amina.shows("Zo zou ik het vertellen."));
    amina.get("/rugzak/" + silent.text());
    amina.submit("/rugzak/" + silent.text() + "/terug");
    amina.get("/talenten");
    EXPECT_TRUE(amina.shows(scrap_of(silent))) << "out of the bin it hangs there again";
}

TEST_P(Talents, hang_an_insight_by_its_line) {
    const base::Id stage = school.keep_for("amina", "Een oude man lachte");
    auto amina = school.signed_in("amina");
    const std::string begin = "/rugzak/" + stage.text() + "/inzicht", id = school.world.id().text();
    amina.get(begin);
    amina.submit(begin, {{"id", id}, {"gebeurd", "Hij zei niets."}});
    amina.get("/talenten/hangen");
    EXPECT_TRUE(amina.shows("Hij zei niets."));
    amina.get("/talenten/hangen?inzicht=" + id);
    amina.submit("/talenten/hangen");
    amina.get("/talenten");
    EXPECT_TRUE(amina.shows(scrap_of(*base::Id::parse(id))) && amina.shows("Hij zei niets."));
}

TEST_P(Talents, are_changed_and_taken_off) {
    auto amina = school.signed_in("amina");
    const base::Id patience = word(amina, "Geduld"), calm = word(amina, "Rust");
    const Hung was = drawing().hung[0];
    amina.get(hung_page(patience));
    amina.submit(hung_page(patience), {{"woord", "Veel geduld"}, {"toont", "sturing"}});
    EXPECT_EQ(drawing().hung[0].word, "Veel geduld");
    EXPECT_EQ(drawing().hung[0].shows, Competence::steering);
    EXPECT_EQ(std::pair(drawing().hung[0].x, drawing().hung[0].y), std::pair(was.x, was.y)) << "who says nothing of its place moves nothing";
    amina.get(hung_page(patience));
    amina.submit(hung_page(patience), {{"plek", "gras"}});
    EXPECT_EQ(std::pair(drawing().hung[0].x, drawing().hung[0].y), std::pair(883, 880));
    amina.get(hung_page(patience));
    amina.submit(hung_page(patience), {{"x", "300"}, {"y", "301"}});
    EXPECT_EQ(std::pair(drawing().hung[0].x, drawing().hung[0].y), std::pair(300, 301)) << "as it was dragged";
    amina.get(hung_page(patience));
    amina.submit(hung_page(patience), {{"doen", "weg"}});
    ASSERT_EQ(drawing().hung.size(), 1u);
    EXPECT_EQ(drawing().hung[0].id, calm);
    amina.get(hung_page(patience));
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(Talents, have_a_heart_in_own_words) {
    const base::Id stage = school.keep_for("amina", "Een oude man lachte");
    auto amina = school.signed_in("amina");
    amina.get("/talenten/hart");
    amina.submit("/talenten/hart", {{"hart", "Dat mensen zich gezien voelen."}, {"ding", stage.text()}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(drawing().heart, (Heart{"Dat mensen zich gezien voelen.", stage}));
    amina.get("/talenten");
    EXPECT_TRUE(amina.shows("Dat mensen zich gezien voelen.") && amina.shows("Een oude man lachte"));
    amina.get("/talenten/hart");
    amina.submit("/talenten/hart", {{"hart", std::string(most_characters + 1, 'a')}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_EQ(drawing().heart.words, "Dat mensen zich gezien voelen.");
}

TEST_P(Talents, take_nothing_of_somebody_else) {
    const base::Id his = school.keep_for("joris", "Van Joris"), shared = school.keep_for("joris", "Van Joris, gedeeld"), binned = school.keep_for("amina", "In de bak");
    school.share("joris", shared, "amina");
    auto amina = school.signed_in("amina"), joris = school.signed_in("joris");
    amina.get("/rugzak/" + binned.text());
    amina.submit("/rugzak/" + binned.text() + "/weg");
    const base::Id mine = word(amina, "Geduld");
    for (const base::Id& not_hers : {his, shared, binned, school.world.id()}) {
        amina.get("/talenten/hangen?ding=" + not_hers.text());
        EXPECT_EQ(amina.status(), 404);
        amina.get("/talenten");
        for (const char* page : {"/talenten/hangen", "/talenten/hart"}) {
            amina.post(page, {{"sleutel", trial::form_key(amina)}, {"id", school.world.id().text()}, {"gezien", ""}, {"ding", not_hers.text()}});
            EXPECT_EQ(amina.status(), 404) << page;
            amina.get("/talenten");
        }
        EXPECT_EQ(drawing().hung.size(), 1u);
        EXPECT_FALSE(drawing().heart.thing);
    }
    joris.get(hung_page(mine));
    EXPECT_EQ(joris.status(), 404);
    joris.get("/talenten");
    EXPECT_FALSE(joris.shows("Geduld"));
}

TEST_P(Talents, keep_what_was_typed_and_hang_once) {
    const base::Id stage = school.keep_for("amina", "Een oude man lachte");
    auto amina = school.signed_in("amina");
    amina.get("/talenten/hangen?eigen=ja");
    amina.submit("/talenten/hangen", {{"woord", "  "}, {"hoe", "Dit had ik al getypt."}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("Dit had ik al getypt."));
    EXPECT_FALSE(record());
    const std::string id = school.world.id().text();
    for (int time = 0; time < 3; ++time) {
        amina.get("/talenten/hangen?eigen=ja");
        amina.submit("/talenten/hangen", {{"id", id}, {"gezien", ""}, {"woord", "Geduld"}, {"plek", "gras"}});
        EXPECT_EQ(amina.status(), 303);
    }
    EXPECT_EQ(drawing().hung.size(), 1u);
    amina.get("/talenten/hangen?eigen=ja");
    amina.submit("/talenten/hangen", {{"id", id}, {"gezien", ""}, {"woord", "Iets anders"}});
    EXPECT_EQ(amina.status(), 409);
    EXPECT_TRUE(amina.shows("Geduld") && amina.shows("Iets anders"));
    amina.get("/talenten/hangen?ding=" + stage.text());
    auto laptop = school.signed_in("amina");
    laptop.get("/talenten/hangen?ding=" + stage.text());
    amina.submit("/talenten/hangen", {{"hoe", "Van de telefoon"}});
    EXPECT_EQ(amina.status(), 303);
    laptop.submit("/talenten/hangen", {{"hoe", "Van de laptop"}});
    EXPECT_EQ(laptop.status(), 422) << "it hangs there already";
    EXPECT_TRUE(laptop.shows("Van de laptop"));
    EXPECT_EQ(drawing().hung.size(), 2u);
}

TEST_P(Talents, lie_in_the_bin_and_come_back) {
    auto amina = school.signed_in("amina");
    word(amina, "Geduld");
    const std::string id = record()->id.text();
    amina.get("/talenten");
    amina.submit("/eigen/" + id + "/weg");
    amina.get("/talenten");
    EXPECT_FALSE(amina.shows("Geduld"));
    amina.get("/eigen/" + id);
    EXPECT_TRUE(amina.shows("Geduld"));
    amina.submit("/eigen/" + id + "/terug");
    amina.get("/talenten");
    EXPECT_TRUE(amina.shows("Geduld"));
    const std::string raw = trial::raw_columns(school.world, "own_record", {"body"});
    EXPECT_EQ(raw.find("Geduld"), std::string::npos) << "it lies sealed";
}

}  // namespace
}  // namespace loopbaankaart::journey
