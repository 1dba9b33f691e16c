// GET and POST /gezelschap: the circle, and below it in words. With script heads can be moved there; the form then brings where they sit.
#include "circle_pages.hpp"
#include "own_circle.hpp"

namespace loopbaankaart::journey {

namespace {

using web::cls, web::Html;

std::string field(const char* what, const base::Id& seat) { return fmt::format("{}-{}", what, seat.text()); }

class CirclePage {
public:
    CirclePage(const Desk& desk, const access::Visit& visit, const OwnCircle& own) : desk_{desk}, visit_{visit}, own_{own}, seats_{shown_seats(own.circle)}, writes_{!visit.who().left()} {}

    void write(Html& html) const {
        web::back_link(html, web::path("/kaart/reisgezelschap"), word::to_the_map);
        html.h1({}, word::circle_name);
        if (seats_.empty()) nobody(html);
        else around_the_fire(html);
        html.div({cls("beside-circle")}, [&] {
            for (const Part& part : desk_.parts)
                if (part.beside_circle) part.beside_circle(html, visit_);
        });
    }

private:
    void nobody(Html& html) const {
        web::empty_place(html, "kampvuur", word::circle_nobody_yet, [&] {
            if (writes_) web::actions(html, [&] { to_draw(html); });
        });
        html.p({cls("small")}, word::circle_only_you);
    }

    void around_the_fire(Html& html) const {
        html.p({cls("lead")}, word::circle_lead);
        html.div({cls("circle-sides")}, [&] {
            html.div({cls("fire-side")}, [&] {
                if (writes_) moving(html);
                else draw_circle(html, seats_, SeatLinks::to_their_page);
            });
            html.div({}, [&] {
                if (writes_) doings(html);
                circle_in_words(html, seats_, SeatLinks::to_their_page);
                html.p({cls("small")}, word::circle_only_you);
                if (own_.kept) record_ways(html, visit_, *own_.kept);
            });
        });
    }

    static void to_draw(Html& html) {
        web::primary_link(html, web::path("/gezelschap/plek"), word::seat_new, "mens");
        web::secondary_link(html, web::path("/gezelschap/plek").with("leeg", "ja"), word::seat_new_empty, "pen");
    }

    void doings(Html& html) const {
        if (seats_.size() >= most_seats) html.p({}, word::circle_full);
        web::actions(html, [&] {
            if (seats_.size() < most_seats) to_draw(html);
            web::secondary_link(html, web::path("/gezelschap/vertel"), word::circle_tell, "boekje");
        });
    }

    void moving(Html& html) const {
        web::form(html, circle_page(), visit_.form_token, visit_.site.new_id(), [&] {
            seen_field(html, &*own_.kept);
            draw_circle(html, seats_, SeatLinks::to_their_page);
            for (const ShownSeat& each : seats_) {
                web::hidden(html, field("nabij", each.id), nearness_codes[static_cast<std::size_t>(each.seat.near)]);
                web::hidden(html, field("hoek", each.id), std::to_string(each.seat.turn));
            }
            // Only the script shows it.
            html.p({cls("hint moving-hint"), web::flag("hidden")}, word::circle_how_to_move);
            html.div({cls("moved"), web::flag("hidden")}, [&] { web::primary_button(html, word::circle_sits_well, "vuur"); });
            html.p({cls("spoken moved-to"), web::attr("role", "status")}, "");
        });
    }

    const Desk& desk_;
    const access::Visit& visit_;
    const OwnCircle& own_;
    std::vector<ShownSeat> seats_;
    bool writes_;
};

}  // namespace

web::Answer show_circle(const Desk& desk, const access::Visit& visit) {
    const OwnCircle own = own_circle(visit);
    const std::string notice = visit.request.query["gedaan"] == "anders" ? title_of(visit, word::kept) : std::string{};
    return visit.page(title_of(visit, word::circle_name), [&](Html& html) { CirclePage{desk, visit, own}.write(html); }, 200, notice, circle_look);
}

web::Answer move_seats(const Desk& desk, const access::Visit& visit) {
    OwnCircle own = own_circle(visit);
    if (!own.kept) return web::go(circle_page());
    for (Seat& each : own.circle.seats) {
        each.near = nearness_in(visit.request.form[field("nabij", each.id)]).value_or(each.near);
        each.turn = turn_in(visit.request.form[field("hoek", each.id)]).value_or(each.turn);
    }
    return keep_circle(desk, visit, own.circle, circle_page());
}

}  // namespace loopbaankaart::journey
