#include <array>
#include <map>

#include "../draws/elementary.hpp"
#include "leaving_out.hpp"
#include "team.hpp"

namespace loopbaankaart::flow {

namespace {

using Three = std::array<double, 3>;

double log_odds(double share) { return exactly::log(share / (1 - share)); }

struct Case {
    Three at;  // 1, the logits of model and teacher
    double came_out;
};

constexpr Three model_alone{0, 1, 0};
constexpr double ridge = 1;

double odds_of(const Three& weights, const Three& at) { return weights[0] * at[0] + weights[1] * at[1] + weights[2] * at[2]; }

// What Newton makes least: the log scores and the ridge.
double penalised(const std::vector<Case>& cases, const Three& weights) {
    double sum = 0;
    for (const Case& one : cases) {
        const double odds = odds_of(weights, one.at);  // −o log P − (1−o) log(1−P) = log(1 + e^η) − oη
        sum += (odds > 0 ? odds : 0) + exactly::log(1 + exactly::exp(odds > 0 ? -odds : odds)) - one.came_out * odds;
    }
    for (std::size_t at = 0; at < 3; ++at) sum += ridge / 2 * (weights[at] - model_alone[at]) * (weights[at] - model_alone[at]);
    return sum;
}

// A·x = b for a symmetric A above 0.
Three solved(std::array<Three, 3> a, Three b) {
    for (std::size_t pivot = 0; pivot < 3; ++pivot)
        for (std::size_t row = pivot + 1; row < 3; ++row) {
            const double factor = a[row][pivot] / a[pivot][pivot];
            for (std::size_t column = pivot; column < 3; ++column) a[row][column] -= factor * a[pivot][column];
            b[row] -= factor * b[pivot];
        }
    Three x{};
    for (std::size_t row = 3; row-- > 0;) {
        x[row] = b[row];
        for (std::size_t column = row + 1; column < 3; ++column) x[row] -= a[row][column] * x[column];
        x[row] /= a[row][row];
    }
    return x;
}

Three fitted(const std::vector<Case>& cases) {
    Three weights = model_alone;
    constexpr int enough_steps = 100;
    constexpr double still = 1e-10;
    double now = penalised(cases, weights);
    for (int step = 0; step < enough_steps; ++step) {
        Three slope{};
        std::array<Three, 3> bend{};
        for (std::size_t at = 0; at < 3; ++at) slope[at] = ridge * (weights[at] - model_alone[at]), bend[at][at] = ridge;
        for (const Case& one : cases) {
            const double share = exactly::share(odds_of(weights, one.at)), apart = share * (1 - share);
            for (std::size_t a = 0; a < 3; ++a) {
                slope[a] += (share - one.came_out) * one.at[a];
                for (std::size_t b = 0; b < 3; ++b) bend[a][b] += apart * one.at[a] * one.at[b];
            }
        }
        const Three way = solved(bend, slope);
        double size = 1, next = 0;
        Three tried{};
        do {  // half as far as long as it is no better
            for (std::size_t at = 0; at < 3; ++at) tried[at] = weights[at] - size * way[at];
            next = penalised(cases, tried), size /= 2;
        } while (next > now && size > still);
        if (next > now) return weights;
        weights = tried;
        const double longest = std::max({std::abs(way[0]), std::abs(way[1]), std::abs(way[2])});
        if (longest < still) return weights;
        now = next;
    }
    return weights;
}

Case case_of(const Hunch& one) { return {{1, log_odds(share_modelled(*one.model)), log_odds(share_said(one.of_ten))}, one.came_out()}; }

struct PairedGain {
    std::uint32_t teacher, cohort;
    double gain;
};

}  // namespace

double Together::share(double model_said, double teacher_said) const { return exactly::share(intercept + model * log_odds(model_said) + teacher * log_odds(teacher_said)); }

Together together(std::span<const Hunch> hunches) {
    std::vector<Case> cases;
    for (const Hunch& one : hunches)
        if (one.model) cases.push_back(case_of(one));
    const Three weights = fitted(cases);
    return {weights[0], weights[1], weights[2]};
}

Stacked stacked(std::span<const Hunch> hunches) {
    std::vector<Hunch> modelled;
    std::copy_if(hunches.begin(), hunches.end(), std::back_inserter(modelled), [](const Hunch& one) { return one.model.has_value(); });
    Stacked result{.silence = team_silence(modelled)};
    std::map<std::uint32_t, Together> without;  // by cohort: what the others tell
    for (const Hunch& one : modelled) without.try_emplace(one.cohort);
    if (result.silence == TeamSilence::none && without.size() < least_judged_cohorts) result.silence = TeamSilence::few_cohorts;
    if (result.silence != TeamSilence::none) return result;
    for (auto& [cohort, weights] : without) {
        std::vector<Hunch> others;
        std::copy_if(modelled.begin(), modelled.end(), std::back_inserter(others), [&](const Hunch& one) { return one.cohort != cohort; });
        weights = together(others);
    }
    result.judgements = modelled.size(), result.cohorts = without.size(), result.weights = together(modelled);
    std::vector<PairedGain> gains;
    const auto number = static_cast<double>(modelled.size());
    for (const Hunch& one : modelled) {
        const double model = share_modelled(*one.model), teacher = share_said(one.of_ten), both = without[one.cohort].share(model, teacher), came_out = one.came_out();
        result.model_log_score += log_score(model, came_out) / number, result.teacher_log_score += log_score(teacher, came_out) / number;
        result.stacked_log_score += log_score(both, came_out) / number;
        result.model_brier += brier(model, came_out) / number, result.teacher_brier += brier(teacher, came_out) / number, result.stacked_brier += brier(both, came_out) / number;
        gains.push_back({one.teacher, one.cohort, log_score(model, came_out) - log_score(both, came_out)});
    }
    result.gain = leaving_out(std::span<const PairedGain>{gains}, [](std::span<const PairedGain> some) {
        double sum = 0;
        for (const PairedGain& one : some) sum += one.gain;
        return sum / static_cast<double>(some.size());
    });
    result.adds = result.gain.low > 0;
    return result;
}

}  // namespace loopbaankaart::flow
