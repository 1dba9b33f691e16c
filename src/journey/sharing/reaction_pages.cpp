// POST /rugzak/{thing}/reactie and /deel/{kind}/{thing}/reactie: words or a symbol for the owner of a thing that may be reacted to.
// POST /reacties/{reaction}/weg.
#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// Once more with what was typed; nothing of the thing itself stands here.
web::Reply again_page(const access::Visit& visit, const Shareable& kind, const base::Id& thing, const TypedReaction& typed, const web::FieldErrors& errors, int status) {
    return visit.page(title_of(visit, word::react_title), [&](Html& html) {
        web::back_link(html, kind.page(thing), word::to_this_thing);
        html.h1({}, word::react_title);
        web::error_summary(html, errors);
        if (errors.empty()) html.p({}, word::reaction_conflict);
        reaction_form(html, visit, kind, thing, typed, errors);
    }, status);
}

// What was given to the viewer; whether it may be reacted to is decided when it is written down.
std::optional<access::Thing> thing_given(const access::Visit& visit, const NamedThing& named) {
    std::optional<access::Thing> found;
    visit.school().read([&](storage::Reads& reads) {
        for (const access::ReceivedGrant& grant : access::grants_received(reads, visit.who().person, named.kind.kind, named.id, visit.site.now())) {
            const access::Thing thing{named.kind.kind, named.id, grant.owner};
            if (!found && named.kind.line(reads, visit.school().vault(), visit.who(), thing, visit.site.now(), visit.language())) found = thing;
        }
    });
    return found;
}

web::Url afterwards(const Desk& desk, const access::Visit& visit) { return page_it_came_from(desk, visit).value_or(web::path("/mee")); }

}  // namespace

web::Answer react_to(const Desk& desk, const access::Visit& visit) {
    const auto named = thing_named(desk, visit);
    const auto thing = named ? thing_given(visit, *named) : std::nullopt;
    if (!thing) return visit.absent();
    const Shareable& kind = named->kind;
    const TypedReaction typed{base::tidy(visit.request.form["woorden"]), symbol(visit.request.form["symbool"])};
    web::FieldErrors errors;
    if (typed.words.empty() && !typed.symbol) errors.add("woorden", word::reaction_empty);
    if (base::characters(typed.words) > most_reaction) errors.add("woorden", word::reaction_too_long);
    if (!errors.empty()) return again_page(visit, kind, thing->id, typed, errors, 422);
    Reaction said{.words = typed.words, .symbol = typed.symbol, .made_at = visit.site.now()};
    const SealedReaction sealed = prepare_reaction(visit.school().vault(), visit.who(), sent_id(visit), *thing, std::move(said));
    return web::Write{[&visit, &kind, typed, sealed](storage::Writes& writes) -> web::Reply {
        switch (react(writes, visit.school().vault(), visit.who(), sealed, visit.site.now())) {
            case Reacted::not_allowed: return visit.absent();
            case Reacted::conflict: return again_page(visit, kind, sealed.thing.id, typed, {}, 409);
            default: return web::go(kind.page(sealed.thing.id).with("gedaan", "reactie"));
        }
    }};
}

// Sent twice, the second time there is nothing left to take away.
web::Answer take_reaction_away(const Desk& desk, const access::Visit& visit) {
    const auto removal = base::Id::parse(visit.request.parameter("reaction"));
    const web::Url after = afterwards(desk, visit);
    if (!removal || !record_reaction_removal(visit.school(), visit.who(), *removal, visit.site.now())) return web::go(after);
    return web::Write{[&visit, id = *removal, after](storage::Writes& writes) {
        remove_reaction(writes, visit.who(), id);
        return web::go(after);
    }};
}

}  // namespace loopbaankaart::journey
