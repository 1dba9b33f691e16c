// What is kept of a forecast: that it comes back, and that nobody finds a small group in it.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include <flow/flow.hpp>
#include <flow/words.hpp>
#include <workbench/workbench.hpp>

#include "../cells/trial_attack.hpp"

namespace loopbaankaart::flow {
namespace {

// A small school, of which the year that comes has begun.
SchoolNow small_school_now(std::uint64_t seed, std::uint32_t programmes = 3, std::size_t years = 3) {
    SchoolNow now{simulate({.seed = seed, .programmes = programmes, .sectors = 2, .years = years, .least_intake = 9, .most_intake = 40, .intake_size = 30}), {}};
    for (std::size_t programme = 0; programme < programmes; ++programme) now.intake.push_back(now.school.arrived(years - 1, programme));
    return now;
}
std::vector<bool> all_but_last(const School& school) {
    std::vector<bool> told(school.programmes.size(), true);
    told.back() = false;
    return told;
}

// Who has everything that is kept, and solves for it: how many of each programme went where in each year, who are there now and who came.
class TensAttack {
public:
    TensAttack(const SchoolNow& now, const std::vector<OutlookSubject>& subjects, const std::vector<bool>& told, const Tens& kept, bool tens) : school_{now.school}, subjects_{subjects}, told_{told} {
        const std::size_t states = school_.states.size();
        std::set<std::pair<std::size_t, std::size_t>> moves;
        for (std::size_t at = 0; at < school_.moves.size(); ++at)
            if (school_.moves[at] > 0) moves.insert({at / states % states, at % states});
        for (std::size_t year = 0; year < school_.years; ++year)
            for (std::uint32_t programme = 0; programme < school_.programmes.size(); ++programme)
                for (const auto& [from, to] : moves) unknowns_.push_back({programme, static_cast<std::int32_t>(year), static_cast<State>(from), static_cast<State>(to), school_.moved(year, programme, static_cast<State>(from), static_cast<State>(to))});
        std::vector<std::vector<double>> equations;
        std::size_t limits = 0;
        const std::size_t all = unknowns_.size();
        for (const auto& [of, students] : kept) limits += std::get<1>(of) == TenOf::past || std::get<1>(of) == TenOf::ways ? 2 : 0;
        std::size_t limit = all;
        for (const auto& [of, students] : kept) {
            const auto& [subject, what, a, b] = of;
            if ((what != TenOf::past && what != TenOf::ways) || (what == TenOf::past && b >= school_.first_year + static_cast<std::int32_t>(school_.years))) continue;
            std::vector<double> sum = sum_of(subject, what, a, b);
            sum.resize(all + limits + 1);
            std::vector<double> top(all + limits + 1);
            sum[limit] = -1, sum.back() = students;                    // at least the ten …
            top[limit] = 1, top[limit + 1] = 1, top.back() = tens ? ten - 1 : 0;  // … and nine more at most
            limit += 2;
            equations.push_back(std::move(sum)), equations.push_back(std::move(top));
        }
        variables_ = all + limits;
        solver_.emplace(std::move(equations), variables_);
    }
    bool possible() const { return solver_->possible(); }

    // How many numbers this one can be.
    double values(std::uint32_t subject, TenOf what, std::int32_t a, std::int32_t b) {
        std::vector<double> sum = sum_of(subject, what, a, b);
        sum.resize(variables_);
        const double high = solver_->most(sum);
        for (double& number : sum) number = -number;
        return std::floor(high + 1e-6) - std::ceil(-solver_->most(sum) - 1e-6) + 1;
    }
    std::uint32_t truth(std::uint32_t subject, TenOf what, std::int32_t a, std::int32_t b) const {
        const std::vector<double> sum = sum_of(subject, what, a, b);
        double all = 0;
        for (std::size_t at = 0; at < unknowns_.size(); ++at) all += sum[at] * unknowns_[at].students;
        return static_cast<std::uint32_t>(all);
    }

private:
    struct Unknown {
        std::uint32_t programme;
        std::int32_t year;
        State from, to;
        std::uint32_t students;
    };
    bool belongs(std::uint32_t programme, std::uint32_t number) const {
        const OutlookSubject& subject = subjects_[number];
        if (subject.rest) return !told_[programme] && subjects_[programme].sector == subject.sector;
        return subject.level == Level::school || (subject.level == Level::sector ? subjects_[programme].sector == number : number == programme);
    }
    std::vector<double> sum_of(std::uint32_t subject, TenOf what, std::int32_t a, std::int32_t b) const {
        std::vector<double> sum(unknowns_.size());
        for (std::size_t at = 0; at < sum.size(); ++at) {
            const Unknown& one = unknowns_[at];
            const bool counts = what == TenOf::ways ? one.from == a && one.to == b : one.year == b - school_.first_year && (a == Places::state || one.to == a);
            sum[at] = counts && belongs(one.programme, subject) ? 1 : 0;
        }
        return sum;
    }

    const School& school_;
    const std::vector<OutlookSubject>& subjects_;
    const std::vector<bool>& told_;
    std::vector<Unknown> unknowns_;
    std::size_t variables_ = 0;
    std::optional<trial::Solver> solver_;
};

struct Found {
    std::size_t asked = 0, exposed = 0;
};
Found attack(std::uint64_t seed, bool tens) {
    const SchoolNow now = small_school_now(seed);
    const std::vector<bool> told = all_but_last(now.school);
    const auto subjects = subjects_of(now.school, told);
    TensAttack attack{now, subjects, told, counts_of(now, subjects, told, {.tens = tens}), tens};
    EXPECT_TRUE(attack.possible()) << seed;
    Found found;
    const auto ask = [&](std::uint32_t programme, TenOf what, std::int32_t a, std::int32_t b) {
        const std::uint32_t students = attack.truth(programme, what, a, b);
        if (students == 0 || students >= ten) return;
        ++found.asked;
        if (attack.values(programme, what, a, b) <= 6) ++found.exposed;
    };
    for (std::uint32_t programme = 0; programme < told.size(); ++programme) {
        const auto last = now.school.first_year + static_cast<std::int32_t>(now.school.years) - 1;
        for (State state = 0; state < now.school.states.size(); ++state) ask(programme, TenOf::past, state, last);
        for (State to = 0; to < now.school.states.size(); ++to) ask(programme, TenOf::ways, 0, to);
    }
    return found;
}

TEST(KeptTens, tell_no_small_group_to_who_solves_everything) {
    Found all;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Found found = attack(seed, true);
        EXPECT_EQ(found.exposed, 0U) << "seed " << seed;
        all.asked += found.asked;
    }
    EXPECT_GE(all.asked, 40U) << "there was something to find";
    EXPECT_GT(attack(1, false).exposed, 0U) << "where counts are kept as they are, it is found";
}

TEST(KeptTens, leave_out_a_total_that_would_tell_its_small_part) {
    SchoolNow now;
    School& school = now.school;
    constexpr std::size_t programmes = 10;
    school.states = {"year_1", "left"}, school.sectors = {"all"}, school.sector.assign(programmes, 0), school.years = 1, school.first_year = 2024;
    school.moves.assign(programmes * 4, 0), school.arrivals.assign(programmes, 20), school.present.assign(programmes * 2, 0);
    for (std::size_t programme = 0; programme < programmes; ++programme) {
        school.programmes.push_back("P" + std::to_string(programme));
        school.moves[programme * 4 + 1] = programme == 0 ? 9 : 19;  // 180 of ten programmes, so the small one can only be nine
        school.moves[programme * 4] = 15;
    }
    const std::vector<bool> told(programmes, true);
    const Tens kept = counts_of(now, subjects_of(school, told), told, {});
    EXPECT_TRUE(kept.contains({0, TenOf::past, 1, 2024}));
    for (const std::uint32_t total : {10U, 11U}) {
        EXPECT_FALSE(kept.contains({total, TenOf::past, 1, 2024})) << "left";
        EXPECT_TRUE(kept.contains({total, TenOf::past, 0, 2024})) << "stayed";
    }
}

const Outlooks& kept_once() {
    static const Outlooks outlooks = outlooks_of(small_school_now(4, 6, 6), {.seed = 3});
    return outlooks;
}

TEST(Outlooks, keep_nothing_of_a_few_students) {
    const Outlooks& outlooks = kept_once();
    ASSERT_FALSE(outlooks.empty());
    for (const auto& [of, students] : outlooks.counts) EXPECT_EQ(students % ten, 0U);
    std::size_t forecasts = 0, were = 0;
    for (const OutlookLine& line : outlooks.lines) {
        for (const Outlook* one : {&line.model, &line.own_rate}) {
            for (const std::uint32_t limit : {one->median, one->low80, one->high80, one->low95, one->high95}) EXPECT_TRUE(limit == 0 || limit >= ten);
            EXPECT_EQ(one->mean, 0);
        }
        EXPECT_TRUE(line.refusal == Refusal::none || line.model == Outlook{});
        EXPECT_EQ(line.happened.value_or(0) % ten, 0U);
        EXPECT_TRUE(line.state != Places::state || line.was || line.ahead >= 2) << "the year that has begun is known";
        ++(line.was ? were : forecasts);
    }
    EXPECT_GT(forecasts, 0U);
    EXPECT_GT(were, 0U);
    EXPECT_EQ(outlooks.gates.size(), (outlooks.states.size() + 1) * outlook_ahead);
}

TEST(Outlooks, say_what_is_missing_when_data_are_too_short) {
    const Outlooks none = outlooks_of(base::Result<SchoolNow>{base::Error{word::few_school_years, "2"}}, {});
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.missing, word::few_school_years.id);
    EXPECT_EQ(none.missing_about, "2");
    SchoolNow few = small_school_now(1);
    std::fill(few.school.arrivals.begin(), few.school.arrivals.end(), 1U);
    EXPECT_EQ(outlooks_of(few, {}).missing, word::few_begin.id);
}

class KeptOutlooks : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), {schema().begin(), schema().end()}};

    base::Id keep(const Outlooks& outlooks) {
        const base::Id set = world.id();
        const Paths paths{.states = {"year_1", "left"}, .programmes = {{"Kok", "Horeca", "4"}}, .paths = {{0, 2020, {0, 0}, 40}, {0, 2020, {0, 1}, 20}}, .seen_until = 2021};
        world.school().write_now([&](storage::Writes& writes) {
            keep_set(writes, set, "inschrijvingen", "abc", hide_small(paths), world.clock().now());
            keep_outlooks(writes, set, outlooks, 3);
        });
        return set;
    }
    std::int64_t rows() {
        std::int64_t all = 0;
        world.school().read([&](storage::Reads& reads) {
            for (const char* text : {"SELECT COUNT(*) FROM flow_outlook_line", "SELECT COUNT(*) FROM flow_outlook_tens", "SELECT COUNT(*) FROM flow_outlook_gate", "SELECT COUNT(*) FROM flow_outlook_split", "SELECT COUNT(*) FROM flow_outlook_subject", "SELECT COUNT(*) FROM flow_outlook_state", "SELECT COUNT(*) FROM flow_outlook"})
                reads.each(storage::Query<0>{"test", text, text}, [&](const storage::Row& row) { all += row.integer(0); });
        });
        return all;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, KeptOutlooks, workbench::both, workbench::name);

TEST_P(KeptOutlooks, come_back_as_they_were) {
    const Outlooks& kept = kept_once();
    const base::Id set = keep(kept);
    world.school().read([&](storage::Reads& reads) {
        auto found = kept_outlooks(reads, set);
        ASSERT_TRUE(found);
        for (std::uint32_t subject = 0; subject < kept.subjects.size(); ++subject) add_subject(reads, set, subject, *found);
        add_what_if(reads, set, *found);
        EXPECT_EQ(found->subjects, kept.subjects);
        EXPECT_EQ(found->states, kept.states);
        EXPECT_EQ(found->counts, kept.counts);
        EXPECT_EQ(found->splits, kept.splits);
        EXPECT_EQ(found->first_year, kept.first_year);
        EXPECT_EQ(found->begun, kept.begun);
        auto lines = kept.lines;
        const auto order = [](const OutlookLine& a, const OutlookLine& b) { return std::tie(a.subject, a.state, a.was, a.year) < std::tie(b.subject, b.state, b.was, b.year); };
        std::sort(lines.begin(), lines.end(), order);
        EXPECT_EQ(found->lines, lines);
        ASSERT_EQ(found->gates.size(), kept.gates.size());
        for (const OutlookGate& gate : found->gates) {
            const auto same = std::find_if(kept.gates.begin(), kept.gates.end(), [&](const OutlookGate& one) { return one.state == gate.state && one.ahead == gate.ahead; });
            ASSERT_NE(same, kept.gates.end());
            EXPECT_EQ(gate.judgement.colour, same->judgement.colour);
            EXPECT_EQ(gate.judgement.doubts, same->judgement.doubts);
            EXPECT_EQ(gate.judgement.shown80, same->judgement.shown80);
        }
    });
}

TEST_P(KeptOutlooks, go_with_the_set_they_belong_to) {
    keep(kept_once());
    const std::int64_t once = rows();
    keep(kept_once());
    EXPECT_EQ(rows(), once);
    keep(outlooks_of(base::Result<SchoolNow>{base::Error{word::few_school_years, "2"}}, {}));
    EXPECT_EQ(rows(), 1) << "only that there is none";
}

}  // namespace
}  // namespace loopbaankaart::flow
