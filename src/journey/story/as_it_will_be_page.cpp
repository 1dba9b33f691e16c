// GET /verhalen/{record}/zo-wordt-het: the pages of a story. POST /verhalen/{record}/vertel: telling it so.
#include <algorithm>

#include "../telling/telling_pages.hpp"
#include "map_piece.hpp"
#include "records_words.hpp"
#include "story_html.hpp"
#include "story_pages.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void tell_form(Html& html, const access::Visit& visit, const Record& record, bool anyway) {
    html.p({}, word::telling_keeps);
    web::form(html, web::path("/verhalen", record.id.view(), "vertel"), visit.form_token, sent_id(visit), [&] {
        if (anyway) web::hidden(html, "toch", "ja");
        web::actions(html, [&] { web::primary_button(html, word::tell_it_now, "boekje"); });
    });
}

// As it will be, and telling it so. A piece that is gone is said before it is told without.
web::Reply whole_story_page(const access::Visit& visit, const Record& record, const Sources& sources, const web::FieldErrors& errors) {
    const Story story = story_of(record);
    const Draft draft = draft_of(story, sources.all, record.id, visit.language());
    return visit.page(line_of_story(record, visit.language()), [&](Html& html) {
        web::back_link(html, page_of_story(record.id), word::to_the_workbench);
        if (draft.title.empty() || draft.pages.empty()) html.h1({}, line_of_story(record, visit.language()));
        web::error_summary(html, errors);
        if (!visit.who().left() && !draft.pages.empty()) tell_form(html, visit, record, !errors.empty());
        story_sheets(html, draft, sources, TitleAs::first);
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, errors.empty() ? 200 : 422, {}, story_look);
}

// Drawn at this moment, so that a map of tomorrow does not change what was told today.
base::Result<base::Done> draw_map_pieces(workshop::Workshop& workshop, const Sources& sources, Draft& draft) {
    for (DraftPart& each : draft.parts) {
        const auto source = sources.all.find(each.part.id);
        if (source == sources.all.end() || !source->second.map) continue;
        auto drawn = drawn_map_piece(workshop, sources, *source->second.map, draft.language);
        if (!drawn) return drawn.error();
        drawn->part.id = each.part.id;
        drawn->part.description = each.part.description;
        each = *std::move(drawn);
    }
    return base::Done{};
}

}  // namespace

web::Answer show_as_it_will_be(const Desk& desk, const access::Visit& visit) {
    const auto record = own_story(visit);
    if (!record) return not_there(visit);
    return whole_story_page(visit, *record, sources_for(visit, desk.atlases.of(visit.site), story_of(*record)), {});
}

// Told of what it says and shows at this moment.
web::Answer tell_story(const Desk& desk, const access::Visit& visit) {
    const auto record = own_story(visit);
    if (!record) return not_there(visit);
    const Story story = story_of(*record);
    const Sources sources = sources_for(visit, desk.atlases.of(visit.site), story);
    Draft draft = draft_of(story, sources.all, record->id, visit.language());
    const auto again = [&visit, record = *record, sources](const web::FieldErrors& errors) { return whole_story_page(visit, record, sources, errors); };
    const bool left_out = std::ranges::any_of(story.pieces, [&](const StoryPiece& piece) { return piece.of && !sources.all.contains(*piece.of); });
    if (left_out && visit.request.form["toch"].empty()) {
        web::FieldErrors errors;
        errors.add("", {word::story_lacks_a_piece});
        return again(errors);
    }
    return tell_it(visit, std::move(draft), again, {.finish = [&desk, sources](Draft& to_tell) { return draw_map_pieces(desk.workshop, sources, to_tell); }});
}

}  // namespace loopbaankaart::journey
