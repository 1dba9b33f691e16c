// What stands in an archive, read without trust.
#include <fmt/format.h>

#include "../first_words.hpp"
#include "unpacking.hpp"

namespace loopbaankaart::journey {

namespace {

struct TooMuch : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
    const std::string_view part = text.substr(at, digits);
    if (part.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    return static_cast<int>(base::whole_number(part).value());
}

base::Instant start_of_journeys() { return base::start_of(std::chrono::year{first_year} / std::chrono::January / 1, "UTC"); }

}  // namespace

std::optional<Json> read_json(base::BytesView bytes) {
    if (bytes.size() > most_json_bytes) return std::nullopt;
    std::size_t values = 0;
    const auto watch = [&values](int depth, Json::parse_event_t, Json&) {
        if (depth > static_cast<int>(deepest) || ++values > most_values) throw TooMuch{"an archive holds too much"};
        return true;
    };
    try {
        return Json::parse(bytes.begin(), bytes.end(), watch);
    } catch (const Json::exception&) {
        return std::nullopt;
    } catch (const TooMuch&) {
        return std::nullopt;
    }
}

std::optional<base::Instant> moment_of(std::string_view iso) {
    if (iso.size() != 24) return std::nullopt;
    const auto year = number_at(iso, 0, 4), month = number_at(iso, 5, 2), day = number_at(iso, 8, 2), hour = number_at(iso, 11, 2), minute = number_at(iso, 14, 2),
               second = number_at(iso, 17, 2), milli = number_at(iso, 20, 3);
    if (!year || !month || !day || !hour || !minute || !second || !milli) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)}, std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    const base::Instant found = std::chrono::sys_days{date} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second} + std::chrono::milliseconds{*milli};
    if (base::iso(found) != iso) return std::nullopt;
    return found;
}

std::optional<base::Instant> Unpacking::moment(const Json& object, std::string_view name) const {
    const auto found = object.find(name);
    const auto moment = found != object.end() && found->is_string() ? moment_of(found->get_ref<const std::string&>()) : std::nullopt;
    constexpr std::chrono::hours a_clock_may_be_ahead{24};
    if (!moment || *moment < start_of_journeys() || *moment > now() + a_clock_may_be_ahead) return std::nullopt;
    return moment;
}

// A year that is not over ends in the future, and nothing that was said ends later than that.
std::optional<Period> period_of(const Json& said, base::Instant now) {
    const auto text = [&](std::string_view name) {
        const auto found = said.find(name);
        return found != said.end() && found->is_string() ? std::string_view{found->get_ref<const std::string&>()} : std::string_view{};
    };
    const auto from = moment_of(text("from")), until = moment_of(text("until"));
    const auto precision = parse_precision(text("said"));
    constexpr std::chrono::days a_year{367}, clocks_differ{1};
    if (!from || !until || !precision || *until < *from) return std::nullopt;
    if (*from < start_of_journeys() - clocks_differ || *from > now + clocks_differ || *until > now + a_year) return std::nullopt;
    return Period{*from, *until, *precision};
}

std::string first_words_of(std::string_view words) { return std::string{first_words(words.substr(0, words.find('\n')), 60)}; }

}  // namespace loopbaankaart::journey
