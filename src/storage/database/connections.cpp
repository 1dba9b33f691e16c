#include "connections.hpp"

namespace loopbaankaart::storage {

Connections::Lent Connections::lend(std::string_view school) {
    std::unique_ptr<Connection> connection;
    {
        const std::scoped_lock lock{mutex_};
        if (!idle_.empty()) {
            connection = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!connection) connection = open_();
    connection->serve(school);
    return Lent{shared_from_this(), std::move(connection)};
}

Connections::Lent::~Lent() {
    if (!connection_ || !connection_->usable()) return;
    const std::scoped_lock lock{owner_->mutex_};
    if (owner_->idle_.size() < owner_->keep_) owner_->idle_.push_back(std::move(connection_));
}

}  // namespace loopbaankaart::storage
