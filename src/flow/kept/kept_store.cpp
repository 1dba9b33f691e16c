#include <algorithm>

#include "../ahead/outlooks_store.hpp"
#include "kept.hpp"
#include "kept.sql.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::array<std::string_view, family_count> family_codes{"school", "year", "sector", "sector_level", "programme", "year_sector", "year_programme"};

Family family_of(std::string_view code) {
    const auto found = std::find(family_codes.begin(), family_codes.end(), code);
    return found == family_codes.end() ? Family::school : static_cast<Family>(found - family_codes.begin());
}

}  // namespace

void keep_set(storage::Writes& writes, const base::Id& id, std::string_view name, std::string_view digest, const Shown& shown, base::Instant now) {
    const auto former = writes.first(query::set_called, [](const storage::Row& row) { return row.string(0); }, name);
    if (former) {
        writes.run(query::remove_figures, *former);
        writes.run(query::remove_tables, *former);
        writes.run(query::remove_states, *former);
        remove_outlooks(writes, base::Id::parse(*former).value());
        writes.run(query::remove_set, *former);
    }
    writes.run(query::add_set, id, name, digest, shown.seen_until, static_cast<std::int64_t>(shown.least), now);
    for (std::size_t state = 0; state < shown.states.size(); ++state) writes.run_soon(query::add_state, id, static_cast<std::int64_t>(state), shown.states[state]);
    for (std::size_t number = 0; number < shown.tables.size(); ++number) {
        const Table& table = shown.tables[number];
        const auto of = static_cast<std::int64_t>(number);
        writes.run_soon(query::add_table, id, of, family_codes[static_cast<std::size_t>(table.family)], table.sector, table.level, table.programme, table.began);
        for (const Figure& figure : table.figures)
            writes.run_soon(query::add_figure, id, of, static_cast<int>(figure.step), static_cast<int>(figure.from), static_cast<int>(figure.to), static_cast<std::int64_t>(figure.students));
    }
}

std::vector<KeptSet> kept_sets(storage::Reads& reads) {
    auto sets = reads.all(query::sets, [](const storage::Row& row) {
        return KeptSet{base::Id::parse(row.text(0)).value(), row.string(1), static_cast<std::int32_t>(row.integer(2)), static_cast<std::uint32_t>(row.integer(3)), base::instant(row.integer(4)), {}};
    });
    for (KeptSet& set : sets) set.states = reads.all(query::states_of, [](const storage::Row& row) { return row.string(0); }, set.id);
    return sets;
}

std::vector<KeptTable> kept_tables(storage::Reads& reads, const base::Id& set) {
    return reads.all(query::tables_of, [](const storage::Row& row) {
        return KeptTable{row.integer(0), {family_of(row.text(1)), row.string(2), row.string(3), row.string(4), static_cast<std::int32_t>(row.integer(5)), {}}};
    }, set);
}

std::vector<Figure> kept_figures(storage::Reads& reads, const base::Id& set, std::int64_t table) {
    return reads.all(query::figures_of, [](const storage::Row& row) {
        return Figure{static_cast<std::uint8_t>(row.integer(0)), static_cast<State>(row.integer(1)), static_cast<State>(row.integer(2)), static_cast<std::uint32_t>(row.integer(3))};
    }, set, table);
}

}  // namespace loopbaankaart::flow
