// Inside through: which table the address asks for, and which one is told.
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

// How what is shown differs from what was asked.
enum class Nearest {
    as_asked,
    all_years,        // that one year would tell small groups: all years together
    larger_group,     // the group is too small: the one around it
    other_programme,  // the programme that was asked is not of the sector or level beside it
};
struct Selection {
    KeptSet set;
    std::vector<std::string> sets;         // the names of all
    TableAsked asked;                      // with the set's name
    Table table;
    Nearest nearest = Nearest::as_asked;
    std::optional<Table> beside;
    bool beside_is_wider = false;          // it is of the whole school, as that year of the same group is not told
};
// The address of a table asks, also when it is wider than what was asked.
TableAsked asks_for(const Table& table, const Selection& selection);
// Nothing when the school keeps no data, or none of that name. Reads the tables that are shown, and no other.
std::optional<Selection> select(storage::Reads& reads, const TableAsked& asked);
// One year of a sector or programme, of its sector, or of the school; nothing when that is not told. `began` as asked.
std::optional<Table> year_of(storage::Reads& reads, const KeptSet& set, Family family, const TableAsked& asked);

}  // namespace loopbaankaart::flow
