// GET /mee: with whom I travel along, and what others share with me or asked, by traveller. A counsellor also finds the names of their students, the same whether
// somebody shares or not; nothing is counted. POST /mee/gevraagd/{asked}/later puts a question aside.
#include "../for_guides.hpp"
#include "along.hpp"
#include "company_html.hpp"
#include "company_pages.hpp"
#include "company_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::cls, web::Html;

void traveller(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, std::span<const Part> parts, const Along& one) {
    html.section({one.company ? cls("mee-with together") : cls("mee-with")}, [&] {
        html.h2({}, [&] {
            if (one.company) html.a({web::href(page_along(one.company->id))}, one.name);
            else html.text(one.name);
        });
        if (one.company) what_part(html, visit, *one.company);
        what_was_asked(html, visit, parts, one);
        what_was_shared(html, visit, atlas, one);
    });
}

void own_students(Html& html, const std::vector<access::Known>& students) {
    if (students.empty()) return;
    html.section({}, [&] {
        html.h2({}, word::your_students);
        html.p({cls("small")}, word::your_students_what);
        html.ul({cls("ways")}, [&] {
            for (const access::Known& student : students) html.li({}, student.name);
        });
    });
}

}  // namespace

web::Answer show_along(const Desk& desk, const access::Visit& visit) {
    std::vector<Along> all;
    std::vector<access::Known> students;
    visit.school().read([&](storage::Reads& reads) {
        all = along_with(reads, visit, desk.parts);
        students = access::students_of_teams(reads, visit.who().person);
    });
    const auto atlas = desk.atlases.of(visit.site);
    return visit.page(title_of(visit, word::along), [&](Html& html) {
        html.h1({}, word::along);
        if (all.empty()) web::empty_place(html, "reisgezelschap", word::nothing_along);
        else html.p({cls("lead")}, word::along_lead);
        for (const Along& one : all) traveller(html, visit, *atlas, desk.parts, one);
        for_guides(html, visit);
        own_students(html, students);
        who_sees_what_link(html);
    }, 200, {}, company_look);
}

// Put aside before, of somebody else, or never asked: there is nothing to do; who asked does not hear of it.
web::Answer put_question_aside(const access::Visit& visit) {
    const auto removal = base::Id::parse(visit.request.parameter("asked"));
    if (!removal) return web::go(web::path("/mee"));
    return web::Write{[&visit, removal = *removal](storage::Writes& writes) {
        close_asked(writes, visit.who(), removal, visit.site.now());
        return web::go(web::path("/mee"));
    }};
}

web::Answer lead_along(const access::Visit&) { return web::go(web::path("/mee")); }

}  // namespace loopbaankaart::journey
