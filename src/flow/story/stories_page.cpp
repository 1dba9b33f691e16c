// GET /stroom/verhaal: all conversations about figures, what was agreed first. GET /stroom/verhaal-beginnen?over=…: a figure to begin one about. POST /stroom/verhaal begins it.
#include <algorithm>

#include "../pages.hpp"
#include "coming_back.hpp"
#include "story_shown.hpp"
#include "story_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

struct Listed {
    std::vector<StoryShown> stories;
    std::vector<StoryLine> actions;  // to be done
    std::vector<StoryLine> own;      // what the viewer wrote
};

Listed list(storage::Reads& reads, const access::Visit& visit) {
    storage::Vault& vault = visit.school().vault();
    Listed listed{.stories = {}, .actions = open_actions(reads, vault), .own = lines_by(reads, vault, visit.who().person)};
    for (Story& story : stories(reads, vault)) listed.stories.push_back(look_at(reads, visit, std::move(story)));
    return listed;
}

void actions_to_do(Html& html, const access::Visit& visit, const std::vector<StoryLine>& actions) {
    if (actions.empty()) return;
    const std::int32_t this_month = month_of(visit.site.now(), visit.site.time_zone);
    html.h2({}, word::talk_agreed);
    html.ul({web::cls("lines")}, [&] {
        for (const StoryLine& action : actions)
            html.li({}, [&] {
                html.div({}, [&] {
                    html.a({web::href(page_of_line(action))}, action.words);
                    html.p({web::cls("small")}, who_and_when(action, html.language()));
                });
                if (action.month.value_or(this_month + 1) <= this_month) html.strong({web::cls("tag")}, word::talk_due);
            });
    });
}

void one_story(Html& html, const access::Visit& visit, const StoryShown& shown) {
    const Story& story = shown.story;
    html.section({web::cls("card")}, [&] {
        html.h3({}, [&] { html.a({web::href(page_of_story(story.id))}, story.subject.title); });
        html.p({}, story.subject.what);
        figure_in_short(html, shown);
        html.p({web::cls("small")}, [&] {
            html.text(base::say(word::talk_lines, html.language(), {{"count", std::to_string(shown.lines.size())}, {"day", base::day_in_words(story.began_at, html.language(), visit.site.time_zone)}}));
        });
    });
}

void conversations(Html& html, const access::Visit& visit, const std::vector<StoryShown>& all, bool closed) {
    html.div({web::cls("cards")}, [&] {
        for (const StoryShown& one : all)
            if (one.story.closed_at.has_value() == closed) one_story(html, visit, one);
    });
}

void own_words(Html& html, const access::Visit& visit, const std::vector<StoryLine>& own) {
    if (own.empty()) return;
    html.details({}, [&] {
        html.summary({}, word::talk_own_words);
        for (const StoryLine& line : own)
            html.blockquote({}, [&] {
                html.paragraphs(line.words);
                html.p({web::cls("small")}, [&] {
                    if (line.kind == LineKind::action) html.text(who_and_when(line, html.language()) + " · ");
                    html.a({web::href(page_of_story(line.story))}, base::day_in_words(line.written_at, html.language(), visit.site.time_zone));
                });
            });
    });
}

web::Reply stories_page(const access::Visit& visit, const Listed& listed) {
    return visit.work_page(std::string{word::talks.in(visit.language())}, [&](Html& html) {
        web::back_link(html, web::path("/stroom"), word::talk_to_flows);
        html.h1({}, word::talks);
        html.p({web::cls("lead")}, word::talks_plainly);
        if (listed.stories.empty()) return web::empty_place(html, "vallei", word::talks_none, [&] { web::primary_link(html, web::path("/stroom/doorstroom"), word::talk_choose_figure, "pijl"); });
        actions_to_do(html, visit, listed.actions);
        html.h2({}, word::talk_conversations);
        conversations(html, visit, listed.stories, false);
        if (std::any_of(listed.stories.begin(), listed.stories.end(), [](const StoryShown& one) { return one.story.closed_at.has_value(); }))
            html.details({}, [&] {
                html.summary({}, word::talk_closed_ones);
                conversations(html, visit, listed.stories, true);
            });
        own_words(html, visit, listed.own);
        web::actions(html, [&] { web::secondary_link(html, web::path("/stroom/doorstroom"), word::talk_choose_figure, "pijl"); });
    });
}

// ---- beginning one

struct Begins {
    std::optional<Subject> subject;
    std::vector<Story> others;   // about the same figure, open
};

Begins look_for(storage::Reads& reads, const access::Visit& visit, std::string_view address) {
    Begins begins{.subject = find_subject(reads, address, visit.language()), .others = {}};
    if (!begins.subject) return begins;
    begins.others = stories_about(reads, visit.school().vault(), begins.subject->address);
    std::erase_if(begins.others, [](const Story& story) { return story.closed_at.has_value(); });
    return begins;
}

web::Reply begin_page(const access::Visit& visit, const Begins& begins, const base::Word* trouble, const web::FieldErrors& errors) {
    const Subject& subject = *begins.subject;
    return visit.work_page(std::string{word::talk_begin.in(visit.language())}, [&](Html& html) {
        web::back_link(html, page_of_subject(subject.address), word::talk_back_to_figure);
        html.h1({}, word::talk_begin);
        html.p({web::cls("lead")}, subject.title + " · " + subject.what);
        web::error_summary(html, errors);
        figure_of(html, {.story = {.id = visit.site.new_id(), .subject = subject, .goal = {}, .began_at = visit.site.now()}, .same = subject, .newer = {}, .then_told = true, .lines = {}});
        if (!begins.others.empty()) {
            html.p({}, word::talk_already);
            html.ul({}, [&] {
                for (const Story& other : begins.others)
                    html.li({}, [&] {
                        html.a({web::href(page_of_story(other.id))}, base::say(word::talk_since, html.language(), {{"day", base::day_in_words(other.began_at, html.language(), visit.site.time_zone)}}));
                        if (!other.goal.empty()) html.paragraphs(other.goal);
                    });
            });
        }
        web::form(html, web::path("/stroom/verhaal"), visit.form_token, visit.site.new_id(), [&] {
            web::hidden(html, "over", subject.address);
            web::text_area(html, {.name = "doel", .label = word::talk_goal, .hint = &word::talk_goal_hint, .value = visit.request.form["doel"], .error = errors.find("doel"), .optional = true, .most = most_in_goal}, 2);
            web::actions(html, [&] { web::primary_button(html, word::talk_begin_do, "pijl"); });
        });
    }, !errors.empty() ? 422 : trouble != nullptr ? 409 : 200, trouble == nullptr ? std::string{} : std::string{trouble->in(visit.language())});
}

}  // namespace

web::Answer show_stories(const access::Visit& visit) {
    Listed listed;
    visit.school().read([&](storage::Reads& reads) { listed = list(reads, visit); });
    return stories_page(visit, listed);
}

web::Answer show_beginning(const access::Visit& visit) {
    Begins begins;
    visit.school().read([&](storage::Reads& reads) { begins = look_for(reads, visit, visit.request.query["over"]); });
    return begins.subject ? begin_page(visit, begins, nullptr, {}) : visit.absent();
}

web::Answer begin_story(const access::Visit& visit) {
    Begins begins;
    visit.school().read([&](storage::Reads& reads) { begins = look_for(reads, visit, visit.request.form["over"]); });
    const base::Id id = story_id(visit);
    if (!begins.subject || visit.school().vault().was_destroyed(id)) return visit.absent();
    Story story{.id = id, .subject = *begins.subject, .goal = base::tidy(visit.request.form["doel"]), .began_at = visit.site.now()};
    web::FieldErrors errors;
    if (base::characters(story.goal) > most_in_goal) errors.add("doel", {word::talk_goal_long});
    if (!errors.empty()) return begin_page(visit, begins, nullptr, errors);
    return web::Write{[&visit, sealed = prepare_story(visit.school().vault(), std::move(story))](storage::Writes& writes) -> web::Reply {
        const StoryKept kept = add_story(writes, visit.school().vault(), sealed);
        if (kept == StoryKept::made) record_in_story(writes, visit, access::Deed::story_begun, sealed.story.id);
        if (kept == StoryKept::conflict) return begin_page(visit, look_for(writes, visit, sealed.story.subject.address), &word::talk_sent_before, {});
        return web::go(page_of_story(sealed.story.id).with("gedaan", "begonnen"));
    }};
}

}  // namespace loopbaankaart::flow
