// A passport as a browser makes it: stamps, pages, their order, its telling; and what is gone, full, of somebody else or sent twice.
#include <gtest/gtest.h>

#include <algorithm>

#include "../trial.hpp"
#include "passport_html.hpp"
#include "passport_words.hpp"

namespace loopbaankaart::journey {
namespace {

class PassportPages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");
    base::Id hut = school.keep_for("amina", "De hut die we bouwden", "wensboom", trial::picture_with("hut-bytes")), zin = school.keep_for("amina", "Alleen een zin", "haven");
    visitor::Visitor amina = school.signed_in("amina");
    static constexpr const char* strokes = "100 50\nrood 6 1 2 3 4 5 6";

    std::vector<Record> all(RecordKind kind) {
        std::vector<Record> found;
        school.world.school().read([&](storage::Reads& reads) { found = records_of(reads, school.world.school().vault(), amina_herself, kind, 10'000); });
        return found;
    }
    Passport passport() {
        const auto kept = all(RecordKind::passport);
        return kept.empty() ? Passport{} : passport_of(kept.at(0));
    }
    std::vector<Telling> told() {
        std::vector<Telling> found;
        school.world.school().read([&](storage::Reads& reads) { found = tellings_of(reads, school.world.school().vault(), amina_herself, 100); });
        return found;
    }
    void press(const visitor::Values& values) {
        school.world.clock().advance(std::chrono::seconds{1});
        amina.get("/paspoort/stempel");
        amina.submit("/paspoort/stempel", values);
    }
    base::Id stamped(const visitor::Values& values) {
        press(values);
        EXPECT_EQ(amina.status(), 303);
        return all(RecordKind::stamp).at(0).id;
    }
    void lay(const visitor::Values& values) {
        school.world.clock().advance(std::chrono::seconds{1});
        amina.get("/paspoort/blad");
        amina.submit("/paspoort/blad", values);
    }
    base::Id laid(const visitor::Values& values) {
        lay(values);
        EXPECT_EQ(amina.status(), 303);
        return passport().pages.back().id;
    }
    static std::string form_of(const base::Id& page) { return "/paspoort/blad/" + page.text(); }
    void away(const base::Id& record) {
        amina.get("/rugzak");
        amina.post("/eigen/" + record.text() + "/weg", {{"sleutel", trial::form_key(amina)}});
        EXPECT_EQ(amina.status(), 303);
    }
    void tell(const visitor::Values& values = {}) {
        amina.get("/paspoort/vertel");
        amina.submit("/paspoort/vertel", values);
    }
    std::string bytes_of_part(const Telling& telling, std::size_t part) {
        amina.get("/verteld/" + telling.id.text() + "/" + telling.parts.at(part).id.text());
        return amina.body();
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, PassportPages, workbench::both, workbench::name);

TEST_P(PassportPages, are_a_closed_cover_with_a_name_while_there_is_nothing) {
    amina.get("/paspoort");
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows("leaves closed") && amina.shows(amina_herself.name));
    EXPECT_TRUE(all(RecordKind::passport).empty()) << "looking makes nothing";
    EXPECT_FALSE(amina.shows("/paspoort/vertel"));
}

TEST_P(PassportPages, go_from_a_stamp_to_a_telling) {
    const base::Id place = stamped({{"plek", "haven"}, {"rand", "touw"}, {"inkt", "zee"}}), drawn = stamped({{"woord", "Mijn berg"}, {"tekening", strokes}, {"rand", "ring"}});
    EXPECT_EQ(stamp_of(all(RecordKind::stamp).at(1)).rim, "touw");
    EXPECT_EQ(all(RecordKind::stamp).at(0).parts.at(0).form, PartForm::drawing);
    amina.follow();
    EXPECT_TRUE(amina.shows("Mijn berg"));
    const base::Id first = laid({{"stempel", place.text()}, {"woorden", "Hier begon het."}}), second = laid({{"stempel", drawn.text()}, {"ding", hut.text()}});
    amina.get("/paspoort");
    EXPECT_TRUE(amina.shows("Hier begon het.") && amina.shows("De hut die we bouwden") && amina.shows("blad-" + first.text()));
    amina.submit(form_of(second) + "/plek", {{"doen", "eerder"}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(passport().pages.at(0).id, second);
    tell({{"titel", "Van mij"}, {"taal", "en"}, {"papier", "nachtpapier"}});
    EXPECT_EQ(amina.status(), 303);
    ASSERT_EQ(told().size(), 1u);
    const Telling telling = told()[0];
    EXPECT_EQ(telling.form, TellingForm::passport);
    EXPECT_EQ(telling.language, base::Language::en);
    EXPECT_EQ(telling.pages.size(), 2u);
    ASSERT_EQ(telling.parts.size(), 3u);
    EXPECT_NE(telling.parts[2].description.find("Harbour"), std::string::npos) << "places in the language that was asked: " << telling.parts[2].description;
    EXPECT_NE(bytes_of_part(telling, 2).find(colour_on(*find(content().colours, "zee"), find(content().papers, "nachtpapier")->day)), std::string::npos) << "in the ink that can be seen on that paper";
    EXPECT_NE(bytes_of_part(telling, 1).find("viewBox=\"0 0 100 50\""), std::string::npos) << "with what was drawn";
    amina.get("/paspoort");
    EXPECT_TRUE(amina.shows("/verteld/" + telling.id.text()));
}

TEST_P(PassportPages, told_once_do_not_change_with_the_passport) {
    const base::Id stamp = stamped({{"woord", "Doorzetten"}}), page = laid({{"stempel", stamp.text()}, {"ding", hut.text()}});
    tell({{"titel", "Van mij"}});
    const Telling before = told().at(0);
    const std::string photo = bytes_of_part(before, 0), imprint = bytes_of_part(before, 1);
    amina.get("/paspoort/stempel/" + stamp.text() + "/anders");
    amina.submit("/paspoort/stempel/" + stamp.text() + "/anders", {{"woord", "Opgegeven"}});
    EXPECT_EQ(amina.status(), 303);
    away(stamp);
    amina.get(form_of(page));
    amina.submit(form_of(page), {{"doen", "eruit"}});
    EXPECT_TRUE(passport().pages.empty());
    const Telling after = told().at(0);
    EXPECT_EQ(after.pages, before.pages);
    EXPECT_EQ(bytes_of_part(after, 0), photo);
    EXPECT_EQ(bytes_of_part(after, 1), imprint);
}

TEST_P(PassportPages, nobody_gives_a_stamp) {
    laid({{"ding", zin.text()}});
    tell();
    EXPECT_TRUE(all(RecordKind::stamp).empty());
    for (const std::string& page : {std::string{"/kaart/haven"}, std::string{"/rugzak"}, "/rugzak/" + zin.text(), std::string{"/reis"}}) {
        amina.get(page);
        EXPECT_FALSE(amina.shows("/paspoort/stempel")) << page;
    }
    const std::string without = (amina.get("/paspoort"), amina.body());
    for (const atlas::Place& place : school.atlases.of(school.site)->places) {
        base::Language spoken{};
        if (place.id == "rugzak") continue;  // the way there stands on every page
        EXPECT_EQ(without.find(place.in(base::Language::nl, spoken).name), std::string::npos) << "no page says which place has none: " << place.id;
    }
}

TEST_P(PassportPages, say_what_a_stamp_can_be_of_and_keep_what_was_typed) {
    const struct { visitor::Values values; const base::Word& wrong; } cases[] = {
        {{{"woord", "  "}}, word::stamp_of_what},
        {{{"plek", "atlantis"}, {"woord", "Gezonken"}}, word::stamp_place_unknown},
        {{{"ding", zin.text()}, {"woord", "Gezonken"}}, word::stamp_no_picture},
        {{{"ding", hut.text()}, {"tekening", strokes}, {"woord", "Gezonken"}}, word::stamp_one_picture},
    };
    for (const auto& [values, wrong] : cases) {
        press(values);
        EXPECT_EQ(amina.status(), 422);
        EXPECT_TRUE(amina.shows(wrong.in(base::Language::nl))) << wrong.id;
        EXPECT_TRUE(!values.contains("ding") || amina.shows("Gezonken"));
    }
    press({{"woord", std::string(most_in_stamp_word + 1, 'w')}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(std::string(most_in_stamp_word + 1, 'w')) && amina.shows("veld-woord-fout"));
    amina.get("/paspoort/stempel");
    amina.attach("geluid", "RIFF");
    amina.submit("/paspoort/stempel", {{"woord", "Hoor"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(word::stamp_no_sound.in(base::Language::nl)) && amina.shows("Hoor"));
    EXPECT_TRUE(all(RecordKind::stamp).empty());
    stamped({{"rand", "bestaat-niet"}, {"inkt", "ook-niet"}, {"woord", "Toch"}});
    amina.follow();
    EXPECT_EQ(amina.status(), 200);
}

TEST_P(PassportPages, take_a_photo_of_the_backpack_along_as_one_of_their_own) {
    const base::Id stamp = stamped({{"ding", hut.text()}, {"woord", "Gebouwd"}});
    const KeptPart copy = all(RecordKind::stamp).at(0).parts.at(0);
    amina.get("/rugzak");
    amina.post("/rugzak/" + hut.text() + "/voorgoed", {{"sleutel", trial::form_key(amina)}});
    amina.get("/beeld/" + stamp.text() + "/" + copy.id.text());
    EXPECT_TRUE(amina.shows("hut-bytes"));
}

TEST_P(PassportPages, leave_out_what_is_thrown_away_and_have_it_back) {
    const base::Id stamp = stamped({{"woord", "Even weg"}}), page = laid({{"stempel", stamp.text()}});
    away(stamp);
    amina.get("/paspoort");
    EXPECT_FALSE(amina.shows("Even weg"));
    EXPECT_TRUE(amina.shows("leaves closed")) << "an empty page is nowhere";
    amina.post("/paspoort/vertel", {{"sleutel", trial::form_key(amina)}, {"id", school.world.id().text()}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(told().empty());
    amina.get(form_of(page));
    amina.submit(form_of(page), {{"woorden", "Alleen dit nog"}});
    EXPECT_EQ(amina.status(), 303);
    amina.get("/rugzak");
    amina.post("/eigen/" + stamp.text() + "/terug", {{"sleutel", trial::form_key(amina)}});
    amina.get("/paspoort");
    EXPECT_TRUE(amina.shows("Even weg") && amina.shows("Alleen dit nog"));
}

TEST_P(PassportPages, with_a_stamp_that_went_meanwhile_are_asked_about) {
    const base::Id stamp = stamped({{"woord", "Net weg"}});
    amina.get("/paspoort/blad");
    visitor::Visitor laptop = amina;
    away(stamp);
    laptop.submit("/paspoort/blad", {{"stempel", stamp.text()}, {"woorden", "Nog niet bewaard"}});
    EXPECT_EQ(laptop.status(), 422);
    EXPECT_TRUE(laptop.shows(word::page_stamp_lost.in(base::Language::nl)) && laptop.shows("Nog niet bewaard"));
    lay({});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(word::page_empty.in(base::Language::nl)));
    EXPECT_TRUE(passport().pages.empty());
}

TEST_P(PassportPages, are_sixty_and_no_more) {
    for (std::size_t at = 0; at < most_passport_pages; ++at) laid({{"woorden", "Blad"}});
    lay({{"woorden", "Eentje te veel"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(word::passport_full.in(base::Language::nl)) && amina.shows("Eentje te veel"));
    EXPECT_EQ(passport().pages.size(), most_passport_pages);
    amina.get("/paspoort");
    EXPECT_EQ(amina.status(), 200);
}

TEST_P(PassportPages, sent_twice_are_one_and_changed_on_two_devices_lose_nothing) {
    laid({{"woorden", "Het eerste blad"}});
    amina.get("/paspoort/blad");
    visitor::Visitor again = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit("/paspoort/blad", {{"woorden", "Een blad"}});
        EXPECT_EQ(browser->status(), 303);
    }
    ASSERT_EQ(passport().pages.size(), 2u);
    amina.get("/paspoort");
    visitor::Visitor twice = amina;
    const base::Id last = passport().pages.back().id;
    for (visitor::Visitor* browser : {&amina, &twice}) browser->submit(form_of(last) + "/plek", {{"doen", "eerder"}});
    EXPECT_EQ(passport().pages.front().id, last) << "moved once";
    visitor::Visitor laptop = school.signed_in("amina");
    laptop.get(form_of(last));
    amina.get(form_of(last));
    amina.submit(form_of(last), {{"woorden", "Van de telefoon"}});
    laptop.submit(form_of(last), {{"woorden", "Van de laptop"}});
    EXPECT_EQ(laptop.status(), 409);
    EXPECT_TRUE(laptop.shows("Van de telefoon") && laptop.shows("Van de laptop"));
    laptop.submit(form_of(last));
    EXPECT_EQ(passport().pages.front().words, "Van de laptop");
    EXPECT_EQ(passport().pages.size(), 2u);
}

TEST_P(PassportPages, of_somebody_else_are_not_there) {
    const base::Id stamp = stamped({{"woord", "Van mij"}}), page = laid({{"stempel", stamp.text()}});
    visitor::Visitor joris = school.signed_in("joris");
    for (const std::string& address : {"/paspoort/stempel/" + stamp.text(), "/paspoort/stempel/" + stamp.text() + "/anders", form_of(page), "/eigen/" + stamp.text()}) {
        joris.get(address);
        EXPECT_EQ(joris.status(), 404) << address;
    }
    joris.get("/paspoort/blad?stempel=" + stamp.text());
    EXPECT_FALSE(joris.shows("Van mij"));
    joris.submit("/paspoort/blad", {{"stempel", stamp.text()}, {"woorden", "Gestolen"}});
    EXPECT_EQ(joris.status(), 422);
    const std::string key = trial::form_key(joris);
    for (const std::string& address : {form_of(page), form_of(page) + "/plek"}) {
        joris.post(address, {{"sleutel", key}, {"id", school.world.id().text()}, {"doen", "eruit"}});
        EXPECT_EQ(joris.status(), 404);
    }
    EXPECT_EQ(passport().pages.size(), 1u);
}

TEST_P(PassportPages, lie_sealed_and_go_with_who_made_them) {
    const std::string canary = "Blauwevinvis";
    const base::Id stamp = stamped({{"woord", canary}, {"tekening", strokes}});
    laid({{"stempel", stamp.text()}, {"woorden", canary}});
    tell({{"titel", canary}});
    const auto lies = [&](const std::string& what) {
        std::string raw;
        for (const char* table : {"own_record", "telling"}) raw += trial::raw_columns(school.world, table, {"owner", "body"});
        return raw.find(what) != std::string::npos;
    };
    EXPECT_FALSE(lies(canary));
    EXPECT_EQ(trial::raw_files(school.world.school().folder() / "media").find("currentColor"), std::string::npos) << "what is pressed lies sealed too";
    EXPECT_TRUE(lies(amina_herself.person.text()));
    school.world.school().write_now([&](storage::Writes& writes) { erase_person(writes, school.world.school(), amina_herself.person); });
    EXPECT_FALSE(lies(amina_herself.person.text()));
}

TEST_P(PassportPages, show_what_somebody_typed_as_text) {
    const base::Id stamp = stamped({{"woord", "<b>&\"ش"}});
    laid({{"stempel", stamp.text()}, {"woorden", "<script>1</script>"}});
    amina.get("/paspoort");
    EXPECT_FALSE(amina.shows("<script>1") || amina.shows("<b>"));
    EXPECT_TRUE(amina.shows("&lt;script&gt;"));
}

}  // namespace
}  // namespace loopbaankaart::journey
