#include "told_drawing.hpp"

#include <gmock/gmock.h>

namespace loopbaankaart::journey {
namespace {

using testing::HasSubstr;
using testing::Not;

base::Id new_id(int moment) {
    base::SystemRandomness randomness;
    return base::Id::make(base::instant(moment), randomness);
}

ShownDrawing with_a_thing_and_a_word(const base::Id& thing) {
    ShownDrawing drawing{.form = DrawingForm::house, .hung = {}, .heart = {"Iets <achterlaten>", {}}, .heart_face = Face{.words = "Iets <achterlaten>"}, .heart_thing = {}};
    drawing.hung.push_back({.hung = {.id = thing, .what = Link{"kept_thing", thing}, .word = {}, .how = "Zo vertel ik het", .shows = Competence::steering}, .there = true, .name = "De kas", .face = {.words = "De kas"}});
    drawing.hung.push_back({.hung = {.id = new_id(2), .what = {}, .word = "Geduld", .how = {}, .shows = {}}, .there = true, .name = "Geduld", .face = {.words = "Geduld"}});
    drawing.hung.push_back({.hung = {.id = new_id(3), .what = Link{"kept_thing", new_id(3)}, .word = {}, .how = "Van wat weg is", .shows = {}}, .there = false, .name = {}, .face = {}});
    return drawing;
}

std::string words_of(const Draft& draft) {
    std::string all;
    for (const ToldPage& page : draft.pages)
        for (const ToldBlock& block : page) all += block.words + "\n";
    return all;
}

TEST(ToldDrawing, has_what_hangs_there_and_the_heart_only_when_it_goes_along) {
    const base::Id thing = new_id(1);
    const KeptPart photo{.id = new_id(4), .form = PartForm::photo, .file = new_id(5)}, drawn{.id = new_id(6), .form = PartForm::photo, .file = new_id(7)};
    const std::map<base::Id, KeptThing> things{{thing, {.id = thing, .words = "Een dag in de kas", .parts = {photo}}}};
    const ShownDrawing drawing = with_a_thing_and_a_word(thing);
    const Draft without = draft_of(drawing, things, {drawn}, false, base::Language::nl), with = draft_of(drawing, things, {drawn}, true, base::Language::nl);
    for (const char* said : {"Een dag in de kas", "Zo vertel ik het", "Geduld", "Van wat weg is"}) EXPECT_THAT(words_of(without), HasSubstr(said));
    EXPECT_THAT(words_of(without), HasSubstr(std::string{competences[static_cast<std::size_t>(Competence::steering)].name.in(base::Language::nl)}));
    EXPECT_THAT(words_of(without), Not(HasSubstr("achterlaten")));
    EXPECT_THAT(words_of(with), HasSubstr("achterlaten"));
    EXPECT_EQ(without.pages.front().front().part, drawn.id) << "the drawing first";
    EXPECT_EQ(without.parts.size(), 2u);
    EXPECT_EQ(with.pages.size(), without.pages.size() + 1);
}

TEST(ToldDrawing, is_one_picture_with_its_scraps_and_nobody_breaks_out_of_it) {
    ShownDrawing drawing = with_a_thing_and_a_word(new_id(1));
    drawing.hung[1].face.words = "</svg><script>";
    const std::string bare = hanging_as_picture({.form = DrawingForm::house, .hung = {}, .heart = {}, .heart_face = {}, .heart_thing = {}}, true), whole = hanging_as_picture(drawing, true);
    EXPECT_THAT(whole, testing::StartsWith("<svg"));
    EXPECT_EQ(whole.find("</svg>"), whole.size() - (bare.size() - bare.find("</svg>"))) << "it ends once";
    EXPECT_THAT(whole, Not(HasSubstr("<script")));
    EXPECT_GT(whole.size(), hanging_as_picture(drawing, false).size());
    drawing.hung.clear();
    EXPECT_EQ(hanging_as_picture(drawing, false), bare);
}

}  // namespace
}  // namespace loopbaankaart::journey
