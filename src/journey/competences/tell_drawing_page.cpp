// GET and POST /talenten/vertel: a booklet of the drawing as it is now, with what hangs in it; what moves its maker goes along when that is ticked.
#include "../removal.hpp"
#include "../telling/telling_pages.hpp"
#include "competence_pages.hpp"
#include "competences_words.hpp"
#include "own_drawing.hpp"
#include "told_drawing.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::string_view pixels_across = "1200", pixels_high = "1500";  // of the drawing

struct ToTell {
    OwnDrawing own;
    ShownDrawing seen;
    std::map<base::Id, KeptThing> things;  // that hang in it, and lie in its heart
    std::vector<Telling> before;           // told from it earlier
};

// Nothing while nothing hangs there.
std::optional<ToTell> to_tell(const access::Visit& visit) {
    ToTell found{.own = own_drawing(visit), .seen = {}, .things = {}, .before = {}};
    if (!found.own.kept || (found.own.drawing.hung.empty() && found.own.drawing.heart.empty())) return std::nullopt;
    found.seen = shown(visit, found.own.drawing);
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        for (const Link& link : links_of(found.own.drawing)) {
            if (link.kind != "kept_thing") continue;
            auto thing = find_thing(reads, vault, visit.who(), link.id, visit.site.now());
            if (thing && thing->owner == visit.who().person && !thing->thrown_at) found.things.emplace(link.id, std::move(*thing));
        }
        found.before = tellings_from(reads, vault, visit.who(), found.own.kept->id);
    });
    return found;
}

web::Reply tell_page(const access::Visit& visit, const ToTell& what, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, word::tell_drawing_it), [&](Html& html) {
        web::back_link(html, talents(), word::to_the_talents);
        html.h1({}, word::tell_drawing_it);
        html.p({web::cls("lead")}, word::tell_drawing_plainly);
        web::error_summary(html, errors);
        web::form(html, web::path("/talenten/vertel"), visit.form_token, sent_id(visit), [&] {
            if (!what.own.drawing.heart.empty())
                web::checkbox(html, {.name = "hart", .label = word::tell_heart_too, .value = "ja"}, visit.request.form["hart"] == "ja");
            look_fields(html, typed_look(visit.request.form), errors);
            web::actions(html, [&] { web::primary_button(html, word::tell_drawing_it, "boekje"); });
        });
        html.p({web::cls("small")}, word::only_you);
        if (what.before.empty()) return;
        html.h2({}, word::drawing_told_before);
        booklets(html, visit, what.before);
    }, errors.empty() ? 200 : 422, {}, telling_look);
}

// As a photo is kept. The same drawing, sent again, is the same picture under the same id.
base::Result<DraftPart> drawn(const Desk& desk, const ToTell& what, bool heart, const base::Id& id) {
    const auto png = workshop::drawn_by_media(hanging_as_picture(what.seen, heart), {"pixels", std::string{pixels_across}, std::string{pixels_high}, "150"});
    if (!png) return png.error();
    auto file = web::MemoryFile::make(png->size());
    if (!file || !file->append(*png)) return base::Error{word::drawing_unread};
    const auto photo = desk.workshop.photo(file->descriptor());
    if (!photo) return photo.error();
    DraftPart part{.part = {.id = removal_of(id, what.own.kept->id), .form = PartForm::photo, .width = photo->sizes.back().width, .height = photo->sizes.back().height}, .made = base::Bytes{}};
    for (const auto& size : photo->sizes) part.made->insert(part.made->end(), size.webp.begin(), size.webp.end());
    const auto bytes = [&](std::size_t which) { return static_cast<std::int64_t>(photo->sizes[which].webp.size()); };
    if (photo->sizes.size() > 1) part.part.small = bytes(0);
    if (photo->sizes.size() > 2) part.part.middle = bytes(1);
    return part;
}

}  // namespace

web::Answer ask_how_to_tell_drawing(const access::Visit& visit) {
    const auto what = to_tell(visit);
    if (!what) return web::go(talents());
    return tell_page(visit, *what, {});
}

web::Answer tell_drawing(const Desk& desk, const access::Visit& visit) {
    auto found = to_tell(visit);
    if (!found) return web::go(talents());
    return web::Slow{[&desk, &visit, what = *std::move(found)]() -> web::Answer {
        const bool heart = visit.request.form["hart"] == "ja";
        const auto again = [&visit, what](const web::FieldErrors& errors) { return tell_page(visit, what, errors); };
        auto picture = drawn(desk, what, heart, sent_id(visit));
        if (!picture) {
            web::FieldErrors errors;
            errors.add("", picture.error());
            return again(errors);
        }
        picture->part.description = looks_of(what.seen.form).names.in(visit.language());
        Draft draft = draft_of(what.seen, what.things, *std::move(picture), heart, visit.language());
        const TypedLook typed = typed_look(visit.request.form);
        draft.title = typed.title;
        draft.paper = typed.paper;
        draft.colour = typed.colour;
        draft.told_from = what.own.kept->id;
        return tell_it(visit, std::move(draft), again);
    }};
}

}  // namespace loopbaankaart::journey
