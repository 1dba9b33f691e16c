#include "sqlite_statement.hpp"

#include <fmt/format.h>

#include "dialect.hpp"

namespace loopbaankaart::storage {

namespace {

// More different statements than the program has; only dynamic ones can pass it.
constexpr std::size_t most_kept = 1024;

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_{statement} {}
    bool null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
    double real(int column) const override { return sqlite3_column_double(statement_, column); }
    std::string_view text(int column) const override {
        const unsigned char* text = sqlite3_column_text(statement_, column);
        return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    base::BytesView bytes(int column) const override {
        const void* bytes = sqlite3_column_blob(statement_, column);
        return {static_cast<const unsigned char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

private:
    sqlite3_stmt* statement_;
};

// Binds one value. A null pointer would mean NULL, so empty values point somewhere.
struct Bind {
    sqlite3_stmt* statement;
    int place;  // from 1

    int operator()(std::nullptr_t) const { return sqlite3_bind_null(statement, place); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, place, value); }
    int operator()(std::string_view value) const {
        const char* text = value.empty() ? "" : value.data();
        return sqlite3_bind_text64(statement, place, text, value.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(base::BytesView value) const {
        if (value.empty()) return sqlite3_bind_zeroblob(statement, place, 0);
        return sqlite3_bind_blob64(statement, place, value.data(), value.size(), SQLITE_STATIC);
    }
};

// Leaves a statement ready for the next use, whatever happened.
struct Reset {
    sqlite3_stmt* statement;
    ~Reset() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

template <typename Value>
struct Raised {
    Value& value;
    explicit Raised(Value& raised) : value{raised} { ++value; }
    ~Raised() { --value; }
};

}  // namespace

void throw_sqlite(sqlite3* database, std::string_view doing) {
    throw Broken{fmt::format("{}: {} (SQLite {})", doing, sqlite3_errmsg(database), sqlite3_extended_errcode(database))};
}

std::int64_t SqliteStatements::run(std::string_view sql, std::string_view name, std::span<const Parameter> parameters,
                                   const EachRow& visit) {
    Kept& kept = keep(sql, name);
    const Raised<int> running{running_};
    if (kept.running) return run_prepared(prepare(sql, name).get(), name, parameters, visit);
    kept.running = true;
    struct Free {
        bool& running;
        ~Free() { running = false; }
    } const free{kept.running};
    return run_prepared(kept.statement.get(), name, parameters, visit);
}

// Steps to the end and resets, also when it throws. Texts and bytes are bound without copying.
std::int64_t SqliteStatements::run_prepared(sqlite3_stmt* statement, std::string_view name, std::span<const Parameter> parameters,
                                            const EachRow& visit) {
    if (only_read_ && sqlite3_stmt_readonly(statement) == 0) throw Broken{fmt::format("{}: a change inside a read", name)};
    const Reset reset{statement};
    int place = 0;
    for (const Parameter& parameter : parameters)
        if (std::visit(Bind{statement, ++place}, parameter) != SQLITE_OK) throw_sqlite(database_, name);

    const std::int64_t before = sqlite3_total_changes64(database_);
    const SqliteRow row{statement};
    int step = 0;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW)
        if (visit) visit(row);
    if (step != SQLITE_DONE) throw_sqlite(database_, name);
    // Only what this statement itself changed; a SELECT leaves the count of the statement before it.
    return sqlite3_total_changes64(database_) == before ? 0 : sqlite3_changes64(database_);
}

SqliteStatements::Kept& SqliteStatements::keep(std::string_view sql, std::string_view name) {
    const auto found = kept_.find(sql);
    if (found != kept_.end()) return found->second;
    if (kept_.size() >= most_kept && running_ == 0) kept_.clear();
    return kept_.emplace(std::string{sql}, Kept{prepare(sql, name)}).first->second;
}

SqliteStatement SqliteStatements::prepare(std::string_view sql, std::string_view name) {
    const std::string text = for_sqlite(sql);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(database_, text.data(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        throw_sqlite(database_, name);
    if (statement == nullptr) throw Broken{fmt::format("{}: no statement", name)};
    return SqliteStatement{statement};
}

}  // namespace loopbaankaart::storage
