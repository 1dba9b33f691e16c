#include "../moments/moments.hpp"
#include "../picking/picking.hpp"
#include "blog_html.hpp"
#include "blog_pages.hpp"
#include "blog_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr RecordForm forms[] = {post_form};

// The way into the log, and the posts it is in already.
void at_own_thing(web::Html& html, const access::Visit& visit, const KeptThing& thing) {
    std::vector<Record> posts;
    visit.school().read([&](storage::Reads& reads) { posts = records_from(reads, visit.school().vault(), visit.who(), link_to(thing)); });
    std::erase_if(posts, [](const Record& record) { return record.kind != RecordKind::post; });
    if (!visit.who().left() && !thing.thrown_at) html.p({}, [&] { html.a({web::href(web::path("/blog/nieuw").with("ding", thing.id.view()))}, word::put_in_blog); });
    if (posts.empty()) return;
    html.ul({web::cls("lines"), web::attr("aria-label", word::blog.in(visit.language()))}, [&] {
        for (const Record& post : posts)
            html.li({}, [&] {
                web::symbol(html, "foto");
                html.span({}, [&] { html.a({web::href(page_of_post(post.id))}, line_of_post(post, visit.language())); });
            });
    });
}

// A post lies on the day and at the place that it says, so only what is opened can be found.
void moments(const MomentsAsked& asked, std::vector<Moment>& found) {
    if (asked.opened == 0) return;
    for (const Record& record : records_before(asked.reads, asked.vault, asked.viewer, RecordKind::post, asked.opened, asked.before)) {
        const Post post = post_of(record);
        const bool dated = post.when && post.when->precision < Precision::before && post.when->from < asked.before;
        found.push_back({dated ? post.when->from : record.made_at, "foto", &word::blog, line_of_post(record, asked.language), page_of_post(record.id), post.place});
    }
}

}  // namespace

Part blog_part() {
    return {.code = "blog", .pocket = Pocket{"foto", word::blog, word::blog_short, "/blog", "rugzak"}, .shareable = &shared_posts(), .records = forms, .moments = moments, .at_own_thing = at_own_thing,
            .routes = blog_routes};
}

}  // namespace loopbaankaart::journey
