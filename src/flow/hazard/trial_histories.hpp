// For the tests: people with known truth, and what the model says of them written out period by period.
#pragma once

#include <cmath>
#include <vector>

#include <flow/flow.hpp>

#include "../draws/draws.hpp"

namespace loopbaankaart::flow::trial {

// What a simulated world is like: log-odds of event k in period t of somebody in programme g with numbers x.
struct World {
    std::size_t people = 300, kinds = 2, periods = 3, width = 2;
    std::uint32_t programmes = 0;
    double spread = 0.5;      // of programmes
    double last_seen = 0.05;  // each period, by chance
};

inline Histories histories(const World& world, std::uint64_t seed) {
    Stream stream{seed, 1, 0}, of_programmes{77, 2, 0};  // programmes are the same for every seed
    Histories all{.kinds = world.kinds, .periods = world.periods, .programmes = world.programmes, .width = world.width};
    std::vector<double> apart(world.programmes * world.kinds);
    for (double& one : apart) one = world.spread * draw::normal(of_programmes);
    for (std::size_t person = 0; person < world.people; ++person) {
        const auto programme = world.programmes == 0 ? 0U : static_cast<std::uint32_t>(stream.uniform() * world.programmes);
        std::vector<double> x(world.width), shares(world.kinds + 1);
        for (double& one : x) all.x.push_back(one = draw::normal(stream));
        std::vector<std::uint32_t> went(shares.size());
        const auto enter = static_cast<std::uint32_t>(stream.uniform() < 0.2 && world.periods > 1 ? 1 : 0);
        std::uint32_t period = enter, event = 0;
        do {
            shares[0] = 1;
            for (std::size_t k = 0; k < world.kinds; ++k) {
                double odds = -1.6 + 0.2 * static_cast<double>(period) - 0.3 * static_cast<double>(k) + (world.programmes == 0 ? 0 : apart[programme * world.kinds + k]);
                for (std::size_t j = 0; j < world.width; ++j) odds += x[j] * (0.6 - 0.5 * static_cast<double>((j + k) % 3));
                shares[k + 1] = std::exp(odds);
            }
            draw::multinomial(stream, 1, shares, went);
            for (std::uint32_t one = 1; one < went.size(); ++one) event = went[one] > 0 ? one : event;
            ++period;
        } while (event == 0 && period < world.periods && stream.uniform() > world.last_seen);
        all.enter.push_back(enter), all.leave.push_back(period), all.event.push_back(static_cast<std::uint8_t>(event));
        if (world.programmes > 0) all.programme.push_back(programme);
    }
    return all;
}

// The chance of what happened to one person, as a product over periods.
inline double chance_of(const HazardFit& fit, const Histories& all, std::size_t person) {
    double chance = 1;
    for (std::size_t t = all.enter[person]; t < all.leave[person]; ++t) {
        double sum = 1;
        std::vector<double> odds;
        for (std::size_t k = 0; k < all.kinds; ++k) {
            double log_odds = fit.baseline(k, t);
            if (all.programmes > 0) log_odds += fit.intercept(k, all.programme[person]);
            for (std::size_t j = 0; j < all.width; ++j) log_odds += fit.coefficient(k, j) * all.x[person * all.width + j];
            odds.push_back(all.can(k, t) ? std::exp(log_odds) : 0);
            sum += odds.back();
        }
        const bool last = t + 1 == all.leave[person] && all.event[person] > 0;
        chance *= (last ? odds[all.event[person] - 1U] : 1) / sum;
    }
    return chance;
}

}  // namespace loopbaankaart::flow::trial
