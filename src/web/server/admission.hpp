// Decides what body a request may bring, when only its head is known. Called on the connections' threads; waits for nothing.
#pragma once

#include "exchange.hpp"
#include "metrics.hpp"
#include "server.hpp"

namespace loopbaankaart::web {

class Admission {
public:
    Admission(const Limits& limits, const Router& router, FindSite find_site, Metrics& metrics);

    // Refuses a body that is too large for its route (413, Guard::body_limit) and an upload without a boundary (400). An unknown
    // place gets what any form gets.
    void look_at(Exchange& exchange) const;
    // Whether it is to be asked how much of the body is read (Guard::admission_first): it is larger than a form.
    bool asks_first(const Exchange& exchange) const;
    // Makes the exchange ready for as much of the body as is read; refuses a second archive of one sender (429) and an upload that
    // finds no room in memory (503).
    void make_room(Exchange& exchange);

private:
    Body body_for(const Exchange& exchange) const;
    int refusal(Exchange& exchange) const;
    int room(Exchange& exchange);

    const Limits& limits_;
    const Router& router_;
    FindSite find_site_;
    UploadBudget budget_;
    Turns archives_;
};

}  // namespace loopbaankaart::web
