// In one pass over the students. All who stay in j share the map u ← uH + w c_j, c_j = (p_j/Y_j)(1_j − H_j·), so a student's
// U = wu is only worked out at their own moves, through tables of the accumulated maps. What V needs of all of them together is
// S_j = Σ w U over those in j and X_j = Σ w U over those who leave j; both are carried from moment to moment like U itself:
//
//     V ← HᵀVH + HᵀC + CᵀH + D
//     C = Σ_j (p_j/Y_j) (Σ_k M_jkᵀ 1_k − S_jᵀ H_j·)                       M_jk = Σ w U over those j→k, k = j included
//     D = Σ_j (p_j/Y_j)² (diag n_j − n_jᵀ H_j· − H_j·ᵀ n_j + N_j H_j·ᵀ H_j·)   n_jk = Σ w² over those j→k, N_j = Σ_k n_jk
#include "influence.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t few = 5'000'000;  // clusters × moments × states that are kept exactly

template <std::size_t width>
using Row = std::array<double, width>;

// The maps of all stretches of moments, as products of at most three: to the end of a block, over whole blocks, from the start of a block.
template <std::size_t width>
class Maps {
public:
    Maps(const Counted& counted, std::size_t moments) : counted_{counted}, moments_{moments}, block_{std::bit_ceil(static_cast<std::size_t>(std::sqrt(static_cast<double>(moments)) / 2) + 1)} {
        index_.fill(nowhere);
        for (const Move& move : counted.moves)
            if (index_[move.from] == nowhere) {
                index_[move.from] = static_cast<State>(left_.size());
                left_.push_back(move.from);
            }
        never_left_.fill(1);
        for (State state : left_) never_left_[state] = 0;
        shift_ = static_cast<unsigned>(std::countr_zero(block_));
        blocks_ = (moments >> shift_) + 1;
        make_tables();
    }

    const std::vector<State>& left() const { return left_; }  // the states that anybody leaves
    State index(State state) const { return index_[state]; }  // its place among them
    static constexpr State nowhere = 0xFF;

    // U from before moment `from` to before moment `to`; staying in `in` with that weight (nowhere: out of sight).
    void carry(Row<width>& values, std::size_t from, std::size_t to, State in, double weight) const {
        if (from == to) return;
        const std::size_t first = from >> shift_, last = to >> shift_;
        if (first == last) {
            for (std::size_t moment = from; moment < to; ++moment) {
                step(counted_, moment, values.data());
                if (in != nowhere) stay(counted_, moment, in, weight, values.data());
            }
            return;
        }
        const State at = in == nowhere ? nowhere : index_[in];
        apply(ends_.data() + from * entry(), values, at, weight);
        if (last > first + 1) apply(between(first + 1, last), values, at, weight);
        if (to != last << shift_) apply(begins_.data() + to * entry(), values, at, weight);
    }

private:
    std::size_t entry() const { return 2 * left_.size(); }  // rows of the product of the H of a stretch, then of what staying adds
    const Row<width>* between(std::size_t first, std::size_t last) const { return between_.data() + (first * blocks_ + last) * entry(); }

    void apply(const Row<width>* map, Row<width>& values, State in, double weight) const {
        Row<width> out;
        for (std::size_t k = 0; k < width; ++k) out[k] = values[k] * never_left_[k];
        for (std::size_t at = 0; at < left_.size(); ++at) {
            const double value = values[left_[at]];
            for (std::size_t k = 0; k < width; ++k) out[k] += value * map[at][k];
        }
        if (in != nowhere) {
            const Row<width>& added = map[left_.size() + in];
            for (std::size_t k = 0; k < width; ++k) out[k] += weight * added[k];
        }
        values = out;
    }

    // The map of the stretch before, then of one moment more.
    void lengthen(const Row<width>* before, std::size_t moment, Row<width>* after) const {
        for (std::size_t at = 0; at < entry(); ++at) {
            after[at] = before[at];
            step(counted_, moment, after[at].data());
        }
        for (std::size_t at = 0; at < left_.size(); ++at) stay(counted_, moment, left_[at], 1, after[left_.size() + at].data());
    }
    void stand_still(Row<width>* map) const {
        for (std::size_t at = 0; at < entry(); ++at) map[at].fill(0);
        for (std::size_t at = 0; at < left_.size(); ++at) map[at][left_[at]] = 1;
    }

    void make_tables() {
        begins_.resize((moments_ + 1) * entry());
        ends_.resize((moments_ + 1) * entry());
        between_.resize(blocks_ * blocks_ * entry());
        for (std::size_t moment = 0; moment <= moments_; ++moment) {
            Row<width>* map = begins_.data() + moment * entry();
            if (moment % block_ == 0)
                stand_still(map);
            else
                lengthen(map - entry(), moment - 1, map);
        }
        for (std::size_t moment = moments_; moment-- > 0;) {
            Row<width>* map = ends_.data() + moment * entry();
            std::vector<Row<width>> one(entry());
            stand_still(one.data());
            lengthen(one.data(), moment, map);
            if ((moment + 1) % block_ != 0 && moment + 1 != moments_) append(map + entry(), map);
        }
        for (std::size_t first = 0; first < blocks_; ++first)
            for (std::size_t last = first; last < blocks_; ++last) {
                Row<width>* map = between_.data() + (first * blocks_ + last) * entry();
                if (last == first) {
                    stand_still(map);
                } else {
                    std::copy_n(map - entry(), entry(), map);
                    append(ends_.data() + ((last - 1) << shift_) * entry(), map);
                }
            }
    }
    // `map` and then `more`.
    void append(const Row<width>* more, Row<width>* map) const {
        for (std::size_t at = 0; at < left_.size(); ++at) apply(more, map[at], nowhere, 0);
        for (std::size_t at = 0; at < left_.size(); ++at) apply(more, map[left_.size() + at], static_cast<State>(at), 1);
    }

    const Counted& counted_;
    std::size_t moments_, block_, blocks_ = 0;
    unsigned shift_ = 0;
    std::vector<State> left_;
    std::array<State, 256> index_{};
    Row<width> never_left_;  // 1 or 0
    std::vector<Row<width>> begins_, ends_, between_;
};

// Sums over the students of a part, by moment and state that is left.
template <std::size_t width>
struct Sums {
    std::vector<Row<width>> changes;  // of S_j before the moment: who entered, less who was last seen
    std::vector<Row<width>> leaving;  // X_j
    std::vector<Row<width>> arriving; // by state: Σ (p_j/Y_j) w U over those who go there
    std::vector<double> started;      // Σ w² by state at the first moment
    std::vector<Range> overlapping;   // clusters with more than one stay at a time

    Sums(std::size_t moments, std::size_t left, std::size_t states) : changes((moments + 1) * left), leaving(moments * left), arriving(moments * states), started(states) {}

    void add(const Sums& more) {
        const auto sum = [](std::vector<Row<width>>& to, const std::vector<Row<width>>& from) {
            for (std::size_t at = 0; at < to.size(); ++at)
                for (std::size_t k = 0; k < width; ++k) to[at][k] += from[at][k];
        };
        sum(changes, more.changes), sum(leaving, more.leaving), sum(arriving, more.arriving);
        for (std::size_t state = 0; state < started.size(); ++state) started[state] += more.started[state];
        overlapping.insert(overlapping.end(), more.overlapping.begin(), more.overlapping.end());
    }
};

template <std::size_t width>
void add_to(Row<width>& sum, double weight, const Row<width>& values) {
    for (std::size_t k = 0; k < width; ++k) sum[k] += weight * values[k];
}

template <std::size_t width>
class Pass {
public:
    Pass(const Ordered& ordered, const Moments& moments, const Counted& counted)
        : spells_{ordered.spells()}, cluster_{ordered.clusters()}, moments_{moments}, counted_{counted}, maps_{counted, moments.size()} {
        for (std::size_t state = 0; state < counted.states; ++state) all_ += counted.at_risk[state];
        for (std::size_t moment = 0; moment < moments.size(); ++moment)
            for (State state = 0; state < counted.states; ++state) reach_.push_back(counted.reach(moment, state));
    }

    Sums<width> no_sums() const { return {moments_.size(), maps_.left().size(), counted_.states}; }
    const Maps<width>& maps() const { return maps_; }

    void add(Sums<width>& sums, std::size_t first, std::size_t last) const {
        for (std::size_t row = first; row < last;) {
            const std::size_t begin = row;
            bool overlap = false;
            std::size_t until = 0;
            for (; row < last && cluster_[row] == cluster_[begin]; ++row) {
                const std::size_t enter = moments_.until(spells_.enter[row]), leave = moments_.until(spells_.leave[row]);
                if (enter == leave) continue;
                overlap |= enter < until;
                until = std::max(until, leave);
            }
            if (overlap)
                sums.overlapping.push_back({begin, row});
            else
                add_cluster(sums, begin, row);
        }
    }

private:
    void add_cluster(Sums<width>& sums, std::size_t first, std::size_t last) const {
        const std::size_t left = maps_.left().size();
        Row<width> values{};
        std::size_t at = 0;
        bool seen = false;
        for (std::size_t row = first; row < last; ++row) {
            const std::size_t enter = moments_.until(spells_.enter[row]), leave = moments_.until(spells_.leave[row]);
            if (enter == leave) continue;
            const State from = spells_.from[row];
            const double weight = weight_of(spells_, row);
            if (enter == 0) {
                for (std::size_t state = 0; state < counted_.states; ++state) values[state] = -weight / all_ * counted_.start[state];
                values[from] += weight / all_;
                sums.started[from] += weight * weight;
            } else if (seen) {
                maps_.carry(values, at, enter, Maps<width>::nowhere, 0);
            }
            seen = true;
            const State place = maps_.index(from);
            if (place != Maps<width>::nowhere) add_to(sums.changes[enter * left + place], weight, values);
            const bool moved = moves(spells_, row);
            const std::size_t moment = leave - 1;
            maps_.carry(values, enter, moved ? moment : leave, from, weight);
            at = leave;
            if (moved) {
                const double reach = weight * reach_[moment * counted_.states + from];
                add_to(sums.leaving[moment * left + place], weight, values);
                add_to(sums.arriving[moment * counted_.states + spells_.to[row]], reach, values);
                step(counted_, moment, values.data());
                stay(counted_, moment, from, weight, values.data());
                values[from] -= reach;
                values[spells_.to[row]] += reach;
            } else if (place != Maps<width>::nowhere) {
                add_to(sums.changes[leave * left + place], -weight, values);
            }
        }
    }

    const Spells& spells_;
    std::span<const std::uint32_t> cluster_;
    const Moments& moments_;
    const Counted& counted_;
    Maps<width> maps_;
    std::vector<double> reach_;
    double all_ = 0;
};

// Σ w² of those at risk and of those who move, without the clusters that are kept apart.
void leave_out(Counted& counted, const Ordered& ordered, const Moments& moments, const std::vector<Range>& clusters) {
    const Spells& spells = ordered.spells();
    for (const Range& cluster : clusters)
        for (std::size_t row = cluster.first; row < cluster.last; ++row) {
            const std::size_t enter = moments.until(spells.enter[row]), leave = moments.until(spells.leave[row]);
            const double square = weight_of(spells, row) * weight_of(spells, row);
            for (std::size_t moment = enter; moment < leave; ++moment) counted.squares[moment * counted.states + spells.from[row]] -= square;
            if (enter == leave || !moves(spells, row)) continue;
            for (const Left& left : counted.left_at(leave - 1))
                for (std::size_t move = left.first; move < left.last; ++move)
                    if (left.from == spells.from[row] && counted.moves[move].to == spells.to[row]) counted.moves[move].squares -= square;
        }
}

// V from moment to moment.
template <std::size_t width>
class Recursion {
public:
    Recursion(const Counted& counted, const Maps<width>& maps, const Sums<width>& sums) : counted_{counted}, maps_{maps}, sums_{sums}, in_(maps.left().size()) {
        for (Row<width>& row : in_) row.fill(0);
        for (Row<width>& row : variance_) row.fill(0);
        double all = 0;
        for (std::size_t state = 0; state < counted.states; ++state) all += counted.at_risk[state];
        for (std::size_t state = 0; state < counted.states; ++state) {
            Row<width> values{};
            for (std::size_t k = 0; k < counted.states; ++k) values[k] = ((k == state ? 1.0 : 0.0) - counted.start[k]) / all;
            for (std::size_t a = 0; a < counted.states; ++a) add_to(variance_[a], sums.started[state] * values[a], values);
        }
    }

    // The diagonal after this moment.
    const double* next(std::size_t moment) {
        const std::size_t states = counted_.states, left = in_.size();
        std::array<Row<width>, width> cross{}, added{};  // Cᵀ, D
        for (std::size_t state = 0; state < states; ++state) cross[state] = sums_.arriving[moment * states + state];
        for (std::size_t at = 0; at < left; ++at) {
            const State from = maps_.left()[at];
            add_to(in_[at], 1, sums_.changes[moment * left + at]);
            Row<width> staying = in_[at];
            add_to(staying, -1, sums_.leaving[moment * left + at]);

            const double reach = counted_.reach(moment, from);
            const double squares = counted_.squares[moment * states + from];
            Row<width> row{}, went{};  // H_j·, n_j
            row[from] = 1, went[from] = squares;
            for (const Left& gone : counted_.left_at(moment)) {
                if (gone.from != from) continue;
                row[from] = gone.stays;
                for (const Move& move : counted_.moves_of(gone)) row[move.to] = move.share, went[move.to] = move.squares, went[from] -= move.squares;
            }
            if (reach > 0 && row[from] != 1) {
                add_to(cross[from], reach, staying);
                for (std::size_t k = 0; k < states; ++k) add_to(cross[k], -reach * row[k], in_[at]);
                for (std::size_t a = 0; a < states; ++a) {
                    added[a][a] += reach * reach * went[a];
                    for (std::size_t b = 0; b < states; ++b) added[a][b] += reach * reach * (squares * row[a] * row[b] - went[a] * row[b] - row[a] * went[b]);
                }
            }
            step(counted_, moment, staying.data());
            stay(counted_, moment, from, went[from], staying.data());
            in_[at] = staying;
        }
        const auto turn = [&](std::array<Row<width>, width>& matrix) {
            for (std::size_t a = 0; a < states; ++a)
                for (std::size_t b = 0; b < a; ++b) std::swap(matrix[a][b], matrix[b][a]);
        };
        for (int twice = 0; twice < 2; ++twice) {
            for (std::size_t a = 0; a < states; ++a) step(counted_, moment, variance_[a].data());
            turn(variance_);
        }
        for (std::size_t a = 0; a < states; ++a) step(counted_, moment, cross[a].data());
        for (std::size_t a = 0; a < states; ++a)
            for (std::size_t b = 0; b < states; ++b) variance_[a][b] += cross[a][b] + cross[b][a] + added[a][b];
        for (std::size_t a = 0; a < states; ++a) diagonal_[a] = variance_[a][a];
        return diagonal_.data();
    }

private:
    const Counted& counted_;
    const Maps<width>& maps_;
    const Sums<width>& sums_;
    std::vector<Row<width>> in_;  // S_j of the states that are left
    std::array<Row<width>, width> variance_;
    Row<width> diagonal_{};
};

template <std::size_t width>
std::vector<double> in_one_pass(const Ordered& ordered, const Moments& moments, const Counted& counted, unsigned threads) {
    const Pass<width> pass{ordered, moments, counted};
    const auto bounds = ordered.bounds();
    std::vector<Sums<width>> parts(bounds.size() - 1, pass.no_sums());
    for_parts(parts.size(), threads, [&](std::size_t part) { pass.add(parts[part], bounds[part], bounds[part + 1]); });
    Sums<width>& sums = parts.front();
    for (std::size_t part = 1; part < parts.size(); ++part) sums.add(parts[part]);

    std::vector<double> variance(moments.size() * counted.states);
    Counted rest = counted;
    if (!sums.overlapping.empty()) {
        variance = exact_variances(ordered, moments, counted, sums.overlapping);
        leave_out(rest, ordered, moments, sums.overlapping);
    }
    Recursion<width> recursion{rest, pass.maps(), sums};
    for (std::size_t moment = 0; moment < moments.size(); ++moment) {
        const double* diagonal = recursion.next(moment);
        for (std::size_t state = 0; state < counted.states; ++state) variance[moment * counted.states + state] += std::max(0.0, diagonal[state]);
    }
    return variance;
}

}  // namespace

std::vector<double> variances(const Ordered& ordered, const Moments& moments, const Counted& counted, const CurveOptions& options) {
    if (options.method != Method::one_pass) {
        auto clusters = clusters_of(ordered, 0, ordered.spells().size());
        if (options.method == Method::exact || clusters.size() * moments.size() * counted.states <= few) return exact_variances(ordered, moments, counted, clusters);
    }
    const std::size_t states = counted.states;
    if (states <= 4) return in_one_pass<4>(ordered, moments, counted, options.threads);
    if (states <= 6) return in_one_pass<6>(ordered, moments, counted, options.threads);
    if (states <= 8) return in_one_pass<8>(ordered, moments, counted, options.threads);
    if (states <= 10) return in_one_pass<10>(ordered, moments, counted, options.threads);
    if (states <= 16) return in_one_pass<16>(ordered, moments, counted, options.threads);
    if (states <= 32) return in_one_pass<32>(ordered, moments, counted, options.threads);
    return in_one_pass<most_states>(ordered, moments, counted, options.threads);
}

}  // namespace loopbaankaart::flow
