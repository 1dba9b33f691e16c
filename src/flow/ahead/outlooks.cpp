#include "outlooks.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "../cohort/school_draws.hpp"
#include "../data/names.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::uint32_t test_blocks = 50, test_per_block = 40, shared_blocks = 40;  // draws that are enough to judge by, and for what programmes share

// To two digits: what all programmes share says less about one of them than that.
double two_digits(double value) {
    const std::string text = fmt::format("{:.1e}", value);
    double rounded = 0;
    std::from_chars(text.data(), text.data() + text.size(), rounded);
    return rounded;
}

// As a page shows them: with all their digits they would tell whoever guesses whether the guess is right.
Judgement in_hundredths(Judgement judgement) {
    for (double* one : {&judgement.skill.value, &judgement.skill.low, &judgement.skill.high, &judgement.shown80, &judgement.shown95}) *one = std::round(*one * 100) / 100;
    return judgement;
}

std::vector<OutlookSplit> splits_of(const School& school, const ForecastOptions& options) {
    std::vector<OutlookSplit> splits;
    ForecastOptions shared = options;
    shared.blocks = shared_blocks;
    for (const SchoolDraws drawer{school, shared}; const Fork& fork : drawer.forks()) {
        OutlookSplit split{.from = fork.from, .to = fork.to, .rest = fork.rest};
        if (fork.sure) {
            split.mean = 0, split.among = split.within = 1e6;
        } else if (fork.rare || fork.took < ten) {  // the rate of a few students in a known number is their number: the middle of nobody to nine
            split.mean = two_digits((fork.took < ten ? ten / 2.0 : static_cast<double>(fork.took) + 0.5) / (static_cast<double>(fork.seen) + 1)), split.among = split.within = 1e6;
        } else {
            double among = 0, within = 0;
            const auto all = static_cast<double>(fork.fit.blocks.size());
            for (const Shared& block : fork.fit.blocks) {
                split.mean += block.mean / all, among += 1 / block.among / all, within += (std::isfinite(block.within) ? 1 / block.within : 0) / all;
                split.year_spread += block.year_spread * block.year_spread / all;
            }
            split.mean = two_digits(split.mean), split.among = two_digits(1 / among), split.within = two_digits(1 / std::max(within, 1e-6)), split.year_spread = two_digits(std::sqrt(split.year_spread));
        }
        splits.push_back(split);
    }
    return splits;
}

class Making {
public:
    Making(const SchoolNow& now, const Noise& noise, std::uint64_t seed)
        : now_{now}, school_{now.school}, noise_{noise}, options_{.seed = seed, .ahead = outlook_ahead, .intake = now.intake, .noise = &noise}, places_{school_, outlook_ahead} {}

    Outlooks all() {
        const Forecast forecast = flow::forecast(school_, options_, [&](std::size_t line, std::span<const std::uint32_t> model, std::span<const std::uint32_t> own) { places_.add(line, model, own); });
        const std::size_t cells = school_.states.size() * outlook_ahead;
        std::vector<bool> shown(school_.programmes.size());
        for (std::size_t programme = 0; programme < shown.size(); ++programme) shown[programme] = forecast.lines[programme * cells].refusal != Refusal::few_students;

        made_.first_year = school_.first_year + static_cast<std::int32_t>(school_.years), made_.begun = !now_.intake.empty(), made_.entry = school_.entry, made_.years = school_.years;
        made_.states = school_.states, made_.subjects = subjects_of(school_, shown);
        made_.intake_spread = two_digits(Intake{school_}.spread);
        made_.counts = counts_of(now_, made_.subjects, shown, noise_);
        made_.splits = splits_of(school_, options_);
        for (std::size_t at = 0; at < forecast.lines.size(); ++at) {
            const Line& line = forecast.lines[at];
            const auto subject = static_cast<std::uint32_t>(at / cells);
            if (line.state == 0 && line.ahead == 1) keep_places(subject, line);
            keep(subject, line, made_.first_year + static_cast<std::int32_t>(line.ahead) - 1);
        }
        test(shown);
        return std::move(made_);
    }

private:
    OutlookLine& keep(std::uint32_t subject, const Line& line, std::int32_t year) {
        OutlookLine kept{.subject = subject, .state = line.state, .year = year, .ahead = line.ahead, .refusal = line.refusal, .borrowed = line.borrowed, .model = {}, .own_rate = {}};
        if (line.refusal == Refusal::none) kept.model = as_kept(line.model), kept.own_rate = as_kept(line.own_rate);
        return made_.lines.emplace_back(kept);
    }
    void keep_places(std::uint32_t subject, Line line) {
        line.state = Places::state;
        if (line.refusal == Refusal::not_narrower) line.refusal = Refusal::none;  // that was said of a state
        for (line.ahead = made_.begun ? 2 : 1; line.ahead <= outlook_ahead; ++line.ahead) {
            const Places::Draws& draws = places_.draws()[subject * outlook_ahead + line.ahead - 1];
            line.model = outlook(draws.model), line.own_rate = outlook(draws.own_rate);
            keep(subject, line, made_.first_year + static_cast<std::int32_t>(line.ahead) - 1);
        }
    }

    // How the same forecasts did on past years; of each year the youngest, beside what it came to.
    void test(const std::vector<bool>& shown) {
        ForecastOptions of_test = options_;
        of_test.blocks = test_blocks, of_test.per_block = test_per_block, of_test.intake.clear();
        const Backtest tested = backtest(school_, {.forecast = of_test, .intake = made_.begun ? IntakeKnown::first_year : IntakeKnown::drawn, .places = true});
        for (State state = 0; state < school_.states.size(); ++state)
            for (std::uint32_t ahead = 1; ahead <= outlook_ahead; ++ahead) made_.gates.push_back({state, ahead, in_hundredths(tested.of(state, ahead, outlook_ahead))});
        for (std::uint32_t ahead = 1; ahead <= outlook_ahead; ++ahead) made_.gates.push_back({Places::state, ahead, in_hundredths(tested.place_judgements[ahead - 1])});
        for (const auto* results : {&tested.results, &tested.place_results})
            for (const Result& result : *results) {
                const bool youngest = result.line.ahead == (results == &tested.place_results && made_.begun ? 2U : 1U);
                const auto subject = static_cast<std::uint32_t>(result.line.subject + (result.line.level == Level::programme ? 0 : shown.size()) + (result.line.level == Level::school ? school_.sectors.size() : 0));
                if (!youngest || (subject < shown.size() && !shown[subject])) continue;
                OutlookLine& kept = keep(subject, result.line, result.origin + static_cast<std::int32_t>(result.line.ahead));
                kept.own_rate = {}, kept.was = true, kept.happened = made_.count_of(subject, CountOf::past, result.line.state, kept.year);
            }
    }

    const SchoolNow& now_;
    const School& school_;
    const Noise& noise_;
    ForecastOptions options_;
    Places places_;
    Outlooks made_;
};

}  // namespace

std::vector<OutlookSubject> subjects_of(const School& school, const std::vector<bool>& shown) {
    const auto programmes = static_cast<std::uint32_t>(school.programmes.size()), sectors = static_cast<std::uint32_t>(school.sectors.size());
    std::vector<OutlookSubject> subjects;
    for (std::uint32_t at = 0; at < programmes; ++at) subjects.push_back({Level::programme, school.programmes[at], programmes + school.sector[at]});
    for (std::uint32_t at = 0; at < sectors; ++at) subjects.push_back({Level::sector, school.sectors[at], programmes + sectors});
    subjects.push_back({Level::school, {}, programmes + sectors});
    for (std::uint32_t at = 0; at < sectors; ++at)
        for (std::uint32_t programme = 0; programme < programmes; ++programme)
            if (!shown[programme] && school.sector[programme] == at) {
                subjects.push_back({Level::programme, {}, programmes + at, true});
                break;
            }
    return subjects;
}

std::uint32_t Outlooks::school() const {
    const auto found = std::find_if(subjects.begin(), subjects.end(), [](const OutlookSubject& one) { return one.level == Level::school; });
    return static_cast<std::uint32_t>(found - subjects.begin());
}

Spells with_sectors(Spells spells, const std::vector<Programme>& programmes) {
    if (programmes.size() != spells.groups.size() || std::all_of(programmes.begin(), programmes.end(), [](const Programme& one) { return one.sector.empty(); })) return spells;
    Names sectors;
    spells.sector.clear();
    for (const Programme& one : programmes) spells.sector.push_back(sectors.code(one.sector));
    spells.sectors = sectors.all();
    return spells;
}

Outlook as_kept(const Outlook& outlook) {
    const auto kept = [](std::uint32_t students, std::uint32_t up) { return students < ten ? 0 : (students + up) / 5 * 5; };
    return {kept(outlook.median, 2), kept(outlook.low80, 0), kept(outlook.high80, 4), kept(outlook.low95, 0), kept(outlook.high95, 4), 0};
}

Outlooks outlooks_of(const base::Result<SchoolNow>& now, const Noise& noise, std::uint64_t seed) {
    Outlooks none;
    const auto refused = now ? not_to_be_forecast(now->school) : std::optional{now.error()};
    if (!refused) return Making{*now, noise, seed}.all();
    none.missing = refused->code();
    if (refused->word == &word::few_school_years || refused->word == &word::few_begin) none.missing_about = refused->about;
    return none;
}

}  // namespace loopbaankaart::flow
