// Inside costs only: students who began an activity, in slices by how it ended for them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

namespace loopbaankaart::flow {

struct Beginner {
    enum class End : std::uint8_t { completed, dropped, going_on, not_begun };
    std::uint32_t person, programme, prior;
    End end;
    std::int32_t minutes;  // of contact, until then
};

// Those who completed by the pieces of a clock; those who stopped and who go on apart, or together; those who did not begin.
struct Slices {
    std::vector<std::int32_t> until;  // minutes: the last moment of each piece but the last
    bool dropped_apart = true;

    std::size_t size() const { return until.size() + 4; }
    std::size_t of(const Beginner& one) const {
        if (one.end == Beginner::End::completed) return static_cast<std::size_t>(std::lower_bound(until.begin(), until.end(), one.minutes) - until.begin());
        return until.size() + (one.end == Beginner::End::not_begun ? 3 : one.end == Beginner::End::going_on && dropped_apart ? 2 : 1);
    }
};

// Different persons, by group and slice.
using Tally = std::vector<std::vector<std::uint32_t>>;
template <typename Group>
Tally tally(std::span<const Beginner> beginners, std::size_t groups, const Slices& slices, Group group) {
    std::vector<std::tuple<std::size_t, std::size_t, std::uint32_t>> seen;
    seen.reserve(beginners.size());
    for (const Beginner& one : beginners) seen.emplace_back(group(one), slices.of(one), one.person);
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    Tally counts(groups, std::vector<std::uint32_t>(slices.size()));
    for (const auto& [in, slice, person] : seen) ++counts[in][slice];
    return counts;
}

}  // namespace loopbaankaart::flow
