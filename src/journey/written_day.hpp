// Inside journey only: a day as a field of a browser sends it.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace loopbaankaart::journey {

// "2026-12-24", with space around it or not; nothing for what is no day.
std::optional<std::chrono::year_month_day> written_day(std::string_view text);

}  // namespace loopbaankaart::journey
