// GET and POST /gezelschap/vertel: a booklet of the circle as it is now, of those who are chosen to be in it.
#include "../telling/telling_pages.hpp"
#include "circle_pages.hpp"
#include "own_circle.hpp"
#include "told_circle.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr web::Look tell_look{.sheet = "css/journey/gezelschap_vertel.css"};

struct ToTell {
    OwnCircle own;
    std::vector<Telling> before;  // told from it earlier
};

ToTell to_tell(const access::Visit& visit) {
    ToTell found{.own = own_circle(visit), .before = {}};
    if (found.own.kept) visit.school().read([&](storage::Reads& reads) { found.before = tellings_from(reads, visit.school().vault(), visit.who(), found.own.kept->id); });
    return found;
}

// Before anything was sent everybody is.
bool is_chosen(const web::Fields& form, const base::Id& seat) {
    if (!form.has("id")) return true;
    const auto chosen = form.all("wie");
    return std::ranges::find(chosen, seat.view()) != chosen.end();
}

Circle chosen(const web::Fields& form, Circle circle) {
    std::erase_if(circle.seats, [&](const Seat& each) { return !is_chosen(form, each.id); });
    return circle;
}

void who_goes_along(Html& html, const web::Fields& form, const Circle& circle) {
    html.fieldset({web::cls("field helping who")}, [&] {
        html.legend({}, word::circle_who_goes_along);
        html.p({web::cls("hint")}, word::circle_who_goes_along_hint);
        for (const ShownSeat& each : shown_seats(circle)) {
            const std::string field = fmt::format("veld-wie-{}", each.id.text());
            html.div({web::cls("choice")}, [&] {
                html.input({web::type("checkbox"), web::id(field), web::name("wie"), web::value(each.id.view()), web::flag("checked", is_chosen(form, each.id))});
                html.label({web::attr("for", field)}, [&] {
                    draw_head(html, each.seat);
                    html.text(called(each.seat, html.language()));
                });
            });
        }
    });
}

web::Reply tell_page(const access::Visit& visit, const ToTell& what, const web::FieldErrors& errors) {
    const web::Fields& form = visit.request.form;
    return visit.page(title_of(visit, word::circle_tell), [&](Html& html) {
        web::back_link(html, circle_page(), word::to_the_circle);
        html.h1({}, word::circle_tell);
        html.p({web::cls("lead")}, word::circle_tell_plainly);
        web::error_summary(html, errors);
        html.div({web::cls("circle-sides")}, [&] {
            draw_circle(html, shown_seats(chosen(form, what.own.circle)), SeatLinks::none);
            web::form(html, web::path("/gezelschap/vertel"), visit.form_token, visit.site.new_id(), [&] {
                who_goes_along(html, form, what.own.circle);
                TypedLook typed = typed_look(form);
                if (!form.has("titel")) typed.title = word::circle_name.in(visit.language());
                look_fields(html, typed, errors);
                html.p({web::cls("hint")}, word::circle_who_is_told);
                web::actions(html, [&] { web::primary_button(html, word::circle_tell, "boekje"); });
            });
        });
        if (what.before.empty()) return;
        html.h2({}, word::circle_told_before);
        booklets(html, visit, what.before);
    }, errors.empty() ? 200 : 422, {}, tell_look);
}

}  // namespace

// Without anybody there is nothing to tell.
web::Answer ask_how_to_tell_circle(const access::Visit& visit) {
    const ToTell what = to_tell(visit);
    if (what.own.circle.seats.empty()) return web::go(circle_page());
    return tell_page(visit, what, {});
}

web::Answer tell_circle(const Desk& desk, const access::Visit& visit) {
    const ToTell what = to_tell(visit);
    if (!what.own.kept) return web::go(circle_page());
    return web::Slow{[&desk, &visit, kept = what.own.kept->id, seats = told(chosen(visit.request.form, what.own.circle))]() -> web::Answer {
        const auto again = [&visit](const web::FieldErrors& errors) { return tell_page(visit, to_tell(visit), errors); };
        std::optional<DraftPart> picture;
        if (!seats.empty()) {
            auto made = circle_picture(desk.workshop, seats, kept, visit.language());
            if (!made) {
                web::FieldErrors errors;
                errors.add("", made.error());
                return again(errors);
            }
            picture = *std::move(made);
        }
        Draft draft = draft_of(seats, picture, visit.language());
        const TypedLook typed = typed_look(visit.request.form);
        draft.title = typed.title;
        draft.paper = typed.paper;
        draft.colour = typed.colour;
        draft.told_from = kept;
        return tell_it(visit, std::move(draft), again);
    }};
}

}  // namespace loopbaankaart::journey
