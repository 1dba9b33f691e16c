#include "records.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>

#include "../removal.hpp"
#include "../trial.hpp"

namespace loopbaankaart::journey {
namespace {

const std::string canary = "goudvink-7141";

class Records : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina = school.viewer("amina"), joris = school.viewer("joris");

    base::Instant now() { return school.world.clock().now(); }
    storage::Vault& vault() { return school.world.school().vault(); }
    storage::Media& media() { return school.world.school().media(); }
    void write(const std::function<void(storage::Writes&)>& work) { school.world.school().write_now(work); }

    Record wish(const std::string& words) {
        school.world.clock().advance(std::chrono::seconds{1});
        return {.id = school.world.id(), .kind = RecordKind::wish, .body = {{"words", words}}, .made_at = now()};
    }
    KeptPart photo(const std::string& description) {
        return {.id = school.world.id(), .form = PartForm::photo, .file = media().put(amina.person, base::bytes_of(canary)), .width = 960, .height = 720, .description = description};
    }
    Kept keep_for(const access::Viewer& viewer, const Record& record) {
        Kept kept{};
        write([&](storage::Writes& writes) { kept = keep(writes, vault(), viewer, prepare(vault(), viewer, record)); });
        return kept;
    }
    Record kept(const std::string& words) {
        Record record = wish(words);
        EXPECT_EQ(keep_for(amina, record), Kept::made);
        return record;
    }
    // To what it says now; the parts stay.
    Changed change_to(Record record, const base::Id& id, const std::optional<base::Id>& seen) {
        school.world.clock().advance(std::chrono::seconds{1});
        record.parts.clear();
        Changed done{};
        write([&](storage::Writes& writes) {
            done = change(writes, school.world.school(), amina, prepare(vault(), amina, RecordChange{.id = id, .seen = seen, .record = record}, now()));
        });
        return done;
    }
    std::optional<Record> found(const access::Viewer& viewer, const base::Id& id, RecordKind kind = RecordKind::wish) {
        std::optional<Record> record;
        school.world.school().read([&](storage::Reads& reads) { record = find_record(reads, vault(), viewer, kind, id, now()); });
        return record;
    }
    std::vector<std::string> words_of(const std::vector<Record>& records) {
        std::vector<std::string> words;
        for (const Record& record : records) words.push_back(record.body.at("words"));
        return words;
    }
    std::vector<std::string> listed(std::size_t limit = 100, const std::optional<base::Id>& before = {}) {
        std::vector<Record> records;
        school.world.school().read([&](storage::Reads& reads) { records = records_of(reads, vault(), amina, RecordKind::wish, limit, before); });
        return words_of(records);
    }
    std::vector<std::string> named(const std::vector<base::Id>& ids, RecordKind kind = RecordKind::wish) {
        std::vector<Record> records;
        school.world.school().read([&](storage::Reads& reads) { records = own_records(reads, vault(), amina, kind, ids); });
        return words_of(records);
    }
    std::vector<std::string> earlier(const base::Id& id) {
        std::vector<std::string> words;
        school.world.school().read([&](storage::Reads& reads) {
            for (const EarlierBody& one : earlier_bodies(reads, vault(), amina, id)) words.push_back(one.body.at("words"));
        });
        return words;
    }
    access::Thing thing(const Record& record) { return {code(record.kind), record.id, amina.person}; }
    void throw_out(const Record& record) {
        write([&](storage::Writes& writes) { throw_record_away(writes, thing(record), now()); });
    }
    bool take_out(const Record& record) {
        bool out = false;
        write([&](storage::Writes& writes) { out = take_record_back_out(writes, thing(record)); });
        return out;
    }
    void give(const access::Thing& thing, const access::Viewer& to) {
        write([&](storage::Writes& writes) { access::give(writes, {school.world.id(), thing, to.person, access::Verb::read, "rugzak", {}}, now(), school.randomness); });
    }
    std::string left_behind() {
        std::string raw;
        for (const char* table : {"own_record", "own_record_version", "own_link", "kept_part"}) raw += trial::raw_columns(school.world, table, {"owner"});
        return raw;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Records, workbench::both, workbench::name);

TEST_P(Records, named_are_given_in_that_order_and_only_ones_own) {
    const Record one = kept("Een"), two = kept("Twee"), thrown = kept("Weg"), theirs = wish("Van Joris");
    EXPECT_EQ(keep_for(joris, theirs), Kept::made);
    write([&](storage::Writes& writes) { throw_record_away(writes, thing(thrown), now()); });
    EXPECT_EQ(named({two.id, theirs.id, school.world.id(), thrown.id, one.id}), (std::vector<std::string>{"Twee", "Een"}));
    EXPECT_EQ(named({one.id}), std::vector<std::string>{"Een"});
    EXPECT_EQ(named({one.id}, RecordKind::insight), std::vector<std::string>{}) << "of another kind";
    EXPECT_EQ(named({}), std::vector<std::string>{});
}

TEST_P(Records, of_a_list_that_leaves_some_out_fill_it_with_others) {
    const Record one = kept("Een"), two = kept("Twee"), three = kept("Drie");
    std::vector<Record> records;
    school.world.school().read([&](storage::Reads& reads) { records = records_of(reads, vault(), amina, RecordKind::wish, 2, {}, std::array{two.id}); });
    EXPECT_EQ(words_of(records), (std::vector<std::string>{"Drie", "Een"}));
}

TEST_P(Records, have_their_own_parts_and_links_and_no_others) {
    Record with_photo = wish("Met foto");
    with_photo.parts.push_back(photo("Een boot"));
    with_photo.links = {{"kept_thing", school.world.id()}};
    EXPECT_EQ(keep_for(amina, with_photo), Kept::made);
    kept("Zonder");
    school.world.school().write_now([&](storage::Writes& writes) {
        keep(writes, vault(), amina, KeptThing{.id = with_photo.id, .words = "Een ding van hetzelfde id", .kept_at = now(), .parts = {photo("Iets anders")}});
    });
    std::vector<Record> records;
    school.world.school().read([&](storage::Reads& reads) { records = records_of(reads, vault(), amina, RecordKind::wish, 10); });
    ASSERT_EQ(records.size(), 2u);
    EXPECT_TRUE(records[0].parts.empty() && records[0].links.empty());
    EXPECT_EQ(records[1].links, with_photo.links);
    ASSERT_EQ(records[1].parts.size(), 1u) << "those of a thing with the same id are not its own";
    EXPECT_EQ(records[1].parts[0].description, "Een boot");
}

TEST_P(Records, come_back_as_they_were) {
    Record record = wish("Later iets met water");
    record.body["if"] = {{"day", 14}, {"place", "haven"}, {"steps", {"bellen", "langsgaan"}}};
    record.format = 2;
    record.links = {{"kept_thing", school.world.id()}, {"insight", school.world.id()}};
    record.parts = {photo("De boot"), photo("")};
    ASSERT_EQ(keep_for(amina, record), Kept::made);
    const auto read = found(amina, record.id);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->body, record.body);
    EXPECT_EQ(read->format, 2);
    EXPECT_EQ(read->links, record.links);
    EXPECT_EQ(read->made_at, record.made_at);
    EXPECT_EQ(read->owner, amina.person);
    EXPECT_FALSE(read->change || read->thrown_at);
    ASSERT_EQ(read->parts.size(), 2u);
    EXPECT_EQ(read->parts[0].description, "De boot");
    EXPECT_EQ(read->parts[1].file, record.parts[1].file);
}

TEST_P(Records, five_times_the_same_at_once_is_one) {
    const Record record = wish("Eén keer");
    std::vector<Kept> answers(5);
    std::vector<std::thread> threads;
    for (Kept& answer : answers) threads.emplace_back([&] { answer = keep_for(amina, record); });
    for (std::thread& each : threads) each.join();
    EXPECT_EQ(std::ranges::count(answers, Kept::made), 1);
    EXPECT_EQ(std::ranges::count(answers, Kept::already_there), 4);
    EXPECT_EQ(listed(), std::vector<std::string>{"Eén keer"});
}

TEST_P(Records, of_one_id_with_another_text_or_of_another_kind_are_asked_about) {
    Record record = kept("Het eerste"), other = record;
    other.body["words"] = "Het tweede";
    EXPECT_EQ(keep_for(amina, other), Kept::conflict);
    record.kind = RecordKind::post;
    EXPECT_EQ(keep_for(amina, record), Kept::conflict);
    EXPECT_EQ(listed(), std::vector<std::string>{"Het eerste"});
    EXPECT_EQ(keep_for(joris, other), Kept::made) << "somebody else's ids are their own";
}

TEST_P(Records, of_a_kind_of_which_one_has_one_ask_for_a_second) {
    for (std::size_t at = 0; at < record_kind_count; ++at) {
        const RecordKind kind = static_cast<RecordKind>(at);
        Record first = wish("Het eerste"), second = wish("Het tweede");
        first.kind = second.kind = kind;
        ASSERT_EQ(keep_for(amina, first), Kept::made) << code(kind);
        ASSERT_EQ(keep_for(amina, second), is_single(kind) ? Kept::conflict : Kept::made) << code(kind);
        if (!is_single(kind)) continue;
        throw_out(first);
        EXPECT_EQ(keep_for(amina, second), Kept::made) << code(kind);
        EXPECT_FALSE(take_out(first)) << "another took its place: " << code(kind);
        throw_out(second);
        EXPECT_TRUE(take_out(first)) << code(kind);
    }
}

TEST_P(Records, changed_on_an_older_text_ask_instead_of_overwriting) {
    Record record = kept("Zoals het was");
    const base::Id mine = school.world.id(), theirs = school.world.id();
    record.body["words"] = "Van de telefoon";
    EXPECT_EQ(change_to(record, mine, record.id), Changed::done);
    record.body["words"] = "Van de laptop";
    EXPECT_EQ(change_to(record, theirs, record.id), Changed::meanwhile) << "it saw what was there before";
    EXPECT_EQ(change_to(record, theirs, std::nullopt), Changed::meanwhile) << "it saw nothing";
    EXPECT_EQ(found(amina, record.id)->body.at("words"), "Van de telefoon");
    EXPECT_EQ(change_to(record, theirs, mine), Changed::done);
    EXPECT_EQ(earlier(record.id), (std::vector<std::string>{"Van de telefoon", "Zoals het was"}));
}

TEST_P(Records, changed_twice_by_one_id_are_changed_once) {
    Record record = kept("Zoals het was"), other = record;
    const base::Id id = school.world.id();
    record.body["words"] = "Nieuw";
    other.body["words"] = "Iets anders onder hetzelfde nummer";
    EXPECT_EQ(change_to(record, id, record.id), Changed::done);
    EXPECT_EQ(change_to(record, id, record.id), Changed::already_done);
    EXPECT_EQ(change_to(other, id, record.id), Changed::meanwhile);
    EXPECT_EQ(earlier(record.id).size(), 1u);
    EXPECT_EQ(change_to(other, school.world.id(), id), Changed::done);
    EXPECT_EQ(change_to(record, id, record.id), Changed::already_done) << "also when it was changed again since";
    other.id = school.world.id();
    EXPECT_EQ(change_to(other, school.world.id(), other.id), Changed::absent);
}

TEST_P(Records, keep_their_parts_and_links_through_a_change) {
    Record record = wish("Met beeld");
    record.parts = {photo("weg ermee"), photo("blijft")};
    record.links = {{"kept_thing", school.world.id()}};
    ASSERT_EQ(keep_for(amina, record), Kept::made);
    Record after = record;
    after.parts = {photo("erbij")};
    after.links = {{"insight", school.world.id()}};
    write([&](storage::Writes& writes) {
        const RecordChange wanted{.id = school.world.id(), .seen = record.id, .record = after, .gone = {record.parts[0].id}, .described = {{record.parts[1].id, "anders gezegd"}}};
        EXPECT_EQ(change(writes, school.world.school(), amina, prepare(vault(), amina, wanted, now())), Changed::done);
    });
    const auto read = found(amina, record.id);
    ASSERT_EQ(read->parts.size(), 2u);
    EXPECT_EQ(read->parts[0].description, "anders gezegd");
    EXPECT_EQ(read->parts[1].description, "erbij");
    EXPECT_EQ(read->links, after.links);
    EXPECT_FALSE(media().size(record.parts[0].file));
}

TEST_P(Records, are_listed_newest_first_and_go_on_where_the_list_ended) {
    std::vector<Record> made;
    for (const char* words : {"a", "b", "c", "d"}) made.push_back(kept(words));
    EXPECT_EQ(listed(2), (std::vector<std::string>{"d", "c"}));
    EXPECT_EQ(listed(2, made[2].id), (std::vector<std::string>{"b", "a"}));
    EXPECT_EQ(listed(2, school.world.id()), std::vector<std::string>{});
}

TEST_P(Records, are_found_from_what_they_came_from) {
    const Link experience{"kept_thing", school.world.id()};
    Record first = wish("Wat het betekende"), second = wish("Later nog eens");
    first.links = second.links = {experience};
    second.links.push_back(link_to(first));
    for (const Record& record : {first, second}) keep_for(amina, record);
    kept("Heel iets anders");
    const auto from = [&](const access::Viewer& viewer, const Link& to) {
        std::vector<Record> records;
        school.world.school().read([&](storage::Reads& reads) { records = records_from(reads, vault(), viewer, to); });
        return words_of(records);
    };
    EXPECT_EQ(from(amina, experience), (std::vector<std::string>{"Wat het betekende", "Later nog eens"}));
    EXPECT_EQ(from(amina, link_to(first)), std::vector<std::string>{"Later nog eens"});
    EXPECT_EQ(from(amina, {"insight", experience.id}), std::vector<std::string>{}) << "of another kind with the same id";
    EXPECT_EQ(from(joris, experience), std::vector<std::string>{});
}

TEST_P(Records, of_somebody_else_open_by_a_grant_of_their_kind_alone) {
    Record record = wish("Van Amina");
    record.parts = {photo("haar foto")};
    keep_for(amina, record);
    EXPECT_FALSE(found(joris, record.id));
    give({"kept_thing", record.id, amina.person}, joris);
    give({"insight", record.id, amina.person}, joris);
    EXPECT_FALSE(found(joris, record.id)) << "a grant on something else with the same id";
    give(thing(record), joris);
    ASSERT_TRUE(found(joris, record.id));
    EXPECT_EQ(found(joris, record.id)->parts.size(), 1u);
    EXPECT_FALSE(found(joris, record.id, RecordKind::post)) << "and it is asked for by its kind";
}

TEST_P(Records, share_their_id_with_a_thing_and_not_its_pictures) {
    Record record = wish("Van Amina");
    record.id = school.keep_for("amina", "Een ding", "wensboom", trial::picture_with(canary));
    keep_for(amina, record);
    EXPECT_TRUE(found(amina, record.id)->parts.empty());
    write([&](storage::Writes& writes) { remove_record(writes, media(), thing(record)); });
    school.world.school().read([&](storage::Reads& reads) { EXPECT_EQ(find_thing(reads, vault(), amina, record.id, now())->parts.size(), 1u); });
}

TEST_P(Records, in_the_bin_are_their_owners_alone_and_come_back) {
    const Record record = kept("Weg ermee");
    give(thing(record), joris);
    write([&](storage::Writes& writes) {
        constexpr std::string_view sql = "UPDATE own_record SET thrown_at = 1";
        writes.run(storage::Query<0>{"test.throw", sql, sql});
    });
    EXPECT_FALSE(found(joris, record.id));
    EXPECT_TRUE(found(amina, record.id)->thrown_at);
    EXPECT_EQ(listed(), std::vector<std::string>{});
    EXPECT_EQ(change_to(record, school.world.id(), record.id), Changed::absent);
    EXPECT_TRUE(take_out(record));
    EXPECT_EQ(listed(), std::vector<std::string>{"Weg ermee"});
    throw_out(record);
    take_out(record);
    EXPECT_FALSE(found(joris, record.id)) << "what was shared of it ended";
}

TEST_P(Records, gone_for_good_leave_nothing_but_the_ledger) {
    Record record = wish("Weg ermee");
    record.parts = {photo("ook weg")};
    record.links = {{"kept_thing", school.world.id()}};
    keep_for(amina, record);
    change_to(record, school.world.id(), record.id);
    remember_record_removal(school.world.school(), thing(record), now());
    write([&](storage::Writes& writes) { remove_record(writes, media(), thing(record)); });
    EXPECT_EQ(left_behind(), "");
    EXPECT_FALSE(media().size(record.parts[0].file));
    EXPECT_TRUE(record_was_removed(vault(), amina, record.id));
    EXPECT_FALSE(record_was_removed(vault(), joris, record.id)) << "nobody's removal is another's";
    for (const char* table : {"own_record", "own_record_version", "own_link"}) EXPECT_TRUE(vault().was_removed(table, removal_of(amina.person, record.id))) << table;
    EXPECT_TRUE(vault().was_removed("kept_part", removal_of(amina.person, record.parts[0].id)));
}

TEST_P(Records, leave_the_bin_for_good_after_a_week) {
    const Record record = kept("Weg ermee"), stays = kept("Blijft");
    throw_out(record);
    school.world.clock().advance(in_the_bin_for - std::chrono::seconds{1});
    tend(school.world.school(), now());
    EXPECT_TRUE(found(amina, record.id));
    school.world.clock().advance(std::chrono::seconds{1});
    tend(school.world.school(), now());
    EXPECT_FALSE(found(amina, record.id));
    EXPECT_TRUE(record_was_removed(vault(), amina, record.id));
    EXPECT_EQ(listed(), std::vector<std::string>{"Blijft"});
}

TEST_P(Records, lie_sealed) {
    Record record = wish("Mijn " + canary);
    record.parts = {photo("Beeld van " + canary)};
    keep_for(amina, record);
    Record changed = record;
    changed.parts.clear();
    changed.body["words"] = "Nu anders: " + canary;
    change_to(changed, school.world.id(), record.id);
    EXPECT_EQ(trial::raw_columns(school.world, "own_record", {"body"}).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "own_record_version", {"body"}).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "kept_part", {"description"}).find(canary), std::string::npos);
    EXPECT_EQ(found(amina, record.id)->body.at("words"), "Nu anders: " + canary);
}

TEST_P(Records, go_with_their_owner) {
    Record record = wish("Van Amina");
    record.parts = {photo("haar foto")};
    record.links = {{"kept_thing", school.world.id()}};
    keep_for(amina, record);
    change_to(record, school.world.id(), record.id);
    const Record other = wish("Van Joris");
    keep_for(joris, other);
    write([&](storage::Writes& writes) { erase_person(writes, school.world.school(), amina.person); });
    EXPECT_EQ(left_behind(), joris.person.text());
    EXPECT_FALSE(media().size(record.parts[0].file));
    EXPECT_TRUE(found(joris, other.id));
}

TEST(RecordKinds, have_codes_that_are_read_back) {
    for (std::size_t at = 0; at < record_kind_count; ++at) EXPECT_EQ(parse_record_kind(code(static_cast<RecordKind>(at))), static_cast<RecordKind>(at));
    EXPECT_FALSE(parse_record_kind("kept_thing"));
}

}  // namespace
}  // namespace loopbaankaart::journey
