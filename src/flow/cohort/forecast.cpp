#include "forecast.hpp"

#include <algorithm>
#include <numeric>

#include "../draws/elementary.hpp"
#include "school_draws.hpp"

namespace loopbaankaart::flow {

namespace {

// How wide the middle 80% of draws is.
double middle_width(std::span<const double> draws) {
    std::vector<double> sorted{draws.begin(), draws.end()};
    const auto at = [&](double share) {
        const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1) + 0.5);
        std::nth_element(sorted.begin(), place, sorted.end());
        return *place;
    };
    const double high = at(0.9);
    return high - at(0.1);
}

using Totals = std::vector<std::uint32_t>;  // [sector][cell][draw]

// Totals are sums of whole numbers: the same in any order, so each thread has added up its own.
Totals together(std::vector<Totals>& parts) {
    for (std::size_t part = 1; part < parts.size(); ++part)
        for (std::size_t at = 0; at < parts[0].size(); ++at) parts[0][at] += parts[part][at];
    return std::move(parts[0]);
}

}  // namespace

Outlook outlook(std::span<const std::uint32_t> draws) {
    if (draws.empty()) return {};
    std::vector<std::uint32_t> counts(*std::max_element(draws.begin(), draws.end()) + std::size_t{1});
    std::uint64_t sum = 0;
    for (std::uint32_t value : draws) ++counts[value], sum += value;
    const auto all = static_cast<double>(draws.size());
    const auto at = [&](double share) {
        std::uint64_t passed = 0;
        for (std::uint32_t value = 0; value < counts.size(); ++value)
            if (static_cast<double>(passed += counts[value]) >= share * all - 1e-9) return value;
        return static_cast<std::uint32_t>(counts.size() - 1);
    };
    return {at(0.5), at(0.1), at(0.9), at(0.025), at(0.975), static_cast<double>(sum) / all};
}

double own_rate(std::uint32_t seen, std::uint32_t took) { return (took + 0.5) / (seen + 1.0); }

double own_rate_log_probability(std::uint32_t n, std::uint32_t y, double rate) {
    return exactly::log_factorial(n) - exactly::log_factorial(y) - exactly::log_factorial(n - y) + y * exactly::log(rate) + (n - y) * exactly::log(1 - rate);
}

Forecast forecast(const School& school, const ForecastOptions& options, const Listener& listener) {
    const SchoolDraws drawer{school, options};
    const std::size_t draws = drawer.draws(), own_draws = drawer.own_draws(), cells = drawer.cells(), programmes = school.programmes.size(), sectors = school.sectors.size();
    Forecast all;
    all.lines.resize((programmes + sectors + 1) * cells);
    const auto line_of = [&](Level level, std::size_t subject, std::size_t cell, std::span<const std::uint32_t> model, std::span<const std::uint32_t> own) -> Line& {
        const std::size_t before = level == Level::programme ? 0 : level == Level::sector ? programmes : programmes + sectors, place = (before + subject) * cells + cell;
        Line& line = all.lines[place];
        line = {.level = level, .subject = static_cast<std::uint32_t>(subject), .state = static_cast<State>(cell / options.ahead), .ahead = static_cast<std::uint32_t>(cell % options.ahead + 1), .model = outlook(model), .own_rate = outlook(own)};
        if (listener) listener(place, model, own);
        return line;
    };

    const unsigned threads = std::max(1U, options.threads);
    std::vector<Totals> model_parts(threads, Totals(sectors * cells * draws)), own_parts(threads, Totals(sectors * cells * own_draws));
    share_out(threads, programmes, [&](std::size_t programme, unsigned thread) {
        ProgrammeDraws drawn;
        drawer.draw(static_cast<std::uint32_t>(programme), drawn);
        const std::size_t sector = school.sector[programme] * cells;
        for (std::size_t at = 0; at < drawn.model.size(); ++at) model_parts[thread][sector * draws + at] += drawn.model[at];
        for (std::size_t at = 0; at < drawn.own_rate.size(); ++at) own_parts[thread][sector * own_draws + at] += drawn.own_rate[at];

        std::size_t cohorts = 0;
        for (std::size_t year = 0; year < school.years; ++year) cohorts += school.arrived(year, programme) > 0 ? 1 : 0;
        const bool few = drawer.coming(programme) < least_intake;
        const std::size_t rates = drawn.expected.size() / cells;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            Line& line = line_of(Level::programme, programme, cell, std::span{drawn.model}.subspan(cell * draws, draws), std::span{drawn.own_rate}.subspan(cell * own_draws, own_draws));
            const double any = middle_width(std::span{drawn.expected_of_any}.subspan(cell * rates, rates));
            line.borrowed = cohorts < least_cohorts;
            if (few) line.refusal = Refusal::few_students;
            else if (any > 0 && middle_width(std::span{drawn.expected}.subspan(cell * rates, rates)) > narrower * any) line.refusal = Refusal::not_narrower;
        }
    });
    std::vector<double> coming(sectors);
    for (std::size_t programme = 0; programme < programmes; ++programme) coming[school.sector[programme]] += drawer.coming(programme);
    const auto refuse_few = [](Line& line, double intake) { line.refusal = intake < least_intake ? Refusal::few_students : Refusal::none; };
    const Totals model = together(model_parts), own = together(own_parts);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        Totals whole(draws), whole_own(own_draws);
        for (std::size_t sector = 0; sector < sectors; ++sector) {
            const std::span here = std::span{model}.subspan((sector * cells + cell) * draws, draws), own_here = std::span{own}.subspan((sector * cells + cell) * own_draws, own_draws);
            refuse_few(line_of(Level::sector, sector, cell, here, own_here), coming[sector]);
            for (std::size_t draw = 0; draw < draws; ++draw) whole[draw] += here[draw];
            for (std::size_t draw = 0; draw < own_draws; ++draw) whole_own[draw] += own_here[draw];
        }
        refuse_few(line_of(Level::school, 0, cell, whole, whole_own), std::accumulate(coming.begin(), coming.end(), 0.0));
    }
    return all;
}

}  // namespace loopbaankaart::flow
