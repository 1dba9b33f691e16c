#include "stories.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace loopbaankaart::flow {

namespace {

constexpr std::array<std::string_view, line_kinds> line_codes{"seen", "explanation", "question", "action", "outcome"};

}  // namespace

std::string_view code(LineKind kind) { return line_codes[static_cast<std::size_t>(kind)]; }

std::optional<LineKind> parse_line_kind(std::string_view code) {
    const auto found = std::find(line_codes.begin(), line_codes.end(), code);
    return found == line_codes.end() ? std::nullopt : std::optional{static_cast<LineKind>(found - line_codes.begin())};
}

std::optional<std::int32_t> parse_month(std::string_view typed) {
    if (typed.size() != 7 || typed[4] != '-') return std::nullopt;
    const auto year = base::whole_number(typed.substr(0, 4)), month = base::whole_number(typed.substr(5));
    if (!year || !month || *year < 2000 || *year > 2200 || *month < 1 || *month > 12) return std::nullopt;
    return static_cast<std::int32_t>(*year * 100 + *month);
}

std::string month_code(std::int32_t month) { return fmt::format("{:04}-{:02}", month / 100, month % 100); }

std::string month_in_words(std::int32_t month, base::Language language) {
    return fmt::format("{} {}", base::month_in_words(std::chrono::month{static_cast<unsigned>(month % 100)}, language), month / 100);
}

std::int32_t month_of(base::Instant moment, std::string_view time_zone) {
    const std::chrono::year_month_day day = base::day_of(moment, time_zone);
    return static_cast<int>(day.year()) * 100 + static_cast<std::int32_t>(static_cast<unsigned>(day.month()));
}

bool may_take_back(const Story& story, const std::vector<StoryLine>& lines, const StoryLine& line, const base::Id& who) {
    if (line.author != who || (story.closed_at && line.kind != LineKind::outcome)) return false;
    return std::none_of(lines.begin(), lines.end(), [&](const StoryLine& other) { return other.about == line.id; });
}

}  // namespace loopbaankaart::flow
