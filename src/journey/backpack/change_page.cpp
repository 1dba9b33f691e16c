// GET and POST /rugzak/{thing}/anders: changing what was kept.
#include <algorithm>

#include "../sharing/kept_things.hpp"
#include "../sharing/sharing_pages.hpp"
#include "new_parts.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// A part that is there already: its words, and whether it stays.
void part_there(Html& html, const access::Visit& visit, const KeptThing& thing, const KeptPart& part) {
    const std::string words = fmt::format("beschrijving-{}", part.id.text()), away = fmt::format("weg-{}", part.id.text());
    const bool again = visit.request.method == web::Method::post;
    const std::string_view typed = again ? visit.request.form[words] : std::string_view{part.description};
    const base::Word& asked = part.form == PartForm::sound ? word::what_is_heard : word::what_photo_shows;
    const bool first = &part == &thing.parts.front();
    html.div({web::cls("part-there")}, [&] {
        show_part(html, thing.id, part, PartSize::small);
        html.div({}, [&] {
            web::text_field(html, {.name = words, .label = asked, .hint = first ? &word::what_is_to_be_seen_hint : nullptr, .value = typed, .optional = true,
                                   .most = most_described});
            web::checkbox(html, {.name = away, .label = word::take_away, .value = "ja"}, again && visit.request.form.has(away));
        });
    });
}

web::Reply form_page(const access::Visit& visit, const KeptThing& thing, const TypedThing& typed, const web::FieldErrors& errors) {
    const ShownForm form{typed, errors};
    return visit.page(title_of(visit, word::change_it), [&](Html& html) {
        web::back_link(html, web::path("/rugzak", thing.id.view()), word::to_this_thing);
        html.h1({}, word::change_it);
        web::error_summary(html, errors);
        who_will_see_it(html, visit, kept_things, thing.id);
        if (!errors.empty() && !visit.request.uploads.empty()) html.p({web::cls("hint")}, word::choose_files_again);
        web::upload_form(html, web::path("/rugzak", thing.id.view(), "anders"), visit.form_token, visit.site.new_id(), [&] {
            web::hidden(html, "gezien", thing.change ? thing.change->view() : std::string_view{});
            words_field(html, form, 6);
            for (const KeptPart& part : thing.parts) part_there(html, visit, thing, part);
            if (thing.parts.size() < most_parts) media_fields(html, form, most_parts - thing.parts.size());
            more_fields(html, form);
            web::actions(html, [&] {
                web::primary_button(html, word::keep, "rugzak");
                web::secondary_link(html, web::path("/rugzak", thing.id.view()), word::leave_it);
            });
        });
    }, errors.empty() ? 200 : 422);
}

// It was changed elsewhere meanwhile: both are shown, and this one can be sent again over the other.
web::Reply meanwhile_page(const access::Visit& visit, const KeptThing& now, const TypedThing& typed) {
    return visit.page(title_of(visit, word::conflict_title), [&](Html& html) {
        html.h1({}, word::conflict_title);
        html.p({}, word::changed_meanwhile);
        html.div({web::cls("cards")}, [&] {
            web::card(html, [&] {
                html.h2({}, word::conflict_there);
                html.paragraphs(now.words);
                web::actions(html, [&] { web::secondary_link(html, web::path("/rugzak", now.id.view()), word::leave_it_so, "rugzak"); });
            });
            web::card(html, [&] {
                html.h2({}, word::conflict_sent);
                html.paragraphs(typed.words);
                web::form(html, web::path("/rugzak", now.id.view(), "anders"), visit.form_token, visit.site.new_id(), [&] {
                    web::hidden(html, "gezien", now.change ? now.change->view() : std::string_view{});
                    carry(html, typed);
                    web::actions(html, [&] { web::primary_button(html, word::keep_mine, "pen"); });
                });
                web::form(html, web::path("/rugzak/bewaren"), visit.form_token, visit.site.new_id(), [&] {
                    carry(html, typed);
                    web::quiet_button(html, word::keep_as_new);
                });
            });
        });
    }, 409);
}

Change change_asked(const access::Visit& visit, const KeptThing& thing) {
    const web::Fields& form = visit.request.form;
    Change change{.id = sent_id(visit), .seen = base::Id::parse(form["gezien"]), .thing = {.id = thing.id, .place = thing.place, .kept_at = thing.kept_at}};
    for (const KeptPart& part : thing.parts) {
        const std::string words = fmt::format("beschrijving-{}", part.id.text());
        if (form.has(fmt::format("weg-{}", part.id.text()))) change.gone.push_back(part.id);
        else if (form.has(words) && base::tidy(form[words]) != part.description) change.described.emplace_back(part.id, base::tidy(form[words]));
    }
    return change;
}

web::Answer store(const access::Visit& visit, const TypedThing& typed, Change wanted, bool is_newest, std::shared_ptr<NewParts> made) {
    const access::Viewer& viewer = visit.who();
    if (made) wanted.thing.parts = made->parts;
    // On an older text nothing is taken away: it is asked about first.
    for (const base::Id& part : is_newest ? wanted.gone : std::vector<base::Id>{}) record_part_removal(visit.school().vault(), viewer.person, part, visit.site.now());
    return web::Write{[&visit, typed, made, sealed = prepare(visit.school().vault(), viewer, std::move(wanted), visit.site.now())](storage::Writes& writes) -> web::Reply {
        const base::Id& id = sealed.change.thing.id;
        switch (change(writes, visit.school(), visit.who(), sealed)) {
            case Changed::absent: return visit.absent();
            case Changed::meanwhile:
                return meanwhile_page(visit, *find_thing(writes, visit.school().vault(), visit.who(), id, visit.site.now()), typed);
            case Changed::done:
                if (made) made->taken_over();
                break;
            case Changed::already_done: break;
        }
        return web::go(web::path("/rugzak", id.view()).with("gedaan", "anders"));
    }};
}

}  // namespace

web::Answer ask_change(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing || thing->thrown_at) return not_there(visit);
    return form_page(visit, *thing, as_typed(*thing, visit), {});
}

web::Answer change_it(const Desk& desk, const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing || thing->thrown_at) return not_there(visit);
    const TypedThing typed = typed_thing(visit.request);
    Change wanted = change_asked(visit, *thing);
    const bool more = brings_more(typed, visit.request) || thing->parts.size() > wanted.gone.size();
    const bool is_newest = wanted.seen == thing->change;
    web::FieldErrors errors = check(typed, more, visit, wanted.thing);
    for (const auto& [part, words] : wanted.described)
        if (base::characters(words) > most_described) errors.add(fmt::format("beschrijving-{}", part.text()), {word::description_too_long});
    if (!errors.empty()) return form_page(visit, *thing, typed, errors);
    if (visit.request.uploads.empty() && typed.strokes.empty()) return store(visit, typed, std::move(wanted), is_newest, nullptr);
    return web::Slow{[&desk, &visit, typed, thing = *thing, wanted, is_newest]() -> web::Answer {
        auto made = make_parts(visit, desk.workshop, typed, most_parts - std::min(most_parts, thing.parts.size() - wanted.gone.size()));
        if (!made->errors.empty()) return form_page(visit, thing, typed, made->errors);
        return store(visit, typed, wanted, is_newest, std::move(made));
    }};
}

}  // namespace loopbaankaart::journey
