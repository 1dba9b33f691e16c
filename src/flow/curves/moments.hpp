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

// The moments at which anybody moves, in order, and how many of them lie at or before a time.
class Moments {
public:
    explicit Moments(const Spells& spells);

    std::size_t size() const { return times_.size(); }
    const std::vector<std::int32_t>& times() const { return times_; }
    // A stay is at risk at the moments until(enter) … until(leave) - 1.
    std::size_t until(std::int32_t time) const {
        if (table_.empty()) return searched(time);
        return table_[static_cast<std::size_t>(std::clamp<std::int64_t>(std::int64_t{time} - first_ + 1, 0, last_))];
    }

private:
    std::size_t searched(std::int32_t time) const;

    std::vector<std::int32_t> times_;
    std::int32_t first_ = 0;
    std::int64_t last_ = 0;             // place in the table
    std::vector<std::uint32_t> table_;  // by time, from the one before first_; empty when the times lie too far apart
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
