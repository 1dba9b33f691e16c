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

// Steps `statement` to its end with these values and resets it, also when it throws. Texts and bytes are bound without copying.
// Gives the number of rows changed.
std::int64_t run_sqlite(sqlite3_stmt* statement, std::span<const Parameter> parameters, const EachRow& visit, std::string_view name);

class SqliteStatements {
public:
    explicit SqliteStatements(sqlite3* database) : database_{database} {}

    // Runs the statement, prepared once and kept by its text. A visitor may ask the same again while it runs.
    std::int64_t run(std::string_view sql, std::string_view name, std::span<const Parameter> parameters, const EachRow& visit);
    void forget() { kept_.clear(); }

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

    sqlite3* database_;
    int running_ = 0;
    std::unordered_map<std::string, Kept, Hash, std::equal_to<>> kept_;
};

}  // namespace loopbaankaart::storage
