// GET and POST /gezelschap/plek: one more at the fire. GET and POST /gezelschap/{seat}, POST /gezelschap/{seat}/weg: one that sits there.
#include "circle_pages.hpp"
#include "own_circle.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

const web::Url& new_seat() {
    static const web::Url page = web::path("/gezelschap/plek");
    return page;
}

struct SeatForm {
    const base::Word& title;
    web::Url action;
    const OwnCircle& own;
    const Seat& seat;
    bool sits = false;  // it is there already
    const web::FieldErrors& errors;
};

void the_form(Html& html, const access::Visit& visit, const SeatForm& form) {
    html.div({}, [&] {
        web::form(html, form.action, visit.form_token, form.sits ? visit.site.new_id() : form.seat.id, [&] {
            seen_field(html, form.own.kept ? &*form.own.kept : nullptr);
            seat_fields(html, form.seat, form.errors);
            web::actions(html, [&] { web::primary_button(html, form.sits ? word::seat_keep : word::seat_draw, "pen"); });
        });
        if (!form.sits) return;
        web::form(html, web::path("/gezelschap", form.seat.id.view(), "weg"), visit.form_token, visit.site.new_id(), [&] {
            seen_field(html, &*form.own.kept);
            web::quiet_button(html, word::seat_take_away);
        });
    });
}

web::Reply form_page(const access::Visit& visit, const SeatForm& form) {
    Circle seen = form.own.circle;
    if (Seat* there = seen.find(form.seat.id)) *there = form.seat;
    else seen.seats.push_back(form.seat);
    const std::string title = form.sits ? called(told(form.seat), visit.language()) : title_of(visit, form.title);
    return visit.page(title, [&](Html& html) {
        web::back_link(html, circle_page(), word::to_the_circle);
        html.h1({}, title);
        web::error_summary(html, form.errors);
        html.div({web::cls("circle-sides one-seat")}, [&] {
            draw_circle(html, shown_seats(seen), SeatLinks::none, form.seat.id);
            the_form(html, visit, form);
        });
        html.p({web::cls("small")}, word::circle_only_you);
    }, form.errors.empty() ? 200 : 422, {}, circle_look);
}

// Who left reads what stands there.
web::Reply page_to_read(const access::Visit& visit, const Seat& seat) {
    const ToldSeat said = told(seat);
    return visit.page(called(said, visit.language()), [&](Html& html) {
        web::back_link(html, circle_page(), word::to_the_circle);
        html.h1({}, called(said, visit.language()));
        circle_in_words(html, {{seat.id, said}}, SeatLinks::none);
        what_is_expected(html, seat);
    }, 200, {}, circle_look);
}

std::optional<base::Id> asked(const access::Visit& visit) { return base::Id::parse(visit.request.parameter("seat")); }

}  // namespace

web::Answer ask_who_sits_there(const access::Visit& visit) {
    const OwnCircle own = own_circle(visit);
    const Seat seat{.id = visit.site.new_id(), .near = Nearness::middle, .turn = freest_turn(own.circle, Nearness::middle), .empty = visit.request.query["leeg"] == "ja"};
    return form_page(visit, {.title = seat.empty ? word::seat_new_empty : word::seat_new, .action = new_seat(), .own = own, .seat = seat, .errors = {}});
}

web::Answer draw_seat(const Desk& desk, const access::Visit& visit) {
    const OwnCircle own = own_circle(visit);
    Circle others = own.circle;
    stand_up(others, sent_id(visit));  // sent again it stays where it was put
    const Seat seat = typed_seat(visit.request.form, {.id = sent_id(visit), .turn = freest_turn(others, nearness_in(visit.request.form["nabij"]).value_or(Nearness::middle))});
    Circle circle = own.circle;
    web::FieldErrors errors;
    expect_name(seat, errors);
    if (const auto done = sit_down(circle, seat); !done) errors.add("", done.error());
    for (const web::FieldError& each : faults_of(circle)) errors.add(each.field, each.error);
    if (!errors.empty()) return form_page(visit, {.title = seat.empty ? word::seat_new_empty : word::seat_new, .action = new_seat(), .own = own, .seat = seat, .errors = errors});
    return keep_circle(desk, visit, circle, new_seat());
}

web::Answer show_seat(const access::Visit& visit) {
    OwnCircle own = own_circle(visit);
    const auto id = asked(visit);
    const Seat* seat = id ? own.circle.find(*id) : nullptr;
    if (seat == nullptr) return visit.absent();
    if (visit.who().left()) return page_to_read(visit, *seat);
    return form_page(visit, {.title = word::circle_name, .action = page_of_seat(*id), .own = own, .seat = *seat, .sits = true, .errors = {}});
}

web::Answer change_seat(const Desk& desk, const access::Visit& visit) {
    const OwnCircle own = own_circle(visit);
    Circle circle = own.circle;
    const auto id = asked(visit);
    Seat* seat = id ? circle.find(*id) : nullptr;
    if (seat == nullptr) return visit.absent();
    *seat = typed_seat(visit.request.form, *seat);
    web::FieldErrors errors;
    expect_name(*seat, errors);
    for (const web::FieldError& each : faults_of(circle)) errors.add(each.field, each.error);
    if (!errors.empty()) return form_page(visit, {.title = word::circle_name, .action = page_of_seat(*id), .own = own, .seat = *seat, .sits = true, .errors = errors});
    return keep_circle(desk, visit, circle, page_of_seat(*id));
}

web::Answer take_seat_away(const Desk& desk, const access::Visit& visit) {
    const OwnCircle own = own_circle(visit);
    Circle circle = own.circle;
    const auto id = asked(visit);
    if (!id || circle.find(*id) == nullptr) return own.came_of(sent_id(visit)) ? web::Answer{web::go(circle_page())} : visit.absent();  // taken away by this very form
    stand_up(circle, *id);
    return keep_circle(desk, visit, circle, web::path("/gezelschap", id->view(), "weg"));
}

}  // namespace loopbaankaart::journey
