#include "forecast.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <thread>

#include "../draws/draws.hpp"
#include "../draws/elementary.hpp"

namespace loopbaankaart::flow {

namespace {

// Streams: programmes have their own number, what a school shares has one above all of these.
constexpr std::uint64_t of_own_rate = 1ULL << 40U, of_any = 2ULL << 40U, of_split = 3ULL << 40U, of_years = 4ULL << 40U;
constexpr std::size_t recent = 3;  // cohorts M0 and the intake look at

// Tasks 0 … count−1 over threads; what a task does may depend on its number only.
void share_out(unsigned threads, std::size_t count, const std::function<void(std::size_t task, unsigned thread)>& work) {
    std::atomic<std::size_t> next{0};
    const auto run = [&](unsigned thread) {
        for (std::size_t task; (task = next.fetch_add(1)) < count;) work(task, thread);
    };
    std::vector<std::jthread> others;
    for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(run, thread);
    run(0);
}

// One binary split of the tree, in the order in which they are gone through.
struct Fork {
    State from, to, rest;  // `rest`: where those go who are left, at the last split of a state
    bool first, last;
    SplitFit fit;
    std::vector<double> own_rates;  // M0's, of each programme
};

std::vector<Trials> trials_of(const School& school, const Ways& ways, std::size_t way) {
    std::vector<Trials> trials;
    for (std::size_t year = 0; year < school.years; ++year)
        for (std::size_t programme = 0; programme < school.programmes.size(); ++programme) {
            std::uint32_t left = 0;
            for (std::size_t later = way; later < ways.to.size(); ++later) left += school.moved(year, programme, ways.from, ways.to[later]);
            if (left > 0) trials.push_back({static_cast<std::uint32_t>(programme), school.first_year + static_cast<std::int32_t>(year), left, school.moved(year, programme, ways.from, ways.to[way])});
        }
    return trials;
}

std::vector<Fork> forks_of(const School& school, const ForecastOptions& options) {
    std::vector<Fork> forks;
    std::vector<std::vector<Trials>> trials;
    for (const Ways& ways : tree(school)) {
        // A state that has one way only is a fork of which nobody takes the first.
        const std::size_t splits = std::max<std::size_t>(ways.to.size() - 1, 1);
        for (std::size_t way = 0; way < splits; ++way) {
            const bool sure = ways.to.size() == 1;
            forks.push_back({ways.from, ways.to[way], ways.to.back(), way == 0, way + 1 == splits, {}, std::vector<double>(school.programmes.size(), 0.5)});
            trials.push_back(sure ? std::vector<Trials>{} : trials_of(school, ways, way));
            if (sure) continue;
            std::vector<std::uint32_t> seen(school.programmes.size()), took(school.programmes.size());
            const std::int32_t since = school.first_year + static_cast<std::int32_t>(school.years) - static_cast<std::int32_t>(recent);
            for (const Trials& one : trials.back())
                if (one.year >= since) seen[one.programme] += one.n, took[one.programme] += one.y;
            for (std::size_t programme = 0; programme < seen.size(); ++programme) forks.back().own_rates[programme] = own_rate(seen[programme], took[programme]);
        }
    }
    share_out(options.threads, forks.size(), [&](std::size_t at, unsigned) {
        forks[at].fit = fit_split(std::move(trials[at]), static_cast<std::uint32_t>(school.programmes.size()),
                                  {.seed = options.seed, .subject = of_split + at, .blocks = options.blocks, .year = options.year, .cohort = options.cohort});
    });
    return forks;
}

// What a programme's intake is expected to be, and how much more than Poisson intakes spread: variance = mean + spread · mean².
struct Intake {
    std::vector<double> mean;
    double spread;

    explicit Intake(const School& school) : mean(school.programmes.size()) {
        double beyond = 0, squares = 0;
        const std::size_t last = std::min(recent, school.years);
        for (std::size_t programme = 0; programme < mean.size(); ++programme) {
            double all = 0, apart = 0;
            for (std::size_t year = 0; year < school.years; ++year) all += school.arrived(year, programme);
            for (std::size_t year = school.years - last; year < school.years; ++year) mean[programme] += school.arrived(year, programme) / static_cast<double>(last);
            if (school.years < 2) continue;
            const double average = all / static_cast<double>(school.years);
            for (std::size_t year = 0; year < school.years; ++year) apart += (school.arrived(year, programme) - average) * (school.arrived(year, programme) - average);
            beyond += apart / static_cast<double>(school.years - 1) - average, squares += average * average;
        }
        spread = std::clamp(squares > 0 ? beyond / squares : 0.02, 1e-4, 4.0);
    }
    std::uint32_t draw_one(Stream& stream, std::size_t programme, double own_mean) const {
        return mean[programme] > 0 ? draw::negative_binomial(stream, own_mean, 1 / spread) : 0;
    }
    double draw_mean(Stream& stream, std::size_t programme) const {  // gamma with the variance of a mean of three years
        const double expected = mean[programme];
        if (expected <= 0) return 0;
        const double variance = (expected + spread * expected * expected) / static_cast<double>(recent);
        return draw::gamma(stream, expected * expected / variance) * variance / expected;
    }
};

class SchoolDraws {
public:
    SchoolDraws(const School& school, const ForecastOptions& options)
        : school_{school}, options_{options}, forks_{forks_of(school, options)}, intake_{school}, states_{school.states.size()}, draws_{std::size_t{options.blocks} * options.per_block} {
        year_factors_.resize(draws_ * forks_.size() * options.ahead);
        for (std::size_t fork = 0; fork < forks_.size(); ++fork)
            for (std::uint32_t block = 0; block < options.blocks; ++block) {
                const SplitFit& fit = forks_[fork].fit;
                const double spread = fit.blocks[block].year_spread;
                const double of_mean = fit.years.empty() ? 0 : spread / std::sqrt(static_cast<double>(fit.years.size()));
                Stream stream{options.seed, of_years + fork, block};
                for (std::uint32_t at = 0; at < options.per_block; ++at) {
                    const double past = of_mean * draw::normal(stream);
                    for (std::uint32_t ahead = 0; ahead < options.ahead; ++ahead)
                        year_factor(block * options.per_block + at, fork, ahead) = exactly::exp(past - spread * draw::normal(stream));
                }
            }
        for (std::size_t node = 0; node < rate_grid::size; ++node) odds_against_.push_back(exactly::exp(-grid_log_odds(node)));
    }

    std::size_t draws() const { return draws_; }
    std::size_t cells() const { return states_ * options_.ahead; }
    const Intake& intake() const { return intake_; }

    enum class By { model, any_programme, own_rate };

    // Into [state][year ahead][draw], of so many draws a block.
    void draw_programme(std::uint32_t programme, By by, std::uint32_t per_block, std::vector<std::uint32_t>& into) const {
        const std::size_t draws = std::size_t{options_.blocks} * per_block;
        into.assign(cells() * draws, 0);
        std::vector<std::vector<double>> rates(forks_.size());
        std::vector<std::size_t> node(forks_.size());
        std::vector<std::uint32_t> stock(states_), next(states_);
        for (std::uint32_t block = 0; block < options_.blocks; ++block) {
            Stream stream{options_.seed, programme + (by == By::model ? 0 : by == By::own_rate ? of_own_rate : of_any), block};
            Stream coming{options_.seed, programme + of_own_rate * 8, block};  // the same intakes for every model
            if (by != By::own_rate)
                for (std::size_t fork = 0; fork < forks_.size(); ++fork) {
                    rates[fork] = by == By::model ? forks_[fork].fit.rate_weights(programme, block) : forks_[fork].fit.new_weights(block);
                    std::partial_sum(rates[fork].begin(), rates[fork].end(), rates[fork].begin());
                }
            for (std::uint32_t at = 0; at < per_block; ++at) {
                const std::size_t draw = std::size_t{block} * per_block + at;
                if (by != By::own_rate)
                    for (std::size_t fork = 0; fork < forks_.size(); ++fork) {
                        const auto found = std::lower_bound(rates[fork].begin(), rates[fork].end(), stream.uniform());
                        node[fork] = std::min<std::size_t>(static_cast<std::size_t>(found - rates[fork].begin()), rate_grid::size - 1);
                    }
                for (std::size_t state = 0; state < states_; ++state) stock[state] = school_.present[programme * states_ + state];
                const double own_mean = intake_.draw_mean(coming, programme);
                for (std::uint32_t ahead = 0; ahead < options_.ahead; ++ahead) {
                    const std::uint32_t drawn = intake_.draw_one(coming, programme, own_mean);
                    const std::size_t known = std::size_t{ahead} * school_.programmes.size() + programme;
                    stock[school_.entry] += known < options_.intake.size() ? options_.intake[known] : drawn;
                    std::fill(next.begin(), next.end(), 0);
                    for (std::size_t fork = 0; fork < forks_.size(); ++fork) {
                        const Fork& here = forks_[fork];
                        std::uint32_t& left = stock[here.from];
                        if (left > 0 && here.to != here.rest) {
                            const std::uint32_t took = draw::binomial(stream, left, rate(stream, here, by, block, programme, node[fork], draw_of(block, at), fork, ahead));
                            next[here.to] += took, left -= took;
                        }
                        if (here.last) next[here.rest] += left, left = 0;
                    }
                    for (std::size_t state = 0; state < states_; ++state) into[(state * options_.ahead + ahead) * draws + draw] = next[state];
                    for (std::size_t state = 0; state < states_; ++state) stock[state] = 0;
                    for (const Fork& here : forks_)
                        if (here.first) stock[here.from] = next[here.from];
                }
            }
        }
    }

private:
    std::size_t draw_of(std::uint32_t block, std::uint32_t at) const { return std::size_t{block} * options_.per_block + at; }
    double& year_factor(std::size_t draw, std::size_t fork, std::uint32_t ahead) { return year_factors_[(draw * forks_.size() + fork) * options_.ahead + ahead]; }

    double rate(Stream& stream, const Fork& fork, By by, std::uint32_t block, std::uint32_t programme, std::size_t node, std::size_t draw, std::size_t number, std::uint32_t ahead) const {
        if (by == By::own_rate) return fork.own_rates[programme];
        const double mean = 1 / (1 + odds_against_[node] * year_factors_[(draw * forks_.size() + number) * options_.ahead + ahead]);
        const double within = fork.fit.blocks[block].within;
        return std::isfinite(within) ? draw::beta(stream, within * mean, within * (1 - mean)) : mean;
    }

    const School& school_;
    const ForecastOptions& options_;
    std::vector<Fork> forks_;
    Intake intake_;
    std::size_t states_, draws_;
    std::vector<double> year_factors_;   // e^−δ: [draw][fork][year ahead]
    std::vector<double> odds_against_;   // of each node
};

}  // namespace

Outlook outlook(std::span<const std::uint32_t> draws) {
    if (draws.empty()) return {};
    std::vector<std::uint32_t> counts(*std::max_element(draws.begin(), draws.end()) + std::size_t{1});
    std::uint64_t sum = 0;
    for (std::uint32_t value : draws) ++counts[value], sum += value;
    const auto all = static_cast<double>(draws.size());
    const auto at = [&](double share) {
        std::uint64_t passed = 0;
        for (std::uint32_t value = 0; value < counts.size(); ++value)
            if (static_cast<double>(passed += counts[value]) >= share * all - 1e-9) return value;
        return static_cast<std::uint32_t>(counts.size() - 1);
    };
    return {at(0.5), at(0.1), at(0.9), at(0.025), at(0.975), static_cast<double>(sum) / all};
}

double own_rate(std::uint32_t seen, std::uint32_t took) { return (took + 0.5) / (seen + 1.0); }

double own_rate_log_probability(std::uint32_t n, std::uint32_t y, double rate) {
    return exactly::log_factorial(n) - exactly::log_factorial(y) - exactly::log_factorial(n - y) + y * exactly::log(rate) + (n - y) * exactly::log(1 - rate);
}

Forecast forecast(const School& school, const ForecastOptions& options, const Listener& listener) {
    const SchoolDraws drawer{school, options};
    const std::size_t draws = drawer.draws(), cells = drawer.cells(), programmes = school.programmes.size(), sectors = school.sectors.size();
    Forecast all;
    all.lines.resize((programmes + sectors + 1) * cells);
    const auto place = [&](Level level, std::size_t subject, std::size_t cell) {
        const std::size_t before = level == Level::programme ? 0 : level == Level::sector ? programmes : programmes + sectors;
        return (before + subject) * cells + cell;
    };
    const auto line_of = [&](Level level, std::size_t subject, std::size_t cell, std::span<const std::uint32_t> model, std::span<const std::uint32_t> own) -> Line& {
        Line& line = all.lines[place(level, subject, cell)];
        line = {.level = level, .subject = static_cast<std::uint32_t>(subject), .state = static_cast<State>(cell / options.ahead), .ahead = static_cast<std::uint32_t>(cell % options.ahead + 1), .model = outlook(model), .own_rate = outlook(own)};
        if (listener) listener(place(level, subject, cell), model, own);
        return line;
    };

    // Totals are sums of whole numbers: the same in any order, so each thread adds up its own.
    const unsigned threads = std::max(1U, options.threads);
    using Totals = std::vector<std::uint32_t>;  // [sector][cell][draw]
    std::vector<Totals> model_totals(threads), own_totals(threads);
    for (unsigned thread = 0; thread < threads; ++thread) model_totals[thread].resize(sectors * cells * draws), own_totals[thread].resize(sectors * cells * draws);
    const std::uint32_t fewer = std::max(1U, options.per_block / 5);
    share_out(threads, programmes, [&](std::size_t programme, unsigned thread) {
        using By = SchoolDraws::By;
        const auto number = static_cast<std::uint32_t>(programme);
        Totals model, own, any;
        drawer.draw_programme(number, By::model, options.per_block, model);
        drawer.draw_programme(number, By::own_rate, options.per_block, own);
        drawer.draw_programme(number, By::any_programme, fewer, any);
        const std::size_t sector = school.sector[programme] * cells * draws;
        for (std::size_t at = 0; at < model.size(); ++at) model_totals[thread][sector + at] += model[at], own_totals[thread][sector + at] += own[at];

        std::size_t cohorts = 0;
        for (std::size_t year = 0; year < school.years; ++year) cohorts += school.arrived(year, programme) > 0 ? 1 : 0;
        const double coming = programme < options.intake.size() ? options.intake[programme] : drawer.intake().mean[programme];
        for (std::size_t cell = 0; cell < cells; ++cell) {
            Line& line = line_of(Level::programme, programme, cell, std::span{model}.subspan(cell * draws, draws), std::span{own}.subspan(cell * draws, draws));
            const Outlook wide = outlook(std::span{any}.subspan(cell * (any.size() / cells), any.size() / cells));
            line.borrowed = cohorts < least_cohorts;
            if (coming < least_intake) line.refusal = Refusal::few_students;
            else if (wide.high80 > wide.low80 && line.model.high80 - line.model.low80 > narrower * (wide.high80 - wide.low80)) line.refusal = Refusal::not_narrower;
        }
    });
    const auto together = [&](std::vector<Totals>& parts) {
        for (unsigned thread = 1; thread < threads; ++thread)
            for (std::size_t at = 0; at < parts[0].size(); ++at) parts[0][at] += parts[thread][at];
        return std::move(parts[0]);
    };
    const Totals model = together(model_totals), own = together(own_totals);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        Totals whole(draws), whole_own(draws);
        for (std::size_t sector = 0; sector < sectors; ++sector) {
            const std::size_t from = (sector * cells + cell) * draws;
            line_of(Level::sector, sector, cell, std::span{model}.subspan(from, draws), std::span{own}.subspan(from, draws));
            for (std::size_t draw = 0; draw < draws; ++draw) whole[draw] += model[from + draw], whole_own[draw] += own[from + draw];
        }
        line_of(Level::school, 0, cell, whole, whole_own);
    }
    return all;
}

}  // namespace loopbaankaart::flow
