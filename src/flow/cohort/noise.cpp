#include "noise.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace loopbaankaart::flow {

namespace {

// e of a number strictly between 0 and 1: its sign by the half it lies in, its size by how far out in it.
std::int64_t noise_at(double u) {
    constexpr double ratio = 0.75, further = 2 * ratio / (1 + ratio);  // α; P(|e| ≥ 1)
    const double out = u < 0.5 ? 2 * u : 2 * (1 - u);
    std::int64_t size = 0;
    for (double rest = further; out < rest; rest *= ratio) ++size;
    return u < 0.5 ? -size : size;
}
std::uint32_t at_least_nobody(std::int64_t students) { return static_cast<std::uint32_t>(std::max<std::int64_t>(0, students)); }

}  // namespace

std::uint32_t Noise::told(std::uint32_t students, std::string_view of) const {
    const std::string cell = fmt::format("{}\x1f{}", of, students);
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(cell.data()), cell.size(), key_.data(), key_.size());
    std::uint64_t bits = 0;
    for (std::size_t at = 0; at < sizeof bits; ++at) bits = bits << 8U | digest[at];
    return at_least_nobody(students + noise_at((static_cast<double>(bits >> 11U) + 0.5) * 0x1p-53));
}

std::uint32_t Noise::back(Stream& stream, std::uint32_t told) { return at_least_nobody(told - noise_at(stream.uniform())); }

namespace counted {
std::string in(std::string_view level, std::string_view name, std::string_view state, std::int32_t year) { return fmt::format("in\x1f{}\x1f{}\x1f{}\x1f{}", level, name, state, year); }
std::string there(std::string_view level, std::string_view name, std::int32_t year) { return fmt::format("there\x1f{}\x1f{}\x1f{}", level, name, year); }
std::string came(std::string_view level, std::string_view name, std::int32_t since, std::int32_t until) { return fmt::format("came\x1f{}\x1f{}\x1f{}\x1f{}", level, name, since, until); }
std::string went(std::string_view level, std::string_view name, std::string_view from, std::string_view to, std::int32_t since, std::int32_t until) {
    return fmt::format("went\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", level, name, from, to, since, until);
}
}  // namespace counted

}  // namespace loopbaankaart::flow
