#include "style_rules.hpp"

#include <algorithm>
#include <array>

#include <base/base.hpp>

namespace loopbaankaart::pen {

namespace {

// What is looked at, as attribute or as declaration; in alphabetical order.
constexpr std::array<std::string_view, 20> properties{
    "clip-path", "color", "display", "fill", "fill-opacity", "fill-rule", "filter", "marker-end", "marker-mid", "marker-start",
    "mask", "opacity", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-opacity", "stroke-width", "visibility"};

std::string without_comments(std::string_view text) {
    std::string all;
    while (true) {
        const std::size_t open = text.find("/*");
        all += text.substr(0, open);
        if (open == std::string_view::npos) return all;
        const std::size_t close = text.find("*/", open + 2);
        if (close == std::string_view::npos) return all;
        text.remove_prefix(close + 2);
    }
}

// What follows an @rule: after its semicolon, or after its block.
std::string_view after_at_rule(std::string_view text) {
    int deep = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{') ++deep;
        if ((text[at] == '}' && --deep <= 0) || (text[at] == ';' && deep == 0)) return text.substr(at + 1);
    }
    return {};
}

}  // namespace

Declarations parse_declarations(std::string_view text) {
    Declarations all;
    for (const std::string_view one : base::split(text, ';')) {
        const std::size_t colon = one.find(':');
        if (colon == std::string_view::npos) continue;
        std::string_view value = one.substr(colon + 1);
        value = base::trimmed(value.substr(0, value.find("!important")));
        const std::string_view name = base::trimmed(one.substr(0, colon));
        if (std::ranges::binary_search(properties, name)) all.insert_or_assign(std::string{name}, std::string{value});
    }
    return all;
}

StyleRules::StyleRules(const Element& source) { collect(source); }

void StyleRules::collect(const Element& element) {
    if (element.tag == "style") read(without_comments(element.text));
    for (const Element& child : element.children) collect(child);
}

void StyleRules::read(std::string_view sheet) {
    while (true) {
        sheet = base::trimmed(sheet);
        if (sheet.starts_with('@')) {
            sheet = after_at_rule(sheet);
            continue;
        }
        const std::size_t open = sheet.find('{'), close = sheet.find('}');
        if (open == std::string_view::npos || close == std::string_view::npos) return;
        if (open < close) {
            const Declarations declared = parse_declarations(sheet.substr(open + 1, close - open - 1));
            for (const std::string_view selector : base::split(sheet.substr(0, open), ','))
                for (const auto& [name, value] : declared) rules_[std::string{base::trimmed(selector)}].insert_or_assign(name, value);
        }
        sheet.remove_prefix(close + 1);
    }
}

void StyleRules::lay_over(Declarations& all, const std::string& selector) const {
    const auto found = rules_.find(selector);
    if (found == rules_.end()) return;
    for (const auto& [name, value] : found->second) all.insert_or_assign(name, value);
}

Declarations StyleRules::of(const Element& element) const {
    Declarations all;
    for (const std::string_view name : properties)
        if (const std::string_view value = element[name]; !value.empty()) all.emplace(name, base::trimmed(value));
    if (!rules_.empty()) {
        lay_over(all, "*");
        lay_over(all, element.tag);
        for (const std::string& one : element.classes) lay_over(all, "." + one);
        for (const std::string& one : element.classes) lay_over(all, element.tag + "." + one);
        if (const std::string_view id = element["id"]; !id.empty()) lay_over(all, "#" + std::string{id});
    }
    for (auto& [name, value] : parse_declarations(element["style"])) all.insert_or_assign(name, value);
    return all;
}

}  // namespace loopbaankaart::pen
