// For the tests: curves and their standard errors by definition, every student at every moment, in dense matrices. Slow and plain.
#pragma once

#include <cmath>
#include <map>
#include <set>

#include <flow/flow.hpp>

namespace loopbaankaart::flow::trial {

using Matrix = std::vector<std::vector<double>>;

inline double weight(const Spells& spells, std::size_t row) { return spells.weight.empty() ? 1.0 : spells.weight[row]; }
inline bool at_risk(const Spells& spells, std::size_t row, std::int32_t time) { return spells.enter[row] < time && time <= spells.leave[row]; }
// Where somebody at risk stands after this time.
inline State after(const Spells& spells, std::size_t row, std::int32_t time) {
    return time == spells.leave[row] && spells.to[row] != still_there ? spells.to[row] : spells.from[row];
}

inline std::vector<std::int32_t> times_of(const Spells& spells) {
    std::set<std::int32_t> times;
    for (std::size_t row = 0; row < spells.size(); ++row)
        if (spells.to[row] != still_there && spells.to[row] != spells.from[row]) times.insert(spells.leave[row]);
    return {times.begin(), times.end()};
}

struct ByDefinition {
    Matrix shares, errors;
};

inline ByDefinition by_definition(const Spells& spells) {
    const std::size_t states = spells.states.size();
    const auto times = times_of(spells);
    ByDefinition found;
    std::map<std::uint32_t, std::vector<double>> influence;
    for (std::uint32_t cluster : spells.independent()) influence[cluster].assign(states, 0);

    std::vector<double> p(states);
    double all = 0;
    for (std::size_t row = 0; row < spells.size(); ++row)
        if (at_risk(spells, row, times.front())) p[spells.from[row]] += weight(spells, row), all += weight(spells, row);
    for (double& share : p) share /= all;
    for (std::size_t row = 0; row < spells.size(); ++row)
        if (at_risk(spells, row, times.front()))
            for (std::size_t k = 0; k < states; ++k)
                influence[spells.independent()[row]][k] += weight(spells, row) * ((k == spells.from[row] ? 1 : 0) - p[k]) / all;

    for (std::int32_t time : times) {
        std::vector<double> here(states);
        Matrix h(states, std::vector<double>(states));
        for (std::size_t row = 0; row < spells.size(); ++row)
            if (at_risk(spells, row, time)) here[spells.from[row]] += weight(spells, row), h[spells.from[row]][after(spells, row, time)] += weight(spells, row);
        for (std::size_t j = 0; j < states; ++j)
            for (std::size_t k = 0; k < states; ++k) h[j][k] = here[j] > 0 ? h[j][k] / here[j] : (j == k ? 1 : 0);

        const auto times_h = [&](const std::vector<double>& values) {
            std::vector<double> result(states);
            for (std::size_t j = 0; j < states; ++j)
                for (std::size_t k = 0; k < states; ++k) result[k] += values[j] * h[j][k];
            return result;
        };
        for (auto& [cluster, values] : influence) values = times_h(values);
        for (std::size_t row = 0; row < spells.size(); ++row) {
            if (!at_risk(spells, row, time)) continue;
            const State j = spells.from[row];
            for (std::size_t k = 0; k < states; ++k)
                influence[spells.independent()[row]][k] += weight(spells, row) * p[j] / here[j] * ((k == after(spells, row, time) ? 1 : 0) - h[j][k]);
        }
        p = times_h(p);
        std::vector<double> squares(states);
        for (const auto& [cluster, values] : influence)
            for (std::size_t k = 0; k < states; ++k) squares[k] += values[k] * values[k];
        for (double& square : squares) square = std::sqrt(square);
        found.shares.push_back(p), found.errors.push_back(squares);
    }
    return found;
}

}  // namespace loopbaankaart::flow::trial
