#include "years.hpp"

#include <algorithm>

#include "crosswise.hpp"

namespace loopbaankaart::flow {

namespace {

class Telling {
public:
    Telling(const Counted& counted, const Commons& common, Care care) : counted_{counted}, rows_{counted.rows}, common_{common}, care_{care}, exchanges_{counted, common}, crosswise_{counted, common} {
        told_.of_sector.resize(rows_.sectors.size()), told_.of_programme.resize(rows_.programmes.size());
    }

    Years tell() {
        if (rows_.years.size() < 2) return told_;
        if (care_ == Care::everywhere)
            for (const Family family : narrow) find_cells(family);
        if (!older_need_them_)
            for (const Family family : {Family::sector, Family::programme}) grow(family);
        return told_;
    }

private:
    std::vector<Common>& told(Family family) { return family == Family::sector ? told_.of_sector : told_.of_programme; }

    // [member][year]
    std::vector<std::vector<std::uint32_t>> counts(Family family, std::size_t route) const {
        std::vector<std::vector<std::uint32_t>> students(rows_.members(family), std::vector<std::uint32_t>(rows_.years.size()));
        for (const std::size_t number : counted_.on_route[route]) students[rows_.member(family, rows_.rows[number])][rows_.rows[number].year] += rows_.rows[number].students;
        return students;
    }

    // The small figures that exchanges within a year leave too few numbers.
    void find_cells(Family family) {
        const Common& common = common_[place(family)];
        const bool is_shown = std::find(common.begin() + 1, common.end(), true) != common.end();
        for (std::size_t route = 1; route < rows_.routes.size(); ++route) {
            if (rows_.routes[route].state == ends) continue;
            const auto students = counts(family, route);
            std::optional<FreedomByYear> free;
            const auto is_small = [&](std::uint32_t many) { return counted_.is_small(many); };
            for (std::uint32_t member = 0; member < students.size(); ++member) {
                const bool all_are_small = is_small(counted_.of(family)[member][route]);
                if (!all_are_small && std::none_of(students[member].begin(), students[member].end(), is_small)) continue;
                if (!free) free = exchanges_.free(family, route);
                std::uint64_t of_all = 0;
                for (std::uint32_t year = 0; year < students[member].size(); ++year) {
                    const Freedom own = (*free)[member][year];
                    of_all += own.up + own.down;
                    if (family != Family::sector_level && is_small(students[member][year]) && own.up + own.down < fewest_shown) cells_.push_back({family, member, year, route, own});
                }
                if (all_are_small && of_all < (is_shown ? fewest_shown : 1)) older_need_them_ = true;
            }
        }
    }

    // The ways that most went first, each for every sector or programme where its parent is told.
    void grow(Family family) {
        const Common& above = common_[place(family)];
        std::vector<std::size_t> order;
        for (std::size_t route = 1; route < rows_.routes.size(); ++route)
            if (above[route] && rows_.routes[route].state != ends) order.push_back(route);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return rows_.routes[a].years != rows_.routes[b].years ? rows_.routes[a].years < rows_.routes[b].years : counted_.in_school(a) > counted_.in_school(b);
        });
        std::vector<std::vector<std::vector<std::uint32_t>>> remain(rows_.routes.size());  // told no further
        remain[0] = counts(family, 0);
        for (const std::size_t route : order) {
            const std::size_t before = rows_.routes[route].before;
            const auto students = counts(family, route);
            if (remain[before].empty()) continue;
            for (std::uint32_t member = 0; member < students.size(); ++member) {
                if (before != 0 && (told(family)[member].empty() || !told(family)[member][before])) continue;
                if (!is_enough(students[member], remain[before][member])) continue;
                if (!try_telling(family, member, route)) continue;
                if (remain[route].empty()) remain[route] = students;
                for (std::size_t year = 0; year < students[member].size(); ++year) remain[before][member][year] -= students[member][year];
            }
        }
    }
    // In every year: nobody or enough, and nobody or enough told no further than before.
    bool is_enough(const std::vector<std::uint32_t>& students, const std::vector<std::uint32_t>& before) const {
        bool any = false;
        for (std::size_t year = 0; year < students.size(); ++year) {
            any = any || students[year] > 0;
            if (!counted_.is_enough(students[year]) || (care_ == Care::everywhere && !counted_.is_enough(before[year] - students[year]))) return false;
        }
        return any;
    }
    bool try_telling(Family family, std::uint32_t member, std::size_t route) {
        Common& common = told(family)[member];
        const bool is_first = common.empty();
        if (is_first) common.assign(rows_.routes.size(), false), common[0] = true;
        common[route] = true;
        if (all_free()) return true;
        common[route] = false;
        if (is_first) common.clear();
        return false;
    }
    bool all_free() {
        const auto is_free = [&](const Cell& cell) {
            const auto& of_family = told(cell.family);
            const bool any = std::any_of(of_family.begin(), of_family.end(), [](const Common& one) { return !one.empty(); });
            return crosswise_.is_free(cell, told_, any ? fewest_shown : 1);
        };
        const auto bound = std::find_if_not(cells_.begin(), cells_.end(), is_free);
        if (bound == cells_.end()) return true;
        std::rotate(cells_.begin(), bound, bound + 1);  // it is likely to be bound the next time
        return false;
    }

    const Counted& counted_;
    const Rows& rows_;
    const Commons& common_;
    Care care_;
    Exchanges exchanges_;
    Crosswise crosswise_;
    std::vector<Cell> cells_;
    bool older_need_them_ = false;  // a small figure of all years is safe only as nothing is told of one year
    Years told_;
};

}  // namespace

Years tell_years(const Counted& counted, const Commons& common, Care care) { return Telling{counted, common, counted.least == 0 ? Care::nowhere : care}.tell(); }

}  // namespace loopbaankaart::flow
