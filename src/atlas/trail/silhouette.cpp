#include "silhouette.hpp"

#include <cmath>
#include <map>

namespace loopbaankaart::atlas {

namespace {

constexpr int slice_height = 5;            // units
constexpr double edge = 3, thinnest = 10;  // outlines and leaves may be brushed past; poles and smoke are walked by

// From leftmost to rightmost, by slice.
using Spans = std::map<int, std::pair<double, double>>;

void take(Spans& spans, pen::Point from, pen::Point to) {
    const int steps = std::max(1, static_cast<int>(std::abs(to.y - from.y) / slice_height) + 1);
    for (int step = 0; step <= steps; ++step) {
        const double part = static_cast<double>(step) / steps, x = from.x + (to.x - from.x) * part, y = from.y + (to.y - from.y) * part;
        const auto [span, fresh] = spans.try_emplace(static_cast<int>(std::floor(y / slice_height)), x, x);
        span->second.first = std::min(span->second.first, x);
        span->second.second = std::max(span->second.second, x);
    }
}

}  // namespace

std::vector<Room> silhouette(const Drawings& drawings, const Standing& standing) {
    const auto source = drawings.sources.find(standing.landmark);
    if (source == drawings.sources.end()) return {};
    Spans spans;
    for (const pen::Ring& ring : pen::outlines_of(*source->second, pen::parts_of(*drawings.parts), placed(standing)))
        for (std::size_t i = 1; i < ring.points.size(); ++i) take(spans, ring.points[i - 1], ring.points[i]);
    std::vector<Room> rooms;
    for (const auto& [slice, span] : spans) {
        const double left = span.first + edge, right = span.second - edge;
        if (right - left > thinnest) rooms.push_back({left, static_cast<double>(slice * slice_height), right, static_cast<double>((slice + 1) * slice_height)});
    }
    return rooms;
}

}  // namespace loopbaankaart::atlas
