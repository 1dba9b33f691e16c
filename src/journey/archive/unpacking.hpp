// Inside archive: objects of an archive from anywhere, each made into what a form could have brought. Nothing of it is trusted: words are tidied and counted, pictures
// and sounds are made anew, moments must be possible, and what is unknown falls out. Whatever comes in is its bringer's alone.
//
// Ids stay as they are, so that the same archive brought twice is once. What was removed for good here comes back under another id, which follows from the first:
// links and bodies follow it.
#pragma once

#include <functional>
#include <span>

#include "bringing.hpp"
#include "piece.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t deepest = 16;              // of JSON in JSON
inline constexpr std::size_t most_values = 1'000'000;   // in one file
inline constexpr std::size_t most_json_bytes = most_object_bytes + (1 << 20);
inline constexpr std::size_t most_in_place = 64, most_in_place_name = 80;  // characters
inline constexpr std::size_t most_earlier = 1000;                          // ways in which one thing was said before

// As it stands there; nothing when it is no JSON, too deep, or too much.
std::optional<Json> read_json(base::BytesView text);
// The text of that name in an object; empty when it is none.
std::string_view text_in(const Json& object, std::string_view name);
// "2026-11-22T19:05:13.042Z"; nothing for anything else.
std::optional<base::Instant> moment_of(std::string_view iso);

// The workshop is full, or memory is: no fault of the object, which waits.
struct Busy : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// An object that is ready to be kept.
struct Prepared {
    std::string title = {};                                 // what it is called at the end, when something is wrong with it
    std::function<Kept(storage::Writes&)> keep = nullptr;   // empty: it could not be read
};

// What came out of an archive before the row that names it: it goes again unless that is kept.
class BroughtFiles {
public:
    explicit BroughtFiles(storage::Media& media) : media_{media} {}
    BroughtFiles(const BroughtFiles&) = delete;
    ~BroughtFiles() { drop(); }

    base::Id put(const base::Id& owner, base::BytesView bytes);
    void taken_over() { files_.clear(); }
    void drop();

private:
    storage::Media& media_;
    std::vector<base::Id> files_;
};

class Unpacking {
public:
    Unpacking(const web::Site& site, workshop::Workshop& workshop, const access::Viewer& owner, base::Language language, zip::Archive& archive);

    // The object of which one file says this, up to the moment at which it is kept. Throws when something of ours is wrong (the disk is full): try again later.
    Prepared prepare(const Piece& piece, const Json& object);
    // What is to be said of it at the end, once.
    std::vector<Note> take_notes() { return std::exchange(notes_, {}); }
    BroughtFiles& files() { return files_; }

    // ---- for the pieces
    storage::School& school() const { return *site_.school; }
    storage::Vault& vault() const { return school().vault(); }
    const access::Viewer& owner() const { return owner_; }
    base::Language language() const { return language_; }
    base::Instant now() const { return now_; }

    void note(Note::Why why, const std::string& title) { notes_.push_back({why, title}); }
    // Under which id it is kept here.
    base::Id id_of(base::Id in_archive) const;
    // The same for every id that stands in it as a text.
    Json with_ids_of_here(Json body) const;
    // From 1900 to now; nothing for any other, or when it is not there.
    std::optional<base::Instant> moment(const Json& object, std::string_view name) const;
    // Its photos, drawings and sounds, made anew, at most so many. Each gets an id of which `taken` says that it is free.
    struct Parts {
        std::vector<KeptPart> parts;
        std::vector<std::pair<base::Id, base::Id>> ids;  // in the archive, here
    };
    enum class Drawings { by_finger, pressed_too };  // a telling holds stamps as they were pressed
    Parts parts(const Json& object, const base::Id& of, std::size_t most, const std::string& title, const std::function<bool(const base::Id&)>& taken,
                Drawings drawings = Drawings::by_finger);

private:
    std::optional<KeptPart> part(const Json& said, Drawings drawings);
    bool remake(KeptPart& part, base::BytesView bytes, Drawings drawings);
    bool redraw(KeptPart& part, base::BytesView bytes, Drawings drawings);
    bool was_removed(const base::Id& id) const;

    const web::Site& site_;
    workshop::Workshop& workshop_;
    access::Viewer owner_;
    base::Language language_;
    zip::Archive& archive_;
    base::Instant now_;
    BroughtFiles files_;
    std::vector<Note> notes_;
};

// A period as an archive says it; nothing when it cannot be.
std::optional<Period> period_of(const Json& said, base::Instant now);
// The first words of it, for who must recognise it.
std::string first_words_of(std::string_view words);

}  // namespace loopbaankaart::journey
