#include "read_imprint.hpp"

#include <algorithm>
#include <array>

#include <base/base.hpp>

namespace loopbaankaart::journey {

namespace {

constexpr int deepest_elements = 4;  // elements in each other
constexpr std::string_view numbers = "0123456789.- ", way = "MLHVCSQTAZmlhvcsqtaz0123456789., -", hexadecimal = "#0123456789abcdefABCDEF";

// What an attribute may say: one of two words, or any text of these signs.
struct Rule {
    std::string_view name, word = {}, other_word = {}, signs = {};

    bool allows(std::string_view value) const {
        if (signs.empty()) return value == word || (!other_word.empty() && value == other_word);
        return !value.empty() && value.find_first_not_of(signs) == std::string_view::npos;
    }
};
constexpr std::array rules{
    Rule{"d", {}, {}, way},
    Rule{"fill", "none", "currentColor"},
    Rule{"fill-rule", "evenodd"},
    Rule{"stroke", "currentColor"},
    Rule{"stroke-linecap", "round"},
    Rule{"stroke-linejoin", "round"},
    Rule{"stroke-width", {}, {}, numbers},
    Rule{"opacity", {}, {}, numbers},
    Rule{"color", {}, {}, hexadecimal},
    Rule{"viewBox", {}, {}, numbers},
    Rule{"x", {}, {}, numbers},
    Rule{"y", {}, {}, numbers},
    Rule{"width", {}, {}, numbers},
    Rule{"height", {}, {}, numbers},
    Rule{"text-anchor", "middle"},
    Rule{"font-size", {}, {}, numbers},
    Rule{"font-weight", "600"},
    Rule{"font-family", "serif"},
};

class ImprintReader {
public:
    explicit ImprintReader(std::string_view svg) : rest_{svg} {}

    std::optional<int> side() {
        if (!take("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")) return std::nullopt;
        const std::string_view wide = until(" ");
        const auto side = base::whole_number(wide);
        if (!side || *side < 1 || *side > 4096 || !take(" ") || !take(wide) || !take("\"")) return std::nullopt;
        if (!inside("svg", 0) || !rest_.empty()) return std::nullopt;
        return static_cast<int>(*side);
    }

private:
    bool take(std::string_view text) {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }
    std::string_view until(std::string_view ends) {
        const std::string_view found = rest_.substr(0, rest_.find_first_of(ends));
        rest_.remove_prefix(found.size());
        return found;
    }

    bool element(int depth) {
        if (!take("<") || depth > deepest_elements) return false;
        const std::string_view tag = until(" />");
        constexpr std::array<std::string_view, 4> tags{"svg", "g", "path", "text"};
        return std::ranges::find(tags, tag) != tags.end() && inside(tag, depth);
    }

    // Behind its name, up to and with its end.
    bool inside(std::string_view tag, int depth) {
        while (take(" "))
            if (!attribute()) return false;
        if (take("/>")) return true;
        if (!take(">")) return false;
        if (tag == "text" && !letters()) return false;
        while (tag != "text" && !rest_.starts_with("</"))
            if (!element(depth + 1)) return false;
        return take("</") && take(tag) && take(">");
    }

    bool attribute() {
        const std::string_view name = until("=\"");
        if (!take("=\"")) return false;
        const std::string_view value = until("\"");
        const auto rule = std::ranges::find(rules, name, &Rule::name);
        return rule != rules.end() && rule->allows(value) && take("\"");
    }

    // No sign of markup but those that are written as a name.
    bool letters() {
        for (;;) {
            const std::string_view plain = until("<&");
            if (std::ranges::any_of(plain, [](char sign) { return static_cast<unsigned char>(sign) < ' '; })) return false;
            if (rest_.starts_with("<")) return true;
            if (!take("&amp;") && !take("&lt;") && !take("&gt;")) return false;
        }
    }

    std::string_view rest_;
};

}  // namespace

std::optional<int> side_of_imprint(std::string_view svg) { return ImprintReader{svg}.side(); }

}  // namespace loopbaankaart::journey
