#include "competences.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "../trial.hpp"
#include "competences_words.hpp"
#include "hanging_html.hpp"

namespace loopbaankaart::journey {
namespace {

base::Id an_id() {
    static base::SystemRandomness randomness;
    return base::Id::make(base::instant(1), randomness);
}

Hung a_word(const std::string& word, std::optional<Competence> shows = {}, int x = 500, int y = 500) { return {.id = an_id(), .what = {}, .word = word, .how = {}, .shows = shows, .x = x, .y = y}; }

// As words hang in it.
ShownDrawing seen(const CompetenceDrawing& drawing) {
    ShownDrawing found{.form = drawing.form, .hung = {}, .heart = drawing.heart, .heart_face = {}, .heart_thing = {}};
    for (const Hung& each : drawing.hung) found.hung.push_back({.hung = each, .there = true, .name = each.word, .face = {.picture = {}, .symbol = {}, .words = each.word}});
    return found;
}

std::string page_of(const CompetenceDrawing& drawing) {
    web::Html html{base::Language::nl};
    hanging_and_said(html, seen(drawing), Moving::with_script);
    return html.take();
}

// Every piece from the one mark to the other, taken out of it.
std::string without(std::string page, const std::string& from, const std::string& until) {
    for (std::size_t at = page.find(from); at != std::string::npos; at = page.find(from)) page.erase(at, page.find(until, at) + until.size() - at);
    return page;
}

// What each scrap is drawn on.
std::set<std::string> sheets_in(const std::string& page) {
    std::set<std::string> sheets;
    for (std::size_t at = page.find("<rect class=\"paper"); at != std::string::npos; at = page.find("<rect class=\"paper", at + 1)) {
        const std::size_t sizes = page.find("\" x=", at);
        sheets.insert(page.substr(sizes, page.find('>', sizes) - sizes));
    }
    return sheets;
}

CompetenceDrawing arbitrary_drawing() {
    CompetenceDrawing drawing{.form = static_cast<DrawingForm>(*rc::gen::inRange(0, 3)), .hung = {}, .heart = {}};
    for (int left = *rc::gen::inRange(0, 12); left > 0; --left) {
        const int shows = *rc::gen::inRange(0, 6);
        Hung hung = a_word("w" + *rc::gen::string<std::string>() + "w", {}, *rc::gen::inRange(0, 1001), *rc::gen::inRange(0, 1001));
        hung.word.erase(std::remove_if(hung.word.begin(), hung.word.end(), [](char sign) { return sign < ' ' || sign > '~'; }), hung.word.end());
        if (shows < 5) hung.shows = competences[static_cast<std::size_t>(shows)].mark;
        drawing.hung.push_back(hung);
    }
    return drawing;
}

TEST(Competences, all_scraps_are_as_large) {
    EXPECT_TRUE(rc::check("whatever hangs there, and however much", [] {
        const auto sheets = sheets_in(page_of(arbitrary_drawing()));
        RC_ASSERT(sheets.size() <= 1);
    }));
}

TEST(Competences, one_more_is_one_scrap_more_and_nothing_else) {
    EXPECT_TRUE(rc::check("of n and n + 1 things", [] {
        CompetenceDrawing drawing = arbitrary_drawing();
        drawing.hung.push_back(a_word("Eén"));
        const std::string few = page_of(drawing);
        const Hung more = a_word("Nog een", Competence::steering, 100, 900);
        RC_ASSERT(static_cast<bool>(hang(drawing, more)));
        const std::string with_it = page_of(drawing), id = more.id.text();
        RC_ASSERT(with_it != few);
        RC_ASSERT(without(without(with_it, "<a class=\"hung\" data-hangt=\"" + id, "</a>"), "<li data-hangt=\"" + id, "</li>") == few);
    }));
}

TEST(Competences, nothing_is_missing) {
    EXPECT_TRUE(rc::check("no competence stands there that was not used", [] {
        const CompetenceDrawing drawing = arbitrary_drawing();
        const std::string page = page_of(drawing);
        for (const auto& each : competences) {
            const bool used = std::ranges::any_of(drawing.hung, [&](const Hung& hung) { return hung.shows == each.mark; });
            RC_ASSERT((page.find(each.name.in(base::Language::nl)) != std::string::npos) == used);
            RC_ASSERT((page.find(plainly(each.mark).in(base::Language::nl)) != std::string::npos) == used);
            RC_ASSERT(page.find(each.code.view()) == std::string::npos);
        }
    }));
}

TEST(Competences, another_drawing_keeps_places) {
    EXPECT_TRUE(rc::check("tree, house or raft", [] {
        CompetenceDrawing drawing = arbitrary_drawing();
        const auto places = [](const std::string& page) {
            std::vector<std::string> found;
            for (std::size_t at = page.find("<a class=\"hung\""); at != std::string::npos; at = page.find("<a class=\"hung\"", at + 1)) found.push_back(page.substr(at, page.find("href", at) - at));
            return found;
        };
        const auto before = places(page_of(drawing));
        drawing.form = static_cast<DrawingForm>((static_cast<int>(drawing.form) + 1) % 3);
        RC_ASSERT(places(page_of(drawing)) == before);
        BodyReader sent{in_json(drawing)};
        RC_ASSERT(read_competence_drawing(sent).hung.size() == before.size());
    }));
}

TEST(Competences, are_kept_as_they_were) {
    const base::Id thing = an_id(), insight = an_id(), heart = an_id();
    CompetenceDrawing drawing{.form = DrawingForm::raft, .hung = {a_word("Geduld", Competence::qualities, 0, 1000)}, .heart = {"Dat het klopt.", heart}};
    drawing.hung.push_back({.id = thing, .what = Link{"kept_thing", thing}, .word = {}, .how = "Zo ging het.", .shows = {}, .x = 12, .y = 34});
    drawing.hung.push_back({.id = insight, .what = Link{"insight", insight}, .word = {}, .how = {}, .shows = Competence::networking, .x = 56, .y = 78});
    BodyReader kept{in_json(drawing)};
    EXPECT_EQ(read_competence_drawing(kept), drawing);
    EXPECT_TRUE(kept.faults().empty());
    EXPECT_EQ(links_of(drawing), (std::vector<Link>{{"kept_thing", thing}, {"insight", insight}, {"kept_thing", heart}}));
}

TEST(Competences, refuse_what_is_wrong) {
    CompetenceDrawing drawing{.form = DrawingForm::tree, .hung = {a_word("Geduld")}, .heart = {}};
    EXPECT_EQ(hang(drawing, drawing.hung[0]).error().word->id, word::hangs_already.id);
    while (drawing.hung.size() < most_hung) ASSERT_TRUE(hang(drawing, a_word("Nog een")));
    EXPECT_EQ(hang(drawing, a_word("Te veel")).error().word->id, word::drawing_full.id);
    for (const Json& wrong : {Json{{"form", "ship"}}, Json{{"hung", 7}}, Json{{"hung", {{{"id", an_id().text()}, {"word", "Ja"}, {"x", 1001}, {"y", 0}}}}},
                              Json{{"hung", {{{"id", an_id().text()}, {"word", std::string(61, 'a')}}}}}, Json{{"hung", {{{"thing", "geen"}}}}}, Json{{"heart", {{"words", std::string(10'001, 'a')}}}},
                              Json{{"hung", {{{"id", an_id().text()}, {"word", "Ja"}, {"competence", "vliegen"}}}}}}) {
        BodyReader sent{wrong};
        check_competence_drawing(sent);
        EXPECT_FALSE(sent.faults().empty()) << wrong.dump().substr(0, 80);
    }
    BodyReader twice{Json{{"hung", {{{"id", drawing.hung[0].id.text()}, {"word", "Ja"}}, {{"id", drawing.hung[0].id.text()}, {"word", "Nee"}}, {{"id", an_id().text()}}, {{"word", "Zonder nummer"}}}}}};
    EXPECT_EQ(read_competence_drawing(twice).hung.size(), 1u);
}

TEST(Competences, find_a_spot_by_where_something_hangs) {
    for (const DrawingForm form : {DrawingForm::tree, DrawingForm::house, DrawingForm::raft}) {
        const TalentDrawing& looks = looks_of(form);
        CompetenceDrawing drawing{.form = form, .hung = {}, .heart = {}};
        for (const HangingSpot& spot : looks.spots) {
            EXPECT_EQ(spot_at(looks, spot.x + 3, spot.y - 3).id, spot.id);
            ASSERT_EQ(free_spots(drawing, looks).front()->id, spot.id) << "the first that is free";
            drawing.hung.push_back(a_word("Hier", {}, spot.x, spot.y));
            EXPECT_EQ(free_spots(drawing, looks, drawing.hung.back().id).front()->id, spot.id) << "its own is free for it";
        }
        EXPECT_EQ(free_spots(drawing, looks).size(), looks.spots.size()) << "where all is taken, all can be taken";
    }
}

TEST(Lettering, fits_in_its_room_and_is_text) {
    EXPECT_TRUE(rc::check("whatever was written", [](const std::vector<std::uint16_t>& signs) {
        std::string words;
        for (const std::uint16_t sign : signs) words += sign % 5 == 0 ? " " : sign % 7 == 0 ? "é" : sign % 11 == 0 ? "😀" : std::string(1, static_cast<char>('a' + sign % 26));
        const Lettering letters = lettering(words, 110, 122);
        RC_ASSERT(static_cast<double>(letters.lines.size()) * letters.size <= 122);
        for (const std::string& line : letters.lines) {
            RC_ASSERT(base::is_utf8(line));
            RC_ASSERT(static_cast<double>(base::characters(line)) * 0.5 * letters.size <= 110);
        }
    }));
    EXPECT_EQ(lettering("Geduld", 110, 122).lines, std::vector<std::string>{"Geduld"});
    EXPECT_GT(lettering("Rust", 110, 122).size, lettering("Doorzetten", 110, 122).size);
}

}  // namespace
}  // namespace loopbaankaart::journey
