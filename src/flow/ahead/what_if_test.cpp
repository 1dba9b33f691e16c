// "What if" beside the engine's draws, on schools that never were.
#include <gtest/gtest.h>

#include <cmath>

#include "../cohort/school_draws.hpp"
#include "../simulate/simulate.hpp"
#include "what_if.hpp"

namespace loopbaankaart::flow {
namespace {

struct Imagined {
    SchoolNow now;
    Outlooks outlooks;
};
const Imagined& imagined() {
    static const Imagined one = [] {
        SchoolNow now{simulate({.seed = 11, .programmes = 8, .sectors = 2, .years = 7, .least_intake = 30, .most_intake = 140}), {}};
        Outlooks outlooks = outlooks_of(now, Noise{Noise::Key{5}}, 2);
        return Imagined{std::move(now), std::move(outlooks)};
    }();
    return one;
}
constexpr State year_1 = 0, year_2 = 1, gone = 2;

const OutlookLine& line_of(const Outlooks& outlooks, std::uint32_t subject, State state, std::uint32_t ahead) {
    for (const OutlookLine& line : outlooks.lines)
        if (line.subject == subject && line.state == state && line.ahead == ahead && !line.was) return line;
    throw std::out_of_range{"no such line"};
}

TEST(WhatIf, moves_nothing_when_nothing_changes) {
    const Outlook outlook{40, 30, 55, 25, 60, 0};
    EXPECT_EQ(moved(outlook, 0, 1), outlook);
    EXPECT_EQ(moved(outlook, -100, 1), Outlook{}) << "nobody is below nobody";
}

TEST(WhatIf, expects_what_the_engine_draws) {
    const auto& [now, outlooks] = imagined();
    for (std::uint32_t subject = 0; subject <= outlooks.school(); ++subject)
        for (const State state : {year_1, gone, Places::state}) {
            const Expected reckoned = expected(outlooks, subject, state, {});
            for (std::uint32_t ahead = 1; ahead <= outlook_ahead; ++ahead) {
                const OutlookLine& line = line_of(outlooks, subject, state, ahead);
                if (line.refusal != Refusal::none || line.model.low95 == 0) continue;
                const double spread = (line.model.high80 - line.model.low80) / 2.563;
                EXPECT_NEAR(reckoned.mean[ahead - 1], line.model.median, 0.8 * spread + 6) << subject << " " << int{state} << " " << ahead;
                EXPECT_NEAR(reckoned.sd[ahead - 1], spread, 0.3 * spread + 2) << subject << " " << int{state} << " " << ahead;
            }
        }
}

TEST(WhatIf, moves_a_forecast_to_where_the_engine_draws_it_with_that_intake) {
    const auto& [now, outlooks] = imagined();
    constexpr std::uint32_t programme = 2, chosen = 120;
    ForecastOptions options{.seed = 2, .ahead = outlook_ahead};
    const Intake usual{now.school};
    for (std::uint32_t year = 0; year < outlook_ahead; ++year)
        for (std::size_t at = 0; at < now.school.programmes.size(); ++at) options.intake.push_back(at == programme ? chosen : static_cast<std::uint32_t>(usual.mean[at]));
    const Forecast drawn = forecast(now.school, options);
    for (const State state : {year_1, gone}) {
        const Expected before = expected(outlooks, programme, state, {}), after = expected(outlooks, programme, state, {.intake = chosen});
        for (std::uint32_t ahead = 1; ahead <= outlook_ahead; ++ahead) {
            const OutlookLine& line = line_of(outlooks, programme, state, ahead);
            if (line.refusal != Refusal::none) continue;
            const Outlook as_moved = moved(line.model, after.mean[ahead - 1] - before.mean[ahead - 1], after.sd[ahead - 1] / before.sd[ahead - 1]);
            for (const Line& one : drawn.lines) {
                if (one.level != Level::programme || one.subject != programme || one.state != state || one.ahead != ahead || one.model.low80 < ten) continue;
                const double width = one.model.high80 - one.model.low80;
                EXPECT_NEAR(as_moved.median, one.model.median, 0.25 * width + 2) << int{state} << " " << ahead;
                EXPECT_NEAR(as_moved.high80, one.model.high80, 0.35 * width + 2) << int{state} << " " << ahead;
                EXPECT_NEAR(as_moved.high80 - as_moved.low80, width, 0.4 * width + 4) << int{state} << " " << ahead;
            }
        }
    }
}

TEST(WhatIf, so_many_of_a_hundred_fewer_leave) {
    const auto& [now, outlooks] = imagined();
    const std::uint32_t school = outlooks.school();
    const double before = expected(outlooks, school, gone, {}).mean[0], after = expected(outlooks, school, gone, {.way = gone, .fewer = 3}).mean[0], there = expected(outlooks, school, Places::state, {}).mean[0];
    EXPECT_NEAR(before - after, 0.03 * there, 0.003 * there);
    const auto places = [&](const WhatIf& what_if) { return expected(outlooks, school, Places::state, what_if).mean; };
    EXPECT_EQ(places({.way = gone, .fewer = 3})[0], places({})[0]) << "who is there this year is there";
    EXPECT_GT(places({.way = gone, .fewer = 3})[1], places({})[1]);
    EXPECT_LT(places({.way = gone, .fewer = -3})[1], places({})[1]);
}

TEST(WhatIf, of_programmes_add_up_to_the_school) {
    const auto& [now, outlooks] = imagined();
    const WhatIf closing{.closed = 1};
    for (const State state : {year_2, gone, Places::state}) {
        std::vector<double> sum(outlook_ahead);
        for (std::uint32_t subject = 0; subject < outlooks.subjects.size(); ++subject)
            if (outlooks.subjects[subject].level == Level::programme)
                for (std::size_t year = 0; year < outlook_ahead; ++year) sum[year] += expected(outlooks, subject, state, closing).mean[year];
        for (std::size_t year = 0; year < outlook_ahead; ++year) EXPECT_NEAR(expected(outlooks, outlooks.school(), state, closing).mean[year], sum[year], 1e-6);
    }
    EXPECT_LT(expected(outlooks, 1, Places::state, closing).mean[2], 0.6 * expected(outlooks, 1, Places::state, {}).mean[2]);
    EXPECT_EQ(expected(outlooks, 0, Places::state, closing).mean, expected(outlooks, 0, Places::state, {}).mean) << "another programme";
}

}  // namespace
}  // namespace loopbaankaart::flow
