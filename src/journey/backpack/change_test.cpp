#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "../trial.hpp"
#include "backpack.hpp"
#include "wanted.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

class Changes : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), trial::migrations()};
    access::Viewer amina{.person = world.id(), .name = "Amina"}, joris{.person = world.id(), .name = "Joris"};

    KeptThing kept(std::string words, std::vector<KeptPart> parts = {}) {
        world.clock().advance(1s);
        KeptThing thing{.id = world.id(), .place = "wensboom", .words = std::move(words), .kept_at = world.clock().now(), .place_name = "De Wensboom", .parts = std::move(parts)};
        world.school().write_now([&](storage::Writes& writes) { keep(writes, world.school().vault(), amina, thing); });
        return thing;
    }
    KeptPart photo() { return {.id = world.id(), .file = world.school().media().put(amina.person, base::bytes_of("pixels")), .width = 4, .height = 3}; }
    std::optional<KeptThing> find(const base::Id& id) {
        std::optional<KeptThing> found;
        world.school().read([&](storage::Reads& reads) { found = find_thing(reads, world.school().vault(), amina, id, world.clock().now()); });
        return found;
    }
    Changed change_now(const access::Viewer& who, const Change& wanted) {
        Changed changed{};
        world.clock().advance(1s);
        const SealedChange sealed = prepare(world.school().vault(), who, wanted, world.clock().now());
        world.school().write_now([&](storage::Writes& writes) { changed = change(writes, world.school(), who, sealed); });
        return changed;
    }
    Change to(const KeptThing& thing, std::string words, std::optional<base::Id> seen = {}) {
        Change change{.id = world.id(), .seen = seen, .thing = thing};
        change.thing.words = std::move(words);
        change.thing.parts.clear();
        return change;
    }
    std::vector<std::string> earlier(const base::Id& id) {
        std::vector<std::string> words;
        world.school().read([&](storage::Reads& reads) {
            for (const EarlierWords& one : earlier_words(reads, world.school().vault(), amina, id)) words.push_back(one.words);
        });
        return words;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Changes, workbench::both, workbench::name);

TEST_P(Changes, keep_how_it_was_for_its_owner) {
    const KeptThing thing = kept("Iets met water");
    const Change first = to(thing, "Iets met vuur"), second = to(thing, "Iets met lucht", first.id);
    EXPECT_EQ(change_now(amina, first), Changed::done);
    EXPECT_EQ(change_now(amina, second), Changed::done);
    EXPECT_EQ(find(thing.id)->words, "Iets met lucht");
    EXPECT_EQ(find(thing.id)->kept_at, thing.kept_at);
    EXPECT_EQ(earlier(thing.id), (std::vector<std::string>{"Iets met vuur", "Iets met water"}));
}

TEST_P(Changes, that_are_sent_twice_happen_once) {
    const KeptThing thing = kept("Iets met water");
    const Change change = to(thing, "Iets met vuur");
    EXPECT_EQ(change_now(amina, change), Changed::done);
    EXPECT_EQ(change_now(amina, change), Changed::already_done);
    EXPECT_EQ(earlier(thing.id).size(), 1U);
}

TEST_P(Changes, of_another_text_under_the_same_id_ask_instead_of_losing_it) {
    const KeptThing thing = kept("Iets met water"), another = kept("Iets met wind");
    const Change first = to(thing, "Iets met vuur"), second = to(thing, "Iets met lucht", first.id);
    Change other = first, elsewhere = to(another, "Iets met aarde");
    other.thing.words = "Iets met klei";
    elsewhere.id = first.id;
    EXPECT_EQ(change_now(amina, first), Changed::done);
    EXPECT_EQ(change_now(amina, other), Changed::meanwhile);
    EXPECT_EQ(change_now(amina, elsewhere), Changed::meanwhile);
    EXPECT_EQ(change_now(amina, second), Changed::done);
    EXPECT_EQ(change_now(amina, first), Changed::already_done) << "also when it was changed again since";
    EXPECT_EQ(change_now(amina, other), Changed::meanwhile);
    EXPECT_EQ(find(thing.id)->words, "Iets met lucht");
    EXPECT_EQ(earlier(thing.id).size(), 2U);
}

TEST_P(Changes, of_an_older_text_ask_instead_of_overwriting) {
    const KeptThing thing = kept("Iets met water");
    EXPECT_EQ(change_now(amina, to(thing, "Op mijn telefoon")), Changed::done);
    EXPECT_EQ(change_now(amina, to(thing, "Op mijn laptop")), Changed::meanwhile);
    EXPECT_EQ(find(thing.id)->words, "Op mijn telefoon");
}

TEST_P(Changes, are_the_owners_alone) {
    const KeptThing thing = kept("Iets met water");
    EXPECT_EQ(change_now(joris, to(thing, "Van Joris")), Changed::absent);
    EXPECT_EQ(find(thing.id)->words, "Iets met water");
}

TEST_P(Changes, take_parts_away_with_their_files_and_add_others_behind) {
    const KeptThing thing = kept("", {photo(), photo()});
    Change change = to(thing, "");
    change.gone = {thing.parts[0].id};
    change.described = {{thing.parts[1].id, "Een boot"}};
    change.thing.parts = {photo()};
    EXPECT_EQ(change_now(amina, change), Changed::done);
    const auto found = find(thing.id);
    ASSERT_EQ(found->parts.size(), 2U);
    EXPECT_EQ(found->parts[0].id, thing.parts[1].id);
    EXPECT_EQ(found->parts[0].description, "Een boot");
    EXPECT_EQ(found->parts[1].id, change.thing.parts[0].id);
    EXPECT_FALSE(world.school().media().size(thing.parts[0].file));
    EXPECT_TRUE(world.school().media().size(thing.parts[1].file));
}

TEST_P(Changes, touch_no_part_of_another_thing) {
    const KeptThing thing = kept("", {photo()}), other = kept("", {photo()});
    Change change = to(thing, "Woorden");
    change.gone = {other.parts[0].id};
    change.described = {{other.parts[0].id, "Van een ander"}};
    EXPECT_EQ(change_now(amina, change), Changed::done);
    ASSERT_EQ(find(other.id)->parts.size(), 1U);
    EXPECT_EQ(find(other.id)->parts[0].description, "");
    EXPECT_TRUE(world.school().media().size(other.parts[0].file));
}

TEST_P(Changes, do_not_reach_what_lies_in_the_bin) {
    const KeptThing thing = kept("Iets met water");
    world.school().write_now([&](storage::Writes& writes) { throw_away(writes, amina, thing.id, world.clock().now()); });
    EXPECT_EQ(change_now(amina, to(thing, "Toch")), Changed::absent);
}

TEST_P(Changes, what_is_removed_for_good_takes_files_and_earlier_words_along) {
    const KeptThing thing = kept("Iets met water", {photo()});
    change_now(amina, to(thing, "Iets met vuur"));
    record_removal(world.school(), amina.person, thing.id, world.clock().now());
    world.school().write_now([&](storage::Writes& writes) { remove_thing(writes, world.school().media(), amina.person, thing.id); });
    EXPECT_FALSE(world.school().media().size(thing.parts[0].file));
    for (const char* table : {"kept_thing", "kept_part", "kept_version"}) EXPECT_EQ(trial::raw_columns(world, table, {"owner"}), "") << table;
}

TEST(Marks, come_back_from_their_codes) {
    EXPECT_TRUE(rc::check("whatever was marked", [] {
        Marks marks;
        if (*rc::gen::arbitrary<bool>()) marks.kind = thing_kinds[*rc::gen::inRange<std::size_t>(0, thing_kinds.size())].mark;
        if (*rc::gen::arbitrary<bool>()) marks.symbol = symbols[*rc::gen::inRange<std::size_t>(0, symbols.size())].mark;
        marks.shows = *rc::gen::inRange<unsigned long>(0, 32);
        RC_ASSERT(marks_of(in_codes(marks)) == marks);
    }));
    EXPECT_EQ(marks_of("iets anders talent"), (Marks{.kind = ThingKind::talent}));
}

TEST(Finding, looks_in_words_places_and_descriptions_whatever_the_accents) {
    const KeptThing thing{.place = "haven", .words = "Een café aan het water", .place_name = "De Haven", .parts = {{.description = "Een rood zeil"}}};
    const auto found = [&](std::string words) { return fits(thing, {.words = std::move(words)}, "The Harbour", "Europe/Amsterdam"); };
    for (const char* words : {"CAFE", "water een", "zeil", "haven", "harbour"}) EXPECT_TRUE(found(words)) << words;
    for (const char* words : {"bos", "water bos"}) EXPECT_FALSE(found(words)) << words;
}

TEST(Finding, takes_the_year_in_which_it_happened) {
    const base::Instant now = base::instant(1'790'000'000'000);  // September 2026
    KeptThing thing{.kept_at = now};
    const auto of = [&](int year) { return fits(thing, {.year = year}, "", "Europe/Amsterdam"); };
    EXPECT_TRUE(of(2026));
    thing.happened = *understood("schooljaar 2023-2024", {now, "Europe/Amsterdam"});
    EXPECT_TRUE(of(2023));
    EXPECT_TRUE(of(2024));
    EXPECT_FALSE(of(2026));
    thing.happened = *understood("", {now, "Europe/Amsterdam"});
    EXPECT_TRUE(of(2026)) << "not known: when it was kept";
}

TEST(Finding, stays_the_same_in_its_address) {
    EXPECT_TRUE(rc::check("a question comes back from its address", [] {
        Wanted wanted{.words = *rc::gen::element<std::string>("", "zeil", "a&b=c", "é ü")};
        wanted.place = *rc::gen::element<std::string>("", "haven");
        if (*rc::gen::arbitrary<bool>()) wanted.year = *rc::gen::inRange(1900, 2100);
        if (*rc::gen::arbitrary<bool>()) wanted.kind = ThingKind::wish;
        if (*rc::gen::arbitrary<bool>()) wanted.shows = Competence::steering;
        const std::string address{wanted.address().text()};
        const std::size_t mark = address.find('?');
        const auto query = web::parse_form(mark == std::string::npos ? "" : std::string_view{address}.substr(mark + 1));
        const Wanted again = wanted_in(*query);
        RC_ASSERT(again.words == wanted.words);
        RC_ASSERT(again.place == wanted.place);
        RC_ASSERT(again.year == wanted.year);
        RC_ASSERT(again.kind == wanted.kind);
        RC_ASSERT(again.shows == wanted.shows);
    }));
}

}  // namespace
}  // namespace loopbaankaart::journey
