// An archive that comes in piece by piece: when it is whole, how long it stays, and with whom it goes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "trial_bringing.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre, testing::IsEmpty;

class BringingIn : public trial::BringingSchool {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, BringingIn, workbench::both, workbench::name);

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

// A table that is away, for as long as this lives.
class Away {
public:
    Away(storage::School& school, const std::string& table) : school_{school}, table_{table} { rename(table_, table_ + "_away"); }
    Away(const Away&) = delete;
    ~Away() { rename(table_ + "_away", table_); }

private:
    void rename(const std::string& from, const std::string& to) {
        const std::string name = "test.rename_" + from, sql = "ALTER TABLE " + from + " RENAME TO " + to;
        school_.write_now([&](storage::Writes& writes) { writes.run(storage::Query<0>{name, sql, sql}); });
    }
    storage::School& school_;
    std::string table_;
};

TEST_P(BringingIn, leaves_out_what_can_never_be_kept_and_says_so) {
    const base::Id plain = school.keep_for("amina", "Gewoon"), changed = school.keep_for("amina", "Eerst zo"), last = school.keep_for("amina", "Als laatste");
    change_words(amina, changed, "Later zo");
    const std::string archive = archive_of(amina);
    const Bringing begun = arrived(joris, archive);
    look(joris, begun);
    ask_for_unpacking(joris, begun);
    {
        const Away versions{house(), "kept_version"};
        EXPECT_EQ(carry_through_trouble(), most_tries_of_one);
    }
    const Bringing done = find(joris, begun.id).value();
    EXPECT_EQ(done.state, BringingState::done);
    EXPECT_THAT(done.contents.notes, ElementsAre(Note{Note::Why::ours, "Later zo"}));
    EXPECT_TRUE(kept_thing(joris, plain) && kept_thing(joris, last) && !kept_thing(joris, changed));
    EXPECT_THAT(bring(joris, archive).contents.notes, testing::IsEmpty()) << "brought once more it is all there";
    EXPECT_EQ(tree_of(joris), tree_of(amina));
}

TEST_P(BringingIn, ends_when_nothing_can_be_kept_any_more_and_keeps_what_came_in) {
    be_at("haven");
    for (const char* words : {"Eén", "Twee", "Drie", "Vier", "Vijf"}) school.keep_for("amina", words);
    const Bringing begun = arrived(joris, archive_of(amina));
    look(joris, begun);
    ask_for_unpacking(joris, begun);
    {
        const Away things{house(), "kept_thing"};
        EXPECT_EQ(carry_through_trouble(), most_tries);
    }
    const Bringing over = find(joris, begun.id).value();
    EXPECT_EQ(over.state, BringingState::failed);
    EXPECT_EQ(over.contents.failed->code(), "journey.bringing_gave_up");
    EXPECT_EQ(objects_of(joris, "bezoeken").size(), 1U);
    EXPECT_EQ(passing_files_of_bringings(), 0U);
    auto visitor = school.signed_in("joris");
    visitor.get("/meebrengen/" + begun.id.text());
    EXPECT_TRUE(visitor.shows("href=\"/meebrengen\"") && visitor.shows("href=\"/rugzak\""));
}

TEST_P(BringingIn, goes_with_its_owner) {
    arrived(joris, trial::packed_by_hand({}));
    house().write_now([&](storage::Writes& writes) { erase_person(writes, house(), joris.person); });
    EXPECT_EQ(passing_files(), 0U);
    EXPECT_EQ(trial::raw_columns(school.world, "bringing", {"owner"}) + trial::raw_columns(school.world, "bringing_piece", {"owner"}), "");
}

TEST_P(BringingIn, adds_nothing_for_who_left_meanwhile) {
    const Bringing begun = arrived(joris, trial::packed_by_hand({{"rugzak", {trial::thing_saying("Te laat", school.world.id())}}}));
    look(joris, begun);
    ask_for_unpacking(joris, begun);
    const storage::Query<2> leave{"test.leave", "UPDATE person SET standing = 'left', left_at = ?2 WHERE id = ?1", "UPDATE person SET standing = 'left', left_at = $2 WHERE id = $1"};
    house().write_now([&](storage::Writes& writes) { writes.run(leave, joris.person, now()); });
    while (carry()) {
    }
    EXPECT_THAT(objects_of(joris, "rugzak"), IsEmpty());
    EXPECT_EQ(passing_files_of_bringings(), 0U);
}

}  // namespace
}  // namespace loopbaankaart::journey
