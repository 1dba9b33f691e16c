#include "written_day.hpp"

#include <base/base.hpp>

namespace loopbaankaart::journey {

std::optional<std::chrono::year_month_day> written_day(std::string_view text) {
    text = base::trimmed(text);
    const auto part = [&](std::size_t from, std::size_t length) { return text.size() == 10 ? base::whole_number(text.substr(from, length)) : std::nullopt; };
    const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::chrono::year_month_day found{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{static_cast<unsigned>(*month)},
                                            std::chrono::day{static_cast<unsigned>(*day)}};
    return found.ok() ? std::optional{found} : std::nullopt;
}

}  // namespace loopbaankaart::journey
