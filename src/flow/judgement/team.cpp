#include "team.hpp"

#include <map>

#include "leaving_out.hpp"

namespace loopbaankaart::flow {

namespace {

std::size_t cohorts_in(std::span<const Hunch> hunches) {
    std::set<std::uint32_t> cohorts;
    for (const Hunch& one : hunches) cohorts.insert(one.cohort);
    return cohorts.size();
}
double mean_score(std::span<const Hunch> hunches, double (*score)(double, double)) {
    double sum = 0;
    for (const Hunch& one : hunches) sum += score(share_said(one.of_ten), one.came_out());
    return sum / static_cast<double>(hunches.size());
}

}  // namespace

TeamSilence team_silence(std::span<const Hunch> hunches) {
    if (hunches.size() < least_judgements) return TeamSilence::few_judgements;
    std::map<std::uint32_t, std::size_t> said;
    for (const Hunch& one : hunches) ++said[one.teacher];
    if (said.size() < least_teachers) return TeamSilence::few_teachers;
    for (const auto& [teacher, number] : said)
        if (static_cast<double>(number) > most_of_one * static_cast<double>(hunches.size())) return TeamSilence::one_prevails;
    return TeamSilence::none;
}

TeamResult team_result(std::span<const Hunch> hunches) {
    TeamResult result{.silence = team_silence(hunches)};
    if (result.silence != TeamSilence::none) return result;
    std::set<std::uint32_t> teachers;
    for (const Hunch& one : hunches) teachers.insert(one.teacher);
    result.judgements = hunches.size(), result.teachers = teachers.size(), result.cohorts = cohorts_in(hunches);
    using Some = std::span<const Hunch>;
    result.brier = leaving_out(hunches, [](Some some) { return mean_score(some, brier); });
    result.log_score = leaving_out(hunches, [](Some some) { return mean_score(some, log_score); });
    result.reliability = leaving_out(hunches, [](Some some) { return murphy(some).reliability; });
    result.resolution = leaving_out(hunches, [](Some some) { return murphy(some).resolution; });
    result.uncertainty = leaving_out(hunches, [](Some some) { return murphy(some).uncertainty; });
    result.classes = calibration(hunches);
    return result;
}

}  // namespace loopbaankaart::flow
