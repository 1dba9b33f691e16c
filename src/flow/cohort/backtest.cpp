#include "backtest.hpp"

#include <algorithm>
#include <numeric>

#include "../draws/stream.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::uint64_t of_pit = 9ULL << 40U;

std::uint32_t happened(const School& school, const Line& line, std::size_t year) {
    std::uint32_t sum = 0;
    for (std::size_t programme = 0; programme < school.programmes.size(); ++programme) {
        const bool counts = line.level == Level::school || (line.level == Level::sector ? school.sector[programme] : programme) == line.subject;
        for (std::size_t from = 0; counts && from < school.states.size(); ++from) sum += school.moved(year, programme, static_cast<State>(from), line.state);
    }
    return sum;
}

// Of [state][year ahead]; with the results when they are asked for.
std::vector<TestedClass> tested_classes(const School& school, const BacktestOptions& options, IntakeKnown intake, std::vector<Result>* results) {
    const std::uint32_t most = options.forecast.ahead;
    std::vector<TestedClass> classes(school.states.size() * most);
    for (std::size_t at = 0; at < classes.size(); ++at) classes[at].ahead = static_cast<std::uint32_t>(at % most + 1);
    for (std::size_t origin = options.first_origin; origin < school.years; ++origin) {
        const School before = until(school, origin);
        ForecastOptions then = options.forecast;
        then.ahead = std::min<std::uint32_t>(most, static_cast<std::uint32_t>(school.years - origin));
        const std::size_t programmes = school.programmes.size(), cells = school.states.size() * then.ahead;
        const std::size_t known = intake == IntakeKnown::realised ? then.ahead : intake == IntakeKnown::first_year ? 1 : 0;
        const bool then_known = intake == IntakeKnown::first_year && !school.arrivals_then.empty();
        const auto intakes = (then_known ? school.arrivals_then : school.arrivals).begin() + static_cast<std::ptrdiff_t>(origin * programmes);
        then.intake.assign(intakes, intakes + static_cast<std::ptrdiff_t>(known * programmes));

        std::vector<std::uint32_t> outcomes((programmes + school.sectors.size() + 1) * cells);
        for (std::size_t place = 0; place < outcomes.size(); ++place) {
            const std::size_t subject = place / cells, state = place % cells / then.ahead, ahead = place % then.ahead;
            const Line line{.level = subject < programmes ? Level::programme : subject + 1 < outcomes.size() / cells ? Level::sector : Level::school, .subject = static_cast<std::uint32_t>(subject < programmes ? subject : subject - programmes), .state = static_cast<State>(state)};
            outcomes[place] = happened(school, line, origin + ahead);
        }
        std::vector<Score> model(outcomes.size()), own(outcomes.size());
        const Forecast made = forecast(before, then, [&](std::size_t line, std::span<const std::uint32_t> draws, std::span<const std::uint32_t> own_draws) {
            Stream stream{options.forecast.seed, of_pit + origin, line};
            const double v = stream.uniform();
            model[line] = score(draws, outcomes[line], v), own[line] = score(own_draws, outcomes[line], v);
        });
        for (std::size_t place = 0; place < made.lines.size(); ++place) {
            const Line& line = made.lines[place];
            const std::int32_t last = school.first_year + static_cast<std::int32_t>(origin) - 1;
            if (results != nullptr) results->push_back({line, last, outcomes[place], model[place], own[place]});
            const bool empty = line.model.high95 == 0 && line.own_rate.high95 == 0 && outcomes[place] == 0;
            TestedClass& of = classes[std::size_t{line.state} * most + line.ahead - 1];
            const Tested tested{static_cast<std::uint32_t>(origin) + line.ahead, model[place], own[place], line.subject};
            if (line.level == Level::programme && !empty) of.programmes.push_back(tested);
            if (line.level == Level::school && !empty) of.totals.push_back(tested);
        }
    }
    return classes;
}

// Coverage and drift of forecasts as they are made, and skill with the intakes that came: M1 and M0 have the same intakes, and the chance in those hides which of both knows more.
Judgement together(Judgement as_made, const Judgement& with_intakes) {
    as_made.skill = with_intakes.skill;
    if (as_made.colour == Colour::grey || with_intakes.colour == Colour::grey) {
        as_made.colour = Colour::grey;
        return as_made;
    }
    as_made.doubts.school_skill = with_intakes.doubts.school_skill, as_made.doubts.skill = with_intakes.doubts.skill;
    as_made.colour = with_intakes.colour == Colour::red ? Colour::red : as_made.doubts == Doubts{} ? Colour::green : Colour::amber;
    return as_made;
}

}  // namespace

Backtest backtest(const School& school, const BacktestOptions& options) {
    Backtest all;
    Verdict as_made = judge(tested_classes(school, options, options.intake, &all.results));
    all.judgements = std::move(as_made.judgements), all.skill = as_made.skill;
    if (options.intake == IntakeKnown::realised) return all;
    const Verdict with_intakes = judge(tested_classes(school, options, IntakeKnown::realised, nullptr));
    for (std::size_t at = 0; at < all.judgements.size(); ++at) all.judgements[at] = together(all.judgements[at], with_intakes.judgements[at]);
    all.skill = with_intakes.skill;
    return all;
}

}  // namespace loopbaankaart::flow
