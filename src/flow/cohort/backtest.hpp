// What the forecasts would have been, had they been made at the end of each past school year, and what came of them.
//
// Rolling origin (Tashman 2000, Int. J. Forecasting 16, 437–450): every forecast is made with the years before it only, and tested on the years
// that followed; no random folds. Intakes are those that came (realised), or drawn with what was known at the origin, or that of the first year is known
// and later ones are drawn: as a forecast is made in a school year that has begun. That first year's is as it was recorded then, when records say when they were made.
// Who joins from elsewhere is known of the same years as the intake.
#pragma once

#include "forecast.hpp"
#include "gate.hpp"

namespace loopbaankaart::flow {

// Judgements: coverage and drift of forecasts as they are made; skill, and with it red, always with the intakes that came. M1 and M0 have the same drawn intakes, and their
// chance would hide which of both knows more.
enum class IntakeKnown { realised, drawn, first_year };

// How many are at the school in a year, from the draws of where they are by its end: everybody is somewhere. Give it every line that a Listener gets.
class Places {
public:
    static constexpr State state = 0xFE;  // as the state of a line
    Places(const School& school, std::uint32_t ahead);
    void add(std::size_t line, std::span<const std::uint32_t> model, std::span<const std::uint32_t> own_rate);

    struct Draws {
        std::vector<std::uint32_t> model, own_rate;
    };
    // Of [subject][year ahead], subjects as in Forecast::lines.
    const std::vector<Draws>& draws() const { return draws_; }

private:
    std::size_t states_, ahead_;
    std::vector<Draws> draws_;
};

struct BacktestOptions {
    ForecastOptions forecast;
    IntakeKnown intake = IntakeKnown::realised;
    std::size_t first_origin = 3;  // years known at the first forecast
    bool places = false;           // also of all who are at the school
};

struct Result {
    Line line;               // as it was forecast
    std::int32_t origin;     // the last school year known
    std::uint32_t happened;  // students
    Score model, own_rate;
    std::size_t cohort = 0;  // the year it was about, counted from the first

    bool operator==(const Result&) const = default;
};

struct Backtest {
    std::vector<Result> results;        // by origin, then as in Forecast::lines
    std::vector<Judgement> judgements;  // of [state][year ahead], over all programmes
    Estimate skill;                     // of all of them together
    // Of all who are at the school in a year, wherever they go: Places. Judged apart, so that the judgements above stay what they were.
    std::vector<Result> place_results;         // by origin, then programmes, sectors and the school, then year ahead
    std::vector<Judgement> place_judgements;   // of [year ahead]

    const Judgement& of(State state, std::uint32_t ahead, std::uint32_t most_ahead) const { return judgements[std::size_t{state} * most_ahead + ahead - 1]; }
};

// Programmes with nobody there at the origin, none coming and none in the end do not count.
Backtest backtest(const School& school, const BacktestOptions& options);

}  // namespace loopbaankaart::flow
