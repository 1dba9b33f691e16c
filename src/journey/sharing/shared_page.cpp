// GET /delen: everything I share. POST /delen/{grant}/terug takes one back, POST /delen/terug all of it.
#include <algorithm>

#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

struct SharedOne {
    const Shareable& kind;
    base::Id thing;
    SharedLine line;
    std::vector<access::GivenGrant> given;
};

std::vector<access::GivenGrant> given_by_me(storage::Reads& reads, const access::Visit& visit) {
    return access::grants_given(reads, visit.who().person, visit.site.now());
}

std::vector<SharedOne> all_shared(const Desk& desk, const access::Visit& visit) {
    std::vector<SharedOne> shared;
    visit.school().read([&](storage::Reads& reads) {
        for (const access::GivenGrant& grant : given_by_me(reads, visit)) {
            auto there = std::ranges::find_if(shared, [&](const SharedOne& one) { return one.kind.kind == grant.kind && one.thing == grant.thing; });
            if (there == shared.end()) {
                const Shareable* kind = shareable(desk.parts, grant.kind);
                if (kind == nullptr) continue;
                auto line = kind->line(reads, visit.school().vault(), visit.who(), {kind->kind, grant.thing, visit.who().person}, visit.site.now(), visit.language());
                if (!line) continue;
                shared.push_back({*kind, grant.thing, std::move(*line), {}});
                there = std::prev(shared.end());
            }
            there->given.push_back(grant);
        }
    });
    return shared;
}

void one_shared(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const SharedOne& one) {
    thing_line(html, visit, atlas, one.kind, one.thing, one.line, [&] {
        html.ul({web::cls("lines")}, [&] {
            for (const access::GivenGrant& grant : one.given) given_line(html, visit, grant, nullptr);
        });
    });
}

web::Reply took_back(const Desk& desk, const access::Visit& visit) {
    if (auto page = page_it_came_from(desk, visit)) return web::go(std::move(*page).with("gedaan", "terug").at("gedeeld"));
    return web::go(web::path("/delen").with("gedaan", "terug"));
}

web::Answer take_these_back(const Desk& desk, const access::Visit& visit, const std::vector<base::Id>& grants) {
    std::vector<access::EndingGrant> endings;
    for (const base::Id& grant : grants)
        if (const auto ending = access::remember_end(visit.school(), visit.who().person, grant, visit.site.now())) endings.push_back(*ending);
    if (endings.empty()) return took_back(desk, visit);
    return web::Write{[&desk, &visit, endings](storage::Writes& writes) {
        for (const access::EndingGrant& ending : endings) access::take_back(writes, ending, visit.site.now(), *visit.site.randomness);
        return took_back(desk, visit);
    }};
}

}  // namespace

web::Answer show_shared(const Desk& desk, const access::Visit& visit) {
    const std::vector<SharedOne> shared = all_shared(desk, visit);
    const auto atlas = desk.atlases.of(visit.site);
    const std::string notice = visit.request.query["gedaan"] == "terug" ? title_of(visit, word::share_taken_back) : std::string{};
    return visit.page(title_of(visit, word::all_shared), [&](Html& html) {
        web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::all_shared);
        if (shared.empty()) return web::empty_place(html, "reisgezelschap", word::nothing_shared);
        html.p({web::cls("lead")}, word::all_shared_what);
        html.ul({web::cls("shared")}, [&] {
            for (const SharedOne& one : shared) html.li({}, [&] { one_shared(html, visit, *atlas, one); });
        });
        web::form(html, web::path("/delen/terug"), visit.form_token, [&] {
            web::actions(html, [&] { web::secondary_button(html, word::take_all_back, "slot"); });
        });
        who_sees_what_link(html);
    }, 200, notice);
}

// Sent twice, the second time there is nothing left to take back.
web::Answer take_share_back(const Desk& desk, const access::Visit& visit) {
    const auto grant = base::Id::parse(visit.request.parameter("grant"));
    return take_these_back(desk, visit, grant ? std::vector{*grant} : std::vector<base::Id>{});
}

web::Answer take_all_back(const Desk& desk, const access::Visit& visit) {
    std::vector<base::Id> grants;
    visit.school().read([&](storage::Reads& reads) {
        for (const access::GivenGrant& grant : given_by_me(reads, visit)) grants.push_back(grant.id);
    });
    return take_these_back(desk, visit, grants);
}

}  // namespace loopbaankaart::journey
