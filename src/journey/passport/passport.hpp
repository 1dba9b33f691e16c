// Loopbaanpaspoort (J9; Reis 3): a small booklet, visual and open, with stamps that the traveller made and what they keep, on pages in their own order. The passport that
// was known is one of words; here a picture is enough. What is empty is nowhere. Pure.
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "../telling/telling.hpp"
#include "stamp.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_passport_pages = 60, most_stamps_on_page = 12, most_things_on_page = 6;
inline constexpr std::size_t most_on_page = 2000, most_in_passport_title = 80;  // characters

struct PassportPage {
    base::Id id;                           // of the form that made it
    std::vector<base::Id> stamps, things;  // in order; what is thrown away is on it, and not seen
    std::string words;
    bool empty() const { return stamps.empty() && things.empty() && words.empty(); }
    bool operator==(const PassportPage&) const = default;
};

struct Passport {
    std::string title;          // on its cover; may be empty
    std::string paper, colour;  // ids of content.hpp; what is not there any more is the first
    std::vector<PassportPage> pages;

    PassportPage* find(const base::Id& page);
    bool operator==(const Passport&) const = default;
};

// The page as it is from now on; a new one comes last. Errors: word::passport_full.
base::Result<base::Done> put_page(Passport& passport, PassportPage page);
void take_page_out(Passport& passport, const base::Id& page);
// One place, past nothing. Nothing is lost by it.
enum class MovePage { earlier, later };
void move_page(Passport& passport, const base::Id& page, MovePage move);

Json in_json(const Passport& passport);
// Tidied: no page with nothing on it, none twice. Errors, in the reader's faults: word::body_too_long, word::body_too_many, word::body_unreadable.
Passport read_passport(BodyReader& body);
Json check_passport(BodyReader& sent);
Passport passport_of(const Record& record);
std::vector<Link> links_of(const Passport& passport);
const Paper& paper_of(const Passport& passport);
const OwnColour& ink_of(const Passport& passport);

// ---- as it is seen

// What can be on a page, as it is now. What is gone, or in the bin, is not among them.
struct PassportSources {
    std::vector<Record> stamps;  // all the traveller has, newest first
    std::map<base::Id, KeptThing> things;

    const Record* stamp(const base::Id& id) const;
    const KeptThing* thing(const base::Id& id) const;
};

// A page on which something is to be seen.
struct SeenPage {
    base::Id id;
    std::vector<const Record*> stamps;
    std::vector<const KeptThing*> things;
    std::string words;
};
// In order; a page of which everything is gone is not one of them.
std::vector<SeenPage> seen_pages(const Passport& passport, const PassportSources& sources);
// The stamps that stand on no page.
std::vector<const Record*> loose_stamps(const Passport& passport, const PassportSources& sources);

// As it can be told: just what is seen. `press` makes the imprint of a stamp (svg_of) for the paper; `name` says what its place is called.
struct Pressing {
    std::function<base::Bytes(const Record& stamp)> press;
    std::function<std::string(const Record& stamp)> say;  // for who does not see it
};
Draft draft_of(const Passport& passport, const PassportSources& sources, const base::Id& record, base::Language language, const Pressing& pressing);

}  // namespace loopbaankaart::journey
