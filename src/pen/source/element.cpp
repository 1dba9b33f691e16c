#include <algorithm>
#include <charconv>
#include <cmath>

#include "source.hpp"

namespace loopbaankaart::pen {

std::string_view Element::operator[](std::string_view attribute) const {
    const auto found = attributes.find(attribute);
    return found == attributes.end() ? std::string_view{} : std::string_view{found->second};
}

// "12", "1.5" and "12px" alike.
double Element::number(std::string_view attribute, double otherwise) const {
    const std::string_view written = (*this)[attribute];
    double value = otherwise;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    return error == std::errc{} && std::abs(value) < 1e6 ? value : otherwise;  // false for what is no number
}

bool Element::is(std::string_view role) const { return std::ranges::find(classes, role) != classes.end(); }

Parts parts_of(const Element& element) {
    Parts parts;
    for (const Element& child : element.children) {
        if (const std::string_view id = child["id"]; !id.empty()) parts.emplace(id, &child);
        parts.merge(parts_of(child));
    }
    return parts;
}

}  // namespace loopbaankaart::pen
