// Inside storage only: prepared statements of one SQLite connection, kept for the next time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include <sqlite3.h>

#include "database.hpp"

namespace loopbaankaart::storage {

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// Throws Broken with what SQLite says and the words `doing` before it.
[[noreturn]] void throw_sqlite(sqlite3* database, std::string_view doing);

class SqliteStatements {
public:
    explicit SqliteStatements(sqlite3* database) : database_{database} {}

    // Runs the statement, prepared once and kept by its text. A visitor may ask the same again while it runs.
    std::int64_t run(std::string_view sql, std::string_view name, std::span<const Parameter> parameters, const EachRow& visit);
    void forget() { kept_.clear(); }
    // Whether statements that change something are refused, as PostgreSQL does in a transaction that reads.
    void only_read(bool reading) { only_read_ = reading; }

private:
    struct Kept {
        SqliteStatement statement;
        bool running = false;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    Kept& keep(std::string_view sql, std::string_view name);
    SqliteStatement prepare(std::string_view sql, std::string_view name);
    std::int64_t run_prepared(sqlite3_stmt* statement, std::string_view name, std::span<const Parameter> parameters, const EachRow& visit);

    sqlite3* database_;
    bool only_read_ = false;
    int running_ = 0;
    std::unordered_map<std::string, Kept, Hash, std::equal_to<>> kept_;
};

}  // namespace loopbaankaart::storage
