// Inside through: which table the address asks for, and what else could be asked.
#pragma once

#include "../kept/kept.hpp"

#include <web/web.hpp>

namespace loopbaankaart::flow {

// What stands in the address; empty: not asked.
struct TableAsked {
    std::string data;                      // the set's name
    std::string sector, level, programme;
    std::string began;                     // a school year: 2021
    std::string beside;                    // next to it: a school year, or "school"
};
TableAsked asked_in(const web::Fields& query);
// The address that asks it.
web::Url address_of(std::string_view page, const TableAsked& asked);

struct Selection {
    KeptSet set;
    TableAsked asked;                           // with the set's name
    Table table;
    std::optional<Table> beside;
    bool is_wider = false;                 // what was asked is not shown, as its groups would be too small: this is what comes nearest
    std::vector<KeptTable> tables;         // all of the set
};
// What the address of a table asks, also when it is wider than what was asked.
TableAsked asks_for(const Table& table, const Selection& selection);
// Nothing when the school keeps no data, or none of that name.
std::optional<Selection> select(storage::Reads& reads, const TableAsked& asked);

}  // namespace loopbaankaart::flow
