#include <fmt/format.h>

#include <algorithm>

#include "page.hpp"

namespace loopbaankaart::flow {

namespace {

bool in_middle(double pit, double share) { return pit >= (1 - share) / 2 && pit <= (1 + share) / 2; }

}  // namespace

std::array<Held, 6> held_by_size(const School& school, const Backtest& test) {
    constexpr std::array<std::uint32_t, 5> bounds{10, 20, 40, 80, UINT32_MAX};
    std::array<Held, 6> held{};
    for (const Result& one : test.results) {
        std::size_t at = one.line.level == Level::sector ? 4 : 5;
        if (one.line.level == Level::sector && school.sectors.size() < 2) continue;
        if (one.line.level == Level::programme) {
            const std::uint32_t intake = school.arrived(static_cast<std::size_t>(one.origin + 1 - school.first_year), one.line.subject);
            const auto bound = std::upper_bound(bounds.begin(), bounds.end() - 1, intake) - bounds.begin();
            if (bound == 0) continue;  // too few to forecast
            at = static_cast<std::size_t>(bound) - 1;
        }
        ++held[at].forecasts, held[at].middle80 += in_middle(one.model.pit, 0.8) ? 1 : 0, held[at].middle95 += in_middle(one.model.pit, 0.95) ? 1 : 0;
    }
    return held;
}

std::string report_table(const Report& report) {
    std::string table = "intake,state,ahead,gate,forecasts,cohorts,skill,skill_low,skill_high,pit80,pit80_low,pit80_high,pit95,pit95_low,pit95_high,drift,shown80,shown95,crps,own_crps,log_score,own_log_score,data,model,seed,version\n";
    for (const auto& [intake, test] : {std::pair{report.known == IntakeKnown::first_year ? "first_year" : "drawn", &report.as_known}, {"realised", &report.realised}})
        for (std::size_t at = 0; at < test->judgements.size(); ++at) {
            const Judgement& one = test->judgements[at];
            if (one.forecasts == 0) continue;
            table += fmt::format("{},{},{},{},{},{}", intake, table_cell(report.school.states[at / report.ahead]), at % report.ahead + 1, code(one.colour), one.forecasts, one.cohorts);
            for (const Estimate& estimate : {one.skill, one.coverage80, one.coverage95})
                table += one.colour == Colour::grey ? fmt::format(",{:.4f},,", estimate.value) : fmt::format(",{:.4f},{:.4f},{:.4f}", estimate.value, estimate.low, estimate.high);
            table += fmt::format(",{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{},{},{},{}\n", one.drift, one.shown80, one.shown95, one.crps, one.own_crps, one.log_score, one.own_log_score, report.made.data, report.made.model, report.made.seed, report.made.version);
        }
    return table;
}

}  // namespace loopbaankaart::flow
