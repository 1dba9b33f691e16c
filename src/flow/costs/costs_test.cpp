// What activities cost may be told of groups, and of no group that somebody could reckon out.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include <flow/flow.hpp>
#include <rapidcheck/gtest.h>

#include "../cells/trial_attack.hpp"
#include "../draws/draws.hpp"

namespace loopbaankaart::flow {
namespace {

// A school of some programmes and prior educations, some of them small; two activities and a diploma. Each seed another.
Attempts school_of_learners(std::uint64_t seed) {
    Stream stream{seed, 7, 7};
    const auto within = [&](int low, int high) { return low + static_cast<int>(stream.uniform() * (high - low + 1)); };
    Attempts made{.activities = {"subject", "certificate", "diploma"}, .whole = 2};
    for (int at = within(1, 3); at >= 0; --at) made.programmes.push_back("programme " + std::to_string(at));
    for (int at = within(1, 2); at >= 0; --at) made.priors.push_back("prior " + std::to_string(at));
    std::uint32_t person = 0;
    for (std::uint32_t programme = 0; programme < made.programmes.size(); ++programme)
        for (std::uint32_t prior = 0; prior < made.priors.size(); ++prior) {
            const int students = stream.uniform() < .2 ? 0 : within(1, stream.uniform() < .3 ? 12 : 150);
            const double succeeds = .3 + .6 * stream.uniform(), busy = .3 * stream.uniform(), begins = stream.uniform() < .5 ? 1 : .6 + .4 * stream.uniform();
            for (int student = 0; student < students; ++student, ++person)
                for (std::uint32_t activity = 0; activity < 3; ++activity) {
                    const double draw = stream.uniform();
                    if (activity < 2 && stream.uniform() > begins) continue;
                    made.person.push_back(person), made.programme.push_back(programme), made.prior.push_back(prior), made.activity.push_back(activity), made.number.push_back(1);
                    made.hours.push_back(within(10, 90)), made.outcome.push_back(draw < succeeds ? Attempts::completed : draw < succeeds + busy ? still_there : Attempts::dropped);
                }
        }
    return made;
}


// How a pursuit ended, as finely as any line of its activity tells.
struct Ending {
    int how;      // completed, stopped, going on, not begun
    int piece;    // of those who completed: of the finest clock
    auto operator<=>(const Ending&) const = default;
};
enum : int { done, stopped, busy, not_begun };

// Somebody who has all lines and reckons; they know the school's programmes and prior educations, and how many began the diploma in each group of which that is told.
class CostAttack {
public:
    CostAttack(const Attempts& truth, const Costs& shown, std::uint32_t activity) : truth_{truth} {
        for (const CostLine& line : shown.lines) {
            if (line.activity != truth.activities[activity]) { if (line.whole) whole_lines_.push_back(&line); continue; }
            lines_.push_back(&line);
            for (const CostStep& step : line.steps) clock_.insert(static_cast<std::int32_t>(std::lround(step.hours * 60)));
        }
        std::set<std::pair<std::uint32_t, std::uint32_t>> began;
        std::map<std::tuple<std::uint32_t, std::uint32_t, Ending>, std::uint32_t> counts;
        const std::vector<Pursuit> all = pursuits(truth);
        for (const Pursuit& one : all) {
            if (one.activity != activity) continue;
            began.insert({one.person, one.programme});
            const int piece = one.end == Attempts::completed ? static_cast<int>(std::distance(clock_.begin(), clock_.lower_bound(one.minutes()))) : 0;
            ++counts[{one.programme, one.prior, Ending{one.end == Attempts::completed ? done : one.end == Attempts::dropped ? stopped : busy, piece}}];
        }
        if (activity != truth.whole)
            for (const Pursuit& one : all)
                if (one.activity == truth.whole && !began.contains({one.person, one.programme})) ++counts[{one.programme, one.prior, Ending{not_begun, 0}}];
        std::set<Ending> endings{{stopped, 0}, {busy, 0}};
        if (activity != truth.whole) endings.insert({not_begun, 0});
        for (int piece = 0; piece <= static_cast<int>(clock_.size()); ++piece) endings.insert({done, piece});
        for (std::uint32_t programme = 0; programme < truth.programmes.size(); ++programme)
            for (std::uint32_t prior = 0; prior < truth.priors.size(); ++prior)
                for (const Ending& ending : endings) atoms_.push_back({programme, prior, ending, counts[{programme, prior, ending}]});
        solver_.emplace(equations(), atoms_.size());
    }
    bool possible() const { return solver_->possible(); }
    std::size_t lines() const { return lines_.size(); }

    // Of all groups of a programme, a prior education or both, all told: those who began, completed, stopped, did not begin.
    trial::Exposed ask(std::uint32_t least) {
        trial::Exposed found;
        const auto look = [&](const auto& belongs) {
            for (const int how : {-1, int{done}, int{stopped}, int{busy}, int{not_begun}}) {
                std::vector<double> sum(atoms_.size());
                std::uint32_t students = 0;
                for (std::size_t at = 0; at < atoms_.size(); ++at)
                    if (belongs(atoms_[at]) && (how == -1 ? atoms_[at].ending.how != not_begun : atoms_[at].ending.how == how)) sum[at] = 1, students += atoms_[at].students;
                if (students == 0 || students >= least) continue;
                const double high = solver_->most(sum);
                for (double& one : sum) one = -one;
                const double low = -solver_->most(sum);
                ++found.hidden;
                if (std::floor(high + 1e-6) - std::ceil(low - 1e-6) + 1 <= fewest_shown) ++found.exposed;
            }
        };
        for (std::uint32_t programme = 0; programme <= truth_.programmes.size(); ++programme)
            for (std::uint32_t prior = 0; prior <= truth_.priors.size(); ++prior)
                look([&](const Atom& one) { return (programme == truth_.programmes.size() || one.programme == programme) && (prior == truth_.priors.size() || one.prior == prior); });
        return found;
    }

private:
    struct Atom {
        std::uint32_t programme, prior;
        Ending ending;
        std::uint32_t students;
    };

    // As exactly as the counts behind the line are, which is more than its rounded figures tell.
    std::vector<std::vector<double>> equations() const {
        std::vector<std::vector<double>> all;
        const auto add = [&](const CostLine& line, const std::vector<const CostLine*>& among, const auto& counts) {
            std::vector<double> equation(atoms_.size() + 1);
            for (std::size_t at = 0; at < atoms_.size(); ++at)
                if (is_in(line, atoms_[at], among) && counts(atoms_[at].ending)) equation[at] = 1, equation.back() += atoms_[at].students;
            all.push_back(std::move(equation));
        };
        for (const CostLine* line : lines_) {
            add(*line, lines_, [](const Ending& one) { return one.how != not_begun; });
            add(*line, lines_, [](const Ending& one) { return one.how == done; });
            if (line->dropped) add(*line, lines_, [](const Ending& one) { return one.how == stopped; });
            for (const CostStep& step : line->steps) {
                const auto until = std::distance(clock_.begin(), clock_.find(static_cast<std::int32_t>(std::lround(step.hours * 60))));
                add(*line, lines_, [&](const Ending& one) { return one.how == done && one.piece <= until; });
            }
        }
        for (const CostLine* line : whole_lines_) add(*line, whole_lines_, [](const Ending&) { return true; });
        return all;
    }
    bool is_in(const CostLine& line, const Atom& atom, const std::vector<const CostLine*>& among) const {
        const auto fits = [&](const std::string CostLine::* of, const std::string& name) {
            if ((line.*of).empty()) return true;
            if (line.*of != others) return line.*of == name;
            return std::none_of(among.begin(), among.end(), [&](const CostLine* one) { return one->*of == name; });
        };
        return fits(&CostLine::programme, truth_.programmes[atom.programme]) && fits(&CostLine::prior, truth_.priors[atom.prior]);
    }

    const Attempts& truth_;
    std::vector<const CostLine*> lines_, whole_lines_;
    std::set<std::int32_t> clock_;
    std::vector<Atom> atoms_;
    std::optional<trial::Solver> solver_;
};

TEST(SmallCosts, cannot_be_found_by_who_solves_everything_that_is_shown) {
    constexpr std::uint64_t schools = 40;
    std::size_t asked = 0, lines = 0, both = 0;
    for (std::uint64_t seed = 1; seed <= schools; ++seed) {
        const Attempts truth = school_of_learners(seed);
        const Costs shown = hide_small_costs(truth);
        for (const CostLine& line : shown.lines) both += line.programme.empty() || line.prior.empty() ? 0 : 1;
        for (const std::uint32_t activity : {0U, 2U}) {
            CostAttack attack{truth, shown, activity};
            ASSERT_TRUE(attack.possible()) << seed;
            const trial::Exposed found = attack.ask(10);
            EXPECT_EQ(found.exposed, 0U) << "seed " << seed << ", activity " << activity << ", of " << found.hidden;
            asked += found.hidden, lines += attack.lines();
        }
    }
    EXPECT_GT(asked, schools * 10) << "there was something to find";
    EXPECT_GT(lines, schools * 4) << "and something was shown";
    EXPECT_GT(both, 4U);
    RecordProperty("hidden", static_cast<int>(asked));
    RecordProperty("lines", static_cast<int>(lines));
    RecordProperty("both", static_cast<int>(both));
}

TEST(SmallCosts, are_found_when_only_they_are_hidden) {
    std::size_t exposed = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Attempts truth = school_of_learners(seed);
        const Costs shown = hide_small_costs(truth, {.least = 10, .small_alone = true});
        exposed += CostAttack{truth, shown, 2}.ask(10).exposed;
    }
    EXPECT_GT(exposed, 20U) << "the attack is worth something";
}

// By whose hands a line's counts are: nobody or enough, in all that it tells.
RC_GTEST_PROP(SmallCosts, stand_on_nobody_or_enough_in_every_piece, ()) {
    const Attempts truth = school_of_learners(*rc::gen::inRange<std::uint64_t>(1, 100'000));
    const auto least = *rc::gen::element(6U, 10U, 15U);
    const Costs shown = hide_small_costs(truth, {.least = least});
    const std::vector<Pursuit> all = pursuits(truth);
    for (const CostLine& line : shown.lines) {
        const auto fits = [&](const std::string CostLine::* of, const std::string& name) {
            return (line.*of).empty() || line.*of == name || (line.*of == others && std::none_of(shown.lines.begin(), shown.lines.end(), [&](const CostLine& one) { return one.activity == line.activity && one.*of == name; }));
        };
        std::vector<std::uint32_t> pieces(line.steps.size() + 1);
        std::uint32_t began = 0, completed = 0, dropped = 0, going = 0;
        for (const Pursuit& one : all) {
            if (truth.activities[one.activity] != line.activity || !fits(&CostLine::programme, truth.programmes[one.programme]) || !fits(&CostLine::prior, truth.priors[one.prior])) continue;
            ++began;
            if (one.end == still_there) ++going;
            if (one.end == Attempts::dropped) ++dropped;
            if (one.end != Attempts::completed) continue;
            ++completed;
            ++pieces[static_cast<std::size_t>(std::lower_bound(line.steps.begin(), line.steps.end(), one.minutes(), [](const CostStep& step, std::int32_t minutes) { return std::lround(step.hours * 60) < minutes; }) - line.steps.begin())];
        }
        const auto enough = [&](std::uint32_t students) { return students == 0 || students >= least; };
        RC_ASSERT(began == line.students && began >= least);
        RC_ASSERT(enough(completed) && enough(dropped + going));
        if (line.dropped) RC_ASSERT(enough(dropped) && enough(going));
        for (const std::uint32_t piece : pieces) RC_ASSERT(enough(piece));
        if (!line.steps.empty()) RC_ASSERT(line.steps.back().completed.value == line.completed.value);
        for (std::size_t at = 1; at < line.steps.size(); ++at) RC_ASSERT(line.steps[at].completed.value >= line.steps[at - 1].completed.value && line.steps[at].hours > line.steps[at - 1].hours);
    }
}

TEST(Costs, read_the_hours_off_between_two_steps) {
    const CostLine line{.completed = {.8, .7, .9}, .steps = {{50, {0, 0, .1}}, {100, {.4, .3, .5}}, {150, {.8, .7, .9}}}};
    EXPECT_NEAR(*hours_at(line, .2), 75, 1e-9);
    EXPECT_NEAR(*hours_at(line, .4), 100, 1e-9);
    EXPECT_NEAR(*hours_at(line, .5, &Estimate::high), 100, 1e-9);
    EXPECT_FALSE(hours_at(line, .85));
}

TEST(Costs, are_the_same_of_the_same_invented_learners_and_tell_of_every_programme) {
    const SimulatedLearners learners{.programmes = {"Kok", "Bakker", "Gastheer"}, .priors = {"vmbo-basis", "vmbo-kader", "vmbo-tl"}, .activities = {"Rekenen", "Diploma"}};
    const Costs costs = hide_small_costs(simulate_learners(learners)), again = hide_small_costs(simulate_learners(learners));
    ASSERT_EQ(costs.lines.size(), again.lines.size());
    for (std::size_t at = 0; at < costs.lines.size(); ++at) EXPECT_EQ(costs.lines[at].hours, again.lines[at].hours);
    for (const char* programme : {"Kok", "Bakker", "Gastheer"})
        EXPECT_TRUE(std::any_of(costs.lines.begin(), costs.lines.end(), [&](const CostLine& one) { return one.whole && one.programme == programme && one.prior.empty() && one.cost; })) << programme;
}

}  // namespace
}  // namespace loopbaankaart::flow
