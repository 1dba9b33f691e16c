// A stamp on a page: its rim, its words and its drawing in its own ink. It is drawn once a page, however often it stands there.
#include <algorithm>
#include <array>
#include <set>

#include "passport_html.hpp"
#include "passport_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

constexpr std::array<web::Literal, 6> shapes{"path", "circle", "ellipse", "rect", "g", "line"};

// Of a drawing of our own: its shapes as elements of the page.
void write_shape(Html& html, const pen::Element& shape) {
    const auto tag = std::ranges::find(shapes, shape.tag, &web::Literal::view);
    if (tag == shapes.end()) return;
    const auto of = [&](std::string_view name) { return shape[name]; };
    const auto one = [&](web::AttributeName name) { return attr(name, of(name.view()), !of(name.view()).empty()); };
    html.element(*tag, {one("d"), one("cx"), one("cy"), one("r"), one("rx"), one("ry"), one("x"), one("y"), one("width"), one("height"), one("transform"), one("fill"), one("stroke"), one("stroke-width")}, [&] {
        for (const pen::Element& child : shape.children) write_shape(html, child);
    });
}

const pen::Element& shapes_of(const StampDrawing& rim) {
    static const std::map<std::string, pen::Element> all = [] {
        std::map<std::string, pen::Element> read;
        std::vector<pen::DrawingMistake> of_our_own;  // the test of content would have found them
        for (const StampDrawing& each : content().stamps) read.emplace(each.id, pen::read_source(each.svg, of_our_own).value_or(pen::Element{}));
        return read;
    }();
    return all.at(rim.id);
}

std::string id_of_rim(const StampDrawing& rim) { return "rand-" + rim.id; }

std::string id_of_imprint(const Record& stamp) { return "afdruk-" + stamp.id.text(); }

void define_rim(Html& html, const StampDrawing& rim) {
    html.element("symbol", {web::id(id_of_rim(rim)), attr("viewbox", "0 0 120 120")}, [&] {
        html.element("g", {attr("fill", "currentColor"), attr("stroke-linecap", "round"), attr("stroke-linejoin", "round")}, [&] {
            for (const pen::Element& shape : shapes_of(rim).children) write_shape(html, shape);
        });
    });
}

// What is only referred to, and takes no room.
template <typename Write>
void defined(Html& html, Write write) {
    html.svg({cls("rims"), attr("width", "0"), attr("height", "0"), attr("aria-hidden", "true"), attr("focusable", "false")}, write);
}

void use(Html& html, const std::string& id) { html.element("use", {web::href(web::Url::here(id)), attr("width", "120"), attr("height", "120")}, ""); }

// What is dark in it is inked.
void inked_drawing(Html& html, const DrawnStamp& stamp, const KeptPart& part, const Imprint::Room& room) {
    const std::string mask = "inkt-" + stamp.record.id.text(), in_mask = fmt::format("url(#{})", mask);
    const std::string x = fmt::format("{:.1f}", room.x), y = fmt::format("{:.1f}", room.y), width = fmt::format("{:.1f}", room.width), height = fmt::format("{:.1f}", room.height);
    html.element("mask", {web::id(mask)}, [&] {
        html.element("image", {cls("inked"), web::href(web::path("/beeld", stamp.record.id.view(), part.id.view())), attr("x", x), attr("y", y), attr("width", width), attr("height", height)}, "");
    });
    html.element("rect", {attr("x", x), attr("y", y), attr("width", width), attr("height", height), attr("mask", in_mask)}, "");
}

void write_lines(Html& html, const Imprint& imprint) {
    for (const Imprint::Line& line : imprint.lines) {
        const std::string base = fmt::format("{:.1f}", line.base), size = fmt::format("{:.1f}", line.size);
        html.element("text", {attr("x", "60"), attr("y", base), attr("text-anchor", "middle"), attr("font-size", size)}, line.text);
    }
}

// The same stamp is as askew wherever it stands.
web::Literal askew(const base::Id& stamp) {
    static constexpr std::array<web::Literal, 7> turns{"turn-1", "turn-2", "turn-3", "turn-4", "turn-5", "turn-6", "turn-7"};
    return turns[(static_cast<unsigned char>(stamp.view().back()) + 5U * static_cast<unsigned char>(stamp.view()[24])) % turns.size()];
}

const KeptPart* drawing_in(const Record& stamp) {
    const KeptPart* picture = picture_on(stamp);
    return picture && picture->form == PartForm::drawing ? picture : nullptr;
}

void define_imprint(Html& html, const DrawnStamp& stamp) {
    const KeptPart* drawing = drawing_in(stamp.record);
    const Imprint imprint = imprint_of(stamp_of(stamp.record), stamp.place, drawing ? Holds::drawing : Holds::words);
    html.element("symbol", {web::id(id_of_imprint(stamp.record)), attr("viewbox", "0 0 120 120")}, [&] {
        use(html, id_of_rim(*imprint.rim));
        if (drawing && imprint.drawing) inked_drawing(html, stamp, *drawing, *imprint.drawing);
        if (imprint.star) html.element("path", {attr("d", star_in_stamp)}, "");
        write_lines(html, imprint);
    });
}

void ink(Html& html, const DrawnStamp& stamp) {
    const std::string colour = fmt::format("imprint own-{} {}", ink_of(stamp_of(stamp.record)).id, askew(stamp.record.id).view()), called = said_of(stamp.record, stamp.place, html.language());
    html.svg({attr("class", colour), attr("viewbox", "0 0 120 120"), attr("width", "140"), attr("height", "140"), attr("role", "img"), attr("aria-label", called), attr("focusable", "false"), attr("fill", "currentColor")}, [&] { use(html, id_of_imprint(stamp.record)); });
}

}  // namespace

void define_stamps(Html& html, const std::vector<DrawnStamp>& stamps) {
    if (stamps.empty()) return;
    std::set<const StampDrawing*> rims;
    for (const DrawnStamp& stamp : stamps) rims.insert(&rim_of(stamp_of(stamp.record)));
    defined(html, [&] {
        for (const StampDrawing* rim : rims) define_rim(html, *rim);
        for (const DrawnStamp& stamp : stamps) define_imprint(html, stamp);
    });
}

void define_rims(Html& html) {
    defined(html, [&] {
        for (const StampDrawing& rim : content().stamps) define_rim(html, rim);
    });
}

void empty_rim(Html& html, const StampDrawing& rim) {
    html.svg({cls("imprint"), attr("viewbox", "0 0 120 120"), attr("width", "140"), attr("height", "140"), attr("aria-hidden", "true"), attr("focusable", "false"), attr("fill", "currentColor")}, [&] { use(html, id_of_rim(rim)); });
}

void draw_stamp(Html& html, const DrawnStamp& stamp) {
    const KeptPart* picture = picture_on(stamp.record);
    if (picture == nullptr || picture->form == PartForm::drawing) return html.span({cls("stamp")}, [&] { ink(html, stamp); });
    html.span({cls("stamp with-photo")}, [&] {
        const std::string width = std::to_string(picture->width), height = std::to_string(picture->height);
        html.img({web::src(web::path("/beeld", stamp.record.id.view(), picture->id.view()).with("maat", "klein")), attr("alt", ""), attr("width", width), attr("height", height), attr("loading", "lazy")});
        ink(html, stamp);
    });
}

std::string place_of(const atlas::Atlas& atlas, const Record& record, base::Language language) {
    const Stamp stamp = stamp_of(record);
    return stamp.place.empty() ? std::string{} : name_of(atlas, stamp.place, stamp.place_name, language).text;
}

std::vector<DrawnStamp> drawn_stamps(const OwnPassport& own, const atlas::Atlas& atlas, base::Language language) {
    std::vector<DrawnStamp> drawn;
    for (const Record& stamp : own.sources.stamps) drawn.push_back({stamp, place_of(atlas, stamp, language)});
    return drawn;
}

}  // namespace loopbaankaart::journey
