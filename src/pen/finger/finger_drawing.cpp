#include "finger_drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include <base/base.hpp>

namespace loopbaankaart::pen {

namespace {

struct NamedInk {
    FingerInk ink;
    std::string_view name, colour;
};
constexpr std::array<NamedInk, 6> inks{{{FingerInk::ink, "inkt", "#26252e"}, {FingerInk::red, "rood", "#a8361c"}, {FingerInk::blue, "blauw", "#125268"},
                                        {FingerInk::green, "groen", "#2c6247"}, {FingerInk::gold, "goud", "#f4c455"}, {FingerInk::brown, "bruin", "#8a5f38"}}};
constexpr std::string_view paper = "#fffbf0";

std::optional<int> number_within(std::string_view text, int least, int most) {
    const auto number = base::whole_number(text);
    if (!number || *number < least || *number > most) return std::nullopt;
    return static_cast<int>(*number);
}

std::optional<FingerStroke> read_stroke(std::string_view line, const FingerDrawing& on) {
    const std::vector<std::string_view> words = base::split(line, ' ');
    if (words.size() < 4 || words.size() % 2 != 0) return std::nullopt;
    const auto ink = std::ranges::find(inks, words[0], &NamedInk::name);
    const auto width = number_within(words[1], 1, 60);
    if (ink == inks.end() || !width) return std::nullopt;
    FingerStroke stroke{.ink = ink->ink, .width = *width, .points = {}};
    stroke.points.reserve(words.size() / 2 - 1);
    for (std::size_t at = 2; at < words.size(); at += 2) {
        const auto across = number_within(words[at], 0, on.width), down = number_within(words[at + 1], 0, on.height);
        if (!across || !down) return std::nullopt;
        stroke.points.emplace_back(*across, *down);
    }
    return stroke;
}

// Through the middles between the points, with the points as handles: no corner shows where a finger went round a bend.
std::string way_of(const FingerStroke& stroke) {
    std::string way;
    const auto to = std::back_inserter(way);
    const auto& points = stroke.points;
    fmt::format_to(to, "M{} {}", points.front().first, points.front().second);
    for (std::size_t at = 1; at + 1 < points.size(); ++at)
        fmt::format_to(to, "Q{} {} {:g} {:g}", points[at].first, points[at].second, (points[at].first + points[at + 1].first) / 2.0,
                       (points[at].second + points[at + 1].second) / 2.0);
    fmt::format_to(to, "L{} {}", points.back().first, points.back().second);
    return way;
}

}  // namespace

std::optional<FingerDrawing> read_finger_drawing(std::string_view text) {
    FingerDrawing drawing;
    std::size_t points = 0;
    for (const std::string_view raw : base::split(text, '\n')) {
        const std::string_view line = base::trimmed(raw);  // a form sends CR LF
        if (line.empty()) continue;
        if (drawing.width == 0) {
            const std::vector<std::string_view> size = base::split(line, ' ');
            const auto width = number_within(size.front(), 16, 4096), height = number_within(size.back(), 16, 4096);
            if (size.size() != 2 || !width || !height) return std::nullopt;
            drawing.width = *width;
            drawing.height = *height;
            continue;
        }
        auto stroke = read_stroke(line, drawing);
        if (!stroke || (points += stroke->points.size()) > most_finger_points) return std::nullopt;
        drawing.strokes.push_back(std::move(*stroke));
    }
    if (drawing.strokes.empty()) return std::nullopt;
    return drawing;
}

std::string finger_picture(const FingerDrawing& drawing) {
    std::string svg;
    const auto to = std::back_inserter(svg);
    fmt::format_to(to, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\"><path fill=\"{2}\" d=\"M0 0H{0}V{1}H0Z\"/>"
                       "<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">", drawing.width, drawing.height, paper);
    for (const FingerStroke& stroke : drawing.strokes)
        fmt::format_to(to, "<path stroke=\"{}\" stroke-width=\"{}\" d=\"{}\"/>", inks[static_cast<std::size_t>(stroke.ink)].colour, stroke.width, way_of(stroke));
    return svg + "</g></svg>";
}

}  // namespace loopbaankaart::pen
