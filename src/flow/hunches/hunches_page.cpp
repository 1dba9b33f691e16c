// GET /stroom/oordeel: what the viewer's teams are asked now, and the ways to what came of it.
#include <flow/words.hpp>

#include <algorithm>

#include "hunch_html.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

struct AskedTeam {
    base::Id id;
    std::string name;
};
struct Desk {
    std::vector<OpenGroup> open;
    std::vector<AskedTeam> teams;
    bool said_before = false;
    std::uint64_t said_by_all = 0;
};

Desk desk_of(const access::Visit& visit) {
    Desk desk;
    visit.school().read([&](storage::Reads& reads) {
        desk.open = open_groups(reads, visit.who());
        desk.said_before = !said_by(reads, visit.who()).empty();
        desk.said_by_all = hunches_made(reads);
        const auto asked = asked_teams(reads, visit.who());
        for (const access::Team& team : access::teams_by_name(reads))
            if (std::find(asked.begin(), asked.end(), team.id) != asked.end()) desk.teams.push_back({team.id, team.name});
    });
    return desk;
}

void what_was_said(Html& html, const OpenGroup& one) {
    const base::Language language = html.language();
    ten_figures(html, one.of_ten.value_or(0));
    html.p({one.of_ten ? web::cls("said") : web::cls("said unsaid")}, [&] {
        if (one.of_ten) html.text(base::say(word::hunch_you_said, language, {{"some", std::to_string(*one.of_ten)}}));
        else html.text(one.saw_model ? word::hunch_only_looked : word::hunch_not_said);
        if (one.of_ten && one.saw_model) html.text(" · " + std::string{word::hunch_stands.in(language)});
    });
}

void open_group(Html& html, const OpenGroup& one) {
    const base::Language language = html.language();
    html.li({web::cls("card")}, [&] {
        html.h3({}, [&] { html.a({web::href(page_of_judged(one.group.id))}, one.group.name); });
        html.p({}, one.group.outcome);
        what_was_said(html, one);
        html.p({web::cls("small")}, students_and_year(one.group, language));
    });
}

void way(Html& html, const web::Url& to, std::string_view name) {
    html.li({}, [&] { html.a({web::href(to)}, name); });
}

}  // namespace

web::Answer show_hunches(const access::Visit& visit) {
    const Desk desk = desk_of(visit);
    return visit.work_page(title_of(visit, word::our_judgement), [&](Html& html) {
        if (reads_figures.allows(visit)) web::back_link(html, web::path("/stroom"), word::flows);
        else web::back_link(html, web::path("/mee"), word::hunches_back);
        html.h1({}, word::our_judgement);
        html.p({web::cls("lead")}, word::hunches_lead);
        if (desk.open.empty()) web::empty_place(html, "mirador", word::hunches_none_open);
        else html.section({}, [&] {
            html.h2({web::cls("spoken")}, word::hunches_asked);
            html.ul({web::cls("hunch-cards")}, [&] {
                for (const OpenGroup& one : desk.open) open_group(html, one);
            });
        });
        if (desk.said_by_all > 0) thanks(html, desk.said_by_all);
        html.ul({web::cls("ways")}, [&] {
            if (desk.said_before) way(html, web::path("/stroom/oordeel/mijn"), word::own_hunches_title.in(html.language()));
            for (const AskedTeam& team : desk.teams) way(html, page_of_team(team.id), base::say(word::team_hunches, html.language(), {{"team", team.name}}));
            if (reads_figures.allows(visit)) way(html, web::path("/stroom/oordeel/vragen"), word::asked_title.in(html.language()));
        });
    }, 200, {}, hunch_look);
}

}  // namespace loopbaankaart::flow
