#include "told_circle.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <pen/pen.hpp>

#include "faces.hpp"

namespace loopbaankaart::journey {

namespace {

// The picture is as wide as a page; the media program makes three pixels of each of these.
constexpr int picture_width = 360, picture_height = 382, pixels = 3;

const pen::Lettering& letters() {
    static const pen::Lettering fraunces{web::asset("fonts/fraunces.woff2").plain, web::asset("fonts/fraunces-more.woff2").plain};
    return fraunces;
}

constexpr std::string_view ink = "#26252E", paper = "#F7F1E3";
constexpr std::array<std::string_view, cloths> cloth{"#D2694A", "#4E9DA6", "#E2AE55", "#7BAA5E", "#8E7FB8", "#7E8FA6"};  // as in gezelschap.css

std::string fill_of(Paint paint, const ToldSeat& seat) {
    switch (paint) {
        case Paint::skin: return "#F8E8CE";
        case Paint::hair: return "#6B5650";
        case Paint::cloth: return std::string{cloth.at(seat.cloth)};
        case Paint::wool: return std::string{cloth.at((seat.cloth + 2) % cloths)};
        case Paint::wood: return "#BE9262";
        case Paint::flame: return "#E8622F";
        case Paint::heart_of_flame: return "#FFD768";
        case Paint::line:
        case Paint::dashed: return "none";
    }
    return "none";
}

void draw(std::string& svg, std::span<const Stroke> strokes, const ToldSeat& seat) {
    for (const Stroke& each : strokes)
        svg += fmt::format(R"svg(<path d="{}" style="fill:{};stroke:{};stroke-width:2.6{}"/>)svg", each.path.view(), fill_of(each.paint, seat), each.paint == Paint::heart_of_flame ? "none" : ink,
                           each.paint == Paint::dashed ? ";stroke-dasharray:7 6" : "");
}

void write_label(std::string& svg, const std::string& label, double beside, double below) {
    const pen::Lettering::Style style{.weight = 600, .size = label_size};
    const std::string outline = letters().outline(label, style, {beside - letters().width(label, style) / 2, below});
    if (outline.empty()) return;
    svg += fmt::format(R"svg(<path d="{0}" style="fill:{1};stroke:{1};stroke-width:9"/><path d="{0}" style="fill:{2}"/>)svg", outline, paper, ink);
}

void draw(std::string& svg, const DrawnCircle& drawn, const DrawnSeat& at, const ToldSeat& seat) {
    svg += fmt::format(R"svg(<g transform="translate({} {})"><g transform="scale({:.3f})"><ellipse cx="6" cy="49" rx="46" ry="8" fill="#2E2540" fill-opacity=".14"/>)svg", at.at.x, at.at.y, drawn.radius / 52.0);
    draw(svg, seat.empty ? stool() : face(seat.face), seat);
    if (seat.clicks) {
        svg += R"svg(<g transform="translate(42 -22)">)svg";
        draw(svg, flame(), seat);
        svg += "</g>";
    }
    svg += "</g>";
    if (!at.label.empty()) write_label(svg, at.label, at.beside, drawn.radius + label_size - 6);
    svg += "</g>";
}

void say_who_is(Draft& draft, const std::vector<ToldSeat>& seats, Nearness near) {
    using Form = ToldBlock::Form;
    bool said = false;
    for (const ToldSeat& seat : seats) {
        if (seat.near != near) continue;
        if (!std::exchange(said, true)) draft.say(Form::heading, std::string{name_of(near).in(draft.language)});
        std::string words = called(seat, draft.language);
        if (seat.clicks) words += fmt::format(" · {}", word::seat_clicks.in(draft.language));
        if (const std::string helps = helps_in_words(seat, draft.language); !helps.empty()) words += "\n" + helps;
        draft.say(Form::words, words);
    }
}

}  // namespace

std::string circle_svg(const std::vector<ToldSeat>& seats) {
    const DrawnCircle drawn = laid_out(seats);
    std::string svg = fmt::format(R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}"><rect width="100%" height="100%" fill="{}"/>)svg", picture_width, picture_height,
                                  circle_width, circle_height, paper);
    // It brings rules for every path; what is drawn on it says how it looks in a way that goes above those.
    svg += fmt::format(R"svg(<svg width="{}" height="{}" )svg", circle_width, circle_height);
    svg += web::asset("landmarks/kring.svg").plain.substr(std::string_view{"<svg "}.size());
    svg += R"svg(<g stroke-linejoin="round" stroke-linecap="round">)svg";
    std::vector<std::size_t> order;
    for (std::size_t at = 0; at < seats.size(); ++at) order.push_back(at);
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return drawn.seats[at].at.y; });
    for (const std::size_t at : order) draw(svg, drawn, drawn.seats[at], seats[at]);
    return svg + "</g></svg>";
}

base::Result<DraftPart> circle_picture(workshop::Workshop& workshop, const std::vector<ToldSeat>& seats, const base::Id& circle, base::Language language) {
    const auto webp = workshop.scene(circle_svg(seats));
    if (!webp) return webp.error();
    KeptPart part{.id = circle, .form = PartForm::photo, .file = circle, .width = picture_width * pixels, .height = picture_height * pixels, .description = std::string{word::circle_picture.in(language)}};
    const auto bytes = base::bytes_of(*webp);
    return DraftPart{.part = std::move(part), .made = base::Bytes{bytes.begin(), bytes.end()}};
}

Draft draft_of(const std::vector<ToldSeat>& seats, const std::optional<DraftPart>& picture, base::Language language) {
    Draft draft{.form = TellingForm::circle, .language = language};
    if (seats.empty()) return draft;
    if (picture) {
        draft.begin_page();
        draft.picture(*picture);
        draft.begin_page();
    }
    for (std::size_t near = 0; near < nearness_codes.size(); ++near) say_who_is(draft, seats, static_cast<Nearness>(near));
    return draft;
}

}  // namespace loopbaankaart::journey
