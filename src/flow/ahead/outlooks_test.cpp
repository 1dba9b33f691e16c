// What is kept of a forecast: that it comes back, and that nobody finds a small group in it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include <flow/flow.hpp>
#include <flow/words.hpp>
#include <workbench/workbench.hpp>

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

const Noise noise{Noise::Key{1, 2, 3}};

TEST(KeptCounts, are_told_with_noise_each) {
    const SchoolNow now = small_school_now(1, 12, 5);
    const std::vector<bool> shown(12, true);
    const auto subjects = subjects_of(now.school, shown);
    const ToldCounts kept = counts_of(now, subjects, shown, noise), elsewhere = counts_of(now, subjects, shown, Noise{Noise::Key{4}});
    ASSERT_EQ(kept.size(), elsewhere.size());
    EXPECT_EQ(kept, counts_of(now, subjects, shown, noise)) << "however often they are read in";
    std::map<CountOf, std::pair<double, double>> others;
    for (const auto& [of, students] : kept) others[std::get<1>(of)].first += 1, others[std::get<1>(of)].second += students != elsewhere.at(of) ? 1 : 0;
    ASSERT_EQ(others.size(), 4U) << "past, ways, present and intakes";
    for (const auto& [what, of] : others) EXPECT_GT(of.second, 0.6 * of.first) << "with the noise of this school";
}

TEST(KeptCounts, tell_who_is_there_now_as_who_was_in_it_by_the_end_of_last_year) {
    const SchoolNow now = small_school_now(2, 6, 4);
    const std::vector<bool> shown(6, true);
    const ToldCounts kept = counts_of(now, subjects_of(now.school, shown), shown, noise);
    const auto last = now.school.first_year + static_cast<std::int32_t>(now.school.years) - 1;
    std::size_t seen = 0;
    for (const auto& [of, students] : kept) {
        const auto& [subject, what, a, b] = of;
        if (what != CountOf::present) continue;
        EXPECT_EQ(students, kept.at({subject, CountOf::past, a, last}));
        ++seen;
    }
    EXPECT_GE(seen, 12U) << "else two looks at one number";
}

TEST(KeptCounts, leave_out_programmes_that_are_refused) {
    const SchoolNow now = small_school_now(3, 6, 4);
    const std::vector<bool> shown = all_but_last(now.school);
    const auto subjects = subjects_of(now.school, shown);
    std::size_t of_rest = 0;
    for (const auto& [of, students] : counts_of(now, subjects, shown, noise)) {
        EXPECT_NE(std::get<0>(of), 5U);
        if (!subjects[std::get<0>(of)].rest) continue;
        EXPECT_NE(std::get<1>(of), CountOf::past);
        ++of_rest;
    }
    EXPECT_GT(of_rest, 0U) << "for \"what if\"";
}

const Outlooks& kept_once() {
    static const Outlooks outlooks = outlooks_of(small_school_now(4, 6, 6), noise, 3);
    return outlooks;
}

TEST(Outlooks, keep_nothing_of_a_few_students) {
    const Outlooks& outlooks = kept_once();
    ASSERT_FALSE(outlooks.empty());
    std::size_t forecasts = 0, were = 0;
    for (const OutlookLine& line : outlooks.lines) {
        for (const Outlook* one : {&line.model, &line.own_rate}) {
            for (const std::uint32_t limit : {one->median, one->low80, one->high80, one->low95, one->high95}) EXPECT_TRUE(limit == 0 || (limit >= ten && limit % 5 == 0));
            EXPECT_EQ(one->mean, 0);
        }
        EXPECT_TRUE(line.refusal == Refusal::none || line.model == Outlook{});
        EXPECT_EQ(line.happened, !line.was ? std::nullopt : outlooks.count_of(line.subject, CountOf::past, line.state, line.year)) << "as it is told, not as it was";
        EXPECT_TRUE(!line.was || line.own_rate == Outlook{}) << "which no page shows";
        EXPECT_TRUE(line.state != Places::state || line.was || line.ahead >= 2) << "the year that has begun is known";
        ++(line.was ? were : forecasts);
    }
    EXPECT_GT(forecasts, 0U);
    EXPECT_GT(were, 0U);
    EXPECT_EQ(outlooks.gates.size(), (outlooks.states.size() + 1) * outlook_ahead);
}

TEST(Outlooks, are_kept_in_fives_outwards) {
    EXPECT_EQ(as_kept({43, 31, 52, 26, 61, 43.2}), (Outlook{45, 30, 55, 25, 65, 0}));
    EXPECT_EQ(as_kept({9, 3, 14, 0, 20, 8}), (Outlook{0, 0, 15, 0, 20, 0}));
    EXPECT_EQ(as_kept({40, 30, 50, 25, 60, 0}), (Outlook{40, 30, 50, 25, 60, 0})) << "once is enough";
}

TEST(Outlooks, say_what_is_missing_when_data_are_too_short) {
    const Outlooks none = outlooks_of(base::Result<SchoolNow>{base::Error{word::few_school_years, "2"}}, noise, 1);
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.missing, word::few_school_years.id);
    EXPECT_EQ(none.missing_about, "2");
    SchoolNow few = small_school_now(1);
    std::fill(few.school.arrivals.begin(), few.school.arrivals.end(), 1U);
    EXPECT_EQ(outlooks_of(few, noise, 1).missing, word::few_begin.id);
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
            for (const char* text : {"SELECT COUNT(*) FROM flow_outlook_line", "SELECT COUNT(*) FROM flow_outlook_count", "SELECT COUNT(*) FROM flow_outlook_gate", "SELECT COUNT(*) FROM flow_outlook_split", "SELECT COUNT(*) FROM flow_outlook_subject", "SELECT COUNT(*) FROM flow_outlook_state", "SELECT COUNT(*) FROM flow_outlook"})
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

TEST_P(KeptOutlooks, have_the_noise_of_their_school_for_good) {
    base::SeededRandomness one{1}, other{2};
    Noise::Key first{}, later{};
    world.school().write_now([&](storage::Writes& writes) { first = noise_key(writes, one); });
    world.school().write_now([&](storage::Writes& writes) { later = noise_key(writes, other); });
    EXPECT_EQ(first, later);
    EXPECT_NE(first, Noise::Key{});
}

TEST_P(KeptOutlooks, go_with_the_set_they_belong_to) {
    keep(kept_once());
    const std::int64_t once = rows();
    keep(kept_once());
    EXPECT_EQ(rows(), once);
    keep(outlooks_of(base::Result<SchoolNow>{base::Error{word::few_school_years, "2"}}, noise, 1));
    EXPECT_EQ(rows(), 1) << "only that there is none";
}

}  // namespace
}  // namespace loopbaankaart::flow
