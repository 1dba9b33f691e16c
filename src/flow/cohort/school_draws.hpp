// Inside forecast.cpp: what is drawn of one programme, by M1 and by M0, when all that a school shares is known.
#pragma once

#include <array>

#include "../draws/stream.hpp"
#include "forecast.hpp"
#include "intake.hpp"
#include "side_entry.hpp"

namespace loopbaankaart::flow {

// Tasks 0 … count−1 over threads; what a task does may depend on its number only.
void share_out(unsigned threads, std::size_t count, const std::function<void(std::size_t task, unsigned thread)>& work);

// Which node of the grid of rates is drawn, each as likely as its weight.
class Nodes {
public:
    explicit Nodes(const std::vector<double>& weights);
    std::size_t at(double u) const {
        std::size_t node = first_[static_cast<std::size_t>(u * parts)];
        while (node + 1 < sums_.size() && sums_[node] < u) ++node;
        return node;
    }

private:
    static constexpr std::size_t parts = 64;
    std::array<double, rate_grid::size> sums_;  // of the weights up to a node
    std::array<std::uint8_t, parts> first_;     // from where to look for a u of each part of 0 … 1
};

// One binary split of the tree, in the order in which they are gone through.
struct Fork {
    State from, to, rest;  // `rest`: where those go who are left, at the last split of a state
    bool first, last;
    bool sure;             // there is one way only: nobody takes the first
    bool rare;             // hardly anybody ever takes it: no differences between programmes or years to be seen, one rate for all
    std::uint64_t seen, took;
    SplitFit fit;
    std::vector<double> own_rates;  // M0's, of each programme
};

// Of one programme: [state][year ahead][draw].
struct ProgrammeDraws {
    std::vector<std::uint32_t> model, own_rate;
    // How many are expected by the rates alone, without the chance of whole students and of intakes: by its own rates, and by those of any programme of the school.
    std::vector<double> expected, expected_of_any;
};

// How many are in each state, in a row of draws: a block is drawn side by side, so that no draw waits for another.
template <typename Number>
struct Stock {
    std::size_t width;
    std::vector<Number> now, next;  // [state][draw]
    std::vector<Number> took;       // at the split that is gone through

    Stock(std::size_t states, std::size_t draws) : width{draws}, now(states * draws), next(states * draws), took(draws) {}
    std::span<Number> of(std::size_t state) { return {now.data() + state * width, width}; }
    std::span<Number> next_of(std::size_t state) { return {next.data() + state * width, width}; }
    std::span<const Number> next_of(std::size_t state) const { return {next.data() + state * width, width}; }
};

class SchoolDraws {
public:
    SchoolDraws(const School& school, const ForecastOptions& options);

    std::size_t cells() const { return states_ * options_.ahead; }
    std::size_t draws() const { return options_.blocks * per_block_; }
    std::size_t own_draws() const { return options_.blocks * own_per_block_; }
    const std::vector<Fork>& forks() const { return forks_; }
    const Intake& intake() const { return intake_; }
    // Of the year that comes: as it is known, or as it is expected.
    double coming(std::size_t programme, std::uint32_t ahead = 0) const;

    // What is drawn depends on the programme's number only.
    void draw(std::uint32_t programme, ProgrammeDraws& into) const;

private:
    void draw_intakes(std::uint32_t programme, std::vector<std::uint32_t>& into) const;
    void draw_model(std::uint32_t programme, std::span<const std::uint32_t> intakes, const std::vector<Joining>& joining, ProgrammeDraws& into) const;
    void draw_own_rate(std::uint32_t programme, std::span<const std::uint32_t> intakes, const std::vector<Joining>& joining, ProgrammeDraws& into) const;
    void expect_of_any(std::uint32_t programme, const std::vector<Joining>& joining, ProgrammeDraws& into) const;
    static void expect(const std::vector<Joining>& joining, std::uint32_t ahead, Stock<double>& share);
    // A row of draws of a block: what the programme's rate is in a year, with a cohort's own shock, and how many of those who are left take the first way (in less time than by the rate).
    void mean_rates(std::size_t fork, std::uint32_t block, std::uint32_t ahead, std::span<const std::uint8_t> nodes, std::span<double> into) const;
    void rates(Stream& stream, std::size_t fork, std::uint32_t block, std::span<const double> means, std::span<double> into) const;
    void took(Stream& stream, std::size_t fork, std::uint32_t block, std::span<const std::uint32_t> left, std::span<const double> means, std::span<std::uint32_t> into) const;
    static void draw_nodes(Stream& stream, const Nodes& of, std::span<std::uint8_t> into);
    template <typename Number>
    void begin(std::uint32_t programme, Stock<Number>& stock) const;
    template <typename Number, typename Takes>
    void pass_year(Stock<Number>& stock, const Takes& takes) const;
    template <typename Number>
    void keep(const Stock<Number>& stock, std::uint32_t ahead, std::uint32_t block, std::vector<Number>& into) const;

    const School& school_;
    const ForecastOptions& options_;
    std::vector<Fork> forks_;
    Intake intake_;
    SideEntry side_entry_;
    std::size_t states_, per_block_, own_per_block_, rates_per_block_;
    std::vector<double> year_factors_;            // e^−δ: [fork][year ahead][draw]; of a rare fork its rate
    std::vector<double> odds_against_;            // of each node
    std::vector<double> within_;                  // κ₂, infinite of a rare fork: [block][fork]
    std::vector<Nodes> any_rates_;                // of a programme nothing is known of: [fork and block]
};

}  // namespace loopbaankaart::flow
