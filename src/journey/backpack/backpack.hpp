// Rugzak (J3): what a traveller keeps, at a place or loose: words, photos, drawings, sounds, a symbol, or just one of these. What was written,
// described and marked is sealed under the owner's key, and so are the files.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <access/access.hpp>

#include "../visits/period.hpp"
#include "marks.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_characters = 10'000;
inline constexpr std::size_t most_described = 500;  // characters about one picture
inline constexpr std::size_t most_parts = 8;        // of one thing

enum class PartForm { photo, drawing, sound };
std::string_view code(PartForm form);

// A photo, a drawing or a sound.
struct KeptPart {
    base::Id id;
    PartForm form = PartForm::photo;
    base::Id file;                                 // in storage::Media
    std::optional<std::int64_t> small, middle;     // bytes of a photo's smaller sizes, which lie before the largest in its file; absent when there is one size
    std::int64_t width = 0, height = 0;            // of the largest size, in pixels; 0 for a sound
    std::int64_t seconds = 0;                      // of a sound
    std::string description;                       // in words, up to 500 characters; may be empty
};

struct KeptThing {
    base::Id id;                       // made by the browser: sending again does not make a second one; scoped to its owner
    std::string place;                 // a place's id, or empty for loose
    std::string words;                 // clear; up to 10,000 characters; may be empty when there is something else
    base::Instant kept_at;
    std::string place_name;            // what the place was called then: readable when the school takes the place away
    Marks marks;
    std::optional<Period> happened;    // when it was, if that was said
    std::vector<KeptPart> parts;       // in the order in which they are shown
    std::optional<base::Id> change;    // the last one; absent while it is as it was kept
    std::optional<base::Instant> thrown_at;  // when it went into the bin
    std::optional<base::Id> owner;     // whose it is, when read; keeping takes the viewer
};

// What sharing and the ledger call it.
access::Thing as_thing(const KeptThing& thing);

// Words as they are kept (tidied), or why not. Nothing is fine when there is something else. Errors: word::words_missing, word::words_too_long.
base::Result<std::string> check_words(std::string_view typed, bool something_else = false);

// A thing ready to be stored. Sealing happens before the write, so that the writer only inserts.
struct SealedThing {
    KeptThing thing;
    base::Bytes words;
    std::optional<base::Bytes> marks;
    std::vector<std::optional<base::Bytes>> descriptions;  // of its parts
};
SealedThing prepare(storage::Vault& vault, const access::Viewer& viewer, KeptThing thing);

enum class Kept { made, already_there, conflict };  // conflict: that id holds something else; both are kept by asking

// Only `made` takes the thing's files over; after the other two they are still the caller's to remove. A handler asks was_removed first.
Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedThing& sealed);
Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing);
// For filling a school: a thing of an id that cannot be there yet.
void keep_new(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing);

// The viewer's own things, newest first, `place` empty for all; at most `limit`, after `before` when given. Not what lies in the bin.
std::vector<KeptThing> things_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer,
                                 std::string_view place, std::size_t limit, const std::optional<base::Id>& before);
// Those of the viewer's own that are named, in that order. Not what lies in the bin.
std::vector<KeptThing> own_things(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, std::span<const base::Id> ids);
// The viewer's own thing, also from the bin; else one that is open to them by a grant (Guard::owner_only) and not in the bin (Guard::bin_closed).
std::optional<KeptThing> find_thing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now);

// ---- changing

// The words as they were before a change, for the owner alone.
struct EarlierWords {
    std::string words;
    base::Instant until;  // when they were replaced
};

struct Change {
    base::Id id;                        // made by the browser
    std::optional<base::Id> seen;       // the last change that its maker saw (Guard::change_seen)
    KeptThing thing;                    // as it is from now on; parts: new ones alone
    std::vector<base::Id> gone;         // parts that are taken away
    std::vector<std::pair<base::Id, std::string>> described;  // parts that stay, with their words
};
struct SealedChange {
    Change change;
    base::Instant now;
    SealedThing sealed;
    std::vector<base::Bytes> described;
};
SealedChange prepare(storage::Vault& vault, const access::Viewer& viewer, Change change, base::Instant now);

// meanwhile: somebody changed it after `seen`, or that id said something else; nothing happened.
enum class Changed { done, already_done, meanwhile, absent };
Changed change(storage::Writes& writes, storage::School& school, const access::Viewer& viewer, const SealedChange& change);
// The latest first.
std::vector<EarlierWords> earlier_words(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& thing);

// ---- throwing away

inline constexpr std::chrono::days in_the_bin_for{7};

// Into the bin, and back. A thing in the bin is shared with nobody.
void throw_away(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id, base::Instant now);
void take_back_out(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id);
std::vector<KeptThing> things_in_bin(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer);

// Gone for good, in this order: the ledger is told, so that no restored backup brings it back; then the files go, and the rows with what was
// shared of it.
void record_removal(storage::School& school, const base::Id& owner, const base::Id& id, base::Instant now);
void remove_thing(storage::Writes& writes, storage::Media& media, const base::Id& owner, const base::Id& id);
// A part that is taken away, at once.
void record_part_removal(storage::Vault& vault, const base::Id& owner, const base::Id& part, base::Instant now);
// Whether the viewer removed a thing of this id. It stays so: its id is not used again.
bool was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id);

// Empties the bins of a school of what lay there for a week. Run by the program.
void empty_bins(storage::School& school, base::Instant now);

}  // namespace loopbaankaart::journey
