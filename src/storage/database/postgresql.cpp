#include <fmt/format.h>

#include <algorithm>

#include "database.hpp"
#include "dialect.hpp"
#include "postgresql_session.hpp"
#include "schema.hpp"

namespace loopbaankaart::storage {

namespace {

using Keeping = PostgresqlSession::Keeping;

// One text for all schools: plans are never prepared per school. What is temporary is looked up last, or it could hide a table.
constexpr std::string_view enter_school =
    "SELECT set_config('role', $1, true), set_config('search_path', $2 || ', pg_temp', true)";
constexpr std::string_view begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr std::string_view begin_writing = "BEGIN";

// Rows of one portion of a long answer.
constexpr int portion = 2'000;

// Statements sent at once while loading: few enough that their answers fit in the socket's buffer.
constexpr int most_unanswered = 200;

class PostgresqlConnection final : public Connection {
public:
    PostgresqlConnection(std::string_view address, std::string_view school) : session_{std::string{address}} { serve(school); }

    void serve(std::string_view school) final {
        role_ = school.empty() ? std::string{} : role_of(school);
        schema_ = school.empty() ? std::string{} : schema_of(school);
    }
    bool usable() const override { return state_ == State::idle && !session_.lost(); }

    void begin_read() override { begin(State::reading, begin_reading); }
    void begin_write() override { begin(State::writing, begin_writing); }
    void commit() override;
    void rollback() noexcept override;
    void savepoint() override { waiting_.push_back("SAVEPOINT job"); }
    void release() override;
    void rollback_to_savepoint() override;
    void lock() override { ask("SELECT pg_advisory_xact_lock(hashtext(current_schema()))", "lock", {}, Keeping::once); }
    void prepare_load() override { loading_ = true; }
    void finish_load() override { loading_ = false; }
    void script(std::string_view sql) override;
    std::vector<std::string> tables() override;
    std::vector<Column> columns(std::string_view table) override;
    std::int64_t dynamic(std::string_view sql, std::span<const Parameter> parameters, const EachRow& visit) override;

protected:
    std::int64_t execute(const Statement& statement, std::span<const Parameter> parameters, const EachRow& visit) override {
        return finish(ask(statement.postgresql, statement.name, parameters, Keeping::prepared), visit);
    }
    void execute_soon(const Statement& statement, std::span<const Parameter> parameters) override;

private:
    enum class State { idle, reading, writing };

    void begin(State state, std::string_view sql);
    PostgresqlResult ask(std::string_view sql, std::string_view name, std::span<const Parameter> parameters, Keeping keeping);
    PostgresqlResult ask_once(std::string_view sql, std::string_view name, std::span<const Parameter> parameters, Keeping keeping);
    static std::int64_t finish(const PostgresqlResult& result, const EachRow& visit);
    void end();

    PostgresqlSession session_;
    std::string role_, schema_;                // of the school; empty: as who connected
    State state_ = State::idle;
    bool begun_ = false;                       // the server has heard of this transaction
    std::vector<std::string_view> waiting_;    // commands that go out with the next statement
    int cursors_ = 0;
    bool loading_ = false;
    int unanswered_ = 0;                       // statements sent while loading, whose answers nobody looked at yet
};

void PostgresqlConnection::begin(State state, std::string_view sql) {
    if (state_ != State::idle) throw std::logic_error{"a transaction inside a transaction"};
    state_ = state;
    begun_ = false;
    waiting_.assign({sql});
    if (!schema_.empty()) waiting_.push_back(enter_school);
}

void PostgresqlConnection::end() {
    state_ = State::idle;
    begun_ = false;
    waiting_.clear();
}

// A server that went away between two transactions is called again: nothing of this one was lost yet.
PostgresqlResult PostgresqlConnection::ask(std::string_view sql, std::string_view name, std::span<const Parameter> parameters,
                                           Keeping keeping) {
    if (state_ == State::idle && !schema_.empty()) throw std::logic_error{"a school's statement outside a transaction"};
    if (begun_) return ask_once(sql, name, parameters, keeping);
    try {
        return ask_once(sql, name, parameters, keeping);
    } catch (const ConnectionLost&) {
        if (state_ == State::idle) throw;
        session_.reconnect();
        return ask_once(sql, name, parameters, keeping);
    }
}

PostgresqlResult PostgresqlConnection::ask_once(std::string_view sql, std::string_view name, std::span<const Parameter> parameters,
                                                Keeping keeping) {
    for (const std::string_view command : waiting_) {
        const Parameter school[]{std::string_view{role_}, std::string_view{schema_}};
        session_.send(command, command, command == enter_school ? std::span<const Parameter>{school} : std::span<const Parameter>{},
                      Keeping::prepared);
    }
    session_.send(sql, name, parameters, keeping);
    try {
        PostgresqlResult result = session_.collect();
        waiting_.clear();
        begun_ = state_ != State::idle;
        return result;
    } catch (const ConnectionLost&) {
        throw;
    } catch (const Broken&) {
        waiting_.clear();
        begun_ = state_ != State::idle;
        throw;
    }
}

// What goes wrong in one of them is thrown with a later one, or by the commit.
void PostgresqlConnection::execute_soon(const Statement& statement, std::span<const Parameter> parameters) {
    if (!loading_ || !begun_) {
        execute(statement, parameters, nullptr);
        return;
    }
    session_.send(statement.postgresql, statement.name, parameters, Keeping::prepared);
    if (++unanswered_ < most_unanswered) return;
    unanswered_ = 0;
    session_.collect();
}

std::int64_t PostgresqlConnection::finish(const PostgresqlResult& result, const EachRow& visit) {
    if (PQresultStatus(result.get()) == PGRES_TUPLES_OK) {
        if (visit)
            for (PostgresqlRow row{result.get()}; row.next();) visit(row);
        return 0;
    }
    const std::string_view changed = PQcmdTuples(result.get());
    std::int64_t count = 0;
    for (const char digit : changed) count = count * 10 + (digit - '0');
    return count;
}

void PostgresqlConnection::commit() {
    if (!begun_) return end();  // nothing was asked
    if (state_ == State::reading) {
        session_.send("COMMIT", "COMMIT", {}, Keeping::prepared);
        session_.leave();
        return end();
    }
    const PostgresqlResult result = ask("COMMIT", "COMMIT", {}, Keeping::prepared);
    end();
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK, and calls that a success.
    if (std::string_view{PQcmdStatus(result.get())} != "COMMIT") throw Broken{"PostgreSQL: the transaction was rolled back"};
}

void PostgresqlConnection::rollback() noexcept {
    const bool ask_server = begun_;
    waiting_.clear();
    try {
        if (ask_server && !session_.lost()) ask("ROLLBACK", "ROLLBACK", {}, Keeping::prepared);
        end();
    } catch (...) {
        state_ = State::writing;  // where it stands is unknown: not usable any more
    }
}

void PostgresqlConnection::release() {
    if (begun_ && session_.failed()) throw Broken{"PostgreSQL: the transaction has failed"};
    waiting_.push_back("RELEASE SAVEPOINT job");
}

void PostgresqlConnection::rollback_to_savepoint() {
    if (session_.lost()) throw ConnectionLost{"PostgreSQL: the connection was lost"};
    waiting_.push_back("ROLLBACK TO SAVEPOINT job");
    waiting_.push_back("RELEASE SAVEPOINT job");
}

void PostgresqlConnection::script(std::string_view sql) {
    for (const std::string_view statement : storage::statements(sql)) ask(statement, statement, {}, Keeping::once);
}

std::vector<std::string> PostgresqlConnection::tables() {
    std::vector<std::string> names;
    finish(ask("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
               " AND relname <> 'applied_migration' ORDER BY relname COLLATE \"C\"",
               "tables", {}, Keeping::prepared),
           [&](const Row& row) { names.push_back(row.string(0)); });
    return names;
}

std::vector<Column> PostgresqlConnection::columns(std::string_view table) {
    std::vector<Column> found;
    const Parameter parameters[]{table};
    finish(ask("SELECT attname::text, format_type(atttypid, NULL) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
               " WHERE relnamespace = current_schema()::regnamespace AND relname = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
               "columns", parameters, Keeping::prepared),
           [&](const Row& row) { found.push_back({row.string(0), kind_of(row.text(1))}); });
    return found;
}

std::int64_t PostgresqlConnection::dynamic(std::string_view sql, std::span<const Parameter> parameters, const EachRow& visit) {
    if (!visit || state_ == State::idle || !sql.starts_with("SELECT")) return finish(ask(sql, sql, parameters, Keeping::prepared), visit);
    const std::string cursor = fmt::format("long_answer_{}", ++cursors_);
    ask(fmt::format("DECLARE {} NO SCROLL CURSOR FOR {}", cursor, sql), sql, parameters, Keeping::once);
    const std::string fetch = fmt::format("FETCH {} FROM {}", portion, cursor);
    for (bool more = true; more;) {
        const PostgresqlResult rows = ask(fetch, sql, {}, Keeping::once);
        finish(rows, visit);
        more = PQntuples(rows.get()) == portion;
    }
    ask(fmt::format("CLOSE {}", cursor), sql, {}, Keeping::once);
    return 0;
}

}  // namespace

std::unique_ptr<Connection> open_postgresql(std::string_view address, std::string_view school) {
    return std::make_unique<PostgresqlConnection>(address, school);
}

}  // namespace loopbaankaart::storage
