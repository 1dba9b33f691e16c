#include "hung_form.hpp"

#include "competences_words.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::optional<int> thousandths(std::string_view typed) {
    const auto number = base::whole_number(typed);
    if (!number || *number < 0 || *number > whole_drawing) return std::nullopt;
    return static_cast<int>(*number);
}

void what_it_shows(Html& html, const Hung& hung) {
    std::vector<web::Choice> choices{{"", std::string{word::shows_open.in(html.language())}}};
    std::string_view chosen;
    for (const auto& each : competences) {
        choices.push_back({std::string{each.code.view()}, std::string{each.name.in(html.language())}, std::string{plainly(each.mark).in(html.language())}});
        if (hung.shows == each.mark) chosen = each.code.view();
    }
    html.div({web::cls("five")}, [&] { web::radio_group(html, {.name = "toont", .label = word::what_does_it_show, .value = chosen, .choices = choices}); });
}

void where_it_hangs(Html& html, const HungForm& form) {
    const TalentDrawing& looks = looks_of(form.own.drawing.form);
    const HangingSpot& now = spot_at(looks, form.hung.x, form.hung.y);
    std::vector<web::Choice> choices;
    std::vector<const HangingSpot*> spots = free_spots(form.own.drawing, looks, form.hung.id);
    if (std::ranges::find(spots, &now) == spots.end()) spots.insert(spots.begin(), &now);
    for (const HangingSpot* each : spots) choices.push_back({each->id, each->names.in(html.language())});
    web::select(html, {.name = "plek", .label = word::where_does_it_hang, .value = now.id, .choices = choices});
    // As it was when the form was made, so that who says nothing of it moves nothing. The script writes where it was dragged to.
    web::hidden(html, "was-plek", now.id);
    web::hidden(html, "x", std::to_string(form.hung.x));
    web::hidden(html, "y", std::to_string(form.hung.y));
}

void fields(Html& html, const HungForm& form) {
    if (!form.hung.what)
        html.div({web::cls("word")}, [&] {
            web::text_field(html, {.name = "woord", .label = word::own_word_that_fits, .value = form.hung.word, .error = form.errors.find("woord"), .most = most_in_hung_word});
        });
    else web::hidden(html, form.hung.what->kind == "kept_thing" ? "ding" : "inzicht", form.hung.id.view());
    where_it_hangs(html, form);
    web::text_area(html, {.name = "hoe", .label = word::how_told, .hint = &word::how_told_hint, .value = form.hung.how, .error = form.errors.find("hoe"), .optional = true}, 4);
    what_it_shows(html, form.hung);
    web::actions(html, [&] { web::primary_button(html, form.button, "blad"); });
    if (form.hangs) web::quiet_button(html, word::take_it_off, {"doen", "weg"});
}

}  // namespace

Hung typed_hung(const web::Fields& form, Hung was, const TalentDrawing& looks) {
    if (!was.what && form.has("woord")) was.word = form["woord"];
    if (form.has("hoe")) was.how = form["hoe"];
    if (form.has("toont")) was.shows = competence(form["toont"]);
    const HangingSpot* spot = find(looks.spots, form["plek"]);
    const auto x = thousandths(form["x"]), y = thousandths(form["y"]);
    const bool chosen_anew = spot != nullptr && form["plek"] != form["was-plek"];
    if (chosen_anew || (spot != nullptr && (!x || !y))) {
        was.x = spot->x;
        was.y = spot->y;
    } else if (x && y) {
        was.x = *x;
        was.y = *y;
    }
    return was;
}

web::Reply hung_form_page(const access::Visit& visit, const HungForm& form) {
    const ShownDrawing seen = shown(visit, form.own.drawing);
    return visit.page(title_of(visit, form.title), [&](Html& html) {
        web::back_link(html, talents(), word::to_the_talents);
        html.h1({}, form.title);
        web::error_summary(html, form.errors);
        html.div({web::cls("talents hanging-one")}, [&] {
            draw_hanging(html, seen, Leading::nowhere, form.hung.id);
            web::form(html, form.action, visit.form_token, visit.site.new_id(), [&] {
                seen_field(html, form.own.kept ? &*form.own.kept : nullptr);
                for (const ShownHung& each : seen.hung)
                    if (each.hung.id == form.hung.id && each.there && form.hung.what) html.p({web::cls("what-hangs")}, each.name);
                fields(html, form);
                html.p({web::cls("small")}, word::nobody_else_sees);
            });
        });
    }, form.errors.empty() ? 200 : 422, {}, talents_look);
}

}  // namespace loopbaankaart::journey
