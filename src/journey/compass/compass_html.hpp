// Inside compass: what its pages share.
#pragma once

#include "../records/record_pages.hpp"
#include "../sharing/shareable.hpp"
#include "compass.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look compass_look{.sheet = "css/journey/kompas.css", .script = "js/journey/kompas.js"};

web::Url page_of_bearing(const base::Id& id);
// "Peiling · Tussen Rust en Samen", "Op je kompas: Rust, Samen".
std::string line_of_bearing(const Record& bearing, base::Language language);
std::string line_of_rim(const Record& rim, base::Language language);
// All it says, for pages without the sheet of the compass: where it points to, the words it had, the sentence.
void all_of_bearing(web::Html& html, const access::Visit& visit, const Record& bearing);
void all_of_rim(web::Html& html, const access::Visit& visit, const Record& rim);
// The same in words alone, for an archive.
void tell_bearing(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& bearing);
void tell_rim(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& rim);

inline constexpr RecordForm rim_form{RecordKind::rim, check_rim, line_of_rim, all_of_rim, [](const base::Id&) { return web::path("/kompas/rand"); }, tell_rim};
inline constexpr RecordForm bearing_form{RecordKind::bearing, check_bearing, line_of_bearing, all_of_bearing, [](const base::Id& id) { return page_of_bearing(id); }, tell_bearing};
const Shareable& shared_bearings();

// ---- the drawing

// The case with its rose, and the needle over it; the needle of no direction lies loose. Decoration: words stand beside it.
void draw_compass(web::Html& html, std::optional<int> direction);
// A word on a slip of paper. A long one lies there in smaller letters; one that does not break and is longer than a slip may break anywhere.
void slip(web::Html& html, const std::string& text, bool near);
// With words round its rim; those nearest to the needle stand out.
void compass_with_words(web::Html& html, const std::vector<std::string>& rim, std::optional<int> direction);
void small_compass(web::Html& html, int direction);

// ---- the rim in a form

// The rim as its maker saw it, hidden: `woord-0`, `uit-0`, …
void carry_rim(web::Html& html, const Rim& rim);
// As such a form brought it. Of what its words came from it takes what the form says; change_rim sees whether that can be.
Rim carried_rim(const web::Fields& form);
// "insight-01J…".
std::string in_form(const Link& link);
std::optional<Link> link_in_form(std::string_view text);

}  // namespace loopbaankaart::journey
