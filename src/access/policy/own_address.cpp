#include "own_address.hpp"

#include <algorithm>

namespace loopbaankaart::access {

namespace {

constexpr std::size_t longest = 2000;  // bytes

bool is_plain(char character) {
    if ((character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9')) return true;
    return std::string_view{"-._~/%?&=+"}.find(character) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> own_address(std::string_view address) {
    if (address.empty() || address.size() > longest) return std::nullopt;
    if (address.front() != '/' || address.starts_with("//")) return std::nullopt;
    if (!std::ranges::all_of(address, is_plain)) return std::nullopt;
    return std::string{address};
}

bool is_own_path(std::string_view path) {
    return path.size() <= longest && path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
}

std::string address_of(const web::Request& request) {
    web::Url url = web::path(request.path);
    for (const auto& [name, value] : request.query) url = std::move(url).with(name, value);
    return url.text();
}

web::Reply go_back(std::string_view address, std::string_view otherwise) {
    web::Reply reply{.status = 303};
    return std::move(reply).header("Location", own_address(address).value_or(std::string{otherwise}));
}

}  // namespace loopbaankaart::access
