#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "database.hpp"
#include "dialect.hpp"
#include "sqlite_statement.hpp"

namespace loopbaankaart::storage {

namespace {

// Debian's 3.40 and everything before 3.51.3 can corrupt a WAL database when a checkpoint and a writer meet.
constexpr int oldest_version = 3051003;

// How long one program waits for another to finish writing, in milliseconds.
constexpr int busy_wait = 10'000;

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

// SQLite would make the file readable for everyone the umask allows; its WAL takes the mode of the file.
void make_private_file(const std::filesystem::path& file) {
    const int made = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (made < 0) throw Broken{fmt::format("cannot make {}: {}", file.string(), std::generic_category().message(errno))};
    ::close(made);
}

Database open_file(const std::filesystem::path& file) {
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int result = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
    Database database{opened};
    if (result != SQLITE_OK) throw_sqlite(database.get(), file.string());
    return database;
}

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::filesystem::path& file, Database database)
        : name_{file.string()}, database_{std::move(database)}, statements_{database_.get()} {}

    void settle();

    void begin_read() override;
    void begin_write() override;
    void commit() override;
    void rollback() noexcept override;
    void savepoint() override { checked("SAVEPOINT job"); }
    void release() override { checked("RELEASE job"); }
    void rollback_to_savepoint() override {
        checked("ROLLBACK TO job");
        checked("RELEASE job");
    }
    void script(std::string_view sql) override;
    std::vector<std::string> tables() override;
    std::vector<Column> columns(std::string_view table) override;
    std::int64_t dynamic(std::string_view sql, std::span<const Parameter> parameters, const EachRow& visit) override {
        return checked(sql, sql, parameters, visit);
    }
    void prepare_load() override;
    void finish_load() override { run("PRAGMA wal_checkpoint(TRUNCATE)"); }
    bool usable() const override { return !inside_ && sqlite3_get_autocommit(database_.get()) != 0; }

protected:
    std::int64_t execute(const Statement& statement, std::span<const Parameter> parameters, const EachRow& visit) override {
        return checked(statement.sqlite, statement.name, parameters, visit);
    }

private:
    void run(std::string_view sql) { statements_.run(sql, sql, {}, nullptr); }
    std::int64_t checked(std::string_view sql, std::string_view name, std::span<const Parameter> parameters, const EachRow& visit);
    void checked(std::string_view sql) { checked(sql, sql, {}, nullptr); }
    void setting(std::string_view pragma, std::string_view expected);

    std::string name_;
    Database database_;
    SqliteStatements statements_;
    bool inside_ = false;  // between begin and commit or rollback
};

// SQLite undoes the whole transaction by itself when the disk is full or fails. Whoever does not notice would write on
// without one: every later statement a commit of its own.
std::int64_t SqliteConnection::checked(std::string_view sql, std::string_view name, std::span<const Parameter> parameters,
                                       const EachRow& visit) {
    if (inside_ && sqlite3_get_autocommit(database_.get()) != 0)
        throw Broken{fmt::format("{}: {}: the transaction was undone by the database", name_, name)};
    return statements_.run(sql, name, parameters, visit);
}

void SqliteConnection::begin_read() {
    run("BEGIN");
    statements_.only_read(true);
    inside_ = true;
}

void SqliteConnection::begin_write() {
    run("BEGIN IMMEDIATE");
    inside_ = true;
}

void SqliteConnection::commit() {
    checked("COMMIT");
    statements_.only_read(false);
    inside_ = false;
}

void SqliteConnection::rollback() noexcept {
    statements_.only_read(false);
    inside_ = false;
    if (sqlite3_get_autocommit(database_.get()) == 0) sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteConnection::script(std::string_view sql) {
    for (const std::string_view statement : storage::statements(sql)) {
        if (inside_ && sqlite3_get_autocommit(database_.get()) != 0) throw Broken{name_ + ": the transaction was undone by the database"};
        if (sqlite3_exec(database_.get(), for_sqlite(statement).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw_sqlite(database_.get(), fmt::format("{}: {}", name_, statement));
    }
}

std::vector<std::string> SqliteConnection::tables() {
    std::vector<std::string> names;
    dynamic(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'applied_migration'"
        " ORDER BY name",
        {}, [&](const Row& row) { names.push_back(row.string(0)); });
    return names;
}

std::vector<Column> SqliteConnection::columns(std::string_view table) {
    std::vector<Column> found;
    const Parameter parameters[]{table};
    dynamic("SELECT name, type FROM pragma_table_info(?1) ORDER BY cid", parameters,
            [&](const Row& row) { found.push_back({row.string(0), kind_of(row.text(1))}); });
    return found;
}

// 256 MB of pages, so that few are written twice; and no checkpoint halfway, so that nothing half lies in the file itself.
void SqliteConnection::prepare_load() {
    run("PRAGMA cache_size = -262144");
    run("PRAGMA wal_autocheckpoint = 0");
}

// Sets one pragma and reads back what came of it.
void SqliteConnection::setting(std::string_view pragma, std::string_view expected) {
    std::string answer;
    statements_.run(pragma, pragma, {}, [&](const Row& row) { answer = row.string(0); });
    if (answer != expected) throw Broken{fmt::format("{}: {} gave {}", name_, pragma, answer)};
}

void SqliteConnection::settle() {
    // First, because changing the journal mode may itself have to wait for another program.
    sqlite3_busy_timeout(database_.get(), busy_wait);
    setting("PRAGMA journal_mode = WAL", "wal");
    setting("PRAGMA mmap_size = 0", "0");
    setting("PRAGMA secure_delete = ON", "1");
    run("PRAGMA synchronous = FULL");
    setting("PRAGMA synchronous", "2");
    run("PRAGMA foreign_keys = ON");
    setting("PRAGMA foreign_keys", "1");
    run("PRAGMA temp_store = MEMORY");  // what is sorted never touches the disk
    run("PRAGMA trusted_schema = OFF");
    statements_.forget();
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file, Opening opening) {
    if (sqlite3_libversion_number() < oldest_version)
        throw Broken{fmt::format("SQLite {} can damage a database: 3.51.3 or newer is needed", sqlite3_libversion())};
    if (opening == Opening::create) make_private_file(file);
    auto connection = std::make_unique<SqliteConnection>(file, open_file(file));
    connection->settle();
    return connection;
}

}  // namespace loopbaankaart::storage
