// Rugzak (J3): what a traveller keeps, at a place or loose. Words are sealed under the owner's key.
#pragma once

#include <string>
#include <vector>

#include <access/access.hpp>

namespace loopbaankaart::journey {

struct KeptThing {
    base::Id id;                       // made by the browser: sending again does not make a second one
    std::string place;                 // a place's id, or empty for loose
    std::string words;                 // clear; up to 10,000 characters; may be empty when there is a picture
    base::Instant kept_at;
    std::optional<base::Id> picture;   // a file in storage::Media (demo school; photos come with the first journey)
    std::string picture_description;   // the picture in words, sealed as well
};

enum class Kept { made, already_there, conflict };  // conflict: that id holds other words; both are kept by asking

// `conflict` leaves everything as it was.
Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing);
// The viewer's own things, newest first, `place` empty for all; at most `limit`, after `before` when given.
std::vector<KeptThing> things_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer,
                                 std::string_view place, std::size_t limit, const std::optional<base::Id>& before);
std::optional<KeptThing> find_thing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now);

}  // namespace loopbaankaart::journey
