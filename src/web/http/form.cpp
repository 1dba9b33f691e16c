#include <algorithm>

#include "percent.hpp"
#include "request.hpp"

namespace loopbaankaart::web {

namespace {

constexpr std::size_t most_fields = 1000;

std::optional<std::string> decoded(std::string_view part) { return percent_decoded(part, Plus::is_space, BadPercent::is_text); }

}  // namespace

std::optional<Fields> parse_form(std::string_view encoded) {
    Fields fields;
    if (encoded.empty()) return fields;
    for (std::string_view pair : base::split(encoded, '&')) {
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        auto name = decoded(pair.substr(0, equals));
        auto value = decoded(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
        if (!name || !value || fields.size() == most_fields) return std::nullopt;
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

std::size_t encoded_size(std::string_view text) {
    const auto stays = [](char sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') || std::string_view{"*-._ "}.find(sign) != std::string_view::npos;
    };
    const auto plain = static_cast<std::size_t>(std::ranges::count_if(text, stays));
    return plain + 3 * (text.size() - plain);
}

}  // namespace loopbaankaart::web
