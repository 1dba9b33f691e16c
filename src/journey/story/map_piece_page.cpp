// GET and POST /verhalen/{record}/kaart: a piece of the map for in a story: first the place, then how much around it.
#include <algorithm>

#include "story_html.hpp"
#include "story_pages.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

web::Url page_of_map(const base::Id& story) { return web::path("/verhalen", story.view(), "kaart"); }

// The story that a piece of the map is chosen for.
struct Choosing {
    const access::Visit& visit;
    const Record& record;
    std::shared_ptr<const atlas::Atlas> atlas;
};

bool can_be_cut(const Choosing& choosing, std::string_view place) { return atlas::cut_around(*choosing.atlas, place, atlas::CutReach::near).has_value(); }

void place_tile(Html& html, const Choosing& choosing, const atlas::Place& place) {
    base::Language spoken{};
    const std::string& name = place.in(html.language(), spoken).name;
    html.li({}, [&] {
        html.a({web::href(page_of_map(choosing.record.id).with("plek", place.id))}, [&] {
            html.span({web::cls("landmark")}, [&] {
                if (!atlas::picture_of(html, *choosing.atlas, place.id)) web::symbol(html, "kaart");
            });
            html.span({web::cls("name"), web::lang(spoken)}, name);
        });
    });
}

// Where one was comes first.
web::Reply places_page(const Choosing& choosing, const web::FieldErrors& errors) {
    const access::Visit& visit = choosing.visit;
    const atlas::States states = atlas::states_of(own_stays(visit, *choosing.atlas));
    std::vector<const atlas::Place*> been, others;
    for (const atlas::Place& place : choosing.atlas->places)
        if (can_be_cut(choosing, place.id)) (states.contains(place.id) ? been : others).push_back(&place);
    return visit.page(title_of(visit, word::piece_of_map), [&](Html& html) {
        web::back_link(html, page_of_story(choosing.record.id), word::to_the_workbench);
        html.h1({}, word::piece_of_map);
        web::error_summary(html, errors);
        html.p({web::cls("lead")}, word::piece_of_map_plainly);
        const auto tiles = [&](const base::Word& title, const std::vector<const atlas::Place*>& places) {
            if (places.empty()) return;
            html.h2({}, title);
            html.ul({web::cls("cut-places")}, [&] {
                for (const atlas::Place* place : places) place_tile(html, choosing, *place);
            });
        };
        tiles(word::map_where_you_were, been);
        tiles(been.empty() ? word::map_all_places : word::map_other_places, others);
    }, errors.empty() ? 200 : 422, {}, story_look);
}

web::Reply reach_page(const Choosing& choosing, const MapPiece& around) {
    const access::Visit& visit = choosing.visit;
    const Sources sources{.all = {}, .atlas = choosing.atlas, .stays = own_stays(visit, *choosing.atlas)};
    return visit.page(title_of(visit, word::piece_of_map), [&](Html& html) {
        web::back_link(html, page_of_map(choosing.record.id), word::map_another_place);
        html.h1({}, map_piece_in_words(around, visit.language()));
        web::form(html, page_of_map(choosing.record.id), visit.form_token, sent_id(visit), [&] {
            seen_field(html, &choosing.record);
            web::hidden(html, "plek", around.place);
            html.fieldset({web::cls("cuts")}, [&] {
                html.legend({}, word::map_how_much);
                for (const bool wide : {false, true}) {
                    MapPiece piece = around;
                    piece.wide = wide;
                    const std::string_view code = wide ? "wide" : "near";
                    const std::string field = fmt::format("kader-{}", code);
                    html.div({web::cls("cut")}, [&] {
                        html.input({web::type("radio"), web::id(field), web::name("kader"), web::value(code), web::flag("checked", wide == around.wide)});
                        html.label({web::attr("for", field)}, [&] {
                            show_map_piece(html, sources, piece);
                            html.span({web::cls("name")}, wide ? word::map_wide : word::map_near);
                        });
                    });
                }
            });
            web::actions(html, [&] { web::primary_button(html, word::put_it_in_story, "plus"); });
        });
        html.p({web::cls("small")}, word::map_stays);
    }, 200, {}, story_look);
}

std::optional<MapPiece> chosen_in(const Choosing& choosing, const web::Fields& fields) {
    const std::string place{fields["plek"]};
    if (!can_be_cut(choosing, place)) return std::nullopt;
    return MapPiece{place, name_of(*choosing.atlas, place, {}, choosing.visit.language()).text, fields["kader"] == "wide"};
}

}  // namespace

web::Answer ask_for_map_piece(const Desk& desk, const access::Visit& visit) {
    const auto record = own_story(visit);
    if (!record) return not_there(visit);
    const Choosing choosing{visit, *record, desk.atlases.of(visit.site)};
    const auto chosen = chosen_in(choosing, visit.request.query);
    return chosen ? reach_page(choosing, *chosen) : places_page(choosing, {});
}

// It lies last on the workbench. Sent again, it lies there already.
web::Answer put_map_piece_in(const Desk& desk, const access::Visit& visit) {
    const auto record = own_story(visit);
    if (!record) return not_there(visit);
    const Choosing choosing{visit, *record, desk.atlases.of(visit.site)};
    const auto chosen = chosen_in(choosing, visit.request.form);
    const auto wrong = [&](const base::Error& error) {
        web::FieldErrors errors;
        errors.add("", error);
        return places_page(choosing, errors);
    };
    if (!chosen) return wrong({word::map_place_gone});
    const web::Url done = page_of_story(record->id).with("gedaan", "anders");
    Story story = story_of(*record);
    const base::Id piece = sent_id(visit);
    if (story.has(piece)) return web::go(done);
    story.pieces.push_back({.form = PieceForm::map, .of = piece, .map = *chosen});
    BodyReader sent{in_json(story)};
    Record changed = *record;
    changed.body = in_json(read_story(sent));
    if (!sent.faults().empty()) return wrong(sent.faults().begin()->error);
    return change_sent(desk, visit, *record, {.record = std::move(changed), .form = page_of_map(record->id).with("plek", chosen->place), .done = done});
}

}  // namespace loopbaankaart::journey
