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

// Takes a text away from the front; false when something else stands there.
bool take(std::string_view& from, std::string_view text) {
    if (!from.starts_with(text)) return false;
    from.remove_prefix(text.size());
    return true;
}

std::optional<std::string_view> until(std::string_view& from, std::string_view end) {
    const std::size_t at = from.find(end);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view found = from.substr(0, at);
    from.remove_prefix(at + end.size());
    return found;
}

// "120 80", and of a bend what stands behind it is left.
std::optional<std::pair<int, int>> point_of(std::string_view text, const FingerDrawing& on) {
    const std::vector<std::string_view> numbers = base::split(text, ' ');
    if (numbers.size() < 2) return std::nullopt;
    const auto across = number_within(numbers[0], 0, on.width), down = number_within(numbers[1], 0, on.height);
    if (!across || !down) return std::nullopt;
    return std::pair{*across, *down};
}

// The points of "M1 2Q3 4 5.5 6L7 8": the handles are the points between the ends. A dot begins and ends at one point.
std::optional<std::vector<std::pair<int, int>>> points_of(std::string_view way, const FingerDrawing& on) {
    std::vector<std::pair<int, int>> points;
    if (!take(way, "M")) return std::nullopt;
    while (!way.empty()) {
        const std::size_t end = way.find_first_of("QL");
        const auto point = point_of(way.substr(0, end), on);
        if (!point || points.size() > most_finger_points) return std::nullopt;
        points.push_back(*point);
        way.remove_prefix(end == std::string_view::npos ? way.size() : end + 1);
    }
    if (points.size() == 2 && points.front() == points.back()) points.pop_back();
    return points;
}

std::optional<FingerStroke> read_way(std::string_view& svg, const FingerDrawing& on) {
    const auto colour = until(svg, "\" stroke-width=\""), wide = until(svg, "\" d=\""), way = until(svg, "\"/>");
    if (!colour || !wide || !way) return std::nullopt;
    const auto ink = std::ranges::find(inks, *colour, &NamedInk::colour);
    const auto width = number_within(*wide, 1, 60);
    auto points = points_of(*way, on);
    if (ink == inks.end() || !width || !points) return std::nullopt;
    return FingerStroke{.ink = ink->ink, .width = *width, .points = *std::move(points)};
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

// What was read is drawn once more: whatever else stood in it shows in the comparison.
std::optional<FingerDrawing> read_finger_picture(std::string_view svg) {
    std::string_view rest = svg;
    FingerDrawing drawing;
    if (!take(rest, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")) return std::nullopt;
    const auto wide = until(rest, "\" height=\""), high = until(rest, "\" viewBox=\"");
    const auto width = number_within(wide.value_or(""), 16, 4096), height = number_within(high.value_or(""), 16, 4096);
    if (!width || !height || !until(rest, "<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">")) return std::nullopt;
    drawing.width = *width;
    drawing.height = *height;
    std::size_t points = 0;
    while (take(rest, "<path stroke=\"")) {
        auto stroke = read_way(rest, drawing);
        if (!stroke || (points += stroke->points.size()) > most_finger_points) return std::nullopt;
        drawing.strokes.push_back(std::move(*stroke));
    }
    if (drawing.strokes.empty() || finger_picture(drawing) != svg) return std::nullopt;
    return drawing;
}

}  // namespace loopbaankaart::pen
