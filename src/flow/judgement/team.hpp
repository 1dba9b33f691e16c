// How well a team's judgements came out, and whether they add anything to the model. Said only of enough judgements of enough teachers, so that it
// is nobody's own result; recognition of what teachers know, never appraisal.
//
// Limits leave out one teacher at a time, and one cohort at a time (the jackknife: Tukey 1958; Efron and Stein 1981, Annals of Statistics 9, 586–596),
// with Student's t of one fewer; the wider of the two counts, because judgements of a teacher, and of what happened in one year, resemble each other.
// Of fewer than three cohorts only teachers are left out.
#pragma once

#include <optional>
#include <span>

#include "../certainty/certainty.hpp"
#include "calibration.hpp"
#include "hunch.hpp"

namespace loopbaankaart::flow {

inline constexpr std::size_t least_judgements = 200, least_teachers = 5, least_judged_cohorts = 3;
inline constexpr double most_of_one = 0.4;

enum class TeamSilence : std::uint8_t {
    none,
    few_judgements,  // fewer than 200 came out
    few_teachers,    // fewer than five
    one_prevails,    // one of them said more than 40%
    few_cohorts,     // of stacking alone: fewer than three
};
TeamSilence team_silence(std::span<const Hunch> hunches);

struct TeamResult {
    TeamSilence silence = TeamSilence::none;  // when not none, nothing below is filled in
    std::size_t judgements = 0, teachers = 0, cohorts = 0;
    Estimate brier, log_score, reliability, resolution, uncertainty;
    std::vector<CalibrationClass> classes;
};
TeamResult team_result(std::span<const Hunch> hunches);

// Teacher and model together: logit P = a + b·logit(model) + c·logit(teacher), by maximum likelihood with a ridge of one towards the model alone
// (a = 0, b = 1, c = 0); each cohort is forecast by what the others tell (stacking: Wolpert 1992, Neural Networks 5, 241–259).
struct Together {
    double intercept = 0, model = 1, teacher = 0;

    double share(double model_said, double teacher_said) const;
};
Together together(std::span<const Hunch> hunches);  // those without a model are left out

struct Stacked {
    TeamSilence silence = TeamSilence::none;
    std::size_t judgements = 0, cohorts = 0;
    double model_log_score = 0, teacher_log_score = 0, stacked_log_score = 0;  // means, each cohort by the others
    double model_brier = 0, teacher_brier = 0, stacked_brier = 0;
    Estimate gain;        // by which the log score of both together is lower than the model's, paired by judgement
    bool adds = false;    // the whole interval lies above 0
    Together weights;     // by all cohorts
};
Stacked stacked(std::span<const Hunch> hunches);

}  // namespace loopbaankaart::flow
