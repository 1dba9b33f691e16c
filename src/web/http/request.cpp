#include "request.hpp"

namespace loopbaankaart::web {

namespace {

template <typename Pairs>
std::string_view first_of(const Pairs& pairs, std::string_view name) {
    for (const auto& [key, value] : pairs)
        if (key == name) return value;
    return {};
}

}  // namespace

std::string_view Fields::operator[](std::string_view name) const { return first_of(fields_, name); }

bool Fields::has(std::string_view name) const {
    for (const auto& [key, value] : fields_)
        if (key == name) return true;
    return false;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : fields_)
        if (key == name) values.push_back(value);
    return values;
}

std::string_view Request::parameter(std::string_view name) const { return first_of(parameters, name); }
std::string_view Request::cookie(std::string_view name) const { return first_of(cookies, name); }

}  // namespace loopbaankaart::web
