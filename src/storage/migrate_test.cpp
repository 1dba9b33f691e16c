// Migrations: whole or not at all, after a backup, and never backwards.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include <workbench/workbench.hpp>

#include "database/dialect.hpp"
#include "migrate.hpp"

namespace loopbaankaart::storage {

namespace {

using ::testing::ElementsAre;

constexpr Migration first{1, "make_notes", R"(
CREATE TABLE note (
    id TEXT PRIMARY KEY, -- of the note; a word; and a 'quote' in a comment
    raw BYTEA            -- bytes
);
INSERT INTO note (id) VALUES ('kept; through
everything');
)"};

constexpr Migration second{2, "add_words", R"(
-- The words beside the bytes.
ALTER TABLE note ADD COLUMN words TEXT;
UPDATE note SET words = 'BYTEA';
CREATE TABLE place (
    id TEXT PRIMARY KEY -- of the place
);
)"};

constexpr Migration third{3, "add_index", R"(
CREATE INDEX note_words ON note (words);
INSERT INTO place (id) VALUES ('wensboom');
DROP TABLE place;
)"};

constexpr Query<0> words_of_notes{"test.words", "SELECT words FROM note", "SELECT words FROM note"};

class Migrations : public ::testing::TestWithParam<workbench::Backend> {
protected:
    std::unique_ptr<Connection> connect() {
        const Options options = world.options();
        if (!options.database.empty()) return open_postgresql(options.database, "noord");
        return open_sqlite(options.data / "schools" / "noord" / "school.sqlite", Opening::existing);
    }
    base::Result<std::unique_ptr<Storage>> open_with(std::vector<Migration> migrations) {
        world.close();
        Options options = world.options();
        options.migrations = std::move(migrations);
        return open(options);
    }
    std::vector<std::filesystem::path> copies() const {
        std::error_code none;
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::directory_iterator{world.folder() / "data" / "backups-before-migration", none})
            found.push_back(entry.path());
        return found;
    }
    // Every table with its columns, what was applied, and the notes: all that a migration may change here.
    std::string shape() {
        const auto connection = connect();
        std::string shape;
        connection->begin_read();
        for (const std::string& table : connection->tables()) {
            shape += table + ":";
            for (const Column& column : connection->columns(table)) shape += " " + column.name;
            shape += "\n";
        }
        for (const int number : applied_migrations(*connection)) shape += std::to_string(number) + " ";
        if (shape.find("words") != std::string::npos) connection->each(words_of_notes, [&](const Row& row) { shape += row.string(0); });
        connection->rollback();
        return shape;
    }
    workbench::World world{GetParam(), {first}};
};

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Migrations, workbench::both, workbench::name);

TEST_P(Migrations, RunInOrderOfNumberAndOnce) {
    const auto storage = open_with({third, first, second});
    ASSERT_TRUE(storage);
    const auto school = (*storage)->school("noord");
    ASSERT_NE(school, nullptr);
    school->read([](Reads& reads) {
        EXPECT_THAT(reads.all(words_of_notes, [](const Row& row) { return row.string(0); }), ElementsAre("BYTEA"));
    });
    EXPECT_EQ(shape(), "note: id raw words\n1 2 3 BYTEA");
}

TEST_P(Migrations, StartWithABackup) {
    EXPECT_THAT(copies(), ElementsAre()) << "a fresh school has nothing to lose";
    { ASSERT_NE((*open_with({first}))->school("noord"), nullptr); }
    EXPECT_THAT(copies(), ElementsAre()) << "nothing was missing";
    { ASSERT_NE((*open_with({first, second}))->school("noord"), nullptr); }
    ASSERT_EQ(copies().size(), 1U);
    EXPECT_GT(std::filesystem::file_size(copies().front()), 0U);
    EXPECT_EQ(std::filesystem::status(copies().front()).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_P(Migrations, TheBackupIsOfBefore) {
    { ASSERT_NE((*open_with({first, second}))->school("noord"), nullptr); }
    ASSERT_EQ(copies().size(), 1U);
    if (GetParam() == workbench::Backend::postgresql) {
        const auto storage = open_with({first, second});
        Options elsewhere = world.options();
        elsewhere.database = make_test_database(std::getenv("LOOPBAANKAART_TEST_POSTGRESQL"));
        elsewhere.data = world.folder() / "elsewhere";
        const auto restored = open(elsewhere);
        EXPECT_TRUE((*restored)->restore("noord", copies().front()));
        EXPECT_THAT((*restored)->school_names(), ElementsAre("noord"));
        drop_test_database(elsewhere.database);
        return;
    }
    const auto copy = open_sqlite(copies().front(), Opening::existing);
    EXPECT_EQ(copy->columns("note").size(), 2U);
    EXPECT_THAT(applied_migrations(*copy), ElementsAre(1));
}

TEST_P(Migrations, TheBackupGoesAfterThirtyDays) {
    { ASSERT_NE((*open_with({first, second}))->school("noord"), nullptr); }
    world.clock().advance(std::chrono::days{30});
    ASSERT_TRUE(open_with({first, second}));
    EXPECT_EQ(copies().size(), 1U);
    world.clock().advance(std::chrono::milliseconds{1});
    ASSERT_TRUE(open_with({first, second}));
    EXPECT_EQ(copies().size(), 0U);
}

TEST_P(Migrations, ANewerDatabaseIsRefused) {
    { ASSERT_NE((*open_with({first, second}))->school("noord"), nullptr); }
    const auto older = open_with({first});
    ASSERT_FALSE(older);
    EXPECT_EQ(older.error().code(), word::database_newer.id);
    EXPECT_EQ(migrate(*connect(), {std::vector{first}, {}, {}}).error().code(), word::database_newer.id);
    EXPECT_TRUE(open_with({first, second}));
}

TEST_P(Migrations, AMistakeChangesNothing) {
    const std::string before = shape();
    constexpr Migration mistaken{4, "mistaken", "INSERT INTO nowhere (id) VALUES ('x');\n"};
    const auto storage = open_with({first, second, third, mistaken});
    ASSERT_TRUE(storage);
    EXPECT_THROW((*storage)->school("noord"), Broken);
    EXPECT_EQ(shape(), before);
}

TEST_P(Migrations, TwoOfOneNumberAreAMistakeOfTheProgram) {
    EXPECT_THROW(static_cast<void>(migrate(*connect(), {std::vector{first, first}, {}, {}})), std::logic_error);
}

// Passes everything on to a real connection and kills this process before its n-th statement.
class Deadly final : public Connection {
public:
    Deadly(std::unique_ptr<Connection> real, workbench::Backend backend, int statements)
        : real_{std::move(real)}, backend_{backend}, left_{statements} {}
    void begin_read() override { real_->begin_read(); }
    void begin_write() override { real_->begin_write(); }
    void commit() override { step(), real_->commit(), step(); }
    void rollback() noexcept override { real_->rollback(); }
    void savepoint() override { real_->savepoint(); }
    void release() override { real_->release(); }
    void rollback_to_savepoint() override { real_->rollback_to_savepoint(); }
    void script(std::string_view sql) override { step(), real_->script(sql); }
    std::vector<std::string> tables() override { return real_->tables(); }
    std::vector<Column> columns(std::string_view table) override { return real_->columns(table); }
    std::int64_t dynamic(std::string_view sql, std::span<const Parameter> parameters, const EachRow& visit) override {
        return real_->dynamic(sql, parameters, visit);
    }
    void lock() override { real_->lock(); }

protected:
    std::int64_t execute(const Statement& statement, std::span<const Parameter> parameters, const EachRow& visit) override {
        step();
        const std::string_view sql = backend_ == workbench::Backend::postgresql ? statement.postgresql : statement.sqlite;
        return real_->dynamic(sql, parameters, visit);
    }

private:
    void step() {
        if (left_-- == 0) ::raise(SIGKILL);
    }
    std::unique_ptr<Connection> real_;
    workbench::Backend backend_;
    int left_;
};

TEST_P(Migrations, KilledAtAnyStatementLeaveOldOrNew) {
    const std::string before = shape();
    const std::string after = "note: id raw words\n1 2 3 BYTEA";
    world.close();
    int killed = 0;
    for (bool whole = false; !whole; ++killed) {
        const pid_t child = ::fork();
        if (child == 0) {
            Deadly connection{connect(), GetParam(), killed};
            const auto done = migrate(connection, {std::vector{first, second, third}, {}, {}});
            ::_exit(done ? 0 : 1);
        }
        int ended = 0;
        ASSERT_EQ(::waitpid(child, &ended, 0), child);
        whole = WIFEXITED(ended);
        EXPECT_EQ(whole ? WEXITSTATUS(ended) : 0, 0);
        const std::string found = shape();
        EXPECT_TRUE(found == before || found == after) << "killed before statement " << killed << ":\n" << found;
        if (found != before) break;
    }
    EXPECT_EQ(shape(), after);
    EXPECT_GT(killed, 8) << "every statement was tried";
}

TEST(Dialect, TypesAreRenamedOutsideTextOnly) {
    EXPECT_EQ(for_sqlite("CREATE TABLE t (a BYTEA, \"BYTEA\" TEXT, BYTEAS TEXT DEFAULT 'BYTEA'); -- BYTEA"),
              "CREATE TABLE t (a BLOB, \"BYTEA\" TEXT, BYTEAS TEXT DEFAULT 'BYTEA'); -- BYTEA");
}

TEST(Dialect, AStatementEndsAtTheEndOfALine) {
    EXPECT_EQ(statements("A; -- one;\nB 'x;\ny';\n-- only a comment;\n").size(), 2U);
    EXPECT_EQ(statements("A;\nB").size(), 2U);
    EXPECT_EQ(statements(" \n").size(), 0U);
}

}  // namespace

}  // namespace loopbaankaart::storage
