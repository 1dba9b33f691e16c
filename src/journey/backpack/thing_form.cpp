#include "thing_form.hpp"

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

web::Field field(const ShownForm& form, std::string_view name, const base::Word& label, const base::Word* hint, std::string_view value) {
    return {.name = name, .label = label, .hint = hint, .value = value, .error = form.errors.find(name), .optional = true};
}

void kind_field(Html& html, const ShownForm& form) {
    std::vector<web::Choice> choices{{"", std::string{word::kind_unsaid.in(html.language())}}};
    std::string_view chosen;
    for (const auto& each : thing_kinds) {
        choices.push_back({std::string{each.code.view()}, std::string{each.name.in(html.language())}});
        if (form.typed.marks.kind == each.mark) chosen = each.code.view();
    }
    web::select(html, {.name = "soort", .label = word::which_kind, .value = chosen, .choices = choices});
}

void one_choice(Html& html, std::string_view id, std::string_view value, bool chosen, const std::function<void()>& drawing) {
    html.div({cls("symbol-choice")}, [&] {
        html.input({web::type("radio"), web::id(id), web::name("symbool"), web::value(value), web::flag("checked", chosen)});
        html.label({attr("for", id)}, drawing);
    });
}

void competence_field(Html& html, const ShownForm& form) {
    std::vector<web::Choice> choices;
    std::vector<std::string_view> chosen;
    for (const auto& each : competences) {
        choices.push_back({std::string{each.code.view()}, std::string{each.name.in(html.language())}});
        if (form.typed.marks.has(each.mark)) chosen.push_back(each.code.view());
    }
    web::checkbox_group(html, {.name = "toont", .label = word::what_it_shows, .hint = &word::what_it_shows_hint, .choices = choices}, chosen);
}

struct SaidByTheScript {
    web::Literal name;
    const base::Word& said;
};
const SaidByTheScript said_by_the_script[] = {
    {"fotos", word::photos}, {"teken", word::draw_it}, {"neem-op", word::record_it}, {"weg", word::take_away}, {"klaar", word::ready},
    {"te-veel", word::too_many_parts}, {"onderweg", word::on_its_way}, {"bijna", word::nearly_there},
    // photos
    {"foto", word::photo_number}, {"te-zien", word::what_photo_shows}, {"geen-foto", word::not_a_photo}, {"te-groot", word::photo_too_large},
    // a drawing
    {"tekening", word::your_drawing}, {"teken-verder", word::draw_more}, {"terug", word::undo}, {"wis", word::draw_clear}, {"vol", word::draw_full},
    {"kleur", word::colour}, {"inkt", word::colour_ink}, {"rood", word::colour_red}, {"blauw", word::colour_blue}, {"groen", word::colour_green},
    {"goud", word::colour_gold}, {"bruin", word::colour_brown}, {"dikte", word::pen_width}, {"dun", word::pen_thin}, {"dik", word::pen_thick},
    // a sound
    {"opname", word::your_sound}, {"te-horen", word::what_is_heard}, {"ik-neem-op", word::recording_now}, {"stop", word::record_stop},
    {"opnieuw", word::do_again}, {"kies-geluid", word::choose_sound}, {"geen-microfoon", word::no_microphone}, {"te-lang", word::recorded_enough},
    {"niets-gehoord", word::nothing_recorded},
};

}  // namespace

void symbol_field(Html& html, const base::Word& label, const std::optional<Symbol>& chosen) {
    html.fieldset({cls("field symbols")}, [&] {
        html.legend({}, label);
        one_choice(html, "symbool-geen", "", !chosen, [&] { html.text(word::no_symbol); });
        for (const auto& each : symbols)
            one_choice(html, fmt::format("symbool-{}", each.code.view()), each.code.view(), chosen == each.mark, [&] {
                web::symbol(html, each.code);
                html.span({cls("spoken")}, each.name);
            });
    });
}

TypedThing typed_thing(const web::Request& request) {
    const web::Fields& form = request.form;
    TypedThing typed{.words = std::string{form["woorden"]}, .when = std::string{form["wanneer"]}, .strokes = std::string{form["tekening"]}};
    typed.marks.kind = thing_kind(form["soort"]);
    typed.marks.symbol = symbol(form["symbool"]);
    for (const std::string_view code : form.all("toont"))
        if (const auto shown = competence(code)) typed.marks.shows.set(static_cast<std::size_t>(*shown));
    for (const std::string_view description : form.all("beschrijving")) typed.descriptions.emplace_back(description);
    return typed;
}

TypedThing as_typed(const KeptThing& thing, const access::Visit& visit) {
    TypedThing typed{.words = thing.words, .marks = thing.marks};
    if (thing.happened) typed.when = in_words(*thing.happened, visit.language(), visit.site.time_zone);
    return typed;
}

bool brings_more(const TypedThing& typed, const web::Request& request) {
    const bool file = std::ranges::any_of(request.uploads, [](const web::Upload& upload) { return upload.file.size() > 0; });
    return file || typed.marks.symbol || !base::trimmed(typed.strokes).empty();
}

web::FieldErrors check(const TypedThing& typed, bool more, const access::Visit& visit, KeptThing& thing) {
    web::FieldErrors errors;
    if (auto words = check_words(typed.words, more)) thing.words = std::move(*words);
    else errors.add("woorden", words.error());
    thing.marks = typed.marks;
    thing.happened.reset();
    if (!base::trimmed(typed.when).empty()) {
        if (const auto period = understood(typed.when, {visit.site.now(), visit.site.time_zone})) thing.happened = *period;
        else errors.add("wanneer", period.error());
    }
    if (std::ranges::any_of(typed.descriptions, [](const std::string& one) { return base::characters(one) > most_described; }))
        errors.add("beschrijving", {word::description_too_long});
    return errors;
}

void carry(Html& html, const TypedThing& typed) {
    web::hidden(html, "woorden", typed.words);
    if (!typed.when.empty()) web::hidden(html, "wanneer", typed.when);
    if (!typed.strokes.empty()) web::hidden(html, "tekening", typed.strokes);
    for (const auto& each : thing_kinds)
        if (typed.marks.kind == each.mark) web::hidden(html, "soort", each.code.view());
    for (const auto& each : symbols)
        if (typed.marks.symbol == each.mark) web::hidden(html, "symbool", each.code.view());
    for (const auto& each : competences)
        if (typed.marks.has(each.mark)) web::hidden(html, "toont", each.code.view());
}

void words_field(Html& html, const ShownForm& form, int rows) {
    web::text_area(html, field(form, "woorden", word::what_to_keep, &word::keep_hint, form.typed.words), rows);
}

void media_fields(Html& html, const ShownForm& form, std::size_t room, Asks asks) {
    const std::string most = std::to_string(room);
    html.div({cls("media"), attr("data-hoogstens", most)}, [&] {
        html.div({web::flag("hidden")}, [&] {
            for (const auto& each : said_by_the_script) html.span({attr("data-woord", each.name.view())}, each.said);
        });
        web::file_field(html, field(form, "foto", word::photos, &word::photos_hint, {}), "image/jpeg,image/png,image/webp", true);
        if (asks == Asks::everything) web::file_field(html, field(form, "geluid", word::sound, &word::sound_hint, {}), "audio/*");
        web::text_field(html, field(form, "beschrijving", word::what_is_to_be_seen, &word::what_is_to_be_seen_hint,
                                    form.typed.descriptions.empty() ? std::string_view{} : std::string_view{form.typed.descriptions.front()}));
        web::hidden(html, "tekening", form.typed.strokes);
        html.script({web::type("module"), web::src(web::asset_url("js/keep.js"))}, "");
    });
}

void more_fields(Html& html, const ShownForm& form) {
    const TypedThing& typed = form.typed;
    html.details({cls("more-fields"), web::flag("open", !typed.when.empty() || !typed.marks.empty() || form.errors.find("wanneer") != nullptr)}, [&] {
        html.summary({}, word::more_about_it);
        symbol_field(html, word::which_symbol, typed.marks.symbol);
        web::text_field(html, field(form, "wanneer", word::when_was_that, &word::when_own_way_hint, typed.when));
        kind_field(html, form);
        competence_field(html, form);
    });
}

}  // namespace loopbaankaart::journey
