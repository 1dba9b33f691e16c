#include "self_story.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "../trial.hpp"
#include "insight.hpp"
#include "insight_words.hpp"
#include "self_story_draft.hpp"

namespace loopbaankaart::journey {
namespace {

std::vector<std::string> sorted(const SelfStory& story) {
    std::vector<std::string> pieces;
    for (const auto& piece : story.pieces) pieces.push_back(std::holds_alternative<base::Id>(piece) ? std::get<base::Id>(piece).text() : std::get<std::string>(piece));
    std::ranges::sort(pieces);
    return pieces;
}

// As it is kept; nothing when something is wrong.
std::optional<Json> checked_story(const SelfStory& story) {
    BodyReader reader{in_json(story)};
    Json kept = check_self_story(reader);
    if (!reader.faults().empty()) return std::nullopt;
    return kept;
}

TEST(SelfStories, put_in_another_order_lose_nothing) {
    EXPECT_TRUE(rc::check("every piece stays", [](const std::vector<std::string>& words, const std::vector<std::pair<std::uint8_t, bool>>& moves) {
        SelfStory story;
        for (const std::string& each : words) story.pieces.emplace_back(each);
        const auto before = sorted(story);
        for (const auto& [at, up] : moves) move_piece(story, at, up ? Move::up : Move::down);
        RC_ASSERT(sorted(story) == before);
    }));
}

TEST(SelfStories, move_a_piece_by_one_and_past_nothing) {
    SelfStory story{{"een", "twee", "drie"}};
    move_piece(story, 2, Move::up);
    EXPECT_EQ(story, (SelfStory{{"een", "drie", "twee"}}));
    move_piece(story, 0, Move::up);
    move_piece(story, 2, Move::down);
    move_piece(story, 7, Move::down);
    EXPECT_EQ(story, (SelfStory{{"een", "drie", "twee"}}));
}

TEST(SelfStories, hold_each_insight_once_and_no_empty_words) {
    base::SystemRandomness randomness;
    const base::Id insight = base::Id::make(base::instant(1), randomness);
    const auto kept = checked_story({{insight, " ", "Zo ben ik ", insight}});
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, in_json({{insight, "Zo ben ik"}}));
    EXPECT_FALSE(checked_story({{std::string(most_characters + 1, 'a')}}));
    EXPECT_FALSE(checked_story({std::vector<std::variant<base::Id, std::string>>(most_pieces + 1, "ja")}));
}

Record insight_that(const std::string& happened, const std::string& kernwoord) {
    base::SystemRandomness randomness;
    return {.id = base::Id::make(base::instant(1), randomness), .kind = RecordKind::insight, .body = in_json(Insight{.happened = happened, .word = kernwoord}), .made_at = {}};
}
KeptPart picture_of(std::string description) {
    base::SystemRandomness randomness;
    return {.id = base::Id::make(base::instant(1), randomness), .description = std::move(description)};
}

TEST(SelfStoryDraft, tells_what_stands_in_the_story_and_of_what_lies_behind_it_only_what_was_chosen) {
    using Form = ToldBlock::Form;
    const Record smile = insight_that("Hij lachte.", "Er zijn"), wordless = insight_that("Ik belde.", ""), gone = insight_that("Weg", "Weg");
    const KeptPart photo = picture_of("De man"), other = picture_of("De boot"), not_chosen = picture_of("Thuis");
    const std::vector<TellableInsight> insights{{smile, {{smile.id, photo}, {smile.id, not_chosen}, {smile.id, other}}}, {wordless, {}}};
    const SelfStory story{{"Zo begon het.", smile.id, "En toen.", gone.id, wordless.id}};
    const Draft draft = draft_of(story, insights, {.pictures = {photo.id, other.id}, .what_happened = false}, base::Language::nl);
    const auto block = [](Form form, std::string words, std::optional<base::Id> part = {}) { return ToldBlock{.form = form, .words = std::move(words), .part = part}; };
    const std::vector<ToldPage> pages{{block(Form::words, "Zo begon het.")},
                                      {block(Form::picture, "", photo.id), block(Form::half, "", other.id), block(Form::word, "Er zijn"), block(Form::words, "En toen.")},
                                      {block(Form::words, "Ik belde.")}};
    EXPECT_EQ(draft.pages, pages);
    EXPECT_EQ(draft.parts.size(), 2u);
    EXPECT_EQ(draft.form, TellingForm::self_story);
    EXPECT_EQ(draft_of(story, insights, {.pictures = {}, .what_happened = true}, base::Language::nl).pages[1][1], block(Form::words, "Hij lachte."));
}

class SelfStoryPage : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");

    std::optional<SelfStory> story() {
        std::optional<Record> record;
        school.world.school().read([&](storage::Reads& reads) { record = single_record(reads, school.world.school().vault(), amina_herself, RecordKind::self_story); });
        if (!record) return std::nullopt;
        return self_story_of(*record);
    }
    std::vector<Telling> tellings() {
        std::vector<Telling> found;
        school.world.school().read([&](storage::Reads& reads) { found = tellings_of(reads, school.world.school().vault(), amina_herself, 100); });
        return found;
    }
    base::Id insight(visitor::Visitor& browser, const std::string& happened) {
        const std::string page = "/rugzak/" + school.keep_for("amina", "Iets").text() + "/inzicht", id = school.world.id().text();
        browser.get(page);
        browser.submit(page, {{"id", id}, {"gebeurd", happened}});
        return *base::Id::parse(id);
    }
    static void write(visitor::Visitor& browser, const visitor::Values& values) {
        browser.get("/verhaal-over-mij");
        browser.submit("/verhaal-over-mij", values);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, SelfStoryPage, workbench::both, workbench::name);

TEST_P(SelfStoryPage, puts_insights_and_own_words_in_an_order) {
    auto amina = school.signed_in("amina");
    const base::Id smile = insight(amina, "Hij lachte."), stage = insight(amina, "Ik stond er alleen voor.");
    write(amina, {{"nieuw", "Zo begon het."}, {"doen", "erbij-" + smile.text()}});
    EXPECT_EQ(amina.status(), 303);
    write(amina, {{"woorden-0", "Zo begon het."}, {"doen", "op-1"}});
    EXPECT_EQ(story(), (SelfStory{{smile, "Zo begon het."}}));
    amina.get("/verhaal-over-mij");
    EXPECT_TRUE(amina.shows("Hij lachte.") && amina.shows("erbij-" + stage.text()));
    EXPECT_FALSE(amina.shows("erbij-" + smile.text())) << "each once";
    write(amina, {{"woorden-1", "Zo begon het."}, {"doen", "weg-0"}});
    EXPECT_EQ(story(), (SelfStory{{"Zo begon het."}}));
}

TEST_P(SelfStoryPage, takes_no_insight_of_somebody_else_and_does_nothing_odd) {
    auto amina = school.signed_in("amina"), joris = school.signed_in("joris");
    const base::Id smile = insight(amina, "Hij lachte.");
    joris.get("/verhaal-over-mij");
    EXPECT_FALSE(joris.shows(smile.text()));
    joris.get("/rugzak");
    joris.post("/verhaal-over-mij", {{"sleutel", trial::form_key(joris)}, {"id", school.world.id().text()}, {"stuk-0", smile.text()}, {"doen", "erbij-" + smile.text()}});
    joris.get("/verhaal-over-mij");
    EXPECT_FALSE(joris.shows(smile.text()) || joris.shows("Hij lachte."));
    for (const char* odd : {"op-9", "neer--1", "weg-9223372036854775807", "erbij-x", "onzin", "-", "op-"}) {
        write(amina, {{"nieuw", ""}, {"doen", odd}});
        EXPECT_EQ(amina.status(), 303) << odd;
    }
    EXPECT_EQ(story(), SelfStory{});
}

TEST_P(SelfStoryPage, keeps_what_was_typed_and_asks_when_two_meet) {
    auto phone = school.signed_in("amina"), laptop = school.signed_in("amina");
    const base::Id smile = insight(phone, "Hij lachte.");
    const std::string too_long(most_characters + 1, 'a');
    write(phone, {{"nieuw", too_long}});
    EXPECT_EQ(phone.status(), 422);
    EXPECT_TRUE(phone.shows(too_long));
    for (auto* each : {&phone, &laptop}) each->get("/verhaal-over-mij");
    phone.submit("/verhaal-over-mij", {{"nieuw", "Van de telefoon"}, {"doen", "erbij-" + smile.text()}});
    EXPECT_EQ(phone.status(), 303);
    laptop.submit("/verhaal-over-mij", {{"nieuw", "Van de laptop"}});
    EXPECT_EQ(laptop.status(), 409);
    EXPECT_TRUE(laptop.shows("Van de telefoon") && laptop.shows("Van de laptop") && laptop.shows("Hij lachte."));
    laptop.submit("/verhaal-over-mij");
    EXPECT_EQ(story(), (SelfStory{{"Van de laptop"}}));
}

TEST_P(SelfStoryPage, says_so_where_an_insight_is_gone) {
    auto amina = school.signed_in("amina");
    const base::Id smile = insight(amina, "Hij lachte.");
    write(amina, {{"doen", "erbij-" + smile.text()}});
    amina.get("/inzichten/" + smile.text());
    amina.submit("/eigen/" + smile.text() + "/weg");
    amina.get("/verhaal-over-mij");
    EXPECT_TRUE(amina.shows(word::insight_gone.in(base::Language::nl)));
    EXPECT_FALSE(amina.shows("Hij lachte."));
    write(amina, {{"nieuw", "En toch"}});
    EXPECT_EQ(story(), (SelfStory{{smile, "En toch"}})) << "it may come back out of the bin";
}

TEST_P(SelfStoryPage, is_told_as_it_is_now_and_stays_so) {
    auto amina = school.signed_in("amina");
    const base::Id smile = insight(amina, "Hij lachte.");
    write(amina, {{"nieuw", "Zo begon het."}, {"doen", "erbij-" + smile.text()}});
    write(amina, {{"woorden-0", "Zo begon het."}, {"doen", "vertel"}});
    amina.follow();
    EXPECT_EQ(amina.status(), 200);
    const std::string tell = "/verhaal-over-mij/vertel", id = school.world.id().text();
    const visitor::Visitor same_form = amina;
    for (int time = 0; time < 2; ++time) {
        amina = same_form;
        amina.submit(tell, {{"id", id}, {"titel", "Wie ik ben"}, {"papier", "pakpapier"}, {"inkt", "bos"}});
        ASSERT_EQ(amina.status(), 303);
    }
    EXPECT_EQ(tellings().size(), 1u) << "sent twice it is one";
    amina.follow();
    EXPECT_TRUE(amina.shows("Wie ik ben") && amina.shows("Zo begon het.") && amina.shows("Hij lachte.") && amina.shows("paper-pakpapier") && amina.shows("own-bos"));
    write(amina, {{"woorden-0", "Heel anders."}, {"doen", "weg-1"}});
    amina.get("/inzichten/" + smile.text());
    amina.submit("/eigen/" + smile.text() + "/weg");
    amina.get("/verteld/" + id);
    EXPECT_TRUE(amina.shows("Zo begon het.") && amina.shows("Hij lachte."));
    amina.get(tell);
    EXPECT_TRUE(amina.shows("/verteld/" + id)) << "what was told before";
    amina.submit(tell, {{"id", id}, {"titel", "Nog een keer"}});
    EXPECT_EQ(amina.status(), 422) << "the same id with another story";
    EXPECT_TRUE(amina.shows("Nog een keer"));
    amina.submit(tell);
    EXPECT_EQ(tellings().size(), 2u);
}

TEST_P(SelfStoryPage, is_not_told_while_there_is_none_and_keeps_what_was_typed) {
    auto amina = school.signed_in("amina");
    const std::string tell = "/verhaal-over-mij/vertel";
    amina.get(tell);
    EXPECT_EQ(amina.location(), "/verhaal-over-mij");
    const base::Id smile = insight(amina, "Hij lachte.");
    write(amina, {{"doen", "erbij-" + smile.text()}});
    amina.get(tell);
    const std::string too_long(most_title + 1, 'a');
    amina.submit(tell, {{"titel", too_long}, {"papier", "schrift"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(too_long));
    amina.get("/inzichten/" + smile.text());
    amina.submit("/eigen/" + smile.text() + "/weg");
    amina.get(tell);
    amina.submit(tell);
    EXPECT_EQ(amina.status(), 422) << "all that stood in it is gone";
    EXPECT_TRUE(tellings().empty());
}

}  // namespace
}  // namespace loopbaankaart::journey
