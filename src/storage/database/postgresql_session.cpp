#include "postgresql_session.hpp"

#include <fmt/format.h>

namespace loopbaankaart::storage {

namespace {

// More different statements than the program has; only dynamic ones can pass it.
constexpr std::size_t most_prepared = 1024;

// The messages of libpq end in a line end.
std::string message_of(const PGconn* connection) { return std::string{base::trimmed(PQerrorMessage(connection))}; }

std::string message_of(const PGresult* result) {
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return fmt::format("{} (PostgreSQL {})", primary == nullptr ? PQresultErrorMessage(result) : primary, state == nullptr ? "?" : state);
}

}  // namespace

PostgresqlSession::PostgresqlSession(std::string address) : address_{std::move(address)} { reconnect(); }

void PostgresqlSession::reconnect() {
    expected_.clear();
    prepared_.clear();
    preparing_.clear();
    groups_left_ = 0;
    const char* const keywords[]{"dbname", "client_encoding", "application_name", "connect_timeout", nullptr};
    const char* const values[]{address_.c_str(), "UTF8", "loopbaankaart", "10", nullptr};
    connection_.reset(PQconnectdbParams(keywords, values, 1));
    if (connection_ == nullptr || lost()) throw_lost();
    PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
    if (PQenterPipelineMode(connection_.get()) != 1) throw_lost();
    settle();
}

// An acknowledged write is on the disk: a database set to answer sooner is overruled. Stricter settings stay.
void PostgresqlSession::settle() {
    constexpr std::string_view sync =
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";
    send(sync, "synchronous_commit", {}, Keeping::once);
    collect();
}

void PostgresqlSession::throw_lost() const {
    throw ConnectionLost{fmt::format("PostgreSQL: {}", connection_ ? message_of(connection_.get()) : "no memory for a connection")};
}

void PostgresqlSession::sent(int success, Expected expected) {
    if (success != 1) throw_lost();
    expected_.push_back(std::move(expected));
}

void PostgresqlSession::send(std::string_view sql, std::string_view name, std::span<const Parameter> parameters, Keeping keeping) {
    PGconn* connection = connection_.get();
    const PostgresqlParameters sending{parameters};
    auto kept = prepared_.find(sql);
    if (kept == prepared_.end() && (keeping == Keeping::once || prepared_.size() >= most_prepared)) {
        const std::string text{sql};
        sent(PQsendQueryParams(connection, text.c_str(), sending.count(), nullptr, sending.values(), sending.lengths(),
                               sending.formats(), 1),
             {Expected::Kind::answer, std::string{name}});
        return;
    }
    if (kept == prepared_.end()) {
        kept = prepared_.emplace(std::string{sql}, fmt::format("s{}", ++named_)).first;
        preparing_.push_back(kept->first);
        sent(PQsendPrepare(connection, kept->second.c_str(), kept->first.c_str(), 0, nullptr),
             {Expected::Kind::preparation, std::string{name}});
    }
    sent(PQsendQueryPrepared(connection, kept->second.c_str(), sending.count(), sending.values(), sending.lengths(), sending.formats(), 1),
         {Expected::Kind::answer, std::string{name}});
}

void PostgresqlSession::finish_group() {
    sent(PQpipelineSync(connection_.get()), {Expected::Kind::end, {}});
    ++groups_left_;
}

void PostgresqlSession::leave() { finish_group(); }

PostgresqlResult PostgresqlSession::collect() {
    finish_group();
    PostgresqlResult last;
    std::string wrong;
    while (groups_left_ > 0) {
        wrong.clear();
        last = receive_group(wrong);
        --groups_left_;
    }
    if (!wrong.empty()) {
        // What was to be prepared behind the mistake was skipped; asking for it again prepares it anew.
        for (const std::string& sql : preparing_) prepared_.erase(sql);
        preparing_.clear();
        throw Broken{wrong};
    }
    preparing_.clear();
    return last;
}

// The answers up to the end of a group; `wrong` becomes the first thing that went wrong in it.
PostgresqlResult PostgresqlSession::receive_group(std::string& wrong) {
    PostgresqlResult last;
    while (true) {
        const Expected expected = std::move(expected_.front());
        expected_.pop_front();
        PostgresqlResult result = receive(expected);
        if (expected.kind == Expected::Kind::end) return last;
        const ExecStatusType status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_PIPELINE_ABORTED && wrong.empty())
            wrong = fmt::format("{}: {}", expected.name, message_of(result.get()));
        last = std::move(result);
    }
}

PostgresqlResult PostgresqlSession::receive(const Expected& expected) {
    PostgresqlResult result{PQgetResult(connection_.get())};
    if (result == nullptr || lost()) throw_lost();
    if (expected.kind == Expected::Kind::end) {
        if (PQresultStatus(result.get()) != PGRES_PIPELINE_SYNC) throw_lost();
        return result;
    }
    // Behind the answer to each statement stands an empty one.
    while (!lost() && PostgresqlResult{PQgetResult(connection_.get())} != nullptr) {}
    if (lost()) throw_lost();
    return result;
}

}  // namespace loopbaankaart::storage
