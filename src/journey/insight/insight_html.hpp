// Inside insight: what its pages share.
#pragma once

#include "../records/record_pages.hpp"
#include "insight.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look insight_look{.sheet = "css/journey/inzicht.css"};

web::Url page_of_insight(const base::Id& id);
web::Url page_of_insight(const Record& insight, std::string_view what);
// Its kernwoord; while it has none, the beginning of what happened.
std::string line_of_insight(const Record& insight, base::Language language);
// All it says but its kernwoord; `heading`: what stands above each part.
enum class Heading { second, third };
void what_it_says(web::Html& html, const Insight& insight, Heading heading);
// With its kernwoord above it.
void all_it_says(web::Html& html, const access::Visit& visit, const Record& insight);

inline constexpr RecordForm insight_form{RecordKind::insight, check_insight, line_of_insight, all_it_says, [](const base::Id& id) { return page_of_insight(id); }};
const Shareable& shared_insights();

// The experiences behind it, as far as this viewer may see them.
struct Behind {
    base::Id owner;
    std::optional<KeptThing> experience, beside;
    bool has_beside = false;
};
Behind behind(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const Record& insight, base::Instant now);
// As scraps, side by side. Of one that is gone its owner reads so.
void experiences(web::Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Behind& behind);

// What somebody typed, over what it said: a form asks for a part of it.
Insight typed_insight(const web::Fields& form, Insight said = {});
struct CheckedInsight {
    Json body;
    web::FieldErrors errors;  // by the name of the field
};
CheckedInsight check_typed(const Insight& typed);

}  // namespace loopbaankaart::journey
