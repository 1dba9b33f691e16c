// GET /vragen/{record}: one answer, to who gave it and to who it is shared with.
#include <algorithm>

#include "../sharing/sharing_pages.hpp"
#include "answer_html.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// What is read together with it.
struct Around {
    BesideThing shared;
    std::vector<access::Known> team;  // staff of theirs who do not see it yet; to its owner alone
    std::string owner_name;           // empty to its owner
    std::vector<AnswerTheme> does;    // what the school does with it; to its owner alone
};

bool was_just_kept(const access::Visit& visit) { return visit.request.query["gedaan"] == "bewaard"; }

std::string notice_of_answer(const access::Visit& visit) {
    if (was_just_kept(visit)) return title_of(visit, word::kept);
    const base::Word* shared = done_with_share(visit);
    return shared ? title_of(visit, *shared) : std::string{};
}

void way(Html& html, const web::Url& to, web::Literal drawing, const base::Word& name) {
    html.li({}, [&] {
        html.a({web::href(to)}, [&] {
            web::landmark(html, drawing.view());
            html.span({web::cls("name")}, name);
        });
    });
}

// Who does not know yet finds it on the way (School §3: early experiences); never in a list to choose from.
void ways_to_experiences(Html& html, const access::Visit& visit, const atlas::Atlas& atlas) {
    html.section({web::cls("onward")}, [&] {
        html.h2({}, word::not_yet_is_an_answer);
        html.ul({}, [&] {
            way(html, web::path("/kaart"), "vallei", word::walk_the_map);
            way(html, place_page("reisbureau"), "reisbureau", word::ask_the_bureau);
        });
        const atlas::Place* place = atlas.find("mirador");
        if (place == nullptr) return;
        base::Language spoken{};
        const auto& looks = place->in(visit.language(), spoken).looks;
        if (!looks.empty()) html.p({web::cls("one-look"), web::lang(spoken)}, looks.front());
    });
}

// Once, when it was just said: their team by name, nobody ticked; who reads it can say something back. Later it is shared as everything is.
void show_it_to_the_team(Html& html, const access::Visit& visit, const Record& answer, const std::vector<access::Known>& team) {
    if (team.empty()) return;
    std::vector<web::Choice> choices;
    for (const access::Known& one : team) choices.push_back({one.person.text(), one.name});
    html.section({web::cls("to-the-team")}, [&] {
        web::form(html, web::path("/deel", shared_answers().path.view(), answer.id.view()), visit.form_token, visit.site.new_id(), [&] {
            web::hidden(html, "mag", "reageren");
            web::checkbox_group(html, {.name = "wie", .label = word::show_to_team, .hint = &word::show_to_team_means, .choices = choices}, {});
            web::actions(html, [&] { web::secondary_button(html, word::show_it_them, "mensen"); });
        });
    });
}

// What the school does with what somebody said, beside it.
void what_the_school_does(Html& html, const std::vector<AnswerTheme>& does) {
    if (does.empty()) return;
    html.section({web::cls("school-does")}, [&] {
        html.h2({}, word::what_school_does_with_this);
        for (const AnswerTheme& theme : does) {
            html.h3({}, theme.name);
            html.paragraphs(theme.reply);
        }
        html.p({}, [&] { html.a({web::href(web::path("/dit-doen-we"))}, word::what_we_do); });
    });
}

web::Reply answer_page(const access::Visit& visit, const atlas::Atlas& atlas, const Record& answer, const Around& around) {
    const bool own = answer.owner == visit.who().person, writes = !visit.who().left();
    const std::string title = title_of_answer(visit, answer);
    return visit.page(title, [&](Html& html) {
        if (own) web::back_link(html, web::path("/vragen"), word::two_questions);
        else if (access::guides.allows(visit)) web::back_link(html, web::path("/antwoorden"), word::answers_to_read);
        html.h1({}, title);
        if (!own) html.p({web::cls("small")}, shared_by(visit, around.owner_name, around.shared));
        html.div({web::cls("scrap answer")}, [&] { what_was_answered(html, answer_of(answer), AnswerHeading::second); });
        if (!own) return shared_with_its_reader(html, visit, shared_answers(), answer.id, around.shared);
        what_the_school_does(html, around.does);
        if (answer_of(answer).not_yet) ways_to_experiences(html, visit, atlas);
        if (writes && was_just_kept(visit)) show_it_to_the_team(html, visit, answer, around.team);
        if (writes) shared_by_its_owner(html, visit, shared_answers(), answer.id, around.shared);
        record_ways(html, visit, answer);
    }, 200, notice_of_answer(visit), questions_look);
}

}  // namespace

web::Answer show_answer(const Desk& desk, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("record"));
    if (!id) return visit.absent();
    std::optional<Record> answer;
    Around found;
    visit.school().read([&](storage::Reads& reads) {
        answer = find_record(reads, visit.school().vault(), visit.who(), RecordKind::answer, *id, visit.site.now());
        if (!answer) return;
        found.shared = beside(reads, visit.school().vault(), visit.who(), as_thing(*answer), visit.site.now());
        if (answer->owner == visit.who().person) {
            found.team = access::staff_of_teams(reads, visit.who().person);
            found.does = shown_with(reads, visit.school().vault(), {visit.who().person, answer->id}, visit.site.now());
            std::erase_if(found.team, [&](const access::Known& one) { return std::ranges::find(found.shared.given, one.person, &access::GivenGrant::grantee) != found.shared.given.end(); });
        } else if (const auto owner = access::find_person(reads, *answer->owner)) {
            found.owner_name = owner->name;
        }
    });
    if (!answer) return visit.absent();
    if (answer->thrown_at) return web::go(web::path("/eigen", answer->id.view()));
    web::Reply page = answer_page(visit, *desk.atlases.of(visit.site), *answer, found);
    if (answer->owner == visit.who().person) return page;
    return after_record_of_reading(visit, as_thing(*answer), std::move(page));
}

}  // namespace loopbaankaart::journey
