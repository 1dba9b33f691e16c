// What a page of /stroom tells of one figure, as a conversation keeps it: a share of students, a forecast, or what somebody who completes an activity took in hours.
#pragma once

#include <cstdint>
#include <optional>

#include <base/base.hpp>

#include "../certainty/certainty.hpp"
#include "../cohort/gate.hpp"

namespace loopbaankaart::flow {

enum class ToldKind : std::uint8_t { share, forecast, hours };  // stored as its code

// Of one school year, as its page shows it: limits of 80% in fives, and one below ten is 0 (docs/adr/0023).
struct ToldForecast {
    std::uint32_t median = 0, low = 0, high = 0;  // students
    Colour colour = Colour::grey;                 // of the gate

    bool operator==(const ToldForecast&) const = default;
};

struct ToldFigure {
    ToldKind kind = ToldKind::share;
    double share = 0;                // 0 to 1; of hours: of those who began, who completed
    std::uint32_t some = 0, of = 0;  // students; of 0: how many was not printed
    std::uint32_t loose = 0;         // `some` may be so many more or fewer: of hours the page tells a share in whole percents
    std::int32_t seen_until = 0;     // until which school year the data go; of hours: in which they came in; 0: of a book
    base::Instant known_since{};     // when the data came in
    std::uint32_t least = 0;         // no number above 0 is smaller in these data; 0: nothing is hidden
    Estimate hours = {};             // contact hours for one completion
    std::optional<ToldForecast> forecast = {};   // of a year that is over, as it was made then; nothing when there was none
    std::optional<std::uint32_t> came = {};      // of a year that is over: what it came to, with noise. Never stored: it is told as the data of now tell it

    bool has_numbers() const { return of > 0; }
    // Of a share by Wilson, only with numbers; or the hours.
    Estimate estimate() const { return kind == ToldKind::hours ? hours : wilson(share, of); }
};

}  // namespace loopbaankaart::flow
