// GET /verhalen: all stories, newest first. GET and POST /verhalen/nieuw: beginning one out of the travel log.
#include <algorithm>

#include "../first_words.hpp"
#include "records_words.hpp"
#include "story_html.hpp"
#include "story_pages.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t in_sight = 18, most_small = 3, glance_bytes = 60;

struct Shelf {
    std::vector<Record> stories;
    std::map<base::Id, Record> posts;
};

Shelf shelf(const access::Visit& visit) {
    Shelf found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        found.stories = records_of(reads, vault, visit.who(), RecordKind::story, std::string::npos);
        for (Record& post : records_of(reads, vault, visit.who(), RecordKind::post, std::string::npos)) found.posts.emplace(post.id, std::move(post));
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

void one_to_choose(Html& html, const Record& post, const PieceSources& sources, bool ticked) {
    const std::string called = "bericht-" + post.id.text();
    const PieceSource& source = sources.at(post.id);
    const auto picture = small_picture(post.id, post.parts);
    const std::string& words = source.title.empty() ? source.words : source.title;
    const std::string said = fmt::format("{} {} {}", words.empty() || !picture ? std::string_view{} : first_words(words, glance_bytes), source.place, source.when);
    html.li({}, [&] {
        html.input({web::type("checkbox"), web::id(called), web::name("bericht"), web::value(post.id.view()), web::flag("checked", ticked)});
        html.label({web::attr("for", called)}, [&] {
            if (picture) html.img({web::src(*picture), web::attr("alt", ""), web::attr("loading", "lazy")});
            else html.span({web::cls("in-words")}, first_words(words, glance_bytes));
            html.span({web::cls("spoken")}, said);
        });
    });
}

web::Reply begin_page(const access::Visit& visit, const Sources& sources, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, word::begin_story), [&](Html& html) {
        web::back_link(html, web::path("/verhalen"), word::to_the_stories);
        html.h1({}, word::begin_story);
        if (sources.posts.empty())
            return web::empty_place(html, "leeg-verhaal", word::no_posts_for_a_story, [&] {
                web::actions(html, [&] { web::primary_link(html, web::path("/blog"), word::to_your_blog, "foto"); });
            });
        web::error_summary(html, errors);
        web::form(html, web::path("/verhalen/nieuw"), visit.form_token, sent_id(visit), [&] {
            posts_to_choose(html, sources.posts, sources.all, {}, visit.request.form);
            web::text_field(html, {.name = "titel", .label = word::story_title, .hint = &word::story_title_hint, .value = visit.request.form["titel"], .error = errors.find("titel"),
                                   .optional = true, .most = most_in_story_title});
            web::actions(html, [&] { web::primary_button(html, word::to_the_workbench, "boek"); });
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, errors.empty() ? 200 : 422, {}, story_look);
}

}  // namespace

void posts_to_choose(Html& html, const std::vector<Record>& posts, const PieceSources& sources, const Story& story, const web::Fields& form) {
    const std::vector<std::string_view> ticked = form.all("bericht");
    std::vector<const Record*> left;
    for (const Record& post : posts)
        if (!story.has(post.id)) left.push_back(&post);
    if (left.empty()) return;
    const std::size_t seen = std::min(left.size(), in_sight);
    const auto tiles = [&](std::size_t from, std::size_t until) {
        html.ul({web::cls("to-pick")}, [&] {
            for (std::size_t at = from; at < until; ++at) one_to_choose(html, *left[at], sources, std::ranges::find(ticked, left[at]->id.view()) != ticked.end());
        });
    };
    html.fieldset({web::cls("field picking")}, [&] {
        html.legend({}, word::from_your_blog);
        tiles(0, seen);
        if (left.size() == seen) return;
        html.details({}, [&] {
            html.summary({}, word::older);
            tiles(seen, left.size());
        });
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
            return web::empty_place(html, "leeg-verhaal", found.posts.empty() ? word::no_posts_for_a_story : word::no_stories, [&] {
                if (!writes) return;
                web::actions(html, [&] {
                    if (found.posts.empty()) web::primary_link(html, web::path("/blog"), word::to_your_blog, "foto");
                    else web::primary_link(html, web::path("/verhalen/nieuw"), word::begin_story, "boek");
                });
            });
        if (writes) web::actions(html, [&] { web::primary_link(html, web::path("/verhalen/nieuw"), word::begin_story, "boek"); });
        html.ul({web::cls("story-covers")}, [&] {
            for (const Record& story : found.stories) cover(html, visit, found, story);
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, 200, {}, story_look);
}

web::Answer ask_for_story(const Desk& desk, const access::Visit& visit) { return begin_page(visit, sources_for(visit, desk.atlases.of(visit.site), {}), {}); }

// Out of posts in the order in which they were made; without any it begins empty.
web::Answer begin_story(const Desk& desk, const access::Visit& visit) {
    const Sources sources = sources_for(visit, desk.atlases.of(visit.site), {});
    Story typed{.title = std::string{visit.request.form["titel"]}, .paper = {}, .colour = {}, .pieces = {}};
    for (const std::string_view named : visit.request.form.all("bericht")) {
        const auto id = base::Id::parse(named);
        if (id && std::ranges::find(sources.posts, *id, &Record::id) != sources.posts.end()) typed.pieces.push_back({.form = PieceForm::post, .of = *id});
    }
    std::ranges::reverse(typed.pieces);  // they stand in the form newest first
    BodyReader sent{in_json(typed)};
    const Story story = read_story(sent);
    web::FieldErrors errors;
    for (const web::FieldError& fault : sent.faults()) errors.add("titel", fault.error);
    if (!errors.empty()) return begin_page(visit, sources, errors);
    Record record{.id = sent_id(visit), .kind = RecordKind::story, .body = in_json(story), .links = links_of(story), .made_at = {}, .owner = visit.who().person};
    const web::Url done = page_of_story(record.id);
    return keep_sent(desk, visit, {.record = std::move(record), .form = web::path("/verhalen/nieuw"), .done = done});
}

}  // namespace loopbaankaart::journey
