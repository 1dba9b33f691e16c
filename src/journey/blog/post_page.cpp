// GET /blog/{record}: one post, to its owner and to who it is shared with.
#include "../sharing/sharing_pages.hpp"
#include "blog_html.hpp"
#include "blog_pages.hpp"
#include "blog_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::string notice_of(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "bewaard") return title_of(visit, word::kept);
    if (done == "anders") return title_of(visit, word::changed);
    const base::Word* shared = done_with_share(visit);
    return shared ? title_of(visit, *shared) : std::string{};
}

// What is read together with it.
struct Around {
    BesideThing shared;
    std::string owner_name;       // empty to its owner
    std::vector<base::Id> from;   // the things it came from that are still kept; to its owner
};

void came_from(Html& html, const Around& around) {
    for (const base::Id& thing : around.from) html.li({}, [&] { html.a({web::href(web::path("/rugzak", thing.view()))}, word::to_what_it_came_from); });
}

void what_its_owner_can_do(Html& html, const access::Visit& visit, const Record& post, const Around& around) {
    html.ul({web::cls("ways")}, [&] {
        if (!visit.who().left()) html.li({}, [&] { html.a({web::href(page_of_post(post.id, "anders"))}, word::change_it); });
        came_from(html, around);
    });
    record_ways(html, visit, post);
    if (!visit.who().left()) shared_by_its_owner(html, visit, shared_posts(), post.id, around.shared);
}

web::Reply post_page(const access::Visit& visit, const atlas::Atlas& atlas, const Record& record, const Around& around) {
    const Post post = post_of(record);
    const bool own = record.owner == visit.who().person;
    return visit.page(line_of_post(record, visit.language()), [&](Html& html) {
        if (own) web::back_link(html, web::path("/blog"), word::to_the_blog);
        html.div({web::cls("post-page")}, [&] {
            pictures_of_post(html, record);
            html.div({web::cls("told")}, [&] {
                where_and_when(html, visit, &atlas, record);
                if (post.title.empty()) html.h1({web::cls("spoken")}, word::post);
                else html.h1({}, post.title);
                if (!own) html.p({web::cls("small")}, shared_by(visit, around.owner_name, around.shared));
                html.paragraphs(post.words);
            });
        });
        if (!own) return shared_with_its_reader(html, visit, shared_posts(), record.id, around.shared);
        what_its_owner_can_do(html, visit, record, around);
    }, 200, notice_of(visit), blog_look);
}

}  // namespace

web::Answer show_post(const Desk& desk, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("record"));
    if (!id) return visit.absent();
    std::optional<Record> post;
    Around around;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        post = find_record(reads, vault, visit.who(), RecordKind::post, *id, visit.site.now());
        if (!post) return;
        around.shared = beside(reads, vault, visit.who(), as_thing(*post), visit.site.now());
        if (post->owner != visit.who().person) {
            const auto owner = access::find_person(reads, *post->owner);
            if (owner) around.owner_name = owner->name;
            return;
        }
        for (const Link& link : post->links) {
            const auto thing = find_thing(reads, vault, visit.who(), link.id, visit.site.now());
            if (thing && thing->owner == visit.who().person && !thing->thrown_at) around.from.push_back(thing->id);
        }
    });
    if (!post) return visit.absent();
    if (post->thrown_at) return web::go(web::path("/eigen", post->id.view()));
    web::Reply page = post_page(visit, *desk.atlases.of(visit.site), *post, around);
    if (post->owner == visit.who().person) return page;
    return after_record_of_reading(visit, as_thing(*post), std::move(page));
}

}  // namespace loopbaankaart::journey
