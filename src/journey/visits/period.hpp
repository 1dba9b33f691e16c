// When somebody was somewhere, as people say it: "vorig jaar", "zomer 2024", "12 maart 2025". Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <base/base.hpp>

namespace loopbaankaart::journey {

// How precisely it was said. `moment` was not said: the clock noted it, at "ik ben hier" and "ik ga verder".
enum class Precision { moment, day, week, month, season, school_year, year, before, unknown };
std::string_view code(Precision precision);  // "school_year": as it is stored
std::optional<Precision> parse_precision(std::string_view code);

// Where what was said began, for `before` and `unknown`; nobody alive travelled earlier.
inline constexpr int first_year = 1900;

struct Period {
    base::Instant from;   // the first moment that can be meant
    base::Instant until;  // the first one after it; in the future for a year that is not over
    Precision precision = Precision::moment;
    bool operator==(const Period&) const = default;
};

// When and where it is said: what "vorig jaar" means depends on it.
struct Saying {
    base::Instant now;
    std::string_view time_zone;
};

// What somebody typed or chose, in Dutch or English; nothing typed means that they no longer know. Seasons run by whole months (December begins
// winter), school years from August. Errors: word::when_unclear, when_no_such_day, when_future, when_long_ago, when_which_winter.
base::Result<Period> understood(std::string_view typed, const Saying& saying);

// The same words back: "vorig jaar" said in 2026 is "2025". understood() reads them again as the same period, as long as `before` and `unknown`
// are said in the same year.
std::string in_words(const Period& period, base::Language language, std::string_view time_zone);

enum class Season { spring, summer, autumn, winter };
Season season_of(std::chrono::month month);
std::string_view name_of(Season season, base::Language language);
// The season in which a moment lies.
Period season_around(base::Instant moment, std::string_view time_zone);

}  // namespace loopbaankaart::journey
