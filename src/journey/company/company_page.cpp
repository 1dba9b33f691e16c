// GET /gezelschap/met/{company}: to the traveller, who travels along, for what part, and what they see by it. POST /gezelschap/met/{company}/einde.
#include <algorithm>

#include "../sharing/sharing_pages.hpp"
#include "company_html.hpp"
#include "company_pages.hpp"
#include "company_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::cls, web::Html;

struct SeenBy {
    const Shareable& kind;
    base::Id thing;
    SharedLine line;
};

struct Together {
    Company company;
    bool over = false;
    std::vector<SeenBy> sees;
};

std::optional<Company> company_asked(storage::Reads& reads, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("company"));
    if (!id) return std::nullopt;
    std::vector<Company> own = all_company_of(reads, visit.school().vault(), visit.who());
    const auto found = std::ranges::find(own, *id, &Company::id);
    return found == own.end() ? std::nullopt : std::optional{std::move(*found)};
}

std::optional<Together> together(const Desk& desk, const access::Visit& visit) {
    std::optional<Together> found;
    visit.school().read([&](storage::Reads& reads) {
        auto company = company_asked(reads, visit);
        if (!company) return;
        found.emplace(Together{.company = std::move(*company), .sees = {}});
        found->over = found->company.until && *found->company.until <= visit.site.now();
        for (const access::GivenGrant& grant : given_with(reads, found->company, visit.site.now())) {
            const Shareable* kind = shareable(desk.parts, grant.kind);
            auto line = kind ? kind->line(reads, visit.school().vault(), visit.who(), {kind->kind, grant.thing, visit.who().person}, visit.site.now(), visit.language()) : std::nullopt;
            if (line) found->sees.push_back({*kind, grant.thing, std::move(*line)});
        }
    });
    return found;
}

std::string named(const access::Visit& visit, const base::Word& word, std::string_view name) { return base::say(word, visit.language(), {{"name", name}}); }

void what_they_see(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Together& together) {
    html.h2({}, named(visit, word::what_they_see, together.company.companion_name));
    if (together.sees.empty()) return html.p({}, word::nothing_given_along);
    html.ul({cls("shared")}, [&] {
        for (const SeenBy& each : together.sees) html.li({}, [&] { thing_line(html, visit, atlas, each.kind, each.thing, each.line, [] {}); });
    });
}

void ending(Html& html, const access::Visit& visit, const Together& together) {
    html.section({cls("mee-end")}, [&] {
        if (!together.over) html.p({}, named(visit, word::end_means, together.company.companion_name));
        web::form(html, web::path("/gezelschap/met", together.company.id.view(), "einde"), visit.form_token, [&] {
            web::actions(html, [&] { web::secondary_button(html, together.over ? word::forget_company : word::end_together, "uit"); });
        });
    });
}

web::Reply company_page(const access::Visit& visit, const atlas::Atlas& atlas, const Together& together) {
    const Company& company = together.company;
    const std::string title = named(visit, together.over ? word::travelled_with : word::travels_with_you, company.companion_name);
    const std::string notice = visit.request.query["gedaan"] == "mee" ? named(visit, word::asked_along, company.companion_name) : std::string{};
    return visit.page(title, [&](Html& html) {
        web::back_link(html, web::path("/gezelschap"), word::to_the_company);
        html.h1({}, title);
        html.div({cls("mee-sides")}, [&] {
            html.div({}, [&] {
                what_part(html, visit, company);
                html.p({cls("small")}, base::say(word::is_to_you, visit.language(), {{"what", companion_is[static_cast<std::size_t>(company.is)].name.in(visit.language())}}));
            });
            html.div({}, [&] {
                if (!together.over) what_they_see(html, visit, atlas, together);
                ending(html, visit, together);
            });
        });
        who_sees_what_link(html);
    }, 200, notice, company_look);
}

}  // namespace

web::Answer show_company(const Desk& desk, const access::Visit& visit) {
    const auto found = together(desk, visit);
    if (!found) return visit.absent();
    return company_page(visit, *desk.atlases.of(visit.site), *found);
}

// Ended before, of somebody else, or never there: there is nothing to end.
web::Answer stop_travelling_together(const access::Visit& visit) {
    std::optional<Company> company;
    visit.school().read([&](storage::Reads& reads) { company = company_asked(reads, visit); });
    const web::Url done = web::path("/gezelschap").with("gedaan", "einde");
    if (!company) return web::go(done);
    return web::Write{[&visit, ending = remember_end_of_company(visit.school(), std::move(*company), visit.site.now()), done](storage::Writes& writes) {
        end_company(writes, ending, visit.site.now(), *visit.site.randomness);
        return web::go(done);
    }};
}

}  // namespace loopbaankaart::journey
