// A cv as a browser makes it: filled on its sheet, kept, changed, told; and what goes wrong on the way.
#include <gtest/gtest.h>

#include <fstream>

#include "../telling/told_cv.hpp"
#include "../trial.hpp"
#include "cv.hpp"
#include "cv_words.hpp"

namespace loopbaankaart::journey {
namespace {

const std::string canary = "kwartelkoning-5512";

class Cvs : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");
    visitor::Visitor amina = school.signed_in("amina");

    storage::School& house() { return school.world.school(); }
    std::vector<Record> cvs() {
        std::vector<Record> found;
        house().read([&](storage::Reads& reads) { found = records_of(reads, house().vault(), amina_herself, RecordKind::cv, 1'000); });
        return found;
    }
    std::vector<Telling> tellings() {
        std::vector<Telling> found;
        house().read([&](storage::Reads& reads) { found = tellings_of(reads, house().vault(), amina_herself, 100); });
        return found;
    }
    static std::string page_of(const base::Id& cv, const std::string& what = {}) { return "/cv/" + cv.text() + (what.empty() ? "" : "/" + what); }
    base::Id made(const visitor::Values& values) {
        school.world.clock().advance(std::chrono::seconds{1});
        amina.get("/cv/nieuw");
        amina.submit("/cv/nieuw", values);
        EXPECT_EQ(amina.status(), 303);
        return cvs().at(0).id;
    }
    base::Id kept_with(PartForm form) {
        const KeptPart part{.id = school.world.id(), .form = form, .file = house().media().put(amina_herself.person, base::bytes_of("bytes")), .seconds = 3};
        const KeptThing thing{.id = school.world.id(), .words = "Iets met iets erbij", .kept_at = school.world.clock().now(), .parts = {part}};
        house().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, house().vault(), amina_herself, thing), Kept::made); });
        return thing.id;
    }
    void throw_away(const base::Id& thing) {
        amina.get("/rugzak/" + thing.text());
        amina.post("/rugzak/" + thing.text() + "/weg", {{"sleutel", trial::form_key(amina)}});
        EXPECT_EQ(amina.status(), 303);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Cvs, workbench::both, workbench::name);

TEST_P(Cvs, are_filled_on_their_sheet_and_kept_as_they_were) {
    amina.get("/cv");
    EXPECT_TRUE(amina.shows("/cv/nieuw\"")) << "an empty place invites";
    const base::Id thing = school.keep_for("amina", "Een dag in de kas"), drawn = kept_with(PartForm::drawing);
    const base::Id cv = made({{"naam", "Noor"}, {"over", canary}, {"woorden-capaciteiten", "Ik zie veel"}, {"bewijs-sturing", thing.text()}, {"bij-sturing-" + thing.text(), "Zelf geregeld"}, {"portret", drawn.text()}});
    const Record kept = cvs().at(0);
    const LobCv is = cv_of(kept);
    EXPECT_EQ(is.name, "Noor");
    EXPECT_EQ(is.parts[0].words, "Ik zie veel");
    EXPECT_EQ(is.parts[3].evidence, (std::vector<CvEvidence>{{thing, "Zelf geregeld"}}));
    EXPECT_EQ(kept.parts.size(), 1u) << "its photo is a copy of its own";
    EXPECT_EQ(kept.links, (std::vector<Link>{{"kept_thing", thing}}));
    EXPECT_EQ(trial::raw_columns(school.world, "own_record", {"body"}).find(canary), std::string::npos);
    amina.get(page_of(cv));
    EXPECT_TRUE(amina.shows(canary) && amina.shows("Zelf geregeld") && amina.shows("/beeld/" + cv.text()));
    amina.submit(page_of(cv), {{"naam", "Noor"}, {"woorden-motieven", "Rust"}, {"weg-" + kept.parts[0].id.text(), "ja"}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(cv_of(cvs().at(0)).parts[1].words, "Rust");
    EXPECT_TRUE(cv_of(cvs().at(0)).parts[3].empty() && cvs().at(0).parts.empty());
}

TEST_P(Cvs, sent_twice_are_one_and_another_text_is_asked_about) {
    amina.get("/cv/nieuw");
    visitor::Visitor again = amina, other = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit("/cv/nieuw", {{"naam", "Noor"}});
        EXPECT_EQ(browser->status(), 303);
    }
    EXPECT_EQ(cvs().size(), 1u);
    other.submit("/cv/nieuw", {{"naam", "Iemand anders"}});
    EXPECT_EQ(other.status(), 409);
    EXPECT_TRUE(other.shows("Noor") && other.shows("Iemand anders"));
}

TEST_P(Cvs, that_say_nothing_are_not_kept) {
    amina.get("/cv/nieuw");
    amina.submit("/cv/nieuw", {{"naam", " "}, {"over", "\n"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(cvs().empty());
}

TEST_P(Cvs, are_ten_at_most_and_what_was_typed_for_an_eleventh_stays) {
    for (std::size_t number = 0; number < most_cvs; ++number) made({{"naam", "Noor " + std::to_string(number)}});
    visitor::Visitor tenth = amina;
    amina.get("/cv/nieuw");
    EXPECT_EQ(amina.status(), 422);
    amina.submit("/cv/nieuw", {{"naam", "De elfde"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("De elfde"));
    EXPECT_EQ(cvs().size(), most_cvs);
    amina.post("/cv/nieuw", {{"sleutel", trial::form_key(amina)}, {"id", cvs().at(0).id.text()}, {"naam", "Noor 9"}});
    EXPECT_EQ(amina.status(), 303) << "the tenth, sent again, is there already";
}

TEST_P(Cvs, take_a_picture_for_a_photo_and_no_sound) {
    const base::Id sound = kept_with(PartForm::sound), words = school.keep_for("amina", "Alleen woorden");
    for (const base::Id& thing : {sound, words}) {
        amina.get("/cv/nieuw");
        amina.submit("/cv/nieuw", {{"naam", "Noor"}, {"portret", thing.text()}});
        EXPECT_EQ(amina.status(), 422);
        EXPECT_TRUE(amina.shows(word::cv_photo_is_a_picture.in(base::Language::nl)) && amina.shows("value=\"Noor\""));
    }
    for (const char* field : {"foto", "geluid"}) {
        amina.get("/cv/nieuw");
        amina.attach(field, "ID3 dit is een geluid");
        amina.submit("/cv/nieuw", {{"naam", "Noor"}});
        EXPECT_EQ(amina.status(), 422) << field;
    }
    EXPECT_TRUE(cvs().empty());
    const base::Id cv = made({{"naam", "Noor"}, {"bewijs-motieven", sound.text()}});
    EXPECT_EQ(cv_of(cvs().at(0)).parts[1].evidence.at(0).thing, sound) << "in a part a sound is welcome";
    amina.get(page_of(cv, "vertel"));
    amina.submit(page_of(cv, "vertel"), {{"koppen", "nl"}});
    EXPECT_EQ(amina.status(), 303);
}

TEST_P(Cvs, keep_one_photo) {
    const base::Id drawn = kept_with(PartForm::drawing);
    const base::Id cv = made({{"naam", "Noor"}, {"portret", drawn.text()}});
    amina.get(page_of(cv));
    amina.submit(page_of(cv), {{"naam", "Noor"}, {"portret", drawn.text()}});
    EXPECT_EQ(amina.status(), 422) << "the one that is there has to go first";
    const base::Id first = cvs().at(0).parts.at(0).id;
    amina.get(page_of(cv));
    amina.submit(page_of(cv), {{"naam", "Noor"}, {"portret", drawn.text()}, {"weg-" + first.text(), "ja"}});
    EXPECT_EQ(amina.status(), 303);
    ASSERT_EQ(cvs().at(0).parts.size(), 1u);
    EXPECT_NE(cvs().at(0).parts[0].id, first);
}

TEST_P(Cvs, lose_what_was_thrown_away_and_say_so_before_they_are_told) {
    const base::Id gone = school.keep_for("amina", "Straks weg"), stays = school.keep_for("amina", "Dit blijft");
    amina.get("/cv/nieuw");
    visitor::Visitor late = amina;
    const base::Id cv = made({{"naam", "Noor"}, {"bewijs-motieven", gone.text()}, {"bewijs-sturing", stays.text()}});
    throw_away(gone);
    late.submit("/cv/nieuw", {{"naam", "Te laat"}, {"bewijs-motieven", gone.text()}});
    EXPECT_EQ(late.status(), 422);
    EXPECT_TRUE(late.shows("value=\"Te laat\""));
    amina.get(page_of(cv));
    EXPECT_TRUE(amina.shows(word::cv_evidence_gone.in(base::Language::nl)));
    amina.get(page_of(cv, "vertel"));
    amina.submit(page_of(cv, "vertel"), {{"koppen", "nl"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(tellings().empty());
    amina.submit(page_of(cv, "vertel"), {{"koppen", "nl"}});
    EXPECT_EQ(amina.status(), 303);
    ASSERT_EQ(tellings().size(), 1u);
    EXPECT_EQ(told_cv(tellings()[0]).parts.size(), 1u);
}

TEST_P(Cvs, are_told_on_one_page_with_headings_in_a_language_of_choice) {
    const base::Id cv = made({{"naam", "Noor Bakker"}, {"woorden-capaciteiten", "Ik zie veel"}});
    amina.get(page_of(cv, "vertel"));
    visitor::Visitor again = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit(page_of(cv, "vertel"), {{"koppen", "en"}, {"papier", "schrift"}, {"inkt", "zee"}});
        EXPECT_EQ(browser->status(), 303);
    }
    ASSERT_EQ(tellings().size(), 1u);
    const Telling telling = tellings()[0];
    EXPECT_EQ(telling.form, TellingForm::cv);
    EXPECT_EQ(telling.language, base::Language::en);
    EXPECT_EQ(telling.told_from, cv);
    amina.get("/verteld/" + telling.id.text());
    EXPECT_TRUE(amina.shows("Noor Bakker") && amina.shows(competences[0].name.in(base::Language::en)) && !amina.shows(competences[1].name.in(base::Language::en)));
    amina.get("/verteld/" + telling.id.text() + "/boekje.pdf");
    const std::string english = amina.body();
    EXPECT_TRUE(english.starts_with("%PDF-"));
    amina.get("/verteld/" + telling.id.text() + "/boekje.pdf?taal=nl");
    EXPECT_TRUE(amina.body().starts_with("%PDF-") && amina.body() != english);
    amina.get("/verteld/" + telling.id.text() + "/scherm");
    EXPECT_EQ(amina.status(), 200);
}

TEST_P(Cvs, that_are_too_full_are_not_told_and_say_which_part_is_longest) {
    std::string much;
    while (much.size() < most_in_cv_part - 10) much += "Veel werk. ";
    visitor::Values values{{"naam", "Noor"}};
    for (const auto& each : competences) values["woorden-" + std::string{each.code.view()}] = each.mark == Competence::motives ? much : much.substr(0, 1'100);
    const base::Id cv = made(values);
    amina.get(page_of(cv, "vertel"));
    amina.submit(page_of(cv, "vertel"), {{"koppen", "nl"}, {"titel", "Mijn blad"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(competences[1].name.in(base::Language::nl)) && amina.shows("value=\"Mijn blad\""));
    EXPECT_TRUE(tellings().empty());
}

}  // namespace
}  // namespace loopbaankaart::journey
