// One request and its reply, on their way through the server. One thread at a time holds it.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "../http/route.hpp"
#include "../http/upload_form.hpp"
#include "incoming.hpp"
#include "outgoing.hpp"
#include "turns.hpp"
#include "upload_budget.hpp"

namespace loopbaankaart::web {

enum class Door { pages, metrics };  // which port it came in by

struct Exchange {
    Door door = Door::pages;
    std::optional<UploadBudget::Share> upload_memory;  // given back after what it is for
    std::optional<Turns::Turn> turn;                   // likewise
    Body body = Body::form;                            // what its route takes
    std::optional<UploadForm> upload;                  // there: the body is a form with files
    Admitted admitted;
    Incoming incoming;
    std::string_view route = "-";             // the pattern, for the log
    std::optional<Reply> written;             // what a Write made, until its commit is synced
    Outgoing outgoing;
    std::chrono::steady_clock::time_point started;
    std::function<void()> answered;           // called once, from any thread, when what was asked is ready

    Request& request() { return incoming.request; }
    // From here on the connection goes on with it, maybe before this ends.
    void tell() {
        const std::function<void()> told = std::move(answered);
        told();
    }
    // After the answer is made: a slow reader of it keeps no files waiting.
    void let_go_of_uploads() {
        upload.reset();
        request().uploads.clear();
        upload_memory.reset();
        turn.reset();
    }
};

}  // namespace loopbaankaart::web
