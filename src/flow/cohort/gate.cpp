#include "gate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "../draws/stream.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr double believed = 0.05;

// What a cohort's forecasts add up to.
struct CohortSum {
    double forecasts = 0, crps = 0, own_crps = 0, middle80 = 0, middle95 = 0;

    void add(const CohortSum& other) {
        forecasts += other.forecasts, crps += other.crps, own_crps += other.own_crps, middle80 += other.middle80, middle95 += other.middle95;
    }
    double skill() const { return own_crps > 0 ? 1 - crps / own_crps : 0; }
};
bool inside(double pit, double share) { return pit >= (1 - share) / 2 && pit <= (1 + share) / 2; }

// Few cohorts drawn anew differ less than few cohorts do: as much more as Student's t of one fewer is wider than the normal (97.5%; its expansion by
// Cornish and Fisher), and √(C/(C−1)) for their own mean.
void widen(std::vector<double>& drawn, double value, std::size_t cohorts) {
    if (cohorts < 2) return;
    const auto free = static_cast<double>(cohorts - 1);
    const double wider = (1 + 1.2102 / free + 1.4403 / (free * free) + 1.3041 / (free * free * free)) * std::sqrt((free + 1) / free);
    for (double& one : drawn) one = value + wider * (one - value);
}

Estimate estimate(double value, std::vector<double>& drawn) {
    std::sort(drawn.begin(), drawn.end());
    const auto at = [&](double share) { return drawn[static_cast<std::size_t>(share * static_cast<double>(drawn.size() - 1) + 0.5)]; };
    return {value, at(0.025), at(0.975)};
}
// How rarely cohorts drawn anew lie at that side of a value: the p-value of lying at the other.
double rarity(const std::vector<double>& drawn, double value, bool above) {
    const auto beyond = std::count_if(drawn.begin(), drawn.end(), [&](double one) { return above ? one >= value : one <= value; });
    return (static_cast<double>(beyond) + 1) / (static_cast<double>(drawn.size()) + 1);
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

std::vector<Judgement> judge(const std::vector<std::vector<Tested>>& classes, std::uint64_t seed, std::uint32_t resamples) {
    std::vector<Judgement> all(classes.size());
    std::vector<double> no_gain, no_loss, off80, off95;  // p-values of the classes that can be judged
    std::vector<std::size_t> judged;
    for (std::size_t number = 0; number < classes.size(); ++number) {
        Judgement& here = all[number];
        std::map<std::uint32_t, CohortSum> by_cohort;
        for (const Tested& one : classes[number]) {
            by_cohort[one.cohort].add({1, one.model.crps, one.own_rate.crps, inside(one.model.pit, 0.8) ? 1.0 : 0.0, inside(one.model.pit, 0.95) ? 1.0 : 0.0});
            here.shown80 += one.model.within80 ? 1 : 0, here.shown95 += one.model.within95 ? 1 : 0;
            here.log_score += one.model.log_score, here.own_log_score += one.own_rate.log_score;
        }
        here.forecasts = classes[number].size(), here.cohorts = by_cohort.size();
        if (by_cohort.empty()) continue;
        std::vector<CohortSum> cohorts;
        CohortSum whole;
        for (const auto& [cohort, sum] : by_cohort) cohorts.push_back(sum), whole.add(sum);
        for (double* mean : {&here.shown80, &here.shown95, &here.log_score, &here.own_log_score}) *mean /= whole.forecasts;
        here.crps = whole.crps / whole.forecasts, here.own_crps = whole.own_crps / whole.forecasts;

        Stream stream{seed, number, 0};
        std::vector<double> skill, in80, in95;
        for (std::uint32_t at = 0; at < resamples; ++at) {
            CohortSum drawn;
            for (std::size_t times = 0; times < cohorts.size(); ++times) drawn.add(cohorts[static_cast<std::size_t>(stream.uniform() * static_cast<double>(cohorts.size()))]);
            skill.push_back(drawn.skill()), in80.push_back(drawn.middle80 / drawn.forecasts), in95.push_back(drawn.middle95 / drawn.forecasts);
        }
        widen(skill, whole.skill(), cohorts.size()), widen(in80, whole.middle80 / whole.forecasts, cohorts.size()), widen(in95, whole.middle95 / whole.forecasts, cohorts.size());
        here.skill = estimate(whole.skill(), skill);
        here.coverage80 = estimate(whole.middle80 / whole.forecasts, in80);
        here.coverage95 = estimate(whole.middle95 / whole.forecasts, in95);
        if (here.forecasts < least_forecasts || here.cohorts < least_test_cohorts) continue;
        judged.push_back(number);
        no_gain.push_back(2 * rarity(skill, 0, false)), no_loss.push_back(2 * rarity(skill, 0, true));
        off80.push_back(2 * std::min(rarity(in80, 0.8, true), rarity(in80, 0.8, false)));
        off95.push_back(2 * std::min(rarity(in95, 0.95, true), rarity(in95, 0.95, false)));
    }
    no_gain = holm(no_gain), no_loss = holm(no_loss), off80 = holm(off80), off95 = holm(off95);
    for (std::size_t at = 0; at < judged.size(); ++at) {
        const bool better = no_gain[at] <= believed, nominal = off80[at] > believed && off95[at] > believed;
        all[judged[at]].colour = no_loss[at] <= believed ? Colour::red : better && nominal ? Colour::green : Colour::amber;
    }
    return all;
}

}  // namespace loopbaankaart::flow
