// GET /stroom/verhaal/{story}: one conversation, its figure on top; also the sheet for the meeting. POST there adds to it; POST …/dicht and …/open close and open it.
#include <algorithm>

#include "../pages.hpp"
#include "story_shown.hpp"
#include "story_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

struct Typed {
    const StoryLine* line = nullptr;     // what did not come in
    const base::Word* trouble = nullptr; // of the whole
    web::FieldErrors errors = {};
};

const base::Word& heading_of(LineKind kind) {
    return kind == LineKind::seen ? word::talk_we_see_all : kind == LineKind::explanation ? word::talk_explanations : kind == LineKind::question ? word::talk_questions : word::talk_actions;
}
const base::Word& hint_of(LineKind kind) {
    return kind == LineKind::seen ? word::talk_we_see_hint : kind == LineKind::explanation ? word::talk_explanations_hint : kind == LineKind::question ? word::talk_questions_hint : word::talk_actions_hint;
}

void small_print(Html& html, const access::Visit& visit, const StoryShown& shown, const StoryLine& line) {
    html.p({web::cls("small")}, [&] {
        html.text(written_by(line, visit));
        if (line.author != visit.who().person || (shown.story.closed_at && line.kind != LineKind::outcome)) return;
        html.span({web::cls("no-print")}, [&] {
            html.text(" · ");
            html.a({web::href(page_of_line(line))}, [&] {
                html.text(word::talk_change);
                html.span({web::cls("spoken")}, ": " + line.words.substr(0, line.words.find('\n')));
            });
        });
    });
}

void outcomes_of(Html& html, const access::Visit& visit, const StoryShown& shown, const StoryLine& action) {
    bool any = false;
    for (const StoryLine& one : shown.lines) {
        if (one.about != action.id) continue;
        any = true;
        html.blockquote({}, [&] {
            html.strong({}, word::talk_outcome);
            html.paragraphs(one.words);
            small_print(html, visit, shown, one);
        });
    }
    if (any) return;
    html.p({web::cls("no-print")}, [&] {
        html.a({web::href(page_of_line(action).at("uitkomst"))}, [&] {
            html.text(word::talk_write_outcome);
            html.span({web::cls("spoken")}, ": " + action.words.substr(0, action.words.find('\n')));
        });
    });
}

void one_line(Html& html, const access::Visit& visit, const StoryShown& shown, const StoryLine& line) {
    html.li({}, [&] {
        html.paragraphs(line.words);
        if (line.kind == LineKind::action) html.p({}, [&] { html.strong({}, who_and_when(line, html.language())); });
        small_print(html, visit, shown, line);
        if (line.kind == LineKind::action) outcomes_of(html, visit, shown, line);
    });
}

void add_one(Html& html, const access::Visit& visit, const StoryShown& shown, LineKind kind, const Typed& typed) {
    const bool typed_here = typed.line != nullptr && typed.line->kind == kind;
    const StoryLine empty{.id = visit.site.new_id(), .story = shown.story.id, .kind = kind, .words = {}, .who = {}, .change = shown.story.id, .written_at = {}};
    html.details({web::cls("no-print"), web::flag("open", typed_here)}, [&] {
        html.summary({}, [&] {
            html.text(word::talk_add);
            html.span({web::cls("spoken")}, ": " + std::string{heading_of(kind).in(html.language())});
        });
        web::form(html, page_of_story(shown.story.id), visit.form_token, visit.site.new_id(), [&] {
            line_fields(html, visit, typed_here ? *typed.line : empty, typed.errors);
            if (shown.story.closed_at) web::hidden(html, "weer-open", "ja");
            web::actions(html, [&] { web::secondary_button(html, shown.story.closed_at ? word::talk_open_and_keep : word::talk_keep, "plus"); });
        });
    });
}

void part_of(Html& html, const access::Visit& visit, const StoryShown& shown, LineKind kind, const Typed& typed) {
    const bool any = std::any_of(shown.lines.begin(), shown.lines.end(), [&](const StoryLine& line) { return line.kind == kind; });
    html.section({web::cls("card talk")}, [&] {
        html.h2({}, heading_of(kind));
        if (!any) html.p({web::cls("small")}, hint_of(kind));
        else
            html.ul({}, [&] {
                for (const StoryLine& line : shown.lines)
                    if (line.kind == kind) one_line(html, visit, shown, line);
            });
        if (!shown.story.closed_at || (typed.line != nullptr && typed.line->kind == kind)) add_one(html, visit, shown, kind, typed);
    });
}

void close_or_open(Html& html, const access::Visit& visit, const Story& story) {
    web::form(html, web::path("/stroom/verhaal", story.id.view(), story.closed_at ? "open" : "dicht"), visit.form_token, [&] {
        web::actions(html, [&] { web::secondary_button(html, story.closed_at ? word::talk_open : word::talk_close); });
    });
}

std::string notice_of(const access::Visit& visit, const StoryShown& shown, const Typed& typed) {
    const std::string_view done = visit.request.query["gedaan"];
    const base::Word* said = typed.trouble != nullptr ? typed.trouble
                             : done == "begonnen"     ? &word::talk_begun
                             : done == "erbij"        ? &word::talk_added
                             : done == "veranderd"    ? &word::talk_changed
                             : done == "weg"          ? &word::talk_taken_back
                             : shown.story.closed_at  ? &word::talk_is_closed
                                                      : nullptr;
    return said == nullptr ? std::string{} : std::string{said->in(visit.language())};
}

web::Reply story_page(const access::Visit& visit, const StoryShown& shown, const Typed& typed) {
    const Story& story = shown.story;
    return visit.work_page(story.subject.title, [&](Html& html) {
        web::back_link(html, web::path("/stroom/verhaal"), word::talks);
        html.h1({}, story.subject.title);
        html.p({web::cls("lead")}, story.subject.what);
        web::error_summary(html, typed.errors);
        figure_of(html, shown);
        if (shown.same) html.p({web::cls("no-print")}, [&] { html.a({web::href(page_of_subject(shown.same->address))}, word::talk_see_figure); });
        if (!story.goal.empty()) html.section({}, [&] { html.h2({}, word::talk_goal); html.paragraphs(story.goal); });
        html.div({web::cls("cards talks")}, [&] {
            for (const LineKind kind : {LineKind::seen, LineKind::explanation, LineKind::question, LineKind::action}) part_of(html, visit, shown, kind, typed);
        });
        html.p({web::cls("small")}, base::say(word::talk_since, html.language(), {{"day", base::day_in_words(story.began_at, html.language(), visit.site.time_zone)}}));
        html.p({web::cls("small no-print")}, word::talk_print);
        close_or_open(html, visit, story);
    }, !typed.errors.empty() ? 422 : typed.trouble != nullptr ? 409 : 200, notice_of(visit, shown, typed));
}

web::Reply page_again(storage::Reads& reads, const access::Visit& visit, const Typed& typed) {
    if (typed.line != nullptr && typed.line->kind == LineKind::outcome) return outcome_again(reads, visit, *typed.line, typed.trouble, typed.errors);
    const auto shown = story_asked(reads, visit);
    return shown ? story_page(visit, *shown, typed) : visit.absent();
}

web::Answer page_again(const access::Visit& visit, const Typed& typed) {
    std::optional<web::Reply> reply;
    visit.school().read([&](storage::Reads& reads) { reply = page_again(reads, visit, typed); });
    return std::move(*reply);
}

template <typename Work>
web::Answer with_story(const access::Visit& visit, Work work) {
    const auto id = base::Id::parse(visit.request.parameter("story"));
    if (!id) return visit.absent();
    return web::Write{[&visit, id = *id, work](storage::Writes& writes) -> web::Reply {
        if (!find_story(writes, visit.school().vault(), id)) return visit.absent();
        work(writes, id);
        return web::go(page_of_story(id));
    }};
}

}  // namespace

web::Answer show_story(const access::Visit& visit) { return page_again(visit, {}); }

web::Answer add_to_story(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("story"));
    const auto kind = parse_line_kind(visit.request.form["soort"]);
    std::optional<Story> story;
    if (id) visit.school().read([&](storage::Reads& reads) { story = find_story(reads, visit.school().vault(), *id); });
    if (!story) return visit.absent();  // no key is made for what is no conversation
    if (!kind) return web::go(page_of_story(*id));
    web::FieldErrors errors;
    StoryLine line = read_line(visit, *kind, errors);
    line.story = *id, line.about = base::Id::parse(visit.request.form["bij"]);
    if (*kind != LineKind::outcome) line.about.reset();
    if (!errors.empty()) return page_again(visit, {&line, nullptr, errors});
    return web::Write{[&visit, sealed = prepare_line(visit.school().vault(), std::move(line))](storage::Writes& writes) -> web::Reply {
        if (visit.request.form["weer-open"] == "ja" && open_story(writes, sealed.line.story)) record_in_story(writes, visit, access::Deed::story_reopened, sealed.line.story);
        switch (add_line(writes, visit.school().vault(), visit.who().person, sealed)) {
            case LineAdded::made:
                if (sealed.line.kind == LineKind::action) record_of_line(writes, visit, access::Deed::action_promised, sealed.line.id);
                [[fallthrough]];
            case LineAdded::already_there: return web::go(page_of_story(sealed.line.story).with("gedaan", "erbij"));
            case LineAdded::conflict: return page_again(writes, visit, {&sealed.line, &word::talk_sent_before, {}});
            case LineAdded::closed: return page_again(writes, visit, {&sealed.line, &word::talk_closed_meanwhile, {}});
            case LineAdded::absent: break;
        }
        return visit.absent();
    }};
}

web::Answer close_this_story(const access::Visit& visit) {
    return with_story(visit, [&visit](storage::Writes& writes, const base::Id& id) {
        if (close_story(writes, id, visit.site.now())) record_in_story(writes, visit, access::Deed::story_closed, id);
    });
}
web::Answer open_this_story(const access::Visit& visit) {
    return with_story(visit, [&visit](storage::Writes& writes, const base::Id& id) {
        if (open_story(writes, id)) record_in_story(writes, visit, access::Deed::story_reopened, id);
    });
}

}  // namespace loopbaankaart::flow
