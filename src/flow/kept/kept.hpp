// What a school keeps of its data about flow, in its own database: the figures that may be shown, and nothing else. Who reads the database finds no group
// that the pages hide, and no student. The price: another limit, or a longer follow-up, asks for the file again.
//
// Yearly figures by programme, sector and level, and by the year in which students began: with them every picture and table of /stroom is one look in the database.
//
//     school.write_now([&](storage::Writes& writes) { flow::keep_set(writes, id, "inschrijvingen", digest, shown, now); });
#pragma once

#include <span>
#include <string>
#include <vector>

#include <storage/storage.hpp>

#include "../cells/cells.hpp"

namespace loopbaankaart::flow {

struct KeptSet {
    base::Id id;
    std::string name;
    std::int32_t seen_until;      // the last school year of which the begin is known
    std::uint32_t least;          // no figure is smaller, but 0; 0: nothing is hidden
    base::Instant imported_at;
    std::vector<std::string> states;
};

// Takes the place of the set of that name.
void keep_set(storage::Writes& writes, const base::Id& id, std::string_view name, std::string_view digest, const Shown& shown, base::Instant now);
// By name.
std::vector<KeptSet> kept_sets(storage::Reads& reads);

// Without its figures.
struct KeptTable {
    std::int64_t number;
    Table table;
};
std::vector<KeptTable> kept_tables(storage::Reads& reads, const base::Id& set);
std::vector<Figure> kept_figures(storage::Reads& reads, const base::Id& set, std::int64_t table);

}  // namespace loopbaankaart::flow
