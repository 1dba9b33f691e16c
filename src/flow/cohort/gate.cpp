#include "gate.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

#include "../certainty/student.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr double believed = 0.05;

// What forecasts add up to.
struct ScoreSum {
    double forecasts = 0, crps = 0, own_crps = 0, middle80 = 0, middle95 = 0;

    void add(const ScoreSum& other, double sign = 1) {
        forecasts += sign * other.forecasts, crps += sign * other.crps, own_crps += sign * other.own_crps;
        middle80 += sign * other.middle80, middle95 += sign * other.middle95;
    }
};
using Measure = std::function<double(const ScoreSum&)>;

bool inside(double pit, double share) { return pit >= (1 - share) / 2 && pit <= (1 + share) / 2; }
double skill(const ScoreSum& sum) { return sum.own_crps > 0 ? 1 - sum.crps / sum.own_crps : 0; }
double odds(double share) { return std::log(share / (1 - share)); }
double odds80(const ScoreSum& sum) { return std::log((sum.middle80 + 0.5) / (sum.forecasts - sum.middle80 + 0.5)); }  // of none or all, too
double odds95(const ScoreSum& sum) { return std::log((sum.middle95 + 0.5) / (sum.forecasts - sum.middle95 + 0.5)); }
double share_of(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

// Sums in all, by cohort and by programme.
struct Sums {
    ScoreSum all;
    std::map<std::uint32_t, ScoreSum> by_cohort, by_programme;

    void add(const std::vector<Tested>& forecasts) {
        for (const Tested& one : forecasts) {
            const ScoreSum here{1, one.model.crps, one.own_rate.crps, inside(one.model.pit, 0.8) ? 1.0 : 0.0, inside(one.model.pit, 0.95) ? 1.0 : 0.0};
            all.add(here), by_cohort[one.cohort].add(here), by_programme[one.programme].add(here);
        }
    }
    std::size_t degrees() const { return std::max<std::size_t>(by_cohort.size(), 2) - 1; }
};

double spread_without(const ScoreSum& all, const std::map<std::uint32_t, ScoreSum>& parts, const Measure& measure) {
    if (parts.size() < 2) return 0;
    std::vector<double> without;
    for (const auto& [part, sum] : parts) {
        ScoreSum rest = all;
        rest.add(sum, -1);
        without.push_back(measure(rest));
    }
    const auto count = static_cast<double>(without.size());
    const double mean = std::accumulate(without.begin(), without.end(), 0.0) / count;
    double squares = 0;
    for (double one : without) squares += (one - mean) * (one - mean);
    return std::sqrt((count - 1) / count * squares);
}

// A measure with how far it may be off.
struct Found {
    double value, spread;
    std::size_t degrees;

    // How rarely it would come out so high if it were this value.
    double rarity_above(double other) const { return 1 - student_below((value - other) / std::max(spread, 1e-12), degrees); }
    double rarity_apart(double other) const { return 2 * std::min(rarity_above(other), 1 - rarity_above(other)); }
    Estimate estimate() const {
        const double t = student_quantile(0.975, degrees);
        return {value, value - t * spread, value + t * spread};
    }
};
Found find(const Sums& sums, const Measure& measure, double least_spread = 0) {
    return {measure(sums.all), std::max({spread_without(sums.all, sums.by_cohort, measure), spread_without(sums.all, sums.by_programme, measure), least_spread}), sums.degrees()};
}
// Of a coverage, on its log-odds.
Found find_coverage(const Sums& sums, const Measure& measure) {
    const double share = share_of(measure(sums.all));
    return find(sums, measure, 1 / std::sqrt(sums.all.forecasts * share * (1 - share)));
}
Estimate coverage(const Found& found, double seen) {
    const Estimate on_odds = found.estimate();
    return {seen, std::min(seen, share_of(on_odds.low)), std::max(seen, share_of(on_odds.high))};
}

// The p-value of no drift.
double drift_of(const TestedClass& tested) {
    constexpr double least = 1e-4;  // a PIT of 0 or 1 is as far out as draws can tell
    if (tested.totals.size() < 2) return 1;
    double sum = 0, last_two = 0;
    for (std::size_t at = 0; at < tested.totals.size(); ++at) {
        const double score = normal_quantile(std::clamp(tested.totals[at].model.pit, least, 1 - least));
        sum += score, last_two += at + 2 >= tested.totals.size() ? score : 0;
    }
    const auto overlapping = static_cast<double>(tested.ahead);
    const double of_all = sum / std::sqrt(static_cast<double>(tested.totals.size()) * overlapping), of_two = last_two / std::sqrt(2 * std::min(overlapping, 2.0));
    const auto rarity = [](double z) { return 2 * normal_below(-std::abs(z)); };
    return std::min(1.0, 2 * std::min(rarity(of_all), rarity(of_two)));
}

}  // namespace

std::vector<double> holm(const std::vector<double>& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size());
    double highest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        adjusted[order[rank]] = highest = std::max(highest, std::min(1.0, p[order[rank]] * static_cast<double>(p.size() - rank)));
    return adjusted;
}

Verdict judge(const std::vector<TestedClass>& classes) {
    Verdict verdict{.skill = {}, .judgements = std::vector<Judgement>(classes.size())};
    Sums school;
    for (const TestedClass& one : classes) school.add(one.programmes);
    if (school.by_cohort.size() < 2) return verdict;  // nothing to leave out
    const Found school_skill = find(school, skill);
    verdict.skill = school_skill.estimate();
    const bool school_better = school_skill.rarity_above(0) <= believed;

    std::vector<bool> drifts(classes.size());
    for (std::size_t number = 0; number < classes.size(); ++number) {
        const bool goes_on = number > 0 && classes[number].ahead == classes[number - 1].ahead + 1;  // of the same state: its first year is that of the class before
        drifts[number] = drift_of(classes[number]) <= believed || (goes_on && drifts[number - 1]);
    }
    std::vector<std::size_t> judged;
    std::vector<double> no_loss;  // p-values of the classes that can be judged
    for (std::size_t number = 0; number < classes.size(); ++number) {
        Judgement& here = verdict.judgements[number];
        Sums sums;
        sums.add(classes[number].programmes);
        here.forecasts = classes[number].programmes.size(), here.cohorts = sums.by_cohort.size();
        if (here.forecasts == 0) continue;
        for (const Tested& one : classes[number].programmes) {
            here.shown80 += one.model.within80 ? 1 : 0, here.shown95 += one.model.within95 ? 1 : 0;
            here.log_score += one.model.log_score, here.own_log_score += one.own_rate.log_score;
        }
        for (double* mean : {&here.shown80, &here.shown95, &here.log_score, &here.own_log_score}) *mean /= sums.all.forecasts;
        here.crps = sums.all.crps / sums.all.forecasts, here.own_crps = sums.all.own_crps / sums.all.forecasts;
        here.skill.value = skill(sums.all);
        here.coverage80.value = sums.all.middle80 / sums.all.forecasts, here.coverage95.value = sums.all.middle95 / sums.all.forecasts;
        here.drift = drift_of(classes[number]);
        if (here.forecasts < least_forecasts || here.cohorts < least_test_cohorts) continue;

        const Found own_skill = find(sums, skill), in80 = find_coverage(sums, odds80), in95 = find_coverage(sums, odds95);
        here.skill = own_skill.estimate();
        here.coverage80 = coverage(in80, here.coverage80.value), here.coverage95 = coverage(in95, here.coverage95.value);
        here.doubts = {
            .school_skill = !school_better,
            .skill = own_skill.value <= 0,
            .coverage = 2 * std::min(in80.rarity_apart(odds(0.8)), in95.rarity_apart(odds(0.95))) <= believed,
            .drift = drifts[number],
        };
        judged.push_back(number), no_loss.push_back(2 * (1 - own_skill.rarity_above(0)));
    }
    no_loss = holm(no_loss);
    for (std::size_t at = 0; at < judged.size(); ++at) {
        Judgement& here = verdict.judgements[judged[at]];
        here.colour = no_loss[at] <= believed ? Colour::red : here.doubts == Doubts{} ? Colour::green : Colour::amber;
    }
    return verdict;
}

}  // namespace loopbaankaart::flow
