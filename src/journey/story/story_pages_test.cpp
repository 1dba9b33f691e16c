// A story on its workbench as a browser lays it: chosen, ordered, told, and afterwards unchanged whatever becomes of what it was made of.
#include <gtest/gtest.h>

#include "../telling/telling.hpp"
#include "../trial.hpp"
#include "story_html.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {
namespace {

class StoryPages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");
    base::Id hut = school.keep_for("amina", "De hut die we bouwden", "wensboom", trial::picture_with("hut-bytes")), zin = school.keep_for("amina", "Alleen een zin", "haven");
    visitor::Visitor amina = school.signed_in("amina");

    std::vector<Record> all(RecordKind kind) {
        std::vector<Record> found;
        school.world.school().read([&](storage::Reads& reads) { found = records_of(reads, school.world.school().vault(), amina_herself, kind, 10'000); });
        return found;
    }
    Story newest() { return story_of(all(RecordKind::story).at(0)); }
    std::vector<Telling> told() {
        std::vector<Telling> found;
        school.world.school().read([&](storage::Reads& reads) { found = tellings_of(reads, school.world.school().vault(), amina_herself, 100); });
        return found;
    }
    base::Id posted(const base::Id& thing, const std::string& title) {
        school.world.clock().advance(std::chrono::seconds{1});
        amina.get("/blog/nieuw");
        amina.submit("/blog/nieuw", {{"ding", thing.text()}, {"titel", title}});
        EXPECT_EQ(amina.status(), 303);
        return all(RecordKind::post).at(0).id;
    }
    base::Id begun(const base::Id& post, const std::string& title = {}) {
        school.world.clock().advance(std::chrono::seconds{1});
        amina.get("/verhalen/nieuw");
        amina.submit("/verhalen/nieuw", {{"bericht", post.text()}, {"titel", title}});
        EXPECT_EQ(amina.status(), 303);
        return all(RecordKind::story).at(0).id;
    }
    static std::string page(const base::Id& story) { return "/verhalen/" + story.text(); }
    // On the workbench, with all that stands there.
    void work(const base::Id& story, visitor::Values values) {
        amina.get(page(story));
        const Story now = newest();
        for (std::size_t at = 0; at < now.pieces.size(); ++at) {
            values.try_emplace("woorden-" + std::to_string(at), now.pieces[at].words);
            values.try_emplace("grootte-" + std::to_string(at), code(now.pieces[at].size));
        }
        values.try_emplace("papier", now.paper);
        values.try_emplace("inkt", now.colour);
        values.try_emplace("titel", now.title);
        amina.submit(page(story), values);
    }
    std::vector<base::Id> order() {
        std::vector<base::Id> found;
        for (const StoryPiece& piece : newest().pieces)
            if (piece.of) found.push_back(*piece.of);
        return found;
    }
    void tell(const base::Id& story, const visitor::Values& values = {}) {
        amina.get(page(story) + "/zo-wordt-het");
        amina.submit(page(story) + "/vertel", values);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, StoryPages, workbench::both, workbench::name);

TEST_P(StoryPages, are_made_of_posts_of_long_ago_too_and_what_was_ticked_stays) {
    const base::Id oldest = posted(hut, "Onze hut");
    std::vector<base::Id> newer;
    for (int at = 0; at < 12; ++at) newer.push_back(posted(zin, "De zin"));
    const auto box = [](const base::Id& post, bool ticked) { return "value=\"" + post.text() + (ticked ? "\" checked" : "\">"); };
    amina.get("/verhalen/nieuw");
    EXPECT_TRUE(amina.shows(box(newer[11], false)));
    EXPECT_FALSE(amina.shows(box(oldest, false)));
    amina.submit("/verhalen/nieuw", {{"bericht", newer[11].text()}, {"titel", "Mijn jaar"}, {"doen", "ouder-bericht-" + newer[0].text()}});
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows(box(newer[11], true)) && amina.shows("Mijn jaar"));
    EXPECT_TRUE(amina.shows(box(oldest, false)));
    EXPECT_EQ(all(RecordKind::story).size(), 0u) << "looking further back keeps nothing";
    const base::Id story = begun(oldest);
    work(story, {{"bericht", newer[11].text()}, {"nieuw", "Nog niet bewaard"}, {"doen", "ouder-bericht-" + newer[0].text()}});
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows(box(newer[11], true)) && amina.shows("Nog niet bewaard"));
    EXPECT_EQ(order(), std::vector{oldest});
    work(story, {{"bericht", newer[0].text()}, {"doen", "erbij"}});
    EXPECT_EQ(order(), (std::vector{oldest, newer[0]}));
}

TEST_P(StoryPages, drawn_once_more_overwrite_nothing_that_came_meanwhile) {
    const base::Id story = begun(posted(hut, "Onze hut"));
    visitor::Visitor telephone = school.signed_in("amina");
    telephone.get(page(story));
    work(story, {{"nieuw", "Van de laptop"}, {"doen", "erbij"}});
    telephone.submit(page(story), {{"nieuw", "Van de telefoon"}, {"doen", "zoek"}});
    EXPECT_EQ(telephone.status(), 200);
    telephone.submit(page(story), {{"nieuw", "Van de telefoon"}, {"doen", "erbij"}});
    ASSERT_EQ(newest().pieces.size(), 2u);
    EXPECT_EQ(newest().pieces[1].words, "Van de laptop") << "both are shown first";
}

TEST_P(StoryPages, go_from_a_post_to_a_telling) {
    const base::Id one = posted(hut, "Onze hut"), two = posted(zin, "De zin"), story = begun(one, "Mijn jaar");
    work(story, {{"bericht", two.text()}, {"doen", "erbij"}});
    EXPECT_EQ(order(), (std::vector{one, two}));
    work(story, {{"ding", zin.text()}, {"nieuw", "En toen was het herfst."}, {"doen", "erbij"}});
    EXPECT_EQ(order(), (std::vector{one, two, zin}));
    work(story, {{"doen", "op-1"}, {"woorden-0", "Een bijschrift"}, {"grootte-0", "large"}, {"papier", "schrift"}, {"inkt", "zee"}});
    EXPECT_EQ(order(), (std::vector{two, one, zin}));
    EXPECT_EQ(newest().pieces[1].words, "Een bijschrift") << "what stands in the form goes along with the button";
    EXPECT_EQ(newest().pieces[1].size, PieceSize::large);
    EXPECT_EQ(newest().paper, "schrift");
    work(story, {{"doen", "bekijk"}});
    EXPECT_EQ(amina.location(), page(story) + "/zo-wordt-het");
    amina.follow();
    EXPECT_TRUE(amina.shows("Mijn jaar") && amina.shows("Onze hut") && amina.shows("Een bijschrift") && amina.shows("En toen was het herfst.") && amina.shows("paper-schrift"));
    tell(story);
    EXPECT_EQ(amina.status(), 303);
    ASSERT_EQ(told().size(), 1u);
    EXPECT_EQ(told()[0].title, "Mijn jaar");
    EXPECT_EQ(told()[0].told_from, story);
    EXPECT_EQ(told()[0].parts.size(), 1u);
}

TEST_P(StoryPages, told_once_do_not_change_with_the_backpack) {
    const base::Id post = posted(hut, "Onze hut"), story = begun(post, "Mijn jaar");
    tell(story);
    amina.follow();
    const std::string address = "/verteld/" + told().at(0).id.text(), photo = address + "/" + told().at(0).parts.at(0).id.text(), was = in_json(newest()).dump();
    for (const std::string& away : {"/rugzak/" + hut.text(), "/eigen/" + post.text(), "/eigen/" + story.text()}) {
        amina.get("/rugzak");
        amina.post(away + "/voorgoed", {{"sleutel", trial::form_key(amina)}});
        EXPECT_EQ(amina.status(), 303);
    }
    amina.get(address);
    EXPECT_TRUE(amina.shows("Mijn jaar") && amina.shows("Onze hut"));
    amina.get(photo);
    EXPECT_TRUE(amina.shows("hut-bytes"));
}

TEST_P(StoryPages, say_what_is_gone_before_they_are_told_without_it) {
    const base::Id one = posted(hut, "Onze hut"), two = posted(zin, "De zin"), story = begun(one);
    work(story, {{"bericht", two.text()}, {"doen", "erbij"}});
    amina.get("/blog/" + one.text());
    amina.submit("/eigen/" + one.text() + "/weg");
    amina.get(page(story));
    EXPECT_TRUE(amina.shows(word::piece_gone.in(base::Language::nl)));
    tell(story);
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(told().empty());
    amina.submit(page(story) + "/vertel");
    EXPECT_EQ(amina.status(), 303);
    ASSERT_EQ(told().size(), 1u);
    EXPECT_TRUE(told()[0].parts.empty());
    EXPECT_EQ(order(), (std::vector{one, two})) << "on the workbench it keeps its place";
}

TEST_P(StoryPages, with_nothing_in_them_are_not_told) {
    const base::Id story = begun(posted(hut, "Onze hut"));
    work(story, {{"doen", "uit-0"}});
    EXPECT_TRUE(newest().pieces.empty());
    amina.get(page(story) + "/zo-wordt-het");
    EXPECT_TRUE(amina.shows(word::story_empty.in(base::Language::nl)));
    amina.post(page(story) + "/vertel", {{"sleutel", trial::form_key(amina)}, {"id", school.world.id().text()}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(told().empty());
}

TEST_P(StoryPages, hold_nothing_of_somebody_else) {
    const base::Id theirs = school.keep_for("joris", "Van Joris"), post = posted(hut, "Onze hut"), story = begun(post);
    school.share("joris", theirs, "amina");
    work(story, {{"ding", theirs.text()}, {"titel", "Nog niet bewaard"}, {"doen", "erbij"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("Nog niet bewaard"));
    work(story, {{"bericht", theirs.text()}, {"doen", "erbij"}});
    work(story, {{"stuk-0", theirs.text()}});
    EXPECT_TRUE(order().empty()) << "and what is not in it does not come in by its number";
    visitor::Visitor joris = school.signed_in("joris");
    for (const char* what : {"", "/zo-wordt-het"}) {
        joris.get(page(story) + what);
        EXPECT_EQ(joris.status(), 404);
    }
}

TEST_P(StoryPages, keep_what_was_typed_when_something_is_wrong) {
    const base::Id story = begun(posted(hut, "Onze hut"), "Goed");
    const std::string long_title = "Lang" + std::string(most_in_story_title, 't'), long_caption = "Lang" + std::string(most_in_caption, 'b');
    work(story, {{"titel", long_title}, {"woorden-0", long_caption}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(long_title) && amina.shows(long_caption) && amina.shows("veld-titel-fout") && amina.shows("veld-woorden-0-fout"));
    EXPECT_EQ(newest().title, "Goed");
}

TEST_P(StoryPages, begun_twice_are_one_and_changed_on_two_devices_lose_nothing) {
    const base::Id post = posted(hut, "Onze hut");
    amina.get("/verhalen/nieuw");
    visitor::Visitor again = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit("/verhalen/nieuw", {{"bericht", post.text()}, {"titel", "Een"}});
        EXPECT_EQ(browser->status(), 303);
    }
    ASSERT_EQ(all(RecordKind::story).size(), 1u);
    const base::Id story = all(RecordKind::story)[0].id;
    visitor::Visitor laptop = school.signed_in("amina");
    laptop.get(page(story));
    work(story, {{"titel", "Twee"}});
    laptop.submit(page(story), {{"titel", "Drie"}});
    EXPECT_EQ(laptop.status(), 409);
    EXPECT_EQ(newest().title, "Twee");
    laptop.submit(page(story));
    EXPECT_EQ(newest().title, "Drie");
    EXPECT_EQ(order(), std::vector{post});
}

TEST_P(StoryPages, have_a_piece_of_the_map_as_it_was_when_they_were_told) {
    const base::Id story = begun(posted(zin, "De zin"), "Mijn jaar");
    amina.get(page(story));
    amina.submit(page(story), {{"doen", "kaart"}});
    EXPECT_EQ(amina.location(), page(story) + "/kaart");
    amina.follow();
    EXPECT_TRUE(amina.shows("plek=haven"));
    amina.get(page(story) + "/kaart?plek=haven");
    for (int twice = 0; twice < 2; ++twice) {
        visitor::Visitor same = amina;
        same.submit(page(story) + "/kaart", {{"kader", "wide"}});
        EXPECT_EQ(same.status(), 303);
    }
    ASSERT_EQ(newest().pieces.size(), 2u) << "sent twice, it lies there once";
    EXPECT_EQ(newest().pieces[1].map->place, "haven");
    EXPECT_TRUE(newest().pieces[1].map->wide);
    work(story, {{"woorden-1", "Hier begon het"}});
    EXPECT_EQ(newest().pieces[1].map->place, "haven") << "the workbench keeps it";
    amina.get(page(story));
    EXPECT_TRUE(amina.shows("map-cut"));
    tell(story);
    ASSERT_EQ(amina.status(), 303);
    const Telling told_now = told().at(0);
    ASSERT_EQ(told_now.parts.size(), 1u);
    EXPECT_EQ(told_now.parts[0].form, PartForm::photo);
    EXPECT_EQ(told_now.parts[0].width, atlas::cut_width);
    EXPECT_TRUE(told_now.parts[0].small && told_now.parts[0].middle);
    amina.get("/verteld/" + told_now.id.text());
    EXPECT_TRUE(amina.shows("Hier begon het"));
    amina.get("/verteld/" + told_now.id.text() + "/" + told_now.parts[0].id.text());
    EXPECT_TRUE(amina.shows("WEBP"));
}

TEST_P(StoryPages, of_a_place_that_is_not_there_have_no_map) {
    const base::Id story = begun(posted(zin, "De zin"));
    amina.get(page(story) + "/kaart?plek=haven");
    amina.submit(page(story) + "/kaart", {{"plek", "nergens"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_EQ(newest().pieces.size(), 1u);
    amina.get(page(story) + "/kaart?plek=nergens");
    EXPECT_TRUE(amina.shows("plek=haven")) << "the places once more";
    visitor::Visitor joris = school.signed_in("joris");
    joris.get(page(story) + "/kaart");
    EXPECT_EQ(joris.status(), 404);
}

TEST_P(StoryPages, lead_to_the_blog_while_there_is_nothing_in_it) {
    for (const char* empty : {"/verhalen", "/verhalen/nieuw"}) {
        amina.get(empty);
        EXPECT_TRUE(amina.shows("href=\"/blog\"")) << empty;
    }
    const base::Id story = begun(posted(hut, "Onze hut"), "Mijn jaar");
    amina.get("/verhalen");
    EXPECT_TRUE(amina.shows("Mijn jaar") && amina.shows(page(story)));
}

}  // namespace
}  // namespace loopbaankaart::journey
