// What a school keeps of its data about flow, in its own database: the figures that may be shown, and nothing else. Who reads the database finds no group
// that the pages hide, and no student. The price: another limit, or a longer follow-up, asks for the file again.
//
// Yearly figures by programme, sector and level, and by the year in which students began: with them every picture and table of /stroom is one look in the database.
//
//     school.write_now([&](storage::Writes& writes) { flow::keep_set(writes, id, "inschrijvingen", digest, shown, now); });
#pragma once

#include <optional>
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

// Without figures: what can be chosen, of years, sectors, levels of sectors and programmes by themselves. Large schools have hundreds, and six times as many of one year, which are found by name. By sector, by the alphabet.
std::vector<Table> kept_choices(storage::Reads& reads, const base::Id& set);
// The table of that family with that sector, level, programme and year, with its figures; a sector or level that is empty is not asked.
std::optional<Table> kept_table(storage::Reads& reads, const base::Id& set, const Table& named);
// What all tables of a family with that level tell together.
std::vector<Figure> kept_figures_of_level(storage::Reads& reads, const base::Id& set, Family family, std::string_view level);

}  // namespace loopbaankaart::flow
