// GET /mee/{company}: one traveller with whom I travel along. POST /mee/{company}/kompas asks how their compass stands: once, and it is theirs to answer.
#include <algorithm>

#include "along.hpp"
#include "company_html.hpp"
#include "company_pages.hpp"
#include "company_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::cls, web::Html;

struct OneAlong {
    Along along;
    bool asked = false;  // how the compass stands
};

std::optional<Company> company_along_asked(storage::Reads& reads, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("company"));
    if (!id) return std::nullopt;
    std::vector<Company> all = travels_with(reads, visit.school().vault(), visit.who(), visit.site.now());
    const auto found = std::ranges::find(all, *id, &Company::id);
    return found == all.end() ? std::nullopt : std::optional{std::move(*found)};
}

std::optional<OneAlong> one_along_asked(const Desk& desk, const access::Visit& visit) {
    std::optional<OneAlong> found;
    visit.school().read([&](storage::Reads& reads) {
        auto company = company_along_asked(reads, visit);
        if (!company) return;
        std::vector<Along> all = along_with(reads, visit, desk.parts);
        const auto one = std::ranges::find(all, company->owner, &Along::traveller);
        found.emplace(OneAlong{.along = std::move(*one)});
        found->asked = has_asked(reads, visit.who(), AskedFor::compass, company->thing(), visit.who().person);
        found->along.company = std::move(company);
    });
    return found;
}

void compass(Html& html, const access::Visit& visit, const OneAlong& together) {
    const auto said = [&](const base::Word& word) { html.p({cls("small")}, base::say(word, visit.language(), {{"name", together.along.name}})); };
    html.section({cls("mee-compass")}, [&] {
        web::symbol(html, "kompas");
        html.div({}, [&] {
            if (together.asked) {
                html.p({cls("said")}, word::you_asked_compass);
                return said(word::what_becomes_of_it);
            }
            web::form(html, web::path("/mee", together.along.company->id.view(), "kompas"), visit.form_token, visit.site.new_id(), [&] {
                web::secondary_button(html, word::ask_compass);
            });
            said(word::ask_compass_means);
        });
    });
}

web::Reply page(const Desk& desk, const access::Visit& visit, const OneAlong& together) {
    const Along& one = together.along;
    const std::string title = base::say(word::along_with, visit.language(), {{"name", one.name}});
    return visit.page(title, [&](Html& html) {
        web::back_link(html, web::path("/mee"), word::to_all_along);
        html.h1({}, title);
        html.div({cls("mee-sides")}, [&] {
            html.div({}, [&] {
                what_part(html, visit, *one.company);
                compass(html, visit, together);
            });
            html.div({}, [&] {
                what_was_asked(html, visit, desk.parts, one);
                if (!one.shared.empty()) html.h2({}, base::say(word::shows_you, visit.language(), {{"name", one.name}}));
                what_was_shared(html, visit, *desk.atlases.of(visit.site), one);
                html.p({cls("small")}, word::along_lead);
            });
        });
        who_sees_what_link(html);
    }, 200, {}, company_look);
}

}  // namespace

web::Answer show_one_along(const Desk& desk, const access::Visit& visit) {
    const auto found = one_along_asked(desk, visit);
    if (!found) return visit.absent();
    return page(desk, visit, *found);
}

web::Answer ask_how_compass_stands(const Desk&, const access::Visit& visit) {
    std::optional<Company> company;
    visit.school().read([&](storage::Reads& reads) { company = company_along_asked(reads, visit); });
    if (!company) return visit.absent();
    const SealedAsking sealed = prepare_asking(visit.school().vault(), {.id = sent_id(visit), .what = AskedFor::compass, .about = company->thing(), .companion = visit.who().person,
                                                                        .until = company->until}, visit.site.now());
    return web::Write{[&visit, id = company->id, sealed](storage::Writes& writes) -> web::Reply {
        // Ended in the meantime: there is nobody to ask.
        if (!company_along_asked(writes, visit)) return visit.absent();
        const AskOutcome outcome = ask(writes, visit.school().vault(), visit.who(), sealed, visit.site.now(), *visit.site.randomness);
        if (outcome == AskOutcome::not_allowed) return visit.absent();
        return web::go(page_along(id));
    }};
}

}  // namespace loopbaankaart::journey
