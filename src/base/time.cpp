#include "time.hpp"

#include <fmt/chrono.h>
#include <unicode/dtfmtsym.h>
#include <unicode/timezone.h>

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace loopbaankaart::base {

std::string iso(Instant moment) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(moment);
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(static_cast<std::time_t>(seconds.time_since_epoch().count())),
                       (moment - seconds).count());
}

namespace {

std::vector<std::string> month_names(Language language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols{icu::Locale{language == Language::nl ? "nl_NL" : "en_GB"}, status};
    std::int32_t count = 0;
    const icu::UnicodeString* months = symbols.getMonths(count);
    std::vector<std::string> names(static_cast<std::size_t>(count));
    for (std::int32_t at = 0; at < count; ++at) months[at].toUTF8String(names[static_cast<std::size_t>(at)]);
    return names;
}

// ICU's zones are not to be shared between threads while they answer; each thread has its own.
const icu::TimeZone& zone(std::string_view name) {
    thread_local std::map<std::string, std::unique_ptr<icu::TimeZone>, std::less<>> zones;
    auto found = zones.find(name);
    if (found == zones.end()) {
        const icu::StringPiece id{name.data(), static_cast<std::int32_t>(name.size())};
        found = zones.emplace(name, icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(id))).first;
    }
    return *found->second;
}

std::chrono::milliseconds from_utc(Instant moment, std::string_view time_zone) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t standard = 0, summer = 0;
    zone(time_zone).getOffset(static_cast<UDate>(milliseconds(moment)), false, standard, summer, status);
    return std::chrono::milliseconds{standard + summer};
}

}  // namespace

std::string_view month_in_words(std::chrono::month month, Language language) {
    static const std::array months{month_names(Language::nl), month_names(Language::en)};
    return months[static_cast<std::size_t>(language)][static_cast<unsigned>(month) - 1];
}

std::chrono::year_month_day day_of(Instant moment, std::string_view time_zone) {
    return std::chrono::floor<std::chrono::days>(moment + from_utc(moment, time_zone));
}

Instant start_of(std::chrono::year_month_day day, std::string_view time_zone) {
    const Instant midnight = std::chrono::sys_days{day};
    const Instant about = midnight - from_utc(midnight, time_zone);
    return midnight - from_utc(about, time_zone);
}

// A whole date format of ICU takes 2 µs; the day by the calendar and a name from its table a tenth of that.
std::string day_in_words(Instant moment, Language language, std::string_view time_zone) {
    const std::chrono::year_month_day day = day_of(moment, time_zone);
    return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), month_in_words(day.month(), language), static_cast<int>(day.year()));
}

Instant SystemClock::now() const { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

}  // namespace loopbaankaart::base
