// GET and POST /wensen/{record}/stap: one of the three steps further, ?welke=uitgekomen (the first), obstakel or als. Each can be left.
#include <algorithm>

#include "../sharing/sharing_pages.hpp"
#include "wish_html.hpp"
#include "wish_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

enum class Step { come_true, in_the_way, if_then };

std::optional<Step> step_named(std::string_view name) {
    if (name == "uitgekomen" || name.empty()) return Step::come_true;
    if (name == "obstakel") return Step::in_the_way;
    if (name == "als") return Step::if_then;
    return std::nullopt;
}
web::Literal name_of(Step step) { return step == Step::come_true ? web::Literal{"uitgekomen"} : step == Step::in_the_way ? web::Literal{"obstakel"} : web::Literal{"als"}; }

const base::Word& title_of(Step step) {
    return step == Step::come_true ? word::wish_how_it_looks : step == Step::in_the_way ? word::wish_what_is_in_the_way : word::wish_when_back;
}

// What somebody typed, right or wrong.
struct TypedStep {
    std::string words;  // of the first two; of the third its "dan"
    TypedIf when;
};

TypedStep as_it_is(const Wish& wish, Step step) {
    if (step == Step::come_true) return {wish.come_true, {}};
    if (step == Step::in_the_way) return {wish.in_the_way, {}};
    TypedStep typed{wish.then, {}};
    if (!wish.when) return typed;
    const If& when = *wish.when;
    typed.when = {.form = when.form == IfForm::day ? "day" : when.form == IfForm::place ? "place" : "own", .day = when.form == IfForm::day ? in_digits(when.day) : std::string{},
                  .place = when.place, .words = when.words};
    return typed;
}

TypedStep typed_step(const web::Fields& form) {
    return {std::string{form["woorden"]}, {.form = std::string{form["als"]}, .day = std::string{form["dag"]}, .place = std::string{form["plek"]}, .words = std::string{form["herken"]}}};
}

// The places of the map, and the one of this wish when it is on it no more.
std::vector<KnownPlace> places_for(const atlas::Atlas& atlas, const Wish& wish, base::Language language) {
    std::vector<KnownPlace> places;
    base::Language spoken = language;
    for (const atlas::Place& place : atlas.places)
        if (place.what == atlas::What::place) places.push_back({place.id, place.in(language, spoken).name});
    std::ranges::sort(places, {}, &KnownPlace::name);
    const bool there = !wish.when || wish.when->form != IfForm::place || std::ranges::find(places, wish.when->place, &KnownPlace::id) != places.end();
    if (!there) places.push_back({wish.when->place, wish.when->place_name});
    return places;
}

struct Shown {
    const Record& record;
    Step step;
    const std::vector<KnownPlace>& places;
    const TypedStep& typed;
    const web::FieldErrors& errors;
};

// What belongs to one of the choices stands under it, and opens with it.
void its_field(Html& html, web::Literal name, const std::function<void()>& field) { html.div({web::cls(name)}, field); }

void if_fields(Html& html, const Shown& shown) {
    const auto in = [&](const base::Word& word) { return std::string{word.in(html.language())}; };
    const TypedIf& typed = shown.typed.when;
    const bool chosen = typed.form == "day" || typed.form == "place" || typed.form == "own";
    const std::vector<web::Choice> forms{{"", in(word::wish_if_none)}, {"day", in(word::wish_if_day)}, {"place", in(word::wish_if_place)}, {"own", in(word::wish_if_own)}};
    web::radio_group(html, {.name = "als", .label = word::wish_if, .hint = &word::wish_if_hint, .value = chosen ? std::string_view{typed.form} : std::string_view{}, .choices = forms});
    its_field(html, "if-day", [&] {
        const base::Error* error = shown.errors.find("dag");
        html.div({error ? web::cls("field wrong") : web::cls("field")}, [&] {
            html.label({web::attr("for", "veld-dag")}, word::wish_which_day);
            if (error)
                html.p({web::cls("error"), web::id("veld-dag-fout")}, [&] {
                    web::symbol(html, "let-op");
                    html.text(*error->word);
                });
            html.input({web::type("date"), web::id("veld-dag"), web::name("dag"), web::value(typed.day), web::attr("aria-describedby", "veld-dag-fout", error != nullptr),
                        web::attr("aria-invalid", "true", error != nullptr)});
        });
    });
    std::vector<web::Choice> places{{"", in(word::wish_no_place)}};
    for (const KnownPlace& place : shown.places) places.push_back({place.id, place.name});
    its_field(html, "if-place", [&] { web::select(html, {.name = "plek", .label = word::wish_which_place, .value = typed.place, .error = shown.errors.find("plek"), .choices = places}); });
    its_field(html, "if-own", [&] {
        web::text_field(html, {.name = "herken", .label = word::wish_what_is_recognised, .hint = &word::wish_recognised_hint, .value = typed.words, .error = shown.errors.find("herken"),
                               .optional = true, .most = most_in_if});
    });
}

web::Reply step_page(const access::Visit& visit, const Shown& shown) {
    const Step step = shown.step;
    const base::Word& title = title_of(step);
    return visit.page(journey::title_of(visit, title), [&](Html& html) {
        web::back_link(html, page_of_wish(shown.record.id), word::to_the_wish);
        html.h1({}, title);
        web::error_summary(html, shown.errors);
        who_will_see_it(html, visit, shared_wishes(), shown.record.id);
        html.div({web::cls("one-wish")}, [&] {
            html.div({web::cls("alone")}, [&] { ribbon(html, shown.record); });
            web::form(html, page_of_wish(shown.record.id, "stap"), visit.form_token, visit.site.new_id(), [&] {
                seen_field(html, &shown.record);
                web::hidden(html, "welke", name_of(step).view());
                if (step == Step::if_then) if_fields(html, shown);
                const base::Word& label = step == Step::come_true ? word::wish_looks_label : step == Step::in_the_way ? word::wish_way_label : word::wish_then_label;
                const base::Word& hint = step == Step::come_true ? word::wish_looks_hint : step == Step::in_the_way ? word::wish_way_hint : word::wish_then_hint;
                web::text_area(html, {.name = "woorden", .label = label, .hint = &hint, .value = shown.typed.words, .error = shown.errors.find("woorden"), .optional = true,
                                      .most = most_in_step}, step == Step::if_then ? 3 : 6);
                web::actions(html, [&] {
                    web::primary_button(html, word::keep, "wens");
                    web::secondary_link(html, page_of_wish(shown.record.id), word::leave_it);
                });
                html.p({web::cls("small")}, word::only_you);
            });
        });
    }, shown.errors.empty() ? 200 : 422, {}, wish_look);
}

std::string_view field_of(const base::Error& error) {
    if (error.word == &word::wish_day_past || error.word == &word::wish_day_unclear) return "dag";
    return error.word == &word::wish_place_unknown ? "plek" : "herken";
}

// What is right of it goes into the wish; what is wrong comes back.
web::FieldErrors take(Wish& wish, Step step, const TypedStep& typed, std::span<const KnownPlace> places, const access::Visit& visit) {
    web::FieldErrors errors;
    (step == Step::come_true ? wish.come_true : step == Step::in_the_way ? wish.in_the_way : wish.then) = typed.words;
    if (step != Step::if_then) return errors;
    const std::optional<If> was = wish.when;
    auto when = check_if(typed.when, places, visit.site.now(), visit.site.time_zone);
    if (!when && was && as_it_is(wish, step).when.form == typed.when.form && as_it_is(wish, step).when.day == typed.when.day && was->form == IfForm::day) return errors;  // its day went by; it stays as it was
    if (!when) errors.add(field_of(when.error()), when.error());
    else wish.when = std::move(*when);
    return errors;
}

}  // namespace

web::Answer ask_step(const Desk& desk, const access::Visit& visit) {
    const auto record = own_record_asked(visit, RecordKind::wish);
    const auto step = step_named(visit.request.query["welke"]);
    if (!record || record->thrown_at || !step) return not_there(visit);
    const Wish wish = wish_of(*record);
    const auto places = places_for(*desk.atlases.of(visit.site), wish, visit.language());
    return step_page(visit, {*record, *step, places, as_it_is(wish, *step), {}});
}

web::Answer take_step(const Desk& desk, const access::Visit& visit) {
    const auto record = own_record_asked(visit, RecordKind::wish);
    const auto step = step_named(visit.request.form["welke"]);
    if (!record || record->thrown_at || !step) return not_there(visit);
    Wish wish = wish_of(*record);
    const auto places = places_for(*desk.atlases.of(visit.site), wish, visit.language());
    const TypedStep typed = typed_step(visit.request.form);
    web::FieldErrors errors = take(wish, *step, typed, places, visit);
    BodyReader sent{in_json(wish)};
    Record changed = *record;
    changed.body = check_wish(sent);
    changed.parts.clear();
    for (const web::FieldError& fault : sent.faults()) errors.add("woorden", fault.error);
    if (!errors.empty()) return step_page(visit, {*record, *step, places, typed, errors});
    return change_sent(desk, visit, *record, {.record = std::move(changed), .form = page_of_wish(record->id, "stap"), .done = page_of_wish(record->id).with("gedaan", "anders")});
}

}  // namespace loopbaankaart::journey
