// Which of what was once told of a figure may still be told, beside what it says now (docs/adr/0026).
//
// In data that grow, last year's number taken from this year's tells of those who came since. So what was once told is shown only where every such difference, of
// those who did and of those who did not, is nobody or as many as a figure may hold; with now, and with all else that is shown of the same figure at other times.
// Where groups of that size became too small to show meanwhile, it is not shown either. Of published figures all may be told.
#pragma once

#include <span>
#include <vector>

#include "subject.hpp"

namespace loopbaankaart::flow {

// By taking one from the other nobody learns of a group under `least` (Guard::few_hidden).
bool tells_no_small_group(const ToldShare& one, const ToldShare& other, std::uint32_t least);
// `once`: what was told at other times, the latest first. Which of it may be shown.
std::vector<bool> may_be_told(const ToldShare& now, std::span<const ToldShare> once);

}  // namespace loopbaankaart::flow
