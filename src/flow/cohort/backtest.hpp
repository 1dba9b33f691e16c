// What the forecasts would have been, had they been made at the end of each past school year, and what came of them.
//
// Rolling origin (Tashman 2000, Int. J. Forecasting 16, 437–450): every forecast is made with the years before it only, and tested on the years
// that followed; no random folds. Intakes are those that came (realised), or drawn with what was known at the origin, or that of the first year is known
// and later ones are drawn: as a forecast is made in a school year that has begun. That first year's is as it was recorded then, when records say when they were made.
#pragma once

#include "forecast.hpp"
#include "gate.hpp"

namespace loopbaankaart::flow {

// Judgements: coverage and drift of forecasts as they are made; skill, and with it red, always with the intakes that came. M1 and M0 have the same drawn intakes, and their
// chance would hide which of both knows more.
enum class IntakeKnown { realised, drawn, first_year };

struct BacktestOptions {
    ForecastOptions forecast;
    IntakeKnown intake = IntakeKnown::realised;
    std::size_t first_origin = 3;  // years known at the first forecast
};

struct Result {
    Line line;               // as it was forecast
    std::int32_t origin;     // the last school year known
    std::uint32_t happened;  // students
    Score model, own_rate;

    bool operator==(const Result&) const = default;
};

struct Backtest {
    std::vector<Result> results;        // by origin, then as in Forecast::lines
    std::vector<Judgement> judgements;  // of [state][year ahead], over all programmes
    Estimate skill;                     // of all of them together

    const Judgement& of(State state, std::uint32_t ahead, std::uint32_t most_ahead) const { return judgements[std::size_t{state} * most_ahead + ahead - 1]; }
};

// Programmes with nobody there at the origin, none coming and none in the end do not count.
Backtest backtest(const School& school, const BacktestOptions& options);

}  // namespace loopbaankaart::flow
