// Inside passport: what its pages share.
#pragma once

#include "../records/record_pages.hpp"
#include "passport.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look passport_look{.sheet = "css/journey/paspoort.css"};
inline constexpr web::Look booklet_look{.sheet = "css/journey/paspoort.css", .script = "js/paspoort.js"};

web::Url the_passport();                                  // /paspoort
web::Url the_passport_at(const base::Id& page, std::string_view done = {});  // open at that page; `done` is what was just done
web::Url page_of_stamp(const base::Id& stamp);
web::Url form_of_page(const base::Id& page);

// The viewer's own, and what can be on its pages.
struct OwnPassport {
    std::optional<Record> kept;  // absent while it has no page and no cover
    Passport passport;
    PassportSources sources;

    // What this form made is there already: it was sent before.
    bool came_of(const base::Id& form) const { return kept && seen_of(*kept) == form; }
};
OwnPassport own_passport(const access::Visit& visit);
PassportSources sources_for(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const Passport& passport);
// Keeps what is right already.
web::Answer keep_passport(const Desk& desk, const access::Visit& visit, const Passport& passport, web::Url form, web::Url done);
// What is wrong, by the name of the field in a form: "titel", "woorden", "stempel", "ding".
web::FieldErrors faults_of(const Passport& passport);
// "gedaan" in the address.
std::string passport_notice(const access::Visit& visit);

// ---- records

std::string line_of_stamp(const Record& stamp, base::Language language);
void show_stamp(web::Html& html, const access::Visit& visit, const Record& stamp);
std::string line_of_passport(const Record& passport, base::Language language);
void show_passport_in_words(web::Html& html, const access::Visit& visit, const Record& passport);
void tell_passport_in_words(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& passport);

// ---- stamps, drawn

// A stamp, and what its place is called.
struct DrawnStamp {
    const Record& record;
    std::string place;
};
// Once on a page, before its stamps: each is drawn here, and only named where it stands.
void define_stamps(web::Html& html, const std::vector<DrawnStamp>& stamps);
// In its own ink, on the paper around it, a little askew; with its photo beside it.
void draw_stamp(web::Html& html, const DrawnStamp& stamp);
// Once on a page, before rims with nothing in them.
void define_rims(web::Html& html);
// In the ink around it.
void empty_rim(web::Html& html, const StampDrawing& rim);
// What its place is called for this viewer; empty when it is of none.
std::string place_of(const atlas::Atlas& atlas, const Record& stamp, base::Language language);
// All of theirs.
std::vector<DrawnStamp> drawn_stamps(const OwnPassport& own, const atlas::Atlas& atlas, base::Language language);

// The passport as a booklet that lies open; closed while it has no pages. `writes`: with what its traveller can do.
struct Book {
    const access::Visit& visit;
    const atlas::Atlas& atlas;
    const OwnPassport& own;
    bool writes;
};
void lay_open(web::Html& html, const Book& book);

}  // namespace loopbaankaart::journey
