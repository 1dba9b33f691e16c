#include "flow_layout.hpp"

#include <algorithm>
#include <numeric>

namespace loopbaankaart::flow {

namespace {

// In the order in which they lie across.
std::vector<State> order_of(const std::vector<std::string>& states) {
    std::vector<State> order(states.size());
    std::iota(order.begin(), order.end(), State{0});
    const auto rank = [&](State state) {
        const Place place = place_of(states[state]);
        return std::pair{place, place == Place::study ? -static_cast<int>(state) : static_cast<int>(state)};
    };
    std::stable_sort(order.begin(), order.end(), [&](State a, State b) { return rank(a) < rank(b); });
    return order;
}

std::uint32_t in_map(const std::map<State, std::uint32_t>& map, State state) {
    const auto found = map.find(state);
    return found == map.end() ? 0 : found->second;
}

std::uint32_t sum_of(const std::vector<Way>& ways, State Way::*end, State state) {
    std::uint32_t sum = 0;
    for (const Way& way : ways)
        if (way.*end == state) sum += way.students;
    return sum;
}

}  // namespace

FlowLayout lay_out(const std::vector<std::string>& states, const std::vector<Step>& steps, double room, double gap) {
    FlowLayout layout{.years = steps.size() + 1};
    const std::vector<State> order = order_of(states);
    std::uint32_t fullest = 1;
    std::size_t most_nodes = 1;
    for (std::size_t year = 0; year < layout.years; ++year) {
        std::uint32_t all = 0;
        std::size_t nodes = 0;
        for (const State state : order) {
            std::uint32_t students = 0;
            if (year < steps.size()) students = std::max({students, in_map(steps[year].there, state), sum_of(steps[year].ways, &Way::from, state)});
            if (year > 0) students = std::max(students, sum_of(steps[year - 1].ways, &Way::to, state));
            if (students == 0) continue;
            layout.nodes.push_back({year, state, students, 0, 0});
            all += students, ++nodes;
        }
        fullest = std::max(fullest, all), most_nodes = std::max(most_nodes, nodes);
    }
    if (!layout.nodes.empty()) layout.years = layout.nodes.back().year + 1;  // where nobody's way is told any more stands nothing
    const double unit = (room - gap * static_cast<double>(most_nodes - 1)) / fullest;
    std::vector<double> next(layout.years, 0);
    for (Node& node : layout.nodes) {
        node.from = next[node.year], node.to = node.from + std::max(2.0, unit * node.students);
        next[node.year] = node.to + gap;
        layout.across = std::max(layout.across, node.to);
    }
    for (Node& node : layout.nodes) {  // each year in the middle
        const double shift = (layout.across - (next[node.year] - gap)) / 2;
        node.from += shift, node.to += shift;
    }
    const auto node_at = [&](std::size_t year, State state) {
        return static_cast<std::size_t>(std::find_if(layout.nodes.begin(), layout.nodes.end(), [&](const Node& node) { return node.year == year && node.state == state; }) - layout.nodes.begin());
    };
    for (std::size_t year = 0; year < steps.size(); ++year) {
        // Bands leave and arrive in the order of the places, so that they cross least.
        for (const State from : order)
            for (const State to : order)
                for (const Way& way : steps[year].ways) {
                    if (way.from != from || way.to != to) continue;
                    const double breadth = std::max(1.0, unit * way.students);
                    Band band{node_at(year, from), node_at(year + 1, to), 0, 0, breadth, way.students};
                    Node& start = layout.nodes[band.from];
                    Node& end = layout.nodes[band.to];
                    band.from_at = start.from + start.told_out, band.to_at = end.from + end.told_in;
                    start.told_out += breadth, end.told_in += breadth;
                    layout.bands.push_back(band);
                }
    }
    return layout;
}

}  // namespace loopbaankaart::flow
