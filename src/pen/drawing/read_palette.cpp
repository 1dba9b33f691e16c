// A style sheet as far as it is a palette: one rule a line. What a browser would pass over in silence is named here.
#include <algorithm>
#include <utility>

#include <pen/words.hpp>

#include "palette.hpp"

namespace loopbaankaart::pen {

namespace {

constexpr std::size_t longest_shown = 40;

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char sign) { return (sign >= 'a' && sign <= 'z') || sign == '-'; });
}

bool is_hex_colour(std::string_view text) {
    return text.size() == 7 && text.front() == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

// Blank where comments were, the lines still where they are.
std::string without_comments(std::string_view text) {
    std::string rest{text};
    for (std::size_t open = rest.find("/*"); open != std::string::npos; open = rest.find("/*", open)) {
        const std::size_t close = rest.find("*/", open + 2), end = close == std::string::npos ? rest.size() : close + 2;
        std::replace_if(rest.begin() + static_cast<std::ptrdiff_t>(open), rest.begin() + static_cast<std::ptrdiff_t>(end), [](char sign) { return sign != '\n'; }, ' ');
    }
    return rest;
}

class PaletteReader {
public:
    explicit PaletteReader(std::vector<DrawingMistake>& mistakes) : mistakes_{mistakes} {}

    Palette read(std::string_view style_sheet) {
        const std::string rules = without_comments(style_sheet);
        for (const std::string_view line : base::split(rules, '\n')) {
            ++line_;
            if (const std::string_view text = base::trimmed(line); !text.empty()) rule(text);
            if (palette_.size() > most_colours) {
                mistake(word::colours_many, std::to_string(most_colours));
                break;
            }
        }
        return std::move(palette_);
    }

private:
    void mistake(const base::Word& word, std::string_view about) {
        std::string shown{about.substr(0, longest_shown)};
        if (!base::is_utf8(shown)) shown.clear();
        mistakes_.push_back({&word, std::move(shown), line_});
    }

    void rule(std::string_view text) {
        const std::size_t open = text.find('{');
        if (open == std::string_view::npos || text.back() != '}' || text.find('}') + 1 != text.size()) return mistake(word::colour_rule_malformed, text);
        const std::string_view selector = base::trimmed(text.substr(0, open));
        std::string_view day, night, print;
        for (const std::string_view declaration : base::split(text.substr(open + 1, text.size() - open - 2), ';')) {
            const std::size_t colon = declaration.find(':');
            if (colon == std::string_view::npos) continue;
            const std::string_view key = base::trimmed(declaration.substr(0, colon)), value = base::trimmed(declaration.substr(colon + 1));
            if (key == "color") day = value;
            if (key == "--night") night = value;
            if (key == "--print") print = value;
        }
        // A role of ours (fill, stroke), or the colour of all ink, is no colour of the palette.
        if (day.empty() || !selector.starts_with('.')) return;
        const std::string_view name = selector.substr(1);
        if (!is_name(name)) return mistake(word::colour_rule_malformed, text);
        for (const std::string_view colour : {day, night, print})
            if (!colour.empty() && !is_hex_colour(colour)) return mistake(word::colour_malformed, colour);
        palette_.insert_or_assign(std::string{name}, std::array{std::string{day}, night.empty() ? at_night(name, day) : std::string{night}, print.empty() ? at_print(name, day) : std::string{print}});
    }

    std::vector<DrawingMistake>& mistakes_;
    Palette palette_;
    int line_ = 0;
};

}  // namespace

Palette read_palette(std::string_view style_sheet, std::vector<DrawingMistake>& mistakes) { return PaletteReader{mistakes}.read(style_sheet); }

Palette parse_palette(std::string_view style_sheet) {
    std::vector<DrawingMistake> none;
    return read_palette(style_sheet, none);
}

}  // namespace loopbaankaart::pen
