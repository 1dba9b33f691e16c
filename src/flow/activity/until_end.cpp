#include "until_end.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "../certainty/student.hpp"

namespace loopbaankaart::flow {

namespace {

// The clock cut at every moment at which anything changes. Cell k is (moment k−1, moment k], its last moment included; cell 0 is the begin alone.
class CutClock {
public:
    CutClock(std::span<const Pursuit> pursuits, std::span<const double> weights) {
        moments_.push_back(0);
        for (const Pursuit& one : pursuits)
            for (const Stretch& stretch : one.stretches) moments_.push_back(stretch.until);
        std::sort(moments_.begin(), moments_.end());
        moments_.erase(std::unique(moments_.begin(), moments_.end()), moments_.end());
        here_.resize(size()), ended_.resize(size());
        for (std::size_t at = 0; at < pursuits.size(); ++at) {
            const double weight = weights.empty() ? 1 : weights[at];
            const std::size_t last = cell(pursuits[at].minutes());
            here_[last] += weight;
            if (pursuits[at].end != still_there) ended_[last] += weight, cells_ = std::max(cells_, last + 1);
        }
        for (std::size_t k = size(); k-- > 1;) here_[k - 1] += here_[k];
        going_on_.assign(size() + 1, 1), lost_.assign(size() + 1, 0);
        for (std::size_t k = 0; k < size(); ++k) {
            const double stays = here_[k] - ended_[k];
            going_on_[k + 1] = stays > 0 ? going_on_[k] * (stays / here_[k]) : 0;
            lost_[k + 1] = lost_[k] + (stays > 0 ? ended_[k] / here_[k] / stays : 0);
        }
    }

    std::size_t size() const { return moments_.size(); }
    std::size_t cells() const { return cells_; }  // up to the last end
    std::int32_t moment(std::size_t k) const { return moments_[k]; }
    std::size_t cell(std::int32_t moment) const { return static_cast<std::size_t>(std::lower_bound(moments_.begin(), moments_.end(), moment) - moments_.begin()); }
    double hours(std::size_t k) const { return k == 0 ? 0 : (moments_[k] - moments_[k - 1]) / 60.0; }
    double here(std::size_t k) const { return here_[k]; }
    double ended(std::size_t k) const { return ended_[k]; }
    double going_on(std::size_t k) const { return going_on_[k]; }  // S just before the ends of cell k
    double lost(std::size_t k) const { return lost_[k]; }          // Σ over cells before k of h / (Y − dN)

private:
    std::vector<std::int32_t> moments_;
    std::size_t cells_ = 0;
    std::vector<double> here_, ended_, going_on_, lost_;
};

// What accrues to each in each cell: at a rate an hour over a stretch, or at the end of a cell. In sums over all, and a pursuit's own.
class Accrual {
public:
    explicit Accrual(const CutClock& clock) : clock_{clock}, rates_(clock.size() + 1), lumps_(clock.size()), each_hour_(clock.size() + 1) {
        for (std::size_t k = 0; k < clock.size(); ++k) each_hour_[k + 1] = each_hour_[k] + share(k) * clock.hours(k);
    }
    void rate(std::size_t after, std::size_t last, double weight, double an_hour) { rates_[after + 1] += weight * an_hour, rates_[last + 1] -= weight * an_hour; }
    void lump(std::size_t k, double weight, double amount) { lumps_[k] += weight * amount; }
    // Σ S c / Y over the cells of a stretch up to the horizon, of something at a rate an hour, or once.
    double own_rate(std::size_t after, std::size_t last, double an_hour) const {
        const auto within = [&](std::size_t k) { return each_hour_[std::min(k + 1, clock_.cells())]; };
        return an_hour * (within(last) - within(after));
    }
    double own_lump(std::size_t k, double amount) const { return k < clock_.cells() ? share(k) * amount : 0; }

    // S R / Y of each cell up to the horizon.
    std::vector<double> all() const {
        std::vector<double> sums(clock_.cells());
        double rate = 0;
        for (std::size_t k = 0; k < sums.size(); ++k) {
            rate += rates_[k];
            sums[k] = share(k) * (rate * clock_.hours(k) + lumps_[k]);
        }
        return sums;
    }

private:
    double share(std::size_t k) const { return clock_.going_on(k) / clock_.here(k); }

    const CutClock& clock_;
    std::vector<double> rates_, lumps_;
    std::vector<double> each_hour_;  // Σ over cells before k of S × hours / Y
};

// own: Σ S c_i / Y of each pursuit.
Accrued accrued(const CutClock& clock, std::span<const Pursuit> pursuits, std::span<const double> weights, const std::vector<double>& all, std::vector<double> own) {
    const std::size_t cells = all.size();
    std::vector<double> sum(cells + 1), times_lost(cells + 1), by_here(cells + 1);
    for (std::size_t k = 0; k < cells; ++k) {
        sum[k + 1] = sum[k] + all[k];
        times_lost[k + 1] = times_lost[k] + all[k] * clock.lost(k);
        by_here[k + 1] = by_here[k] + all[k] / clock.here(k);
    }
    Accrued result{sum[cells], std::move(own)};
    for (std::size_t at = 0; at < pursuits.size(); ++at) {
        const std::size_t last = clock.cell(pursuits[at].minutes()), until = std::min(last + 1, cells);
        const double rest = sum[cells] - sum[until], stays = clock.here(last) - clock.ended(last);
        double& influence = result.influence[at];
        influence += times_lost[until] - by_here[until];
        if (rest != 0 && stays > 0) influence += rest * (clock.lost(last + 1) - (pursuits[at].end != still_there ? 1 / stays : 0));
        if (!weights.empty()) influence *= weights[at];
    }
    return result;
}

}  // namespace

UntilEnd until_end(std::span<const Pursuit> pursuits, std::span<const double> weights) {
    const CutClock clock{pursuits, weights};
    Accrual hours{clock}, cost{clock}, completed{clock};
    std::vector<double> own_hours(pursuits.size()), own_cost(pursuits.size()), own_completed(pursuits.size());
    for (std::size_t at = 0; at < pursuits.size(); ++at) {
        const double weight = weights.empty() ? 1 : weights[at];
        std::size_t after = 0;
        for (const Stretch& stretch : pursuits[at].stretches) {
            const std::size_t last = clock.cell(stretch.until);
            hours.rate(after, last, weight, 1), cost.rate(after, last, weight, stretch.hour_price), cost.lump(after, weight, stretch.price);
            own_hours[at] += hours.own_rate(after, last, 1);
            own_cost[at] += cost.own_rate(after, last, stretch.hour_price) + cost.own_lump(after, stretch.price);
            after = last;
        }
        if (pursuits[at].end != Attempts::completed) continue;
        completed.lump(after, weight, 1);
        own_completed[at] = completed.own_lump(after, 1);
    }
    return {
        .hours = accrued(clock, pursuits, weights, hours.all(), std::move(own_hours)),
        .cost = accrued(clock, pursuits, weights, cost.all(), std::move(own_cost)),
        .completed = accrued(clock, pursuits, weights, completed.all(), std::move(own_completed)),
        .going_on = clock.going_on(clock.cells()),
        .horizon = clock.cells() == 0 ? 0 : clock.moment(clock.cells() - 1),
    };
}

Ratio ratio(const Accrued& above, const Accrued& under, std::span<const Pursuit> pursuits) {
    Ratio result{.value = above.mean / under.mean};
    std::map<std::uint32_t, double> by_person;
    for (std::size_t at = 0; at < pursuits.size(); ++at) {
        double& sum = by_person[pursuits[at].person];
        if (above.mean > 0) sum += above.influence[at] / above.mean - under.influence[at] / under.mean;
    }
    double squares = 0;
    for (const auto& [person, sum] : by_person) squares += sum * sum;
    result.error = std::sqrt(squares);
    const auto persons = static_cast<double>(by_person.size());
    const double apart = persons < 2 ? 0 : student_quantile(0.975, static_cast<std::size_t>(persons) - 1) * std::sqrt(persons / (persons - 1)) * result.error;
    result.low = result.value * std::exp(-apart), result.high = result.value * std::exp(apart);
    return result;
}

}  // namespace loopbaankaart::flow
