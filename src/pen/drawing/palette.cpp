#include "palette.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace loopbaankaart::pen {

namespace {

constexpr std::string_view night_ground = "#16203A", white_paper = "#FFFFFF";
constexpr std::array<std::string_view, 5> shining{"lit", "glass", "lava", "fire", "spark"};
constexpr std::array<std::string_view, 3> faces{"skin", "tan", "brown"};

int channel(std::string_view colour, std::size_t from) {
    int value = 0;
    std::from_chars(colour.data() + from, colour.data() + from + 2, value, 16);
    return value;
}

template <typename Names>
bool among(const Names& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

constexpr std::string_view own_start = "c-";

bool is_own(std::string_view name) {
    return name.size() == own_start.size() + 6 && name.starts_with(own_start) &&
           name.find_first_not_of("0123456789abcdef", own_start.size()) == std::string_view::npos;
}

}  // namespace

std::string own_name(std::string_view colour) {
    std::string name{own_start};
    for (const char sign : colour.substr(1)) name += sign >= 'A' && sign <= 'F' ? static_cast<char>(sign - 'A' + 'a') : sign;
    return name;
}

std::string name_of(const Palette& palette, std::string_view colour) {
    const std::string own = own_name(colour);
    for (const auto& [name, colours] : palette)
        if (own_name(colours[0]) == own) return name;
    return own;
}

bool is_colour(const Palette& palette, std::string_view name) { return palette.contains(name) || is_own(name); }

std::string colour(const Palette& palette, std::string_view name, Light light) {
    if (const auto found = palette.find(name); found != palette.end()) return found->second[static_cast<std::size_t>(light)];
    const std::string own = fmt::format("#{}", name.substr(own_start.size()));
    return light == Light::day ? own : light == Light::night ? at_night(name, own) : at_print(name, own);
}

std::string mixed(std::string_view from, std::string_view to, double part) {
    std::string colour = "#";
    for (const std::size_t at : {1U, 3U, 5U}) {
        const int one = channel(from, at), other = channel(to, at);
        colour += fmt::format("{:02x}", static_cast<int>(std::floor(one + (other - one) * part + 0.5)));
    }
    return colour;
}

std::string at_night(std::string_view name, std::string_view colour) {
    if (name == "glass") return "#FFD768";
    if (name == "trail") return "#F08A5C";  // my own trail stays the strongest colour
    if (name == "soft") return "#BDB6C8";
    if (among(shining, name)) return std::string{colour};
    return mixed(colour, night_ground, among(faces, name) ? 0.3 : 0.6);
}

std::string at_print(std::string_view name, std::string_view colour) { return mixed(colour, white_paper, among(faces, name) ? 0.3 : 0.55); }

}  // namespace loopbaankaart::pen
