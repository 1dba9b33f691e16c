#include "loop.hpp"

#include <algorithm>

#include "connection.hpp"

namespace loopbaankaart::web {

namespace {

using std::chrono::milliseconds;

// One timer for all connections of a thread costs less memory than a timer each; a quarter of the shortest limit, at most a second.
milliseconds pace_of(const Limits& limits) {
    const milliseconds shortest = std::min({limits.idle, limits.header, limits.body_grace});
    return std::clamp(shortest / 4, milliseconds{10}, milliseconds{1000});
}

}  // namespace

Loop::Loop(const Limits& limits) : pace_{pace_of(limits)} {}

void Loop::start_sweeping() {
    timer_.expires_after(pace_);
    timer_.async_wait([this](boost::system::error_code) {
        sweep();
        start_sweeping();
    });
}

void Loop::sweep() {
    const auto now = std::chrono::steady_clock::now();
    for (Connection* connection : connections)
        if (connection->deadline() < now) connection->cut_off();
}

void Loop::drain() {
    draining = true;
    for (Connection* connection : connections)
        if (connection->idle()) connection->cut_off();
}

void Loop::cut_off_all() {
    for (Connection* connection : connections) connection->cut_off();
}

}  // namespace loopbaankaart::web
