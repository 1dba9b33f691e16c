// GET and POST /talenten/hart: what moves somebody, and for what. Nobody else can say it (Handreiking 3.1), so it asks nothing in fields of its own: one
// place for words, and something they keep with it.
#include <algorithm>

#include "competence_pages.hpp"
#include "competences_words.hpp"
#include "own_drawing.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t in_sight = 12;

std::vector<KeptThing> to_lay_in(const access::Visit& visit, const std::optional<base::Id>& chosen) {
    std::vector<KeptThing> things;
    visit.school().read([&](storage::Reads& reads) {
        things = things_of(reads, visit.school().vault(), visit.who(), {}, in_sight, {});
        if (!chosen || std::ranges::find(things, *chosen, &KeptThing::id) != things.end()) return;
        auto thing = find_thing(reads, visit.school().vault(), visit.who(), *chosen, visit.site.now());
        if (thing && thing->owner == visit.who().person && !thing->thrown_at) things.insert(things.begin(), std::move(*thing));
    });
    return things;
}

void pick(Html& html, const std::string& called, std::string_view id, bool chosen, const std::function<void()>& face) {
    html.li({web::cls("pick")}, [&] {
        html.input({web::type("radio"), web::name("ding"), web::value(id), web::attr("aria-labelledby", called), web::flag("checked", chosen)});
        html.div({web::id(called)}, face);
    });
}

void something_with_it(Html& html, const access::Visit& visit, const Heart& heart) {
    const std::vector<KeptThing> things = to_lay_in(visit, heart.thing);
    if (things.empty()) return;
    html.details({web::flag("open", heart.thing.has_value())}, [&] {
        html.summary({}, word::lay_in_heart);
        html.fieldset({web::cls("field")}, [&] {
            html.legend({web::cls("spoken")}, word::lay_in_heart);
            html.ul({web::cls("kept picks")}, [&] {
                pick(html, "ding-geen", "", !heart.thing, [&] { html.p({web::cls("none")}, word::nothing_in_heart); });
                for (const KeptThing& thing : things)
                    pick(html, "ding-" + thing.id.text(), thing.id.view(), heart.thing == thing.id, [&] { thing_asked_about(html, visit, thing); });
            });
        });
    });
}

web::Reply heart_page(const access::Visit& visit, const OwnDrawing& own, const web::FieldErrors& errors) {
    const ShownDrawing seen = shown(visit, own.drawing);
    return visit.page(title_of(visit, word::what_moves_me), [&](Html& html) {
        web::back_link(html, talents(), word::to_the_talents);
        html.h1({}, word::what_moves_me);
        web::error_summary(html, errors);
        html.div({web::cls("talents hanging-one")}, [&] {
            draw_hanging(html, seen, Leading::nowhere);
            web::form(html, web::path("/talenten/hart"), visit.form_token, visit.site.new_id(), [&] {
                seen_field(html, own.kept ? &*own.kept : nullptr);
                html.p({web::cls("lead")}, word::two_questions_of_the_heart);
                web::text_area(html, {.name = "hart", .label = word::heart_words, .value = own.drawing.heart.words, .error = errors.find("hart"), .optional = true}, 6);
                something_with_it(html, visit, own.drawing.heart);
                web::actions(html, [&] { web::primary_button(html, word::keep, "hart"); });
                html.p({web::cls("small")}, word::nobody_else_sees);
            });
        });
    }, errors.empty() ? 200 : 422, {}, talents_look);
}

// What can lie in it: something of the viewer's, or what lies there already.
bool can_lie_there(const access::Visit& visit, const base::Id& id, const Heart& now) {
    if (now.thing == id) return true;
    std::optional<KeptThing> thing;
    visit.school().read([&](storage::Reads& reads) { thing = find_thing(reads, visit.school().vault(), visit.who(), id, visit.site.now()); });
    return thing && thing->owner == visit.who().person && !thing->thrown_at;
}

}  // namespace

web::Answer ask_for_the_heart(const access::Visit& visit) { return heart_page(visit, own_drawing(visit), {}); }

web::Answer keep_the_heart(const Desk& desk, const access::Visit& visit) {
    OwnDrawing own = own_drawing(visit);
    const web::Fields& form = visit.request.form;
    const auto thing = base::Id::parse(form["ding"]);
    if (!form["ding"].empty() && (!thing || !can_lie_there(visit, *thing, own.drawing.heart))) return visit.absent();
    own.drawing.heart = {std::string{form["hart"]}, thing};
    const web::FieldErrors errors = faults_of(own.drawing);
    if (!errors.empty()) return heart_page(visit, own, errors);
    return keep_drawing(desk, visit, own.drawing, web::path("/talenten/hart"));
}

}  // namespace loopbaankaart::journey
