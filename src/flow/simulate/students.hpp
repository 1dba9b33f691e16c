// Students who never were, one by one: to show what pages of figures look like without anybody's data.
#pragma once

#include "../paths/paths.hpp"

namespace loopbaankaart::flow {

struct SimulatedStudents {
    std::uint64_t seed = 1;
    std::vector<Programme> programmes;   // of level "4" four years, others three
    std::int32_t first_year = 2019;      // of those who begin first
    std::int32_t years = 6;              // of which students begin; the last of these has only just begun
    double least_intake = 45, most_intake = 130;  // of a programme and year
};

// Stays on a clock of half-years, in cohorts: year_1 to year_4, left, diploma. Some repeat, switch to a programme of their sector, leave in the middle of a year, come back.
// The same seed gives the same stays.
Spells simulate_students(const SimulatedStudents& simulation);

}  // namespace loopbaankaart::flow
