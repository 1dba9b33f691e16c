#include <libxml/HTMLparser.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "feed.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::array<std::string_view, 14> blocks{"p", "h1", "h2", "h3", "h4", "li", "ul", "ol", "div", "section", "article", "figure", "figcaption", "blockquote"};

bool is_sign(UChar32 sign) {
    if (sign < 0x20) return sign == '\t' || sign == '\n';
    return sign != 0xFFFE && sign != 0xFFFF;
}

void end_line(std::string& words) {
    if (!words.empty() && !words.ends_with('\n')) words += '\n';
}

void read(const xmlNode* first, std::string& words) {
    for (const xmlNode* node = first; node != nullptr; node = node->next) {
        if (node->type == XML_TEXT_NODE && node->content != nullptr) words += reinterpret_cast<const char*>(node->content);
        if (node->type != XML_ELEMENT_NODE) continue;
        const std::string_view name{reinterpret_cast<const char*>(node->name)};
        const bool block = name == "br" || std::ranges::find(blocks, name) != blocks.end();
        if (block) end_line(words);
        read(node->children, words);
        if (block) end_line(words);
    }
}

}  // namespace

std::string xml_signs(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        const std::int32_t from = at;
        UChar32 sign = 0;
        U8_NEXT(bytes, at, length, sign);
        if (sign < 0) kept += "\uFFFD";
        else if (is_sign(sign)) kept += text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from));
    }
    return kept;
}

std::string plain_words(const std::string& html) {
    const std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> read_in{
        htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET), xmlFreeDoc};
    std::string words;
    if (read_in) read(xmlDocGetRootElement(read_in.get()), words);
    return std::string{base::trimmed(words)};
}

}  // namespace loopbaankaart::journey
