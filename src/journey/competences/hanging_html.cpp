#include "hanging_html.hpp"

#include <algorithm>

#include "competences_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::attr;
using web::cls;
using web::Html;

// Small enough for every named spot (content.hpp).
static_assert(scrap_width <= widest_scrap && scrap_height * whole_drawing <= highest_scrap * drawing_height);

int down(int y) { return y * drawing_height / whole_drawing; }

void box(Html& html, web::Literal look, int width, int height, int shift = 0) {
    html.element("rect", {cls(look), attr("x", std::to_string(-width / 2 + shift)), attr("y", std::to_string(-height / 2 + shift)), attr("width", std::to_string(width)),
                          attr("height", std::to_string(height)), attr("rx", "5")}, "");
}

void picture(Html& html, const Face::Picture& picture, int width, int height) {
    const web::Url file = web::path("/beeld", picture.of.view(), picture.part.id.view()).with("maat", "klein");
    html.element("image", {web::href(file), attr("x", std::to_string(-width / 2)), attr("y", std::to_string(-height / 2)), attr("width", std::to_string(width)),
                           attr("height", std::to_string(height)), attr("preserveaspectratio", "xMidYMid slice")}, "");
}

void drawn_symbol(Html& html, web::Literal name, int size) {
    static const web::Url sheet = web::asset_url("symbols.svg");
    const std::string corner = std::to_string(-size / 2), across = std::to_string(size);
    html.element("use", {web::href(web::Url{sheet}.at(name.view())), attr("x", corner), attr("y", corner), attr("width", across), attr("height", across)}, "");
}

void written(Html& html, std::string_view words, int width, int height) {
    const Lettering letters = lettering(words, width, height);
    const double line = 1.18 * letters.size, first = -line * (static_cast<double>(letters.lines.size()) - 1) / 2 + 0.34 * letters.size;
    // A picture of the words, cut where there is no room: who hears the page hears all of them, with their link.
    html.element("text", {attr("aria-hidden", "true"), attr("font-size", std::to_string(letters.size)), attr("text-anchor", "middle")}, [&] {
        for (std::size_t at = 0; at < letters.lines.size(); ++at)
            html.element("tspan", {attr("x", "0"), attr("y", fmt::format("{:.0f}", first + line * static_cast<double>(at)))}, letters.lines[at]);
    });
}

void show_face(Html& html, const Face& face, int width, int height) {
    if (face.picture) picture(html, *face.picture, width, height);
    else if (face.symbol) drawn_symbol(html, *face.symbol, std::min(width, height) * 3 / 4);
    else written(html, face.words, width, height);
}

// The same thing hangs on the same paper, as askew, wherever it hangs.
web::Literal paper_of(const base::Id& id) {
    static constexpr std::array<web::Literal, 4> papers{"paper", "paper yellow", "paper blue", "paper green"};
    return papers[chance_of(id) % papers.size()];
}

void scrap(Html& html, const ShownHung& shown) {
    const int askew = static_cast<int>(chance_of(shown.hung.id) % 7) - 3;
    html.element("g", {attr("transform", fmt::format("rotate({})", askew))}, [&] {
        box(html, "cast", scrap_width, scrap_height, 5);
        box(html, shown.face.picture ? web::Literal{"paper"} : paper_of(shown.hung.id), scrap_width, scrap_height);
        show_face(html, shown.face, scrap_width - 14, scrap_height - 14);
        html.element("circle", {cls("pin"), attr("cx", "0"), attr("cy", std::to_string(-scrap_height / 2 + 3)), attr("r", "8")}, "");
    });
}

void hung_scrap(Html& html, const TalentDrawing& looks, const ShownHung& shown, Leading leading, bool moves) {
    const Hung& hung = shown.hung;
    const std::string place = fmt::format("translate({} {})", hung.x, down(hung.y));
    const std::string called = fmt::format("{}, {}", shown.name, spot_at(looks, hung.x, hung.y).names.in(html.language()));
    if (leading == Leading::to_its_page)
        return html.a({cls("hung"), attr("data-hangt", hung.id.view(), moves), attr("transform", place), web::href(page_of_hung(hung.id))}, [&] {
            html.element("title", {}, called);
            scrap(html, shown);
        });
    html.element("g", {cls("hung"), attr("data-hangt", hung.id.view(), moves), attr("transform", place)}, [&] { scrap(html, shown); });
}

void in_the_heart(Html& html, const TalentDrawing& looks, const std::optional<Face>& face) {
    const int width = looks.heart.width;
    html.element("circle", {cls("heart-room"), attr("r", std::to_string(width / 2))}, "");
    if (!face) return;
    html.element("g", {cls("heart-face")}, [&] { show_face(html, *face, width * 3 / 4, width / 2); });
}

void heart(Html& html, const TalentDrawing& looks, const ShownDrawing& drawing, Leading leading) {
    const std::string place = fmt::format("translate({} {})", looks.heart.x, down(looks.heart.y));
    const auto inside = [&] { in_the_heart(html, looks, drawing.heart_face); };
    if (leading == Leading::nowhere) return html.element("g", {cls("heart"), attr("transform", place)}, inside);
    html.a({cls("heart"), attr("transform", place), web::href(web::path("/talenten/hart"))}, [&] {
        html.element("title", {}, word::what_moves_me.in(html.language()));
        inside();
    });
}

// For the script, which says where something was put.
std::string spots_said(const TalentDrawing& looks, base::Language language) {
    std::string said;
    for (const HangingSpot& spot : looks.spots) said += fmt::format("{}{} {} {} {}", said.empty() ? "" : "|", spot.id, spot.x, spot.y, spot.names.in(language));
    return said;
}

}  // namespace

unsigned chance_of(const base::Id& id) { return static_cast<unsigned char>(id.view().back()) + 7u * static_cast<unsigned char>(id.view()[24]); }

void draw_hanging(Html& html, const ShownDrawing& drawing, Leading leading, const std::optional<base::Id>& moved) {
    const TalentDrawing& looks = looks_of(drawing.form);
    const std::string file = "competence_drawings/" + looks.id;
    html.div({cls("hanging")}, [&] {
        web::landmark(html, web::asset_url(file + ".svg"), web::asset_url(file + "-nacht.svg"));
        const bool hidden = leading == Leading::nowhere;
        html.svg({attr("viewbox", fmt::format("0 0 {} {}", whole_drawing, drawing_height)), attr("role", "group", !hidden), attr("aria-hidden", "true", hidden), attr("focusable", "false"),
                  attr("aria-label", looks.names.in(html.language()), !hidden), attr("data-plekken", spots_said(looks, html.language()))}, [&] {
            heart(html, looks, drawing, leading);
            for (const ShownHung& each : drawing.hung)
                if (each.there) hung_scrap(html, looks, each, leading, !moved || moved == each.hung.id);
        });
    });
}

web::Url talents() { return web::path("/talenten"); }
web::Url page_of_hung(const base::Id& id) { return web::path("/talenten/hangt", id.view()); }

}  // namespace loopbaankaart::journey
