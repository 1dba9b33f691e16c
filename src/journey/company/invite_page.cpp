// GET and POST /gezelschap/meenemen: whom to ask along, for what part of the journey, until when, and what they may see of it; ?wie= and ?ding= choose beforehand.
#include <algorithm>

#include "../picking/picking.hpp"
#include "../sharing/sharing_pages.hpp"
#include "company_html.hpp"
#include "company_pages.hpp"
#include "company_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

const PickField pick_along{.name = "ding", .label = word::what_may_they_see, .most = most_taken_along, .in_order = false};

const web::Url invite_form = web::path("/gezelschap/meenemen");

// What was typed, and what there is to choose.
struct Inviting {
    const web::Fields& fields;
    Picked picked;
    std::vector<access::Known> people;  // who does not travel along yet
    base::Id form;
    const base::Word* said = nullptr;   // instead of an error
};

Inviting inviting(const access::Visit& visit, const web::Fields& fields) {
    Inviting found{.fields = fields, .picked = picked_in(visit, fields, pick_along), .people = {}, .form = sent_id(visit)};
    visit.school().read([&](storage::Reads& reads) {
        found.people = people_known(reads, visit.who().person);
        for (const Company& each : company_of(reads, visit.school().vault(), visit.who(), visit.site.now()))
            std::erase_if(found.people, [&](const access::Known& one) { return one.person == each.companion; });
    });
    return found;
}

void what_they_are(Html& html, const web::Fields& fields, const web::FieldErrors& errors) {
    static constexpr std::array<web::Literal, companion_is.size()> drawn{"hart", "zon", "mensen", "voetstappen", "kompas", "sleutel", "mens"};
    const base::Error* error = errors.find("is");
    const std::string explained = error ? "veld-is-uitleg veld-is-fout" : "veld-is-uitleg";
    html.div({web::cls("chips")}, [&] {
        html.fieldset({error ? web::cls("field wrong") : web::cls("field"), web::attr("aria-describedby", explained)}, [&] {
            html.legend({}, word::what_are_they);
            html.p({web::cls("hint"), web::id("veld-is-uitleg")}, word::only_you_read_this);
            if (error)
                html.p({web::cls("error"), web::id("veld-is-fout")}, [&] {
                    web::symbol(html, "let-op");
                    html.text(*error->word);
                });
            for (std::size_t at = 0; at < companion_is.size(); ++at) {
                const std::string field = at == 0 ? "veld-is" : fmt::format("veld-is-{}", at + 1);
                html.div({web::cls("choice")}, [&] {
                    html.input({web::type("radio"), web::id(field), web::name("is"), web::value(companion_is[at].code.view()), web::flag("checked", fields["is"] == companion_is[at].code.view())});
                    html.label({web::attr("for", field)}, [&] {
                        web::symbol(html, drawn[at]);
                        html.text(companion_is[at].name);
                    });
                });
            }
        });
    });
}

void form_of(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Inviting& inviting, const web::FieldErrors& errors) {
    const web::Fields& fields = inviting.fields;
    web::form(html, invite_form, visit.form_token, inviting.form, [&] {
        html.div({web::cls("mee-whom")}, [&] {
            one_of_them(html, word::whom_along, inviting.people, fields["wie"], errors.find("wie"));
            what_they_are(html, fields, errors);
        });
        html.div({web::cls("mee-way")}, [&] {
            web::text_field(html, {.name = "stuk", .label = word::which_part, .hint = &word::which_part_hint, .value = fields["stuk"], .error = errors.find("stuk"), .most = most_in_company_part});
            until_when(html, fields, errors, "maand");
        });
        pick_things(html, visit, atlas, pick_along, inviting.picked, errors.find(pick_along.name));
        what_they_may(html, fields);
        html.p({web::cls("small")}, word::along_means);
        web::actions(html, [&] {
            web::primary_button(html, word::ask_along, "voetstappen");
            web::secondary_link(html, web::path("/gezelschap"), word::leave_it_be);
        });
    });
}

web::Reply invite_page(const access::Visit& visit, const atlas::Atlas& atlas, const Inviting& inviting, const web::FieldErrors& errors, int status = 200) {
    return visit.page(title_of(visit, word::invite_somebody), [&](Html& html) {
        web::back_link(html, web::path("/gezelschap"), word::to_the_company);
        html.h1({}, word::invite_somebody);
        html.p({web::cls("lead")}, word::invite_lead);
        web::error_summary(html, errors);
        if (inviting.said) web::notice(html, *inviting.said);
        if (inviting.people.empty()) html.p({}, word::share_nobody_left);
        if (!inviting.people.empty() || inviting.fields.has("stuk")) form_of(html, visit, atlas, inviting, errors);  // what was typed stays
        html.p({}, [&] { html.a({web::href(web::path("/mij/kennissen"))}, word::share_somebody_else); });
        who_sees_what_link(html);
    }, status, {}, company_look);
}

// Right as far as the form alone can tell.
struct Typed {
    Invitation invitation;
    web::FieldErrors errors;
};

Typed typed(const access::Visit& visit, const Inviting& inviting) {
    const web::Fields& form = visit.request.form;
    const auto companion = base::Id::parse(form["wie"]);
    Typed typed{.invitation = {.form = inviting.form, .companion = companion.value_or(inviting.form), .part = {}, .things = {}, .verb = form["mag"] == "reageren" ? access::Verb::react : access::Verb::read,
                               .until = {}, .end = std::string{form["tot"] == "dag" || form["tot"].empty() ? form["dag"] : form["tot"]}},
                .errors = {}};
    BodyReader sent{Json{{"is", form["is"]}, {"part", form["stuk"]}}};
    const Json said = check_company(sent);
    for (const auto& each : companion_is)
        if (said["is"] == each.code.view()) typed.invitation.is = each.mark;
    typed.invitation.part = said["part"].get<std::string>();
    for (const KeptThing& thing : inviting.picked.chosen) typed.invitation.things.push_back(thing.id);
    if (!companion) typed.errors.add("wie", {word::whom_missing});
    for (const web::FieldError& fault : sent.faults()) typed.errors.add(fault.field == "is" ? "is" : "stuk", fault.error);
    if (auto until = share_until(form["tot"], form["dag"], visit.site.now(), visit.site.time_zone)) typed.invitation.until = *until;
    else typed.errors.add("tot", until.error());
    add_faults(typed.errors, pick_along, inviting.picked);
    return typed;
}

web::Reply refused(const access::Visit& visit, const atlas::Atlas& atlas, Inviting inviting, const base::Word& why) {
    web::FieldErrors errors;
    errors.add("wie", {why});
    return invite_page(visit, atlas, inviting, errors, 422);
}

}  // namespace

web::Answer ask_whom_to_invite(const Desk& desk, const access::Visit& visit) {
    return invite_page(visit, *desk.atlases.of(visit.site), inviting(visit, visit.request.query), {});
}

web::Answer invite_along(const Desk& desk, const access::Visit& visit) {
    const auto atlas = desk.atlases.of(visit.site);
    Inviting asked = inviting(visit, visit.request.form);
    if (redraws(visit.request.form)) return invite_page(visit, *atlas, asked, {});
    auto [invitation, errors] = typed(visit, asked);
    if (!errors.empty()) return invite_page(visit, *atlas, asked, errors, 422);
    const SealedInvitation sealed = prepare_invitation(visit.school().vault(), visit.who(), std::move(invitation), visit.site.now());
    return web::Write{[&visit, atlas, asked, sealed](storage::Writes& writes) -> web::Reply {
        switch (invite(writes, visit.school().vault(), visit.who(), sealed, visit.site.now(), *visit.site.randomness)) {
            case Invited::made:
            case Invited::already_there: return web::go(page_of_company(sealed.company).with("gedaan", "mee"));
            case Invited::along_already: return refused(visit, *atlas, asked, word::along_already);
            case Invited::yourself: return refused(visit, *atlas, asked, word::along_yourself);
            case Invited::not_known: return refused(visit, *atlas, asked, word::along_not_known);
            case Invited::conflict: break;
        }
        Inviting again = asked;
        again.form = visit.site.new_id();
        again.said = &word::invited_otherwise;
        return invite_page(visit, *atlas, again, {}, 409);
    }};
}

}  // namespace loopbaankaart::journey
