// Moments in time. Always UTC, to the millisecond; the time zone of a school only matters when a moment is shown.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "words.hpp"

namespace loopbaankaart::base {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// Milliseconds since 1970-01-01T00:00Z: how a moment is stored.
constexpr std::int64_t milliseconds(Instant moment) { return moment.time_since_epoch().count(); }
constexpr Instant instant(std::int64_t since_epoch) { return Instant{std::chrono::milliseconds{since_epoch}}; }

// "2026-11-22T19:05:13.042Z": for logs, exports and machines.
std::string iso(Instant moment);

// "22 november 2026" or "22 November 2026", in the given time zone ("Europe/Amsterdam"); by ICU. A page says dozens of these.
std::string day_in_words(Instant moment, Language language, std::string_view time_zone);
// "november" or "November".
std::string_view month_in_words(std::chrono::month month, Language language);

// The day on the calendar of a time zone, and the moment it begins there.
std::chrono::year_month_day day_of(Instant moment, std::string_view time_zone);
Instant start_of(std::chrono::year_month_day day, std::string_view time_zone);

// Where "now" comes from. Nothing else reads a clock, so tests can freeze it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

// Stands still until it is told to move.
class FrozenClock final : public Clock {
public:
    explicit FrozenClock(Instant start) : now_{start} {}
    Instant now() const override { return now_; }
    void advance(std::chrono::milliseconds by) { now_ += by; }

private:
    Instant now_;
};

}  // namespace loopbaankaart::base
