// flow_coverage: are forecasts as sure as they should be? Simulated schools, of which the last year is forecast from those before.
//
//     build/bench/flow_coverage [SCHOOLS 60] [PROGRAMMES 200] [as_is|no_cohort|no_year|steady|trend|change|places|places_apart|speed] [FIRST 1] [SHOCK 0.15] [SIDE 0.06]
//
// no_cohort and no_year forecast without the cohort shock and without the year effect: the first should fall short for larger programmes, the second
// for totals. trend (0.15 a year) and change (0.8, two years ago; both on the log-odds of leaving) are schools that break the model: there the share of schools is
// told whose gate is green for leaving one, two and three years ahead, and how many classes are green or red in all; steady is the same for schools that do not.
// places: how many are at the school, one to three years ahead, with intakes that are drawn, in schools where a year moves all intakes by SHOCK on the log scale and SIDE students
// enter year 2 for each who begins; places_apart forecasts those without what intakes share. speed is no test of schools: the time that 10,000 draws of three years take for the first of them. Seeds are FIRST, FIRST + 1, …
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <ctime>
#include <string>
#include <vector>

#include <flow/flow.hpp>

namespace {

using namespace loopbaankaart::flow;

struct Class {
    std::string name;
    double forecasts = 0, pit80 = 0, pit95 = 0, shown80 = 0, shown95 = 0, crps = 0, own_crps = 0;

    void add(const Result& result) {
        const double pit = result.model.pit;
        ++forecasts, pit80 += pit >= 0.1 && pit <= 0.9 ? 1 : 0, pit95 += pit >= 0.025 && pit <= 0.975 ? 1 : 0;
        shown80 += result.model.within80 ? 1 : 0, shown95 += result.model.within95 ? 1 : 0;
        crps += result.model.crps, own_crps += result.own_rate.crps;
    }
};

Simulation school_of(std::uint64_t seed, std::uint32_t programmes, const std::string& what) {
    Simulation simulation{.seed = seed, .programmes = programmes};
    simulation.year_spread = 0.15 + 0.15 * static_cast<double>(seed % 4) / 3;
    if (what == "trend") simulation.trend = 0.15;
    if (what == "change") simulation.changes_in = simulation.years - 2, simulation.change = 0.8;
    return simulation;
}

// Of all who are at the school, by level and years ahead: the last three years, each forecast from those before.
void cover_places(std::uint64_t schools, std::uint32_t programmes, std::uint64_t first, double shock, double side, const std::string& what) {
    constexpr std::uint32_t most = 3;
    constexpr std::array<const char*, 3> levels{"programme", "sector", "school"};
    std::vector<Class> classes;
    for (const char* level : levels)
        for (std::uint32_t ahead = 1; ahead <= most; ++ahead) classes.push_back({fmt::format("{} {}", level, ahead)});
    std::vector<double> low(classes.size());
    for (std::uint64_t seed = first; seed < first + schools; ++seed) {
        Simulation simulation = school_of(seed, programmes, what);
        simulation.intake_year_spread = shock, simulation.side = side;
        const School school = simulate(simulation);
        const IntakeEffect intakes = what == "places_apart" ? IntakeEffect::none : IntakeEffect::shared;
        const BacktestOptions options{.forecast = {.seed = seed, .threads = 2, .ahead = most, .blocks = 50, .per_block = 40, .intakes = intakes}, .intake = IntakeKnown::drawn, .first_origin = school.years - most, .places = true};
        const Backtest test = backtest(school, options);
        for (const Result& result : test.place_results) {
            const std::size_t at = static_cast<std::size_t>(result.line.level) * most + result.line.ahead - 1;
            classes[at].add(result), low[at] += result.happened - result.line.model.mean;
        }
    }
    fmt::print("{}: {} schools of {} programmes from {}, shock {}, side {}\n{:12} {:>9} {:>7} {:>7} {:>9} {:>9} {:>8} {:>9}\n", what, schools, programmes, first, shock, side, "class", "forecasts", "80%", "95%", "shown 80%", "shown 95%", "CRPS", "too low");
    for (std::size_t at = 0; at < classes.size(); ++at) {
        const Class& one = classes[at];
        fmt::print("{:12} {:9} {:6.1f}% {:6.1f}% {:8.1f}% {:8.1f}% {:8.3f} {:9.3f}\n", one.name, one.forecasts, 100 * one.pit80 / one.forecasts, 100 * one.pit95 / one.forecasts, 100 * one.shown80 / one.forecasts, 100 * one.shown95 / one.forecasts,
                   one.crps / one.forecasts, low[at] / one.forecasts);
    }
}

void time_a_forecast(const School& school) {
    Forecast first;
    for (const unsigned threads : {1U, 2U, 2U, 2U}) {
        const std::clock_t processor = std::clock();
        const auto begin = std::chrono::steady_clock::now();
        const Forecast made = forecast(school, {.seed = 1, .threads = threads});
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        if (threads == 1) first = made;
        fmt::print("{} programmes × 10,000 draws × 3 years, {} thread{}: {:.2f} s, {:.2f} s of processor{}\n", school.programmes.size(), threads, threads == 1 ? "" : "s", took.count(), static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC,
                   made == first ? "" : "; NOT the same numbers");
    }
}

}  // namespace

int main(int count, char** arguments) {
    const auto schools = count > 1 ? std::stoull(arguments[1]) : 60;
    const auto programmes = static_cast<std::uint32_t>(count > 2 ? std::stoul(arguments[2]) : 200);
    const std::string what = count > 3 ? arguments[3] : "as_is";
    const auto first = count > 4 ? std::stoull(arguments[4]) : 1;
    const bool breaks = what == "trend" || what == "change" || what == "steady";
    std::array<Class, 6> classes{{{"10-19"}, {"20-39"}, {"40-79"}, {"80+"}, {"sector"}, {"school"}}};
    if (what == "speed") return time_a_forecast(simulate(school_of(1, programmes, what))), 0;
    if (what.starts_with("places")) return cover_places(schools, programmes, first, count > 5 ? std::stod(arguments[5]) : 0.15, count > 6 ? std::stod(arguments[6]) : 0.06, what), 0;
    std::array<double, 3> green_for_leaving{};
    double green = 0, red = 0, judged = 0;
    const std::clock_t begin = std::clock();
    for (std::uint64_t seed = first; seed < first + schools; ++seed) {
        const School school = simulate(school_of(seed, programmes, what));
        BacktestOptions options{.forecast = {.seed = seed, .threads = 2, .ahead = breaks ? 3U : 1U, .blocks = breaks ? 50U : 100U, .per_block = 20}, .first_origin = breaks ? 3 : school.years - 1};
        if (what == "no_cohort") options.forecast.cohort = CohortShock::none;
        if (what == "no_year") options.forecast.year = YearEffect::none;
        const Backtest test = backtest(school, options);
        constexpr State left = 2;
        for (std::uint32_t ahead = 1; ahead <= options.forecast.ahead; ++ahead) green_for_leaving[ahead - 1] += test.of(left, ahead, options.forecast.ahead).colour == Colour::green ? 1 : 0;
        for (const Judgement& one : test.judgements) judged += one.colour != Colour::grey ? 1 : 0, green += one.colour == Colour::green ? 1 : 0, red += one.colour == Colour::red ? 1 : 0;
        for (const Result& result : test.results) {
            if (result.line.level == Level::sector) classes[4].add(result);
            if (result.line.level == Level::school) classes[5].add(result);
            if (result.line.level != Level::programme) continue;
            const std::uint32_t intake = school.arrived(school.years - 1, result.line.subject);
            if (intake >= least_intake) classes[intake < 20 ? 0 : intake < 40 ? 1 : intake < 80 ? 2 : 3].add(result);
        }
    }
    fmt::print("{}: {} schools of {} programmes, {:.0f} s of processor\n", what, schools, programmes, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    fmt::print("{:8} {:>9} {:>7} {:>7} {:>9} {:>9} {:>8} {:>8}\n", "class", "forecasts", "80%", "95%", "shown 80%", "shown 95%", "CRPS", "M0's");
    for (const Class& one : classes)
        if (one.forecasts > 0)
            fmt::print("{:8} {:9} {:6.1f}% {:6.1f}% {:8.1f}% {:8.1f}% {:8.3f} {:8.3f}\n", one.name, one.forecasts, 100 * one.pit80 / one.forecasts, 100 * one.pit95 / one.forecasts,
                       100 * one.shown80 / one.forecasts, 100 * one.shown95 / one.forecasts, one.crps / one.forecasts, one.own_crps / one.forecasts);
    if (!breaks) return 0;
    for (const double one : green_for_leaving) fmt::print("{:.0f} ", one);
    fmt::print("of {} schools are green for leaving one, two and three years ahead; of all classes {:.0f}% green, {:.1f}% red\n", schools, 100 * green / judged, 100 * red / judged);
}
