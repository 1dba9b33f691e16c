// One request and its reply, on their way through the server. One thread at a time holds it.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "incoming.hpp"
#include "outgoing.hpp"

namespace loopbaankaart::web {

enum class Door { pages, metrics };  // which port it came in by

struct Exchange {
    Door door = Door::pages;
    Incoming incoming;
    std::string_view route = "-";             // the pattern, for the log
    std::optional<Reply> written;             // what a Write made, until its commit is synced
    Outgoing outgoing;
    std::chrono::steady_clock::time_point started;
    std::function<void()> answered;           // called once, from any thread, when `outgoing` is ready

    Request& request() { return incoming.request; }
};

}  // namespace loopbaankaart::web
