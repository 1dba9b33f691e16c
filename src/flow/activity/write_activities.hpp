// Activities as CSV. An empty cell is a figure that is not there; `refused` tells why: few_students, few_completed, going_on.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "activity.hpp"

namespace loopbaankaart::flow {

std::string_view code(LessSaid reason);  // empty for nothing

// A line an activity and group: `by` tells whether of all, a programme, a prior education or both. Shares with four decimals, hours and money with two.
void write_activities(std::ostream& out, const Attempts& attempts, std::span<const Activity> lines);
// The curves of those lines, where there are: after each moment the shares that completed and dropped out, with standard errors, and how many were going on.
void write_activity_curves(std::ostream& out, const Attempts& attempts, std::span<const Activity> lines);

}  // namespace loopbaankaart::flow
