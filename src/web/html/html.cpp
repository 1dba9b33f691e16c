#include "html.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace loopbaankaart::web {

namespace {

using base::Guard;
using base::guarded;

// What stands in a page instead of the character; empty for the characters that may stand as they are.
constexpr std::string_view entity(char sign) {
    switch (sign) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        case '\r': return "&#13;";          // a bare one would be read back as \n
        case '\0': return "\xEF\xBF\xBD";   // HTML has no NUL: U+FFFD, as a browser would read it
        default: return {};
    }
}

constexpr std::uint64_t every_byte = 0x0101010101010101;

constexpr std::uint64_t has_zero(std::uint64_t eight) { return (eight - every_byte) & ~eight & (every_byte << 7); }

// Whether one of eight bytes may need an entity. Two comparisons catch the five signs: " # & ' are alike but for bits 0 and 2,
// < and > but for bit 1; a third catches the control characters. A false alarm (#, a line end) costs a closer look.
bool may_need_entity(const char* bytes) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    const std::uint64_t quotes = has_zero((eight & ~(every_byte * 5)) ^ (every_byte * 0x22));
    const std::uint64_t brackets = has_zero((eight & ~(every_byte * 2)) ^ (every_byte * 0x3C));
    const std::uint64_t control = has_zero(eight & (every_byte * 0xF2));  // 0x00, 0x01, 0x04, 0x05, 0x08, 0x09, 0x0C, 0x0D
    return (quotes | brackets | control) != 0;
}

constexpr std::array<bool, 256> needs_entity = [] {
    std::array<bool, 256> table{};
    for (std::size_t sign = 0; sign < table.size(); ++sign) table[sign] = !entity(static_cast<char>(sign)).empty();
    return table;
}();

// Copies what may stand as it is, up to the first sign that needs an entity; gives the number of bytes. `to` has room for all.
std::size_t copy_plain(char* to, std::string_view text) {
    std::size_t at = 0;
    for (;;) {
        for (; at + 8 <= text.size() && !may_need_entity(text.data() + at); at += 8) std::memcpy(to + at, text.data() + at, 8);
        const std::size_t end = std::min(at + 8, text.size());
        for (; at < end; ++at) {
            if (needs_entity[static_cast<unsigned char>(text[at])]) return at;
            to[at] = text[at];
        }
        if (at == text.size()) return at;
    }
}

char* copy(char* to, std::string_view text) {
    std::memcpy(to, text.data(), text.size());
    return to + text.size();
}

}  // namespace

std::string Html::take() {
    out_.resize(used_);
    used_ = 0;
    return std::move(out_);
}

void Html::grow(std::size_t bytes) { out_.resize(std::max(out_.size() * 2, used_ + bytes + first_room)); }

void Html::put(std::string_view markup) {
    if (markup.empty()) return;
    copy(room(markup.size()), markup);
    used_ += markup.size();
}

void Html::escape(std::string_view text) {
    if (!guarded(Guard::html_escape)) return put(text);
    for (;;) {
        const std::size_t plain = copy_plain(room(text.size()), text);
        used_ += plain;
        if (plain == text.size()) return;
        put(entity(text[plain]));
        text.remove_prefix(plain + 1);
    }
}

void Html::text(std::string_view text) { escape(text); }

void Html::paragraphs(std::string_view typed) {
    bool in_paragraph = false;
    for (std::string_view line : base::split(typed, '\n')) {
        if (base::trimmed(line).empty()) {
            if (in_paragraph) close("p");
            in_paragraph = false;
            continue;
        }
        if (in_paragraph)
            br();
        else
            open("p", {});
        in_paragraph = true;
        escape(line);
    }
    if (in_paragraph) close("p");
}

void Html::open(std::string_view tag, Attributes attributes) {
    char* at = room(tag.size() + 1);
    *at = '<';
    copy(at + 1, tag);
    used_ += tag.size() + 1;
    for (const Attribute& attribute : attributes) {
        if (!attribute.present) continue;
        const std::string_view name = attribute.name.view();
        at = room(name.size() + 3);
        *at++ = ' ';
        at = copy(at, name);
        used_ += name.size() + 1;
        if (!attribute.valued) continue;
        std::memcpy(at, "=\"", 2);
        used_ += 2;
        escape(attribute.value);
        *room(1) = '"';
        ++used_;
    }
    *room(1) = '>';
    ++used_;
}

void Html::close(std::string_view tag) {
    char* at = copy(room(tag.size() + 3), "</");
    *copy(at, tag) = '>';
    used_ += tag.size() + 3;
}

}  // namespace loopbaankaart::web
