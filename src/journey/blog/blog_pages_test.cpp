// The travel log as a browser makes it: out of kept things, with photos of its own.
#include <gtest/gtest.h>

#include "../trial.hpp"
#include "blog_html.hpp"
#include "blog_words.hpp"
#include "picking_words.hpp"

namespace loopbaankaart::journey {
namespace {

class Blog : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");
    base::Id hut = school.keep_for("amina", "De hut die we bouwden", "wensboom", trial::picture_with("hut-bytes")), zin = school.keep_for("amina", "Alleen een zin", "haven");
    visitor::Visitor amina = school.signed_in("amina");

    std::vector<Record> posts() {
        std::vector<Record> found;
        school.world.school().read([&](storage::Reads& reads) { found = records_of(reads, school.world.school().vault(), amina_herself, RecordKind::post, 10'000); });
        return found;
    }
    Post newest() { return post_of(posts().at(0)); }
    std::size_t files() { return school.world.school().media().made_before(school.world.clock().now() + std::chrono::hours{1}).size(); }
    base::Id written(visitor::Values values) {
        school.world.clock().advance(std::chrono::seconds{1});
        amina.get("/blog/nieuw");
        amina.submit("/blog/nieuw", values);
        EXPECT_EQ(amina.status(), 303);
        return posts().at(0).id;
    }
    static std::string page(const base::Id& post) { return "/blog/" + post.text(); }
    std::string picture(const base::Id& post) {
        for (const Record& each : posts())
            if (each.id == post) return "/beeld/" + post.text() + "/" + each.parts.at(0).id.text();
        return {};
    }
    void remove(const base::Id& thing) {
        remove_thing_for_good(thing);
        EXPECT_EQ(amina.status(), 303);
    }
    void remove_thing_for_good(const base::Id& thing) {
        amina.get("/rugzak");
        amina.post("/rugzak/" + thing.text() + "/voorgoed", {{"sleutel", trial::form_key(amina)}});
    }
    void give(const base::Id& post, std::string_view to) {
        school.world.school().write_now([&](storage::Writes& writes) {
            access::give(writes, {school.world.id(), {"post", post, amina_herself.person}, school.viewer(to).person, access::Verb::read, "blog", {}}, school.world.clock().now(), school.randomness);
        });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Blog, workbench::both, workbench::name);

TEST_P(Blog, keeps_photos_of_its_own_whatever_becomes_of_the_things) {
    const base::Id post = written({{"ding", hut.text()}, {"titel", "Onze hut"}});
    const Record record = posts().at(0);
    ASSERT_EQ(record.parts.size(), 1u);
    EXPECT_EQ(record.links, (std::vector<Link>{{"kept_thing", hut}}));
    amina.get(page(post));
    EXPECT_TRUE(amina.shows("Onze hut") && amina.shows("De hut die we bouwden") && amina.shows("/rugzak/" + hut.text()));
    remove(hut);
    amina.get(picture(post));
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows("hut-bytes"));
    amina.get(page(post));
    EXPECT_EQ(amina.status(), 200);
    EXPECT_FALSE(amina.shows("/rugzak/" + hut.text())) << "what is gone is led to no more";
    EXPECT_EQ(newest().words, "De hut die we bouwden");
}

TEST_P(Blog, takes_from_the_thing_what_was_left_open_and_else_what_was_said) {
    written({{"ding", zin.text()}, {"titel", ""}, {"woorden", " "}, {"plek", "bewaard"}});
    EXPECT_EQ(newest().words, "Alleen een zin");
    EXPECT_EQ(newest().place, "haven");
    ASSERT_TRUE(newest().when);
    EXPECT_EQ(newest().when->precision, Precision::day);
    written({{"ding", zin.text()}, {"woorden", "Zelf verteld"}, {"wanneer", "zomer 2024"}, {"plek", "mirador"}});
    EXPECT_EQ(newest().words, "Zelf verteld");
    EXPECT_EQ(newest().place, "mirador");
    EXPECT_EQ(newest().when->precision, Precision::season);
    written({{"ding", zin.text()}, {"plek", ""}});
    EXPECT_EQ(newest().place, "");
}

TEST_P(Blog, begins_at_something_of_ones_own_and_keeps_what_was_typed) {
    const base::Id theirs = school.keep_for("joris", "Van Joris", "wensboom", trial::picture_with("joris-bytes"));
    school.share("joris", theirs, "amina");
    const std::size_t before = files();
    for (const std::string& ding : {std::string{}, theirs.text(), school.world.id().text()}) {
        amina.get("/blog/nieuw");
        amina.submit("/blog/nieuw", ding.empty() ? visitor::Values{{"titel", "Mijn titel"}, {"woorden", "Mijn woorden"}}
                                                 : visitor::Values{{"ding", ding}, {"titel", "Mijn titel"}, {"woorden", "Mijn woorden"}});
        EXPECT_EQ(amina.status(), 422);
        EXPECT_TRUE(amina.shows("Mijn titel") && amina.shows("Mijn woorden") && amina.shows("veld-ding-fout"));
    }
    EXPECT_TRUE(posts().empty());
    EXPECT_EQ(files(), before) << "and nothing was copied";
}

TEST_P(Blog, says_what_is_wrong_and_keeps_the_rest) {
    const std::string long_title = "Lang" + std::string(most_in_title, 't');
    amina.get("/blog/nieuw");
    amina.submit("/blog/nieuw", {{"ding", hut.text()}, {"titel", long_title}, {"wanneer", "toen het regende"}, {"plek", "mirador"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("veld-titel-fout") && amina.shows("veld-wanneer-fout") && amina.shows(long_title) && amina.shows("toen het regende"));
    EXPECT_TRUE(amina.shows("value=\"" + hut.text() + "\" checked"));
    EXPECT_TRUE(posts().empty());
}

TEST_P(Blog, of_too_many_pictures_asks_for_fewer) {
    KeptThing full{.id = school.world.id(), .place = {}, .words = "Vol", .kept_at = school.world.clock().now(), .place_name = {}};
    for (std::size_t at = 0; at <= most_post_parts; ++at)
        full.parts.push_back({.id = school.world.id(), .form = PartForm::photo, .file = school.world.school().media().put(amina_herself.person, base::bytes_of("foto")), .width = 1, .height = 1});
    school.world.school().write_now([&](storage::Writes& writes) { keep(writes, school.world.school().vault(), amina_herself, full); });
    amina.get("/blog/nieuw");
    amina.submit("/blog/nieuw", {{"ding", full.id.text()}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(posts().empty());
}

TEST_P(Blog, is_not_written_by_a_search) {
    amina.get("/blog/nieuw");
    amina.submit("/blog/nieuw", {{"ding", hut.text()}, {"titel", "Half"}, {"zoek", "zin"}, {"doen", "zoek"}});
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(posts().empty());
    EXPECT_TRUE(amina.shows("value=\"Half\"") && amina.shows("value=\"" + hut.text() + "\" checked") && amina.shows(zin.text()));
    amina.submit("/blog/nieuw", {{"ding", hut.text()}, {"titel", "Heel"}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(newest().title, "Heel");
}

TEST_P(Blog, sent_twice_is_one_and_another_text_is_asked_about) {
    amina.get("/blog/nieuw?ding=" + hut.text());
    EXPECT_TRUE(amina.shows("De hut die we bouwden")) << "what was chosen before brings its words";
    visitor::Visitor again = amina, other = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit("/blog/nieuw", {{"ding", hut.text()}, {"titel", "Een"}});
        EXPECT_EQ(browser->status(), 303);
    }
    EXPECT_EQ(posts().size(), 1u);
    EXPECT_EQ(files(), 2u) << "of the thing and of the post; the second copy is gone";
    other.submit("/blog/nieuw", {{"ding", hut.text()}, {"titel", "Twee"}});
    EXPECT_EQ(other.status(), 409);
    EXPECT_TRUE(other.shows("Een") && other.shows("Twee"));
    other.submit("/blog/nieuw");
    EXPECT_EQ(other.status(), 303);
    EXPECT_EQ(posts().size(), 2u);
    EXPECT_EQ(posts().at(0).parts.size(), 1u) << "with its photo";
}

TEST_P(Blog, can_be_told_otherwise) {
    const base::Id post = written({{"ding", hut.text()}, {"titel", "Een"}});
    const std::string photo = posts().at(0).parts.at(0).id.text();
    amina.get(page(post) + "/anders");
    amina.submit(page(post) + "/anders", {{"titel", "Twee"}, {"woorden", ""}, {"wanneer", ""}, {"plek", ""}, {"ding", zin.text()}, {"weg-" + photo, "ja"}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(newest(), (Post{.title = "Twee"}));
    EXPECT_TRUE(posts().at(0).parts.empty());
    EXPECT_EQ(posts().at(0).links.size(), 2u);
    amina.get(page(post) + "/anders");
    amina.submit(page(post) + "/anders", {{"titel", ""}, {"woorden", ""}});
    EXPECT_EQ(amina.status(), 422) << "there is nothing left";
    amina.submit(page(post) + "/anders", {{"titel", "Drie"}, {"ding", hut.text()}});
    EXPECT_EQ(posts().at(0).parts.size(), 1u);
    EXPECT_EQ(posts().at(0).links.size(), 2u) << "each once";
}

TEST_P(Blog, changed_on_two_devices_loses_nothing) {
    const base::Id post = written({{"ding", hut.text()}, {"titel", "Een"}});
    visitor::Visitor laptop = school.signed_in("amina");
    laptop.get(page(post) + "/anders");
    amina.get(page(post) + "/anders");
    amina.submit(page(post) + "/anders", {{"titel", "Twee"}});
    EXPECT_EQ(amina.status(), 303);
    laptop.submit(page(post) + "/anders", {{"titel", "Drie"}});
    EXPECT_EQ(laptop.status(), 409);
    EXPECT_EQ(newest().title, "Twee");
    laptop.submit(page(post) + "/anders");
    EXPECT_EQ(newest().title, "Drie");
}

TEST_P(Blog, shows_its_posts_in_pages_the_newest_first) {
    amina.get("/blog");
    EXPECT_TRUE(amina.shows("/blog/nieuw\""));
    const base::Id first = written({{"ding", hut.text()}, {"titel", "De eerste"}});
    for (int at = 0; at < 12; ++at) written({{"ding", zin.text()}, {"titel", "Nog een"}});
    amina.get("/blog");
    EXPECT_FALSE(amina.shows(first.text()));
    amina.get("/blog?voor=" + posts().at(11).id.text());
    EXPECT_TRUE(amina.shows("De eerste") && amina.shows(picture(first)));
    amina.get("/blog?voor=onzin");
    EXPECT_EQ(amina.status(), 404);
    amina.get("/rugzak/" + hut.text());
    EXPECT_TRUE(amina.shows(page(first)) && amina.shows("/blog/nieuw?ding=" + hut.text()));
}

TEST_P(Blog, of_who_has_kept_nothing_leads_to_keeping) {
    visitor::Visitor joris = school.signed_in("joris");
    for (const char* empty : {"/blog", "/blog/nieuw"}) {
        joris.get(empty);
        EXPECT_EQ(joris.status(), 200);
        EXPECT_TRUE(joris.shows("/rugzak/bewaren")) << empty;
    }
}

TEST_P(Blog, of_somebody_else_looks_like_what_is_not_there_until_a_post_is_shared) {
    const base::Id post = written({{"ding", hut.text()}, {"titel", "Onze hut"}});
    visitor::Visitor joris = school.signed_in("joris");
    for (const char* what : {"", "/anders"}) {
        joris.get(page(school.world.id()) + what);
        const std::string absent = joris.body();
        joris.get(page(post) + what);
        EXPECT_EQ(joris.status(), 404);
        EXPECT_EQ(joris.body(), absent);
    }
    give(post, "joris");
    joris.get(page(post));
    EXPECT_EQ(joris.status(), 200);
    EXPECT_TRUE(joris.shows("Onze hut"));
    EXPECT_FALSE(joris.shows(hut.text()) || joris.shows("/anders")) << "what it came from is not given with it";
    const std::string photo = picture(post);
    joris.get(photo);
    EXPECT_EQ(joris.status(), 200);
    joris.get(trial::picture_path(hut));
    EXPECT_EQ(joris.status(), 404);
    joris.get(page(post) + "/anders");
    EXPECT_EQ(joris.status(), 404);
    amina.get(page(post));
    amina.submit("/eigen/" + post.text() + "/weg");
    for (const std::string& closed : {page(post), photo}) {
        joris.get(closed);
        EXPECT_EQ(joris.status(), 404) << "it lies in the bin";
    }
    amina.get("/rugzak/prullenbak");
    EXPECT_TRUE(amina.shows("Onze hut"));
}

}  // namespace
}  // namespace loopbaankaart::journey
