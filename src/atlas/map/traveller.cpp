#include "traveller.hpp"

#include "../chart/chart.hpp"

namespace loopbaankaart::atlas {

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
