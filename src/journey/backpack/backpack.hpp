// Rugzak (J3): what a traveller keeps, at a place or loose. Words are sealed under the owner's key.
#pragma once

#include <string>
#include <vector>

#include <access/access.hpp>

namespace loopbaankaart::journey {

inline constexpr std::size_t most_characters = 10'000;

struct KeptThing {
    base::Id id;                       // made by the browser: sending again does not make a second one; scoped to its owner
    std::string place;                 // a place's id, or empty for loose
    std::string words;                 // clear; up to 10,000 characters; may be empty when there is a picture
    base::Instant kept_at;
    std::optional<base::Id> picture;   // a file in storage::Media (demo school; photos come with the first journey)
    std::string picture_description;   // the picture in words, sealed as well
    std::string place_name;            // what the place was called then: readable when the school takes the place away
    std::optional<base::Id> owner;     // whose it is, when read; keeping takes the viewer
};

// Words as they are kept (tidied), or why not. Errors: word::words_missing, word::words_too_long.
base::Result<std::string> check_words(std::string_view typed);

// A thing ready to be stored. Sealing happens before the write, so that the writer only inserts.
struct SealedThing {
    KeptThing thing;
    base::Bytes words;
    std::optional<base::Bytes> picture_description;
};
SealedThing prepare(storage::Vault& vault, const access::Viewer& viewer, KeptThing thing);

enum class Kept { made, already_there, conflict };  // conflict: that id holds other words; both are kept by asking

// `conflict` leaves everything as it was. A handler asks was_removed first.
Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedThing& sealed);
Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing);
// For filling a school: a thing of an id that cannot be there yet.
void keep_new(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing);
// The viewer's own things, newest first, `place` empty for all; at most `limit`, after `before` when given.
std::vector<KeptThing> things_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer,
                                 std::string_view place, std::size_t limit, const std::optional<base::Id>& before);
// The viewer's own thing, else one that is open to them by a grant (Guard::owner_only).
std::optional<KeptThing> find_thing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now);

// Taking a thing away for good, in this order: the ledger is told, so that no restored backup brings it back; then the viewer's
// own row goes, with what was shared of it; then the picture's file, if any (storage::Media::remove).
void record_removal(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now);
void remove_thing(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id);
// Whether the viewer removed a thing of this id. It stays so: its id is not used again.
bool was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id);

}  // namespace loopbaankaart::journey
