#include "own_circle.hpp"

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

void who(Html& html, const Seat& seat, const web::FieldErrors& errors) {
    const std::vector<web::Choice> sits{{"iemand", std::string{word::seat_taken.in(html.language())}}, {"leeg", std::string{word::seat_free.in(html.language())}}};
    html.div({cls("own-name")}, [&] {
        web::text_field(html, {.name = "naam", .label = seat.empty ? word::seat_for_whom : word::seat_who, .hint = seat.empty ? &word::seat_for_whom_hint : nullptr, .value = seat.name,
                               .error = errors.find("naam"), .optional = seat.empty, .most = most_in_seat_name});
    });
    html.div({cls("chips")}, [&] { web::radio_group(html, {.name = "zit", .label = word::seat_taken_or_free, .value = seat.empty ? "leeg" : "iemand", .choices = sits}); });
}

void heads(Html& html, const Seat& seat) {
    html.fieldset({cls("field faces")}, [&] {
        html.legend({}, word::seat_face);
        html.div({cls("heads")}, [&] {
            for (std::size_t at = 0; at < face_codes.size(); ++at) {
                const std::string field = fmt::format("veld-hoofd-{}", face_codes[at]);
                html.div({}, [&] {
                    html.input({web::type("radio"), web::id(field), web::name("hoofd"), web::value(face_codes[at]), web::flag("checked", seat.face == at)});
                    html.label({attr("for", field)}, [&] {
                        ToldSeat looks = told(seat);
                        looks.face = at;
                        looks.empty = looks.clicks = false;
                        draw_head(html, looks);
                        html.span({cls("spoken")}, name_of_face(at));
                    });
                });
            }
        });
    });
}

void where(Html& html, const Seat& seat) {
    std::vector<web::Choice> rings, sides;
    for (std::size_t at = 0; at < nearness_codes.size(); ++at) rings.push_back({std::string{nearness_codes[at]}, std::string{name_of(static_cast<Nearness>(at)).in(html.language())}});
    for (int at = 0; at < named_turns; ++at) sides.push_back({std::to_string(at), std::string{name_of_turn(at).in(html.language())}});
    const std::string side = std::to_string(named_turn(seat.turn));
    html.div({cls("chips")}, [&] { web::radio_group(html, {.name = "nabij", .label = word::seat_how_near, .value = nearness_codes[static_cast<std::size_t>(seat.near)], .choices = rings}); });
    web::select(html, {.name = "kant", .label = word::seat_which_side, .value = side, .choices = sides});
    // As it was when the form was made, so that who says nothing of it moves nobody. The script writes where they were dragged to.
    web::hidden(html, "was-kant", side);
    web::hidden(html, "hoek", std::to_string(seat.turn));
}

void what_it_is_like(Html& html, const Seat& seat) {
    html.fieldset({cls("field helping")}, [&] {
        html.legend({}, word::seat_helps);
        for (std::size_t at = 0; at < help_codes.size(); ++at) {
            const std::string field = fmt::format("veld-helpt-{}", help_codes[at]);
            html.div({cls("choice")}, [&] {
                html.input({web::type("checkbox"), web::id(field), web::name("helpt"), web::value(help_codes[at]), web::flag("checked", seat.helps[at])});
                html.label({attr("for", field)}, [&] {
                    web::symbol(html, symbol_of(static_cast<Help>(at)));
                    html.text(name_of(static_cast<Help>(at)));
                });
            });
        }
        web::hidden(html, "gevraagd", "ja");  // without a tick nothing of it is sent
    });
    html.div({cls("clicking")}, [&] { web::checkbox(html, {.name = "klikt", .label = word::seat_clicks, .hint = &word::seat_clicks_hint, .value = "ja"}, seat.clicks); });
}

}  // namespace

void seat_fields(Html& html, const Seat& seat, const web::FieldErrors& errors) {
    who(html, seat, errors);
    heads(html, seat);
    where(html, seat);
    what_it_is_like(html, seat);
    html.details({cls("more-fields"), web::flag("open", !seat.expects.empty() || errors.find("verwacht") != nullptr)}, [&] {
        html.summary({}, word::seat_expects);
        web::text_area(html, {.name = "verwacht", .label = word::seat_expects, .hint = &word::seat_expects_hint, .value = seat.expects, .error = errors.find("verwacht"), .optional = true}, 3);
    });
}

std::optional<int> turn_in(std::string_view typed) {
    const auto turn = base::whole_number(base::trimmed(typed));
    if (!turn || *turn < 0 || *turn >= turns_round) return std::nullopt;
    return static_cast<int>(*turn);
}

std::optional<Nearness> nearness_in(std::string_view typed) {
    const auto found = std::ranges::find(nearness_codes, typed);
    if (found == nearness_codes.end()) return std::nullopt;
    return static_cast<Nearness>(found - nearness_codes.begin());
}

Seat typed_seat(const web::Fields& form, Seat seat) {
    if (form.has("naam")) seat.name = form["naam"];
    if (form.has("zit")) seat.empty = form["zit"] == "leeg";
    if (const auto face = std::ranges::find(face_codes, form["hoofd"]); face != face_codes.end()) seat.face = static_cast<std::size_t>(face - face_codes.begin());
    if (seat.empty) seat.face = 0;
    seat.near = nearness_in(form["nabij"]).value_or(seat.near);
    const auto side = base::whole_number(form["kant"]);
    const bool chosen_anew = side && *side >= 0 && *side < named_turns && form["kant"] != form["was-kant"];
    if (chosen_anew) seat.turn = static_cast<int>(*side) * (turns_round / named_turns);
    else seat.turn = turn_in(form["hoek"]).value_or(seat.turn);
    if (form.has("gevraagd")) {
        const auto ticked = form.all("helpt");
        for (std::size_t at = 0; at < help_codes.size(); ++at) seat.helps.set(at, std::ranges::find(ticked, help_codes[at]) != ticked.end());
        seat.clicks = form["klikt"] == "ja";
    }
    if (form.has("verwacht")) seat.expects = form["verwacht"];
    return seat;
}

void expect_name(const Seat& seat, web::FieldErrors& errors) {
    if (!seat.empty && base::tidy_name(seat.name).empty()) errors.add("naam", {word::seat_name_missing});
}

}  // namespace loopbaankaart::journey
