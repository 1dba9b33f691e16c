// Moments: what a traveller made on the way (a bearing, an insight, a wish, an answer) lies beside their trail, in their own words of then: on /reis under
// its season, on the map beside where they were. A part says what of it does (Part::moments).
//
//     void moments(const MomentsAsked& asked, std::vector<Moment>& found) {
//         moments_of(asked, {RecordKind::bearing, "kompas", word::bearing, words_of, page_of_bearing}, found);
//     }
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "../records/records.hpp"
#include "../visits/visits.hpp"

namespace loopbaankaart::journey {

struct Part;

struct Moment {
    base::Instant at;             // when it was
    web::Literal symbol;          // a drawing in assets/symbols
    const base::Word* what;       // "Peiling"; outlives every visit
    std::string words;            // what it said, in one line; empty where it was not opened
    web::Url page;                // where all of it stands
    std::string place = {};       // a place's id, where it says one itself; else one finds it by where they were then (place_then)
};

// What is looked for, and how much of it is opened: that costs, so of what is long ago the name and the day are enough.
struct MomentsAsked {
    storage::Reads& reads;
    storage::Vault& vault;
    const access::Viewer& viewer;
    base::Language language;
    std::string_view time_zone;
    base::Instant before;         // none of this moment or later
    std::size_t opened = 0;       // so many of a kind, the newest; with 0 what must be opened to be found is left out
    std::size_t most = 0;         // of a kind
};
// For the journey as a list, and for a map, whose list says less.
inline constexpr std::size_t most_opened = 2, most_listed = 150, most_opened_on_map = 1, most_on_map = 40;

// A kind of record that lies where its traveller was when they made it.
struct MomentKind {
    RecordKind kind;
    web::Literal symbol;
    const base::Word& what;
    std::string (*words)(const Record& record, base::Language language);
    web::Url (*page)(const base::Id& id);
};
void moments_of(const MomentsAsked& asked, const MomentKind& kind, std::vector<Moment>& found);

// Of all these parts, newest first.
std::vector<Moment> moments_of(std::span<const Part> parts, const MomentsAsked& asked);

// Where the traveller was then, as far as anybody knows: the place they came to last of those where they still were; empty for nowhere. `visits`: oldest first.
std::string_view place_then(const std::vector<PlaceVisit>& visits, base::Instant at);
// What lies on a map: of every place the last one first, then the one before it; at most atlas::most_trail_marks, and atlas::most_marks_at_place of one place.
// `moments`: newest first; `words`: what each says there.
std::vector<atlas::TrailMark> marks_of(const std::vector<Moment>& moments, const std::vector<PlaceVisit>& visits, const std::function<std::string(const Moment&)>& words);

// As a quiet line: its drawing, its name and what it said.
void moment_line(web::Html& html, const access::Visit& visit, const Moment& moment);

}  // namespace loopbaankaart::journey
