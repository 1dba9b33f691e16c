// Telling as a browser does: choosing, looking, showing, printing, sharing, throwing away.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "../removal.hpp"
#include "../trial.hpp"
#include "telling_html.hpp"
#include "telling_words.hpp"
#include "told_booklet.hpp"

namespace loopbaankaart::journey {
namespace {

// What somebody reads who opens a PDF, by another program than made it.
std::string read_aloud(const std::string& pdf) {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("booklet-" + base::sha256_hex(pdf).substr(0, 16));
    std::filesystem::create_directory(folder);
    std::ofstream{folder / "a.pdf", std::ios::binary} << pdf;
    const int code = std::system(("pdftotext -raw " + (folder / "a.pdf").string() + " " + (folder / "a.txt").string()).c_str());
    std::ifstream in{folder / "a.txt", std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    std::filesystem::remove_all(folder);
    return code == 0 ? text : "no PDF";
}

constexpr std::string_view line_drawn = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M2 2L38 28" stroke="#26252E" fill="none"/></svg>)";

constexpr std::string_view other_line = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M2 2L38 27" stroke="#26252E" fill="none"/></svg>)";  // as long

class TellingPages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");

    KeptPart drawing(std::string_view drawn = line_drawn) {
        return {.id = school.world.id(), .form = PartForm::drawing, .file = school.world.school().media().put(amina_herself.person, base::bytes_of(drawn)), .width = 40, .height = 30,
                .description = "Een lijn"};
    }
    base::Id told(const Draft& draft) {
        school.world.clock().advance(std::chrono::seconds{1});
        const base::Id id = school.world.id();
        SealedTelling sealed{school.world.school(), amina_herself, draft, id, school.world.clock().now()};
        school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(tell(writes, school.world.school().vault(), amina_herself, sealed), Kept::made); });
        return id;
    }
    base::Id told(std::string_view drawn = line_drawn) {
        Draft draft{.form = TellingForm::self_story, .title = "Wie ik werd", .paper = "schrift", .colour = "zee"};
        draft.picture({drawing(drawn)}, "Bij het water");
        draft.say(ToldBlock::Form::word, "Zorgen");
        draft.begin_page();
        draft.say(ToldBlock::Form::heading, "Later");
        draft.say(ToldBlock::Form::words, "Het ging verder.");
        return told(draft);
    }
    static std::string page_of(const base::Id& id) { return "/verteld/" + id.text(); }
    std::string picture_of(const base::Id& id) {
        std::optional<Telling> telling;
        school.world.school().read([&](storage::Reads& reads) { telling = find_telling(reads, school.world.school().vault(), amina_herself, id, school.world.clock().now()); });
        return page_of(id) + "/" + telling.value().parts.at(0).id.text();
    }
    void give(const base::Id& id, std::string_view to) {
        school.world.school().write_now([&](storage::Writes& writes) {
            access::give(writes, {school.world.id(), {telling_kind, id, amina_herself.person}, school.viewer(to).person, access::Verb::read, "verteld", {}}, school.world.clock().now(), school.randomness);
        });
    }
    std::size_t looks(const base::Id& id) {
        std::size_t count = 0;
        school.world.school().read([&](storage::Reads& reads) { count = access::looks_at(reads, amina_herself.person, "telling " + id.text()).size(); });
        return count;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, TellingPages, workbench::both, workbench::name);

TEST_P(TellingPages, show_what_was_told_on_its_paper_on_the_table_and_on_the_screen) {
    auto amina = school.signed_in("amina");
    amina.get("/verteld");
    EXPECT_TRUE(amina.shows(word::no_tellings.in(base::Language::nl)));
    const base::Id id = told();
    amina.get("/verteld");
    EXPECT_TRUE(amina.shows(page_of(id)) && amina.shows("Wie ik werd"));
    for (const std::string& page : {page_of(id), page_of(id) + "/scherm"}) {
        amina.get(page);
        EXPECT_EQ(amina.status(), 200);
        for (const char* shown : {"Wie ik werd", "Persoon amina", "Bij het water", "Zorgen", "Later", "Het ging verder.", "paper-schrift", "own-zee", "alt=\"Een lijn\""}) EXPECT_TRUE(amina.shows(shown)) << page << " " << shown;
        EXPECT_TRUE(amina.shows(picture_of(id)));
    }
    EXPECT_TRUE(amina.shows("#blad-3") && !amina.shows("#blad-4"));
    amina.get(picture_of(id));
    EXPECT_EQ(amina.reply().type, "image/svg+xml");
    EXPECT_EQ(amina.body(), line_drawn);
    EXPECT_EQ(looks(id), 0u) << "who told it is nobody who looks";
}

TEST_P(TellingPages, list_what_was_told_earlier_behind_a_link) {
    std::vector<base::Id> all;
    for (int at = 0; at < 26; ++at) {
        Draft draft{.title = "Boekje " + std::to_string(at)};
        draft.say(ToldBlock::Form::words, "x");
        all.push_back(told(draft));
    }
    auto amina = school.signed_in("amina");
    amina.get("/verteld");
    EXPECT_TRUE(amina.shows("Boekje 25") && amina.shows("Boekje 2<") && !amina.shows("Boekje 1<"));
    amina.get("/verteld?voor=" + all[2].text());
    EXPECT_TRUE(amina.shows("Boekje 1<") && !amina.shows("Boekje 2<"));
    amina.get("/verteld?voor=onzin");
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(TellingPages, print_it_in_three_sizes) {
    const base::Id id = told();
    auto amina = school.signed_in("amina");
    std::set<std::string> made;
    for (const char* size : {"a4", "a5", "vouw"}) {
        amina.get(page_of(id) + "/boekje.pdf?maat=" + size);
        ASSERT_EQ(amina.status(), 200);
        EXPECT_EQ(amina.reply().type, "application/pdf");
        const std::string text = read_aloud(amina.body());
        for (const char* read : {"Wie ik werd", "Persoon amina", "Bij het water", "Zorgen", "Later", "Het ging verder."}) EXPECT_NE(text.find(read), std::string::npos) << size << ": " << read << " in " << text;
        made.insert(amina.body());
    }
    EXPECT_EQ(made.size(), 3u);
    const std::string a5 = amina.body();
    amina.get(page_of(id) + "/boekje.pdf?maat=vouw");
    EXPECT_EQ(amina.body(), a5) << "the same telling is the same booklet";
}

TEST_P(TellingPages, open_to_who_it_is_shared_with_and_to_nobody_else) {
    const base::Id id = told();
    auto joris = school.signed_in("joris");
    const std::vector<std::string> pages{page_of(id), page_of(id) + "/scherm", page_of(id) + "/boekje.pdf", picture_of(id)};
    joris.get(page_of(school.world.id()));
    const std::string absent = joris.body();
    for (const std::string& page : pages) {
        joris.get(page);
        EXPECT_EQ(joris.status(), 404) << page;
        EXPECT_EQ(joris.body(), absent) << page;
    }
    give(id, "joris");
    for (const std::string& page : pages) {
        joris.get(page);
        EXPECT_EQ(joris.status(), 200) << page;
    }
    EXPECT_EQ(looks(id), 1u) << "a line for every person and hour";
    joris.get(page_of(id));
    EXPECT_TRUE(joris.shows("Persoon amina") && !joris.shows("/weg\"") && !joris.shows("/deel/verteld"));
    joris.get("/verteld");
    EXPECT_FALSE(joris.shows("Wie ik werd")) << "a list of one's own";
    joris.get(page_of(id) + "/voorgoed");
    EXPECT_EQ(joris.status(), 404);
    joris.get("/rugzak");
    const std::string key = trial::form_key(joris);
    for (const char* deed : {"/weg", "/terug", "/voorgoed"}) joris.post(page_of(id) + deed, {{"sleutel", key}});
    auto amina = school.signed_in("amina");
    amina.get(page_of(id));
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows("Het ging verder."));
}

TEST_P(TellingPages, tell_again_without_a_picture_and_throw_the_one_before_away) {
    const base::Id id = told();
    give(id, "joris");
    auto amina = school.signed_in("amina");
    amina.get(page_of(id));
    EXPECT_TRUE(amina.shows(page_of(id) + "/zonder"));
    amina.get(page_of(id) + "/zonder");
    amina.submit(page_of(id) + "/zonder");
    EXPECT_EQ(amina.status(), 422) << "nothing was chosen";
    const std::string part = picture_of(id).substr(picture_of(id).rfind('/') + 1);
    std::string fresh;
    for (int twice = 0; twice < 2; ++twice) {
        visitor::Visitor same = amina;
        same.submit(page_of(id) + "/zonder", {{"foto", part}});
        ASSERT_EQ(same.status(), 303);
        if (twice == 0) fresh = std::string{same.location()};
        EXPECT_EQ(std::string{same.location()}.substr(0, 35), fresh.substr(0, 35)) << "sent twice, it is one";
    }
    amina.get(fresh);
    for (const char* stays : {"Wie ik werd", "Zorgen", "Later", "paper-schrift", "own-zee"}) EXPECT_TRUE(amina.shows(stays)) << stays;
    EXPECT_FALSE(amina.shows("Bij het water"));
    amina.get(page_of(id));
    EXPECT_TRUE(amina.shows("/terug")) << "it lies in the bin";
    auto joris = school.signed_in("joris");
    for (const std::string& page : {page_of(id), fresh, page_of(id) + "/zonder"}) {
        joris.get(page);
        EXPECT_EQ(joris.status(), 404) << page;
    }
}

TEST_P(TellingPages, without_its_only_picture_are_not_told) {
    Draft draft{.form = TellingForm::story};
    draft.picture({drawing()}, "Alleen dit");
    const base::Id id = told(draft);
    auto amina = school.signed_in("amina");
    amina.get(page_of(id) + "/zonder");
    amina.submit(page_of(id) + "/zonder", {{"foto", picture_of(id).substr(picture_of(id).rfind('/') + 1)}});
    EXPECT_EQ(amina.status(), 422);
    amina.get(page_of(id));
    EXPECT_TRUE(amina.shows("Alleen dit") && amina.shows("/weg")) << "it stays as it was";
}

TEST_P(TellingPages, are_named_when_what_they_hold_goes_for_good_and_stay_unless_said_otherwise) {
    for (const bool there_too : {false, true}) {
        KeptThing thing{.id = school.world.id(), .words = "Bij het water zag ik het", .kept_at = school.world.clock().now(), .parts = {drawing()}};
        school.world.school().write_now([&](storage::Writes& writes) { keep(writes, school.world.school().vault(), amina_herself, thing); });
        KeptPart copy = thing.parts[0];  // by way of a post: a name of its own, the same bytes
        copy.id = school.world.id();
        Draft draft{.form = TellingForm::story, .title = there_too ? "Met vinkje" : "Zonder vinkje"};
        draft.picture({copy}, "Het water");
        draft.say(ToldBlock::Form::words, thing.words);
        draft.say(ToldBlock::Form::words, "En toen verder.");
        const base::Id holds = told(draft), other = told(other_line);
        auto amina = school.signed_in("amina");
        const std::string away = "/rugzak/" + thing.id.text() + "/voorgoed";
        amina.get(away);
        EXPECT_TRUE(amina.shows(page_of(holds)));
        amina.submit(away, there_too ? visitor::Values{{"daar", "ja"}} : visitor::Values{});
        EXPECT_EQ(amina.status(), 303);
        amina.get(page_of(holds));
        EXPECT_EQ(amina.status(), there_too ? 404 : 200);
        if (!there_too) { EXPECT_TRUE(amina.shows("Het water") && amina.shows(thing.words)); }
        amina.get("/verteld");
        EXPECT_TRUE(amina.shows(draft.title)) << "told again, or still";
        std::vector<Telling> all;
        school.world.school().read([&](storage::Reads& reads) { all = tellings_of(reads, school.world.school().vault(), amina_herself, 100); });
        const auto left = std::ranges::find(all, draft.title, &Telling::title);
        ASSERT_NE(left, all.end());
        EXPECT_EQ(left->parts.empty(), there_too);
        EXPECT_EQ(left->pages.at(0).size(), there_too ? 1u : 3u);
        amina.get(page_of(other));
        EXPECT_EQ(amina.status(), 200) << "with another picture of the same looks it has nothing to do";
    }
}

TEST_P(TellingPages, print_without_a_picture_that_cannot_be_printed) {
    Draft draft{.form = TellingForm::story, .title = "Toch een boekje"};
    KeptPart broken{.id = school.world.id(), .form = PartForm::photo, .file = school.world.school().media().put(amina_herself.person, base::bytes_of("no photo at all")), .width = 4, .height = 3};
    draft.picture({drawing()}, "Een lijn op papier");
    draft.picture({broken}, "Onder wat niet lukt");
    const base::Id id = told(draft);
    auto amina = school.signed_in("amina");
    amina.get(page_of(id) + "/boekje.pdf");
    ASSERT_EQ(amina.reply().type, "application/pdf");
    const std::string text = read_aloud(std::string{amina.body()});
    for (const char* there : {"Toch een boekje", "Een lijn op papier", "Onder wat niet lukt"}) EXPECT_NE(text.find(there), std::string::npos) << there << " in " << text;
}

TEST_P(TellingPages, throw_away_take_back_and_remove_for_good) {
    const base::Id id = told();
    give(id, "joris");
    auto amina = school.signed_in("amina"), joris = school.signed_in("joris");
    amina.get(page_of(id));
    amina.submit(page_of(id) + "/weg");
    amina.follow();
    EXPECT_TRUE(amina.shows("Wie ik werd")) << "in the bin";
    for (const std::string& page : {page_of(id), page_of(id) + "/boekje.pdf", page_of(id) + "/scherm"}) {
        joris.get(page);
        EXPECT_EQ(joris.status(), 404);
    }
    amina.get(page_of(id) + "/boekje.pdf");
    EXPECT_EQ(amina.status(), 404);
    amina.get("/verteld");
    EXPECT_FALSE(amina.shows("Wie ik werd"));
    amina.get(page_of(id));
    EXPECT_TRUE(amina.shows("Het ging verder."));
    amina.submit(page_of(id) + "/terug");
    amina.follow();
    EXPECT_TRUE(amina.shows("/scherm"));
    joris.get(page_of(id));
    EXPECT_EQ(joris.status(), 404) << "what was shared of it ended";
    amina.get(page_of(id) + "/voorgoed");
    EXPECT_TRUE(amina.shows("Wie ik werd"));
    const std::string key = trial::form_key(amina);
    for (int time = 0; time < 2; ++time) amina.post(page_of(id) + "/voorgoed", {{"sleutel", key}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(trial::raw_columns(school.world, "telling", {"id"}) + trial::raw_columns(school.world, "telling_part", {"id"}), "");
    amina.get(page_of(id));
    EXPECT_EQ(amina.status(), 404);
}

// ---- as it is printed, without a school

class Printed : public ::testing::Test {
protected:
    base::SystemRandomness randomness;
    KeptPart part(PartForm form) { return {.id = base::Id::make(base::instant(1), randomness), .form = form}; }
    workshop::Booklet printed(const Draft& draft) {
        return booklet_of(journey::told(draft, base::Id::make(base::instant(1), randomness), base::instant(1)), {.teller = "Noor", .when = "vandaag", .title = "Titel", .sound = "Geluid"},
                          [&](const KeptPart& each) -> std::optional<base::Bytes> {
                              EXPECT_NE(each.form, PartForm::sound);
                              if (each.description == "weg") return std::nullopt;
                              return base::Bytes{1};
                          });
    }
};

TEST_F(Printed, has_its_front_its_paper_and_its_ink) {
    Draft draft{.paper = "nachtpapier", .colour = "zee"};
    draft.say(ToldBlock::Form::words, "Eén");
    const workshop::Booklet booklet = printed(draft);
    EXPECT_EQ(booklet.title, "Titel");
    EXPECT_EQ(booklet.author, "Noor");
    ASSERT_TRUE(booklet.cover);
    EXPECT_EQ(booklet.cover->when, "vandaag");
    EXPECT_FALSE(booklet.cover->picture);
    EXPECT_EQ(booklet.paper.pattern, workshop::Paper::Pattern::dots);
    EXPECT_EQ(booklet.paper.paper, "#1F2A44");
    EXPECT_EQ(booklet.paper.accent, "#8CD0DF") << "light ink on dark paper";
}

TEST_F(Printed, lays_halves_side_by_side_says_what_is_heard_and_leaves_out_what_is_gone) {
    Draft draft;
    KeptPart gone = part(PartForm::photo), sound = part(PartForm::sound), first = part(PartForm::photo);
    gone.description = "weg";
    sound.description = "De zee";
    draft.picture({gone});
    draft.picture({first}, "Een", ToldBlock::Form::half);
    draft.picture({part(PartForm::photo)}, "Twee", ToldBlock::Form::half);
    draft.picture({part(PartForm::photo)}, "Drie", ToldBlock::Form::half);
    draft.picture({part(PartForm::drawing)}, "Lijn");
    draft.picture({sound});
    draft.picture({first}, "Nog eens");
    const workshop::Booklet booklet = printed(draft);
    using Form = workshop::Block::Form;
    ASSERT_EQ(booklet.pages.size(), 1u);
    const auto& blocks = booklet.pages[0];
    ASSERT_EQ(blocks.size(), 5u);
    EXPECT_EQ(blocks[0].form, Form::photo_pair);
    EXPECT_EQ(blocks[0].pictures, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(blocks[0].caption, "Een · Twee");
    EXPECT_EQ(blocks[1].pictures.size(), 1u);
    EXPECT_EQ(blocks[2].form, Form::drawing);
    EXPECT_EQ(blocks[3].text, "Geluid: De zee");
    EXPECT_EQ(blocks[4].pictures, std::vector<std::size_t>{0}) << "a picture is printed from one copy";
    EXPECT_EQ(booklet.pictures.size(), 4u);
}

}  // namespace
}  // namespace loopbaankaart::journey
