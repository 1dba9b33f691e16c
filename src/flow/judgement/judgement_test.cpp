#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include <flow/flow.hpp>

#include "../data/trial_folder.hpp"
#include "trial_hunches.hpp"

namespace loopbaankaart::flow {
namespace {

bool close(double a, double b, double within = 1e-12) { return std::abs(a - b) <= within * std::max(1.0, std::abs(b)); }

// Every student one by one, as the papers write it.
struct StudentByStudent {
    double brier = 0, log_score = 0;
};
StudentByStudent one_by_one(const std::vector<Hunch>& hunches) {
    StudentByStudent sums;
    for (const Hunch& one : hunches) {
        const double said = share_said(one.of_ten), each = 1.0 / one.students / static_cast<double>(hunches.size());
        for (std::uint32_t student = 0; student < one.students; ++student) {
            const double y = student < one.happened ? 1 : 0;
            sums.brier += each * (said - y) * (said - y);
            sums.log_score -= each * std::log(y == 1 ? said : 1 - said);
        }
    }
    return sums;
}

RC_GTEST_PROP(Hunches, AreScoredStudentByStudent, ()) {
    const auto hunches = trial::any_hunches();
    double score = 0, logs = 0;
    for (const Hunch& one : hunches) score += brier(share_said(one.of_ten), one.came_out()), logs += log_score(share_said(one.of_ten), one.came_out());
    const auto number = static_cast<double>(hunches.size());
    const StudentByStudent right = one_by_one(hunches);
    RC_ASSERT(close(score / number, right.brier));
    RC_ASSERT(close(logs / number, right.log_score));
}

RC_GTEST_PROP(Murphy, PartsAddUpToTheScore, ()) {
    const auto hunches = trial::any_hunches();
    const Murphy said = murphy(hunches);
    RC_ASSERT(close(said.score, one_by_one(hunches).brier));
    RC_ASSERT(close(said.score, said.reliability - said.resolution + said.uncertainty));
    RC_ASSERT(std::abs(said.within) < 1e-12);
    // In classes of any kind the fifth part makes up the difference.
    std::vector<SaidAndDone> rough;
    for (const Hunch& one : hunches) rough.push_back({share_said(one.of_ten), one.came_out(), static_cast<std::uint32_t>(*rc::gen::inRange(0, 3))});
    const Murphy coarse = murphy(rough);
    RC_ASSERT(close(coarse.score, coarse.reliability - coarse.resolution + coarse.uncertainty + coarse.within));
    RC_ASSERT(coarse.reliability >= 0 && coarse.resolution >= 0 && coarse.resolution <= coarse.uncertainty + 1e-12);
}

TEST(Murphy, OfWhoSaysTheSameEveryTimeResolvesNothing) {
    const std::vector<Hunch> same{{.of_ten = 7, .students = 10, .happened = 5}, {.of_ten = 7, .students = 10, .happened = 9}};
    EXPECT_NEAR(murphy(same).resolution, 0, 1e-15);
    EXPECT_NEAR(murphy(same).reliability, 0, 1e-15) << "seven of ten did";
    const std::vector<Hunch> knows{{.of_ten = 5, .students = 10, .happened = 5}, {.of_ten = 9, .students = 10, .happened = 9}};
    EXPECT_NEAR(murphy(knows).resolution, 0.04, 1e-15);
    EXPECT_LT(murphy(knows).score, murphy(same).score);
}

TEST(Hunches, AreNeverWrongBeyondMeasure) {
    EXPECT_TRUE(std::isfinite(log_score(share_said(0), 1)));
    EXPECT_TRUE(std::isfinite(log_score(share_modelled(1), 0)));
    EXPECT_EQ(share_said(3), 0.3);
}

TEST(Calibration, ShowsWhatCameOutBesideWhatWasSaid) {
    // Given thirty judgements of groups of twenty, of whom just as many got there as was said.
    std::vector<Hunch> hunches;
    for (int at = 0; at < 30; ++at) hunches.push_back({.of_ten = at % 3 == 0 ? 2 : 8, .students = 20, .happened = static_cast<std::uint32_t>(at % 3 == 0 ? 4 : 16)});
    const auto classes = calibration(hunches);
    ASSERT_EQ(classes.size(), 2U);
    EXPECT_EQ(classes[0].judgements, 10U);
    EXPECT_NEAR(classes[0].came_out.value, 0.2, 1e-12);
    EXPECT_EQ(alikeness(hunches), 0) << "groups differ less than students alone would";
    const Estimate alone = wilson(0.2, 200);
    EXPECT_NEAR(classes[0].came_out.low, alone.low, 1e-12);
}

TEST(Calibration, OfAFewGroupsCountsAGroupAsOneOutcome) {
    const std::vector<Hunch> three(3, {.of_ten = 9, .students = 100, .happened = 100});
    const auto classes = calibration(three);
    ASSERT_EQ(classes.size(), 1U);
    EXPECT_EQ(classes[0].came_out, wilson(1, 3));
    EXPECT_LT(classes[0].came_out.low, 0.5) << "not sure because a hundred each did";
}

TEST(Calibration, OfGroupsThatGoTogetherIsWide) {
    std::vector<Hunch> hunches;
    for (int at = 0; at < 40; ++at) hunches.push_back({.of_ten = 5, .students = 50, .happened = at % 2 == 0 ? 50U : 0U});
    EXPECT_NEAR(alikeness(hunches), 1, 1e-12);
    EXPECT_NEAR(calibration(hunches)[0].came_out.low, wilson(0.5, 40).low, 1e-12);
}

TEST(Calibration, IsNoSurerWhenMoreTeachersSaidItOfTheSameGroups) {
    // Given twenty groups of which one teacher, or seven, said five of ten.
    std::vector<Hunch> one, seven;
    for (std::uint32_t group = 0; group < 20; ++group)
        for (std::uint32_t teacher = 0; teacher < 7; ++teacher) {
            const Hunch hunch{.teacher = teacher, .of_ten = 5, .students = 20, .happened = 6 + group % 9, .model = {}, .group = group};
            seven.push_back(hunch);
            if (teacher == 0) one.push_back(hunch);
        }
    EXPECT_EQ(alikeness(one), alikeness(seven));
    EXPECT_NEAR(calibration(one)[0].came_out.low, calibration(seven)[0].came_out.low, 1e-12);
    EXPECT_NEAR(calibration(one)[0].came_out.high, calibration(seven)[0].came_out.high, 1e-12);
    EXPECT_EQ(calibration(seven)[0].judgements, 140U);
}

TEST(Calibration, CoversWhatIsTrue) {
    // Given judgements of groups that go together somewhat, when limits are drawn in two hundred such years, then some 95% hold the truth.
    std::size_t inside = 0, all = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Stream stream{seed, 0, 0};
        std::vector<Hunch> hunches;
        for (int at = 0; at < 40; ++at) {
            const bool low = at % 2 == 0;
            const double share = draw::beta(stream, low ? 3 : 7, low ? 7 : 3);
            hunches.push_back({.of_ten = low ? 3 : 7, .students = 20, .happened = draw::binomial(stream, 20, share)});
        }
        for (const CalibrationClass& one : calibration(hunches)) {
            const double truth = one.from == 2 ? 0.3 : 0.7;
            ++all, inside += one.came_out.low <= truth && truth <= one.came_out.high ? 1 : 0;
        }
    }
    EXPECT_EQ(all, 400U);
    EXPECT_GE(inside, 368U);
    EXPECT_LE(inside, 392U);
}

TEST(Team, KeepsSilentUntilItIsNobodysOwnResult) {
    auto hunches = trial::hunches_of({.teachers = 5, .cohorts = 5, .groups = 8});
    ASSERT_EQ(hunches.size(), 200U);
    EXPECT_EQ(team_result(hunches).silence, TeamSilence::none);
    auto fewer = hunches;
    fewer.pop_back();
    EXPECT_EQ(team_result(fewer).silence, TeamSilence::few_judgements);
    EXPECT_EQ(team_result(fewer).judgements, 0U) << "and says nothing else";
    auto four = hunches;
    for (Hunch& one : four) one.teacher = one.teacher == 4 ? 0 : one.teacher;
    EXPECT_EQ(team_result(four).silence, TeamSilence::few_teachers);
    auto one_says_most = hunches;
    for (std::size_t at = 40; at < 200; at += 4) one_says_most[at].teacher = 0;
    EXPECT_EQ(team_result(one_says_most).silence, TeamSilence::none) << "80 of 200 is not over 40%";
    one_says_most[199].teacher = 0;
    EXPECT_EQ(team_result(one_says_most).silence, TeamSilence::one_prevails);
}

TEST(Team, LimitsGetWiderWhenTeachersDiffer) {
    auto alike = trial::hunches_of({.teachers = 10});
    auto differ = alike;
    for (Hunch& one : differ)
        if (one.teacher < 3) one.of_ten = 10 - one.of_ten;
    const TeamResult same = team_result(alike), apart = team_result(differ);
    EXPECT_GT(apart.brier.high - apart.brier.low, 2 * (same.brier.high - same.brier.low));
    EXPECT_GT(apart.brier.value, same.brier.value);
}

TEST(Team, LimitsOfAMeanOverTeachersAreThoseOfStudent) {
    // Given six teachers with equally many judgements in one year, then leaving one out gives s/√G, and t of five.
    std::vector<Hunch> hunches;
    std::map<std::uint32_t, double> sums;
    for (std::uint32_t teacher = 0; teacher < 6; ++teacher)
        for (std::uint32_t at = 0; at < 40; ++at) {
            hunches.push_back({.teacher = teacher, .of_ten = static_cast<int>((at * (teacher + 1)) % 11), .students = 10, .happened = at % 11 % 10});
            sums[teacher] += brier(share_said(hunches.back().of_ten), hunches.back().came_out()) / 40;
        }
    double mean = 0, squares = 0;
    for (const auto& [teacher, one] : sums) mean += one / 6;
    for (const auto& [teacher, one] : sums) squares += (one - mean) * (one - mean);
    const TeamResult result = team_result(hunches);
    EXPECT_NEAR(result.brier.value, mean, 1e-12);
    EXPECT_NEAR(result.brier.high - result.brier.value, 2.5706 * std::sqrt(squares / 5 / 6), 2e-3 * std::sqrt(squares));
}

TEST(Together, TeachersWhoSeeMoreAddToTheModelAndThoseWhoDoNotDoNot) {
    const Stacked knowing = stacked(trial::hunches_of({.seed = 3, .teachers_know = 0.8}));
    ASSERT_EQ(knowing.silence, TeamSilence::none);
    EXPECT_TRUE(knowing.adds);
    EXPECT_GT(knowing.gain.value, 0.02);
    EXPECT_NEAR(knowing.gain.value, knowing.model_log_score - knowing.stacked_log_score, 1e-12);
    EXPECT_LT(knowing.stacked_brier, knowing.model_brier);
    EXPECT_GT(knowing.weights.teacher, 0.3);
    std::size_t said_to_add = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) said_to_add += stacked(trial::hunches_of({.seed = seed, .teachers_know = 0})).adds ? 1 : 0;
    EXPECT_LE(said_to_add, 1U);
}

TEST(Together, NeedsThreeCohortsAndAModel) {
    EXPECT_EQ(stacked(trial::hunches_of({.cohorts = 2, .groups = 20})).silence, TeamSilence::few_cohorts);
    auto hunches = trial::hunches_of({});
    for (Hunch& one : hunches)
        if (one.cohort > 0) one.model.reset();
    EXPECT_EQ(stacked(hunches).silence, TeamSilence::few_judgements);
}

RC_GTEST_PROP(Together, IsWhereTheSlopeIsNought, ()) {
    // The ridge alone holds it at the model: few judgements move it little. Moved a little any way, the penalised score is no lower.
    const auto hunches = trial::any_hunches();
    const auto penalty = [&](double a, double b, double c) {
        double sum = (a * a + (b - 1) * (b - 1) + c * c) / 2;
        for (const Hunch& one : hunches) sum += log_score(Together{a, b, c}.share(share_modelled(*one.model), share_said(one.of_ten)), one.came_out());
        return sum;
    };
    const Together best = together(hunches);
    const double least = penalty(best.intercept, best.model, best.teacher);
    constexpr double step = 1e-3;
    for (int way = 0; way < 6; ++way) {
        const double by = way % 2 == 0 ? step : -step;
        const double moved = penalty(best.intercept + (way / 2 == 0 ? by : 0), best.model + (way / 2 == 1 ? by : 0), best.teacher + (way / 2 == 2 ? by : 0));
        RC_ASSERT(moved > least);
    }
}

TEST(Together, ACohortIsForecastByTheOthersAlone) {
    // Given a year in which everything came out the other way round, when each year is forecast, then by what came of the other years.
    auto hunches = trial::hunches_of({.seed = 5});
    for (Hunch& one : hunches)
        if (one.cohort == 0) one.happened = one.students - one.happened;
    double sum = 0, with_itself = 0;
    const Together all = together(hunches);
    for (std::uint32_t cohort = 0; cohort < 5; ++cohort) {
        std::vector<Hunch> others;
        std::copy_if(hunches.begin(), hunches.end(), std::back_inserter(others), [&](const Hunch& one) { return one.cohort != cohort; });
        const Together known = together(others);
        for (const Hunch& one : hunches) {
            if (one.cohort != cohort) continue;
            sum += log_score(known.share(share_modelled(*one.model), share_said(one.of_ten)), one.came_out());
            with_itself += log_score(all.share(share_modelled(*one.model), share_said(one.of_ten)), one.came_out());
        }
    }
    const auto number = static_cast<double>(hunches.size());
    EXPECT_NEAR(stacked(hunches).stacked_log_score, sum / number, 1e-12);
    EXPECT_GT(sum, with_itself + 1) << "who knows the outcome forecasts it better";
}

TEST(Judgements, AreReadFromAFileAndWrittenByTheRules) {
    std::string rows = "team,teacher,cohort,of_ten,students,happened,model\nklein,ans,2024,7,20,12,\n";
    for (const Hunch& one : trial::hunches_of({}))
        rows += "groot,t" + std::to_string(one.teacher) + "," + std::to_string(2020 + one.cohort) + "," + std::to_string(one.of_ten) + "," + std::to_string(one.students) + "," + std::to_string(one.happened) + "," + std::to_string(*one.model) + "\n";
    const trial::Folder folder;
    const auto file = read_judgements(folder.write("oordelen.csv", rows));
    ASSERT_TRUE(file);
    ASSERT_EQ(file->teams.size(), 2U);
    EXPECT_EQ(file->teams[0].hunches.front().came_out(), 0.6);
    EXPECT_FALSE(file->teams[0].hunches.front().model);
    std::ostringstream out;
    EXPECT_EQ(write_teams(out, file->teams), 1U);
    EXPECT_NE(out.str().find("\nklein" + std::string(19, ',') + "few_judgements" + std::string(8, ',') + "few_judgements\n"), std::string::npos) << out.str();
    EXPECT_NE(out.str().find("\ngroot,320,8,5,"), std::string::npos);
    std::istringstream lines{out.str()};
    std::string line;
    std::vector<std::ptrdiff_t> commas;
    while (std::getline(lines, line)) commas.push_back(std::count(line.begin(), line.end(), ','));
    EXPECT_EQ(commas, std::vector<std::ptrdiff_t>(3, commas.front()));
}

TEST(Judgements, ThatCannotBeAreRefusedWithTheirRow) {
    const trial::Folder folder;
    for (const char* row : {"a,b,c,11,20,12,", "a,b,c,7,20,21,", "a,b,c,7,0,0,", "a,b,c,zeven,20,12,", "a,b,c,7,20,12,1.5", "a,b,c,7,20,12,NaN", "a,b,c,-1,20,12,"}) {
        const auto file = read_judgements(folder.write("a.csv", std::string{"team,teacher,cohort,of_ten,students,happened,model\na,b,c,7,20,12,0.5\n"} + row + "\n"));
        ASSERT_FALSE(file) << row;
        EXPECT_EQ(file.error().code(), "flow.judgement_unclear");
        EXPECT_EQ(file.error().about, "3");
    }
    EXPECT_EQ(read_judgements(folder.write("b.csv", "naam,leeftijd\nans,17\n")).error().code(), "flow.column_missing");
    EXPECT_EQ(read_judgements(folder.write("c.csv", "team,teacher,cohort,of_ten,students,happened,model\n")).error().code(), "flow.empty_file");
}

}  // namespace
}  // namespace loopbaankaart::flow
