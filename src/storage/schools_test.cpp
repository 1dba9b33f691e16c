// Schools of one installation: made, found, closed and kept apart.
#include <gmock/gmock.h>

#include <fstream>

#include <workbench/workbench.hpp>

#include "database/database.hpp"
#include "database/schema.hpp"
#include "trial_notes.hpp"

namespace loopbaankaart::storage {

namespace {

using ::testing::ElementsAre;

constexpr Query<0> all_words{"test.notes", "SELECT words FROM note ORDER BY id", "SELECT words FROM note ORDER BY id"};

std::vector<std::string> notes(School& school) {
    std::vector<std::string> found;
    school.read([&](Reads& reads) { found = reads.all(all_words, [](const Row& row) { return row.string(0); }); });
    return found;
}

void keep(School& school, std::string_view words) {
    school.write_now([&](Writes& writes) { writes.run(insert_note, words, words); });
}

class Schools : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), {make_notes}};
};

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Schools, workbench::both, workbench::name);

TEST_P(Schools, AreFoundByName) {
    ASSERT_TRUE(world.storage().create_school("west-friesland-2"));
    EXPECT_THAT(world.storage().school_names(), ElementsAre("noord", "west-friesland-2"));
    EXPECT_NE(world.storage().school("west-friesland-2"), nullptr);
    EXPECT_EQ(world.storage().school("zuid"), nullptr);
    EXPECT_EQ(world.storage().school("../noord"), nullptr);
    EXPECT_TRUE(std::filesystem::is_directory(world.school().folder()));
}

TEST_P(Schools, HaveGoodNames) {
    for (const char* name : {"", "Noord", "noord_1", "noord.unfinished", "a b", "a/b", "'; DROP SCHEMA x; --"})
        EXPECT_EQ(world.storage().create_school(name).error().code(), word::school_name_bad.id) << name;
    EXPECT_EQ(world.storage().create_school(std::string(41, 'a')).error().code(), word::school_name_bad.id);
    EXPECT_TRUE(world.storage().create_school(std::string(40, 'a')));
    EXPECT_EQ(world.storage().create_school("noord").error().code(), word::school_exists.id);
}

TEST_P(Schools, HaveTheirOwnThings) {
    const auto south = *world.storage().create_school("zuid");
    keep(world.school(), "in noord");
    keep(*south, "in zuid");
    keep(world.school(), "weer in noord");
    EXPECT_THAT(notes(world.school()), ElementsAre("in noord", "weer in noord"));
    EXPECT_THAT(notes(*south), ElementsAre("in zuid"));
}

TEST_P(Schools, AreTheSameWhoeverAsks) {
    EXPECT_EQ(world.storage().school("noord"), world.shared_school());
}

TEST_P(Schools, StayAfterRestart) {
    keep(world.school(), "onthouden");
    world.reopen();
    EXPECT_THAT(notes(world.school()), ElementsAre("onthouden"));
}

TEST_P(Schools, CloseWhenTooManyAreOpenAndOpenAgain) {
    const std::vector<std::string> names{"a", "b", "c", "d"};
    for (const std::string& name : names) ASSERT_TRUE(world.storage().create_school(name));
    world.close();
    Options options = world.options();
    options.open_schools = 2;
    const auto storage = *open(options);
    std::vector<std::weak_ptr<School>> seen;
    for (const std::string& name : names) {
        seen.push_back(storage->school(name));
        keep(*storage->school(name), name);
    }
    const auto held = storage->school("a");
    EXPECT_TRUE(seen[1].expired());
    EXPECT_FALSE(seen[3].expired());
    for (const std::string& name : names) EXPECT_THAT(notes(*storage->school(name)), ElementsAre(name));
    EXPECT_EQ(storage->school("a"), held) << "who is still held is not opened twice";
}

TEST_P(Schools, AnInterruptedAttemptIsNoSchool) {
    std::filesystem::create_directories(world.folder() / "data" / "schools" / "zuid.unfinished" / "media");
    EXPECT_THAT(world.storage().school_names(), ElementsAre("noord"));
    ASSERT_TRUE(world.storage().create_school("zuid"));
    EXPECT_FALSE(std::filesystem::exists(world.folder() / "data" / "schools" / "zuid.unfinished"));
}

TEST_P(Schools, NeedAFolderThatCanBeWritten) {
    world.close();
    Options options = world.options();
    std::ofstream{world.folder() / "a-file"} << "not a folder";
    options.data = world.folder() / "a-file" / "data";
    EXPECT_EQ(open(options).error().code(), word::folder_unwritable.id);
}

TEST(Databases, ThatDoNotAnswerAreNamed) {
    const auto folder = std::filesystem::temp_directory_path() / "loopbaankaart-no-database";
    Options options{.data = folder / "data", .key_file = folder / "data.key", .database = "postgresql://nobody@/none?host=/nonexistent", .make_key = true};
    EXPECT_EQ(open(options).error().code(), word::database_unreachable.id);
    std::filesystem::remove_all(folder);
}

TEST(PostgresqlSchools, CannotReachEachOther) {
    workbench::World world{workbench::Backend::postgresql, {make_notes}};
    const auto south = *world.storage().create_school("zuid");
    keep(*south, "van zuid");
    constexpr Query<0> reach{"test.reach", "", "SELECT words FROM school_zuid.note"};
    constexpr Query<0> change{"test.change", "", "DELETE FROM school_zuid.note"};
    constexpr Query<0> look{"test.look", "", "SELECT current_user::text, current_setting('search_path')"};
    EXPECT_THROW(world.school().read([&](Reads& reads) { reads.each(reach, [](const Row&) {}); }), Broken);
    EXPECT_THROW(world.school().write_now([&](Writes& writes) { writes.run(change); }), Broken);
    world.school().read([&](Reads& reads) {
        reads.each(look, [](const Row& row) {
            EXPECT_EQ(row.text(0), "school_noord");
            EXPECT_EQ(row.text(1), "school_noord, pg_temp");
        });
    });
    EXPECT_THAT(notes(*south), ElementsAre("van zuid"));
}

TEST(PostgresqlSchools, AnswerAfterTheSyncWhateverTheirDatabaseSays) {
    workbench::World world{workbench::Backend::postgresql, {make_notes}};
    auto outside = open_postgresql(world.options().database, "");
    const std::string name{database_of(world.options().database)};
    outside->script("ALTER DATABASE " + name + " SET synchronous_commit = off;");
    world.reopen();
    constexpr Query<0> settings{"test.settings", "", "SELECT current_setting('synchronous_commit'), current_setting('transaction_isolation')"};
    world.school().write_now([&](Writes& writes) {
        writes.each(settings, [](const Row& row) { EXPECT_EQ(row.text(0), "on"); });
    });
    world.school().read([&](Reads& reads) {
        reads.each(settings, [](const Row& row) { EXPECT_EQ(row.text(1), "repeatable read"); });
    });
    outside->script("ALTER DATABASE " + name + " RESET synchronous_commit;");
}

TEST(PostgresqlSchools, ReturnWhenTheServerClosedTheirConnections) {
    workbench::World world{workbench::Backend::postgresql, {make_notes}};
    keep(world.school(), "voor");
    constexpr Query<0> close_others{
        "test.close", "", "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"};
    auto outside = open_postgresql(world.options().database, "");
    outside->each(close_others, [](const Row&) {});
    keep(world.school(), "na");
    EXPECT_THAT(notes(world.school()), ElementsAre("na", "voor"));
}

TEST(Addresses, NameTheirDatabase) {
    EXPECT_EQ(database_of("postgresql://user@host:5432/kaart?sslmode=require"), "kaart");
    EXPECT_EQ(database_of("postgresql:///kaart?host=/run/a/b&user=c"), "kaart");
    EXPECT_EQ(database_of("postgresql://host"), "");
    EXPECT_EQ(with_database("postgresql://user@host:5432/kaart?sslmode=require", "ander"), "postgresql://user@host:5432/ander?sslmode=require");
    EXPECT_EQ(with_database("postgresql://host", "kaart"), "postgresql://host/kaart");
    EXPECT_EQ(with_database("postgresql://?host=/run", "kaart"), "postgresql:///kaart?host=/run");
}

TEST(Schemas, BelongToOneSchoolEach) {
    EXPECT_EQ(schema_of("west-friesland"), "school_west_friesland");
    EXPECT_EQ(school_of("school_west_friesland"), "west-friesland");
    EXPECT_EQ(school_of("public"), std::nullopt);
    EXPECT_EQ(school_of(schema_of("noord.unfinished")), std::nullopt);
    EXPECT_EQ(role_of("noord.unfinished"), role_of("noord"));
}

}  // namespace

}  // namespace loopbaankaart::storage
