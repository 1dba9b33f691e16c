// GET /paspoort: the booklet, and beside it the stamps that stand on no page and what was told from it. GET and POST /paspoort/omslag: its name, its paper and its ink.
#include "../telling/telling_pages.hpp"
#include "passport_html.hpp"
#include "passport_pages.hpp"
#include "passport_words.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void loose(Html& html, const Book& book) {
    const std::vector<const Record*> stamps = loose_stamps(book.own.passport, book.own.sources);
    if (stamps.empty()) return;
    html.section({web::cls("loose"), web::attr("aria-labelledby", "losse-stempels")}, [&] {
        html.h2({web::id("losse-stempels")}, word::loose_stamps);
        html.ul({web::cls("stamps paper-reispapier")}, [&] {
            for (const Record* stamp : stamps)
                html.li({}, [&] { html.a({web::href(page_of_stamp(stamp->id))}, [&] { draw_stamp(html, {*stamp, place_of(book.atlas, *stamp, html.language())}); }); });
        });
    });
}

void what_can_be_done(Html& html, bool has_pages) {
    web::actions(html, [&] {
        web::primary_link(html, web::path("/paspoort/stempel"), word::make_a_stamp, "stempel");
        web::secondary_link(html, web::path("/paspoort/blad"), word::make_new_page, "plus");
        if (has_pages) web::secondary_link(html, web::path("/paspoort/vertel"), word::tell_passport, "boekje");
    });
}

web::Reply cover_page(const access::Visit& visit, const OwnPassport& own, const TypedLook& typed, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, word::change_cover), [&](Html& html) {
        web::back_link(html, the_passport(), word::to_the_passport);
        html.h1({}, word::change_cover);
        html.p({web::cls("lead")}, word::cover_lead);
        web::error_summary(html, errors);
        web::form(html, web::path("/paspoort/omslag"), visit.form_token, sent_id(visit), [&] {
            seen_field(html, own.kept ? &*own.kept : nullptr);
            look_fields(html, typed, errors);
            web::actions(html, [&] { web::primary_button(html, word::keep, "boekje"); });
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, errors.empty() ? 200 : 422, {}, passport_look);
}

}  // namespace

web::Answer show_passport(const Desk& desk, const access::Visit& visit) {
    const OwnPassport own = own_passport(visit);
    const auto atlas = desk.atlases.of(visit.site);
    const Book book{visit, *atlas, own, !visit.who().left()};
    const bool has_pages = !seen_pages(own.passport, own.sources).empty();
    std::vector<Telling> told;
    if (own.kept) visit.school().read([&](storage::Reads& reads) { told = tellings_from(reads, visit.school().vault(), visit.who(), own.kept->id); });
    return visit.page(title_of(visit, word::passport), [&](Html& html) {
        web::back_link(html, web::path("/rugzak"), word::backpack);
        html.h1({web::cls("spoken")}, word::passport);
        define_stamps(html, drawn_stamps(own, *atlas, html.language()));
        lay_open(html, book);
        html.p({web::cls("lead")}, has_pages ? word::passport_lead : word::passport_empty);
        if (book.writes) what_can_be_done(html, has_pages);
        loose(html, book);
        if (!told.empty()) {
            html.h2({}, word::told_from_passport);
            booklets(html, visit, told);
        }
        html.p({web::cls("small")}, word::nobody_else_sees);
        if (own.kept) record_ways(html, visit, *own.kept);
    }, 200, passport_notice(visit), booklet_look);
}

web::Answer ask_for_cover(const access::Visit& visit) {
    const OwnPassport own = own_passport(visit);
    return cover_page(visit, own, {own.passport.title, paper_of(own.passport).id, ink_of(own.passport).id}, {});
}

web::Answer make_cover(const Desk& desk, const access::Visit& visit) {
    const OwnPassport own = own_passport(visit);
    const TypedLook typed = typed_look(visit.request.form);
    Passport passport = own.passport;
    passport.title = typed.title;
    passport.paper = typed.paper;
    passport.colour = typed.colour;
    const web::FieldErrors errors = faults_of(passport);
    if (!errors.empty()) return cover_page(visit, own, typed, errors);
    return keep_passport(desk, visit, passport, web::path("/paspoort/omslag"), the_passport().with("gedaan", "anders"));
}

}  // namespace loopbaankaart::journey
