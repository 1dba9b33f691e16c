#include "cells.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <tuple>

#include "counting.hpp"

namespace loopbaankaart::flow {

namespace {

using Common = std::vector<bool>;  // of every route

// What is common in a family is common in the one above it. Years share the routes of the school, so nothing can be told between those.
constexpr std::array<Family, family_count> from_above{Family::school, Family::year, Family::sector, Family::sector_level, Family::programme};
constexpr std::array<Family, 3> narrow{Family::sector, Family::sector_level, Family::programme};
constexpr Family over(Family family) { return family == Family::programme ? Family::sector_level : family == Family::sector_level ? Family::sector : Family::school; }
constexpr std::size_t place(Family family) { return static_cast<std::size_t>(family); }

class Tables {
public:
    Tables(const Paths& paths, std::uint32_t least, bool small_alone) : rows_{rows_of(paths, 3 * least)}, least_{least}, small_alone_{small_alone} {
        for (const Family family : from_above) totals_[place(family)] = totals_of(rows_, family);
        on_route_.resize(rows_.routes.size());
        for (std::size_t row = 0; row < rows_.rows.size(); ++row)
            for (const std::size_t route : rows_.rows[row].routes) on_route_[route].push_back(row);
    }

    Shown make(const Paths& paths) {
        Shown shown{.states = paths.states, .tables = {}, .seen_until = paths.seen_until, .least = least_};
        if (rows_.rows.empty()) return shown;
        settle();
        for (const Family family : from_above) {
            if (!is_shown(family)) continue;
            add_tables(shown, family);
            for (std::size_t route = 1; route < rows_.routes.size(); ++route)
                if (common(family)[route] && rows_.routes[route].state != ends) shown.common[place(family)].push_back(states_of(route));
        }
        return shown;
    }

private:
    Common& common(Family family) { return common_[place(family)]; }
    const Totals& totals(Family family) const { return totals_[place(family)]; }
    std::uint32_t in_school(std::size_t route) const { return totals(Family::school)[0][route]; }

    std::size_t tables_in(Family family) const {
        return static_cast<std::size_t>(std::count_if(totals(family).begin(), totals(family).end(), [](const auto& table) { return table[0] > 0; }));
    }
    // Whether it tells more apart than the one above it.
    bool is_there(Family family) const { return family == Family::school || tables_in(family) > (family == Family::year ? 1 : tables_in(over(family))); }
    // Programmes that are each a sector of their own are asked for by their own name as well, though the same is told of the sector.
    bool is_shown(Family family) const { return is_there(family) || (family == Family::programme && tables_in(family) > 1); }
    bool shows(Family family) { return std::find(common(family).begin() + 1, common(family).end(), true) != common(family).end(); }
    // Nobody or enough, in every table.
    bool is_enough(std::span<const Family> families, const std::function<std::uint64_t(const std::vector<std::uint32_t>&)>& students) const {
        for (const Family family : families)
            for (const auto& table : totals(family))
                if (const std::uint64_t many = students(table); many > 0 && many < least_) return false;
        return true;
    }

    // From the start on: which ways onward are common, so that what remains is nobody or enough.
    Common grow(std::span<const Family> families, const Common& above) const {
        Common grown(rows_.routes.size(), false);
        grown[0] = is_enough(families, [](const auto& table) { return std::uint64_t{table[0]}; });
        for (std::size_t route = 0; route < rows_.routes.size(); ++route) {
            if (!grown[route]) continue;
            std::vector<std::size_t> ways;
            bool end_is_told = true;
            for (const std::size_t next : rows_.routes[route].onward) {
                const bool enough = above[next] && is_enough(families, [&](const auto& table) { return std::uint64_t{table[next]}; });
                if (enough) ways.push_back(next);
                else if (rows_.routes[next].state == ends) end_is_told = false;
            }
            std::sort(ways.begin(), ways.end(), [&](std::size_t a, std::size_t b) { return std::pair{rows_.routes[a].state == ends, in_school(a)} > std::pair{rows_.routes[b].state == ends, in_school(b)}; });
            const auto remains = [&](const auto& table) {
                std::uint64_t rest = table[route];
                for (const std::size_t next : ways) rest -= table[next];
                return rest;
            };
            while (!ways.empty() && !small_alone_ && !is_enough(families, remains)) ways.pop_back();
            if (!end_is_told || (!ways.empty() && rows_.routes[ways.front()].state != ends && has_end(route))) ways.clear();  // how many are known further would not be told
            for (const std::size_t next : ways) grown[next] = true;
        }
        return grown;
    }
    bool has_end(std::size_t route) const {
        return std::any_of(rows_.routes[route].onward.begin(), rows_.routes[route].onward.end(), [&](std::size_t next) { return rows_.routes[next].state == ends; });
    }

    void settle() {
        constexpr std::array<Family, 2> whole{Family::school, Family::year};
        common(Family::school) = common(Family::year) = grow(whole, Common(rows_.routes.size(), true));
        for (const Family family : narrow) {
            const Common& above = common(over(family));
            common(family) = is_there(family) ? grow(std::array{family}, above) : above;
        }
        if (small_alone_ || least_ == 0) return;
        for (bool again = true; again;) {
            again = false;
            for (const Family family : narrow)
                if (is_there(family)) again = protect(family) || again;
        }
    }

    // ---- what difference tells

    // Those who are told no further than a common route are a group: they count in the same figures.
    std::size_t group_of(std::size_t route, const Common& common) const {
        while (!common[route] && route != 0) route = rows_.routes[route].before;
        return route;
    }
    bool is_in(const Row& row, std::size_t group, const Common& common) const {
        const std::size_t next = rows_.routes[group].years + 1;  // on its path, where the empty route stands first
        return row.routes.size() > next - 1 && row.routes[next - 1] == group && (row.routes.size() == next || !common[row.routes[next]]);
    }

    // How many numbers beyond its own each table of the family can have on the route. With a student of another sector one changes within a group of sectors, with
    // one of another level in the sector within a group of those, with one of another programme there within a group of programmes: each time in one year.
    std::vector<std::uint64_t> freedom(Family family, std::size_t route) {
        // Where the whole school does not tell the route, anybody in its group can have taken it.
        const bool is_told = common(Family::school)[route];
        const std::size_t in_school = group_of(route, common(Family::school));
        struct Change {
            std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> around, within, own;  // students, by table and year: of the one above, of this one, of the family's own
        };
        const auto add = [&](Change& to, Family covers, const Row& row) {
            to.around[{covers == Family::sector ? 0 : rows_.member(over(covers), row), row.year}] += row.students;
            to.within[{rows_.member(covers, row), row.year}] += row.students;
            to.own[{rows_.member(family, row), row.year}] += row.students;
        };
        struct Kind {
            Change in, out;
        };
        std::map<Family, Kind> kinds;  // the narrowest groups first
        for (const Family covers : narrow) {
            if (place(covers) > place(family) || common(covers)[route]) continue;
            const std::size_t group = group_of(route, common(covers));
            Kind& kind = kinds[covers];
            for (const std::size_t number : on_route_[group]) {
                const Row& row = rows_.rows[number];
                if (!is_in(row, group, common(covers))) continue;
                add(is_told ? (takes(row, route) ? kind.in : kind.out) : is_in(row, in_school, common(Family::school)) ? kind.in : kind.out, covers, row);
            }
        }
        std::vector<std::uint64_t> free(totals(family).size());
        const auto at = [](const auto& counts, std::uint32_t member, std::uint32_t year) {
            const auto found = counts.find({member, year});
            return found == counts.end() ? std::uint64_t{0} : found->second;
        };
        for (std::uint32_t member = 0; member < free.size(); ++member) {
            const Row* row = row_of(family, member);
            if (row == nullptr) continue;
            for (std::uint32_t year = 0; year < rows_.years.size(); ++year) {
                std::uint64_t more = 0, others_out = 0, own_in = 0;
                for (const auto& [covers, kind] : kinds) {
                    const auto outside = [&](const Change& change) { return at(change.around, covers == Family::sector ? 0 : rows_.member(over(covers), *row), year) - at(change.within, rows_.member(covers, *row), year); };
                    more += std::min(outside(kind.in), at(kind.out.own, member, year) - std::min(more, at(kind.out.own, member, year)));
                    others_out += outside(kind.out);
                    own_in = at(kind.in.own, member, year);
                }
                free[member] += more + (is_told ? std::min(own_in, others_out) : own_in);
            }
        }
        return free;
    }
    const Row* row_of(Family family, std::uint32_t member) const {
        const auto found = std::find_if(rows_.rows.begin(), rows_.rows.end(), [&](const Row& one) { return rows_.member(family, one) == member; });
        return found == rows_.rows.end() ? nullptr : &*found;
    }
    bool takes(const Row& row, std::size_t route) const {
        const std::size_t at = rows_.routes[route].years;
        return row.routes.size() > at && row.routes[at] == route;
    }

    // The least of what the small groups of a family on this route can be besides; nothing when there are none.
    std::optional<std::uint64_t> least_freedom(Family family, std::size_t route) {
        std::vector<std::uint32_t> small;
        for (std::uint32_t member = 0; member < totals(family).size(); ++member)
            if (const std::uint32_t many = totals(family)[member][route]; many > 0 && many < least_) small.push_back(member);
        if (small.empty()) return std::nullopt;
        const std::vector<std::uint64_t> most = freedom(family, route);
        std::uint64_t least = most[small.front()];
        for (const std::uint32_t member : small) least = std::min(least, most[member]);
        return least;
    }

    // Takes more together until every small group of the family is free enough; whether it did.
    bool protect(Family family) {
        bool any = false;
        for (std::size_t route = 1; route < rows_.routes.size(); ++route) {
            if (common(family)[route] || rows_.routes[route].state == ends) continue;
            auto free = least_freedom(family, route);
            while (free && *free < (shows(family) ? fewest_shown : 1) && widen(family, route, *free)) any = true, free = least_freedom(family, route);
        }
        return any;
    }
    // In the family itself or in one above it: as far as it takes to help, where that costs fewest figures; the family itself when it is as good. Where nothing helps,
    // in the family, and when all of that is one group, above. False when no more can be done, nor be told.
    bool widen(Family family, std::size_t route, std::uint64_t free) {
        const auto before = common_;
        std::optional<std::pair<std::size_t, std::array<Common, family_count>>> best;
        for (Family at = family; at != Family::school; at = over(at)) {
            common_ = before;
            while (take_together(at, group_of(route, common(at)))) {
                if (least_freedom(family, route).value_or(fewest_shown) <= free) continue;
                if (const std::size_t tells = told(); !best || tells > best->first) best = {tells, common_};
                break;
            }
        }
        common_ = best ? best->second : before;
        if (best) return true;
        for (Family at = family;; at = over(at)) {
            if (take_together(at, group_of(route, common(at)))) return true;
            if (at == Family::school || !common(Family::school)[route]) return false;
        }
    }
    // So many routes are told in all tables.
    std::size_t told() const {
        std::size_t all = 0;
        for (const Family family : from_above)
            if (is_there(family)) all += tables_in(family) * static_cast<std::size_t>(std::count(common_[place(family)].begin(), common_[place(family)].end(), true));
        return all;
    }
    // The way onward from a common route that fewest went, or that route itself; there and in all families below. False at the start.
    bool take_together(Family family, std::size_t route) {
        std::optional<std::size_t> fewest;
        for (const std::size_t next : rows_.routes[route].onward) {
            if (!common(family)[next]) continue;
            const auto rank = [&](std::size_t one) { return std::pair{rows_.routes[one].state == ends, in_school(one)}; };  // who is not known further goes last
            if (!fewest || rank(next) < rank(*fewest)) fewest = next;
        }
        if (!fewest && route == 0) return false;
        const std::size_t top = fewest.value_or(route);
        common(family)[top] = false;
        if (family == Family::school) common(Family::year) = common(family);
        for (std::size_t one = top; one < rows_.routes.size(); ++one) {  // and all that goes on from there
            const std::size_t before = rows_.routes[one].before;
            common(Family::school)[one] = common(Family::school)[one] && common(Family::school)[before];
            common(Family::year)[one] = common(Family::school)[one];
            for (const Family below : narrow) common(below)[one] = common(below)[one] && common(below)[before] && common(over(below))[one];
        }
        return true;
    }

    // ---- tables

    std::vector<State> states_of(std::size_t route) const {
        std::vector<State> states;
        for (std::size_t at = route; at != 0; at = rows_.routes[at].before) states.insert(states.begin(), rows_.routes[at].state);
        return states;
    }

    void add_tables(Shown& into, Family family) {
        for (std::uint32_t member = 0; member < totals(family).size(); ++member) {
            const Row* row = row_of(family, member);
            if (row == nullptr) continue;
            Table table{.family = family};
            if (family != Family::school && family != Family::year) table.sector = rows_.sectors[row->sector];
            const bool one_level = std::all_of(rows_.rows.begin(), rows_.rows.end(), [&](const Row& one) { return one.sector != row->sector || one.level == row->level; });
            if (family == Family::sector_level || family == Family::programme || (family == Family::sector && one_level)) table.level = rows_.levels[row->level];
            if (family == Family::programme) table.programme = rows_.programmes[row->programme];
            if (family == Family::year) table.began = rows_.years[row->year];
            std::map<std::tuple<std::uint8_t, State, State>, std::uint32_t> figures;
            const auto& counts = totals(family)[member];
            for (std::size_t route = 1; route < rows_.routes.size(); ++route) {
                const Route& one = rows_.routes[route];
                if (!common(family)[route] || one.state == ends) continue;
                const bool goes_on = std::any_of(one.onward.begin(), one.onward.end(), [&](std::size_t next) { return rows_.routes[next].state != ends; });
                if (goes_on && (!has_end(route) || end_told(family, route))) {
                    std::uint32_t further = counts[route];
                    for (const std::size_t next : one.onward)
                        if (rows_.routes[next].state == ends) further -= counts[next];
                    if (further > 0) figures[{static_cast<std::uint8_t>(one.years - 1), one.state, everyone}] += further;
                }
                if (one.years > 1 && counts[route] > 0) figures[{static_cast<std::uint8_t>(one.years - 2), rows_.routes[one.before].state, one.state}] += counts[route];
            }
            for (const auto& [what, students] : figures) table.figures.push_back({std::get<0>(what), std::get<1>(what), std::get<2>(what), students});
            std::sort(table.figures.begin(), table.figures.end(), [](const Figure& a, const Figure& b) { return std::tuple{a.step, a.from, a.to} < std::tuple{b.step, b.from, b.to}; });
            if (!table.figures.empty()) into.tables.push_back(std::move(table));
        }
    }
    bool end_told(Family family, std::size_t route) {
        for (const std::size_t next : rows_.routes[route].onward)
            if (rows_.routes[next].state == ends) return common(family)[next];
        return false;
    }

    Rows rows_;
    std::uint32_t least_;
    bool small_alone_;
    std::vector<std::vector<std::size_t>> on_route_;  // rows, of every route
    std::array<Totals, family_count> totals_;
    std::array<Common, family_count> common_;
};

}  // namespace

Shown hide_small(const Paths& paths, Hiding hiding) { return Tables{paths, std::max(hiding.least, fewest_shown), hiding.small_alone}.make(paths); }
Shown show_all(const Paths& paths) { return Tables{paths, 0, false}.make(paths); }

}  // namespace loopbaankaart::flow
