#include "spells.hpp"

#include <algorithm>

namespace loopbaankaart::flow {

namespace {

template <typename Value>
void take(std::vector<Value>& to, const std::vector<Value>& from, const std::vector<std::uint32_t>& rows) {
    if (from.empty()) return;
    to.reserve(rows.size());
    for (std::uint32_t row : rows) to.push_back(from[row]);
}

Spells rows_of(const Spells& all, const std::vector<std::uint32_t>& rows) {
    Spells part;
    take(part.person, all.person, rows);
    take(part.enter, all.enter, rows);
    take(part.leave, all.leave, rows);
    take(part.from, all.from, rows);
    take(part.to, all.to, rows);
    take(part.weight, all.weight, rows);
    take(part.cluster, all.cluster, rows);
    take(part.group, all.group, rows);
    take(part.cohort, all.cohort, rows);
    take(part.known_at, all.known_at, rows);
    part.states = all.states;
    part.groups = all.groups;
    part.cohorts = all.cohorts;
    part.sector = all.sector, part.sectors = all.sectors;
    part.cohort_rows = all.cohort_rows, part.rounds = all.rounds, part.school_year_begins = all.school_year_begins;
    return part;
}

}  // namespace

std::vector<Spells> by_group(Spells spells) {
    std::vector<Spells> parts;
    if (spells.group.empty()) {
        parts.push_back(std::move(spells));
        return parts;
    }
    std::vector<std::vector<std::uint32_t>> rows(spells.groups.size());
    for (std::uint32_t row = 0; row < spells.size(); ++row) rows[spells.group[row]].push_back(row);
    for (const auto& one : rows) parts.push_back(rows_of(spells, one));
    return parts;
}

Spells until_first(const Spells& spells, State state) {
    constexpr std::int32_t never = INT32_MAX;
    std::vector<std::int32_t> arrived(spells.size() == 0 ? 0 : *std::max_element(spells.person.begin(), spells.person.end()) + std::size_t{1}, never);
    for (std::size_t row = 0; row < spells.size(); ++row) {
        std::int32_t& first = arrived[spells.person[row]];
        if (spells.to[row] == state) first = std::min(first, spells.leave[row]);
        if (spells.from[row] == state) first = std::min(first, spells.enter[row]);
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < spells.size(); ++row)
        if (spells.enter[row] < arrived[spells.person[row]]) rows.push_back(row);
    return rows_of(spells, rows);
}

}  // namespace loopbaankaart::flow
