#include "school_draws.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

#include "../draws/draws.hpp"
#include "../draws/elementary.hpp"

namespace loopbaankaart::flow {

namespace {

// Streams: programmes have their own number, what a school shares has one above all of these.
constexpr std::uint64_t of_own_rate = 1ULL << 40U, of_any = 2ULL << 40U, of_split = 3ULL << 40U, of_years = 4ULL << 40U, of_intake = 8ULL << 40U;
constexpr std::size_t recent = 3;          // cohorts M0 looks at
constexpr std::uint64_t rare_in_all = 5;   // students: fewer tell nothing about how programmes differ …
constexpr double rare_share = 0.001;       // … and the grid of rates ends there
constexpr std::uint32_t own_draws_are_enough = 2500, rate_draws_are_enough = 1000;

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
            forks.push_back({ways.from, ways.to[way], ways.to.back(), way == 0, way + 1 == splits, sure, false, 0, 0, {}, std::vector<double>(school.programmes.size(), 0.5)});
            trials.push_back(sure ? std::vector<Trials>{} : trials_of(school, ways, way));
            if (sure) continue;
            std::vector<std::uint32_t> seen(school.programmes.size()), took(school.programmes.size());
            const std::int32_t since = school.first_year + static_cast<std::int32_t>(school.years) - static_cast<std::int32_t>(recent);
            for (const Trials& one : trials.back())
                if (one.year >= since) seen[one.programme] += one.n, took[one.programme] += one.y;
            Fork& fork = forks.back();
            for (const Trials& one : trials.back()) fork.seen += one.n, fork.took += one.y;
            fork.rare = fork.took < rare_in_all || static_cast<double>(fork.took) < rare_share * static_cast<double>(fork.seen);
            if (fork.rare) trials.back().clear();
            for (std::size_t programme = 0; programme < seen.size(); ++programme) forks.back().own_rates[programme] = own_rate(seen[programme], took[programme]);
        }
    }
    share_out(options.threads, forks.size(), [&](std::size_t at, unsigned) {
        forks[at].fit = fit_split(std::move(trials[at]), static_cast<std::uint32_t>(school.programmes.size()),
                                  {.seed = options.seed, .subject = of_split + at, .blocks = options.blocks, .year = options.year, .cohort = options.cohort});
    });
    return forks;
}

std::size_t at_most(std::uint32_t enough, const ForecastOptions& options) { return std::clamp<std::size_t>((enough + options.blocks - 1) / options.blocks, 1, options.per_block); }

}  // namespace

Nodes::Nodes(const std::vector<double>& weights) {
    std::partial_sum(weights.begin(), weights.end(), sums_.begin());
    std::uint8_t node = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        while (node + 1U < sums_.size() && sums_[node] < static_cast<double>(part) / parts) ++node;
        first_[part] = node;
    }
}

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

SchoolDraws::SchoolDraws(const School& school, const ForecastOptions& options)
    : school_{school}, options_{options}, forks_{forks_of(school, options)}, intake_{school, options}, side_entry_{school}, states_{school.states.size()}, per_block_{options.per_block},
      own_per_block_{at_most(own_draws_are_enough, options)}, rates_per_block_{at_most(rate_draws_are_enough, options)} {
    year_factors_.resize(draws() * options.ahead * forks_.size());
    for (std::size_t fork = 0; fork < forks_.size(); ++fork)
        for (std::uint32_t block = 0; block < options.blocks; ++block) {
            const SplitFit& fit = forks_[fork].fit;
            any_rates_.emplace_back(fit.new_weights(block));
            const double spread = fit.blocks[block].year_spread;
            const double of_mean = fit.years.empty() ? 0 : spread / std::sqrt(static_cast<double>(fit.years.size()));
            Stream stream{options.seed, of_years + fork, block};
            for (std::size_t at = 0; at < per_block_; ++at) {
                if (forks_[fork].rare) {  // Jeffreys' prior
                    const double rate = draw::beta(stream, static_cast<double>(forks_[fork].took) + 0.5, static_cast<double>(forks_[fork].seen - forks_[fork].took) + 0.5);
                    for (std::size_t ahead = 0; ahead < options.ahead; ++ahead) year_factors_[(fork * options.ahead + ahead) * draws() + block * per_block_ + at] = rate;
                    continue;
                }
                const double past = of_mean * draw::normal(stream);
                for (std::size_t ahead = 0; ahead < options.ahead; ++ahead)
                    year_factors_[(fork * options.ahead + ahead) * draws() + block * per_block_ + at] = exactly::exp(past - spread * draw::normal(stream));
            }
        }
    for (std::uint32_t block = 0; block < options.blocks; ++block)
        for (const Fork& fork : forks_) within_.push_back(fork.rare ? std::numeric_limits<double>::infinity() : fork.fit.blocks[block].within);
    for (std::size_t node = 0; node < rate_grid::size; ++node) odds_against_.push_back(exactly::exp(-grid_log_odds(node)));
}

double SchoolDraws::coming(std::size_t programme, std::uint32_t ahead) const {
    const std::size_t known = ahead * school_.programmes.size() + programme;
    return known < options_.intake.size() ? options_.intake[known] : intake_.mean[programme];
}

void SchoolDraws::draw(std::uint32_t programme, ProgrammeDraws& into) const {
    std::vector<std::uint32_t> intakes;
    draw_intakes(programme, intakes);
    const std::vector<Joining> joining = side_entry_.of(programme, options_);
    draw_model(programme, intakes, joining, into);
    draw_own_rate(programme, intakes, joining, into);
    expect_of_any(programme, joining, into);
}

// [block][year ahead][draw]: the same for M1 and M0.
void SchoolDraws::draw_intakes(std::uint32_t programme, std::vector<std::uint32_t>& into) const {
    const std::size_t years = options_.ahead, known = std::min(years, options_.intake.size() / school_.programmes.size());
    into.resize(draws() * years);
    std::vector<std::uint32_t> here(years);
    for (std::uint32_t block = 0; block < options_.blocks; ++block) {
        Stream stream{options_.seed, programme + of_intake, block};
        for (std::size_t at = 0; at < per_block_; ++at) {
            if (known < years) intake_.draw(stream, programme, block * per_block_ + at, here);
            for (std::size_t ahead = 0; ahead < known; ++ahead) here[ahead] = options_.intake[ahead * school_.programmes.size() + programme];
            for (std::size_t ahead = 0; ahead < years; ++ahead) into[(block * years + ahead) * per_block_ + at] = here[ahead];
        }
    }
}

template <typename Number>
void SchoolDraws::begin(std::uint32_t programme, Stock<Number>& stock) const {
    for (std::size_t state = 0; state < states_; ++state) std::ranges::fill(stock.of(state), static_cast<Number>(school_.present[programme * states_ + state]));
}

// Through all splits of one year: where they are by its end stands in `next`, who can go on in the stock again.
template <typename Number, typename Takes>
void SchoolDraws::pass_year(Stock<Number>& stock, const Takes& takes) const {
    std::ranges::fill(stock.next, Number{0});
    for (std::size_t fork = 0; fork < forks_.size(); ++fork) {
        const Fork& here = forks_[fork];
        const std::span<Number> left = stock.of(here.from), to = stock.next_of(here.to), rest = stock.next_of(here.rest);
        if (!here.sure) {
            takes(fork, left, std::span{stock.took});
            for (std::size_t at = 0; at < left.size(); ++at) to[at] += stock.took[at], left[at] -= stock.took[at];
        }
        if (here.last)
            for (std::size_t at = 0; at < left.size(); ++at) rest[at] += left[at], left[at] = 0;
    }
    std::ranges::fill(stock.now, Number{0});
    for (const Fork& here : forks_)
        if (here.first) std::ranges::copy(stock.next_of(here.from), stock.of(here.from).begin());
}

template <typename Number>
void SchoolDraws::keep(const Stock<Number>& stock, std::uint32_t ahead, std::uint32_t block, std::vector<Number>& into) const {
    const std::size_t draws = into.size() / cells();
    for (std::size_t state = 0; state < states_; ++state)
        std::ranges::copy(stock.next_of(state), into.begin() + static_cast<std::ptrdiff_t>((state * options_.ahead + ahead) * draws + block * stock.width));
}

void SchoolDraws::expect(const std::vector<Joining>& joining, std::uint32_t ahead, Stock<double>& share) {
    for (const Joining& one : joining)
        for (double& of_state : share.of(one.into)) of_state += one.expected[ahead];
}

void SchoolDraws::mean_rates(std::size_t fork, std::uint32_t block, std::uint32_t ahead, std::span<const std::uint8_t> nodes, std::span<double> into) const {
    const double* factors = year_factors_.data() + (fork * options_.ahead + ahead) * draws() + block * per_block_;
    if (forks_[fork].rare) return void(std::copy_n(factors, into.size(), into.begin()));
    for (std::size_t at = 0; at < into.size(); ++at) into[at] = 1 / (1 + odds_against_[nodes[at]] * factors[at]);
}

void SchoolDraws::rates(Stream& stream, std::size_t fork, std::uint32_t block, std::span<const double> means, std::span<double> into) const {
    if (const double within = within_[block * forks_.size() + fork]; std::isfinite(within)) draw::betas(stream, within, means, into);
    else std::ranges::copy(means, into.begin());
}

void SchoolDraws::took(Stream& stream, std::size_t fork, std::uint32_t block, std::span<const std::uint32_t> left, std::span<const double> means, std::span<std::uint32_t> into) const {
    if (const double within = within_[block * forks_.size() + fork]; std::isfinite(within)) draw::beta_binomials(stream, left, within, means, into);
    else draw::binomials(stream, left, means, into);
}

void SchoolDraws::draw_nodes(Stream& stream, const Nodes& of, std::span<std::uint8_t> into) {
    for (std::uint8_t& node : into) node = static_cast<std::uint8_t>(of.at(stream.uniform()));
}

void SchoolDraws::draw_model(std::uint32_t programme, std::span<const std::uint32_t> intakes, const std::vector<Joining>& joining, ProgrammeDraws& into) const {
    into.model.resize(cells() * draws()), into.expected.resize(cells() * options_.blocks * rates_per_block_);
    const std::size_t asked = rates_per_block_;  // of the first draws of a block the rates themselves are asked for, of those at whom nobody stands too
    std::vector<std::uint8_t> nodes(forks_.size() * per_block_);
    std::vector<double> means(per_block_);
    Stock<std::uint32_t> stock{states_, per_block_};
    Stock<double> share{states_, asked};
    std::vector<double> rate_of(forks_.size() * asked);
    for (std::uint32_t block = 0; block < options_.blocks; ++block) {
        Stream stream{options_.seed, programme, block};
        for (std::size_t fork = 0; fork < forks_.size(); ++fork) draw_nodes(stream, Nodes{forks_[fork].fit.rate_weights(programme, block)}, std::span{nodes}.subspan(fork * per_block_, per_block_));
        begin(programme, stock), begin(programme, share);
        for (std::uint32_t ahead = 0; ahead < options_.ahead; ++ahead) {
            for (std::size_t at = 0; at < per_block_; ++at) stock.of(school_.entry)[at] += intakes[(block * options_.ahead + ahead) * per_block_ + at];
            for (const Joining& one : joining) one.add(block * options_.ahead + ahead, stock.of(one.into), per_block_);
            for (double& of_entry : share.of(school_.entry)) of_entry += coming(programme, ahead);
            expect(joining, ahead, share);
            pass_year(stock, [&](std::size_t fork, std::span<const std::uint32_t> left, std::span<std::uint32_t> took_them) {
                mean_rates(fork, block, ahead, std::span{nodes}.subspan(fork * per_block_, per_block_), means);
                const std::span drawn_rates = std::span{rate_of}.subspan(fork * asked, asked);
                rates(stream, fork, block, std::span{means}.first(asked), drawn_rates);
                draw::binomials(stream, left.first(asked), drawn_rates, took_them.first(asked));
                took(stream, fork, block, left.subspan(asked), std::span{means}.subspan(asked), took_them.subspan(asked));
            });
            keep(stock, ahead, block, into.model);
            pass_year(share, [&](std::size_t fork, std::span<const double> left, std::span<double> took_them) {
                for (std::size_t at = 0; at < asked; ++at) took_them[at] = left[at] * rate_of[fork * asked + at];
            });
            keep(share, ahead, block, into.expected);
        }
    }
}

void SchoolDraws::draw_own_rate(std::uint32_t programme, std::span<const std::uint32_t> intakes, const std::vector<Joining>& joining, ProgrammeDraws& into) const {
    into.own_rate.resize(cells() * own_draws());
    Stock<std::uint32_t> stock{states_, own_per_block_};
    std::vector<double> rate(own_per_block_);
    for (std::uint32_t block = 0; block < options_.blocks; ++block) {
        Stream stream{options_.seed, programme + of_own_rate, block};
        begin(programme, stock);
        for (std::uint32_t ahead = 0; ahead < options_.ahead; ++ahead) {
            for (std::size_t at = 0; at < own_per_block_; ++at) stock.of(school_.entry)[at] += intakes[(block * options_.ahead + ahead) * per_block_ + at];
            for (const Joining& one : joining) one.add(block * options_.ahead + ahead, stock.of(one.into), per_block_);
            pass_year(stock, [&](std::size_t fork, std::span<const std::uint32_t> left, std::span<std::uint32_t> took_them) {
                std::ranges::fill(rate, forks_[fork].own_rates[programme]);
                draw::binomials(stream, left, rate, took_them);
            });
            keep(stock, ahead, block, into.own_rate);
        }
    }
}

void SchoolDraws::expect_of_any(std::uint32_t programme, const std::vector<Joining>& joining, ProgrammeDraws& into) const {
    into.expected_of_any.resize(cells() * options_.blocks * rates_per_block_);
    std::vector<std::uint8_t> nodes(forks_.size() * rates_per_block_);
    std::vector<double> means(rates_per_block_), drawn(rates_per_block_);
    Stock<double> share{states_, rates_per_block_};
    for (std::uint32_t block = 0; block < options_.blocks; ++block) {
        Stream stream{options_.seed, programme + of_any, block};
        for (std::size_t fork = 0; fork < forks_.size(); ++fork) draw_nodes(stream, any_rates_[fork * options_.blocks + block], std::span{nodes}.subspan(fork * rates_per_block_, rates_per_block_));
        begin(programme, share);
        for (std::uint32_t ahead = 0; ahead < options_.ahead; ++ahead) {
            for (double& of_entry : share.of(school_.entry)) of_entry += coming(programme, ahead);
            expect(joining, ahead, share);
            pass_year(share, [&](std::size_t fork, std::span<const double> left, std::span<double> took_them) {
                mean_rates(fork, block, ahead, std::span{nodes}.subspan(fork * rates_per_block_, rates_per_block_), means);
                rates(stream, fork, block, means, drawn);
                for (std::size_t at = 0; at < left.size(); ++at) took_them[at] = left[at] * drawn[at];
            });
            keep(share, ahead, block, into.expected_of_any);
        }
    }
}

}  // namespace loopbaankaart::flow
