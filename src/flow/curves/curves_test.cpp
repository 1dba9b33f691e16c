#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <sstream>

#include <flow/flow.hpp>
#include <flow/words.hpp>

#include "trial_definition.hpp"
#include "trial_spells.hpp"

namespace loopbaankaart::flow {
namespace {

constexpr double tight = 1e-12;
constexpr Method methods[] = {Method::exact, Method::one_pass};

Curves drawn(const Spells& spells, Method method, unsigned threads = 1) { return *curves(spells, {.threads = threads, .method = method}); }

double furthest(const std::vector<double>& a, const std::vector<double>& b) {
    double most = a.size() == b.size() ? 0 : 1;
    for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) most = std::max(most, std::abs(a[at] - b[at]));
    return most;
}
std::vector<double> squared(std::vector<double> values) {
    for (double& value : values) value *= value;
    return values;
}
std::vector<double> flat(const trial::Matrix& matrix) {
    std::vector<double> all;
    for (const auto& row : matrix) all.insert(all.end(), row.begin(), row.end());
    return all;
}

Spells arranged(const Spells& spells, const std::vector<std::size_t>& order) {
    Spells other;
    other.states = spells.states;
    for (std::size_t row : order) {
        other.person.push_back(spells.person[row]), other.enter.push_back(spells.enter[row]), other.leave.push_back(spells.leave[row]);
        other.from.push_back(spells.from[row]), other.to.push_back(spells.to[row]);
        if (!spells.weight.empty()) other.weight.push_back(spells.weight[row]);
        if (!spells.cluster.empty()) other.cluster.push_back(spells.cluster[row]);
    }
    return other;
}

trial::Shape any_shape() { return {.weights = *rc::gen::arbitrary<bool>(), .clusters = *rc::gen::arbitrary<bool>()}; }

RC_GTEST_PROP(Curves, AreWhatTheDefinitionSays, ()) {
    const Spells spells = trial::any_spells(any_shape());
    const auto right = trial::by_definition(spells);
    for (Method method : methods) {
        const Curves ours = drawn(spells, method);
        RC_ASSERT(ours.times == trial::times_of(spells));
        RC_ASSERT(furthest(ours.shares, flat(right.shares)) < tight);
        RC_ASSERT(furthest(squared(ours.errors), squared(flat(right.errors))) < tight);
    }
}

RC_GTEST_PROP(Curves, HaveErrorsThatAreDerivativesInTheWeights, ()) {
    Spells spells = trial::any_spells({.weights = true});
    const Curves ours = drawn(spells, Method::one_pass);
    std::vector<double> sum(ours.shares.size());
    constexpr double small = 1e-5;
    for (std::uint32_t person = 0; person <= spells.person.back(); ++person) {
        const auto with = [&](double by) {
            Spells other = spells;
            for (std::size_t row = 0; row < other.size(); ++row)
                if (other.person[row] == person) other.weight[row] *= 1 + by;
            return flat(trial::by_definition(other).shares);
        };
        const auto more = with(small), less = with(-small);
        for (std::size_t at = 0; at < sum.size(); ++at) {
            const double derivative = (more[at] - less[at]) / (2 * small);  // w ∂p/∂w
            sum[at] += derivative * derivative;
        }
    }
    RC_ASSERT(furthest(squared(ours.errors), sum) < 1e-7);
}

RC_GTEST_PROP(Curves, AddUpToOne, ()) {
    const Curves ours = drawn(trial::any_spells(any_shape()), Method::by_size);
    for (std::size_t time = 0; time < ours.times.size(); ++time) {
        double all = 0;
        for (State state = 0; state < ours.states; ++state) all += ours.share(time, state), RC_ASSERT(ours.share(time, state) >= 0);
        RC_ASSERT(std::abs(all - 1) < tight);
    }
}

RC_GTEST_PROP(Curves, DoNotDependOnTheOrderOfRows, ()) {
    const Spells spells = trial::any_spells(any_shape());
    std::vector<std::size_t> order(spells.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto turns = *rc::gen::container<std::vector<std::size_t>>(spells.size(), rc::gen::inRange<std::size_t>(0, spells.size()));
    for (std::size_t at = 0; at < order.size(); ++at) std::swap(order[at], order[turns[at]]);
    for (Method method : methods) {
        const Curves one = drawn(spells, method), other = drawn(arranged(spells, order), method);
        RC_ASSERT(furthest(one.shares, other.shares) < tight);
        RC_ASSERT(furthest(squared(one.errors), squared(other.errors)) < tight);
    }
}

// On a fine clock times lie too far apart for a table of them.
RC_GTEST_PROP(Curves, AreTheSameOnAClockAMillionTimesAsFine, ()) {
    const Spells spells = trial::any_spells(any_shape());
    Spells fine = spells;
    for (std::int32_t& time : fine.enter) time *= 1'000'000;
    for (std::int32_t& time : fine.leave) time *= 1'000'000;
    for (Method method : methods) {
        const Curves one = drawn(spells, method), other = drawn(fine, method);
        RC_ASSERT(one.shares == other.shares);
        RC_ASSERT(one.errors == other.errors);
    }
}

RC_GTEST_PROP(Curves, StayAsTheyAreWhenAllWeighTwice, ()) {
    const Spells spells = trial::any_spells({.weights = true, .clusters = *rc::gen::arbitrary<bool>()});
    Spells twice = spells;
    for (double& weight : twice.weight) weight *= 2;
    for (Method method : methods) {
        const Curves one = drawn(spells, method), other = drawn(twice, method);
        RC_ASSERT(furthest(one.shares, other.shares) < tight);
        RC_ASSERT(furthest(squared(one.errors), squared(other.errors)) < tight);
    }
}

RC_GTEST_PROP(Curves, AreSurerByTheRootOfTheNumberOfCopies, ()) {
    const Spells spells = trial::any_spells(any_shape());
    const auto copies = *rc::gen::inRange<std::uint32_t>(2, 5);
    Spells more;
    more.states = spells.states;
    for (std::uint32_t copy = 0; copy < copies; ++copy)
        for (std::size_t row = 0; row < spells.size(); ++row) {
            more.person.push_back(copy * 1000 + spells.person[row]), more.enter.push_back(spells.enter[row]), more.leave.push_back(spells.leave[row]);
            more.from.push_back(spells.from[row]), more.to.push_back(spells.to[row]);
            if (!spells.weight.empty()) more.weight.push_back(spells.weight[row]);
            if (!spells.cluster.empty()) more.cluster.push_back(copy * 1000 + spells.cluster[row]);
        }
    for (Method method : methods) {
        const Curves one = drawn(spells, method), other = drawn(more, method);
        auto expected = squared(one.errors);
        for (double& square : expected) square /= copies;
        RC_ASSERT(furthest(one.shares, other.shares) < tight);
        RC_ASSERT(furthest(squared(other.errors), expected) < tight);
    }
}

RC_GTEST_PROP(Curves, AddWhenStatesThatNobodyLeavesAreMerged, ()) {
    Spells spells = trial::any_spells(any_shape());
    // Two more states, which nobody leaves.
    const auto first = static_cast<State>(spells.states.size()), second = static_cast<State>(first + 1);
    spells.states.insert(spells.states.end(), {"gone", "done"});
    for (std::size_t row = 0; row < spells.size(); ++row)
        if (row + 1 == spells.size() || spells.person[row + 1] != spells.person[row]) spells.to[row] = *rc::gen::arbitrary<bool>() ? first : second;
    Spells merged = spells;
    merged.states.pop_back();
    for (State& to : merged.to)
        if (to == second) to = first;
    const Curves apart = drawn(spells, Method::one_pass), together = drawn(merged, Method::one_pass);
    for (std::size_t time = 0; time < apart.times.size(); ++time) RC_ASSERT(std::abs(apart.share(time, first) + apart.share(time, second) - together.share(time, first)) < tight);
}

RC_GTEST_PROP(Curves, OfTheFirstArrivalNeverGoDown, ()) {
    const Spells spells = trial::any_spells({});
    const auto ours = curves(until_first(spells, 1));
    RC_PRE(static_cast<bool>(ours));
    for (std::size_t time = 1; time < ours->times.size(); ++time) RC_ASSERT(ours->share(time, 1) >= ours->share(time - 1, 1) - tight);
}

// Many, so that they are counted in parts.
Spells crowd(bool weighted) {
    Spells spells;
    spells.states = {"year1", "year2", "left", "done"};
    std::uint32_t chance = 7;
    const auto next = [&](std::uint32_t below) { return (chance = chance * 1'664'525 + 1'013'904'223) / 65'536 % below; };
    const auto add = [&](std::uint32_t person, std::int32_t enter, std::int32_t leave, State from, State to, double weight) {
        spells.person.push_back(person), spells.enter.push_back(enter), spells.leave.push_back(leave), spells.from.push_back(from), spells.to.push_back(to);
        if (weighted) spells.weight.push_back(weight);
    };
    for (std::uint32_t person = 0; person < 9000; ++person) {
        const double weight = 0.5 + next(100) / 90.0;
        const auto enter = static_cast<std::int32_t>(next(4) == 0 ? next(50) : 0), leave = enter + 1 + static_cast<std::int32_t>(next(160));
        const bool on = next(3) > 0;
        add(person, enter, leave, 0, on ? State{1} : next(5) == 0 ? still_there : State{2}, weight);
        if (on) add(person, leave + static_cast<std::int32_t>(next(6) == 0 ? next(20) : 0), leave + 21 + static_cast<std::int32_t>(next(150)), 1, next(4) == 0 ? State{0} : State{3}, weight);
    }
    return spells;
}

TEST(Curves, AreTheSameBytesForAnyNumberOfThreads) {
    for (bool weighted : {false, true}) {
        const Spells spells = crowd(weighted);
        const Curves one = drawn(spells, Method::one_pass, 1);
        for (unsigned threads : {2U, 3U, 8U}) {
            const Curves other = drawn(spells, Method::one_pass, threads);
            EXPECT_EQ(one.shares, other.shares);
            EXPECT_EQ(one.errors, other.errors);
        }
    }
}

TEST(Curves, OfManyAreTheSameInOnePassAsExactly) {
    for (bool weighted : {false, true}) {
        const Spells spells = crowd(weighted);
        const Curves exact = drawn(spells, Method::exact), once = drawn(spells, Method::one_pass);
        EXPECT_GT(exact.times.size(), 200U);
        EXPECT_LT(furthest(squared(exact.errors), squared(once.errors)), 1e-15);
    }
}

TEST(Curves, OfTwoStatesAreTheShareThatLeft) {
    // Given ten students of whom three left after one year, then the share and its error are those of a proportion.
    Spells spells;
    spells.states = {"there", "left"};
    for (std::uint32_t person = 0; person < 10; ++person) {
        spells.person.push_back(person), spells.enter.push_back(0), spells.leave.push_back(1), spells.from.push_back(0);
        spells.to.push_back(person < 3 ? State{1} : still_there);
    }
    for (Method method : methods) {
        const Curves ours = drawn(spells, method);
        EXPECT_DOUBLE_EQ(ours.share(0, 1), 0.3);
        EXPECT_NEAR(ours.error(0, 1), std::sqrt(0.3 * 0.7 / 10), tight);
    }
}

TEST(Curves, FarApartInTimeAreFoundAsWell) {
    Spells spells = crowd(false);
    const Curves near = drawn(spells, Method::one_pass);
    for (auto* times : {&spells.enter, &spells.leave})
        for (std::int32_t& time : *times) time = time * 1'000'000 - 150'000'000;
    const Curves far = drawn(spells, Method::one_pass);
    EXPECT_EQ(near.shares, far.shares);
    EXPECT_EQ(near.errors, far.errors);
}

TEST(Curves, AreRefusedWithTheRow) {
    Spells spells = crowd(true);
    EXPECT_EQ(curves({}).error().code(), "flow.no_stays");
    spells.weight[41] = std::nan("");
    EXPECT_EQ(curves(spells).error().code(), "flow.bad_weight");
    EXPECT_EQ(curves(spells).error().about, "42");
    spells.leave[6] = spells.enter[6];
    EXPECT_EQ(curves(spells).error().code(), "flow.negative_stay");
    EXPECT_EQ(curves(spells).error().about, "7");
    for (State& to : spells.to) to = still_there;
    spells.leave[6] = spells.enter[6] + 1, spells.weight[41] = 1;
    EXPECT_EQ(curves(spells).error().code(), "flow.no_moves");
}

TEST(Curves, OfOneStudentAreCertain) {
    Spells spells;
    spells.states = {"there", "left"};
    spells.person = {0}, spells.enter = {0}, spells.leave = {3}, spells.from = {0}, spells.to = {1};
    const Curves ours = drawn(spells, Method::by_size);
    EXPECT_EQ(ours.share(0, 1), 1);
    EXPECT_EQ(ours.error(0, 1), 0);
}

std::vector<std::vector<std::string>> rows_of(const std::string& file) {
    std::ifstream stream{"src/flow/curves/reference/" + file};
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(stream, line);) {
        std::erase(line, '"');
        std::istringstream cells{line};
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
    }
    return rows;
}

TEST(Curves, AreThoseOfR) {
    const auto rows = rows_of("mixed_start_late_entry.csv");
    ASSERT_EQ(rows.size(), 101U);
    for (bool weighted : {false, true}) {
        Spells spells;
        spells.states = {"A", "B", "C"};
        const auto state = [](const std::string& name) { return name == "censor" ? still_there : static_cast<State>(name[0] - 'A'); };
        for (std::size_t at = 1; at < rows.size(); ++at) {
            const auto& row = rows[at];
            spells.person.push_back(static_cast<std::uint32_t>(std::stoul(row[0]))), spells.enter.push_back(std::stoi(row[1])), spells.leave.push_back(std::stoi(row[2]));
            spells.from.push_back(state(row[3])), spells.to.push_back(state(row[4]));
            if (weighted) spells.weight.push_back(std::stod(row[5]));
        }
        const auto right = rows_of(weighted ? "r_mixed_weights_influence_TRUE.csv" : "r_mixed_influence_TRUE.csv");
        for (Method method : methods) {
            const Curves ours = drawn(spells, method);
            ASSERT_EQ(ours.times.size() + 1, right.size());
            for (std::size_t time = 0; time < ours.times.size(); ++time)
                for (State k = 0; k < 3; ++k) {
                    const double share = std::stod(right[time + 1][1U + k]), variance = std::pow(std::stod(right[time + 1][4U + k]), 2);
                    EXPECT_NEAR(ours.share(time, k), share, 1e-12);
                    EXPECT_NEAR(std::pow(ours.error(time, k), 2), variance, 1e-14 + 1e-9 * variance);
                }
        }
    }
}

TEST(Waiting, HasTheQuantilesOfR) {
    const auto rows = rows_of("km_quantiles_small.csv"), right = rows_of("r_km_quantiles_small.csv");
    ASSERT_EQ(right.size(), 46U);
    for (std::size_t at = 1; at < right.size(); ++at) {
        const auto& row = right[at];
        std::vector<Waited> waits;
        for (const auto& one : rows)
            if (one[3] == row[1]) waits.push_back({std::stoi(one[1]), one[2] == "1"});
        const Limits limits = row[0] == "log" ? Limits::logarithm : row[0] == "plain" ? Limits::plain : Limits::log_log;
        const Quantile ours = quantile(kaplan_meier(waits), std::stod(row[2]), limits);
        const auto number = [](const std::string& cell) { return cell == "NA" ? std::nullopt : std::optional{std::stod(cell)}; };
        EXPECT_EQ(ours.at, number(row[3])) << at;
        EXPECT_EQ(ours.low, number(row[4])) << at;
        EXPECT_EQ(ours.high, number(row[5])) << at;
    }
}

TEST(Waiting, IsUntilTheFirstTimeThatAShareIsReached) {
    Spells spells;
    spells.states = {"there", "done"};
    for (std::uint32_t person = 0; person < 4; ++person) spells.person.push_back(person), spells.enter.push_back(0), spells.leave.push_back(static_cast<std::int32_t>(person) + 1), spells.from.push_back(0), spells.to.push_back(person < 3 ? State{1} : still_there);
    const Curves ours = drawn(spells, Method::by_size);
    EXPECT_EQ(reached(ours, 1, 0.5), 2);
    EXPECT_EQ(reached(ours, 1, 0.75), 3);
    EXPECT_EQ(reached(ours, 1, 0.76), std::nullopt);
}

}  // namespace
}  // namespace loopbaankaart::flow
