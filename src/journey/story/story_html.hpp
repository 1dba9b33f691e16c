// Inside story: what its pages share.
#pragma once

#include <atlas/cut.hpp>

#include "../records/record_pages.hpp"
#include "story.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look story_look{.sheet = "css/journey/verhaal.css"};

web::Url page_of_story(const base::Id& id);
std::string line_of_story(const Record& story, base::Language language);
// Its title and the words in it.
void words_of_story(web::Html& html, const access::Visit& visit, const Record& story);
void tell_story_draft(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& story);

inline constexpr RecordForm story_form{RecordKind::story, check_story, line_of_story, words_of_story, page_of_story, tell_story_draft};

// What the viewer's own posts, things and places of the map say now that the story names.
struct Sources {
    PieceSources all;
    std::shared_ptr<const atlas::Atlas> atlas;
    std::vector<atlas::Stay> stays;  // where the viewer was, for the trail on a piece of the map; empty when the story has none
};
Sources sources_for(const access::Visit& visit, std::shared_ptr<const atlas::Atlas> atlas, const Story& story);

// As it will be told, one page under the other; while nothing is in it, that is said. `title`: which heading its title is.
enum class TitleAs { first, second };
void story_sheets(web::Html& html, const Draft& draft, const Sources& sources, TitleAs title);
// The piece of the map as it is now; nothing for a place that is not on it any more.
void show_map_piece(web::Html& html, const Sources& sources, const MapPiece& piece);
std::string map_piece_in_words(const MapPiece& piece, base::Language language);
// The viewer's own journey, as a drawing of it needs it.
std::vector<atlas::Stay> own_stays(const access::Visit& visit, const atlas::Atlas& atlas);
// Where a small picture of it lies; absent for what has none.
std::optional<web::Url> small_picture(const base::Id& of, const std::vector<KeptPart>& parts);
// Posts that are not in it yet: those that the form ticked (in `bericht`), and a page of the others, as it asked.
struct PostsToChoose {
    std::vector<Record> ticked, others;     // newest first
    std::optional<base::Id> after, last;    // the page goes on after that one; there is more after this one
    PieceSources said;                      // what they say
    bool none() const { return ticked.empty() && others.empty() && !after; }
};
PostsToChoose posts_to_choose(const access::Visit& visit, const atlas::Atlas& atlas, const Story& story);
// Tiles with a tick.
void show_posts(web::Html& html, const PostsToChoose& posts);
// The posts that the form ticked, oldest first.
std::vector<base::Id> ticked_posts(const access::Visit& visit);
// The viewer's own story that the address names, not in the bin.
std::optional<Record> own_story(const access::Visit& visit);

}  // namespace loopbaankaart::journey
