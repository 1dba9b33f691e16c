#include "id.hpp"

#include <algorithm>

namespace loopbaankaart::base {

namespace {
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
}

std::optional<Id> Id::parse(std::string_view text) {
    Id id;
    if (text.size() != id.text_.size() || text.front() > '7') return std::nullopt;
    if (text.find_first_not_of(alphabet) != std::string_view::npos) return std::nullopt;
    std::copy(text.begin(), text.end(), id.text_.begin());
    return id;
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
