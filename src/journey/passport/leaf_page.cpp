// GET and POST /paspoort/blad: a new page; ?stempel= chooses a stamp beforehand. GET and POST /paspoort/blad/{page}: changing one. POST /paspoort/blad/{page}/plek: earlier
// or later in the booklet.
#include <algorithm>

#include "../picking/picking.hpp"
#include "passport_html.hpp"
#include "passport_pages.hpp"
#include "passport_words.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

const PickField pick_thing{.name = "ding", .label = word::page_things, .most = most_things_on_page};

struct Laying {
    const atlas::Atlas& atlas;
    const OwnPassport& own;
    const PassportPage& page;  // as it stands in the form
    const Picked& picked;
    const web::FieldErrors& errors;
    bool is_new = false;
};

void stamps_to_choose(Html& html, const Laying& laying) {
    const std::vector<Record>& stamps = laying.own.sources.stamps;
    const base::Error* error = laying.errors.find("stempel");
    html.fieldset({error ? web::cls("field wrong stamps-to-choose") : web::cls("field stamps-to-choose"), web::id("veld-stempel"), web::attr("tabindex", "-1"),
                   web::attr("aria-describedby", "veld-stempel-fout", error != nullptr)}, [&] {
        html.legend({}, word::page_stamps);
        if (error)
            html.p({web::cls("error"), web::id("veld-stempel-fout")}, [&] {
                web::symbol(html, "let-op");
                html.text(base::say(*error->word, html.language(), {{"about", error->about}}));
            });
        html.ul({web::cls("stamps paper-reispapier")}, [&] {
            for (const Record& stamp : stamps) {
                const std::string field = "stempel-" + stamp.id.text();
                const bool chosen = std::ranges::find(laying.page.stamps, stamp.id) != laying.page.stamps.end();
                html.li({}, [&] {
                    html.input({web::type("checkbox"), web::id(field), web::name("stempel"), web::value(stamp.id.view()), web::flag("checked", chosen)});
                    html.label({web::attr("for", field)}, [&] { draw_stamp(html, {stamp, place_of(laying.atlas, stamp, html.language())}); });
                });
            }
        });
    });
}

void fields(Html& html, const access::Visit& visit, const Laying& laying) {
    const std::vector<Record>& stamps = laying.own.sources.stamps;
    if (!stamps.empty()) {
        define_stamps(html, drawn_stamps(laying.own, laying.atlas, html.language()));
        stamps_to_choose(html, laying);
    } else {
        web::actions(html, [&] { web::secondary_link(html, web::path("/paspoort/stempel"), word::make_a_stamp, "stempel"); });
    }
    pick_things(html, visit, laying.atlas, pick_thing, laying.picked, laying.errors.find("ding"));
    web::text_area(html, {.name = "woorden", .label = word::page_words, .value = laying.page.words, .error = laying.errors.find("woorden"), .optional = true, .most = most_on_page}, 4);
}

web::Reply form_page(const access::Visit& visit, const Laying& laying) {
    const base::Word& title = laying.is_new ? word::new_page : word::change_page;
    return visit.page(title_of(visit, title), [&](Html& html) {
        web::back_link(html, laying.is_new ? the_passport() : the_passport_at(laying.page.id), word::to_the_passport);
        html.h1({}, title);
        web::error_summary(html, laying.errors);
        web::form(html, laying.is_new ? web::path("/paspoort/blad") : form_of_page(laying.page.id), visit.form_token, sent_id(visit), [&] {
            const std::string seen = laying.own.kept ? seen_of(*laying.own.kept).text() : std::string{};
            web::hidden(html, "gezien", visit.request.form.has("gezien") ? visit.request.form["gezien"] : std::string_view{seen});
            fields(html, visit, laying);
            web::actions(html, [&] { web::primary_button(html, laying.is_new ? word::page_put : word::keep, "boekje"); });
            if (!laying.is_new) web::quiet_button(html, word::page_out, {"doen", "eruit"});
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, laying.errors.empty() ? 200 : 422, {}, passport_look);
}

// ---- from what was typed to a page

struct Typed {
    PassportPage page;
    web::FieldErrors errors;
};

// Stamps of theirs, in the order in which they stood on it, then the newly chosen ones. `was`: the page before.
void read_stamps(const web::Fields& form, const PassportSources& sources, const PassportPage& was, Typed& typed) {
    std::vector<base::Id> ticked;
    for (const std::string_view named : form.all("stempel")) {
        const auto id = base::Id::parse(named);
        const bool there = id && sources.stamp(*id);
        if (!there) typed.errors.add("stempel", {word::page_stamp_lost});
        else if (std::ranges::find(ticked, *id) == ticked.end()) ticked.push_back(*id);
        if (!there) break;
    }
    std::ranges::reverse(ticked);  // they stand in the form newest first
    std::ranges::stable_sort(ticked, {}, [&](const base::Id& id) { return std::ranges::find(was.stamps, id) - was.stamps.begin(); });
    // One in the bin keeps its place: it may come back.
    for (const base::Id& id : was.stamps)
        if (!sources.stamp(id) && ticked.size() < most_stamps_on_page) ticked.push_back(id);
    typed.page.stamps = std::move(ticked);
    if (typed.page.stamps.size() > most_stamps_on_page) typed.errors.add("stempel", {word::page_too_many_stamps, std::to_string(most_stamps_on_page)});
}

Typed typed_page(const access::Visit& visit, const OwnPassport& own, const Picked& picked, const base::Id& id, const PassportPage& was) {
    Typed typed{.page = {.id = id, .stamps = {}, .things = {}, .words = std::string{visit.request.form["woorden"]}}, .errors = {}};
    read_stamps(visit.request.form, own.sources, was, typed);
    for (const KeptThing& thing : picked.chosen) typed.page.things.push_back(thing.id);
    return typed;
}

// Puts it in; else says all that is wrong with it.
void put(const PassportPage& page, const Picked& picked, Passport& passport, web::FieldErrors& errors) {
    add_faults(errors, pick_thing, picked);
    const bool nothing = page.stamps.empty() && page.things.empty() && base::trimmed(page.words).empty();
    if (errors.empty() && nothing) errors.add("", {word::page_empty});
    if (!errors.empty()) return;
    if (const auto done = put_page(passport, page); !done) return errors.add("", done.error());
    for (const web::FieldError& fault : faults_of(passport)) errors.add(fault.field, fault.error);
}

web::Answer lay_page(const Desk& desk, const access::Visit& visit, const base::Id& id, bool is_new) {
    const OwnPassport own = own_passport(visit);
    Passport passport = own.passport;
    const PassportPage* there = passport.find(id);
    const PassportPage was = there ? *there : PassportPage{.id = id, .stamps = {}, .things = {}, .words = {}};
    const auto atlas = desk.atlases.of(visit.site);
    const Picked picked = picked_in(visit, visit.request.form, pick_thing);
    Typed typed = typed_page(visit, own, picked, id, was);
    if (redraws(visit.request.form)) return form_page(visit, {*atlas, own, typed.page, picked, {}, is_new});
    put(typed.page, picked, passport, typed.errors);
    if (!typed.errors.empty()) return form_page(visit, {*atlas, own, typed.page, picked, typed.errors, is_new});
    return keep_passport(desk, visit, passport, is_new ? web::path("/paspoort/blad") : form_of_page(id), the_passport_at(id, "blad"));
}

std::optional<base::Id> page_asked(const access::Visit& visit) { return base::Id::parse(visit.request.parameter("page")); }

Picked chosen_on(const OwnPassport& own, const PassportPage& page) {
    Picked picked;
    for (const base::Id& id : page.things)
        if (const KeptThing* thing = own.sources.thing(id)) picked.chosen.push_back(*thing);
    return picked;
}

}  // namespace

web::Answer ask_for_page(const Desk& desk, const access::Visit& visit) {
    const OwnPassport own = own_passport(visit);
    PassportPage page{.id = visit.site.new_id(), .stamps = {}, .things = {}, .words = {}};
    if (const auto stamp = base::Id::parse(visit.request.query["stempel"]); stamp && own.sources.stamp(*stamp)) page.stamps.push_back(*stamp);
    return form_page(visit, {*desk.atlases.of(visit.site), own, page, {}, {}, true});
}

web::Answer make_page(const Desk& desk, const access::Visit& visit) { return lay_page(desk, visit, sent_id(visit), true); }

web::Answer ask_page_change(const Desk& desk, const access::Visit& visit) {
    const OwnPassport own = own_passport(visit);
    const auto id = page_asked(visit);
    Passport passport = own.passport;
    const PassportPage* page = id ? passport.find(*id) : nullptr;
    if (page == nullptr) return visit.absent();
    return form_page(visit, {*desk.atlases.of(visit.site), own, *page, chosen_on(own, *page), {}});
}

web::Answer change_page(const Desk& desk, const access::Visit& visit) {
    const auto id = page_asked(visit);
    const OwnPassport own = own_passport(visit);
    Passport passport = own.passport;
    if (!id || (passport.find(*id) == nullptr && !own.came_of(sent_id(visit)))) return visit.absent();
    if (visit.request.form["doen"] != "eruit") return lay_page(desk, visit, *id, false);
    take_page_out(passport, *id);
    return keep_passport(desk, visit, passport, form_of_page(*id), the_passport().with("gedaan", "eruit"));
}

web::Answer put_page_elsewhere(const Desk& desk, const access::Visit& visit) {
    const auto id = page_asked(visit);
    const OwnPassport own = own_passport(visit);
    Passport passport = own.passport;
    if (!id || passport.find(*id) == nullptr) return visit.absent();
    const std::string_view where = visit.request.form["doen"];
    // Sent once more it is where it was put.
    if (!own.came_of(sent_id(visit))) move_page(passport, *id, where == "eerder" ? MovePage::earlier : MovePage::later);
    return keep_passport(desk, visit, passport, web::path("/paspoort/blad", id->view(), "plek"), the_passport_at(*id, "plek"));
}

}  // namespace loopbaankaart::journey
