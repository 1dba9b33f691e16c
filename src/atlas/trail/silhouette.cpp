#include "silhouette.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace loopbaankaart::atlas {

namespace {

constexpr int slice_height = 5;          // units
constexpr double edge = 3, thinnest = 10;  // outlines and leaves may be brushed past; poles and smoke are walked by

// Reads a finished drawing back: where the pen put ink.
class InkFinder {
public:
    explicit InkFinder(const pen::Element& drawing) : parts_{pen::parts_of(drawing)} {}

    void find(const pen::Element& element, const pen::Matrix& matrix) {
        for (const pen::Element& child : element.children) {
            if (child.tag == "use") use(child, matrix);
            else if (child.tag == "path" && inked(child)) path(child, matrix);
            else if (child.tag == "g" && child["id"].empty()) find(child, matrix);
        }
    }

    std::vector<Room> slices() const {
        std::vector<Room> rooms;
        for (const auto& [slice, span] : spans_) {
            const double left = span.first + edge, right = span.second - edge;
            if (right - left > thinnest) rooms.push_back({left, static_cast<double>(slice * slice_height), right, static_cast<double>((slice + 1) * slice_height)});
        }
        return rooms;
    }

private:
    static bool inked(const pen::Element& element) { return element.is("dark") || element.is("both"); }

    // As the pen places what it repeats.
    static pen::Matrix place_of(const pen::Element& use) {
        pen::Matrix place = pen::translation(use.number("x"), use.number("y"));
        const std::string transform{use["transform"]};
        double x = 0, y = 0, across = 1, down = 1;
        const int read = std::sscanf(transform.c_str(), "translate(%lf %lf)scale(%lf %lf", &x, &y, &across, &down);
        if (read >= 3) return pen::translation(x, y) * pen::scaling(across, read == 4 ? down : across);
        std::sscanf(transform.c_str(), "matrix(%lf %lf %lf %lf %lf %lf", &place.a, &place.b, &place.c, &place.d, &place.e, &place.f);
        return place;
    }
    void use(const pen::Element& use, const pen::Matrix& matrix) {
        const auto part = parts_.find(use["href"].substr(std::min<std::size_t>(1, use["href"].size())));
        if (part == parts_.end() || ++deep_ > 6) return;
        if (part->second->tag == "path") path(*part->second, matrix * place_of(use));
        else find(*part->second, matrix * place_of(use));
        --deep_;
    }
    void path(const pen::Element& path, const pen::Matrix& matrix) {
        const auto curves = pen::parse_path(path["d"]);
        if (!curves) return;
        for (const pen::Ring& ring : pen::flatten(*curves, matrix))
            for (std::size_t i = 1; i < ring.points.size(); ++i) line(ring.points[i - 1], ring.points[i]);
    }
    void line(pen::Point from, pen::Point to) {
        const int steps = 1 + static_cast<int>(pen::distance(from, to) / (slice_height * 0.8));
        for (int step = 0; step <= steps; ++step) {
            const pen::Point at{from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps};
            auto [span, added] = spans_.try_emplace(static_cast<int>(std::floor(at.y / slice_height)), at.x, at.x);
            span->second = {std::min(span->second.first, at.x), std::max(span->second.second, at.x)};
        }
    }

    pen::Parts parts_;
    std::map<int, std::pair<double, double>> spans_;
    int deep_ = 0;
};

}  // namespace

std::vector<Room> silhouette(const Drawings& drawings, const Standing& standing) {
    const auto source = drawings.sources.find(standing.landmark);
    if (source == drawings.sources.end()) return {};
    const pen::Parts parts = pen::parts_of(drawings.parts);
    std::vector<pen::DrawingMistake> ignored;  // noted when the drawings were read
    const pen::Drawn drawn = pen::Drawing{standing.landmark, parts, drawings.palette}.draw(source->second, ignored, placed(standing));
    std::string text = fmt::format("<svg><g id=\"stamps\">{}</g>{}</svg>", drawn.stamps, drawn.body);
    for (std::size_t at = text.find("url("); at != std::string::npos; at = text.find("url(", at)) text.erase(at, 4);  // light is no ink, and a source may not have it
    const auto drawing = pen::read_source(text, ignored);
    if (!drawing) return {};
    InkFinder finder{*drawing};
    finder.find(*drawing, {});
    return finder.slices();
}

}  // namespace loopbaankaart::atlas
