#include "id.hpp"

#include <algorithm>

namespace loopbaankaart::base {

namespace {
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

constexpr std::array<bool, 256> known = [] {
    std::array<bool, 256> is{};
    for (const char sign : alphabet) is[static_cast<unsigned char>(sign)] = true;
    return is;
}();
}

std::optional<Id> Id::parse(std::string_view text) {
    Id id;
    if (text.size() != id.text_.size() || text.front() > '7') return std::nullopt;
    if (!std::ranges::all_of(text, [](char sign) { return known[static_cast<unsigned char>(sign)]; })) return std::nullopt;
    std::copy(text.begin(), text.end(), id.text_.begin());
    return id;
}

Instant Id::made_at() const {
    std::int64_t time = 0;
    for (std::size_t place = 0; place < 10; ++place) time = time << 5 | static_cast<std::int64_t>(alphabet.find(text_[place]));
    return instant(time);
}

Id Id::make(Instant moment, Randomness& randomness) {
    Id id;
    auto time = static_cast<std::uint64_t>(milliseconds(moment));
    for (std::size_t place = 10; place-- > 0; time >>= 5) id.text_[place] = alphabet[time & 31];
    std::array<unsigned char, 16> chance{};
    randomness.fill(chance);
    for (std::size_t place = 0; place < chance.size(); ++place) id.text_[10 + place] = alphabet[chance[place] & 31];
    return id;
}

}  // namespace loopbaankaart::base
