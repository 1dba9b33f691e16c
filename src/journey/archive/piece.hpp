// What an archive is made of: each kind of thing that a traveller makes is a piece of it, with files of its own for machines and its share of
// the pages for people. docs/adr/0016, content/archive/reis-1.schema.json.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <atlas/atlas.hpp>

#include "../records/records.hpp"
#include "../telling/telling.hpp"
#include "parcel.hpp"

namespace loopbaankaart::journey {

inline constexpr int archive_version = 1;
inline constexpr std::size_t most_objects = 500;              // in one file
inline constexpr std::size_t most_object_bytes = 8 << 20;     // of one file

// Whose journey it is, as it is read: all of it in one snapshot.
struct Reading {
    storage::Reads& reads;
    storage::School& school;
    const access::Viewer& owner;
    const atlas::Atlas& atlas;
    std::string_view time_zone;
    base::Language language;

    storage::Vault& vault() const { return school.vault(); }
};

// Writes the objects of a piece, one by one, into as many files as they need.
class PieceWriter {
public:
    PieceWriter(Parcel& parcel, web::Literal name) : parcel_{parcel}, name_{name} {}

    void object(const Json& object);
    // What is in the file of a part goes along; gives its name in the archive, or nothing when the file is not there.
    std::optional<std::string> media(const KeptPart& part);
    // The names of its files.
    std::vector<std::string> finish();

private:
    void close_file();

    Parcel& parcel_;
    web::Literal name_;
    std::string text_;          // the objects of the file that is open
    std::size_t objects_ = 0;
    std::vector<std::string> files_;
};

// Something on a page of the archive, in the order of its moment.
struct Shown {
    base::Instant moment;
    std::function<void(web::Html&)> show;
};

class Unpacking;  // unpacking.hpp
struct Prepared;

struct Piece {
    web::Literal name;  // "rugzak": its files are gegevens/rugzak-1.json, …
    void (*write)(PieceWriter&, const Reading&) = nullptr;
    // The years in which there is something to show, and what there is in one; without a year, what nobody knows the year of. May be absent.
    void (*years)(std::set<std::optional<int>>&, const Reading&) = nullptr;
    void (*show)(std::vector<Shown>&, const Reading&, Parcel&, std::optional<int> year) = nullptr;
    // One object out of an archive from anywhere, ready to be kept. May be absent: it is to be read, and not brought in.
    Prepared (*unpack)(const Json& object, Unpacking& into) = nullptr;
};
std::span<const Piece> pieces();

extern const Piece visits_piece, backpack_piece, records_piece, told_piece, others_piece;

// The reading side of each: unpacking_visits.cpp, …
Prepared unpack_visit(const Json& object, Unpacking& into);
Prepared unpack_thing(const Json& object, Unpacking& into);
Prepared unpack_record(const Json& object, Unpacking& into);
Prepared unpack_telling(const Json& object, Unpacking& into);

// All that was kept (oldest first), made beside it (kind by kind, newest first) and told (newest first). Never all of it in memory.
void each_thing(const Reading& reading, const std::function<void(const KeptThing&)>& visit);
void each_record(const Reading& reading, const std::function<void(const Record&)>& visit);
void each_telling(const Reading& reading, const std::function<void(const Telling&)>& visit);

// A period as an archive says it, and a photo, drawing or sound, which goes along.
Json said(const Period& period);
Json part_in(PieceWriter& out, const KeptPart& part);
// The same on a page.
void show_part(web::Html& html, Parcel& parcel, const KeptPart& part);
// What others said to something, on a page.
void show_reactions(web::Html& html, const Reading& reading, const access::Thing& to);

}  // namespace loopbaankaart::journey
