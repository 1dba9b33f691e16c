#include "tenths.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::uint64_t enough_for_tenths = 20;

std::uint64_t steps_of(std::uint64_t students) { return students < enough_for_tenths ? 5 : 10; }
// A half goes up.
std::uint64_t nearest(std::uint64_t part, std::uint64_t of) { return (2 * part + of) / (2 * of); }

}  // namespace

int of_ten_kept(std::uint32_t students, std::uint32_t happened) {
    const std::uint64_t steps = steps_of(students);
    return static_cast<int>(nearest(steps * happened, students) * (10 / steps));
}

std::uint32_t kept_of(std::uint32_t students, std::uint32_t happened) {
    return static_cast<std::uint32_t>(nearest(static_cast<std::uint64_t>(of_ten_kept(students, happened)) * students, 10));
}

}  // namespace loopbaankaart::flow
