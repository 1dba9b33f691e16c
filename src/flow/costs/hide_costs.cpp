#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "../cells/cells.hpp"
#include "costs.hpp"
#include "slices.hpp"

namespace loopbaankaart::flow {

namespace {

// Programmes, or prior educations, in groups: each its own, or with others in the last one.
struct Sides {
    std::vector<std::size_t> group_of;  // of each
    std::size_t groups = 0;
    bool with_others = false;

    bool told() const { return groups > 1; }
    std::string name(std::size_t group, const std::vector<std::string>& names) const {
        if (with_others && group + 1 == groups) return std::string{others};
        return names[static_cast<std::size_t>(std::find(group_of.begin(), group_of.end(), group) - group_of.begin())];
    }
};
constexpr std::size_t nowhere = SIZE_MAX;  // of a name that nobody of this activity has

double rounded(double value, double to) { return std::round(value / to) * to; }
Estimate rounded(const Estimate& one, double to) { return {rounded(one.value, to), rounded(one.low, to), rounded(one.high, to)}; }

class OneActivity {
public:
    OneActivity(const Attempts& attempts, std::uint32_t activity, std::span<const Pursuit> pursuits, std::span<const Pursuit> whole, const CostHiding& hiding)
        : attempts_{attempts}, activity_{activity}, pursuits_{pursuits}, hiding_{hiding} {
        std::set<std::pair<std::uint32_t, std::uint32_t>> began;
        for (const Pursuit& one : pursuits) {
            const auto end = one.end == Attempts::completed ? Beginner::End::completed : one.end == Attempts::dropped ? Beginner::End::dropped : Beginner::End::going_on;
            beginners_.push_back({one.person, one.programme, one.prior, end, one.minutes()});
            began.insert({one.person, one.programme});
        }
        if (activity != attempts.whole)
            for (const Pursuit& one : whole)
                if (!began.contains({one.person, one.programme})) beginners_.push_back({one.person, one.programme, one.prior, Beginner::End::not_begun, 0});
    }

    // False when nothing may be told.
    bool tell(std::vector<CostLine>& lines) {
        if (!settle()) return false;
        set_clocks();
        const auto all = [](const Beginner&) { return true; };
        add(lines, "", "", all, own_clock_);
        const auto programme = [&](const Beginner& one) { return programmes_.group_of[one.programme]; };
        const auto prior = [&](const Beginner& one) { return priors_.group_of[one.prior]; };
        for (std::size_t group = 0; programmes_.told() && group < programmes_.groups; ++group)
            if (may(programmes_, group, programme)) add(lines, programmes_.name(group, attempts_.programmes), "", [&](const Beginner& one) { return programme(one) == group; }, shared_clock_);
        for (std::size_t group = 0; priors_.told() && group < priors_.groups; ++group)
            if (may(priors_, group, prior)) add(lines, "", priors_.name(group, attempts_.priors), [&](const Beginner& one) { return prior(one) == group; }, shared_clock_);
        if (!programmes_.told() || !priors_.told()) return true;
        const std::vector<bool> rows = rows_told();
        for (std::size_t row = 0; row < programmes_.groups; ++row)
            for (std::size_t column = 0; rows[row] && column < priors_.groups; ++column)
                add(lines, programmes_.name(row, attempts_.programmes), priors_.name(column, attempts_.priors), [&](const Beginner& one) { return programme(one) == row && prior(one) == column; }, shared_clock_);
        return true;
    }

private:
    bool enough(std::uint32_t students) const { return students == 0 || students >= hiding_.least; }
    bool enough(const std::vector<std::uint32_t>& slices) const { return std::all_of(slices.begin(), slices.end(), [&](std::uint32_t one) { return enough(one); }); }

    // Whether who stopped stands apart, and who stands with others. Apart tells more of each group, and may leave fewer groups: up to a quarter fewer it is worth it.
    bool settle() {
        struct Way {
            Sides programmes, priors;
            double told() const { return 1.0 + static_cast<double>(programmes.groups + priors.groups); }
        };
        std::array<std::optional<Way>, 2> ways;  // together, apart
        for (const bool apart : {false, true}) {
            const Slices slices{{}, apart};
            if (!enough(tally(beginners_, 1, slices, [](const Beginner&) { return std::size_t{0}; })[0])) continue;
            ways[apart] = Way{sides(attempts_.programme.empty() ? 0 : attempts_.programmes.size(), slices, [](const Beginner& one) { return one.programme; }),
                              sides(attempts_.prior.empty() ? 0 : attempts_.priors.size(), slices, [](const Beginner& one) { return one.prior; })};
        }
        if (!ways[0]) return false;  // what is enough apart is enough together
        constexpr double worth_it = .75;
        dropped_in_all_ = ways[1].has_value();
        dropped_apart_ = ways[1] && ways[1]->told() >= worth_it * ways[0]->told();
        programmes_ = std::move(ways[dropped_apart_]->programmes), priors_ = std::move(ways[dropped_apart_]->priors);
        return true;
    }

    Sides sides(std::size_t names, const Slices& slices, const std::function<std::uint32_t(const Beginner&)>& name) const {
        if (names == 0) return {};
        const Tally counts = tally(beginners_, names, slices, name);
        std::vector<std::uint32_t> students(names);
        for (std::size_t at = 0; at < names; ++at)
            for (const std::uint32_t some : counts[at]) students[at] += some;
        std::vector<bool> together(names);
        for (std::size_t at = 0; at < names; ++at) together[at] = !hiding_.small_alone && !enough(counts[at]);
        const bool any = std::find(together.begin(), together.end(), true) != together.end();
        while (any) {  // the smallest of the rest, until all of them are enough
            const auto of_others = tally(beginners_, 2, slices, [&](const Beginner& one) { return std::size_t{together[name(one)] ? 1U : 0U}; })[1];
            std::optional<std::size_t> smallest;
            for (std::size_t at = 0; at < names; ++at)
                if (!together[at] && students[at] > 0 && (!smallest || students[at] < students[*smallest])) smallest = at;
            if (enough(of_others) || !smallest) break;
            together[*smallest] = true;
        }
        Sides made{.group_of = std::vector<std::size_t>(names, nowhere), .groups = 0, .with_others = any};
        for (std::size_t at = 0; at < names; ++at)
            if (students[at] > 0 && !together[at]) made.group_of[at] = made.groups++;
        for (std::size_t at = 0; at < names; ++at)
            if (together[at]) made.group_of[at] = made.groups;
        made.groups += any ? 1 : 0;
        return made;
    }

    // On even hours; a piece ends as soon as every line has nobody or enough in it, and somebody has.
    void set_clocks() {
        std::int32_t last = 0;
        for (const Beginner& one : beginners_)
            if (one.end == Beginner::End::completed) last = std::max(last, one.minutes);
        constexpr int about = 25;
        std::int32_t piece = 60;
        for (const int times : {2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000})
            if (piece * about < last) piece = 60 * times;
        std::vector<std::int32_t> even;
        for (std::int32_t at = piece; at - piece < last; at += piece) even.push_back(at);
        const auto of_all = [&](const Slices& slices) { return tally(beginners_, 1, slices, [](const Beginner&) { return std::size_t{0}; }); };
        own_clock_ = coarse(even, of_all(Slices{even, dropped_apart_}));
        const Slices own{own_clock_, dropped_apart_};
        Tally lines = of_all(own);
        const auto add = [&](const Sides& sides, const auto& group) {
            if (!sides.told()) return;
            for (auto& line : tally(beginners_, sides.groups, own, group)) lines.push_back(std::move(line));
        };
        add(programmes_, [&](const Beginner& one) { return programmes_.group_of[one.programme]; });
        add(priors_, [&](const Beginner& one) { return priors_.group_of[one.prior]; });
        shared_clock_ = coarse(own_clock_, lines);
    }
    std::vector<std::int32_t> coarse(const std::vector<std::int32_t>& fine, const Tally& lines) const {
        std::vector<std::int32_t> ends;
        std::vector<std::size_t> behind{0};  // the piece with which each begins
        const auto in = [&](const std::vector<std::uint32_t>& line, std::size_t from, std::size_t until) {
            std::uint32_t sum = 0;
            for (std::size_t at = from; at < until; ++at) sum += line[at];
            return sum;
        };
        const auto fits = [&](std::size_t from, std::size_t until) { return std::all_of(lines.begin(), lines.end(), [&](const auto& line) { return enough(in(line, from, until)); }); };
        for (std::size_t at = 0; at < fine.size(); ++at) {
            const bool nobody = in(lines[0], behind.back(), at + 1) == 0;
            if (!fits(behind.back(), at + 1) || (nobody && (at + 1 == fine.size() || lines[0][at + 1] == 0))) continue;
            ends.push_back(fine[at]), behind.push_back(at + 1);
        }
        while (behind.size() > 1 && !fits(behind.back(), fine.size())) ends.pop_back(), behind.pop_back();
        if (ends.empty() || ends.back() != fine.back()) {
            if (!ends.empty() && in(lines[0], behind.back(), fine.size()) == 0) return ends;
            if (!fine.empty()) ends.push_back(fine.back());
        }
        return ends;
    }

    bool may(const Sides& sides, std::size_t group, const std::function<std::size_t(const Beginner&)>& of) const {
        return enough(tally(beginners_, sides.groups, Slices{{}, dropped_apart_}, of)[group]);
    }

    // Programmes of which every prior education is told.
    std::vector<bool> rows_told() const {
        const Slices slices{shared_clock_, dropped_apart_};
        const std::size_t columns = priors_.groups;
        const auto cell = [&](const Beginner& one) { return programmes_.group_of[one.programme] * columns + priors_.group_of[one.prior]; };
        const Tally cells = tally(beginners_, programmes_.groups * columns, slices, cell);
        std::vector<bool> told(programmes_.groups);
        std::vector<std::uint32_t> students(programmes_.groups);
        for (std::size_t row = 0; row < told.size(); ++row) {
            told[row] = std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(row * columns), cells.begin() + static_cast<std::ptrdiff_t>((row + 1) * columns), [&](const auto& one) { return enough(one); });
            for (std::size_t column = 0; column < columns; ++column)
                for (const std::uint32_t some : cells[row * columns + column]) students[row] += some;
        }
        for (;;) {
            const Tally rest = tally(beginners_, columns + 1, slices, [&](const Beginner& one) { return told[programmes_.group_of[one.programme]] ? columns : priors_.group_of[one.prior]; });
            if (hiding_.small_alone || std::all_of(rest.begin(), rest.end() - 1, [&](const auto& one) { return enough(one); })) return told;
            std::optional<std::size_t> smallest;
            for (std::size_t row = 0; row < told.size(); ++row)
                if (told[row] && (!smallest || students[row] < students[*smallest])) smallest = row;
            if (!smallest) return told;
            told[*smallest] = false;
        }
    }

    void add(std::vector<CostLine>& lines, std::string programme, std::string prior, const std::function<bool(const Beginner&)>& belongs, const std::vector<std::int32_t>& clock) const {
        std::vector<Pursuit> group;
        for (std::size_t at = 0; at < pursuits_.size(); ++at)
            if (belongs(beginners_[at])) group.push_back(pursuits_[at]);
        const Activity said = activity_of(group, !attempts_.price.empty());
        if (said.refused == LessSaid::few_students) return;
        CostLine line{.activity = attempts_.activities[activity_], .whole = activity_ == attempts_.whole, .programme = std::move(programme), .prior = std::move(prior), .students = static_cast<std::uint32_t>(group.size()), .refused = said.refused};
        constexpr double share = .01, hour = .1;
        const bool anybody = !said.curves.times.empty();
        line.completed = rounded(anybody ? said.completed : wilson(0, static_cast<double>(said.students)), share);
        if (line.programme.empty() && line.prior.empty() ? dropped_in_all_ : dropped_apart_) line.dropped = rounded(anybody ? said.dropped : wilson(0, static_cast<double>(said.students)), share);
        if (said.hours) line.hours = rounded(*said.hours, hour);
        if (said.cost) line.cost = rounded(*said.cost, 1);
        for (const std::int32_t until : clock) {
            const auto behind = std::upper_bound(said.curves.times.begin(), said.curves.times.end(), until);
            if (!anybody) break;
            const auto at = static_cast<std::size_t>(behind - said.curves.times.begin());
            const Estimate by_then = at == 0 ? wilson(0, static_cast<double>(said.students)) : wilson_by_error(said.curves.share(at - 1, has_completed), said.curves.error(at - 1, has_completed), static_cast<double>(said.students));
            line.steps.push_back({until / 60.0, rounded(by_then, share)});
        }
        lines.push_back(std::move(line));
    }

    const Attempts& attempts_;
    std::uint32_t activity_;
    std::span<const Pursuit> pursuits_;
    const CostHiding& hiding_;
    std::vector<Beginner> beginners_;  // those of the pursuits, in their order; then who did not begin
    bool dropped_in_all_ = true, dropped_apart_ = true;  // who stopped is told of all together, and of the lines below it
    Sides programmes_, priors_;
    std::vector<std::int32_t> own_clock_, shared_clock_;  // of all together, and of the lines below it
};

Costs tell(const Attempts& attempts, const CostHiding& hiding) {
    std::map<std::uint32_t, std::vector<Pursuit>> by_activity;
    for (Pursuit& one : pursuits(attempts)) by_activity[one.activity].push_back(std::move(one));
    Costs costs{.lines = {}, .silent = {}, .least = hiding.least};
    const auto whole = by_activity.find(attempts.whole);
    for (const auto& [activity, begun] : by_activity) {
        OneActivity one{attempts, activity, begun, whole == by_activity.end() ? std::span<const Pursuit>{} : std::span<const Pursuit>{whole->second}, hiding};
        if (!one.tell(costs.lines)) costs.silent.push_back(attempts.activities[activity]);
    }
    return costs;
}

}  // namespace

Costs hide_small_costs(const Attempts& attempts, CostHiding hiding) {
    hiding.least = std::max(hiding.least, fewest_shown);
    return tell(attempts, hiding);
}
Costs show_all_costs(const Attempts& attempts) { return tell(attempts, {.least = 0}); }

std::optional<double> hours_at(const CostLine& line, double share, double Estimate::* limit) {
    double hours = 0, before = 0;
    for (const CostStep& step : line.steps) {
        const double now = step.completed.*limit;
        if (now >= share - 1e-9) return now > before ? hours + (step.hours - hours) * std::max(0.0, share - before) / (now - before) : step.hours;
        hours = step.hours, before = now;
    }
    return std::nullopt;
}

}  // namespace loopbaankaart::flow
