#include "school.hpp"

#include <algorithm>
#include <tuple>

namespace loopbaankaart::flow {

School until(const School& school, std::size_t years) {
    School before = school;
    const std::size_t states = school.states.size(), programmes = school.programmes.size();
    before.years = years;
    before.moves.resize(years * programmes * states * states);
    before.arrivals.resize(years * programmes);
    if (years == school.years) return before;
    before.present.assign(programmes * states, 0);
    // Whoever stands at a split in the year that came, without those who arrived in it.
    for (std::size_t programme = 0; programme < programmes; ++programme)
        for (State from = 0; from < states; ++from) {
            std::uint32_t there = 0;
            for (State to = 0; to < states; ++to) there += school.moved(years, programme, from, to);
            const std::uint32_t came = from == school.entry ? std::min(there, school.arrived(years, programme)) : 0;
            before.present[programme * states + from] = there - came;
        }
    return before;
}

std::vector<Ways> tree(const School& school) {
    std::vector<Ways> ways;
    for (std::size_t from = 0; from < school.states.size(); ++from) {
        std::vector<std::tuple<std::uint64_t, std::size_t>> counts;
        for (std::size_t to = 0; to < school.states.size(); ++to) {
            std::uint64_t count = 0;
            for (std::size_t year = 0; year < school.years; ++year)
                for (std::size_t programme = 0; programme < school.programmes.size(); ++programme)
                    count += school.moved(year, programme, static_cast<State>(from), static_cast<State>(to));
            if (count > 0) counts.emplace_back(count, to);
        }
        if (counts.empty()) continue;
        std::sort(counts.begin(), counts.end());
        Ways here{static_cast<State>(from), {}};
        for (const auto& [count, to] : counts) here.to.push_back(static_cast<State>(to));
        ways.push_back(std::move(here));
    }
    return ways;
}

}  // namespace loopbaankaart::flow
