// Which pages stand on which side of which sheet.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace loopbaankaart::media {

// The two pages of a side, left and right; nothing for an empty one. Sheets in order of printing, on both sides: laid on each other and
// folded in the middle they are a booklet of `pages` pages.
struct Side {
    std::optional<std::size_t> left, right;
};
std::vector<Side> folded(std::size_t pages);

}  // namespace loopbaankaart::media
