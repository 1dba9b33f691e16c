// GET and POST /rugzak/{thing}/buiten: the outer dialogue (School §1). One person is asked to say something back to this one experience; they see nothing else.
#include <algorithm>

#include "../asking/asking.hpp"
#include "../sharing/kept_things.hpp"
#include "../sharing/sharing_pages.hpp"
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

web::Url outside_of(const KeptThing& thing) { return web::path("/rugzak", thing.id.view(), "buiten"); }

std::optional<KeptThing> experience_asked(const access::Visit& visit) {
    auto thing = own_thing_asked(visit);
    return thing && !thing->thrown_at ? std::move(thing) : std::nullopt;
}

std::vector<access::Known> people(const access::Visit& visit) {
    std::vector<access::Known> known;
    visit.school().read([&](storage::Reads& reads) { known = people_known(reads, visit.who().person); });
    return known;
}

// The page, with the form while there is somebody to ask; `form`: its id. What was typed stays.
struct Outside {
    const KeptThing& thing;
    const std::vector<access::Known>& known;
    base::Id form;
    web::FieldErrors errors = {};
    const base::Word* said = nullptr;
};

void ask_form(Html& html, const access::Visit& visit, const Outside& outside) {
    const web::Fields& typed = visit.request.form;
    web::form(html, outside_of(outside.thing), visit.form_token, outside.form, [&] {
        one_of_them(html, word::outside_whom, outside.known, typed["wie"], outside.errors.find("wie"));
        web::text_area(html, {.name = "woorden", .label = word::outside_words, .value = typed["woorden"], .error = outside.errors.find("woorden"), .optional = true, .most = most_asked}, 3);
        until_when(html, typed, outside.errors);
        web::actions(html, [&] { web::primary_button(html, word::outside_do, "brief"); });
    });
}

web::Reply outside_page(const access::Visit& visit, const Outside& outside, int status = 200) {
    return visit.page(title_of(visit, word::outside), [&](Html& html) {
        web::back_link(html, web::path("/rugzak", outside.thing.id.view()), word::to_this_experience);
        html.h1({}, word::outside);
        html.p({web::cls("lead")}, word::outside_lead);
        web::error_summary(html, outside.errors);
        if (outside.said) web::notice(html, *outside.said);
        html.div({web::cls("laid-beside")}, [&] {
            thing_asked_about(html, visit, outside.thing);
            html.div({}, [&] {
                if (outside.known.empty()) html.p({}, word::share_nobody_left);
                if (!outside.known.empty() || visit.request.form.has("woorden")) ask_form(html, visit, outside);
                html.p({}, [&] { html.a({web::href(web::path("/mij/kennissen"))}, word::share_somebody_else); });
            });
        });
        who_sees_what_link(html);
    }, status, {}, insight_look);
}

struct Typed {
    std::optional<base::Id> whom;
    std::string words;
    std::optional<base::Instant> until;
    web::FieldErrors errors;
};

Typed typed_in(const access::Visit& visit) {
    const web::Fields& form = visit.request.form;
    BodyReader sent{Json{{"words", form["woorden"]}}};
    Typed typed{.whom = base::Id::parse(form["wie"]), .words = sent.text("words", most_asked), .until = {}, .errors = {}};
    if (!typed.whom) typed.errors.add("wie", {word::outside_nobody_chosen});
    for (const web::FieldError& fault : sent.faults()) typed.errors.add("woorden", fault.error);
    if (auto until = share_until(form["tot"], form["dag"], visit.site.now(), visit.site.time_zone)) typed.until = *until;
    else typed.errors.add("tot", until.error());
    return typed;
}

}  // namespace

web::Answer ask_whom_to_ask(const access::Visit& visit) {
    const auto thing = experience_asked(visit);
    if (!thing) return not_there(visit);
    return outside_page(visit, {.thing = *thing, .known = people(visit), .form = visit.site.new_id()});
}

web::Answer ask_another(const access::Visit& visit) {
    const auto thing = experience_asked(visit);
    if (!thing) return not_there(visit);
    const base::Id form = sent_id(visit);
    const Typed typed = typed_in(visit);
    const std::vector<access::Known> known = people(visit);
    if (!typed.errors.empty()) return outside_page(visit, {.thing = *thing, .known = known, .form = form, .errors = typed.errors}, 422);
    const SealedAsking sealed = prepare_asking(visit.school().vault(), {.id = form, .what = AskedFor::react, .about = as_thing(*thing), .companion = *typed.whom, .words = typed.words,
                                                                        .until = typed.until}, visit.site.now());
    return web::Write{[&visit, thing = *thing, known, form, sealed](storage::Writes& writes) -> web::Reply {
        const base::Instant now = visit.site.now();
        storage::Vault& vault = visit.school().vault();
        const auto still = find_thing(writes, vault, visit.who(), thing.id, now);
        if (!still || still->thrown_at) return visit.absent();  // in the bin, or gone, in the meantime
        const auto before = asked_whom(writes, visit.who(), form);
        const base::Id& whom = sealed.asking.companion;
        if (!before) share(writes, vault, {.form = form, .thing = as_thing(thing), .people = {whom}, .verb = access::Verb::react, .until = sealed.asking.until, .purpose = std::string{kept_things.path.view()}},
                           now, *visit.site.randomness);
        const AskOutcome outcome = !before || *before == whom ? ask(writes, vault, visit.who(), sealed, now, *visit.site.randomness) : AskOutcome::conflict;
        if (outcome == AskOutcome::conflict) return outside_page(visit, {.thing = thing, .known = known, .form = visit.site.new_id(), .said = &word::outside_otherwise}, 409);
        if (outcome == AskOutcome::asked || before) return web::go(web::path("/rugzak", thing.id.view()).with("gedaan", "gevraagd").at("gedeeld"));
        web::FieldErrors errors;
        errors.add("wie", {word::outside_not_known});
        return outside_page(visit, {.thing = thing, .known = known, .form = form, .errors = errors}, 422);
    }};
}

}  // namespace loopbaankaart::journey
