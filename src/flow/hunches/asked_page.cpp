// GET /stroom/oordeel/vragen: for analysts and coordinators, all that was asked of teams, and thanks for what they said.
#include <algorithm>
#include <map>

#include "../judgement/tenths.hpp"
#include "../through/steps.hpp"
#include "hunch_html.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

struct AllAsked {
    std::vector<SeenGroup> groups;
    std::map<base::Id, std::string> teams;  // by name
    std::vector<base::Id> with_groups;
    std::uint64_t said = 0;
};

AllAsked all_asked(const access::Visit& visit) {
    AllAsked asked;
    visit.school().read([&](storage::Reads& reads) {
        asked.groups = asked_groups(reads, visit.who());
        asked.with_groups = asked_teams(reads, visit.who());
        asked.said = hunches_made(reads);
        for (access::Team& team : access::teams_by_name(reads)) asked.teams.emplace(team.id, std::move(team.name));
    });
    return asked;
}

void group_line(Html& html, const SeenGroup& one, const AllAsked& asked) {
    const base::Language language = html.language();
    const auto team = asked.teams.find(one.group.team);
    html.tr({}, [&] {
        html.th({web::attr("scope", "row")}, [&] { html.a({web::href(page_of_asked(one.group.id))}, one.group.name + " · " + one.group.outcome); });
        html.td({}, team == asked.teams.end() ? std::string_view{} : team->second);
        html.td({}, school_year(one.group.cohort));
        html.td({}, base::say(word::hunch_students, language, {{"count", std::to_string(one.group.students)}}));
        html.td({}, [&] {
            if (!one.came_out) return html.text(word::asked_open);
            html.text(base::say(word::hunch_about_of_ten, language, {{"some", std::to_string(of_ten_kept(one.came_out->students, one.came_out->happened))}}));
        });
    });
}

void groups_table(Html& html, const AllAsked& asked, bool known) {
    html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", (known ? word::asked_known : word::asked_groups_table).in(html.language()))}, [&] {
        html.table({web::cls("stack")}, [&] {
            html.thead({}, [&] {
                html.tr({}, [&] {
                    for (const base::Word* name : {&word::hunch_group, &word::asked_of_team, &word::hunch_year, &word::ask_students, &word::hunch_state}) html.th({web::attr("scope", "col")}, *name);
                });
            });
            html.tbody({}, [&] {
                for (const SeenGroup& one : asked.groups)
                    if (one.came_out.has_value() == known) group_line(html, one, asked);
            });
        });
    });
}

}  // namespace

web::Answer show_asked(const access::Visit& visit) {
    const AllAsked asked = all_asked(visit);
    return visit.work_page(title_of(visit, word::asked_title), [&](Html& html) {
        web::back_link(html, web::path("/stroom/oordeel"), word::our_judgement);
        html.h1({}, word::asked_title);
        html.p({web::cls("lead")}, word::asked_lead);
        if (asked.said > 0) thanks(html, asked.said);
        web::actions(html, [&] { web::primary_link(html, web::path("/stroom/oordeel/vragen/nieuw"), word::ask_new, "plus"); });
        if (asked.groups.empty()) return web::empty_place(html, "mirador", word::asked_none);
        const auto known = std::count_if(asked.groups.begin(), asked.groups.end(), [](const SeenGroup& one) { return one.came_out.has_value(); });
        if (static_cast<std::size_t>(known) < asked.groups.size()) groups_table(html, asked, false);
        if (known > 0) html.details({}, [&] {
            html.summary({}, word::asked_known);
            groups_table(html, asked, true);
        });
        html.h2({}, word::asked_teams);
        html.ul({web::cls("ways")}, [&] {
            for (const base::Id& team : asked.with_groups)
                if (const auto found = asked.teams.find(team); found != asked.teams.end())
                    html.li({}, [&] { html.a({web::href(page_of_team(team))}, base::say(word::team_hunches, html.language(), {{"team", found->second}})); });
        });
    }, 200, {}, hunch_look);
}

}  // namespace loopbaankaart::flow
