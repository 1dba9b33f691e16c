// A journey that is brought in: the same tree, once, whatever happens on the way; and nothing that its bringer could not have made here.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "../telling/telling.hpp"
#include "../trial_deeds.hpp"
#include "../wishes/wishes.hpp"
#include "trial_bringing.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre, testing::IsEmpty;

class BringingIn : public trial::BringingSchool {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, BringingIn, workbench::both, workbench::name);

// What Joris packs on himself, as a program of another make could.
Json thing_saying(const std::string& words, const base::Id& id) { return {{"id", id.view()}, {"kept_at", "2026-03-01T10:00:00.000Z"}, {"words", words}}; }

TEST_P(BringingIn, gives_the_same_tree) {
    make_some_of_all(amina);
    const Json there = tree_of(amina);
    ASSERT_EQ(there.size(), 5U) << "visits, things, records and a telling, and what was said";
    const Bringing done = bring(joris, archive_of(amina));
    EXPECT_EQ(done.state, BringingState::done);
    EXPECT_THAT(done.contents.notes, IsEmpty());
    EXPECT_EQ(tree_of(joris, "van-anderen"), without(there, "van-anderen"));
    EXPECT_EQ(passing_files_of_bringings(), 0U);
}

TEST_P(BringingIn, of_any_journey_gives_the_same_tree) {
    EXPECT_TRUE(rc::check("whatever was done", [&] {
        forget(amina);
        forget(joris);
        for (const auto& [deed, at] : *trial::deeds(9, 8)) do_one(deed, static_cast<std::size_t>(at));
        const Bringing done = bring(joris, archive_of(amina));
        RC_ASSERT(done.state == BringingState::done);
        RC_ASSERT(done.contents.notes.empty());
        RC_ASSERT(tree_of(joris) == tree_of(amina));
    }));
}

TEST_P(BringingIn, twice_is_once) {
    make_some_of_all(amina);
    const std::string archive = archive_of(amina);
    bring(joris, archive);
    const Json once = tree_of(joris);
    const Bringing again = bring(joris, archive);
    EXPECT_EQ(again.state, BringingState::done);
    EXPECT_THAT(again.contents.notes, IsEmpty());
    EXPECT_EQ(tree_of(joris), once);
}

TEST_P(BringingIn, back_where_it_was_made_changes_nothing) {
    make_some_of_all(amina);
    const Json before = tree_of(amina);
    EXPECT_THAT(bring(amina, archive_of(amina)).contents.notes, IsEmpty());
    EXPECT_EQ(tree_of(amina), before);
}

TEST_P(BringingIn, stopped_at_every_object_comes_in_once) {
    make_some_of_all(amina);
    const Json there = without(tree_of(amina), "van-anderen");
    const Bringing begun = arrived(joris, archive_of(amina));
    look(joris, begun);
    ask_for_unpacking(joris, begun);
    std::stop_source stop;
    stop.request_stop();
    std::uint64_t turns = 0;
    for (; find(joris, begun.id)->state == BringingState::unpacking; ++turns) {
        school.restart();
        carry(stop.get_token());
        ASSERT_LE(find(joris, begun.id)->unpacked, turns + 1) << "one object a time";
    }
    EXPECT_GT(turns, 5U);
    EXPECT_EQ(tree_of(joris, "van-anderen"), there);
}

TEST_P(BringingIn, what_was_removed_here_gets_another_number_and_links_follow) {
    const base::Id thing = school.keep_for("amina", "Bij de bakker");
    const Record insight = record(RecordKind::insight, {{"happened", "Iemand keek op"}}, {{"kept_thing", thing}});
    keep(amina, insight);
    const std::string archive = archive_of(amina);
    record_removal(house(), amina.person, thing, now());
    house().write_now([&](storage::Writes& writes) { remove_thing(writes, house().media(), amina.person, thing); });
    bring(amina, archive);
    const Json things = objects_of(amina, "rugzak");
    ASSERT_EQ(things.size(), 1U);
    EXPECT_NE(things[0]["id"], thing.text());
    EXPECT_EQ(things[0]["words"], "Bij de bakker");
    bring(amina, archive);
    EXPECT_EQ(objects_of(amina, "rugzak"), things) << "twice is once here too";
    const Json elsewhere = [&] {
        remember_record_removal(house(), {code(RecordKind::insight), insight.id, amina.person}, now());
        house().write_now([&](storage::Writes& writes) { remove_record(writes, house().media(), {code(RecordKind::insight), insight.id, amina.person}); });
        bring(amina, archive);
        return objects_of(amina, "eigen");
    }();
    ASSERT_EQ(elsewhere.size(), 1U);
    EXPECT_NE(elsewhere[0]["id"], insight.id.text());
    EXPECT_EQ(elsewhere[0]["links"][0]["id"], things[0]["id"]) << "the link follows";
}

TEST_P(BringingIn, leaves_what_is_here_as_it_is_here) {
    const base::Id thing = school.keep_for("amina", "Zoals het was");
    const std::string archive = archive_of(amina);
    change_words(amina, thing, "Zoals het werd");
    const Bringing done = bring(amina, archive);
    EXPECT_THAT(done.contents.notes, ElementsAre(Note{Note::Why::otherwise, "Zoals het was"}));
    EXPECT_EQ(objects_of(amina, "rugzak")[0]["words"], "Zoals het werd");
}

TEST_P(BringingIn, lies_nowhere_in_the_clear) {
    school.keep_for("amina", canary);
    const Bringing begun = arrived(joris, archive_of(amina), canary + ".zip");
    look(joris, begun);
    EXPECT_EQ(trial::raw_files(school.world.folder()).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "bringing", {"name", "found"}).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "bringing", {"found"}).find("Persoon amina"), std::string::npos);
}

TEST_P(BringingIn, says_what_is_in_it) {
    school.keep_for("amina", "Iets");
    const Bringing begun = arrived(joris, archive_of(amina));
    look(joris, begun);
    const Bringing looked = find(joris, begun.id).value();
    EXPECT_EQ(looked.state, BringingState::looked);
    EXPECT_EQ(looked.contents.name, "Persoon amina");
    EXPECT_EQ(looked.contents.school, "Noordzijde College");
    EXPECT_EQ(looked.contents.from, now());
}

TEST_P(BringingIn, pieces_come_in_any_order_and_again) {
    const std::string archive = large_archive();
    const Bringing begun = begin(joris, archive.size());
    ASSERT_EQ(begun.pieces(), 2U);
    EXPECT_FALSE(look_now(joris, begun)) << "nothing is there yet";
    EXPECT_TRUE(send(joris, begun, archive, 1));
    EXPECT_THAT(missing(begun), ElementsAre(0U));
    EXPECT_FALSE(look_now(joris, begun));
    EXPECT_FALSE(send(joris, begun, archive, 1)) << "it is there already";
    EXPECT_TRUE(send(joris, begun, archive, 0));
    EXPECT_THAT(missing(begun), IsEmpty());
    EXPECT_EQ(passing_files(), 2U);
    EXPECT_TRUE(look_now(joris, begun));
    carry();
    EXPECT_EQ(find(joris, begun.id)->state, BringingState::looked);
}

TEST_P(BringingIn, a_damaged_piece_is_refused) {
    const std::string archive = large_archive();
    const Bringing begun = begin(joris, archive.size());
    std::string piece = archive.substr(0, piece_bytes);
    const std::string digest = base::sha256_hex(piece);
    piece[1000] = static_cast<char>(piece[1000] ^ 1);
    EXPECT_EQ(check_piece(begun, 0, base::bytes_of(piece), digest).error().code(), "journey.piece_damaged");
    EXPECT_EQ(check_piece(begun, 0, base::bytes_of(archive.substr(0, 100)), base::sha256_hex(archive.substr(0, 100))).error().code(), "journey.piece_damaged") << "too short";
    EXPECT_EQ(check_piece(begun, 2, base::bytes_of(piece), digest).error().code(), "journey.piece_unknown");
    EXPECT_TRUE(check_piece(begun, 0, base::bytes_of(archive.substr(0, piece_bytes)), digest));
}

TEST_P(BringingIn, one_at_a_time) {
    const std::string archive = trial::packed_by_hand({});
    const Bringing first = begin(joris, archive.size());
    house().write_now([&](storage::Writes& writes) {
        EXPECT_EQ(*begin_bringing(writes, house(), joris, first.id, "reis.zip", archive.size(), now()), first.id) << "sent again";
        EXPECT_EQ(begin_bringing(writes, house(), joris, school.world.id(), "reis.zip", 100, now()).error().code(), "journey.bringing_busy");
        EXPECT_EQ(begin_bringing(writes, house(), amina, school.world.id(), "reis.zip", most_brought + 1, now()).error().code(), "journey.bringing_too_large");
        EXPECT_EQ(begin_bringing(writes, house(), amina, school.world.id(), "reis.zip", 0, now()).error().code(), "journey.bringing_empty");
        EXPECT_TRUE(begin_bringing(writes, house(), amina, school.world.id(), "reis.zip", 100, now())) << "another has one of their own";
    });
    send(joris, first, archive, 0);
    look(joris, first);
    ask_for_unpacking(joris, first);
    carry();
    house().write_now([&](storage::Writes& writes) { EXPECT_TRUE(begin_bringing(writes, house(), joris, school.world.id(), "reis.zip", 100, now())) << "the first is over"; });
    EXPECT_FALSE(find(joris, first.id));
}

TEST_P(BringingIn, ends_after_two_days_with_its_files) {
    const Bringing begun = arrived(joris, trial::packed_by_hand({}));
    school.world.clock().advance(bringing_lasts - 1s);
    carry();
    EXPECT_TRUE(find(joris, begun.id));
    EXPECT_EQ(passing_files(), 1U);
    school.world.clock().advance(1s);
    EXPECT_FALSE(find(joris, begun.id));
    carry();
    EXPECT_EQ(passing_files(), 0U);
    EXPECT_EQ(trial::raw_columns(school.world, "bringing", {"owner"}), "");
}

TEST_P(BringingIn, taken_away_halfway_leaves_what_came_in) {
    school.keep_for("amina", "Eén");
    school.keep_for("amina", "Twee");
    const Bringing begun = arrived(joris, archive_of(amina));
    look(joris, begun);
    ask_for_unpacking(joris, begun);
    std::stop_source stop;
    stop.request_stop();
    carry(stop.get_token());
    house().write_now([&](storage::Writes& writes) { remove_bringing(writes, house().passing(), joris.person, begun.id); });
    while (carry()) {
    }
    EXPECT_EQ(objects_of(joris, "rugzak").size(), 1U);
    EXPECT_EQ(passing_files_of_bringings(), 0U);
}

TEST_P(BringingIn, goes_with_its_owner) {
    arrived(joris, trial::packed_by_hand({}));
    house().write_now([&](storage::Writes& writes) { erase_person(writes, house(), joris.person); });
    EXPECT_EQ(passing_files(), 0U);
    EXPECT_EQ(trial::raw_columns(school.world, "bringing", {"owner"}) + trial::raw_columns(school.world, "bringing_piece", {"owner"}), "");
}

TEST_P(BringingIn, adds_nothing_for_who_left_meanwhile) {
    const Bringing begun = arrived(joris, trial::packed_by_hand({{"rugzak", {thing_saying("Te laat", school.world.id())}}}));
    look(joris, begun);
    ask_for_unpacking(joris, begun);
    const storage::Query<2> leave{"test.leave", "UPDATE person SET standing = 'left', left_at = ?2 WHERE id = ?1", "UPDATE person SET standing = 'left', left_at = $2 WHERE id = $1"};
    house().write_now([&](storage::Writes& writes) { writes.run(leave, joris.person, now()); });
    while (carry()) {
    }
    EXPECT_THAT(objects_of(joris, "rugzak"), IsEmpty());
    EXPECT_EQ(passing_files_of_bringings(), 0U);
}

TEST_P(BringingIn, pictures_and_sounds_are_made_anew) {
    const base::Id thing = school.world.id(), photo = school.world.id(), drawn = school.world.id();
    const std::string with_words = trial::png_with(canary), svg = trial::drawn_by_finger();
    Json object = thing_saying("Met foto", thing);
    object["parts"] = {{{"id", photo.view()}, {"form", "photo"}, {"file", "media/a.webp"}, {"description", "Te zien"}}, {{"id", drawn.view()}, {"form", "drawing"}, {"file", "media/b.svg"}}};
    const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {object}}}, {{"media/a.webp", with_words}, {"media/b.svg", svg}}));
    EXPECT_THAT(done.contents.notes, IsEmpty());
    const auto kept = kept_thing(joris, thing);
    ASSERT_TRUE(kept && kept->parts.size() == 2);
    EXPECT_EQ(kept->parts[0].width, 2) << "a PNG that is called otherwise";
    EXPECT_EQ(kept->parts[0].description, "Te zien");
    const std::string bytes = file_of(joris, kept->parts[0]);
    EXPECT_EQ(bytes.substr(0, 4), "RIFF");
    EXPECT_EQ(bytes.find(canary), std::string::npos) << "nothing a camera wrote beside it";
    EXPECT_EQ(file_of(joris, kept->parts[1]), svg);
}

TEST_P(BringingIn, a_picture_that_is_none_stays_out_and_is_named) {
    const base::Id thing = school.world.id();
    for (const auto& [form, bytes] : {std::pair{"photo", "GIF89a"}, std::pair{"drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"}, std::pair{"sound", "RIFF"}}) {
        forget(joris);
        Json object = thing_saying("Met iets", thing);
        object["parts"] = {{{"id", school.world.id().view()}, {"form", form}, {"file", "media/a"}}};
        const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {object}}}, {{"media/a", bytes}}));
        EXPECT_THAT(done.contents.notes, ElementsAre(Note{Note::Why::part, "Met iets"})) << form;
        EXPECT_TRUE(kept_thing(joris, thing)->parts.empty()) << form;
    }
    EXPECT_FALSE(std::filesystem::exists(house().folder() / "media")) << "nothing was ever kept";
}

TEST_P(BringingIn, what_cannot_be_read_is_named_and_the_rest_comes_in) {
    const auto id = [&] { return school.world.id(); };
    const base::Id good = id();
    Json no_id = thing_saying("Zonder nummer", id()), too_long = thing_saying(std::string(most_characters + 1, 'a'), id()), empty = thing_saying("", id());
    no_id.erase("id");
    Json strange_mark = thing_saying("Vreemd teken", id());
    strange_mark["marks"] = {{"kind", "goud"}};
    const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {no_id, too_long, empty, strange_mark, "geen ding", Json::array(), nullptr, thing_saying("Goed", good)}}}));
    EXPECT_EQ(done.state, BringingState::done);
    for (const Note& note : done.contents.notes) EXPECT_EQ(note.why, Note::Why::unread);
    EXPECT_THAT(done.contents.notes, testing::Contains(Note{Note::Why::unread, "Zonder nummer"}));
    EXPECT_EQ(objects_of(joris, "rugzak").size(), 1U);
    EXPECT_TRUE(kept_thing(joris, good));
}

TEST_P(BringingIn, records_pass_the_same_checks_as_forms) {
    const auto object = [&](const char* kind, const Json& body, const Json& links = Json::array()) {
        return Json{{"id", school.world.id().view()}, {"kind", kind}, {"made_at", "2026-03-01T10:00:00.000Z"}, {"format", 1}, {"body", body}, {"links", links}};
    };
    const Json to_nowhere = {{{"kind", "kept_thing"}, {"id", school.world.id().view()}}};
    Json later = object("wish", {{"words", "Ooit"}});
    later["format"] = 2;
    const Bringing done = bring(joris, trial::packed_by_hand({{"eigen", {object("insight", {{"happened", "Zomaar"}}), object("insight", {{"happened", "Met bron"}}, to_nowhere), object("bearing", {{"direction", 90}}),
                                                                object("wish", {{"words", std::string(5000, 'a')}}), object("toverstaf", {{"words", "x"}}), later}}}));
    EXPECT_EQ(done.contents.notes.size(), 2U) << "those without a name together, and an insight without an experience";
    const Json own = objects_of(joris, "eigen");
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own[0]["body"]["happened"], "Met bron") << "what it came from may be gone";
}

TEST_P(BringingIn, an_id_twice_is_one_and_a_part_of_another_gets_its_own) {
    const base::Id thing = school.world.id(), other = school.world.id(), part = school.world.id();
    const auto with_part = [&](const std::string& words, const base::Id& id) {
        Json object = thing_saying(words, id);
        object["parts"] = {{{"id", part.view()}, {"form", "drawing"}, {"file", "media/a.svg"}}, {{"id", part.view()}, {"form", "drawing"}, {"file", "media/a.svg"}}};
        return object;
    };
    const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {with_part("Eén", thing), with_part("Twee", thing), with_part("Ander", other)}}}, {{"media/a.svg", trial::drawn_by_finger()}}));
    EXPECT_THAT(done.contents.notes, ElementsAre(Note{Note::Why::otherwise, "Twee"}));
    EXPECT_EQ(kept_thing(joris, thing)->words, "Eén");
    std::set<base::Id> ids;
    for (const base::Id& each : {thing, other}) {
        const auto kept = kept_thing(joris, each);
        for (const KeptPart& drawing : kept->parts) ids.insert(drawing.id);
    }
    EXPECT_EQ(ids.size(), 4U);
}

TEST_P(BringingIn, moments_that_cannot_be_are_left_out) {
    const base::Id thing = school.world.id();
    Json object = thing_saying("Ooit", thing);
    object["kept_at"] = "2999-01-01T00:00:00.000Z";
    object["happened"] = {{"from", "1066-10-14T00:00:00.000Z"}, {"until", "1066-10-15T00:00:00.000Z"}, {"said", "day"}};
    const Json visit{{"id", school.world.id().view()}, {"place", "haven"}, {"place_name", "De haven"}, {"from", "2025-02-30T00:00:00.000Z"}, {"said", "moment"}};
    const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {object}}, {"bezoeken", {visit}}}));
    EXPECT_THAT(done.contents.notes, ElementsAre(Note{Note::Why::moment, "De haven"}, Note{Note::Why::moment, "Ooit"}));
    EXPECT_EQ(kept_thing(joris, thing)->kept_at, now());
    EXPECT_FALSE(kept_thing(joris, thing)->happened);
    EXPECT_EQ(objects_of(joris, "bezoeken")[0]["said"], "unknown");
}

TEST_P(BringingIn, where_one_is_already_it_went_on_until_then) {
    be_at("haven");
    const std::string archive = archive_of(amina);
    school.world.clock().advance(24h);
    const base::Id here = school.world.id();
    house().write_now([&](storage::Writes& writes) { arrive(writes, joris, {.id = here, .place = "haven", .since = now(), .place_name = "Haven"}); });
    bring(joris, archive);
    const Json visits = objects_of(joris, "bezoeken");
    ASSERT_EQ(visits.size(), 2U);
    EXPECT_EQ(visits[0]["until"], visits[1]["from"]);
    EXPECT_FALSE(visits[1].contains("until"));
}

TEST_P(BringingIn, a_wish_whose_day_has_passed_does_not_come_back) {
    const auto back = [&](const access::Viewer& who) {
        std::vector<base::Id> found;
        house().read([&](storage::Reads& reads) { found = came_back(reads, who, now()); });
        return found;
    };
    const base::Instant day = base::start_of(std::chrono::year{2026} / 9 / 4, "Europe/Amsterdam"), later = base::start_of(std::chrono::year{2026} / 10 / 4, "Europe/Amsterdam");
    const Record passed = record(RecordKind::wish, {{"words", "Toen"}, {"if", {{"form", "day"}, {"day", "2026-09-04"}, {"day_at", base::milliseconds(day)}}}});
    const Record coming = record(RecordKind::wish, {{"words", "Straks"}, {"if", {{"form", "day"}, {"day", "2026-10-04"}, {"day_at", base::milliseconds(later)}}}});
    const Record there = record(RecordKind::wish, {{"words", "Daar"}, {"if", {{"form", "place"}, {"place", "haven"}, {"place_name", "Haven"}}}});
    for (const Record& wish : {passed, coming, there}) keep(amina, wish);
    school.world.clock().advance(24h);
    be_at("haven");
    school.world.clock().advance(24h * 7);
    ASSERT_EQ(back(amina).size(), 2U);
    bring(joris, archive_of(amina));
    EXPECT_THAT(back(joris), IsEmpty()) << "the day came by and the place was reached where it was made";
    school.world.clock().advance(24h * 30);
    EXPECT_THAT(back(joris), ElementsAre(coming.id));
}

TEST_P(BringingIn, a_file_that_is_no_journey_says_why) {
    const std::string good = trial::packed_by_hand({{"rugzak", {thing_saying("Goed", school.world.id())}}});
    const auto with_index = [&](const char* name, const Json& value) {
        Json index = trial::index_saying({});
        index[name] = value;
        return trial::zipped({{"reis.json", index.dump()}});
    };
    std::string deep = "1";
    for (std::size_t level = 0; level < 20; ++level) deep = "[" + deep + "]";
    std::vector<trial::File> many;
    for (std::size_t file = 0; file <= zip::Limits{}.entries; ++file) many.emplace_back(std::to_string(file), "");
    const std::vector<std::pair<std::string, std::string>> cases{
        {"geen zip", "zip.no_archive"}, {good.substr(0, good.size() / 2), "zip.no_archive"}, {trial::locked(good), "zip.locked"}, {trial::zipped({{"iets.txt", "iets"}}), "journey.not_an_archive"},
        {trial::zipped({{"reis.json", "{"}}), "journey.not_an_archive"}, {trial::zipped({{"reis.json", deep}}), "journey.not_an_archive"}, {with_index("format", "anders"), "journey.not_an_archive"},
        {with_index("version", 2), "journey.archive_newer"}, {with_index("version", "1"), "journey.not_an_archive"}, {with_index("version", 0), "journey.not_an_archive"},
        {trial::zipped({{"reis.json", std::string(17 << 20, ' ')}}), "zip.too_large"}, {trial::zipped(many), "zip.too_many"}};
    for (const auto& [archive, why] : cases) {
        const Bringing begun = arrived(joris, archive);
        look(joris, begun);
        const Bringing looked = find(joris, begun.id).value();
        EXPECT_EQ(looked.state, BringingState::failed) << why;
        EXPECT_EQ(looked.contents.failed ? looked.contents.failed->code() : "", why);
        EXPECT_EQ(passing_files(), 0U);
        EXPECT_FALSE(carry());
    }
}

TEST_P(BringingIn, a_broken_file_in_it_is_named_and_the_rest_comes_in) {
    const base::Id thing = school.world.id();
    Json index = trial::index_saying({{"rugzak", {"gegevens/rugzak-1.json", "gegevens/rugzak-2.json", "gegevens/rugzak-3.json", "../rugzak", "gegevens/rugzak-1.json"}}, {"toekomst", {"gegevens/toekomst-1.json"}}});
    const Json file{{"piece", "rugzak"}, {"version", 1}, {"objects", {thing_saying("Goed", thing)}}};
    const Bringing done = bring(joris, trial::zipped({{"reis.json", index.dump()}, {"gegevens/rugzak-1.json", file.dump()}, {"gegevens/rugzak-2.json", "[[["}, {"gegevens/toekomst-1.json", "{}"}}));
    EXPECT_EQ(done.state, BringingState::done);
    EXPECT_EQ(done.contents.notes.size(), 3U);
    EXPECT_TRUE(kept_thing(joris, thing));
}

TEST_P(BringingIn, of_somebody_else_is_nowhere) {
    const Bringing begun = arrived(joris, trial::packed_by_hand({}));
    const std::string page = "/meebrengen/" + begun.id.text();
    auto amina_visits = school.signed_in("amina");
    amina_visits.get("/meebrengen");
    const std::string key = trial::form_key(amina_visits);
    amina_visits.get(page);
    EXPECT_EQ(amina_visits.location(), "/meebrengen?gedaan=voorbij");
    for (const char* deed : {"/kijk", "/uitpakken", "/weg"}) {
        amina_visits.post(page + deed, {{"sleutel", key}, {"id", school.world.id().text()}});
        EXPECT_EQ(amina_visits.location(), "/meebrengen?gedaan=voorbij") << deed;
    }
    EXPECT_EQ(find(joris, begun.id)->state, BringingState::receiving);
}

TEST_P(BringingIn, goes_by_one_form_and_is_noted) {
    school.keep_for("amina", canary);
    auto visitor = school.signed_in("joris");
    visitor.get("/meebrengen");
    visitor.attach("reis", archive_of(amina));
    visitor.submit("/meebrengen");
    ASSERT_EQ(visitor.status(), 303);
    const std::string page{visitor.location()};
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("<progress"));
    carry();
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("Persoon amina") && visitor.shows("Noordzijde College"));
    EXPECT_FALSE(visitor.shows(canary)) << "nothing of it is unpacked yet";
    const auto noted = [&] { return trial::raw_columns(school.world, "audit_entry", {"deed"}).find("brought_in") != std::string::npos; };
    EXPECT_FALSE(noted());
    visitor.submit(page + "/uitpakken");
    EXPECT_TRUE(noted());
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("<progress"));
    while (carry()) {
    }
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("href=\"/rugzak\""));
    visitor.get("/rugzak");
    EXPECT_TRUE(visitor.shows(canary));
}

TEST_P(BringingIn, by_a_form_without_a_file_says_so) {
    auto visitor = school.signed_in("joris");
    visitor.get("/meebrengen");
    visitor.attach("reis", "");
    visitor.submit("/meebrengen");
    EXPECT_EQ(visitor.status(), 422);
    EXPECT_TRUE(visitor.shows("veld-reis"));
}

TEST_P(BringingIn, in_pieces_says_what_is_missing) {
    const std::string archive = large_archive();
    auto visitor = school.signed_in("joris");
    visitor.get("/meebrengen");
    const std::string key = trial::form_key(visitor), id = school.world.id().text(), page = "/meebrengen/" + id;
    visitor.post("/meebrengen/begin", {{"sleutel", key}, {"id", id}, {"naam", "mijn-reis.zip"}, {"bytes", std::to_string(archive.size())}});
    EXPECT_EQ(visitor.location(), page);
    const auto standing = [&] {
        visitor.get(page, {{"accept", "application/json"}});
        return Json::parse(visitor.body());
    };
    EXPECT_EQ(standing()["missing"], Json({0, 1}));
    EXPECT_EQ(standing()["state"], "receiving");
    const auto piece = [&](std::size_t number, const std::string& digest) {
        visitor.attach("stuk", archive.substr(number * piece_bytes, piece_bytes));
        visitor.post(page + "/stuk/" + std::to_string(number), {{"sleutel", key}, {"id", school.world.id().text()}, {"sha256", digest}});
    };
    piece(1, base::sha256_hex("iets anders"));
    EXPECT_EQ(visitor.status(), 422);
    EXPECT_EQ(standing()["missing"], Json({0, 1}));
    piece(1, base::sha256_hex(archive.substr(piece_bytes)));
    EXPECT_EQ(visitor.status(), 303);
    EXPECT_EQ(standing()["missing"], Json({0}));
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("mijn-reis.zip") && visitor.shows("type=\"file\""));
    visitor.post("/meebrengen/begin", {{"sleutel", key}, {"id", school.world.id().text()}, {"naam", "x.zip"}, {"bytes", "10"}});
    EXPECT_EQ(visitor.status(), 409) << "in another tab";
    EXPECT_TRUE(visitor.shows(page));
}

}  // namespace
}  // namespace loopbaankaart::journey
