// Keeping things as a browser does: pictures, drawings, marks and changes through the pages.
#include <gtest/gtest.h>

#include "../removal.hpp"
#include "../trial.hpp"

namespace loopbaankaart::journey {
namespace {

// Four pixels as a PNG: a real picture, whoever made it.
std::string small_picture() {
    const auto bytes = base::parse_base64url("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEklEQVR4nGM4YSMnV3GCAUIBACJaBQH-kkYuAAAAAElFTkSuQmCC");
    return std::string{base::text_of(*bytes)};
}

class Keeping : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};

    std::vector<KeptThing> things() {
        std::vector<KeptThing> all;
        school.world.school().read([&](storage::Reads& reads) { all = things_of(reads, school.world.school().vault(), school.viewer("amina"), {}, 100, {}); });
        return all;
    }
    static std::string page_of(const KeptThing& thing) { return "/rugzak/" + thing.id.text(); }
    // Of all schools together: the names of what lies sealed beside the database.
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& file : std::filesystem::recursive_directory_iterator{school.world.folder()})
            if (file.is_regular_file() && file.path().string().find("/media/") != std::string::npos) names.push_back(file.path().filename());
        return names;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Keeping, workbench::both, workbench::name);

TEST_P(Keeping, takes_just_a_photo_in_the_sizes_that_pages_ask_for) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/wensboom/bewaren");
    amina.attach("foto", small_picture());
    amina.submit("/kaart/wensboom/bewaren", {{"beschrijving", "Vier blokjes"}});
    ASSERT_EQ(amina.status(), 303);
    ASSERT_EQ(things().size(), 1U);
    const KeptThing thing = things()[0];
    ASSERT_EQ(thing.parts.size(), 1U);
    EXPECT_EQ(thing.parts[0].form, PartForm::photo);
    EXPECT_EQ(thing.parts[0].description, "Vier blokjes");
    EXPECT_EQ(thing.parts[0].width, 2);
    const std::string file = "/beeld/" + thing.id.text() + "/" + thing.parts[0].id.text();
    for (const char* size : {"", "?maat=klein", "?maat=midden", "?maat=onzin"}) {
        amina.get(file + size);
        EXPECT_EQ(amina.status(), 200);
        EXPECT_EQ(amina.reply().type, "image/webp");
        EXPECT_EQ(amina.body().substr(0, 4), "RIFF");
    }
    auto joris = school.signed_in("joris");
    joris.get(file);
    EXPECT_EQ(joris.status(), 404);
}

TEST_P(Keeping, says_what_is_wrong_with_a_file_and_keeps_what_was_typed) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/wensboom/bewaren");
    amina.attach("foto", "GIF89a, noemt zich foto.jpg");
    amina.submit("/kaart/wensboom/bewaren", {{"woorden", "Dit mag niet weg"}, {"symbool", "ster"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("Dit mag niet weg"));
    EXPECT_TRUE(amina.shows("veld-foto"));
    EXPECT_TRUE(things().empty());
    EXPECT_TRUE(files().empty());
}

TEST_P(Keeping, sent_again_makes_no_second_thing_and_leaves_no_file_behind) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/wensboom/bewaren");
    const visitor::Visitor before = amina;
    amina.attach("foto", small_picture());
    amina.submit("/kaart/wensboom/bewaren");
    const std::vector<std::string> once = files();
    EXPECT_EQ(once.size(), 1U);
    visitor::Visitor again = before;
    again.attach("foto", small_picture());
    again.submit("/kaart/wensboom/bewaren");
    EXPECT_EQ(again.status(), 303);
    EXPECT_EQ(things().size(), 1U);
    EXPECT_EQ(files(), once);
    visitor::Visitor other = before;
    other.attach("foto", small_picture());
    other.submit("/kaart/wensboom/bewaren", {{"woorden", "Iets anders"}});
    EXPECT_EQ(other.status(), 409);
    EXPECT_TRUE(other.shows("Iets anders"));
    EXPECT_EQ(files(), once);
}

TEST_P(Keeping, takes_just_a_drawing) {
    auto amina = school.signed_in("amina");
    amina.get("/rugzak/bewaren");
    amina.submit("/rugzak/bewaren", {{"tekening", "640 480\ninkt 4 10 10 20 20 30 10"}});
    ASSERT_EQ(amina.status(), 303);
    const KeptThing thing = things().at(0);
    EXPECT_EQ(thing.place, "");
    amina.get("/beeld/" + thing.id.text() + "/" + thing.parts.at(0).id.text());
    EXPECT_EQ(amina.reply().type, "image/svg+xml");
    EXPECT_TRUE(amina.shows("<svg"));
    amina.get("/rugzak/bewaren");
    amina.submit("/rugzak/bewaren", {{"tekening", "<svg onload=alert(1)>"}, {"woorden", "Blijft staan"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("Blijft staan"));
    EXPECT_FALSE(amina.shows("<svg onload"));
}

TEST_P(Keeping, takes_just_a_symbol_with_a_time_and_a_kind) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/haven/bewaren");
    amina.submit("/kaart/haven/bewaren", {{"symbool", "anker"}, {"wanneer", "zomer 2024"}, {"soort", "wens"}, {"toont", "motieven"}});
    ASSERT_EQ(amina.status(), 303);
    const KeptThing thing = things().at(0);
    EXPECT_EQ(in_codes(thing.marks), "wens motieven anker");
    ASSERT_TRUE(thing.happened);
    EXPECT_EQ(thing.happened->precision, Precision::season);
    for (const auto& [query, found] : {std::pair{"?soort=wens", true}, {"?soort=talent", false}, {"?toont=motieven", true}, {"?plek=haven", true}, {"?plek=wensboom", false},
                                       {"?jaar=2024", true}, {"?jaar=2025", false}, {"?zoek=haven", true}, {"?zoek=bos", false}}) {
        amina.get(std::string{"/rugzak"} + query);
        EXPECT_EQ(amina.shows(page_of(thing)), found) << query;
    }
}

TEST_P(Keeping, refuses_a_time_that_is_none_and_shows_it_again) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/haven/bewaren");
    amina.submit("/kaart/haven/bewaren", {{"woorden", "Toen"}, {"wanneer", "31 februari 2024"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("31 februari 2024"));
    EXPECT_TRUE(amina.shows("Toen"));
    EXPECT_TRUE(things().empty());
}

TEST_P(Keeping, changes_what_was_kept_and_asks_when_it_was_changed_elsewhere) {
    school.keep_for("amina", "Iets met water", "wensboom", trial::picture_with("pixels"));
    const std::string page = page_of(things()[0]), form = page + "/anders";
    auto telephone = school.signed_in("amina"), laptop = school.signed_in("amina");
    telephone.get(form);
    laptop.get(form);
    EXPECT_TRUE(laptop.shows("Iets met water"));
    telephone.submit(form, {{"woorden", "Op mijn telefoon"}});
    ASSERT_EQ(telephone.status(), 303);
    laptop.submit(form, {{"woorden", "Op mijn laptop"}});
    EXPECT_EQ(laptop.status(), 409);
    EXPECT_TRUE(laptop.shows("Op mijn telefoon"));
    EXPECT_TRUE(laptop.shows("Op mijn laptop"));
    laptop.submit(form);
    ASSERT_EQ(laptop.status(), 303);
    EXPECT_EQ(school.words_of("amina"), std::vector<std::string>{"Op mijn laptop"});
    laptop.get(page + "/eerder");
    EXPECT_TRUE(laptop.shows("Op mijn telefoon"));
    EXPECT_TRUE(laptop.shows("Iets met water"));
    EXPECT_EQ(things()[0].parts.size(), 1U) << "its picture stays";
}

TEST_P(Keeping, a_change_of_an_older_text_takes_no_picture_away_not_from_a_backup_either) {
    school.keep_for("amina", "Iets met water", "wensboom", trial::picture_with("pixels"));
    const std::string page = page_of(things()[0]), form = page + "/anders", gone = "weg-" + things()[0].parts[0].id.text();
    auto telephone = school.signed_in("amina"), laptop = school.signed_in("amina");
    for (visitor::Visitor* each : {&telephone, &laptop}) each->get(form);
    telephone.submit(form, {{"woorden", "Op mijn telefoon"}});
    laptop.submit(form, {{"woorden", "Op mijn laptop"}, {gone, "ja"}});
    ASSERT_EQ(laptop.status(), 409);
    ASSERT_EQ(things()[0].parts.size(), 1U);
    const base::Id removal = removal_of(school.viewer("amina").person, things()[0].parts[0].id);
    EXPECT_FALSE(school.world.school().vault().was_removed("kept_part", removal));
    telephone.get(form);
    telephone.submit(form, {{"woorden", "Zonder beeld"}, {gone, "ja"}});
    EXPECT_EQ(telephone.status(), 303);
    EXPECT_TRUE(school.world.school().vault().was_removed("kept_part", removal));
}

TEST_P(Keeping, sound_comes_in_stretches_to_who_asks_so) {
    const std::string file = trial::picture_with("0123456789");
    const base::Id thing = school.keep_for("amina", "Geluid", "wensboom", file);
    auto amina = school.signed_in("amina");
    amina.get(trial::picture_path(thing));
    EXPECT_EQ(amina.body(), file);
    for (const auto& [range, bytes] : {std::pair<std::string, std::string>{"bytes=0-3", file.substr(0, 4)}, {"bytes=16-", file.substr(16)}, {"bytes=-4", file.substr(file.size() - 4)}, {"bytes=20-9999", file.substr(20)}}) {
        amina.get(trial::picture_path(thing), {{"range", range}});
        EXPECT_EQ(amina.status(), 206) << range;
        EXPECT_EQ(amina.body(), bytes) << range;
    }
    for (const char* wrong : {"bytes=9999-", "bytes=4-2", "bytes=a-b", "regels=1-2", "bytes=", "bytes=--1"}) {
        amina.get(trial::picture_path(thing), {{"range", wrong}});
        EXPECT_EQ(amina.status(), 200) << wrong;
        EXPECT_EQ(amina.body(), file) << wrong;
    }
}

}  // namespace
}  // namespace loopbaankaart::journey
