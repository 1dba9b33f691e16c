#include "period.hpp"

#include <fmt/format.h>
#include <journey/words.hpp>

#include <array>

namespace loopbaankaart::journey {

namespace {

constexpr std::array<std::string_view, 9> codes{"moment", "day", "week", "month", "season", "school_year", "year", "before", "unknown"};

int year_of(const std::chrono::year_month_day& day) { return static_cast<int>(day.year()); }

// A school year and a winter lie in two years.
std::string two_years(int first) { return fmt::format("{}–{}", first, first + 1); }

std::string season_in_words(const std::chrono::year_month_day& first, base::Language language) {
    const Season season = season_of(first.month());
    return fmt::format("{} {}", name_of(season, language), season == Season::winter ? two_years(year_of(first)) : std::to_string(year_of(first)));
}

}  // namespace

std::string_view code(Precision precision) { return codes[static_cast<std::size_t>(precision)]; }

std::optional<Precision> parse_precision(std::string_view code) {
    for (std::size_t at = 0; at < codes.size(); ++at)
        if (codes[at] == code) return static_cast<Precision>(at);
    return std::nullopt;
}

Season season_of(std::chrono::month month) {
    constexpr std::array quarters{Season::winter, Season::spring, Season::summer, Season::autumn};
    return quarters[static_cast<unsigned>(month) % 12 / 3];
}

std::string_view name_of(Season season, base::Language language) {
    switch (season) {
        case Season::spring: return word::season_spring.in(language);
        case Season::summer: return word::season_summer.in(language);
        case Season::autumn: return word::season_autumn.in(language);
        case Season::winter: break;
    }
    return word::season_winter.in(language);
}

Period season_around(base::Instant moment, std::string_view time_zone) {
    using namespace std::chrono;
    const year_month_day day = base::day_of(moment, time_zone);
    const year_month first = day.year() / day.month() - months{static_cast<unsigned>(day.month()) % 3};
    return {base::start_of(first / 1, time_zone), base::start_of((first + months{3}) / 1, time_zone), Precision::season};
}

std::string in_words(const Period& period, base::Language language, std::string_view time_zone) {
    const std::chrono::year_month_day first = base::day_of(period.from, time_zone);
    switch (period.precision) {
        case Precision::moment:
        case Precision::day: return base::day_in_words(period.from, language, time_zone);
        case Precision::week: return base::say(word::when_week, language, {{"day", base::day_in_words(period.from, language, time_zone)}});
        case Precision::month: return fmt::format("{} {}", base::month_in_words(first.month(), language), year_of(first));
        case Precision::season: return season_in_words(first, language);
        case Precision::school_year: return base::say(word::when_school_year, language, {{"years", two_years(year_of(first))}});
        case Precision::year: return std::to_string(year_of(first));
        case Precision::before:
            return base::say(word::when_before, language, {{"year", std::to_string(year_of(base::day_of(period.until, time_zone)))}});
        case Precision::unknown: break;
    }
    return std::string{word::when_unknown.in(language)};
}

}  // namespace loopbaankaart::journey
