// Inside storage only: open connections to one database, lent to one thread at a time. The one that came back last is lent
// first: its pages and statements are still warm.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "database.hpp"

namespace loopbaankaart::storage {

class Connections : public std::enable_shared_from_this<Connections> {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;

    // `open` makes one more; at most `keep` lie idle, more are closed when they come back.
    Connections(Open open, std::size_t keep) : open_{std::move(open)}, keep_{keep} {}

    // A connection on loan: comes back at the end of the scope, unless it is broken.
    class Lent {
    public:
        Lent(std::shared_ptr<Connections> owner, std::unique_ptr<Connection> connection)
            : owner_{std::move(owner)}, connection_{std::move(connection)} {}
        Lent(Lent&&) = default;
        ~Lent();
        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }
        void discard() { connection_.reset(); }  // closes it instead

    private:
        std::shared_ptr<Connections> owner_;
        std::unique_ptr<Connection> connection_;
    };

    // For transactions of this school. Throws Broken when the database cannot be opened.
    Lent lend(std::string_view school);

private:
    Open open_;
    std::size_t keep_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace loopbaankaart::storage
