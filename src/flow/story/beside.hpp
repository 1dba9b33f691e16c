// Which of what was once told of a figure may still be told, beside what it says now (docs/adr/0026).
//
// In data that grow, last year's number taken from this year's tells of those who came since. So what was once told is shown only where every such difference, of
// those who did and of those who did not, is nobody or as many as a figure may hold; with now, and with all else that is shown of the same figure at other times.
// Where groups of that size became too small to show meanwhile, it is not shown either. Of published figures all may be told.
//
// Of hours the page tells how many completed in whole percents only: the difference is large enough when it is so in every case, or when nothing changed at all.
// A forecast counts nobody: it is told beside one of another school year; of the same year's data that were put right, only when it says the same.
#pragma once

#include <span>
#include <vector>

#include "subject.hpp"

namespace loopbaankaart::flow {

// By taking one from the other nobody learns of a group under `least` (Guard::few_hidden).
bool tells_no_small_group(const ToldFigure& one, const ToldFigure& other, std::uint32_t least);
// `once`: what was told at other times, the latest first. Which of it may be shown.
std::vector<bool> may_be_told(const ToldFigure& now, std::span<const ToldFigure> once);

}  // namespace loopbaankaart::flow
