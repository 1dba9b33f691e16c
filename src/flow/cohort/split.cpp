#include "split.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>

#include "../draws/draws.hpp"
#include "../draws/elementary.hpp"
#include "surface.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr double least_odds = 0.6931471805599453, most_odds = 8.317766166719343;  // log κ: κ from 2 to 4096
constexpr double lattice = 0.25;                                                   // of log κ, where the mode is looked for
constexpr double trial_spread = 0.25;                                              // τ at which the likelihood is expanded
constexpr std::array<double, 12> spreads{0.01, 0.04, 0.08, 0.12, 0.17, 0.23, 0.30, 0.40, 0.55, 0.75, 1.0, 1.4};  // τ

using Row = std::vector<double>;

// A symmetric matrix that should be positive definite, as its lower triangle L with LLᵀ; the diagonal is raised when it is not.
struct Triangle {
    std::size_t size;
    Row lower;
    double log_determinant = 0;

    Triangle(std::size_t size_, const Row& matrix) : size{size_}, lower(matrix.size()) {
        double scale = 0, raise = 0;
        for (std::size_t i = 0; i < size; ++i) scale = std::max(scale, std::abs(matrix[i * size + i]));
        while (!factor(matrix, raise, 1e-9 * scale)) raise = raise == 0 ? 1e-3 * scale + 1e-9 : raise * 3;
    }
    bool factor(const Row& matrix, double raise, double least) {
        log_determinant = 0;
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = matrix[i * size + j] + (i == j ? raise : 0);
                for (std::size_t k = 0; k < j; ++k) sum -= lower[i * size + k] * lower[j * size + k];
                if (i != j) lower[i * size + j] = sum / lower[j * size + j];
                else if (!(sum > least)) return false;
                else lower[i * size + i] = std::sqrt(sum), log_determinant += exactly::log(sum);
            }
        return true;
    }
    Row backward(Row x) const {  // L⁻ᵀx
        for (std::size_t i = size; i-- > 0;) {
            for (std::size_t k = i + 1; k < size; ++k) x[i] -= lower[k * size + i] * x[k];
            x[i] /= lower[i * size + i];
        }
        return x;
    }
    Row solve(Row x) const {
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t k = 0; k < i; ++k) x[i] -= lower[i * size + k] * x[k];
            x[i] /= lower[i * size + i];
        }
        return backward(std::move(x));
    }
};

double dot(const Row& a, const Row& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

// log P(all y) as a function of (logit m, z…), δ = Bz: its value, slope and curvature (with the sign turned) at a point.
struct Bend {
    double value = 0;
    Row slope, curvature;
};

class Likelihood {
public:
    Likelihood(const std::vector<Trials>& trials, const std::vector<std::size_t>& first, const std::vector<std::int32_t>& years, YearEffect effect)
        : trials_{trials}, first_{first}, years_{years}, unknowns_{effect == YearEffect::shared ? years.size() : 1} {
        for (const Trials& one : trials) year_.push_back(static_cast<std::size_t>(std::lower_bound(years.begin(), years.end(), one.year) - years.begin()));
    }
    // logit m, and a coordinate fewer than years: past δ sum to 0, as a school's level is in m already. B is Helmert's, of length 1.
    std::size_t unknowns() const { return unknowns_; }
    Row years_of(const Row& at) const {
        Row all(years_.size());
        for (std::size_t z = 1; z < unknowns_; ++z)
            for (std::size_t year = 0; year <= z; ++year) all[year] += base(year, z) * at[z];
        return all;
    }

    Bend bend(const Surface& surface, double among, const Row& at) const {
        const Bend by_year = bend_by_year(surface, among, exactly::share(at[0]), years_of(at));
        const std::size_t all = 1 + years_.size();
        const auto into = [&](std::size_t year, std::size_t z) { return year == 0 || z == 0 ? (year == z ? 1.0 : 0.0) : year - 1 > z ? 0.0 : base(year - 1, z); };
        Bend bend{by_year.value, Row(unknowns_), Row(unknowns_ * unknowns_)};
        Row half(all * unknowns_);
        for (std::size_t year = 0; year < all; ++year)
            for (std::size_t z = 0; z < unknowns_; ++z) {
                bend.slope[z] += by_year.slope[year] * into(year, z);
                for (std::size_t other = 0; other < all; ++other) half[year * unknowns_ + z] += by_year.curvature[year * all + other] * into(other, z);
            }
        for (std::size_t z = 0; z < unknowns_; ++z)
            for (std::size_t other = 0; other < unknowns_; ++other)
                for (std::size_t year = 0; year < all; ++year) bend.curvature[z * unknowns_ + other] += into(year, z) * half[year * unknowns_ + other];
        return bend;
    }

private:
    // B: column z (from 1) has z equal parts and then one that balances them.
    static double base(std::size_t year, std::size_t z) {
        const auto parts = static_cast<double>(z);
        return (year < z ? 1 : -parts) / std::sqrt(parts * (parts + 1));
    }

    Bend bend_by_year(const Surface& surface, double among, double mean, const Row& deltas) const {
        const std::size_t all = 1 + years_.size();
        Bend bend{0, Row(all), Row(all * all)};
        const double a = among * mean, b = among * (1 - mean), by_logit = mean * (1 - mean);
        const auto prior = beta_prior(mean, among);
        const double middle = exactly::digamma(a) - exactly::digamma(b);
        const double twice = -among * among * (exactly::trigamma(a) + exactly::trigamma(b)) * by_logit * by_logit;
        std::vector<Shift> shifts;
        for (double delta : deltas) shifts.emplace_back(delta);

        Heights level;
        std::vector<Heights> once(all), more(all);
        Row expected(all);
        std::vector<std::size_t> met;
        for (std::size_t programme = 0; programme + 1 < first_.size(); ++programme) {
            if (first_[programme] == first_[programme + 1]) continue;
            level = prior;
            for (std::size_t trial = first_[programme]; trial < first_[programme + 1]; ++trial) add(shifts[year_[trial]].value, surface.row(trial), level);
            const double top = *std::max_element(level.begin(), level.end());
            std::size_t low = 0, high = level.size();
            while (level[low] < top - 30) ++low;
            while (level[high - 1] < top - 30) --high;
            double total = 0;
            for (std::size_t node = low; node < high; ++node) total += level[node] = exactly::exp(level[node] - top);
            bend.value += top + exactly::log(total);

            met.assign(1, 0);
            for (std::size_t node = low; node < high; ++node) {
                const double slope = among * (grid_log_odds(node) - middle);
                once[0][node] = slope * by_logit, more[0][node] = twice + slope * by_logit * (1 - 2 * mean);
            }
            if (unknowns_ > 1)
                for (std::size_t trial = first_[programme]; trial < first_[programme + 1]; ++trial) {
                    const std::size_t unknown = 1 + year_[trial];
                    met.push_back(unknown);
                    once[unknown].fill(0), more[unknown].fill(0);
                    add(shifts[year_[trial]].once, surface.row(trial), once[unknown], low, high);
                    add(shifts[year_[trial]].twice, surface.row(trial), more[unknown], low, high);
                }
            for (std::size_t i : met) {
                double mean_slope = 0, mean_bend = 0;
                for (std::size_t node = low; node < high; ++node) mean_slope += level[node] * once[i][node], mean_bend += level[node] * more[i][node];
                expected[i] = mean_slope / total;
                bend.slope[i] += expected[i];
                bend.curvature[i * all + i] -= mean_bend / total;
            }
            for (std::size_t i : met)
                for (std::size_t j : met) {
                    if (j > i) continue;
                    double sum = 0;
                    for (std::size_t node = low; node < high; ++node) sum += level[node] * once[i][node] * once[j][node];
                    const double together = sum / total - expected[i] * expected[j];
                    bend.curvature[i * all + j] -= together;
                    if (i != j) bend.curvature[j * all + i] -= together;
                }
        }
        return bend;
    }

    const std::vector<Trials>& trials_;
    const std::vector<std::size_t>& first_;
    const std::vector<std::int32_t>& years_;
    std::vector<std::size_t> year_;
    std::size_t unknowns_;
};

// The posterior for one pair (κ₁, κ₂): how likely the pair is, and for each τ how (logit m, z…) lies.
struct Spot {
    double among, within;
    struct Level {
        double log_weight, spread;
        Row centre;
        Row precision;
    };
    std::vector<Level> levels;
    Row mode;
    double log_weight = 0;
};

double log_sum(const std::vector<double>& logs) {
    const double top = *std::max_element(logs.begin(), logs.end());
    double sum = 0;
    for (double one : logs) sum += exactly::exp(one - top);
    return top + exactly::log(sum);
}

Spot look(const Likelihood& likelihood, const Surface& surface, double among, Row start) {
    const std::size_t size = likelihood.unknowns();
    const auto priored = [&](Bend bend, const Row& at, double spread) {  // m is as likely everywhere: log m(1−m) on the log-odds
        const double mean = exactly::share(at[0]);
        bend.value += exactly::log(mean * (1 - mean)), bend.slope[0] += 1 - 2 * mean, bend.curvature[0] += 2 * mean * (1 - mean);
        if (spread > 0)
            for (std::size_t i = 1; i < size; ++i) {
                const double precision = 1 / (spread * spread);
                bend.value -= at[i] * at[i] * precision / 2, bend.slope[i] -= at[i] * precision, bend.curvature[i * size + i] += precision;
            }
        return bend;
    };
    Row at = std::move(start);
    Bend here = priored(likelihood.bend(surface, among, at), at, trial_spread);
    for (int round = 0; round < 50; ++round) {
        const Row step = Triangle{size, here.curvature}.solve(here.slope);
        const double gain = dot(step, here.slope);
        if (gain < 1e-4) break;  // of a log-likelihood
        bool better = false;
        for (double part = 1; part > 1e-4 && !better; part /= 2) {
            Row next = at;
            for (std::size_t i = 0; i < size; ++i) next[i] += std::clamp(part * step[i], -1.0, 1.0);
            next[0] = std::clamp(next[0], -6.5, 6.5);
            Bend there = priored(likelihood.bend(surface, among, next), next, trial_spread);
            if (there.value <= here.value) continue;
            better = true, at = std::move(next), here = std::move(there);
        }
        if (!better) break;
    }

    // With the likelihood as a parabola around that mode, any τ is a matter of linear algebra.
    Spot spot{.among = among, .within = surface.within(), .levels = {}, .mode = at, .log_weight = 0};
    const Bend flat = priored(likelihood.bend(surface, among, at), at, 0);
    std::vector<double> logs;
    for (std::size_t tau = 0; tau < spreads.size(); ++tau) {
        const double spread = spreads[tau], precision = 1 / (spread * spread);
        const double width = (tau + 1 < spreads.size() ? spreads[tau + 1] : spread + 0.4) - (tau > 0 ? spreads[tau - 1] : -spread);
        Spot::Level level{flat.value, spread, at, flat.curvature};
        Row slope = flat.slope;
        for (std::size_t i = 1; i < size; ++i) {
            slope[i] -= at[i] * precision, level.precision[i * size + i] += precision;
            level.log_weight -= at[i] * at[i] * precision / 2 + exactly::log(spread);
        }
        level.log_weight += exactly::log(width) - spread * spread * 2;  // τ ~ |N(0, ½²)|
        const Triangle triangle{size, level.precision};
        const Row step = triangle.solve(slope);
        level.log_weight += dot(step, slope) / 2 - triangle.log_determinant / 2;
        for (std::size_t i = 0; i < size; ++i) level.centre[i] += step[i];
        logs.push_back(level.log_weight);
        spot.levels.push_back(std::move(level));
    }
    spot.log_weight = log_sum(logs);
    return spot;
}

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
