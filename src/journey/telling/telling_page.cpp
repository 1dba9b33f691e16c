// GET /verteld/{telling}: the booklet lying open, to who told it and to who it is shared with.
#include <fmt/format.h>

#include "../sharing/sharing_pages.hpp"
#include "records_words.hpp"
#include "one_page.hpp"
#include "telling_html.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::string notice_of(const access::Visit& visit) {
    if (visit.request.query["gedaan"] == "verteld") return title_of(visit, word::told_now);
    const base::Word* shared = done_with_share(visit);
    return shared ? title_of(visit, *shared) : std::string{};
}

web::Look look_of(const Telling& telling) { return telling.form == TellingForm::cv ? cv_look : telling_look; }

void print_link(Html& html, const Telling& telling, std::string_view size, const base::Word& label) {
    html.li({}, [&] { html.a({web::href(web::path("/verteld", telling.id.view(), "boekje.pdf").with("maat", size))}, label); });
}

void cv_link(Html& html, const Telling& telling, base::Language headings, const base::Word& label) {
    html.li({}, [&] { html.a({web::href(web::path("/verteld", telling.id.view(), "boekje.pdf").with("taal", base::code(headings)))}, label); });
}

// In whichever language somebody asks for it.
void cv_to_print(Html& html, const Telling& telling) {
    html.ul({web::cls("ways")}, [&] {
        cv_link(html, telling, base::Language::nl, word::print_cv_nl);
        cv_link(html, telling, base::Language::en, word::print_cv_en);
    });
}

// On a screen as large as there is, and on paper.
void to_show(Html& html, const Telling& telling) {
    html.div({web::cls("to-show no-print")}, [&] {
        web::primary_link(html, web::path("/verteld", telling.id.view(), "scherm"), word::show_on_screen, "toestel");
        if (telling.form == TellingForm::cv) return cv_to_print(html, telling);
        html.details({}, [&] {
            html.summary({}, word::print_it);
            html.ul({web::cls("ways")}, [&] {
                print_link(html, telling, "a4", word::print_a4);
                print_link(html, telling, "a5", word::print_a5);
                print_link(html, telling, "vouw", word::print_folded);
            });
        });
    });
}

void booklet(Html& html, const access::Visit& visit, const ToldBy& told) {
    const Telling& telling = told.telling;
    if (telling.form == TellingForm::cv) return told_cv_sheet(html, telling, told.teller);
    const std::string cover = paper_classes("sheet cover", telling), sheet = paper_classes("sheet", telling);
    html.div({web::cls("told")}, [&] {
        html.article({web::attr("class", cover)}, [&] { told_cover(html, visit, telling, told.teller); });
        for (const ToldPage& page : telling.pages)
            html.article({web::attr("class", sheet), web::lang(telling.language)}, [&] { told_blocks(html, telling, page, Under::title); });
        const std::string end = paper_classes("sheet end", telling);
        if (telling.pages.size() % 2 == 0) html.div({web::attr("class", end), web::attr("aria-hidden", "true")}, "");  // beside the last page of a booklet that lies open
    });
}

void what_its_teller_can_do(Html& html, const access::Visit& visit, const Telling& telling, const BesideThing& shared) {
    if (!visit.who().left()) shared_by_its_owner(html, visit, shared_tellings, telling.id, shared);
    html.p({web::cls("small")}, word::telling_stays);
    if (!telling.parts.empty() && !visit.who().left()) html.p({}, [&] { html.a({web::href(web::path("/verteld", telling.id.view(), "zonder"))}, word::tell_without); });
    web::form(html, web::path("/verteld", telling.id.view(), "weg"), visit.form_token, [&] { web::quiet_button(html, word::throw_away); });
}

// What lies in the bin is its teller's alone.
web::Reply page_in_the_bin(const access::Visit& visit, const ToldBy& told) {
    const Telling& telling = told.telling;
    return visit.page(title_of(visit, word::the_bin), [&](Html& html) {
        web::back_link(html, web::path("/rugzak/prullenbak"), word::the_bin);
        html.p({web::cls("lead")}, word::in_the_bin);
        html.p({}, base::say(word::in_bin_until, visit.language(), {{"day", base::day_in_words(*telling.thrown_at + in_the_bin_for, visit.language(), visit.site.time_zone)}}));
        booklet(html, visit, told);
        web::form(html, web::path("/verteld", telling.id.view(), "terug"), visit.form_token, [&] {
            web::actions(html, [&] {
                web::primary_button(html, word::take_back_out, "terug");
                web::secondary_link(html, web::path("/verteld", telling.id.view(), "voorgoed"), word::remove_for_good);
            });
        });
    }, 200, {}, look_of(telling));
}

}  // namespace

web::Answer show_telling(const access::Visit& visit) {
    const auto told = telling_asked(visit);
    if (!told) return visit.absent();
    if (told->telling.thrown_at) return page_in_the_bin(visit, *told);
    BesideThing shared;
    visit.school().read([&](storage::Reads& reads) { shared = beside(reads, visit.school().vault(), visit.who(), as_thing(told->telling), visit.site.now()); });
    web::Reply page = visit.page(title_of(told->telling, visit.language()), [&](Html& html) {
        if (told->own) web::back_link(html, web::path("/verteld"), word::tellings);
        else html.p({web::cls("small")}, shared_by(visit, told->teller, shared));
        to_show(html, told->telling);
        booklet(html, visit, *told);
        if (told->own) return what_its_teller_can_do(html, visit, told->telling, shared);
        shared_with_its_reader(html, visit, shared_tellings, told->telling.id, shared);
    }, 200, notice_of(visit), look_of(told->telling));
    if (told->own) return page;
    return after_record_of_reading(visit, as_thing(told->telling), std::move(page));
}

}  // namespace loopbaankaart::journey
