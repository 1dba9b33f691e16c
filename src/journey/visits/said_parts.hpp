// Inside visits: the parts of what somebody said about when it was.
#pragma once

#include <vector>

#include "period.hpp"

namespace loopbaankaart::journey {

// A run of letters or of digits.
struct SaidPart {
    std::string word;           // folded
    std::optional<int> number;  // up to 9999
};

// Without what says nothing ("in de"), nor what stands between.
std::vector<SaidPart> parts_of(std::string_view typed);

// "maart", "mrt", "mar", "march": three letters are enough to know it.
std::optional<std::chrono::month> month_of(std::string_view word);
std::optional<Season> season_named(std::string_view word);

}  // namespace loopbaankaart::journey
