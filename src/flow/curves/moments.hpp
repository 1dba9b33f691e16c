// Inside curves only: the moments at which anybody moves, and what was counted at each.
#pragma once

#include <algorithm>
#include <functional>
#include <span>

#include "../data/spells.hpp"

namespace loopbaankaart::flow {

// Stays sorted by cluster and entry, cut in parts that no cluster lies across. The parts do not depend on the number of threads, so neither do sums.
struct Ordered {
    explicit Ordered(const Spells& spells);
    Ordered(const Ordered&) = delete;

    const Spells& spells() const { return *spells_; }
    std::span<const std::uint32_t> clusters() const { return spells_->independent(); }
    std::span<const std::size_t> bounds() const { return bounds_; }  // of the parts: one more than there are parts

private:
    Spells sorted_;  // empty when they came in order
    const Spells* spells_;
    std::vector<std::size_t> bounds_;
};

// The ways out of states that occur, numbered: few of all there could be.
class WaysOut {
public:
    explicit WaysOut(const Spells& spells);

    std::size_t size() const { return to_.size(); }
    // The numbers of all ways times this, by place(from, to); of what does not occur 0.
    std::vector<std::size_t> times(std::size_t by) const;
    static std::size_t place(State from, State to) { return from * targets + to; }
    // The ways from a state, first and one past the last, in order of where they go; of those who are still there comes last.
    std::pair<std::size_t, std::size_t> from(State state) const { return {first_[state], first_[state + 1U]}; }
    State to(std::size_t way) const { return to_[way]; }

private:
    static constexpr std::size_t targets = 256;

    std::vector<std::uint32_t> number_;  // by place
    std::vector<std::size_t> first_;     // way, of each state; one more than there are states
    std::vector<State> to_;              // of each way
};

// The moments at which anybody moves, in order, and how many of them lie at or before a time.
class Moments {
public:
    explicit Moments(const Spells& spells);

    std::size_t size() const { return times_.size(); }
    const std::vector<std::int32_t>& times() const { return times_; }
    const WaysOut& ways() const { return ways_; }
    // Of a time in the stays. A stay is at risk at the moments until(enter) … until(leave) - 1.
    std::size_t until(std::int32_t time) const { return table_.empty() ? searched(time) : Looked{table_.data(), first_}(time); }
    // work(until), where until(time) is the same, without asking each time how it is found.
    template <typename Work>
    void with_until(const Work& work) const {
        if (table_.empty()) work([this](std::int32_t time) { return searched(time); });
        else work(Looked{table_.data(), first_});
    }

private:
    struct Looked {
        const std::uint32_t* table;
        std::int32_t first;
        std::size_t operator()(std::int32_t time) const { return table[static_cast<std::uint32_t>(time) - static_cast<std::uint32_t>(first)]; }
    };
    std::size_t searched(std::int32_t time) const;

    WaysOut ways_;
    std::vector<std::int32_t> times_;
    std::int32_t first_ = 0;            // entry
    std::vector<std::uint32_t> table_;  // by time, from first_ to the last leaving: nothing to be clamped when stays are counted; empty when these lie too far apart
};

inline bool moves(const Spells& spells, std::size_t row) { return spells.to[row] != still_there && spells.to[row] != spells.from[row]; }
inline double weight_of(const Spells& spells, std::size_t row) { return spells.weight.empty() ? 1.0 : spells.weight[row]; }

// A move that somebody makes at a moment: which share of those at risk goes (H_jk), and the sum of the squares of their weights.
struct Move {
    State from, to;
    double share = 0, squares = 0;
};

// A state that somebody leaves at a moment: the share that stays (H_jj, counted, not what is left over) and who goes where.
struct Left {
    State from;
    double stays = 1;
    std::size_t first, last;  // moves
};

// What there is to know of a moment but the influences. H stands as what differs from standing still.
struct Counted {
    std::size_t states = 0;
    std::vector<double> at_risk, squares;       // a row of states a moment: Σw, Σw² of those at risk just before it
    std::vector<Move> moves;                    // of all moments, by moment, from, to
    std::vector<Left> left;                     // of all moments, by moment, from
    std::vector<std::size_t> first_left;        // where those of a moment begin; one more than there are moments
    std::vector<double> start;                  // p₀
    std::vector<double> shares;                 // p after each moment

    std::span<const Left> left_at(std::size_t moment) const { return {left.data() + first_left[moment], left.data() + first_left[moment + 1]}; }
    std::span<const Move> moves_of(const Left& one) const { return {moves.data() + one.first, moves.data() + one.last}; }
    // p_j / Y_j just before a moment: what the move of a unit of weight does to p.
    double reach(std::size_t moment, State state) const {
        const double before = moment == 0 ? start[state] : shares[(moment - 1) * states + state];
        return before == 0 ? 0 : before / at_risk[moment * states + state];
    }
};

// values ← values H(moment), for a row of states.
inline void step(const Counted& counted, std::size_t moment, double* values) {
    double before[most_states];
    const auto left = counted.left_at(moment);
    for (const Left& one : left) {
        before[one.from] = values[one.from];
        values[one.from] *= one.stays;
    }
    for (const Left& one : left)
        for (const Move& move : counted.moves_of(one)) values[move.to] += before[one.from] * move.share;
}

Counted count(const Ordered& ordered, const Moments& moments, unsigned threads);

// Runs work(part) for every part, on so many threads.
void for_parts(std::size_t parts, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace loopbaankaart::flow
