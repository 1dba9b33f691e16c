#include "crosswise.hpp"

#include <algorithm>
#include <limits>

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t level_of(Family family) { return place(family) - place(Family::sector); }
// Instead of a route of the first group: nothing, as one comes from outside and another goes.
constexpr std::size_t changes_places = 0;

// Nothing is told of one year there, or not of these.
bool same_group(const Rows& rows, const std::vector<Common>& told, std::uint32_t number, std::size_t one, std::size_t other) {
    return told[number].empty() || group_of(rows, one, told[number]) == group_of(rows, other, told[number]);
}

}  // namespace

// Two groups that every student of one may be exchanged between with one of the other; and with whom.
struct Crosswise::Between {
    const Cell& cell;
    const Years& told;
    Family covers, units;  // the widest family that tells the two students apart, and the narrowest that tells the groups apart
    std::size_t first, second;
    const ByUnit& takers;  // who can bring the route
};

Crosswise::Crosswise(const Counted& counted, const Commons& common) : counted_{counted}, common_{common} {
    const Rows& rows = counted_.rows;
    for (const Family covers : narrow) {
        Level& level = levels_[level_of(covers)];
        level.number.assign(rows.routes.size(), 0);
        std::vector<std::size_t> group(rows.rows.size());
        for (std::size_t at = 0; at < group.size(); ++at) {
            group[at] = group_of(rows, rows.rows[at].routes.back(), common_[place(covers)]);
            if (std::find(level.groups.begin(), level.groups.end(), group[at]) == level.groups.end()) level.groups.push_back(group[at]);
        }
        for (std::size_t at = 0; at < level.groups.size(); ++at) level.number[level.groups[at]] = at;
        for (const Family units : narrow) {
            if (place(units) < place(covers)) continue;
            auto& students = level.students[level_of(units)];
            students.resize(rows.members(units) * rows.years.size() * level.groups.size());
            for (std::size_t at = 0; at < group.size(); ++at) {
                const Row& row = rows.rows[at];
                students[(rows.member(units, row) * rows.years.size() + row.year) * level.groups.size() + level.number[group[at]]] += row.students;
            }
        }
    }
}

std::uint32_t Crosswise::students(const Between& between, Family units, std::uint32_t unit, std::size_t year, std::size_t group) const {
    if (group == changes_places) return std::numeric_limits<std::uint32_t>::max();
    const Level& level = levels_[level_of(between.covers)];
    return level.students[level_of(units)][(unit * counted_.rows.years.size() + year) * level.groups.size() + level.number[group]];
}

const Crosswise::ByUnit& Crosswise::on_route(std::size_t route) const {
    const auto [found, is_new] = on_routes_.try_emplace(route);
    if (!is_new) return found->second;
    const Rows& rows = counted_.rows;
    const Common& of_school = common_[place(Family::school)];
    const bool is_told = of_school[route];
    const std::size_t group = is_told ? route : group_of(rows, route, of_school);
    for (const Family units : narrow) found->second[level_of(units)].resize(rows.members(units) * rows.years.size());
    for (const std::size_t number : counted_.on_route[group]) {
        const Row& row = rows.rows[number];
        if (!is_told && !is_in(row, rows, group, of_school)) continue;
        for (const Family units : narrow) found->second[level_of(units)][rows.member(units, row) * rows.years.size() + row.year] += row.students;
    }
    return found->second;
}

std::uint64_t Crosswise::given_back(const Between& between, bool up, std::uint64_t enough) const {
    const Rows& rows = counted_.rows;
    const Cell& cell = between.cell;
    const Family units = between.units, covers = between.covers;
    const std::size_t years = rows.years.size();
    const bool all_of_group = common_[place(covers)][cell.route];  // then who brings it is told with others of its group
    const auto takers = [&](std::uint32_t unit) { return all_of_group ? students(between, units, unit, cell.year, between.second) : between.takers[level_of(units)][unit * years + cell.year]; };
    const auto is_shared = [&](const Row& row) {
        if (covers == Family::sector && !same_group(rows, between.told.of_sector, row.sector, between.first, between.second)) return false;
        return units != Family::programme || same_group(rows, between.told.of_programme, row.programme, between.first, between.second);
    };
    std::map<std::pair<std::uint32_t, std::size_t>, std::uint32_t> gave_own, gave_other;
    std::map<std::uint32_t, std::uint32_t> went;
    std::uint64_t all = 0;
    // Exchanges within the year have been counted, with anybody.
    const auto without = [](std::uint32_t many, std::uint64_t& counted) {
        const auto those = static_cast<std::uint32_t>(std::min<std::uint64_t>(many, counted));
        counted -= those;
        return many - those;
    };
    const bool of_their_group = between.first != changes_places && std::any_of(narrow.begin(), narrow.end(), [&](Family finer) {
        const Common& common = common_[place(finer)];
        return place(finer) <= place(cell.family) && !common[cell.route] && group_of(rows, between.first, common) == group_of(rows, cell.route, common);
    });
    std::uint64_t counted_own = !up ? cell.free.down : of_their_group ? cell.free.up : 0, counted_other = up && !all_of_group ? cell.free.up : 0;
    const Row* asked = counted_.somebody_in(cell.family, cell.member);
    const bool holds_table = place(units) < place(cell.family);
    const auto members = static_cast<std::uint32_t>(rows.members(units));
    for (std::uint32_t own = 0; own < members; ++own) {
        const Row* one = holds_table ? asked : counted_.somebody_in(units, own);
        if (one == nullptr || rows.member(units, *one) != own || rows.member(cell.family, *one) != cell.member || !is_shared(*one)) continue;
        const Family whose = holds_table ? cell.family : units;
        const std::uint32_t member = holds_table ? cell.member : own;
        std::uint32_t mine = without(up || all_of_group ? students(between, whose, member, cell.year, up ? between.first : between.second) : between.takers[level_of(whose)][member * years + cell.year], counted_own);
        for (std::uint32_t other = 0; other < members && mine > 0; ++other) {
            const Row* two = counted_.somebody_in(units, other);
            if (two == nullptr || rows.member(covers, *two) == rows.member(covers, *one) || (covers != Family::sector && rows.member(over(covers), *two) != rows.member(over(covers), *one)) || !is_shared(*two)) continue;
            const std::uint32_t there = up ? takers(other) : students(between, units, other, cell.year, between.first);
            if (!went.contains(other)) went[other] = there - without(there, counted_other);
            std::uint32_t theirs = there - went[other];
            for (std::size_t year = 0; year < years && mine > 0 && theirs > 0; ++year) {
                if (year == cell.year) continue;
                std::uint32_t& by_own = gave_own[{own, year}];
                std::uint32_t& by_other = gave_other[{other, year}];
                const std::uint32_t back = students(between, units, own, year, up ? between.second : between.first) - by_own;
                const std::uint32_t forth = students(between, units, other, year, up ? between.first : between.second) - by_other;
                const std::uint32_t many = std::min({mine, theirs, back, forth});
                mine -= many, theirs -= many, by_own += many, by_other += many, went[other] += many, all += many;
                if (all >= enough) return all;
            }
        }
    }
    return all;
}

bool Crosswise::is_free(const Cell& cell, const Years& told, std::uint64_t enough) const {
    const std::uint64_t within = cell.free.up + cell.free.down;
    if (within >= enough) return true;
    const Rows& rows = counted_.rows;
    const ByUnit& takers = on_route(cell.route);
    std::uint64_t up = 0, down = 0;
    for (const Family covers : narrow) {
        if (place(covers) > place(cell.family)) continue;
        const Common& common = common_[place(covers)];
        const auto is_on = [&](std::size_t group) {  // whether who is in it may have taken the route
            if (!common[cell.route]) return group == group_of(rows, cell.route, common);
            while (rows.routes[group].years > rows.routes[cell.route].years) group = rows.routes[group].before;
            return group == cell.route;
        };
        std::vector<std::size_t> firsts = levels_[level_of(covers)].groups;
        if (std::find(firsts.begin(), firsts.end(), changes_places) == firsts.end()) firsts.push_back(changes_places);
        for (const std::size_t second : levels_[level_of(covers)].groups) {
            if (second == changes_places || !is_on(second)) continue;
            for (const std::size_t first : firsts) {
                if (first != changes_places && is_on(first)) continue;
                Family units = covers;
                for (const Family finer : narrow)
                    if (place(finer) >= place(covers) && group_of(rows, first, common_[place(finer)]) != group_of(rows, second, common_[place(finer)])) units = finer;
                const Between between{cell, told, covers, units, first, second, takers};
                up = std::max(up, given_back(between, true, enough - within));
                if (within + up + down >= enough) return true;
                down = std::max(down, given_back(between, false, enough - within));
                if (within + up + down >= enough) return true;
            }
        }
    }
    return false;
}

}  // namespace loopbaankaart::flow
