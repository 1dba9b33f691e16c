#include "time.hpp"

#include <fmt/chrono.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <map>
#include <memory>
#include <utility>

namespace loopbaankaart::base {

std::string iso(Instant moment) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(moment);
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
                       (moment - seconds).count());
}

std::string day_in_words(Instant moment, Language language, std::string_view time_zone) {
    using Key = std::pair<Language, std::string>;
    thread_local std::map<Key, std::unique_ptr<icu::SimpleDateFormat>> formats;  // making one costs 50 µs
    auto& format = formats[Key{language, std::string{time_zone}}];
    if (!format) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale{language == Language::nl ? "nl_NL" : "en_GB"};
        format = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString{"d MMMM y"}, locale, status);
        format->adoptTimeZone(icu::TimeZone::createTimeZone(
            icu::UnicodeString::fromUTF8(icu::StringPiece{time_zone.data(), static_cast<std::int32_t>(time_zone.size())})));
    }
    icu::UnicodeString shown;
    format->format(static_cast<UDate>(milliseconds(moment)), shown);
    std::string text;
    shown.toUTF8String(text);
    return text;
}

Instant SystemClock::now() const { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

}  // namespace loopbaankaart::base
