#include "curves.hpp"

#include <flow/words.hpp>

#include <algorithm>
#include <cmath>

#include "influence.hpp"
#include "moments.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t most_cells = std::size_t{1} << 26;  // moments × states × states: half a gigabyte a table

std::optional<base::Error> mistake_in(const Spells& spells) {
    if (spells.size() == 0) return base::Error{word::no_stays};
    for (std::size_t row = 0; row < spells.size(); ++row) {
        if (spells.leave[row] <= spells.enter[row]) return base::Error{word::negative_stay, std::to_string(row + 1)};
        if (!spells.weight.empty() && !(spells.weight[row] > 0 && std::isfinite(spells.weight[row]))) return base::Error{word::bad_weight, std::to_string(row + 1)};
    }
    return std::nullopt;
}

}  // namespace

base::Result<Curves> curves(const Spells& spells, const CurveOptions& options) {
    if (auto mistake = mistake_in(spells)) return *mistake;
    const Ordered ordered{spells};
    const Moments moments{ordered.spells()};
    if (moments.size() == 0) return base::Error{word::no_moves};
    const std::size_t states = spells.states.size();
    if (states > most_states || moments.size() > most_cells / states / states) return base::Error{word::too_large, std::to_string(moments.size())};
    Counted counted = count(ordered, moments, options.threads);

    Curves curves{.states = states, .times = moments.times(), .start = counted.start};
    curves.errors = variances(ordered, moments, counted, options);
    // Where nobody is, no student could have made a difference.
    for (std::size_t cell = 0; cell < curves.errors.size(); ++cell) curves.errors[cell] = counted.shares[cell] > 0 ? std::sqrt(curves.errors[cell]) : 0;
    curves.shares = std::move(counted.shares);
    curves.at_risk = std::move(counted.at_risk);
    return curves;
}

std::optional<std::int32_t> reached(const Curves& curves, State state, double q) {
    for (std::size_t time = 0; time < curves.times.size(); ++time)
        if (curves.share(time, state) >= q) return curves.times[time];
    return std::nullopt;
}

}  // namespace loopbaankaart::flow
