#include "counting.hpp"

#include <algorithm>

namespace loopbaankaart::flow {

std::size_t Rows::members(Family family) const {
    switch (family) {
        case Family::school: return 1;
        case Family::year: return years.size();
        case Family::sector: return sectors.size();
        case Family::sector_level: return sectors.size() * levels.size();
        case Family::programme: return programmes.size();
        case Family::year_sector: return sectors.size() * years.size();
        case Family::year_programme: return programmes.size() * years.size();
    }
    return 0;
}

namespace {

// Those whose students, with all that are smaller, make up the others: none of them alone is enough, and together they are, or there are none.
std::vector<bool> few_students(const std::vector<std::uint64_t>& students, std::uint32_t few) {
    std::vector<std::size_t> order;
    for (std::size_t at = 0; at < students.size(); ++at)
        if (students[at] > 0) order.push_back(at);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return students[a] < students[b]; });
    std::vector<bool> is_few(students.size(), false);
    std::uint64_t together = 0;
    for (const std::size_t at : order) {
        if (students[at] >= few && (together == 0 || together >= few)) break;
        is_few[at] = true, together += students[at];
    }
    return is_few;
}

std::uint32_t number_in(std::vector<std::string>& names, std::string_view name) {
    const auto number = static_cast<std::uint32_t>(std::find(names.begin(), names.end(), name) - names.begin());
    if (number == names.size()) names.emplace_back(name);
    return number;
}

// The path on the tree, which grows where nobody went before.
std::vector<std::size_t> routes_along(std::vector<Route>& routes, const std::vector<State>& states) {
    std::vector<std::size_t> along{0};
    for (std::size_t at = 0; at <= states.size(); ++at) {
        const State state = at < states.size() ? states[at] : ends;
        const std::size_t here = along.back();
        const auto& onward = routes[here].onward;
        const auto found = std::find_if(onward.begin(), onward.end(), [&](std::size_t next) { return routes[next].state == state; });
        if (found != onward.end()) {
            along.push_back(*found);
            continue;
        }
        routes.push_back({here, at + 1, state, {}});
        routes[here].onward.push_back(routes.size() - 1);
        along.push_back(routes.size() - 1);
    }
    return along;
}

}  // namespace

Rows rows_of(const Paths& paths, std::uint32_t few) {
    Rows all;
    all.routes.push_back({0, 0, ends, {}});
    std::map<std::int32_t, std::size_t> longest;
    for (const Path& path : paths.paths) longest[path.began] = std::max(longest[path.began], path.states.size());
    const auto is_followed = [&](const Path& path) { return path.states.size() == longest[path.began]; };
    std::map<std::int32_t, std::uint64_t> began;
    for (const Path& path : paths.paths)
        if (is_followed(path)) began[path.began] += path.students;
    const auto counts = [&](const Path& path) { return is_followed(path) && began[path.began] >= few; };
    std::vector<std::uint64_t> students(paths.programmes.size());
    for (const Path& path : paths.paths)
        if (counts(path)) students[path.programme] += path.students;
    for (const auto& [year, many] : began)
        if (many >= few) all.years.push_back(year);

    const std::vector<bool> is_few = few_students(students, few);
    struct Place {
        std::uint32_t programme, sector, level;
    };
    std::vector<Place> places(paths.programmes.size());
    for (const bool apart : {true, false})  // the others come last
        for (std::size_t at = 0; at < places.size(); ++at) {
            if (students[at] == 0 || is_few[at] == apart) continue;
            const Programme& programme = paths.programmes[at];
            if (apart) all.programmes.push_back(programme.name);
            const std::uint32_t number = apart ? static_cast<std::uint32_t>(all.programmes.size() - 1) : number_in(all.programmes, others);
            places[at] = {number, number_in(all.sectors, apart ? programme.sector : std::string{others}), number_in(all.levels, apart ? programme.level : std::string{others})};
        }
    for (const Path& path : paths.paths) {
        if (!counts(path)) continue;
        const Place& place = places[path.programme];
        const auto year = static_cast<std::uint32_t>(std::find(all.years.begin(), all.years.end(), path.began) - all.years.begin());
        all.rows.push_back({place.programme, place.sector, place.level, year, routes_along(all.routes, path.states), path.students});
    }
    return all;
}

Totals totals_of(const Rows& rows, Family family) {
    Totals totals(rows.members(family), std::vector<std::uint32_t>(rows.routes.size()));
    for (const Row& row : rows.rows)
        for (const std::size_t route : row.routes) totals[rows.member(family, row)][route] += row.students;
    return totals;
}

Counted::Counted(const Paths& paths, std::uint32_t least_shown) : rows{rows_of(paths, 3 * least_shown)}, least{least_shown} {
    for (std::size_t family = 0; family < older_families; ++family) {
        totals[family] = totals_of(rows, static_cast<Family>(family));
        somebody_[family].resize(totals[family].size());
        for (const Row& row : rows.rows) somebody_[family][rows.member(static_cast<Family>(family), row)] = &row;
    }
    on_route.resize(rows.routes.size());
    for (std::size_t row = 0; row < rows.rows.size(); ++row)
        for (const std::size_t route : rows.rows[row].routes) on_route[route].push_back(row);
}

std::size_t Counted::tables_in(Family family) const {
    return static_cast<std::size_t>(std::count_if(of(family).begin(), of(family).end(), [](const auto& table) { return table[0] > 0; }));
}

bool Counted::has_end(std::size_t route) const {
    return std::any_of(rows.routes[route].onward.begin(), rows.routes[route].onward.end(), [&](std::size_t next) { return rows.routes[next].state == ends; });
}

std::size_t group_of(const Rows& rows, std::size_t route, const Common& common) {
    while (!common[route] && route != 0) route = rows.routes[route].before;
    return route;
}

bool is_in(const Row& row, const Rows& rows, std::size_t group, const Common& common) {
    const std::size_t next = rows.routes[group].years + 1;  // on its path, where the empty route stands first
    return row.routes.size() > next - 1 && row.routes[next - 1] == group && (row.routes.size() == next || !common[row.routes[next]]);
}

bool takes(const Row& row, const Rows& rows, std::size_t route) {
    const std::size_t at = rows.routes[route].years;
    return row.routes.size() > at && row.routes[at] == route;
}

}  // namespace loopbaankaart::flow
