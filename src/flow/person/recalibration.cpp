#include "recalibration.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "../draws/elementary.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr double least_chance = 1e-9;
double logit_of(double chance) {
    const double kept = std::clamp(chance, least_chance, 1 - least_chance);
    return exactly::log(kept / (1 - kept));
}

}  // namespace

std::vector<double> isotonic(std::span<const double> y, std::span<const double> weight) {
    struct Block {
        double value, weight;
        std::size_t size;
    };
    std::vector<Block> blocks;
    for (std::size_t at = 0; at < y.size(); ++at) {
        blocks.push_back({y[at], weight[at], 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].value >= blocks.back().value) {
            const Block last = blocks.back();
            blocks.pop_back();
            Block& to = blocks.back();
            to.value = (to.value * to.weight + last.value * last.weight) / (to.weight + last.weight);
            to.weight += last.weight, to.size += last.size;
        }
    }
    std::vector<double> values;
    for (const Block& block : blocks) values.insert(values.end(), block.size, block.value);
    return values;
}

LogitLine logit_line(std::span<const double> chances, std::span<const std::uint8_t> happened, Prior prior) {
    const auto happening = static_cast<std::size_t>(std::count_if(happened.begin(), happened.end(), [](std::uint8_t one) { return one != 0; }));
    if (prior == Prior::none && (happening == 0 || happening == happened.size())) return {0, 1, HUGE_VAL, HUGE_VAL};
    const double of_level = prior == Prior::none ? 0 : 1, of_slope = prior == Prior::none ? 0 : 4;
    std::vector<double> x;
    for (double chance : chances) x.push_back(logit_of(chance));
    const auto height = [&](const LogitLine& line) {
        double sum = -of_level * line.level * line.level / 2 - of_slope * (line.slope - 1) * (line.slope - 1) / 2;
        for (std::size_t at = 0; at < x.size(); ++at) {
            const double odds = line.level + line.slope * x[at], signed_odds = happened[at] != 0 ? odds : -odds;
            sum -= signed_odds > 0 ? exactly::log(1 + exactly::exp(-signed_odds)) : exactly::log(1 + exactly::exp(signed_odds)) - signed_odds;
        }
        return sum;
    };
    LogitLine line;
    double reached = height(line);
    for (int step = 0; step < 100; ++step) {
        double by_level = -of_level * line.level, by_slope = -of_slope * (line.slope - 1), a = of_level, b = 0, c = of_slope;
        for (std::size_t at = 0; at < x.size(); ++at) {
            const double share = exactly::share(line.level + line.slope * x[at]), rest = (happened[at] != 0 ? 1 : 0) - share, bend = share * (1 - share);
            by_level += rest, by_slope += rest * x[at], a += bend, b += bend * x[at], c += bend * x[at] * x[at];
        }
        const double determinant = a * c - b * b;
        if (!(determinant > 1e-9 * a * c) || std::abs(line.slope) > 50 || std::abs(line.level) > 50) return {0, 1, HUGE_VAL, HUGE_VAL};
        line.level_error = std::sqrt(c / determinant), line.slope_error = std::sqrt(a / determinant);
        const double level = (c * by_level - b * by_slope) / determinant, slope = (a * by_slope - b * by_level) / determinant;
        if (level * by_level + slope * by_slope < 1e-12) break;
        for (double length = 1; length > 1e-9; length /= 2) {
            const LogitLine next{line.level + length * level, line.slope + length * slope, line.level_error, line.slope_error};
            const double tried = height(next);
            if (tried < reached) continue;
            line = next, reached = tried;
            break;
        }
    }
    return line;
}

Recalibration Recalibration::of(std::span<const double> chances, std::span<const std::uint8_t> happened, std::size_t outcomes) {
    Recalibration made;
    made.people_ = happened.size();
    if (happened.empty()) return made;
    made.by_ = happened.size() >= least_isotonic ? By::isotonic : By::logit;
    std::vector<double> own(happened.size());
    std::vector<std::uint8_t> has(happened.size());
    for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
        for (std::size_t person = 0; person < own.size(); ++person) own[person] = chances[person * outcomes + outcome], has[person] = happened[person] == outcome ? 1 : 0;
        if (made.by_ == By::logit) {
            made.lines_.push_back(logit_line(own, has, Prior::near_identity));
            continue;
        }
        std::vector<std::size_t> order(own.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return own[a] < own[b]; });
        std::vector<double> at, y, weight;  // people with the same chance are one
        for (std::size_t person : order) {
            if (at.empty() || own[person] > at.back()) at.push_back(own[person]), y.push_back(0), weight.push_back(0);
            y.back() += has[person], ++weight.back();
        }
        for (std::size_t one = 0; one < y.size(); ++one) y[one] /= weight[one];
        const std::vector<double> values = isotonic(y, weight);
        const double margin = 1 / (static_cast<double>(own.size()) + 2);
        Steps steps;
        for (std::size_t one = 0; one < values.size(); ++one)
            if (one == 0 || values[one] > values[one - 1]) steps.from.push_back(at[one]), steps.value.push_back(std::clamp(values[one], margin, 1 - margin));
        made.steps_.push_back(std::move(steps));
    }
    return made;
}

double Recalibration::one(std::size_t outcome, double chance) const {
    if (by_ == By::logit) return exactly::share(lines_[outcome].level + lines_[outcome].slope * logit_of(chance));
    const Steps& steps = steps_[outcome];
    const auto above = std::upper_bound(steps.from.begin(), steps.from.end(), chance);
    return steps.value[above == steps.from.begin() ? 0 : static_cast<std::size_t>(above - steps.from.begin()) - 1];
}

void Recalibration::apply(std::span<double> chances) const {
    if (by_ == By::nothing) return;
    double sum = 0;
    for (std::size_t outcome = 0; outcome < chances.size(); ++outcome) sum += chances[outcome] = one(outcome, chances[outcome]);
    for (double& chance : chances) chance /= sum;
}

}  // namespace loopbaankaart::flow
