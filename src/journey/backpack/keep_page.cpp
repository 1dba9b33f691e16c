// GET and POST /kaart/{place}/bewaren and /rugzak/bewaren: keeping something, at a place or loose.
#include "new_parts.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// Where something is kept: at a place, or loose.
struct Where {
    std::string place;       // its id; empty for loose
    std::string place_name;  // in Dutch, as it is stored
    PlaceName shown;

    web::Url form() const { return place.empty() ? web::path("/rugzak/bewaren") : web::path("/kaart", place, "bewaren"); }
    web::Url page() const { return place.empty() ? web::path("/rugzak") : place_page(place); }
    web::Url done() const { return place.empty() ? web::path("/rugzak").with("gedaan", "bewaard") : place_page(place, "bewaard"); }
};

// Nothing when there is no such place.
std::optional<Where> where_asked(const atlas::Atlases& atlases, const access::Visit& visit) {
    Where where{.place = std::string{visit.request.parameter("place")}, .place_name = {}, .shown = {}};
    if (where.place.empty()) return where;
    const auto atlas = atlases.of(visit.site);
    const atlas::Place* place = atlas->find(where.place);
    if (place == nullptr) return std::nullopt;
    base::Language spoken{};
    where.place_name = place->in(base::Language::nl, spoken).name;
    where.shown = name_of(*atlas, where.place, where.place_name, visit.language());
    return where;
}

web::Reply form_page(const access::Visit& visit, const Where& where, const TypedThing& typed, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, word::keep_something), [&](Html& html) {
        web::back_link(html, where.page(), where.place.empty() ? word::to_the_backpack : word::to_the_place);
        html.h1({}, word::keep_something);
        if (!where.shown.text.empty()) html.p({web::cls("lead"), web::lang(where.shown.language)}, where.shown.text);
        web::error_summary(html, errors);
        if (!errors.empty() && !visit.request.uploads.empty()) html.p({web::cls("hint")}, word::choose_files_again);
        keep_form(html, visit, where.place, {typed, errors});
        html.p({web::cls("small")}, word::only_you);
    }, errors.empty() ? 200 : 422);
}

// Two things under one id: nothing is lost, the traveller says what becomes of the second. `there` is absent when the first one was removed.
web::Reply conflict_page(const access::Visit& visit, const Where& where, const TypedThing& sent, const std::optional<KeptThing>& there) {
    return visit.page(title_of(visit, word::conflict_title), [&](Html& html) {
        html.h1({}, word::conflict_title);
        html.p({}, there ? word::conflict_what : word::conflict_removed);
        html.div({web::cls("cards")}, [&] {
            if (there)
                web::card(html, [&] {
                    html.h2({}, word::conflict_there);
                    html.paragraphs(there->words);
                    web::actions(html, [&] { web::secondary_link(html, web::path("/rugzak", there->id.view()), word::to_this_thing, "rugzak"); });
                });
            web::card(html, [&] {
                html.h2({}, word::conflict_sent);
                html.paragraphs(sent.words);
                web::form(html, where.form(), visit.form_token, visit.site.new_id(), [&] {
                    carry(html, sent);
                    web::actions(html, [&] { web::primary_button(html, word::keep_as_new, "plus"); });
                });
                if (!visit.request.uploads.empty()) html.p({web::cls("hint")}, word::choose_files_again);
            });
        });
        web::back_link(html, where.page(), where.place.empty() ? word::to_the_backpack : word::to_the_place);
    }, 409);
}

// The visit lives as long as its answer (access::gate).
web::Answer store(const access::Visit& visit, const Where& where, const TypedThing& typed, KeptThing thing, std::shared_ptr<NewParts> made) {
    storage::Vault& vault = visit.school().vault();
    if (made) thing.parts = made->parts;
    return web::Write{[&visit, where, typed, made, sealed = prepare(vault, visit.who(), std::move(thing))](storage::Writes& writes) -> web::Reply {
        storage::Vault& seals = visit.school().vault();
        switch (keep(writes, seals, visit.who(), sealed)) {
            case Kept::made:
                if (made) made->taken_over();
                return web::go(where.done());
            case Kept::already_there: return web::go(where.done());
            case Kept::conflict: break;
        }
        return conflict_page(visit, where, typed, find_thing(writes, seals, visit.who(), sealed.thing.id, visit.site.now()));
    }};
}

}  // namespace

void keep_form(Html& html, const access::Visit& visit, std::string_view place, const ShownForm& form) {
    const web::Url to = place.empty() ? web::path("/rugzak/bewaren") : web::path("/kaart", place, "bewaren");
    web::upload_form(html, to, visit.form_token, visit.site.new_id(), [&] {
        words_field(html, form, 4);
        media_fields(html, form, most_parts);
        more_fields(html, form);
        web::actions(html, [&] { web::primary_button(html, word::keep, "rugzak"); });
    });
}

web::Answer ask_what_to_keep(const Desk& desk, const access::Visit& visit) {
    const auto where = where_asked(desk.atlases, visit);
    if (!where) return visit.absent();
    return form_page(visit, *where, {}, {});
}

web::Answer keep_it(const Desk& desk, const access::Visit& visit) {
    const auto where = where_asked(desk.atlases, visit);
    if (!where) return visit.absent();
    const TypedThing typed = typed_thing(visit.request);
    KeptThing thing{.id = sent_id(visit), .place = where->place, .kept_at = visit.site.now(), .place_name = where->place_name};
    const web::FieldErrors errors = check(typed, brings_more(typed, visit.request), visit, thing);
    if (!errors.empty()) return form_page(visit, *where, typed, errors);
    if (was_removed(visit.school().vault(), visit.who(), thing.id)) return conflict_page(visit, *where, typed, {});
    if (visit.request.uploads.empty() && typed.strokes.empty()) return store(visit, *where, typed, std::move(thing), nullptr);
    return web::Slow{[&desk, &visit, where = *where, typed, thing]() -> web::Answer {
        auto made = make_parts(visit, desk.workshop, typed, most_parts);
        if (!made->errors.empty()) return form_page(visit, where, typed, made->errors);
        return store(visit, where, typed, thing, std::move(made));
    }};
}

}  // namespace loopbaankaart::journey
