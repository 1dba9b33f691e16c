// GET /verhalen: all stories, newest first. GET and POST /verhalen/nieuw: beginning one out of the travel log.
#include <algorithm>
#include <set>

#include "../first_words.hpp"
#include "../picking/picking.hpp"
#include "records_words.hpp"
#include "story_html.hpp"
#include "story_pages.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t most_small = 3, glance_bytes = 60;

struct Shelf {
    std::vector<Record> stories;
    std::map<base::Id, Record> posts;  // that are in them
    bool any_posts = false;
};

Shelf shelf(const access::Visit& visit) {
    Shelf found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        found.stories = records_of(reads, vault, visit.who(), RecordKind::story, std::string::npos);
        std::set<base::Id> named;
        for (const Record& story : found.stories)
            for (const Link& link : story.links)
                if (link.kind == code(RecordKind::post)) named.insert(link.id);
        for (Record& post : own_records(reads, vault, visit.who(), RecordKind::post, std::vector(named.begin(), named.end()))) found.posts.emplace(post.id, std::move(post));
        found.any_posts = found.stories.empty() && !records_of(reads, vault, visit.who(), RecordKind::post, 1).empty();
    });
    return found;
}

// On its own paper, with the first pictures in it.
void cover(Html& html, const access::Visit& visit, const Shelf& shelf, const Record& record) {
    const Story story = story_of(record);
    const std::string on = "story-cover paper-" + paper_of(story).id, ink = "own-" + colour_of(story).id;
    html.li({}, [&] {
        html.a({web::href(page_of_story(record.id)), web::attr("class", on)}, [&] {
            html.h2({web::attr("class", ink)}, line_of_story(record, visit.language()));
            html.div({web::cls("cover-pictures")}, [&] {
                std::size_t shown = 0;
                for (const StoryPiece& piece : story.pieces) {
                    const auto post = piece.of ? shelf.posts.find(*piece.of) : shelf.posts.end();
                    const auto picture = post == shelf.posts.end() ? std::nullopt : small_picture(post->first, post->second.parts);
                    if (picture && shown++ < most_small) html.img({web::src(*picture), web::attr("alt", ""), web::attr("loading", "lazy")});
                }
            });
            html.p({web::cls("when")}, base::day_in_words(record.made_at, visit.language(), visit.site.time_zone));
        });
    });
}

enum class Ticked { no, yes };

void one_to_choose(Html& html, const Record& post, const PieceSource& source, Ticked ticked) {
    const std::string called = "bericht-" + post.id.text();
    const auto picture = small_picture(post.id, post.parts);
    const std::string& words = source.title.empty() ? source.words : source.title;
    const std::string said = fmt::format("{} {} {}", words.empty() || !picture ? std::string_view{} : first_words(words, glance_bytes), source.place, source.when);
    html.li({}, [&] {
        html.input({web::type("checkbox"), web::id(called), web::name("bericht"), web::value(post.id.view()), web::flag("checked", ticked == Ticked::yes)});
        html.label({web::attr("for", called)}, [&] {
            if (picture) html.img({web::src(*picture), web::attr("alt", ""), web::attr("loading", "lazy")});
            else html.span({web::cls("in-words")}, first_words(words, glance_bytes));
            html.span({web::cls("spoken")}, said);
        });
    });
}

web::Reply begin_page(const access::Visit& visit, const PostsToChoose& posts, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, word::begin_story), [&](Html& html) {
        web::back_link(html, web::path("/verhalen"), word::to_the_stories);
        html.h1({}, word::begin_story);
        if (posts.none())
            return web::empty_place(html, "leeg-verhaal", word::no_posts_for_a_story, [&] {
                web::actions(html, [&] { web::primary_link(html, web::path("/blog"), word::to_your_blog, "foto"); });
            });
        web::error_summary(html, errors);
        web::form(html, web::path("/verhalen/nieuw"), visit.form_token, sent_id(visit), [&] {
            show_posts(html, posts);
            web::text_field(html, {.name = "titel", .label = word::story_title, .hint = &word::story_title_hint, .value = visit.request.form["titel"], .error = errors.find("titel"),
                                   .optional = true, .most = most_in_story_title});
            web::actions(html, [&] { web::primary_button(html, word::to_the_workbench, "boek"); });
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, errors.empty() ? 200 : 422, {}, story_look);
}

}  // namespace

void show_posts(Html& html, const PostsToChoose& posts) {
    if (posts.none()) return;
    html.fieldset({web::cls("field picking")}, [&] {
        html.legend({}, word::from_your_blog);
        if (!posts.ticked.empty())
            html.ul({web::cls("chosen-things")}, [&] {
                for (const Record& post : posts.ticked) one_to_choose(html, post, posts.said.at(post.id), Ticked::yes);
            });
        if (!posts.others.empty())
            html.ul({web::cls("to-pick")}, [&] {
                for (const Record& post : posts.others) one_to_choose(html, post, posts.said.at(post.id), Ticked::no);
            });
        older_buttons(html, "bericht", posts.after, posts.last);
    });
}

std::optional<Record> own_story(const access::Visit& visit) {
    auto record = own_record_asked(visit, RecordKind::story);
    return record && !record->thrown_at ? std::move(record) : std::nullopt;
}

web::Answer show_stories(const access::Visit& visit) {
    const Shelf found = shelf(visit);
    return visit.page(title_of(visit, word::stories), [&](Html& html) {
        web::back_link(html, web::path("/blog"), word::to_your_blog);
        html.h1({}, word::stories);
        html.p({web::cls("lead")}, word::stories_plainly);
        const bool writes = !visit.who().left();
        if (found.stories.empty())
            return web::empty_place(html, "leeg-verhaal", found.any_posts ? word::no_stories : word::no_posts_for_a_story, [&] {
                if (!writes) return;
                web::actions(html, [&] {
                    if (found.any_posts) web::primary_link(html, web::path("/verhalen/nieuw"), word::begin_story, "boek");
                    else web::primary_link(html, web::path("/blog"), word::to_your_blog, "foto");
                });
            });
        if (writes) web::actions(html, [&] { web::primary_link(html, web::path("/verhalen/nieuw"), word::begin_story, "boek"); });
        html.ul({web::cls("story-covers")}, [&] {
            for (const Record& story : found.stories) cover(html, visit, found, story);
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, 200, {}, story_look);
}

web::Answer ask_for_story(const Desk& desk, const access::Visit& visit) { return begin_page(visit, posts_to_choose(visit, *desk.atlases.of(visit.site), {}), {}); }

// Out of posts in the order in which they were made; without any it begins empty.
web::Answer begin_story(const Desk& desk, const access::Visit& visit) {
    const auto again = [&](const web::FieldErrors& errors) { return begin_page(visit, posts_to_choose(visit, *desk.atlases.of(visit.site), {}), errors); };
    if (redraws(visit.request.form)) return again({});
    Story typed{.title = std::string{visit.request.form["titel"]}, .paper = {}, .colour = {}, .pieces = {}};
    for (const base::Id& post : ticked_posts(visit)) typed.pieces.push_back({.form = PieceForm::post, .of = post});
    BodyReader sent{in_json(typed)};
    const Story story = read_story(sent);
    web::FieldErrors errors;
    for (const web::FieldError& fault : sent.faults()) errors.add("titel", fault.error);
    if (!errors.empty()) return again(errors);
    Record record{.id = sent_id(visit), .kind = RecordKind::story, .body = in_json(story), .links = links_of(story), .made_at = {}, .owner = visit.who().person};
    const web::Url done = page_of_story(record.id);
    return keep_sent(desk, visit, {.record = std::move(record), .form = web::path("/verhalen/nieuw"), .done = done});
}

}  // namespace loopbaankaart::journey
