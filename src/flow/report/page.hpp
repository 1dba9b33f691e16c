// The report of a back-test as one page: what was tested, whether it was right, how sharp, where it failed, what the colours mean. Whole in itself: no
// script, nothing from elsewhere, by day and at night, on paper; charts are drawn here, each with its numbers in words beside it.
#pragma once

#include <string>

#include "shown.hpp"

namespace loopbaankaart::flow {

struct Report {
    const School& school;
    const Backtest& as_known;  // with intakes as they are known when a forecast is made
    IntakeKnown known;         // how that is: drawn, or that of the first year
    const Backtest& realised;  // with the intakes that came
    std::uint32_t ahead;       // years
    Made made;
};

std::string report_page(const Report& report, base::Language language);
// As CSV: a line a state, number of years ahead and way intakes were known.
std::string report_table(const Report& report);

// How often forecasts held, of one kind of programme or of totals.
struct Held {
    std::size_t forecasts = 0, middle80 = 0, middle95 = 0;  // by PIT
};
// Of programmes with an intake of 10–19, 20–39, 40–79, 80 and more at the origin; of sectors (when there are several); of the school.
std::array<Held, 6> held_by_size(const School& school, const Backtest& test);

}  // namespace loopbaankaart::flow
