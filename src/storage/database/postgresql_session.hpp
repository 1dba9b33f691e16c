// Inside storage only: one connection to a PostgreSQL server in pipeline mode: statements are sent without waiting, and the
// answers are collected together, so that BEGIN, the role and the first query cost one round trip.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "postgresql_values.hpp"

namespace loopbaankaart::storage {

// The server went away, was stopped, or closed the connection.
struct ConnectionLost : Broken {
    using Broken::Broken;
};

class PostgresqlSession {
public:
    explicit PostgresqlSession(std::string address);

    enum class Keeping { prepared, once };
    // Sends a statement; with `prepared` its plan is kept on the server, by its text. `name` is for messages.
    void send(std::string_view sql, std::string_view name, std::span<const Parameter> parameters, Keeping keeping);
    // Waits for the answers to everything sent and gives the last one. Throws what went wrong first.
    PostgresqlResult collect();
    // Lets the server do what was sent; the answers are read, and ignored, before the next are collected.
    void leave();

    void reconnect();
    bool lost() const { return PQstatus(connection_.get()) != CONNECTION_OK; }
    // Whether the transaction can only be rolled back, as far as answers have been collected.
    bool failed() const { return PQtransactionStatus(connection_.get()) == PQTRANS_INERROR; }

private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    struct Expected {
        enum class Kind { preparation, answer, end } kind;
        std::string name;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    void sent(int success, Expected expected);
    void finish_group();
    PostgresqlResult receive(const Expected& expected);
    PostgresqlResult receive_group(std::string& wrong);
    void settle();
    [[noreturn]] void throw_lost() const;

    std::string address_;
    std::unique_ptr<PGconn, Finish> connection_;
    std::deque<Expected> expected_;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> prepared_;  // SQL text → name on the server
    std::vector<std::string> preparing_;                                            // SQL texts to be confirmed by this group
    std::size_t groups_left_ = 0;
    std::size_t named_ = 0;
};

}  // namespace loopbaankaart::storage
