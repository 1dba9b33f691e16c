#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "standing.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double finest_width = 88;  // units; a drawing that stands smaller has finer lines, or they would run together

// What stands on the sheet already stands there again.
void draw_again(Canvas& canvas, const Standing& first, const Standing& again) {
    const double size = again.width / first.width;
    canvas.layers.raw(fmt::format("<use href=\"#{}\" transform=\"translate({:.2f} {:.2f})scale({:.3f})\"/>", again.landmark, again.at.x - first.at.x * size,
                                  again.at.y - first.at.y * size, size));
    canvas.repeated += canvas.sizes[again.landmark];
}

}  // namespace

void draw_landmark(Canvas& canvas, const Standing& standing) {
    const auto source = canvas.drawings.sources.find(standing.landmark);
    if (source == canvas.drawings.sources.end()) return;
    const auto [first, is_first] = canvas.stood.emplace(standing.landmark, standing);
    if (!is_first) return draw_again(canvas, first->second, standing);
    std::vector<pen::DrawingMistake> ignored;  // noted when the drawings were read
    const double smaller = std::min(1.0, standing.width / finest_width);
    const Standing inked = smaller < 1 ? Standing{.width = finest_width} : standing;
    pen::Drawn drawn = pen::Drawing{standing.landmark, canvas.parts, canvas.drawings.palette}.draw(*source->second, ignored, placed(inked));
    const std::string place = smaller < 1 ? fmt::format(" transform=\"translate({:.1f} {:.1f})scale({:.3f})\"", standing.at.x, standing.at.y, smaller) : "";
    canvas.layers.raw(fmt::format("<g id=\"{}\"{}>{}</g>", standing.landmark, place, drawn.body));
    canvas.sizes[standing.landmark] = drawn.body.size();
    canvas.used.stamps += drawn.stamps;
    canvas.used.colours.merge(drawn.colours);
    canvas.used.grounds.merge(drawn.grounds);
    if (drawn.roles.contains("glow")) canvas.defs += pen::glow_gradient(standing.landmark);
    canvas.used.roles.merge(drawn.roles);
}

namespace {

// What grows is drawn once a kind and repeated.
void define_part(Canvas& canvas, const std::string& part) {
    const auto source = canvas.parts.find(part);
    if (source == canvas.parts.end() || !canvas.defined.insert("g-" + part).second) return;
    std::vector<pen::DrawingMistake> ignored;
    const pen::Drawn drawn = pen::Drawing{"g-" + part, canvas.parts, canvas.drawings.palette}.draw(*source->second, ignored);
    canvas.used.stamps += fmt::format("<g id=\"g-{}\">{}</g>{}", part, drawn.body, drawn.stamps);
    canvas.sizes["g-" + part] = drawn.body.size();
    for (const std::string& name : drawn.colours) canvas.used.colours.insert(name);
    for (const std::string& role : drawn.roles) canvas.used.roles.insert(role);
}

// What stands in something comes after it.
double foot_in_order(const Sheet& sheet, const Standing& one) {
    double foot = one.at.y;
    for (const Standing& larger : sheet.landmarks)
        if (stands_in(one, larger)) foot = std::max(foot, larger.at.y);
    return foot;
}

struct Thing {
    double foot;
    std::function<void()> draw;
};

}  // namespace

void draw_grown(Canvas& canvas, const Grown& grown) {
    define_part(canvas, grown.part);
    const std::string colour = grown.colour.empty() ? "" : fmt::format(" class=\"{}\"", canvas.colour(grown.colour));
    canvas.layers.raw(fmt::format("<use href=\"#g-{}\"{} transform=\"translate({:.1f} {:.1f})scale({:.2f})\"/>", grown.part, colour, grown.at.x, grown.at.y, grown.size));
    canvas.repeated += canvas.sizes["g-" + grown.part];
}

void draw_standing(Canvas& canvas) {
    const std::vector<Grown> grown = grow(canvas.sheet, canvas.words.kept_free);
    std::vector<Thing> things;
    for (const Standing& one : canvas.sheet.landmarks) things.push_back({foot_in_order(canvas.sheet, one), [&] { draw_landmark(canvas, one); }});
    for (const Mountain& one : canvas.sheet.mountains) things.push_back({one.at.y, [&] { draw_mountain(canvas, one); }});
    for (const Grown& one : grown) things.push_back({one.at.y, [&] { draw_grown(canvas, one); }});
    std::ranges::stable_sort(things, {}, &Thing::foot);
    for (const Thing& thing : things) {
        thing.draw();
        canvas.go_on();
    }
}

void draw_adrift(Canvas& canvas) {
    for (const Standing& one : canvas.sheet.adrift) {
        draw_landmark(canvas, one);
        canvas.go_on();
    }
}

}  // namespace loopbaankaart::atlas
