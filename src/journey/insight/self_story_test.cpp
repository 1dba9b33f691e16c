#include "self_story.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "../trial.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {
namespace {

std::vector<std::string> sorted(const SelfStory& story) {
    std::vector<std::string> pieces;
    for (const auto& piece : story.pieces) pieces.push_back(std::holds_alternative<base::Id>(piece) ? std::get<base::Id>(piece).text() : std::get<std::string>(piece));
    std::ranges::sort(pieces);
    return pieces;
}

// As it is kept; nothing when something is wrong.
std::optional<Json> checked(const SelfStory& story) {
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
    const auto kept = checked({{insight, " ", "Zo ben ik ", insight}});
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, in_json({{insight, "Zo ben ik"}}));
    EXPECT_FALSE(checked({{std::string(most_characters + 1, 'a')}}));
    EXPECT_FALSE(checked({std::vector<std::variant<base::Id, std::string>>(most_pieces + 1, "ja")}));
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

}  // namespace
}  // namespace loopbaankaart::journey
