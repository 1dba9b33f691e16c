// The name of a thing: a ULID as 26 characters of Crockford base 32, sortable by the moment it was made.
// The browser makes the id of what it sends, so sending again cannot make a second one (it is the idempotency key).
#pragma once

#include <array>
#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "randomness.hpp"
#include "time.hpp"

namespace loopbaankaart::base {

class Id {
public:
    // Nothing unless the text is 26 characters of upper-case Crockford base 32 that fit in 128 bits.
    static std::optional<Id> parse(std::string_view text);
    static Id make(Instant moment, Randomness& randomness);

    std::string_view view() const { return {text_.data(), text_.size()}; }
    Instant made_at() const;
    std::string text() const { return std::string{view()}; }
    auto operator<=>(const Id&) const = default;

private:
    std::array<char, 26> text_{};
};

}  // namespace loopbaankaart::base

template <>
struct std::hash<loopbaankaart::base::Id> {
    std::size_t operator()(const loopbaankaart::base::Id& id) const { return std::hash<std::string_view>{}(id.view()); }
};
