// Moments as files write them: whole numbers, or dates by a pattern.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loopbaankaart::flow {

// A pattern of d, m, y and what stands between them: "dd-mm-yyyy", "yyyymmdd", "d/m/yyyy". One letter takes one or two digits.
class DatePattern {
public:
    // Nothing when it has no day, month or four-digit year.
    static std::optional<DatePattern> read(std::string_view pattern);

    // Days since 1 January 1970; nothing for what is no date of this form.
    std::optional<std::int32_t> day(std::string_view text) const;

private:
    std::string pattern_;
};

// A whole number that fits; nothing for anything else (no fraction, no NaN).
std::optional<std::int32_t> whole(std::string_view text);
// A finite number with a point; nothing for anything else.
std::optional<double> number(std::string_view text);
// Half-years of 183 days, counted up: day 1–183 is 1.
constexpr std::int32_t half_year(std::int32_t day) { return day > 0 ? (day + 182) / 183 : -(-day / 183); }
// The year in which the school year of this day began, when it begins on the first of that month.
std::int32_t school_year(std::int32_t day, unsigned first_month);

}  // namespace loopbaankaart::flow
