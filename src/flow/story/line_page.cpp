// GET /stroom/verhaal/{story}/regel/{line}: where one changes or takes back what one wrote, and where anybody writes what came of an action. POST changes it; POST …/weg takes it back.
#include "../pages.hpp"
#include "story_shown.hpp"
#include "story_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

struct LineTyped {
    const StoryLine* line = nullptr;      // what did not come in: one's own, changed, or what came of it
    const base::Word* trouble = nullptr;
    web::FieldErrors errors = {};
};

void as_it_stands(Html& html, const access::Visit& visit, const StoryLine& line) {
    html.blockquote({}, [&] {
        html.paragraphs(line.words);
        if (line.kind == LineKind::action) html.p({}, [&] { html.strong({}, who_and_when(line, html.language())); });
        html.p({web::cls("small")}, written_by(line, visit));
    });
}

void change_it(Html& html, const access::Visit& visit, const StoryLine& line, const LineTyped& typed) {
    const bool typed_here = typed.line != nullptr && typed.line->kind == line.kind;
    html.details({web::flag("open", typed_here || line.kind != LineKind::action)}, [&] {
        html.summary({}, word::talk_change);
        web::form(html, page_of_line(line), visit.form_token, visit.site.new_id(), [&] {
            web::hidden(html, "gezien", line.change.view());
            line_fields(html, visit, typed_here ? *typed.line : line, typed.errors);
            web::actions(html, [&] { web::secondary_button(html, word::talk_keep, "pen"); });
        });
    });
}

void take_it_back(Html& html, const access::Visit& visit, const StoryLine& line) {
    html.details({}, [&] {
        html.summary({}, word::talk_take_back);
        html.p({}, word::talk_take_back_means);
        web::form(html, web::path("/stroom/verhaal", line.story.view(), "regel", line.id.view(), "weg"), visit.form_token, [&] { web::quiet_button(html, word::talk_take_back_do); });
    });
}

void write_outcome(Html& html, const access::Visit& visit, const StoryLine& action, const LineTyped& typed) {
    const bool typed_here = typed.line != nullptr && typed.line->kind == LineKind::outcome;
    const StoryLine empty{.id = action.id, .story = action.story, .kind = LineKind::outcome, .words = {}, .who = {}, .change = action.id, .written_at = {}};
    html.section({web::id("uitkomst")}, [&] {
        html.h2({}, word::talk_outcome);
        web::form(html, page_of_story(action.story), visit.form_token, visit.site.new_id(), [&] {
            web::hidden(html, "bij", action.id.view());
            line_fields(html, visit, typed_here ? *typed.line : empty, typed.errors);
            web::actions(html, [&] { web::primary_button(html, word::talk_keep, "plus"); });
        });
    });
}

web::Reply line_page(const access::Visit& visit, const StoryShown& shown, const StoryLine& line, const LineTyped& typed) {
    const base::Id& viewer = visit.who().person;
    const bool changeable = line.author == viewer && (!shown.story.closed_at || line.kind == LineKind::outcome), taken_back = may_take_back(shown.story, shown.lines, line, viewer);
    return visit.work_page(shown.story.subject.title, [&](Html& html) {
        web::back_link(html, page_of_story(shown.story.id), word::talk_back);
        html.h1({}, shown.story.subject.title);
        html.p({web::cls("lead")}, shown.story.subject.what);
        web::error_summary(html, typed.errors);
        as_it_stands(html, visit, line);
        if (line.kind == LineKind::action) write_outcome(html, visit, line, typed);
        if (changeable) change_it(html, visit, line, typed);
        if (taken_back) take_it_back(html, visit, line);
    }, !typed.errors.empty() ? 422 : typed.trouble != nullptr ? 409 : 200, typed.trouble == nullptr ? std::string{} : std::string{typed.trouble->in(visit.language())});
}

web::Reply line_again(storage::Reads& reads, const access::Visit& visit, const LineTyped& typed) {
    const auto shown = story_asked(reads, visit);
    const StoryLine* line = shown ? line_asked(*shown, visit) : nullptr;
    return line == nullptr ? visit.absent() : line_page(visit, *shown, *line, typed);
}

web::Answer line_again(const access::Visit& visit, const LineTyped& typed) {
    std::optional<web::Reply> reply;
    visit.school().read([&](storage::Reads& reads) { reply = line_again(reads, visit, typed); });
    return std::move(*reply);
}

// One's own, that the address names.
std::optional<StoryLine> own_line(storage::Reads& reads, const access::Visit& visit) {
    const auto shown = story_asked(reads, visit);
    const StoryLine* line = shown ? line_asked(*shown, visit) : nullptr;
    return line != nullptr && line->author == visit.who().person ? std::optional{*line} : std::nullopt;
}

}  // namespace

web::Answer show_story_line(const access::Visit& visit) { return line_again(visit, {}); }

web::Reply outcome_again(storage::Reads& reads, const access::Visit& visit, const StoryLine& typed, const base::Word* trouble, const web::FieldErrors& errors) {
    const auto shown = story_asked(reads, visit);
    if (!shown) return visit.absent();
    for (const StoryLine& line : shown->lines)
        if (typed.about == line.id && line.kind == LineKind::action) return line_page(visit, *shown, line, {&typed, trouble, errors});
    return visit.absent();
}

web::Answer change_story_line(const access::Visit& visit) {
    std::optional<StoryLine> there;
    visit.school().read([&](storage::Reads& reads) { there = own_line(reads, visit); });
    if (!there) return visit.absent();
    web::FieldErrors errors;
    StoryLine line = read_line(visit, there->kind, errors);
    if (!errors.empty()) return line_again(visit, {&line, nullptr, errors});
    line.id = there->id, line.story = there->story, line.about = there->about;
    const base::Id seen = base::Id::parse(visit.request.form["gezien"]).value_or(line.change);
    return web::Write{[&visit, seen, sealed = prepare_line(visit.school().vault(), std::move(line))](storage::Writes& writes) -> web::Reply {
        switch (change_line(writes, visit.school().vault(), visit.who().person, sealed, seen)) {
            case LineChanged::done: return web::go(page_of_story(sealed.line.story).with("gedaan", "veranderd"));
            case LineChanged::meanwhile: return line_again(writes, visit, {&sealed.line, &word::talk_changed_meanwhile, {}});
            case LineChanged::closed: return line_again(writes, visit, {&sealed.line, &word::talk_closed_meanwhile, {}});
            case LineChanged::not_yours: break;
        }
        return visit.absent();
    }};
}

// Sent twice, the second time there is nothing left to do.
web::Answer take_story_line_back(const access::Visit& visit) {
    const auto story = base::Id::parse(visit.request.parameter("story"));
    std::optional<StoryLine> line;
    bool may = false;
    visit.school().read([&](storage::Reads& reads) {
        const auto shown = story_asked(reads, visit);
        line = own_line(reads, visit);
        may = line && may_take_back(shown->story, shown->lines, *line, visit.who().person);
    });
    if (!may) return web::go(story ? page_of_story(*story) : web::path("/stroom/verhaal"));
    return web::Slow{[&visit, line = *line]() -> web::Answer {
        remember_line_taken_back(visit.school(), line.id, visit.site.now());
        return web::Write{[&visit, line](storage::Writes& writes) {
            if (take_line_back(writes, visit.who().person, line.id)) record_of_line(writes, visit, access::Deed::line_taken_back, line.id);
            return web::go(page_of_story(line.story).with("gedaan", "weg"));
        }};
    }};
}

}  // namespace loopbaankaart::flow
