#include "settle.hpp"

#include <algorithm>
#include <functional>
#include <span>

namespace loopbaankaart::flow {

namespace {

// What is common in a family is common in the one above it. Years share the routes of the school, so nothing can be told between those.
constexpr std::array<Family, older_families> from_above{Family::school, Family::year, Family::sector, Family::sector_level, Family::programme};

class Settling {
public:
    Settling(const Counted& counted, bool small_alone) : counted_{counted}, rows_{counted.rows}, small_alone_{small_alone}, exchanges_{counted, common_} {}

    Commons settle() {
        constexpr std::array<Family, 2> whole{Family::school, Family::year};
        common(Family::school) = common(Family::year) = grow(whole, Common(rows_.routes.size(), true));
        for (const Family family : narrow) {
            const Common& above = common(over(family));
            common(family) = is_there(counted_, family) ? grow(std::array{family}, above) : above;
        }
        if (small_alone_ || counted_.least == 0) return common_;
        for (bool again = true; again;) {
            again = false;
            for (const Family family : narrow)
                if (is_there(counted_, family)) again = protect(family) || again;
        }
        return common_;
    }

private:
    Common& common(Family family) { return common_[place(family)]; }
    bool shows(Family family) { return std::find(common(family).begin() + 1, common(family).end(), true) != common(family).end(); }
    // Nobody or enough, in every table.
    bool is_enough(std::span<const Family> families, const std::function<std::uint64_t(const std::vector<std::uint32_t>&)>& students) const {
        for (const Family family : families)
            for (const auto& table : counted_.of(family))
                if (!counted_.is_enough(students(table))) return false;
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
            std::sort(ways.begin(), ways.end(), [&](std::size_t a, std::size_t b) { return std::pair{rows_.routes[a].state == ends, counted_.in_school(a)} > std::pair{rows_.routes[b].state == ends, counted_.in_school(b)}; });
            const auto remains = [&](const auto& table) {
                std::uint64_t rest = table[route];
                for (const std::size_t next : ways) rest -= table[next];
                return rest;
            };
            while (!ways.empty() && !small_alone_ && !is_enough(families, remains)) ways.pop_back();
            if (!end_is_told || (!ways.empty() && rows_.routes[ways.front()].state != ends && counted_.has_end(route))) ways.clear();  // how many are known further would not be told
            for (const std::size_t next : ways) grown[next] = true;
        }
        return grown;
    }

    // ---- what difference tells

    // The least of what the small groups of a family on this route can be besides; nothing when there are none.
    std::optional<std::uint64_t> least_freedom(Family family, std::size_t route) {
        std::vector<std::uint32_t> small;
        for (std::uint32_t member = 0; member < counted_.of(family).size(); ++member)
            if (const std::uint32_t many = counted_.of(family)[member][route]; counted_.is_small(many)) small.push_back(member);
        if (small.empty()) return std::nullopt;
        const FreedomByYear free = exchanges_.free(family, route);
        std::optional<std::uint64_t> least;
        for (const std::uint32_t member : small) {
            std::uint64_t all = 0;
            for (const Freedom& in_year : free[member]) all += in_year.up + in_year.down;
            least = std::min(all, least.value_or(all));
        }
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
        std::optional<std::pair<std::size_t, Commons>> best;
        for (Family at = family; at != Family::school; at = over(at)) {
            common_ = before, exchanges_.forget();
            while (take_together(at, group_of(rows_, route, common(at)))) {
                if (least_freedom(family, route).value_or(fewest_shown) <= free) continue;
                if (const std::size_t tells = told(); !best || tells > best->first) best = {tells, common_};
                break;
            }
        }
        common_ = best ? best->second : before, exchanges_.forget();
        if (best) return true;
        for (Family at = family;; at = over(at)) {
            if (take_together(at, group_of(rows_, route, common(at)))) return true;
            if (at == Family::school || !common(Family::school)[route]) return false;
        }
    }
    // So many routes are told in all tables.
    std::size_t told() const {
        std::size_t all = 0;
        for (const Family family : from_above)
            if (is_there(counted_, family)) all += counted_.tables_in(family) * static_cast<std::size_t>(std::count(common_[place(family)].begin(), common_[place(family)].end(), true));
        return all;
    }
    // The way onward from a common route that fewest went, or that route itself; there and in all families below. False at the start.
    bool take_together(Family family, std::size_t route) {
        std::optional<std::size_t> fewest;
        for (const std::size_t next : rows_.routes[route].onward) {
            if (!common(family)[next]) continue;
            const auto rank = [&](std::size_t one) { return std::pair{rows_.routes[one].state == ends, counted_.in_school(one)}; };  // who is not known further goes last
            if (!fewest || rank(next) < rank(*fewest)) fewest = next;
        }
        if (!fewest && route == 0) return false;
        const std::size_t top = fewest.value_or(route);
        common(family)[top] = false, exchanges_.forget();
        if (family == Family::school) common(Family::year) = common(family);
        for (std::size_t one = top; one < rows_.routes.size(); ++one) {  // and all that goes on from there
            const std::size_t before = rows_.routes[one].before;
            common(Family::school)[one] = common(Family::school)[one] && common(Family::school)[before];
            common(Family::year)[one] = common(Family::school)[one];
            for (const Family below : narrow) common(below)[one] = common(below)[one] && common(below)[before] && common(over(below))[one];
        }
        return true;
    }

    const Counted& counted_;
    const Rows& rows_;
    bool small_alone_;
    Commons common_;
    Exchanges exchanges_;
};

}  // namespace

bool is_there(const Counted& counted, Family family) {
    return family == Family::school || counted.tables_in(family) > (family == Family::year ? 1 : counted.tables_in(over(family)));
}

Commons settle(const Counted& counted, bool small_alone) { return Settling{counted, small_alone}.settle(); }

}  // namespace loopbaankaart::flow
