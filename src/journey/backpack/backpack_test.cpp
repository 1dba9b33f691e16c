#include "backpack.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "../trial.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

class Backpack : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), trial::migrations()};
    access::Viewer amina{.person = world.id(), .name = "Amina"};
    access::Viewer mentor{.person = world.id(), .name = "Meneer Bakker"};

    KeptThing thing(std::string words, std::string place = "wensboom") {
        world.clock().advance(1s);
        return {.id = world.id(), .place = place, .words = words, .kept_at = world.clock().now(), .place_name = "De Wensboom"};
    }
    Kept keep_now(const access::Viewer& who, const KeptThing& thing) {
        Kept kept{};
        world.school().write_now([&](storage::Writes& writes) { kept = keep(writes, world.school().vault(), who, thing); });
        return kept;
    }
    std::vector<std::string> words_of(const access::Viewer& who, std::string_view place = {}, std::size_t limit = 100, std::optional<base::Id> before = {}) {
        std::vector<std::string> words;
        world.school().read([&](storage::Reads& reads) {
            for (const KeptThing& found : things_of(reads, world.school().vault(), who, place, limit, before)) words.push_back(found.words);
        });
        return words;
    }
    std::optional<KeptThing> find(const access::Viewer& who, const base::Id& id) {
        std::optional<KeptThing> found;
        world.school().read([&](storage::Reads& reads) { found = find_thing(reads, world.school().vault(), who, id, world.clock().now()); });
        return found;
    }
    void remove_now(const access::Viewer& who, const base::Id& id) {
        world.school().write_now([&](storage::Writes& writes) { remove_thing(writes, world.school().media(), who.person, id); });
    }
    base::Id share(const KeptThing& kept, const access::Viewer& with, std::optional<base::Instant> until = {}) {
        const base::Id grant = world.id();
        world.school().write_now([&](storage::Writes& writes) {
            access::give(writes, {grant, {"kept_thing", kept.id, amina.person}, with.person, access::Verb::read, "gesprek", until},
                         world.clock().now(), world.randomness());
        });
        return grant;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Backpack, workbench::both, workbench::name);

TEST_P(Backpack, what_is_kept_comes_back_the_same_after_a_restart) {
    const KeptThing wish = thing("Ik wil later iets met water.\n\nOf met dieren 🐟");
    EXPECT_EQ(keep_now(amina, wish), Kept::made);
    world.reopen();
    const auto found = find(amina, wish.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->words, wish.words);
    EXPECT_EQ(found->place, wish.place);
    EXPECT_EQ(found->place_name, wish.place_name);
    EXPECT_EQ(found->kept_at, wish.kept_at);
    EXPECT_EQ(found->owner, amina.person);
    EXPECT_TRUE(found->parts.empty());
}

TEST_P(Backpack, parts_marks_and_times_come_back_as_they_were_kept) {
    KeptThing kept = thing("");
    kept.marks = {.kind = ThingKind::talent, .shows = 0b10010, .symbol = Symbol::wave};
    kept.happened = *understood("zomer 2024", {world.clock().now(), "Europe/Amsterdam"});
    kept.parts = {{.id = world.id(), .form = PartForm::photo, .file = world.id(), .small = 10, .middle = 200, .width = 1920, .height = 1080, .description = "Een boot met een rood zeil"},
                  {.id = world.id(), .form = PartForm::sound, .file = world.id(), .seconds = 12}};
    EXPECT_EQ(keep_now(amina, kept), Kept::made);
    EXPECT_EQ(keep_now(amina, kept), Kept::already_there);
    const auto found = find(amina, kept.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->marks, kept.marks);
    EXPECT_EQ(found->happened, kept.happened);
    ASSERT_EQ(found->parts.size(), 2U);
    for (std::size_t at : {0U, 1U}) {
        EXPECT_EQ(found->parts[at].form, kept.parts[at].form);
        EXPECT_EQ(found->parts[at].file, kept.parts[at].file);
        EXPECT_EQ(found->parts[at].small, kept.parts[at].small);
        EXPECT_EQ(found->parts[at].middle, kept.parts[at].middle);
        EXPECT_EQ(found->parts[at].width, kept.parts[at].width);
        EXPECT_EQ(found->parts[at].seconds, kept.parts[at].seconds);
        EXPECT_EQ(found->parts[at].description, kept.parts[at].description);
    }
    kept.parts.erase(kept.parts.begin() + 1);
    EXPECT_EQ(keep_now(amina, kept), Kept::conflict) << "not the same thing without its sound";
}

TEST_P(Backpack, shows_the_newest_first_and_goes_on_after_the_last_one_seen) {
    std::vector<base::Id> ids;
    for (int at = 0; at < 5; ++at) {
        const KeptThing kept = thing(std::to_string(at));
        ids.push_back(kept.id);
        keep_now(amina, kept);
    }
    EXPECT_EQ(words_of(amina, {}, 2), (std::vector<std::string>{"4", "3"}));
    EXPECT_EQ(words_of(amina, {}, 2, ids[3]), (std::vector<std::string>{"2", "1"}));
    EXPECT_EQ(words_of(amina, {}, 2, ids[1]), (std::vector<std::string>{"0"}));
    EXPECT_TRUE(words_of(amina, {}, 2, world.id()).empty());
}

TEST_P(Backpack, things_of_one_moment_all_have_their_turn) {
    const base::Instant moment = world.clock().now();
    for (int at = 0; at < 7; ++at) {
        KeptThing kept = thing(std::to_string(at));
        kept.kept_at = moment;
        keep_now(amina, kept);
    }
    std::size_t seen = 0;
    std::optional<base::Id> last;
    for (bool more = true; more;) {
        world.school().read([&](storage::Reads& reads) {
            const auto page = things_of(reads, world.school().vault(), amina, {}, 3, last);
            seen += page.size();
            more = !page.empty();
            if (more) last = page.back().id;
        });
    }
    EXPECT_EQ(seen, 7u);
}

TEST_P(Backpack, finds_by_place) {
    keep_now(amina, thing("bij de boom", "wensboom"));
    keep_now(amina, thing("in de haven", "haven"));
    keep_now(amina, thing("los", ""));
    EXPECT_EQ(words_of(amina, "haven"), std::vector<std::string>{"in de haven"});
    EXPECT_EQ(words_of(amina).size(), 3u);
}

TEST_P(Backpack, the_same_id_with_the_same_words_is_one_thing) {
    const KeptThing wish = thing("Iets met water");
    EXPECT_EQ(keep_now(amina, wish), Kept::made);
    EXPECT_EQ(keep_now(amina, wish), Kept::already_there);
    EXPECT_EQ(words_of(amina).size(), 1u);
}

TEST_P(Backpack, the_same_id_with_other_words_is_a_conflict_that_changes_nothing) {
    KeptThing wish = thing("Iets met water");
    keep_now(amina, wish);
    wish.words = "Iets met vuur";
    EXPECT_EQ(keep_now(amina, wish), Kept::conflict);
    EXPECT_EQ(words_of(amina), std::vector<std::string>{"Iets met water"});
}

TEST_P(Backpack, an_id_belongs_to_its_owner) {
    KeptThing wish = thing("Van Amina");
    keep_now(amina, wish);
    wish.words = "Van de mentor";
    EXPECT_EQ(keep_now(mentor, wish), Kept::made);
    EXPECT_EQ(find(amina, wish.id)->words, "Van Amina");
    EXPECT_EQ(find(mentor, wish.id)->words, "Van de mentor");
}

TEST_P(Backpack, nobody_else_finds_it) {
    mentor.roles.set();
    const KeptThing wish = thing("Alleen voor mij");
    keep_now(amina, wish);
    EXPECT_FALSE(find(mentor, wish.id));
    EXPECT_TRUE(words_of(mentor).empty());
}

TEST_P(Backpack, a_grant_opens_one_thing_until_it_is_taken_back) {
    const KeptThing shared = thing("Voor ons gesprek"), other = thing("Alleen voor mij");
    keep_now(amina, shared);
    keep_now(amina, other);
    const base::Id grant = share(shared, mentor);
    ASSERT_TRUE(find(mentor, shared.id));
    EXPECT_EQ(find(mentor, shared.id)->words, shared.words);
    EXPECT_FALSE(find(mentor, other.id));
    EXPECT_TRUE(words_of(mentor).empty()) << "what is shared is not the grantee's own";

    const auto ending = access::remember_end(world.school(), amina.person, grant, world.clock().now());
    ASSERT_TRUE(ending);
    world.school().write_now([&](storage::Writes& writes) { access::take_back(writes, *ending, world.clock().now(), world.randomness()); });
    EXPECT_FALSE(find(mentor, shared.id));
}

TEST_P(Backpack, only_its_owner_removes_a_thing_and_then_it_is_gone_for_everyone) {
    const KeptThing wish = thing("Weg ermee");
    keep_now(amina, wish);
    share(wish, mentor);
    remove_now(mentor, wish.id);
    EXPECT_TRUE(find(amina, wish.id));
    remove_now(amina, wish.id);
    EXPECT_FALSE(find(amina, wish.id));
    EXPECT_FALSE(find(mentor, wish.id));
}

TEST_P(Backpack, what_lies_in_the_bin_is_shown_to_nobody_else) {
    const KeptThing wish = thing("Misschien weg");
    keep_now(amina, wish);
    world.school().write_now([&](storage::Writes& writes) { throw_away(writes, amina, wish.id, world.clock().now()); });
    share(wish, mentor);
    EXPECT_FALSE(find(mentor, wish.id));
    EXPECT_TRUE(find(amina, wish.id));
    world.school().write_now([&](storage::Writes& writes) { take_back_out(writes, amina, wish.id); });
    EXPECT_TRUE(find(mentor, wish.id));
}

TEST_P(Backpack, what_is_thrown_away_is_shared_no_more_when_it_comes_back) {
    const KeptThing wish = thing("Toch niet weg");
    keep_now(amina, wish);
    share(wish, mentor);
    world.school().write_now([&](storage::Writes& writes) { throw_away(writes, amina, wish.id, world.clock().now()); });
    world.school().write_now([&](storage::Writes& writes) { take_back_out(writes, amina, wish.id); });
    EXPECT_FALSE(find(mentor, wish.id));
}

TEST_P(Backpack, words_lie_sealed_in_the_database) {
    KeptThing wish = thing("zeemeeuw-kanarie over het water");
    wish.marks.kind = ThingKind::talent;
    wish.parts = {{.id = world.id(), .file = world.id(), .description = "duinroos-kanarie op de foto"}};
    keep_now(amina, wish);
    const std::string raw = trial::raw_columns(world, "kept_thing", {"words", "marks"}) + trial::raw_columns(world, "kept_part", {"description"});
    EXPECT_EQ(raw.find("talent"), std::string::npos);
    ASSERT_FALSE(raw.empty());
    EXPECT_EQ(raw.find("kanarie"), std::string::npos);
}

TEST_P(Backpack, sealed_words_open_at_their_own_row_only) {
    keep_now(amina, thing("eerste"));
    keep_now(amina, thing("tweede"));
    constexpr std::string_view swap_sql =
        "UPDATE kept_thing SET words = (SELECT words FROM kept_thing AS other WHERE other.id <> kept_thing.id)";
    constexpr storage::Query<0> swap{"test.swap", swap_sql, swap_sql};
    world.school().write_now([&](storage::Writes& writes) { writes.run(swap); });
    EXPECT_THROW(words_of(amina), storage::SealBroken);
}

TEST(Words, are_tidied_and_must_say_something) {
    EXPECT_EQ(*check_words("  Een wens\r\nvan mij \n"), "Een wens\nvan mij");
    for (const char* empty : {"", " ", "\r\n\t ", "\x01\x02"}) EXPECT_EQ(check_words(empty).error().code(), "journey.words_missing");
}

TEST(Words, may_be_ten_thousand_characters_long) {
    std::string most;
    for (std::size_t at = 0; at < most_characters; ++at) most += at % 2 == 0 ? "é" : "🌳";
    EXPECT_TRUE(check_words(most));
    EXPECT_EQ(check_words(most + "x").error().code(), "journey.words_too_long");
}

RC_GTEST_PROP(Words, tidied_words_stay_as_they_are, (const std::string& typed)) {
    if (!base::is_utf8(typed)) return;
    const auto once = check_words(typed);
    if (!once) return;
    const auto twice = check_words(*once);
    RC_ASSERT(static_cast<bool>(twice));
    RC_ASSERT(*twice == *once);
}

}  // namespace
}  // namespace loopbaankaart::journey
