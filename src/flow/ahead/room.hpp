// Inside counts.cpp: what small parts can still be when their total, or its ten, is known.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "outlooks.hpp"

namespace loopbaankaart::flow {

// From … to what somebody can tell that a count is.
struct Between {
    static constexpr std::int64_t without_end = std::int64_t{1} << 40;
    std::int64_t low = 0, high = without_end;

    Between operator+(const Between& other) const { return {low + other.low, std::min(without_end, high + other.high)}; }
    Between operator-(const Between& other) const { return {std::max<std::int64_t>(0, low - other.high), high >= without_end ? without_end : high - other.low}; }
    Between and_also(const Between& other) const { return {std::max(low, other.low), std::min(high, other.high)}; }
    // All that its own ten leaves, and as much again as what else is told may take from it.
    bool leaves_enough() const { return low <= 1 && high >= surely_possible; }
};
inline Between exactly_so(std::uint32_t students) { return {students, students}; }
inline Between as_ten(std::uint32_t students) { return {tens(students), tens(students) + std::int64_t{ten} - 1}; }
inline bool is_small(std::uint32_t students) { return students > 0 && students < ten; }

// A count, and what can be told of it.
struct Part {
    std::uint32_t students;
    Between told;
};
// Whether what is small among the parts can be many numbers when that much is told of their sum.
inline bool leaves_enough(const std::vector<Part>& parts, const Between& total) {
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (!is_small(parts[at].students)) continue;
        Between others{0, 0};
        for (std::size_t other = 0; other < parts.size(); ++other)
            if (other != at) others = others + parts[other].told;
        if (!(total - others).leaves_enough()) return false;
    }
    return true;
}

}  // namespace loopbaankaart::flow
