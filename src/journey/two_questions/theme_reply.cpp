// POST /antwoorden/thema/{theme}/beantwoord: a coordinator says to all what the school does with it. POST …/terug takes that off the wall, POST …/weg the whole theme.
#include "../idempotent.hpp"
#include "theme_page.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

std::optional<base::Id> theme_named(const access::Visit& visit) { return base::Id::parse(visit.request.parameter("theme")); }

web::Reply page_again(storage::Reads& reads, const Desk& desk, const access::Visit& visit, ThemeTrouble trouble, const web::FieldErrors& errors) {
    const auto shown = theme_asked(reads, desk, visit);
    return shown ? theme_page(visit, *shown, trouble, errors) : visit.absent();
}

web::Reply too_few(storage::Reads& reads, const Desk& desk, const access::Visit& visit) {
    web::FieldErrors errors;
    errors.add("woorden", {word::theme_too_few});
    return page_again(reads, desk, visit, ThemeTrouble::in_the_form, errors);
}

}  // namespace

web::Answer reply_to_theme(const Desk& desk, const access::Visit& visit) {
    storage::Vault& vault = visit.school().vault();
    const auto id = theme_named(visit);
    if (!id || vault.was_destroyed(*id)) return visit.absent();
    web::FieldErrors errors;
    AnswerTheme said = read_theme({visit.request.form["naam"], visit.request.form["woorden"]}, *id, Typing::a_reply, errors);
    said.change = stored_id(sent_id(visit), visit.site.now());
    if (!errors.empty()) return web::Write{[desk, &visit, errors](storage::Writes& writes) { return page_again(writes, desk, visit, ThemeTrouble::in_the_form, errors); }};
    bool there = false;
    visit.school().read([&](storage::Reads& reads) { there = find_theme(reads, vault, *id).has_value(); });
    if (!there) return visit.absent();  // no key is made for what is no theme
    return web::Write{[desk, &visit, sealed = prepare_theme(vault, std::move(said)), seen = base::Id::parse(visit.request.form["gezien"])](storage::Writes& writes) -> web::Reply {
        switch (reply_to_all(writes, visit.school().vault(), sealed, seen, visit.site.now())) {
            case Replied::done: return web::go(page_of_theme(sealed.theme.id).with("gedaan", "gezegd"));
            case Replied::meanwhile: return page_again(writes, desk, visit, ThemeTrouble::said_meanwhile, {});
            case Replied::too_few: return too_few(writes, desk, visit);
            case Replied::absent: break;
        }
        return visit.absent();
    }};
}

// Sent twice, the second time there is nothing left to do.
web::Answer take_theme_off_the_wall(const access::Visit& visit) {
    const auto id = theme_named(visit), seen = base::Id::parse(visit.request.form["gezien"]);
    if (!id) return visit.absent();
    return web::Write{[&visit, id = *id, seen](storage::Writes& writes) -> web::Reply {
        if (!find_theme(writes, visit.school().vault(), id)) return visit.absent();
        if (seen) take_reply_back(writes, id, *seen);
        return web::go(page_of_theme(id).with("gedaan", "terug"));
    }};
}

web::Answer take_theme_away(const access::Visit& visit) {
    const auto id = theme_named(visit);
    const web::Url afterwards = web::path("/antwoorden/thema").with("gedaan", "weg");
    bool there = false;
    if (id) visit.school().read([&](storage::Reads& reads) { there = find_theme(reads, visit.school().vault(), *id).has_value(); });
    if (!there) return web::go(afterwards);
    return web::Slow{[&visit, id = *id, afterwards]() -> web::Answer {
        end_theme(visit.school(), id, visit.site.now());
        return web::Write{[id, afterwards](storage::Writes& writes) {
            remove_theme(writes, id);
            return web::go(afterwards);
        }};
    }};
}

}  // namespace loopbaankaart::journey
