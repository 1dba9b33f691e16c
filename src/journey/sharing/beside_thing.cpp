// What stands under a thing on its page: for its owner with whom it is shared, who looked and what they said; for its reader a reaction.
#include <algorithm>

#include "../backpack/thing_form.hpp"
#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void one_symbol(Html& html, Symbol chosen) {
    for (const auto& each : symbols)
        if (each.mark == chosen) {
            web::symbol(html, each.code);
            html.span({web::cls("spoken")}, each.name);
        }
}

void reactions(Html& html, const access::Visit& visit, const Shareable& kind, const base::Id& thing, const std::vector<Reaction>& said) {
    if (said.empty()) return;
    html.h2({}, word::reactions);
    html.ul({web::cls("lines reactions")}, [&] {
        for (const Reaction& one : said)
            html.li({}, [&] {
                if (one.symbol) one_symbol(html, *one.symbol);
                html.div({}, [&] {
                    html.paragraphs(one.words);
                    const std::string_view name = one.author_name.empty() ? word::somebody_gone.in(html.language()) : std::string_view{one.author_name};
                    html.p({web::cls("when")}, fmt::format("{} · {}", name, base::day_in_words(one.made_at, visit.language(), visit.site.time_zone)));
                });
                web::form(html, web::path("/reacties", one.removal.view(), "weg"), visit.form_token, [&] {
                    carry_thing(html, kind, thing);
                    web::quiet_button(html, word::reaction_remove);
                });
            });
    });
}

// A line for every person and day.
void who_looked(Html& html, const access::Visit& visit, const std::vector<access::Look>& looks) {
    std::vector<std::string> lines;
    for (const access::Look& look : looks) {
        const std::string_view name = look.name.empty() ? word::somebody_gone.in(html.language()) : std::string_view{look.name};
        std::string line = fmt::format("{} · {}", name, base::day_in_words(look.moment, visit.language(), visit.site.time_zone));
        if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
    }
    html.details({web::cls("looked")}, [&] {
        html.summary({}, word::who_looked);
        if (lines.empty()) return html.p({}, word::nobody_looked);
        html.ul({web::cls("lines")}, [&] {
            for (const std::string& line : lines) html.li({}, line);
        });
    });
}

}  // namespace

BesideThing beside(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now) {
    BesideThing beside;
    beside.reactions = reactions_to(reads, vault, viewer, thing);
    if (viewer.person == thing.owner) {
        beside.given = access::grants_of(reads, thing, now);
        beside.looks = access::looks_at(reads, thing.owner, fmt::format("{} {}", thing.kind, thing.id.view()));
        return beside;
    }
    beside.may_react = access::may(reads, viewer, thing, access::Verb::react, now);
    for (const access::GivenGrant& grant : access::grants_of(reads, thing, now))
        if (grant.grantee == viewer.person) beside.until = grant.until;
    return beside;
}

std::string until_in_words(const access::Visit& visit, const std::optional<base::Instant>& until) {
    if (!until) return {};
    const base::Instant last = *until - std::chrono::milliseconds{1};
    return base::say(word::until_and_with, visit.language(), {{"day", base::day_in_words(last, visit.language(), visit.site.time_zone)}});
}

std::string shared_by(const access::Visit& visit, std::string_view owner_name, const BesideThing& beside) {
    std::string said = base::say(word::shared_with_you, visit.language(), {{"name", owner_name}});
    if (beside.until) said += " · " + until_in_words(visit, beside.until);
    return said;
}

const base::Word* done_with_share(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "terug") return &word::share_taken_back;
    if (done == "gevraagd") return &word::asked_to_react;
    return done == "reactie" ? &word::reaction_sent : nullptr;
}

void given_line(Html& html, const access::Visit& visit, const access::GivenGrant& grant, const Shareable* on_page_of) {
    html.li({}, [&] {
        html.span({}, [&] {
            html.text(grant.name);
            html.span({web::cls("when")}, [&] {
                html.text(" · ");
                html.text(grant.verb == access::Verb::read ? word::may_read : word::may_react);
                if (grant.until) html.text(" · " + until_in_words(visit, grant.until));
            });
        });
        web::form(html, web::path("/delen", grant.id.view(), "terug"), visit.form_token, [&] {
            if (on_page_of) carry_thing(html, *on_page_of, grant.thing);
            html.button({web::cls("quiet"), web::type("submit")}, [&] {
                html.text(word::take_share_back);
                html.span({web::cls("spoken")}, " (" + grant.name + ")");
            });
        });
    });
}

void shared_by_its_owner(Html& html, const access::Visit& visit, const Shareable& kind, const base::Id& thing, const BesideThing& beside) {
    reactions(html, visit, kind, thing, beside.reactions);
    html.section({web::id("gedeeld")}, [&] {
        html.h2({}, word::sharing);
        if (beside.given.empty()) html.p({}, word::only_you);
        html.ul({web::cls("lines")}, [&] {
            for (const access::GivenGrant& grant : beside.given) given_line(html, visit, grant, &kind);
        });
        web::actions(html, [&] { web::secondary_link(html, share_address(kind, thing), word::share_it, "mensen"); });
        if (!beside.given.empty() || !beside.looks.empty()) who_looked(html, visit, beside.looks);
    });
    who_sees_what_link(html);
}

void shared_with_its_reader(Html& html, const access::Visit& visit, const Shareable& kind, const base::Id& thing, const BesideThing& beside) {
    reactions(html, visit, kind, thing, beside.reactions);
    if (beside.may_react) {
        html.h2({}, word::react_title);
        reaction_form(html, visit, kind, thing, {}, {});
    }
    html.p({web::cls("small")}, word::owner_sees_looks);
    html.p({}, [&] { html.a({web::href(web::path("/mee"))}, word::to_shared_with_me); });
    who_sees_what_link(html);
}

void who_will_see_it(Html& html, const access::Visit& visit, const Shareable& kind, const base::Id& thing) {
    std::vector<access::GivenGrant> given;
    visit.school().read([&](storage::Reads& reads) { given = access::grants_of(reads, {kind.kind, thing, visit.who().person}, visit.site.now()); });
    if (given.empty()) return;
    web::card(html, [&] {
        html.p({}, word::changes_are_seen);
        html.ul({web::cls("lines")}, [&] {
            for (const access::GivenGrant& grant : given) given_line(html, visit, grant, &kind);
        });
    });
}

void reaction_form(Html& html, const access::Visit& visit, const Shareable& kind, const base::Id& thing, const TypedReaction& typed, const web::FieldErrors& errors) {
    web::form(html, reaction_address(kind, thing), visit.form_token, visit.site.new_id(), [&] {
        web::text_area(html, {.name = "woorden", .label = word::reaction_words, .hint = &word::reaction_seen_by, .value = typed.words, .error = errors.find("woorden"),
                              .optional = true}, 3);
        symbol_field(html, word::which_symbol_back, typed.symbol);
        web::actions(html, [&] { web::primary_button(html, word::react_do); });
    });
}

void who_sees_what_link(Html& html) {
    html.p({web::cls("small")}, [&] { html.a({web::href(web::path("/wie-ziet-wat"))}, word::who_sees_what); });
}

}  // namespace loopbaankaart::journey
