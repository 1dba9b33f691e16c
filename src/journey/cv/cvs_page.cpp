// GET /cv: all of them, newest first, each as a small sheet.
#include "../competence_sign.hpp"
#include "cv_html.hpp"
#include "cv_pages.hpp"
#include "cv_words.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void small_sheet(Html& html, const access::Visit& visit, const Record& record) {
    const LobCv cv = cv_of(record);
    html.li({}, [&] {
        html.a({web::href(page_of_cv(record.id)), web::cls("small-cv")}, [&] {
            if (const KeptPart* photo = photo_of(record)) html.img({web::src(web::path("/beeld", record.id.view(), photo->id.view()).with("maat", "klein")), web::attr("alt", ""), web::attr("loading", "lazy")});
            html.p({web::cls("name")}, line_of_cv(record, visit.language()));
            html.p({web::cls("signs"), web::attr("aria-hidden", "true")}, [&] {
                for (std::size_t at = 0; at < cv.parts.size(); ++at)
                    if (!cv.parts[at].empty()) web::symbol(html, sign_of(competences[at].mark));
            });
            html.p({web::cls("when")}, base::day_in_words(record.made_at, visit.language(), visit.site.time_zone));
        });
    });
}

}  // namespace

web::Answer show_cvs(const access::Visit& visit) {
    std::vector<Record> cvs;
    visit.school().read([&](storage::Reads& reads) { cvs = records_of(reads, visit.school().vault(), visit.who(), RecordKind::cv, std::string::npos); });
    return visit.page(title_of(visit, word::cvs), [&](Html& html) {
        web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::cvs);
        html.p({web::cls("lead")}, word::cvs_plainly);
        const auto make = [&] {
            if (!visit.who().left() && cvs.size() < most_cvs) web::actions(html, [&] { web::primary_link(html, web::path("/cv/nieuw"), word::make_cv, "mens"); });
        };
        if (cvs.empty()) return web::empty_place(html, "leeg-verhaal", word::no_cvs, make);
        make();
        html.ul({web::cls("small-cvs")}, [&] {
            for (const Record& cv : cvs) small_sheet(html, visit, cv);
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, 200, {}, cv_form_look);
}

}  // namespace loopbaankaart::journey
