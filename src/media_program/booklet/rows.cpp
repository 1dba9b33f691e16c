#include "rows.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace loopbaankaart::media {

namespace {

constexpr double a_little = 0.01;        // what sums of fractions may be off
constexpr double most_share = 2;         // of the height a photo likes, on a page of its own
constexpr double optical_middle = 0.42;  // of what is left over, above a page of photos

using Rows = std::span<const Row>;

// The rows that stand on one page together, from the first: as many as fit with their photos small.
std::size_t fitting(Rows rows, double depth) {
    double used = 0;
    std::size_t good = 0, at = 0;
    for (; at < rows.size(); ++at) {
        used += (at == 0 ? 0 : rows[at].space) + rows[at].height + rows[at].picture * least_share;
        if (used > depth + a_little) break;
        if (!rows[at].with_next) good = at + 1;
    }
    if (at == rows.size()) return at;
    return good > 0 ? good : std::max<std::size_t>(at, 1);
}

// Photos as large as they like; smaller when the page is full, larger when it holds nothing else.
PlacedPage placed(Rows rows, double depth, double grid) {
    double fixed = -rows.front().space, photos = 0;
    for (const Row& row : rows) fixed += row.space + row.height, photos += row.picture;
    const bool photos_alone = std::ranges::all_of(rows, [](const Row& row) { return row.of == Row::Of::photo; });
    const double share = photos > 0 ? std::min((depth - fixed) / photos, photos_alone ? most_share : 1) : 1;
    const auto height_of = [&](const Row& row) { return std::min(row.picture * share, std::max(row.most, row.picture)); };
    double left_over = depth - fixed;
    for (const Row& row : rows) left_over -= height_of(row);
    double top = photos_alone ? left_over * optical_middle : 0;
    PlacedPage page;
    for (const Row& row : rows) {
        if (!page.empty()) top += row.space;
        const double to_line = grid > 0 && row.of != Row::Of::mark && row.picture == 0 ? std::ceil((top - a_little) / grid) * grid - top : 0;
        if (to_line <= left_over) top += to_line, left_over -= to_line;
        page.push_back({top, height_of(row), &row});
        top += row.height + height_of(row);
    }
    return page;
}

}  // namespace

std::vector<PlacedPage> pages_of(const std::vector<Row>& rows, double depth, double grid) {
    std::vector<PlacedPage> pages;
    for (Rows left{rows}; !left.empty();) {
        const std::size_t count = fitting(left, depth);
        pages.push_back(placed(left.first(count), depth, grid));
        left = left.subspan(count);
    }
    return pages;
}

}  // namespace loopbaankaart::media
