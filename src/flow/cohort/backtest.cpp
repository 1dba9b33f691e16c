#include "backtest.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "../draws/stream.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::uint64_t of_pit = 9ULL << 40U, of_places = 10ULL << 40U;

std::uint32_t happened(const School& school, const Line& line, std::size_t year) {
    std::uint32_t sum = 0;
    for (std::size_t programme = 0; programme < school.programmes.size(); ++programme) {
        const bool counts = line.level == Level::school || (line.level == Level::sector ? school.sector[programme] : programme) == line.subject;
        for (std::size_t from = 0; counts && from < school.states.size(); ++from) sum += school.moved(year, programme, static_cast<State>(from), line.state);
    }
    return sum;
}

// Of [state][year ahead], and of places by year ahead; with the results when they are asked for.
struct Classes {
    std::vector<TestedClass> states, places;

    Classes(std::size_t states_of_school, std::uint32_t most) : states(states_of_school * most), places(most) {
        for (auto* classes : {&states, &places})
            for (std::size_t at = 0; at < classes->size(); ++at) (*classes)[at].ahead = static_cast<std::uint32_t>(at % most + 1);
    }
    static void put(TestedClass& of, const Result& result) {
        const Line& line = result.line;
        const bool empty = line.model.high95 == 0 && line.own_rate.high95 == 0 && result.happened == 0;
        const Tested tested{static_cast<std::uint32_t>(result.cohort), result.model, result.own_rate, line.subject};
        if (line.level == Level::programme && !empty) of.programmes.push_back(tested);
        if (line.level == Level::school && !empty) of.totals.push_back(tested);
    }
};

Line line_at(const School& school, std::size_t subject) {
    const std::size_t programmes = school.programmes.size(), sectors = school.sectors.size();
    const Level level = subject < programmes ? Level::programme : subject < programmes + sectors ? Level::sector : Level::school;
    return {.level = level, .subject = static_cast<std::uint32_t>(level == Level::programme ? subject : level == Level::sector ? subject - programmes : 0)};
}

// Where somebody's intake is known, so is how many are there in the first year: no forecast. M1 and M0 then differ in nothing.
void test_places(const School& school, const Places& places, const BacktestOptions& options, std::size_t origin, std::uint32_t first, std::uint32_t ahead, Classes& classes, std::vector<Result>* results) {
    for (std::size_t at = 0; at < places.draws().size(); ++at) {
        const std::uint32_t year = static_cast<std::uint32_t>(at % ahead) + 1;
        if (year < first) continue;
        Line line = line_at(school, at / ahead);
        line.state = Places::state, line.ahead = year;
        std::uint32_t happened_there = 0;
        for (State state = 0; state < school.states.size(); ++state) {
            line.state = state;
            happened_there += happened(school, line, origin + year - 1);
        }
        line.state = Places::state, line.model = outlook(places.draws()[at].model), line.own_rate = outlook(places.draws()[at].own_rate);
        Stream stream{options.forecast.seed, of_places + origin, at};
        const double v = stream.uniform();
        const Result result{line, school.first_year + static_cast<std::int32_t>(origin) - 1, happened_there, score(places.draws()[at].model, happened_there, v), score(places.draws()[at].own_rate, happened_there, v), origin + year};
        Classes::put(classes.places[year - 1], result);
        if (results != nullptr) results->push_back(result);
    }
}

Classes tested_classes(const School& school, const BacktestOptions& options, IntakeKnown intake, Backtest* all) {
    const std::uint32_t most = options.forecast.ahead;
    Classes classes{school.states.size(), most};
    for (std::size_t origin = options.first_origin; origin < school.years; ++origin) {
        const School before = until(school, origin);
        ForecastOptions then = options.forecast;
        then.ahead = std::min<std::uint32_t>(most, static_cast<std::uint32_t>(school.years - origin));
        const std::size_t programmes = school.programmes.size(), cells = school.states.size() * then.ahead;
        const std::size_t known = intake == IntakeKnown::realised ? then.ahead : intake == IntakeKnown::first_year ? 1 : 0;
        const bool then_known = intake == IntakeKnown::first_year && !school.arrivals_then.empty();
        const auto intakes = (then_known ? school.arrivals_then : school.arrivals).begin() + static_cast<std::ptrdiff_t>(origin * programmes);
        then.intake.assign(intakes, intakes + static_cast<std::ptrdiff_t>(known * programmes));
        if (!school.joined.empty()) {
            const std::size_t a_year = programmes * school.states.size();
            then.joined.assign(school.joined.begin() + static_cast<std::ptrdiff_t>(origin * a_year), school.joined.begin() + static_cast<std::ptrdiff_t>((origin + known) * a_year));
        }

        std::vector<std::uint32_t> outcomes((programmes + school.sectors.size() + 1) * cells);
        for (std::size_t place = 0; place < outcomes.size(); ++place) {
            Line line = line_at(school, place / cells);
            line.state = static_cast<State>(place % cells / then.ahead);
            outcomes[place] = happened(school, line, origin + place % then.ahead);
        }
        std::vector<Score> model(outcomes.size()), own(outcomes.size());
        std::optional<Places> places;
        if (options.places) places.emplace(school, then.ahead);
        const Forecast made = forecast(before, then, [&](std::size_t line, std::span<const std::uint32_t> draws, std::span<const std::uint32_t> own_draws) {
            Stream stream{options.forecast.seed, of_pit + origin, line};
            const double v = stream.uniform();
            model[line] = score(draws, outcomes[line], v), own[line] = score(own_draws, outcomes[line], v);
            if (places) places->add(line, draws, own_draws);
        });
        for (std::size_t place = 0; place < made.lines.size(); ++place) {
            const Line& line = made.lines[place];
            const Result result{line, school.first_year + static_cast<std::int32_t>(origin) - 1, outcomes[place], model[place], own[place], origin + line.ahead};
            if (all != nullptr) all->results.push_back(result);
            Classes::put(classes.states[std::size_t{line.state} * most + line.ahead - 1], result);
        }
        if (places) test_places(school, *places, options, origin, known > 0 ? 2 : 1, then.ahead, classes, all == nullptr ? nullptr : &all->place_results);
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

Places::Places(const School& school, std::uint32_t ahead) : states_{school.states.size()}, ahead_{ahead}, draws_((school.programmes.size() + school.sectors.size() + 1) * ahead) {}

void Places::add(std::size_t line, std::span<const std::uint32_t> model, std::span<const std::uint32_t> own_rate) {
    Draws& draws = draws_[line / (states_ * ahead_) * ahead_ + line % ahead_];
    const auto add_up = [](std::vector<std::uint32_t>& all, std::span<const std::uint32_t> more) {
        all.resize(more.size());
        for (std::size_t at = 0; at < more.size(); ++at) all[at] += more[at];
    };
    add_up(draws.model, model), add_up(draws.own_rate, own_rate);
}

Backtest backtest(const School& school, const BacktestOptions& options) {
    Backtest all;
    const Classes classes = tested_classes(school, options, options.intake, &all);
    Verdict as_made = judge(classes.states);
    all.judgements = std::move(as_made.judgements), all.skill = as_made.skill;
    if (options.places) all.place_judgements = judge(classes.places).judgements;
    if (options.intake == IntakeKnown::realised) return all;
    const Classes realised = tested_classes(school, options, IntakeKnown::realised, nullptr);
    const Verdict with_intakes = judge(realised.states);
    for (std::size_t at = 0; at < all.judgements.size(); ++at) all.judgements[at] = together(all.judgements[at], with_intakes.judgements[at]);
    all.skill = with_intakes.skill;
    if (!options.places) return all;
    const Verdict places = judge(realised.places);
    for (std::size_t at = 0; at < all.place_judgements.size(); ++at) all.place_judgements[at] = together(all.place_judgements[at], places.judgements[at]);
    return all;
}

}  // namespace loopbaankaart::flow
