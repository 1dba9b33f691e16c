#include <algorithm>
#include <tuple>

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

// By kind and year, then by the alphabet with what has few students last: pages offer them in that order, and need not sort hundreds of names each time.
std::vector<const Table*> in_order(const std::vector<Table>& tables) {
    const auto by_name = [](const std::string& name) { return std::tuple{name == others, base::folded(name), name}; };
    using Key = std::tuple<Family, std::int32_t, decltype(by_name("")), decltype(by_name("")), decltype(by_name(""))>;
    std::vector<std::pair<Key, const Table*>> keyed;
    for (const Table& table : tables) keyed.emplace_back(Key{table.family, table.began, by_name(table.sector), by_name(table.level), by_name(table.programme)}, &table);
    for (auto& [key, table] : keyed)
        if (table->family == Family::programme || table->family == Family::year_programme) std::get<3>(key) = {};  // of a sector by name, whatever its level
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Table*> order;
    for (const auto& [key, table] : keyed) order.push_back(table);
    return order;
}

Table table_in(const storage::Row& row) { return {family_of(row.text(0)), row.string(1), row.string(2), row.string(3), static_cast<std::int32_t>(row.integer(4)), {}}; }
Figure figure_in(const storage::Row& row) {
    return {static_cast<std::uint8_t>(row.integer(0)), static_cast<State>(row.integer(1)), static_cast<State>(row.integer(2)), static_cast<std::uint32_t>(row.integer(3))};
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
    std::int64_t of = -1;
    for (const Table* one : in_order(shown.tables)) {
        const Table& table = *one;
        ++of;
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

std::vector<Table> kept_choices(storage::Reads& reads, const base::Id& set) { return reads.all(query::tables_to_choose, table_in, set); }

std::optional<Table> kept_table(storage::Reads& reads, const base::Id& set, const Table& named) {
    std::int64_t number = 0;
    auto table = reads.first(query::table_of, [&](const storage::Row& row) { return number = row.integer(5), table_in(row); },
                             set, family_codes[static_cast<std::size_t>(named.family)], named.programme, named.began, named.sector, named.level);
    if (table) table->figures = reads.all(query::figures_of, figure_in, set, number);
    return table;
}

std::vector<Figure> kept_figures_of_level(storage::Reads& reads, const base::Id& set, Family family, std::string_view level) {
    return reads.all(query::figures_of_level, figure_in, set, family_codes[static_cast<std::size_t>(family)], level);
}

}  // namespace loopbaankaart::flow
