#include "traveller.hpp"

#include <algorithm>
#include <ranges>
#include <set>

#include "../chart/chart.hpp"
#include "../trail/trail.hpp"

namespace loopbaankaart::atlas {

std::vector<Stay> drawn_of(const Atlas& atlas, const std::vector<Stay>& stays) {
    std::vector<Stay> drawn;
    std::set<std::pair<std::string_view, bool>> seen;  // place, and whether dated: a trail bends around where one stayed
    std::size_t joined = 0;
    for (const Stay& stay : std::views::reverse(stays)) {
        const bool on_the_trail = stay.dated && joined < most_joined && spot_of(atlas, stay.place);
        if (!seen.emplace(stay.place, stay.dated).second && !stay.here && !on_the_trail) continue;
        joined += on_the_trail ? 1 : 0;
        drawn.push_back(stay);
    }
    std::ranges::reverse(drawn);
    return drawn;
}

States states_of(const std::vector<Stay>& stays) {
    States states;
    for (const Stay& stay : stays) {
        State& state = states.try_emplace(stay.place, State::was_here).first->second;
        if (stay.here) state = State::here;
    }
    return states;
}

std::optional<pen::Point> spot_of(const Atlas& atlas, std::string_view place) {
    if (const Standing* standing = atlas.chart->standing(place)) return standing->at;
    for (const SetLabel& one : atlas.chart->labels(base::Language::nl))
        if (one.label.place == place) return one.label.at;
    return std::nullopt;
}

}  // namespace loopbaankaart::atlas
