#include "said_parts.hpp"

#include <algorithm>
#include <array>

namespace loopbaankaart::journey {

namespace {

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_letter(char sign) { return sign >= 'a' && sign <= 'z'; }

SaidPart part_of(std::string_view text) {
    SaidPart part{.word = std::string{text}, .number = {}};
    const auto number = base::whole_number(text);
    if (number && *number <= 9999) part.number = static_cast<int>(*number);
    return part;
}

bool says_nothing(std::string_view word) {
    constexpr std::array filling{"de", "het", "in", "op", "van", "the", "of", "on", "ergens", "somewhere"};
    return std::ranges::find(filling, word) != filling.end();
}

}  // namespace

std::vector<SaidPart> parts_of(std::string_view typed) {
    const std::string text = base::folded(typed);
    std::vector<SaidPart> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto same = is_digit(text[at]) ? is_digit : is_letter;
        std::size_t end = at;
        while (end < text.size() && same(text[end])) ++end;
        if (end > at && !says_nothing(std::string_view{text}.substr(at, end - at))) parts.push_back(part_of(std::string_view{text}.substr(at, end - at)));
        at = std::max(end, at + 1);
    }
    return parts;
}

std::optional<std::chrono::month> month_of(std::string_view word) {
    using std::chrono::month;
    if (word == "mrt") return std::chrono::March;
    if (word.size() < 3) return std::nullopt;
    for (unsigned at = 1; at <= 12; ++at)
        for (const base::Language language : base::languages)
            if (base::folded(base::month_in_words(month{at}, language)).starts_with(word)) return month{at};
    return std::nullopt;
}

std::optional<Season> season_named(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Season>, 10> names{{{"lente", Season::spring}, {"voorjaar", Season::spring}, {"spring", Season::spring},
        {"zomer", Season::summer}, {"summer", Season::summer}, {"herfst", Season::autumn}, {"najaar", Season::autumn}, {"autumn", Season::autumn},
        {"fall", Season::autumn}, {"winter", Season::winter}}};
    const auto found = std::ranges::find(names, word, &std::pair<std::string_view, Season>::first);
    return found == names.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace loopbaankaart::journey
