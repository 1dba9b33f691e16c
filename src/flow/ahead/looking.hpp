// Inside ahead: what the address asks, and what there is to see of that.
#pragma once

#include <web/web.hpp>

#include "outlooks_store.hpp"
#include "what_if.hpp"

namespace loopbaankaart::flow {

// As it stands in the address.
struct Looking {
    std::string data, sector, programme, what;         // of which set and subject; in which state
    std::string intake, fewer, way, closed;            // what if
};
Looking looking_in(const web::Fields& query);

struct Outlooked {
    KeptSet set;
    std::optional<Outlooks> outlooks;   // nothing: read in before there were forecasts
    std::uint32_t asked = 0, subject = 0;  // of what was asked, and of what is shown: the next larger, where that was refused
    Refusal refusal = Refusal::none;    // of what was asked
    State state = 0;
    WhatIf what_if;
    web::FieldErrors errors;

    const OutlookSubject& shown() const { return outlooks->subjects[subject]; }
    std::vector<const OutlookLine*> lines(State of, bool was) const;
    const Judgement* judgement(State of, std::uint32_t ahead) const;
};
// Nothing when the school keeps no data of that name, or nothing of what is asked.
std::optional<Outlooked> look_ahead(storage::Reads& reads, const Looking& looking);

}  // namespace loopbaankaart::flow
