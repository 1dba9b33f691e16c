#include "circle_html.hpp"

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

web::Literal class_of(Paint paint) {
    switch (paint) {
        case Paint::skin: return "skin";
        case Paint::hair: return "hair";
        case Paint::cloth: return "cloth";
        case Paint::wool: return "wool";
        case Paint::line: return "line";
        case Paint::wood: return "wood";
        case Paint::flame: return "flame";
        case Paint::heart_of_flame: return "flame-heart";
        case Paint::dashed: return "line free";
    }
    return "line";
}

void strokes(Html& html, std::span<const Stroke> all) {
    for (const Stroke& each : all) html.element("path", {attr("class", class_of(each.paint).view()), attr("d", each.path.view())}, "");
}

void figure(Html& html, const ToldSeat& seat) {
    const std::string classes = fmt::format("figure cloth-{}", seat.cloth);
    html.element("g", {attr("class", classes)}, [&] {
        html.element("ellipse", {cls("cast"), attr("cx", "6"), attr("cy", "49"), attr("rx", "46"), attr("ry", "8")}, "");
        strokes(html, seat.empty ? stool() : face(seat.face));
        if (seat.clicks) html.element("g", {attr("transform", "translate(42 -22)")}, [&] { strokes(html, flame()); });
    });
}

void head_and_name(Html& html, const DrawnCircle& drawn, const DrawnSeat& at, const ToldSeat& seat) {
    const std::string size = fmt::format("scale({:.3f})", drawn.radius / 52.0);
    html.element("circle", {cls("room"), attr("r", std::to_string(drawn.radius + 4))}, "");
    html.element("g", {attr("transform", size)}, [&] { figure(html, seat); });
    if (!at.label.empty()) html.element("text", {attr("x", std::to_string(at.beside)), attr("y", std::to_string(drawn.radius + label_size - 6)), attr("text-anchor", "middle")}, at.label);
}

void seat_in_drawing(Html& html, const DrawnCircle& drawn, const DrawnSeat& at, const ShownSeat& shown, SeatLinks links, bool moves) {
    const std::string place = fmt::format("translate({} {})", at.at.x, at.at.y);
    if (links == SeatLinks::none) return html.element("g", {cls("seat"), attr("data-plek", shown.id.view(), moves), attr("transform", place)}, [&] { head_and_name(html, drawn, at, shown.seat); });
    html.a({cls("seat"), attr("data-plek", shown.id.view(), moves), attr("transform", place), web::href(page_of_seat(shown.id))}, [&] {
        html.element("title", {}, fmt::format("{}, {}", called(shown.seat, html.language()), name_of(shown.seat.near).in(html.language())));
        head_and_name(html, drawn, at, shown.seat);
    });
}

// For the script, which says where somebody was put.
std::string rings_said(base::Language language) {
    std::string said;
    for (std::size_t at = 0; at < nearness_codes.size(); ++at) said += fmt::format("{}{} {}", at == 0 ? "" : "|", nearness_codes[at], name_of(static_cast<Nearness>(at)).in(language));
    return said;
}
std::string turns_said(base::Language language) {
    std::string said;
    for (int at = 0; at < named_turns; ++at) said += fmt::format("{}{}", at == 0 ? "" : "|", name_of_turn(at).in(language));
    return said;
}

void line_of(Html& html, const ShownSeat& shown, SeatLinks links) {
    const ToldSeat& seat = shown.seat;
    html.li({}, [&] {
        draw_head(html, seat);
        html.p({cls("name")}, [&] {
            if (links == SeatLinks::none) html.text(called(seat, html.language()));
            else html.a({web::href(page_of_seat(shown.id))}, called(seat, html.language()));
        });
        if (seat.clicks) html.p({cls("clicks")}, word::seat_clicks);
        if (seat.helps.none()) return;
        html.ul({cls("helps")}, [&] {
            for (std::size_t at = 0; at < help_codes.size(); ++at)
                if (seat.helps[at])
                    html.li({}, [&] {
                        web::symbol(html, symbol_of(static_cast<Help>(at)));
                        html.text(name_of(static_cast<Help>(at)));
                    });
        });
    });
}

}  // namespace

std::vector<ShownSeat> shown_seats(const Circle& circle) {
    std::vector<ShownSeat> shown;
    for (const Seat& seat : circle.seats) shown.push_back({seat.id, told(seat)});
    return shown;
}

void draw_head(Html& html, const ToldSeat& seat) {
    html.svg({cls("head"), attr("viewbox", "-58 -66 116 122"), attr("aria-hidden", "true"), attr("focusable", "false")}, [&] { figure(html, seat); });
}

void draw_circle(Html& html, const std::vector<ShownSeat>& seats, SeatLinks links, const std::optional<base::Id>& moved) {
    std::vector<ToldSeat> drawn_seats;
    for (const ShownSeat& each : seats) drawn_seats.push_back(each.seat);
    const DrawnCircle drawn = laid_out(drawn_seats);
    const bool hidden = links == SeatLinks::none;
    html.div({cls("fire-circle")}, [&] {
        web::landmark(html, "kring");
        html.svg({attr("viewbox", fmt::format("0 0 {} {}", circle_width, circle_height)), attr("role", "group", !hidden), attr("aria-hidden", "true", hidden), attr("focusable", "false"),
                  attr("aria-label", word::circle_line.in(html.language()), !hidden), attr("data-ringen", rings_said(html.language())), attr("data-kanten", turns_said(html.language()))}, [&] {
            // Who sits nearer to who looks stands before who sits behind them.
            std::vector<std::size_t> order(seats.size());
            for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
            std::ranges::stable_sort(order, {}, [&](std::size_t at) { return drawn.seats[at].at.y; });
            for (const std::size_t at : order) seat_in_drawing(html, drawn, drawn.seats[at], seats[at], links, !moved || moved == seats[at].id);
        });
    });
}

void circle_in_words(Html& html, const std::vector<ShownSeat>& seats, SeatLinks links) {
    for (std::size_t ring = 0; ring < nearness_codes.size(); ++ring) {
        const auto near = static_cast<Nearness>(ring);
        if (std::ranges::none_of(seats, [&](const ShownSeat& each) { return each.seat.near == near; })) continue;
        if (links == SeatLinks::to_their_page) html.h2({}, name_of(near));
        else html.h3({}, name_of(near));
        html.ul({cls("seats")}, [&] {
            for (const ShownSeat& each : seats)
                if (each.seat.near == near) line_of(html, each, links);
        });
    }
}

web::Literal symbol_of(Help help) {
    switch (help) {
        case Help::listening: return "hart";
        case Help::tips: return "kompas";
        case Help::example: return "ster";
        case Help::door: return "sleutel";
        case Help::practical: return "hulpbron";
    }
    return "hulpbron";
}

web::Url circle_page() { return web::path("/gezelschap"); }
web::Url page_of_seat(const base::Id& seat) { return web::path("/gezelschap", seat.view()); }

void what_is_expected(Html& html, const Seat& seat) {
    if (seat.expects.empty()) return;
    html.div({cls("expects")}, [&] {
        html.p({cls("name")}, word::seat_expects);
        html.paragraphs(seat.expects);
    });
}

}  // namespace loopbaankaart::journey
