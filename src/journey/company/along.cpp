#include "along.hpp"

#include <algorithm>

#include "company_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::cls, web::Html;

Along& of(std::vector<Along>& all, const base::Id& traveller, const std::string& name) {
    const auto found = std::ranges::find(all, traveller, &Along::traveller);
    return found != all.end() ? *found : all.emplace_back(Along{.traveller = traveller, .name = name});
}

void shared_line(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const SharedThing& one) {
    thing_line(html, visit, atlas, one.kind, one.thing, one.line, [&] {
        std::string when = base::day_in_words(one.given, visit.language(), visit.site.time_zone);
        if (one.until) when += " · " + until_in_words(visit, one.until);
        html.p({cls("when")}, when);
    });
}

}  // namespace

std::vector<Along> along_with(storage::Reads& reads, const access::Visit& visit, std::span<const Part> parts) {
    storage::Vault& vault = visit.school().vault();
    std::vector<Along> all;
    for (Company& company : travels_with(reads, vault, visit.who(), visit.site.now())) {
        Along& one = of(all, company.owner, company.owner_name);
        if (!one.company) one.company = std::move(company);
    }
    for (AskedLine& line : asked_of(reads, vault, visit.who(), visit.site.now()))
        if (line.what == AskedFor::react) {
            Along& one = of(all, line.owner, line.asker_name);
            one.asked.push_back(std::move(line));
        }
    for (SharedThing& thing : shared_with(reads, vault, visit.who(), parts, visit.site.now(), visit.language())) {
        Along& one = of(all, thing.owner, thing.owner_name);
        one.shared.push_back(std::move(thing));
    }
    return all;
}

void what_was_asked(Html& html, const access::Visit& visit, std::span<const Part> parts, const Along& one) {
    for (const AskedLine& line : one.asked) {
        const Shareable* kind = shareable(parts, line.kind);
        if (kind == nullptr) continue;
        html.div({cls("mee-asked")}, [&] {
            web::symbol(html, "brief");
            html.div({}, [&] {
                html.p({}, base::say(word::asks_what_you_see, visit.language(), {{"name", one.name}}));
                if (!line.words.empty()) html.blockquote({}, [&] { html.paragraphs(line.words); });
                html.p({}, [&] { html.a({web::href(kind->page(line.about))}, word::look_and_react); });
                web::form(html, web::path("/mee/gevraagd", line.removal.view(), "later"), visit.form_token, [&] { web::quiet_button(html, word::lay_aside); });
            });
        });
    }
}

void what_was_shared(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Along& one) {
    if (one.shared.empty()) return;
    html.ul({cls("shared")}, [&] {
        for (const SharedThing& thing : one.shared) html.li({}, [&] { shared_line(html, visit, atlas, thing); });
    });
}

}  // namespace loopbaankaart::journey
