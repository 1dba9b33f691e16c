// /passend: what a student reads of it: what the school does it for, who looked and what for, the letter, and how to object.
#include <algorithm>

#include "fit_html.hpp"
#include "guidance_pages.hpp"
#include "guidance_words.hpp"
#include "own_html.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

struct Own {
    std::optional<PersonSwitch> on;
    std::optional<Fit> fit;
    std::vector<LoggedLook> looks;
    std::vector<Objection> objections;
};
Own own_in(storage::Reads& reads, const access::Visit& visit) {
    Own own{.on = switched_on(reads), .fit = {}, .looks = {}, .objections = {}};
    if (!own.on) return own;
    storage::Vault& vault = visit.school().vault();
    own.fit = own_fit(reads, vault, visit.who(), visit.site.now());
    own.looks = looks_at_me(reads, vault, visit.who()), own.objections = own_objections(reads, vault, visit.who());
    return own;
}

void objecting(Html& html, const access::Visit& visit, const std::vector<Objection>& objections, const web::FieldErrors& errors) {
    html.h2({}, word::fit_object_title);
    show_objections(html, objections, visit.site.time_zone);
    if (std::any_of(objections.begin(), objections.end(), [](const Objection& one) { return !one.answered_at || one.stopped; })) return;
    html.p({}, word::fit_object_plainly);
    web::form(html, web::path("/passend/bezwaar"), visit.form_token, visit.site.new_id(), [&] {
        web::text_area(html, {.name = "woorden", .label = word::fit_object_words, .hint = &word::fit_object_hint, .value = visit.request.form["woorden"], .error = errors.find("woorden"), .most = most_in_reason}, 4);
        web::actions(html, [&] { web::secondary_button(html, word::fit_object); });
    });
}

web::Reply own_page(const access::Visit& visit, const Own& own, const web::FieldErrors& errors = {}) {
    const bool objected = visit.request.query["gedaan"] == "bezwaar";
    return visit.work_page(std::string{word::fit_mine.in(visit.language())}, [&](Html& html) {
        web::back_link(html, web::path("/mij"), word::fit_back_to_me);
        html.h1({}, word::fit_mine);
        html.p({web::cls("lead")}, word::fit_mine_plainly);
        web::error_summary(html, errors);
        html.div({web::cls("cards")}, [&] {
            web::card(html, [&] {
                html.h2({}, word::fit_what_for);
                html.paragraphs(own.on->purpose);
                html.paragraphs(own.on->help);
                if (!own.fit) return html.p({}, word::fit_nothing_of_you);
                web::actions(html, [&] { web::primary_link(html, web::path("/passend/brief"), word::fit_to_letter, "brief"); });
            });
            web::card(html, [&] {
                html.h2({}, word::fit_who_looked);
                show_looks(html, own.looks, visit.site.time_zone);
            });
            web::card(html, [&] { objecting(html, visit, own.objections, errors); });
        });
    }, errors.empty() ? 200 : 422, objected ? std::string{word::fit_objected.in(visit.language())} : std::string{});
}

bool learns_here(const access::Visit& visit) { return visit.viewer && visit.viewer->content_open && !visit.viewer->left() && visit.viewer->has(access::Role::student); }

}  // namespace

const access::Policy learners = access::any_of("learners", learns_here);

web::Answer show_own_fit(const access::Visit& visit) {
    Own own;
    visit.school().read([&](storage::Reads& reads) { own = own_in(reads, visit); });
    return own.on ? own_page(visit, own) : visit.absent();
}

web::Answer show_letter(const access::Visit& visit) {
    Own own;
    visit.school().read([&](storage::Reads& reads) { own = own_in(reads, visit); });
    if (!own.on || !own.fit) return visit.absent();
    return visit.work_page(std::string{word::fit_letter.in(visit.language())}, [&](Html& html) {
        const base::Language language = html.language();
        web::back_link(html, web::path("/passend"), word::fit_mine);
        html.article({}, [&] {
            html.h1({}, word::fit_letter);
            html.p({}, visit.site.title + ", " + day_of(visit, visit.site.now()));
            html.p({}, base::say(word::fit_letter_dear, language, {{"name", visit.who().name}}));
            html.p({}, word::fit_letter_begin);
            html.p({}, base::say(word::fit_letter_purpose, language, {{"purpose", own.on->purpose}}));
            html.p({}, base::say(word::fit_letter_help, language, {{"help", own.on->help}}));
            html.h2({}, word::fit_letter_says);
            show_fit(html, *own.fit);
            html.h2({}, word::fit_data_used);
            html.p({}, base::say(word::fit_data_of, language, {{"day", day_of(visit, own.fit->brought_at)}}));
            show_evidence(html, own.fit->evidence, own.fit->inputs);
            html.p({}, word::fit_letter_never);
            html.h2({}, word::fit_letter_who);
            html.p({}, word::fit_letter_who_sees);
            html.p({}, word::fit_letter_decides);
            html.p({}, base::say(word::fit_letter_checked, language, {{"assessed", day_written(visit, own.on->assessed_on)}, {"agreed", day_written(visit, own.on->agreed_on)}}));
            html.h2({}, word::fit_object_title);
            html.p({}, word::fit_letter_object);
        });
        web::actions(html, [&] { web::secondary_link(html, web::path("/passend").at("veld-woorden"), word::fit_object); });
    });
}

web::Answer object_to_it(const access::Visit& visit) {
    bool on = false;
    visit.school().read([&](storage::Reads& reads) { on = switched_on(reads).has_value(); });
    if (!on) return visit.absent();
    web::FieldErrors errors;
    const std::string words = read_reason(visit.request.form["woorden"], "woorden", word::fit_object_missing, errors);
    std::optional<SealedObjection> sealed;
    if (errors.empty()) sealed = prepare_objection(visit.school().vault(), visit.who(), id_sent(visit), words);
    return web::Write{[&visit, sealed, errors](storage::Writes& writes) -> web::Reply {
        web::FieldErrors wrong = errors;
        const Objected done = sealed ? object(writes, visit.school().vault(), visit.who(), *sealed, visit.site.now(), *visit.site.randomness) : Objected::already;
        if (sealed && done == Objected::done) return web::go(web::path("/passend").with("gedaan", "bezwaar"));
        if (sealed && done == Objected::already) wrong.add("woorden", {word::fit_objected_already});
        const Own own = own_in(writes, visit);
        return own.on ? own_page(visit, own, wrong) : visit.absent();
    }};
}

void way_to_fit(Html& html, const access::Visit& visit) {
    const bool learns = learners.allows(visit), guides = mentors.allows(visit);
    if (!learns && !guides) return;
    bool on = false;
    visit.school().read([&](storage::Reads& reads) { on = switched_on(reads).has_value(); });
    if (!on) return;
    web::card(html, [&] {
        html.h2({}, word::fitting);
        html.ul({web::cls("lines")}, [&] {
            if (learns) html.li({}, [&] { html.a({web::href(web::path("/passend"))}, word::fit_mine); });
            if (guides) html.li({}, [&] { html.a({web::href(web::path("/stroom/passend/student"))}, word::fit_own_students); });
        });
    });
}

}  // namespace loopbaankaart::flow
