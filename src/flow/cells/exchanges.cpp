#include "exchanges.hpp"

#include <algorithm>

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t anywhere = 0;  // in the school: the empty route

}  // namespace

Exchanges::Students Exchanges::empty(Family family) const {
    Students students;
    for (const Family one : {Family::school, Family::sector, Family::sector_level, Family::programme})
        if (place(one) <= place(family)) students[place(one)].resize(counted_.rows.members(one) * counted_.rows.years.size());
    return students;
}

void Exchanges::add(Students& to, Family family, const Row& row) const {
    for (const Family one : {Family::school, Family::sector, Family::sector_level, Family::programme})
        if (place(one) <= place(family)) to[place(one)][counted_.rows.member(one, row) * counted_.rows.years.size() + row.year] += row.students;
}

// Who is told no further than the group, and, when asked, no further than another in the whole school.
const Exchanges::Students& Exchanges::in_group(Family family, Family covers, std::size_t group, std::size_t in_school) {
    const auto [found, is_new] = of_groups_.try_emplace({family, covers, group, in_school});
    if (!is_new) return found->second;
    found->second = empty(family);
    for (const std::size_t number : counted_.on_route[in_school == anywhere ? group : in_school]) {
        const Row& row = counted_.rows.rows[number];
        if (!is_in(row, counted_.rows, group, common_[place(covers)])) continue;
        if (in_school == anywhere || is_in(row, counted_.rows, in_school, common_[place(Family::school)])) add(found->second, family, row);
    }
    return found->second;
}

FreedomByYear Exchanges::free(Family family, std::size_t route) {
    const Rows& rows = counted_.rows;
    const std::size_t years = rows.years.size();
    // Where the whole school does not tell the route, anybody in its group can have taken it.
    const Common& of_school = common_[place(Family::school)];
    const bool is_told = of_school[route];
    const std::size_t in_school = group_of(rows, route, of_school);
    // Those who could bring the route, and all of its group; the narrowest groups first.
    struct Exchange {
        Family covers;
        const Students *in, *all;
    };
    Students takers;
    if (is_told) {
        takers = empty(family);
        for (const std::size_t number : counted_.on_route[route]) add(takers, family, rows.rows[number]);
    }
    std::vector<Exchange> kinds;
    for (const Family covers : narrow) {
        if (place(covers) > place(family) || common_[place(covers)][route]) continue;
        const std::size_t group = group_of(rows, route, common_[place(covers)]);
        const Students* all = &in_group(family, covers, group, anywhere);
        kinds.push_back({covers, is_told ? &takers : in_school == anywhere ? all : &in_group(family, covers, group, in_school), all});
    }
    FreedomByYear free(rows.members(family), std::vector<Freedom>(years));
    for (std::uint32_t member = 0; member < free.size(); ++member) {
        const Row* row = counted_.somebody_in(family, member);
        if (row == nullptr) continue;
        for (std::uint32_t year = 0; year < years; ++year) {
            Freedom& of = free[member][year];
            std::uint64_t others_out = 0, own_in = 0;
            for (const auto& [covers, in, all] : kinds) {
                const auto outside = [&, by = covers](const Students& students) { return students[place(over(by))][rows.member(over(by), *row) * years + year] - students[place(by)][rows.member(by, *row) * years + year]; };
                own_in = (*in)[place(family)][member * years + year];
                const std::uint64_t own_out = (*all)[place(family)][member * years + year] - own_in, others_in = outside(*in);
                of.up += std::min(others_in, own_out - std::min(of.up, own_out));
                others_out += outside(*all) - others_in;
            }
            of.down = is_told ? std::min(own_in, others_out) : own_in;
        }
    }
    return free;
}

}  // namespace loopbaankaart::flow
