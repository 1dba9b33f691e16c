#include "split.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "../draws/draws.hpp"
#include "../draws/elementary.hpp"
#include "posterior.hpp"

namespace loopbaankaart::flow {

using namespace splits;

namespace {

constexpr double least_odds = 0.6931471805599453, most_odds = 8.317766166719343;  // log κ: κ from 2 to 4096
constexpr double lattice = 0.25;                                                   // of log κ, where the mode is looked for

}  // namespace

SplitFit fit_split(std::vector<Trials> trials, std::uint32_t programmes, const SplitOptions& options) {
    SplitFit fit;
    std::sort(trials.begin(), trials.end(), [](const Trials& a, const Trials& b) { return std::pair{a.programme, a.year} < std::pair{b.programme, b.year}; });
    double all = 0, took = 0;
    for (const Trials& one : trials) {
        if (one.n == 0) continue;
        all += one.n, took += one.y;
        const bool again = !fit.trials_.empty() && fit.trials_.back().programme == one.programme && fit.trials_.back().year == one.year;
        if (again) fit.trials_.back().n += one.n, fit.trials_.back().y += one.y;
        else fit.trials_.push_back(one);
        fit.years.push_back(one.year);
    }
    std::sort(fit.years.begin(), fit.years.end());
    fit.years.erase(std::unique(fit.years.begin(), fit.years.end()), fit.years.end());
    for (std::uint32_t programme = 0; programme <= programmes; ++programme)
        fit.first_.push_back(static_cast<std::size_t>(std::lower_bound(fit.trials_.begin(), fit.trials_.end(), programme, [](const Trials& one, std::uint32_t which) { return one.programme < which; }) - fit.trials_.begin()));
    if (fit.trials_.empty()) {
        fit.blocks.assign(options.blocks, Shared{.mean = 0.5, .among = 2, .within = 2, .year_spread = 0, .years = {}});
        fit.surface_of_.assign(options.blocks, std::make_shared<Surface>(fit.trials_, 2));
        return fit;
    }

    const Likelihood likelihood{fit.trials_, fit.first_, fit.years, options.year};
    std::map<double, std::shared_ptr<const Surface>> surfaces;  // by log κ₂
    const auto surface_at = [&](double log_within) {
        auto& surface = surfaces[log_within];
        if (!surface) surface = std::make_shared<Surface>(fit.trials_, options.cohort == CohortShock::none ? std::numeric_limits<double>::infinity() : exactly::exp(log_within));
        return surface;
    };
    Row mode(likelihood.unknowns());
    mode[0] = exactly::log((took + 0.5) / (all - took + 0.5));
    const auto look_at = [&](double log_among, double log_within) {
        Spot spot = look(likelihood, *surface_at(log_within), exactly::exp(log_among), mode);
        mode = spot.mode;
        return spot;
    };

    // The mode of (log κ₁, log κ₂) on a lattice.
    const int last = static_cast<int>((most_odds - least_odds) / lattice);
    const bool shocked = options.cohort == CohortShock::drawn;
    std::map<std::pair<int, int>, double> known;
    const auto height = [&](int among, int within) {
        if (among < 0 || among > last || within < 0 || within > last) return -std::numeric_limits<double>::infinity();
        const auto found = known.find({among, within});
        if (found != known.end()) return found->second;
        return known[{among, within}] = look_at(least_odds + lattice * among, least_odds + lattice * within).log_weight;
    };
    int among = 12, within = 15;
    for (int step : {6, 3, 1})
        for (bool moved = true; moved;) {
            moved = false;
            for (const auto& [da, dw] : {std::pair{step, 0}, {-step, 0}, {0, step}, {0, -step}}) {
                if (dw != 0 && !shocked) continue;
                if (height(among + da, within + dw) > height(among, within)) among += da, within += dw, moved = true;
            }
        }

    // Nodes around it, as far apart as the curvature asks.
    const auto nodes = [&](int at, double before, double here, double after) {
        const double centre = least_odds + lattice * at, bent = 2 * here - before - after;
        const double spread = std::isfinite(bent) && bent > 0.04 ? std::clamp(lattice / std::sqrt(bent), 0.05, 1.0) : 1.0;
        const double moved = std::isfinite(bent) && bent > 0.04 ? centre + std::clamp(lattice * (after - before) / (2 * bent), -lattice, lattice) : centre;
        const int side = spread > 0.5 ? 3 : 2;
        std::vector<double> all_nodes;
        for (int node = -side; node <= side; ++node)
            if (const double there = moved + 1.1 * spread * node; there >= least_odds && there <= most_odds) all_nodes.push_back(there);
        return all_nodes;
    };
    const double peak = height(among, within);
    const std::vector<double> amongs = nodes(among, height(among - 1, within), peak, height(among + 1, within));
    const std::vector<double> withins = shocked ? nodes(within, height(among, within - 1), peak, height(among, within + 1)) : std::vector<double>{least_odds + lattice * within};
    std::vector<Spot> spots;
    for (double w : withins)
        for (double a : amongs) spots.push_back(look_at(a, w));

    // Blocks by evenly spaced quantiles over all (κ₁, κ₂, τ), in an order of the split's own; (m, δ) drawn for each.
    struct Place {
        const Spot* spot;
        const Spot::Level* level;
        double weight;
    };
    std::vector<Place> places;
    double top = -std::numeric_limits<double>::infinity(), total = 0;
    for (const Spot& spot : spots) top = std::max(top, spot.log_weight);
    for (const Spot& spot : spots)
        for (const Spot::Level& level : spot.levels) places.push_back({&spot, &level, exactly::exp(level.log_weight - top)}), total += places.back().weight;
    std::vector<const Place*> chosen;
    double passed = 0;
    for (const Place& place : places) {
        passed += place.weight;
        while (chosen.size() < options.blocks && (static_cast<double>(chosen.size()) + 0.5) * total < passed * options.blocks) chosen.push_back(&place);
    }
    while (chosen.size() < options.blocks) chosen.push_back(&places.back());
    Stream stream{options.seed, options.subject, 0};
    for (std::size_t at = chosen.size(); at > 1; --at) std::swap(chosen[at - 1], chosen[static_cast<std::size_t>(stream.uniform() * static_cast<double>(at))]);
    for (const Place* place : chosen) {
        Row noise(likelihood.unknowns());
        for (double& one : noise) one = draw::normal(stream);
        const Row apart = Triangle{noise.size(), place->level->precision}.backward(noise);
        Row there = place->level->centre;
        for (std::size_t i = 0; i < there.size(); ++i) there[i] += apart[i];
        const double spread = options.year == YearEffect::none ? 0 : place->level->spread;
        fit.blocks.push_back({.mean = exactly::share(std::clamp(there[0], -7.0, 7.0)), .among = place->spot->among, .within = place->spot->within, .year_spread = spread, .years = likelihood.years_of(there)});
        for (const auto& [log_within, surface] : surfaces)
            if (surface->within() == place->spot->within) {
                fit.surface_of_.push_back(surface);
                break;
            }
    }
    return fit;
}

std::vector<double> SplitFit::new_weights(std::uint32_t block) const {
    const auto level = beta_prior(blocks[block].mean, blocks[block].among);
    return as_weights(level);
}

std::vector<double> SplitFit::rate_weights(std::uint32_t programme, std::uint32_t block) const {
    auto level = beta_prior(blocks[block].mean, blocks[block].among);
    for (std::size_t trial = first_[programme]; trial < first_[programme + 1]; ++trial) {
        const auto year = std::lower_bound(years.begin(), years.end(), trials_[trial].year) - years.begin();
        add(Shift{blocks[block].years[static_cast<std::size_t>(year)]}.value, surface_of_[block]->row(trial), level);
    }
    return as_weights(level);
}

double log_marginal(const std::vector<Trials>& trials, std::uint32_t programmes, const Shared& shared, const std::vector<std::int32_t>& years) {
    double sum = 0;
    for (std::uint32_t programme = 0; programme < programmes; ++programme) {
        auto level = beta_prior(shared.mean, shared.among);
        const Surface surface{trials, shared.within};
        for (std::size_t trial = 0; trial < trials.size(); ++trial) {
            if (trials[trial].programme != programme) continue;
            const auto year = static_cast<std::size_t>(std::lower_bound(years.begin(), years.end(), trials[trial].year) - years.begin());
            add(Shift{shared.years[year]}.value, surface.row(trial), level);
        }
        sum += log_sum({level.begin(), level.end()});
    }
    return sum;
}

}  // namespace loopbaankaart::flow
