#include "what_if.hpp"

#include <algorithm>
#include <cmath>

namespace loopbaankaart::flow {

namespace {

using Shares = std::vector<double>;  // [from][to], or [state]

// One split of a programme: the share that takes it, and the variance of that share by what is not known of the programme, and by cohort.
struct Rate {
    double share = 0, of_programme = 0, of_cohort = 0;
};

struct Told {
    std::vector<Rate> rates;          // of each split
    Shares present;                   // of each state
    std::vector<double> intake, intake_variance;  // of each year
    double intake_of_mean = 0;        // variance of the mean that drawn years have in common
};

class Reckoning {
public:
    Reckoning(const Outlooks& outlooks, std::uint32_t subject, State state, const WhatIf& what_if)
        : outlooks_{outlooks}, subject_{subject}, state_{state}, what_if_{what_if}, states_{outlooks.states.size()} {}

    Expected expect() {
        std::vector<Told> parts;
        for (std::uint32_t at = 0; at < outlooks_.subjects.size(); ++at)
            if (belongs(at)) parts.push_back(part_of(at));
        choose_intake(parts);
        Expected all{std::vector<double>(outlook_ahead), std::vector<double>(outlook_ahead)};
        std::vector<double> shared(outlook_ahead * outlook_ahead * outlooks_.splits.size());  // [year looked at][year of effect][split]
        for (const Told& part : parts) add(part, all, shared);
        for (std::size_t ahead = 0; ahead < outlook_ahead; ++ahead) {
            for (std::size_t split = 0; split < outlooks_.splits.size(); ++split) {
                const double spread = outlooks_.splits[split].year_spread;
                double all_years = 0;
                for (std::size_t year = 0; year <= ahead; ++year) {
                    const double effect = shared[(ahead * outlook_ahead + year) * outlooks_.splits.size() + split];
                    all.sd[ahead] += effect * effect * spread * spread, all_years += effect;
                }
                all.sd[ahead] += all_years * all_years * spread * spread / static_cast<double>(std::max<std::size_t>(1, outlooks_.years));
            }
            all.sd[ahead] = std::sqrt(all.sd[ahead]);
        }
        return all;
    }

private:
    // Programmes of what is looked at, and the rests of its sectors.
    bool belongs(std::uint32_t number) const {
        const OutlookSubject& one = outlooks_.subjects[number];
        if (one.level != Level::programme || !outlooks_.count_of(number, CountOf::intake, 0)) return false;
        return number == subject_ || one.sector == subject_ || outlooks_.subjects[subject_].level == Level::school;
    }

    double ways(std::uint32_t number, State from, State to) const {
        return outlooks_.count_of(number, CountOf::ways, from, to).value_or(0);
    }

    Told part_of(std::uint32_t number) const {
        Told part;
        const auto& splits = outlooks_.splits;
        for (std::size_t at = 0; at < splits.size(); ++at) {
            const OutlookSplit& split = splits[at];
            double all = ways(number, split.from, split.to), last = ways(number, split.from, split.rest);
            for (std::size_t later = at + 1; later < splits.size() && splits[later].from == split.from; ++later) all += ways(number, split.from, splits[later].to);
            for (std::size_t later = at; later < splits.size() && splits[later].from == split.from; ++later) last = ways(number, split.from, splits[later].rest);
            all += last;
            const double took = ways(number, split.from, split.to);
            const double cohorts = static_cast<double>(std::max<std::size_t>(1, outlooks_.years)), each = all / cohorts;
            const double weight = all * (split.within + 1) / (split.within + std::max(1.0, each));  // a cohort's students do alike
            const double share = all > 0 ? (weight * took / all + split.among * split.mean) / (weight + split.among) : split.mean;
            part.rates.push_back({share, share * (1 - share) / (weight + split.among + 1), share * (1 - share) / (split.within + 1)});
        }
        part.present.resize(states_);
        for (State state = 0; state < states_; ++state) part.present[state] = outlooks_.count_of(number, CountOf::present, state).value_or(0);
        const double now = outlooks_.count_of(number, CountOf::intake, 1).value_or(0), usual = outlooks_.count_of(number, CountOf::intake, 0).value_or(0), variance = usual + outlooks_.intake_spread * usual * usual;
        for (std::size_t year = 0; year < outlook_ahead; ++year) {
            const bool known = year == 0 && outlooks_.begun, closed = !known && what_if_.closed == number;
            part.intake.push_back(closed ? 0 : known ? now : usual);
            part.intake_variance.push_back(closed || known ? 0 : variance);
        }
        part.intake_of_mean = what_if_.closed == number ? 0 : variance / 3;
        return part;
    }

    void choose_intake(std::vector<Told>& parts) const {
        if (!what_if_.intake) return;
        for (std::size_t year = outlooks_.begun ? 1 : 0; year < outlook_ahead; ++year) {
            double all = 0;
            for (const Told& part : parts) all += part.intake[year];
            for (Told& part : parts) part.intake[year] = all > 0 ? part.intake[year] / all * *what_if_.intake : 0, part.intake_variance[year] = 0;
        }
    }

    // How many of each state go where in a year, with what is asked; `split` bumped by `by`.
    Shares passing(const Told& part, std::size_t bumped, double by) const {
        Shares pass(states_ * states_);
        const auto& splits = outlooks_.splits;
        for (std::size_t at = 0; at < splits.size();) {
            const State from = splits[at].from;
            double left = 1;
            State rest = splits[at].rest;
            for (; at < splits.size() && splits[at].from == from; ++at) {
                const double share = std::clamp(part.rates[at].share + (at == bumped ? by : 0), 0.0, 1.0);
                pass[from * states_ + splits[at].to] += left * share, left *= 1 - share, rest = splits[at].rest;
            }
            pass[from * states_ + rest] += left;
            if (what_if_.way) change(pass, from);
        }
        return pass;
    }
    // So many fewer of a hundred; the others share them as they were.
    void change(Shares& pass, State from) const {
        double& took = pass[from * states_ + *what_if_.way];
        if (took <= 0 || took >= 1) return;
        const double now = std::clamp(took - what_if_.fewer / 100.0, 0.0, 1.0), others = (1 - now) / (1 - took);
        for (State to = 0; to < states_; ++to)
            if (to != *what_if_.way) pass[from * states_ + to] *= others;
        took = now;
    }

    // Who began as `there`, a year later; who arrived where nobody leaves counts in that year alone.
    Shares step(const Shares& there, const Shares& pass) const {
        Shares next(states_);
        for (State from = 0; from < states_; ++from)
            if (there[from] != 0)
                for (State to = 0; to < states_; ++to) next[to] += there[from] * pass[from * states_ + to];
        return next;
    }
    double wanted(const Shares& next) const {
        if (state_ != Places::state) return next[state_];
        double all = 0;
        for (const double one : next) all += one;
        return all;
    }

    // How many in each year ahead, with another passing in one year, or in all (outlook_ahead).
    std::vector<double> means(const Told& part, const Shares& usual, const Shares& other, std::size_t in) const {
        std::vector<double> of_years;
        Shares there = part.present;
        for (std::size_t year = 0; year < outlook_ahead; ++year) {
            there[outlooks_.entry] += part.intake[year];
            there = step(there, year == in || in == outlook_ahead ? other : usual);
            of_years.push_back(wanted(there));
        }
        return of_years;
    }

    void add(const Told& part, Expected& all, std::vector<double>& shared) const {
        const Shares usual = passing(part, outlooks_.splits.size(), 0);
        const std::vector<double> mean = means(part, usual, usual, outlook_ahead);
        for (std::size_t year = 0; year < outlook_ahead; ++year) all.mean[year] += mean[year];
        chance_of_students(part, usual, all);
        constexpr double bump = 1e-4;
        for (std::size_t split = 0; split < outlooks_.splits.size(); ++split) {
            const Rate& rate = part.rates[split];
            if (rate.share <= 0) continue;
            const Shares other = passing(part, split, bump);
            const std::vector<double> lasting = means(part, usual, other, outlook_ahead);
            for (std::size_t year = 0; year < outlook_ahead; ++year) {
                const double slope = (lasting[year] - mean[year]) / bump;
                all.sd[year] += slope * slope * rate.of_programme;
            }
            for (std::size_t in = 0; in < outlook_ahead; ++in) {
                const std::vector<double> once = means(part, usual, other, in);
                for (std::size_t year = in; year < outlook_ahead; ++year) {
                    const double slope = (once[year] - mean[year]) / bump;
                    all.sd[year] += slope * slope * rate.of_cohort;
                    shared[(year * outlook_ahead + in) * outlooks_.splits.size() + split] += slope * rate.share * (1 - rate.share);
                }
            }
        }
    }

    // Each student by himself, and how many they are.
    void chance_of_students(const Told& part, const Shares& usual, Expected& all) const {
        std::vector<double> of_mean(outlook_ahead);
        for (std::size_t start = 0; start < states_ + outlook_ahead; ++start) {
            const bool came = start >= states_;
            const std::size_t first = came ? start - states_ : 0;
            const double students = came ? part.intake[first] : part.present[start];
            if (students <= 0) continue;
            Shares there(states_);
            there[came ? outlooks_.entry : start] = 1;
            for (std::size_t year = first; year < outlook_ahead; ++year) {
                there = step(there, usual);
                const double share = wanted(there);
                all.sd[year] += students * share * (1 - share);
                if (!came || (first == 0 && outlooks_.begun)) all.sd[year] += Noise::variance * share * share;
                if (came) all.sd[year] += part.intake_variance[first] * share * share;
                if (came && part.intake_variance[first] > 0) of_mean[year] += share;
            }
        }
        for (std::size_t year = 0; year < outlook_ahead; ++year) all.sd[year] += of_mean[year] * of_mean[year] * part.intake_of_mean;
    }

    const Outlooks& outlooks_;
    std::uint32_t subject_;
    State state_;
    const WhatIf& what_if_;
    std::size_t states_;
};

}  // namespace

Expected expected(const Outlooks& outlooks, std::uint32_t subject, State state, const WhatIf& what_if) { return Reckoning{outlooks, subject, state, what_if}.expect(); }

Outlook moved(const Outlook& forecast, double further, double wider) {
    const auto at = [&](std::uint32_t limit) {
        const double there = forecast.median + further + (static_cast<double>(limit) - forecast.median) * wider;
        return static_cast<std::uint32_t>(std::max(0.0, there + 0.5));
    };
    return as_kept({at(forecast.median), at(forecast.low80), at(forecast.high80), at(forecast.low95), at(forecast.high95), 0});
}

}  // namespace loopbaankaart::flow
