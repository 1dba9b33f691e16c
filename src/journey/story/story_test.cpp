#include "story.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <workbench/workbench.hpp>

namespace loopbaankaart::journey {
namespace {

const base::Instant evening = base::instant(1'790'974'800'000);

class Stories : public ::testing::Test {
protected:
    base::SystemRandomness randomness;
    base::Id id() { return base::Id::make(evening, randomness); }
    StoryPiece post(PieceSize size = PieceSize::middle, std::string caption = {}) { return {.form = PieceForm::post, .of = id(), .words = std::move(caption), .size = size}; }
    PieceSource source(std::string title, std::size_t photos = 1) {
        PieceSource made{.title = std::move(title), .words = {}, .place = "De Haven", .when = "2 oktober 2026", .year = 2026, .parts = {}};
        for (std::size_t at = 0; at < photos; ++at) made.parts.push_back({.id = id(), .file = id(), .description = "te zien"});
        return made;
    }
    Draft drafted(const Story& story, const PieceSources& sources) { return draft_of(story, sources, id(), base::Language::nl); }
};

TEST_F(Stories, come_back_as_they_were_laid) {
    const bool held = rc::check([&](std::vector<std::uint8_t> forms) {
        Story story{.title = "Mijn jaar", .paper = "schrift", .colour = "zee", .pieces = {}};
        for (const std::uint8_t form : forms)
            story.pieces.push_back(form % 3 == 2 ? StoryPiece{.form = PieceForm::words, .words = "woorden", .size = PieceSize::large}
                                                 : StoryPiece{.form = static_cast<PieceForm>(form % 3), .of = id(), .words = form % 2 ? "bijschrift" : "", .size = static_cast<PieceSize>(form % 3)});
        BodyReader sent{in_json(story)};
        RC_ASSERT(read_story(sent) == story);
        RC_ASSERT(sent.faults().empty());
        RC_ASSERT(links_of(story).size() == static_cast<std::size_t>(std::ranges::count_if(story.pieces, [](const StoryPiece& piece) { return piece.of.has_value(); })));
    });
    EXPECT_TRUE(held);
}

TEST_F(Stories, keep_a_piece_of_the_map_with_the_place_it_is_around) {
    const StoryPiece around{.form = PieceForm::map, .of = id(), .words = "Hier begon het", .map = MapPiece{"haven", "De Haven", true}};
    const Story story{.title = {}, .paper = {}, .colour = {}, .pieces = {around, {.form = PieceForm::map, .of = id(), .map = MapPiece{}}}};
    BodyReader sent{in_json(story)};
    EXPECT_EQ(read_story(sent).pieces, std::vector{around}) << "one around nothing is none";
    EXPECT_TRUE(links_of(story).empty()) << "it leads to no thing";
    BodyReader hostile{Json{{"pieces", {{{"form", "map"}, {"of", id().text()}, {"place", std::string(500, 'x')}, {"reach", "very"}}}}}};
    read_story(hostile);
    EXPECT_FALSE(hostile.faults().empty());
}

TEST_F(Stories, hold_each_post_once_and_nothing_empty) {
    const StoryPiece one = post();
    BodyReader sent{in_json(Story{.title = {}, .paper = {}, .colour = {}, .pieces = {one, {.words = "  "}, one, {.form = PieceForm::thing}}})};
    const Story story = read_story(sent);
    EXPECT_EQ(story.pieces, std::vector{one});
}

TEST_F(Stories, of_more_pieces_than_can_be_say_so) {
    Story story;
    for (std::size_t at = 0; at <= most_story_pieces; ++at) story.pieces.push_back(post());
    BodyReader sent{in_json(story)};
    read_story(sent);
    EXPECT_FALSE(sent.faults().empty());
}

TEST_F(Stories, lose_nothing_by_moving) {
    const bool held = rc::check([&](std::vector<std::pair<std::uint8_t, bool>> moves) {
        Story story;
        for (int at = 0; at < 5; ++at) story.pieces.push_back(post());
        std::vector<base::Id> before, after;
        for (const StoryPiece& piece : story.pieces) before.push_back(*piece.of);
        for (const auto& [at, up] : moves) move_piece(story, at % 7, up ? MovePiece::up : MovePiece::down);
        for (const StoryPiece& piece : story.pieces) after.push_back(*piece.of);
        std::ranges::sort(before);
        std::ranges::sort(after);
        RC_ASSERT(before == after);
    });
    EXPECT_TRUE(held);
}

TEST_F(Stories, laid_out_have_the_room_that_was_asked) {
    Story story{.title = "Mijn jaar", .paper = "ruitjes", .colour = "zee", .pieces = {post(PieceSize::large), post(), post(), post(PieceSize::small, "hier"), post(PieceSize::small), post(PieceSize::small)}};
    PieceSources sources;
    for (const StoryPiece& piece : story.pieces) sources.emplace(*piece.of, source("Iets"));
    const Draft draft = drafted(story, sources);
    ASSERT_EQ(draft.pages.size(), 3u);
    EXPECT_EQ(draft.parts.size(), 6u);
    EXPECT_EQ(draft.paper, "ruitjes");
    EXPECT_EQ(draft.colour, "zee");
    EXPECT_EQ(draft.pages[2].front().form, ToldBlock::Form::half);
    EXPECT_EQ(draft.pages[2].front().words, "hier") << "the caption stands under the picture";
    EXPECT_EQ(drafted(story, sources).pages, draft.pages) << "the same draft gives the same pages";
    EXPECT_TRUE(may_be_told(draft));
}

TEST_F(Stories, leave_out_what_is_gone_and_are_told_of_nothing_when_all_is) {
    const StoryPiece gone = post(PieceSize::middle, "weg"), there = post();
    const PieceSources sources{{*there.of, source("Er nog")}};
    const Draft draft = drafted({.title = {}, .paper = "onbekend", .colour = "onbekend", .pieces = {gone, there, {.words = "Tot slot"}}}, sources);
    ASSERT_EQ(draft.pages.size(), 1u);
    EXPECT_EQ(draft.title, "De Haven, 2026") << "after where and when it begins";
    EXPECT_EQ(draft.paper, content().papers.front().id);
    for (const ToldBlock& block : draft.pages[0]) EXPECT_EQ(block.words.find("weg"), std::string::npos);
    EXPECT_FALSE(may_be_told(drafted({.title = "Leeg", .paper = {}, .colour = {}, .pieces = {gone}}, sources)));
}

}  // namespace
}  // namespace loopbaankaart::journey
