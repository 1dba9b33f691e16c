// Inside wishes: what its pages share.
#pragma once

#include "../records/record_pages.hpp"
#include "../sharing/shareable.hpp"
#include "wishes.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look wish_look{.sheet = "css/journey/wensen.css"};

web::Url page_of_wish(const base::Id& id);
web::Url page_of_wish(const base::Id& id, std::string_view what);
// Its first words; without any, what it is called.
std::string line_of_wish(const Record& wish, base::Language language);
// All it says, with its picture.
void all_of_wish(web::Html& html, const access::Visit& visit, const Record& wish);
// On a page of an archive, where its line and its picture stand above it.
void tell_wish(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& wish);

inline constexpr RecordForm wish_form{RecordKind::wish, check_wish, line_of_wish, all_of_wish, [](const base::Id& id) { return page_of_wish(id); }, tell_wish, &wish_signals};
const Shareable& shared_wishes();

// "het 3 maart 2027 is", "ik aankom bij de Haven", or what the traveller recognises: what stands behind "als".
std::string if_in_words(const If& when, base::Language language);
// Als … dan …, as far as it is there.
void if_and_then(web::Html& html, const Wish& wish);
// The steps that were taken: how it looks, what is in the way, als … dan …; `heading`: what stands above each.
enum class StepHeading { second, third };
void steps_of_wish(web::Html& html, const Wish& wish, StepHeading heading);
// "Uitgekomen · 3 maart 2027"; nothing while it hangs.
std::string end_in_words(const Wish& wish, base::Language language);

// ---- the tree (wish_tree.cpp)

// The wish as a ribbon: its words, its picture or its sign, as it hangs in the tree; and by itself on a page of its own.
void ribbon(web::Html& html, const Record& wish);
// The Wensboom with these in it, in their order. `lit`: those that came back.
struct InTheTree {
    const std::vector<Record>& wishes;
    const std::vector<base::Id>& lit;
};
void wish_tree(web::Html& html, const InTheTree& hanging);
// The same ribbons on one bough, for a page that is about something else.
void wish_bough(web::Html& html, const InTheTree& hanging);

// The way back: the wish, its als … dan …, and four equal answers.
void way_back(web::Html& html, const access::Visit& visit, const Record& wish);
// What was just done (`gedaan` in the address).
std::string wish_notice(const access::Visit& visit);

}  // namespace loopbaankaart::journey
