#include "url.hpp"

#include <algorithm>
#include <array>

#include <base/base.hpp>

namespace loopbaankaart::web {

namespace {

using base::Guard;
using base::guarded;

constexpr std::string_view nowhere = "#";

constexpr std::array<bool, 256> unreserved = [] {
    std::array<bool, 256> table{};
    for (char sign : std::string_view{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"}) table[static_cast<unsigned char>(sign)] = true;
    return table;
}();

bool is_unreserved(char sign) { return unreserved[static_cast<unsigned char>(sign)]; }

void append_encoded_sign(std::string& out, char sign) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(sign);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

// Browsers drop tabs and line ends inside an address and turn a backslash round, so none may pass.
bool is_printable(std::string_view address) {
    return std::ranges::all_of(address, [](char sign) { return static_cast<unsigned char>(sign) > 0x20 && sign != 0x7F && sign != '\\'; });
}

bool starts_with_any_case(std::string_view text, std::string_view lower) {
    if (text.size() < lower.size()) return false;
    return std::ranges::equal(text.substr(0, lower.size()), lower, [](char left, char right) {
        return (left >= 'A' && left <= 'Z' ? static_cast<char>(left + 32) : left) == right;
    });
}

// "//elders" and "/\elders" start with a slash and yet leave our pages.
bool is_own(std::string_view root) { return root.starts_with('/') && !root.starts_with("//") && !root.starts_with("/\\"); }

}  // namespace

void append_encoded(std::string& out, std::string_view text) {
    if (std::ranges::all_of(text, is_unreserved)) {  // nearly always: names of places, ids
        out += text;
        return;
    }
    for (char sign : text) {
        if (is_unreserved(sign))
            out += sign;
        else
            append_encoded_sign(out, sign);
    }
}

Url Url::own(std::string_view root) {
    Url url;
    if (guarded(Guard::link_scheme) && !is_own(root)) {
        url.text_ = nowhere;
        return url;
    }
    url.text_.reserve(root.size() + 28);  // room for a segment: an id is 26 characters
    url.add_path(root);
    return url;
}

Url Url::outside(std::string_view address) {
    const bool good = (starts_with_any_case(address, "https://") || starts_with_any_case(address, "http://")) && is_printable(address);
    Url url;
    url.text_ = good || !guarded(Guard::link_scheme) ? address : nowhere;
    return url;
}

Url Url::beside(std::string_view file) {
    const auto segments = base::split(file, '/');
    const bool good = file.find_first_of(":\\") == std::string_view::npos &&
                      std::ranges::all_of(segments, [](std::string_view segment) { return !segment.empty() && segment != "." && segment != ".."; });
    Url url;
    if (!good && guarded(Guard::link_scheme)) {
        url.text_ = nowhere;
        return url;
    }
    for (const std::string_view segment : segments) {
        if (!url.text_.empty()) url.text_ += '/';
        append_encoded(url.text_, segment);
    }
    return url;
}

Url Url::here(std::string_view fragment) {
    Url url;
    return std::move(url).at(fragment);
}

void Url::add_path(std::string_view path) {
    for (char sign : path) {
        if (is_unreserved(sign) || sign == '/')
            text_ += sign;
        else
            append_encoded_sign(text_, sign);
    }
}

void Url::add_segment(std::string_view part) {
    if (!text_.ends_with('/')) text_ += '/';
    if (part == "." || part == "..") return;  // an address cannot hold these as names, not even encoded
    append_encoded(text_, part);
}

Url Url::with(std::string_view name, std::string_view value) && {
    std::string fragment;
    if (const std::size_t sharp = text_.find('#'); sharp != std::string::npos) {
        fragment = text_.substr(sharp);
        text_.resize(sharp);
    }
    text_ += text_.find('?') == std::string::npos ? '?' : '&';
    append_encoded(text_, name);
    text_ += '=';
    append_encoded(text_, value);
    text_ += fragment;
    return std::move(*this);
}

Url Url::at(std::string_view fragment) && {
    text_.resize(std::min(text_.find('#'), text_.size()));
    text_ += '#';
    append_encoded(text_, fragment);
    return std::move(*this);
}

}  // namespace loopbaankaart::web
