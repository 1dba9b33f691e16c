#include "blog_html.hpp"

#include <algorithm>

#include "../first_words.hpp"
#include "../sharing/shareable_record.hpp"
#include "blog_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t line_bytes = 80;

std::string when_of(const Post& post, base::Language language, std::string_view time_zone) {
    return post.when ? in_words(*post.when, language, time_zone) : std::string{};
}

}  // namespace

web::Url page_of_post(const base::Id& id) { return web::path("/blog", id.view()); }
web::Url page_of_post(const base::Id& id, std::string_view what) { return web::path("/blog", id.view(), what); }

std::string line_of_post(const Record& record, base::Language language) {
    const Post post = post_of(record);
    if (!post.title.empty()) return post.title;
    if (!post.words.empty()) {
        const std::string_view begins = first_words(post.words, line_bytes);
        return std::string{begins} + (begins.size() < post.words.size() ? "…" : "");
    }
    return post.place_name.empty() ? std::string{word::post.in(language)} : post.place_name;
}

void where_and_when(Html& html, const access::Visit& visit, const atlas::Atlas* atlas, const Record& record) {
    const Post post = post_of(record);
    const std::string when = when_of(post, visit.language(), visit.site.time_zone);
    const PlaceName place = atlas ? name_of(*atlas, post.place, post.place_name, visit.language()) : PlaceName{post.place_name, base::Language::nl, false};
    if (place.text.empty() && when.empty()) return;
    html.p({web::cls("when")}, [&] {
        if (!place.text.empty()) {
            html.span({web::lang(place.language)}, place.text);
            html.text(" ");
        }
        html.text(when);
    });
}

void pictures_of_post(Html& html, const Record& post) {
    const auto drawn = [](const KeptPart& part) { return part.form != PartForm::sound; };
    const auto first = std::ranges::find_if(post.parts, drawn);
    if (first != post.parts.end()) html.div({web::cls("edge")}, [&] { show_part(html, post.id, *first, PartSize::middle); });
    if (std::ranges::count_if(post.parts, drawn) > 1)
        html.div({web::cls("more-pictures")}, [&] {
            for (const KeptPart& part : post.parts)
                if (drawn(part) && &part != &*first) show_part(html, post.id, part, PartSize::middle);
        });
    for (const KeptPart& part : post.parts)
        if (!drawn(part)) show_part(html, post.id, part, PartSize::middle);
}

void all_of_post(Html& html, const access::Visit& visit, const Record& record) {
    const Post post = post_of(record);
    show_parts(html, record, PartSize::middle);
    if (!post.title.empty()) html.h3({}, post.title);
    html.paragraphs(post.words);
    where_and_when(html, visit, nullptr, record);
}

// Its line, which stands above it, is its title or the beginning of its words.
void tell_post(Html& html, storage::Reads&, storage::Vault&, const access::Viewer&, const Record& record) {
    const Post post = post_of(record);
    html.paragraphs(post.words);
    const std::string when = when_of(post, html.language(), web::Site{}.time_zone);
    if (post.place_name.empty() && when.empty()) return;
    html.p({web::cls("when")}, [&] {
        if (!post.place_name.empty()) {
            html.span({web::lang(base::Language::nl)}, post.place_name);
            html.text(" ");
        }
        html.text(when);
    });
}

const Shareable& shared_posts() {
    static const Shareable made = shareable_record<post_form>("blog", "foto", word::post);
    return made;
}

}  // namespace loopbaankaart::journey
