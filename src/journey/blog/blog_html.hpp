// Inside blog: what its pages share.
#pragma once

#include "../records/record_pages.hpp"
#include "post.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look blog_look{.sheet = "css/journey/blog.css"};

web::Url page_of_post(const base::Id& id);
web::Url page_of_post(const base::Id& id, std::string_view what);
// Its title; without one the beginning of its words, or the place where it was.
std::string line_of_post(const Record& post, base::Language language);
// All it says and shows.
void all_of_post(web::Html& html, const access::Visit& visit, const Record& post);
// On a page of an archive, where its photos and its title stand above it.
void tell_post(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& post);

inline constexpr RecordForm post_form{RecordKind::post, check_post, line_of_post, all_of_post, [](const base::Id& id) { return page_of_post(id); }, tell_post};
const Shareable& shared_posts();

// "Haven · 12 maart 2026".
void where_and_when(web::Html& html, const access::Visit& visit, const atlas::Atlas* atlas, const Record& post);
// Its photos and drawings: the first large, the others in a row under it; its sounds last.
void pictures_of_post(web::Html& html, const Record& post);

}  // namespace loopbaankaart::journey
