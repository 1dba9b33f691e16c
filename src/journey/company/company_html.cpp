#include "company_html.hpp"

#include "../sharing/sharing_pages.hpp"
#include "company_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::cls, web::Html;

void one_line(Html& html, const access::Visit& visit, const Company& company) {
    html.li({}, [&] {
        html.a({cls("mee-name"), web::href(page_of_company(company.id))}, company.companion_name);
        html.span({cls("mee-what")}, company.part);
        if (const std::string until = until_of(visit, company); !until.empty()) html.span({cls("when")}, until);
    });
}

void lines(Html& html, const access::Visit& visit, const std::vector<Company>& all) {
    html.ul({cls("mee-list")}, [&] {
        for (const Company& company : all) one_line(html, visit, company);
    });
}

}  // namespace

web::Url page_of_company(const base::Id& company) { return web::path("/gezelschap/met", company.view()); }
web::Url page_along(const base::Id& company) { return web::path("/mee", company.view()); }

std::string until_of(const access::Visit& visit, const Company& company) {
    return company.until ? base::say(word::along_until, visit.language(), {{"until", until_in_words(visit, company.until)}}) : std::string{};
}

void what_part(Html& html, const access::Visit& visit, const Company& company) {
    html.div({cls("mee-part")}, [&] {
        html.p({}, company.part);
        if (const std::string until = until_of(visit, company); !until.empty()) html.p({cls("when")}, until);
    });
}

void who_travels_along(Html& html, const access::Visit& visit) {
    std::vector<Company> along, over;
    visit.school().read([&](storage::Reads& reads) {
        along = company_of(reads, visit.school().vault(), visit.who(), visit.site.now());
        over = all_company_of(reads, visit.school().vault(), visit.who());
    });
    std::erase_if(over, [&](const Company& company) { return !company.until || *company.until > visit.site.now(); });
    html.section({cls("mee-along")}, [&] {
        html.h2({}, word::who_travels_with_me);
        if (visit.request.query["gedaan"] == "einde") html.p({cls("hint"), web::attr("role", "status")}, word::company_ended);
        if (along.empty()) html.p({}, word::nobody_along);
        else lines(html, visit, along);
        if (!visit.who().left()) web::actions(html, [&] { web::secondary_link(html, web::path("/gezelschap/meenemen"), word::invite_somebody, "voetstappen"); });
        if (over.empty()) return;
        html.details({cls("mee-before")}, [&] {
            html.summary({}, word::travelled_before);
            lines(html, visit, over);
        });
    });
}

}  // namespace loopbaankaart::journey
