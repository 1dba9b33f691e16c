#include "moments.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t parts = 4;                          // enough for the cores of a small server; each has tables of its own
constexpr std::size_t smallest_part = 4096;               // rows
constexpr std::int64_t longest_table = std::int64_t{1} << 22;  // times from the first entry to the last leaving

bool in_order(const Spells& spells) {
    const auto& cluster = spells.independent();
    for (std::size_t row = 1; row < spells.size(); ++row)
        if (cluster[row] < cluster[row - 1] || (cluster[row] == cluster[row - 1] && spells.enter[row] < spells.enter[row - 1])) return false;
    return true;
}

template <typename Value>
void arrange(std::vector<Value>& values, const std::vector<std::uint32_t>& order) {
    if (values.empty()) return;
    std::vector<Value> arranged;
    arranged.reserve(order.size());
    for (std::uint32_t row : order) arranged.push_back(values[row]);
    values = std::move(arranged);
}

Spells sorted(const Spells& spells) {
    const auto& cluster = spells.independent();
    std::vector<std::uint32_t> order(spells.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple{cluster[a], spells.enter[a], a} < std::tuple{cluster[b], spells.enter[b], b};
    });
    Spells copy;
    copy.person = spells.person, copy.enter = spells.enter, copy.leave = spells.leave;
    copy.from = spells.from, copy.to = spells.to, copy.weight = spells.weight, copy.cluster = spells.cluster;
    copy.states = spells.states;
    arrange(copy.person, order), arrange(copy.enter, order), arrange(copy.leave, order);
    arrange(copy.from, order), arrange(copy.to, order), arrange(copy.weight, order), arrange(copy.cluster, order);
    return copy;
}

// What is counted lies by state and by way, then by moment: those who go the same way go at moments close together, and so do their counts.
// Sums that differ only in their order must not differ: one each are counted, weights are summed wider than they are.
template <typename Sum>
struct Tally {
    const WaysOut& ways;
    std::size_t states, row;   // cells a state or a way
    std::vector<Sum> entered;  // before a moment, into a state
    std::vector<Sum> left;     // after the moment before this one, by a way
    std::vector<Sum> entered_squares, left_squares;  // of weights

    Tally(const Moments& moments, std::size_t of_states, bool weighted)
        : ways{moments.ways()}, states{of_states}, row{moments.size() + 1}, entered(states * row), left(ways.size() * row), entered_squares(weighted ? entered.size() : 0), left_squares(weighted ? left.size() : 0) {}

    // The time of the counting pass goes here: what a stay needs stands in variables of its own, not behind vectors that a write might have moved.
    void add(const Spells& spells, const Moments& moments, std::size_t begin, std::size_t end) {
        const std::vector<std::size_t> way_cells = ways.times(row);
        moments.with_until([&](const auto until) {
            const auto *enter = spells.enter.data(), *leave = spells.leave.data();
            const auto *from = spells.from.data(), *to = spells.to.data();
            const auto* of_way = way_cells.data();
            const std::size_t length = row;
            Sum *in = entered.data(), *out = left.data();
            for (std::size_t stay = begin; stay < end; ++stay) {
                const std::size_t came = from[stay] * length + until(enter[stay]), went = of_way[WaysOut::place(from[stay], to[stay])] + until(leave[stay]);
                if constexpr (std::is_floating_point_v<Sum>) {
                    const auto weight = static_cast<Sum>(spells.weight[stay]);
                    in[came] += weight, out[went] += weight;
                    entered_squares[came] += weight * weight, left_squares[went] += weight * weight;
                } else {
                    ++in[came], ++out[went];
                }
            }
        });
    }

    void add(const Tally& other) {
        const auto sum = [](std::vector<Sum>& to, const std::vector<Sum>& more) {
            for (std::size_t at = 0; at < to.size(); ++at) to[at] += more[at];
        };
        sum(entered, other.entered), sum(left, other.left), sum(entered_squares, other.entered_squares), sum(left_squares, other.left_squares);
    }

    // At risk just before each moment: who entered until then and did not leave before. The first to leave are in cells of moment 1.
    std::vector<double> at_risk(std::size_t moments, const std::vector<Sum>& in, const std::vector<Sum>& out) const {
        std::vector<double> values(moments * states);
        for (std::size_t state = 0; state < states; ++state) {
            const auto [first, last] = ways.from(static_cast<State>(state));
            Sum now{};
            for (std::size_t moment = 0; moment < moments; ++moment) {
                now += in[state * row + moment];
                for (std::size_t way = first; way < last; ++way) now -= out[way * row + moment];
                values[moment * states + state] = static_cast<double>(now);
            }
        }
        return values;
    }
};

template <typename Sum>
void tally_up(Counted& counted, const Ordered& ordered, const Moments& moments, unsigned threads) {
    const Spells& spells = ordered.spells();
    const std::size_t states = spells.states.size();
    const auto bounds = ordered.bounds();
    const WaysOut& ways = moments.ways();
    std::vector<Tally<Sum>> tallies(bounds.size() - 1, Tally<Sum>{moments, states, !spells.weight.empty()});
    for_parts(tallies.size(), threads, [&](std::size_t part) { tallies[part].add(spells, moments, bounds[part], bounds[part + 1]); });
    Tally<Sum>& all = tallies.front();
    for (std::size_t part = 1; part < tallies.size(); ++part) all.add(tallies[part]);

    counted.at_risk = all.at_risk(moments.size(), all.entered, all.left);
    counted.squares = spells.weight.empty() ? counted.at_risk : all.at_risk(moments.size(), all.entered_squares, all.left_squares);
    for (std::size_t moment = 0; moment < moments.size(); ++moment) {
        counted.first_left.push_back(counted.left.size());
        for (std::size_t from = 0; from < states; ++from) {
            const double at_risk = counted.at_risk[moment * states + from];
            const std::size_t first = counted.moves.size();
            Sum gone{};
            const auto [way, last] = ways.from(static_cast<State>(from));
            for (std::size_t at = way; at < last; ++at) {
                const std::size_t cell = at * all.row + moment + 1;
                const State to = ways.to(at);
                if (to == from || to == still_there || all.left[cell] == 0) continue;
                gone += all.left[cell];
                counted.moves.push_back({static_cast<State>(from), to, static_cast<double>(all.left[cell]) / at_risk, static_cast<double>(all.left_squares.empty() ? all.left[cell] : all.left_squares[cell])});
            }
            if (counted.moves.size() == first) continue;
            counted.left.push_back({static_cast<State>(from), std::max(0.0, (at_risk - static_cast<double>(gone)) / at_risk), first, counted.moves.size()});
        }
    }
    counted.first_left.push_back(counted.left.size());
}

}  // namespace

Ordered::Ordered(const Spells& spells) : spells_{&spells} {
    if (!in_order(spells)) {
        sorted_ = sorted(spells);
        spells_ = &sorted_;
    }
    const auto cluster = clusters();
    const std::size_t wanted = std::clamp<std::size_t>(spells.size() / smallest_part, 1, parts);
    bounds_.push_back(0);
    for (std::size_t part = 1; part < wanted; ++part) {
        std::size_t row = std::max(bounds_.back(), spells.size() / wanted * part);
        while (row > 0 && row < spells.size() && cluster[row] == cluster[row - 1]) ++row;
        bounds_.push_back(row);
    }
    bounds_.push_back(spells.size());
}

WaysOut::WaysOut(const Spells& spells) : number_(spells.states.size() * targets) {
    for (std::size_t row = 0; row < spells.size(); ++row) number_[place(spells.from[row], spells.to[row])] = 1;
    for (std::size_t from = 0; from < spells.states.size(); ++from) {
        first_.push_back(to_.size());
        for (std::size_t to = 0; to < targets; ++to)
            if (std::uint32_t& number = number_[place(static_cast<State>(from), static_cast<State>(to))]; number != 0) number = static_cast<std::uint32_t>(to_.size()), to_.push_back(static_cast<State>(to));
    }
    first_.push_back(to_.size());
}

std::vector<std::size_t> WaysOut::times(std::size_t by) const {
    std::vector<std::size_t> products;
    products.reserve(number_.size());
    for (const std::uint32_t number : number_) products.push_back(number * by);
    return products;
}

Moments::Moments(const Spells& spells) : ways_{spells} {
    if (spells.size() == 0) return;
    first_ = *std::min_element(spells.enter.begin(), spells.enter.end());
    const std::int64_t length = std::int64_t{*std::max_element(spells.leave.begin(), spells.leave.end())} - first_ + 1;
    if (length > longest_table) {
        for (std::size_t row = 0; row < spells.size(); ++row)
            if (moves(spells, row)) times_.push_back(spells.leave[row]);
        std::sort(times_.begin(), times_.end());
        times_.erase(std::unique(times_.begin(), times_.end()), times_.end());
        return;
    }
    table_.resize(static_cast<std::size_t>(length));
    for (std::size_t row = 0; row < spells.size(); ++row)
        if (moves(spells, row)) table_[static_cast<std::size_t>(std::int64_t{spells.leave[row]} - first_)] = 1;
    for (std::size_t at = 0; at < table_.size(); ++at) {
        if (table_[at] != 0) times_.push_back(static_cast<std::int32_t>(first_ + static_cast<std::int64_t>(at)));
        table_[at] = static_cast<std::uint32_t>(times_.size());
    }
}

std::size_t Moments::searched(std::int32_t time) const {
    return static_cast<std::size_t>(std::upper_bound(times_.begin(), times_.end(), time) - times_.begin());
}

Counted count(const Ordered& ordered, const Moments& moments, unsigned threads) {
    Counted counted;
    const std::size_t states = counted.states = ordered.spells().states.size();
    if (ordered.spells().weight.empty())
        tally_up<std::uint32_t>(counted, ordered, moments, threads);
    else
        tally_up<long double>(counted, ordered, moments, threads);

    counted.start.assign(counted.at_risk.begin(), counted.at_risk.begin() + static_cast<std::ptrdiff_t>(states));
    const double all = std::accumulate(counted.start.begin(), counted.start.end(), 0.0);
    for (double& share : counted.start) share /= all;

    std::vector<double> now = counted.start;
    for (std::size_t moment = 0; moment < moments.size(); ++moment) {
        step(counted, moment, now.data());
        counted.shares.insert(counted.shares.end(), now.begin(), now.end());
    }
    return counted;
}

void for_parts(std::size_t count_of_parts, unsigned threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t part = next++; part < count_of_parts; part = next++) work(part);
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < std::min<std::size_t>(threads, count_of_parts); ++thread) others.emplace_back(run);
    run();
}

}  // namespace loopbaankaart::flow
