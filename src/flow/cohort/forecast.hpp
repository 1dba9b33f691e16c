// How many students of each programme, sector and school will be where, in the years that come: 10,000 years drawn, one beside another.
//
// Everybody who is at a school's splits goes through them by model M1 (split.hpp), year after year, and with them an intake (intake.hpp) and who come from
// elsewhere into a later year (side_entry.hpp), each drawn from a negative binomial around the mean of the last three years. What a year does to all programmes is
// drawn once a year for each split, and once for all intakes, so that totals are as uncertain as they are. Beside it M0, always: binomial, with the rate of
// the programme's last three cohorts, (y + ½)/(n + 1).
//
//     const Forecast forecast = flow::forecast(school, {.seed = 6});
//     for (const Line& line : forecast.lines) …  // in 8 of 10 comparable years between line.model.low80 and line.model.high80 students
//
// A way that hardly anybody ever took (fewer than five students, or one in a thousand) has one rate for all programmes and years, from a beta.
// Not in it: a trend in the intake, and what a year does to the intakes of one sector.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "school.hpp"
#include "split.hpp"

namespace loopbaankaart::flow {

enum class IntakeEffect { shared, none };  // what a year does to all intakes; none: each programme's own alone

struct ForecastOptions {
    std::uint64_t seed = 0;
    unsigned threads = 2;        // the same bytes for any number
    std::uint32_t ahead = 3;     // years
    std::uint32_t blocks = 100;  // of the hyperparameters' values
    std::uint32_t per_block = 100;
    YearEffect year = YearEffect::shared;
    CohortShock cohort = CohortShock::drawn;
    IntakeEffect intakes = IntakeEffect::shared;
    std::vector<std::uint32_t> intake;  // [year ahead][programme], of as many years as are known; later ones are drawn
    std::vector<std::uint32_t> joined;  // [year ahead][programme][state], of the same years; empty: all who joined in them are among School::present
};

// Of whole students. A limit is the lowest number that is not passed in that share of the draws.
struct Outlook {
    std::uint32_t median = 0, low80 = 0, high80 = 0, low95 = 0, high95 = 0;
    double mean = 0;

    bool operator==(const Outlook&) const = default;
};
Outlook outlook(std::span<const std::uint32_t> draws);

enum class Level : std::uint8_t { programme, sector, school };
enum class Refusal : std::uint8_t {
    none,
    few_students,  // an intake below 10
    not_narrower,  // what its own past tells makes its rates hardly surer than those of any programme of the school: the same number of students
                   // expected by its own rates has an 80% interval that is not 20% narrower. Without the chance of whole students, which both have alike
};
inline constexpr double least_intake = 10, narrower = 0.8;
inline constexpr std::size_t least_cohorts = 3;  // completed; with fewer the forecast is borrowed from other programmes

struct Line {
    Level level = Level::programme;
    std::uint32_t subject = 0;  // which programme or sector
    State state = 0;            // in it at the begin of the next year; arrived in it that year when nobody leaves it
    std::uint32_t ahead = 1;    // years
    Outlook model, own_rate;    // M1 and M0
    Refusal refusal = Refusal::none;  // then look one level up
    bool borrowed = false;            // no coverage can be claimed

    bool operator==(const Line&) const = default;
};

struct Forecast {
    std::vector<Line> lines;  // programmes, then sectors, then the school; within one by state, then year

    bool operator==(const Forecast&) const = default;
};

// Gets the draws of each line, of M1 and (fewer) of M0, before they are gone; from several threads at once, each line once. Its place is that in Forecast::lines.
using Listener = std::function<void(std::size_t line, std::span<const std::uint32_t> model, std::span<const std::uint32_t> own_rate)>;

Forecast forecast(const School& school, const ForecastOptions& options, const Listener& listener = {});

// M0 for one split: log P(y of n), the binomial with the rate (y + ½)/(n + 1) of what was seen.
double own_rate(std::uint32_t seen, std::uint32_t took);
double own_rate_log_probability(std::uint32_t n, std::uint32_t y, double rate);

}  // namespace loopbaankaart::flow
