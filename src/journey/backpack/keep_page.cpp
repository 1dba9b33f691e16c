// POST /kaart/{place}/bewaren, and the pages it gives when something is to be put right.
#include "../pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void words_form(Html& html, const access::Visit& visit, std::string_view place, std::string_view typed, const base::Error& error) {
    web::form(html, web::path("/kaart", place, "bewaren"), visit.form_token, visit.site.new_id(), [&] {
        web::text_area(html, {.name = "woorden", .label = word::keep_something, .hint = &word::keep_hint, .value = typed, .error = &error}, 8);
        web::actions(html, [&] { web::primary_button(html, word::keep, "rugzak"); });
    });
}

web::Reply again_page(const access::Visit& visit, const atlas::PlaceWords& place, const std::string& place_id, const base::Error& error) {
    web::FieldErrors errors;
    errors.add("woorden", error);
    return visit.page(title_of(visit, word::keep_something), [&](Html& html) {
        web::back_link(html, place_page(place_id), word::to_the_place);
        html.h1({}, place.name);
        web::error_summary(html, errors);
        words_form(html, visit, place_id, visit.request.form["woorden"], error);
    }, 422);
}

// Two texts under one id: nothing is lost, the traveller says what becomes of the second. `there` is absent when the first
// one was removed.
web::Reply conflict_page(const access::Visit& visit, const KeptThing& sent, const std::optional<KeptThing>& there) {
    return visit.page(title_of(visit, word::conflict_title), [&](Html& html) {
        html.h1({}, word::conflict_title);
        html.p({}, there ? word::conflict_what : word::conflict_removed);
        html.div({web::cls("cards")}, [&] {
            if (there) {
                web::card(html, [&] {
                    html.h2({}, word::conflict_there);
                    html.paragraphs(there->words);
                    web::actions(html, [&] { web::secondary_link(html, web::path("/rugzak", there->id.view()), word::to_this_thing, "rugzak"); });
                });
            }
            web::card(html, [&] {
                html.h2({}, word::conflict_sent);
                html.paragraphs(sent.words);
                web::form(html, web::path("/kaart", sent.place, "bewaren"), visit.form_token, visit.site.new_id(), [&] {
                    web::hidden(html, "woorden", sent.words);
                    web::actions(html, [&] { web::primary_button(html, word::keep_as_new, "plus"); });
                });
            });
        });
        web::back_link(html, place_page(sent.place), word::to_the_place);
    }, 409);
}

web::Reply outcome(const access::Visit& visit, storage::Writes& writes, const SealedThing& sealed) {
    storage::Vault& vault = visit.school().vault();
    if (keep(writes, vault, visit.who(), sealed) != Kept::conflict) return web::go(place_page(sealed.thing.place, "bewaard"));
    return conflict_page(visit, sealed.thing, find_thing(writes, vault, visit.who(), sealed.thing.id, visit.site.now()));
}

}  // namespace

web::Answer keep_here(const atlas::Atlases& atlases, const access::Visit& visit) {
    const std::string place_id{visit.request.parameter("place")};
    const auto atlas = atlases.of(visit.site);
    const atlas::Place* place = atlas->find(place_id);
    if (place == nullptr) return visit.absent();

    base::Language spoken{};
    const auto words = check_words(visit.request.form["woorden"]);
    if (!words) return again_page(visit, place->in(visit.language(), spoken), place_id, words.error());

    KeptThing thing{.id = sent_id(visit), .place = place_id, .words = *words, .kept_at = visit.site.now(),
                    .place_name = place->in(base::Language::nl, spoken).name};
    storage::Vault& vault = visit.school().vault();
    if (was_removed(vault, visit.who(), thing.id)) return conflict_page(visit, thing, {});
    // The visit lives as long as its answer (access::gate).
    return web::Write{[&visit, sealed = prepare(vault, visit.who(), std::move(thing))](storage::Writes& writes) {
        return outcome(visit, writes, sealed);
    }};
}

}  // namespace loopbaankaart::journey
