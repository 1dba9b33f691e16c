// GET /blog: the travel log, newest first; ?voor= goes on after that post.
#include <algorithm>

#include "../first_words.hpp"
#include "blog_html.hpp"
#include "blog_pages.hpp"
#include "blog_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t on_a_page = 12, excerpt_bytes = 240, most_small = 3;

struct Log {
    std::vector<Record> posts;  // newest first
    bool more = false;
    bool can_begin = false;     // there is something in the backpack
};

Log read(const access::Visit& visit, const std::optional<base::Id>& before) {
    Log log;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        log.posts = records_of(reads, vault, visit.who(), RecordKind::post, on_a_page + 1, before);
        log.can_begin = !log.posts.empty() || !things_of(reads, vault, visit.who(), {}, 1, {}).empty();
    });
    log.more = log.posts.size() > on_a_page;
    if (log.more) log.posts.pop_back();
    return log;
}

void small_pictures(Html& html, const Record& post) {
    std::vector<const KeptPart*> drawn;
    for (const KeptPart& part : post.parts)
        if (part.form != PartForm::sound) drawn.push_back(&part);
    if (drawn.empty()) return;
    html.div({web::cls("edge")}, [&] { show_part(html, post.id, *drawn.front(), PartSize::middle); });
    if (drawn.size() == 1) return;
    html.div({web::cls("more-pictures")}, [&] {
        for (std::size_t at = 1; at < std::min(drawn.size(), most_small + 1); ++at) show_part(html, post.id, *drawn[at], PartSize::small);
    });
}

// One link: all of it leads to its page.
void one_post(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Record& record) {
    const Post post = post_of(record);
    const std::string_view begins = first_words(post.words, excerpt_bytes);
    html.li({web::cls("post")}, [&] {
        html.a({web::href(page_of_post(record.id))}, [&] {
            small_pictures(html, record);
            html.div({web::cls("told")}, [&] {
                where_and_when(html, visit, &atlas, record);
                if (!post.title.empty()) html.h2({}, post.title);
                html.paragraphs(std::string{begins} + (begins.size() < post.words.size() ? "…" : ""));
                if (std::ranges::any_of(record.parts, [](const KeptPart& part) { return part.form == PartForm::sound; }))
                    html.p({web::cls("sound-here")}, [&] {
                        web::symbol(html, "geluid");
                        html.span({}, word::a_sound);
                    });
                if (post.title.empty() && post.words.empty()) html.p({web::cls("more")}, word::read_post);
            });
        });
    });
}

void none_yet(Html& html, const access::Visit& visit, bool can_begin) {
    web::empty_place(html, "mirador", can_begin ? word::no_posts : word::no_posts_and_nothing_kept, [&] {
        if (visit.who().left()) return;
        web::actions(html, [&] {
            if (can_begin) web::primary_link(html, web::path("/blog/nieuw"), word::write_post, "foto");
            else web::primary_link(html, web::path("/rugzak/bewaren"), word::keep_something, "plus");
        });
    });
}

}  // namespace

web::Answer show_blog(const Desk& desk, const access::Visit& visit) {
    const std::string_view after = visit.request.query["voor"];
    const auto before = base::Id::parse(after);
    if (!after.empty() && !before) return visit.absent();
    const Log log = read(visit, before);
    const auto atlas = desk.atlases.of(visit.site);
    return visit.page(title_of(visit, word::blog), [&](Html& html) {
        web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::blog);
        html.p({web::cls("lead")}, word::blog_plainly);
        if (before) web::back_link(html, web::path("/blog"), word::to_the_newest);
        if (log.posts.empty() && !before) return none_yet(html, visit, log.can_begin);
        if (!visit.who().left()) web::actions(html, [&] {
            web::primary_link(html, web::path("/blog/nieuw"), word::write_post, "foto");
            web::secondary_link(html, web::path("/verhalen"), word::make_story_of_it, "boek");
        });
        html.ol({web::cls("posts")}, [&] {
            for (const Record& post : log.posts) one_post(html, visit, *atlas, post);
        });
        if (log.more) web::actions(html, [&] { web::secondary_link(html, web::path("/blog").with("voor", log.posts.back().id.view()), word::older, "pijl"); });
        html.p({web::cls("small")}, word::only_you);
    }, 200, {}, blog_look);
}

}  // namespace loopbaankaart::journey
