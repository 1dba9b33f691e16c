// Bringing in (J9, trust.md "own archive"): an archive that a traveller took along elsewhere comes in, in pieces that are sealed on arrival, is looked into, and is
// unpacked object by object. A piece that was cut off comes again; a program that was stopped goes on where it was.
//
//     receiving → looking → looked → unpacking → done
//                    └→ failed
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <access/access.hpp>
#include <workshop/workshop.hpp>
#include <zip/zip.hpp>

namespace loopbaankaart::journey {

inline constexpr std::chrono::hours bringing_lasts{48};
inline constexpr std::uint64_t most_brought = std::uint64_t{4} << 30;  // bytes
inline constexpr std::uint64_t piece_bytes = 8 << 20;                  // of all pieces but the last
inline constexpr std::size_t most_notes = 100;
inline constexpr std::size_t most_file_name = 120;                     // characters
// Half a minute after each other (program/porter.cpp): an object that never goes in is left out, and when nothing goes in any more it ends.
inline constexpr std::size_t most_tries_of_one = 5, most_tries = 20;

enum class BringingState { receiving, looking, looked, unpacking, done, failed };
std::string_view code(BringingState state);

// What did not come in as it was, named at the end.
struct Note {
    enum class Why {
        unread,     // it could not be read
        otherwise,  // something of that id is here already and says something else: what is here stays
        part,       // a photo, drawing or sound of it could not be read
        moment,     // a moment of it cannot be
        ours        // it could not be kept, tried again and again: something of ours was wrong
    };
    Why why = Why::unread;
    std::string title;
    bool operator==(const Note&) const = default;
};

// What is in it, as far as it was looked into; and what became of it.
struct Contents {
    std::string name, school;                  // whose journey it is, and where it was packed
    std::optional<base::Instant> from, until;  // when the first and the last in it were made; absent when nothing says so
    struct File {
        std::size_t piece = 0;    // in pieces()
        std::string name;         // in the archive
        std::size_t objects = 0;
    };
    std::vector<File> files;  // in the order in which they are unpacked
    std::vector<Note> notes;
    std::size_t tries = 0;  // in a row that went wrong by something of ours
    std::optional<base::Error> failed = {};
};

struct Bringing {
    base::Id id;     // made by the browser; scoped to its owner
    base::Id owner;
    std::string name;  // of the file on their device
    std::uint64_t bytes = 0;
    BringingState state = BringingState::receiving;
    Contents contents = {};
    std::uint64_t objects = 0, unpacked = 0;
    base::Instant begun_at, ends_at;
    std::uint64_t pieces() const { return (bytes + piece_bytes - 1) / piece_bytes; }
    // How large that piece is; 0 for one that is none of it.
    std::uint64_t piece_size(std::uint64_t number) const;
    bool waits_for_its_owner() const { return state == BringingState::receiving || state == BringingState::looked; }
    bool is_worked_on() const { return state == BringingState::looking || state == BringingState::unpacking; }
};

// ---- for its owner

// Begins one, in the place of one that is over. The same id again begins nothing new. Errors: word::bringing_too_large, bringing_empty, bringing_busy.
base::Result<base::Id> begin_bringing(storage::Writes& writes, storage::School& school, const access::Viewer& viewer, const base::Id& id, std::string_view name,
                                      std::uint64_t bytes, base::Instant now);
std::optional<Bringing> find_bringing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now);
// The one there is.
std::optional<Bringing> last_bringing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now);
std::vector<std::uint64_t> missing_pieces(storage::Reads& reads, const Bringing& bringing);

// Whether these bytes are that piece (Guard::piece_digest). Errors: word::piece_unknown, piece_damaged.
base::Result<base::Done> check_piece(const Bringing& bringing, std::uint64_t number, base::BytesView bytes, std::string_view sha256);
// Its passing file. False: it was there already, or the archive takes none any more; the file is still the caller's.
bool put_piece(storage::Writes& writes, const Bringing& bringing, std::uint64_t number, const base::Id& file);

// Each: false when it cannot be (not all pieces are there, it was not looked into); asked twice is asked once.
bool ask_to_look(storage::Writes& writes, const Bringing& bringing);
bool ask_to_unpack(storage::Writes& writes, const Bringing& bringing, base::Instant now);
void remove_bringing(storage::Writes& writes, storage::Media& passing, const base::Id& owner, const base::Id& id);

// ---- for the porter

// The one that waited longest, whoever's it is.
std::optional<Bringing> next_bringing(storage::Reads& reads, storage::Vault& vault, base::Instant now);
void take_in_hand(storage::Writes& writes, const Bringing& bringing, base::Instant now);
// Each false when its owner took it away meanwhile: nothing is changed then.
bool looked_into(storage::Writes& writes, storage::Vault& vault, const Bringing& bringing);
void tried(storage::Writes& writes, storage::Vault& vault, const Bringing& bringing);
bool unpacked_so_far(storage::Writes& writes, storage::Vault& vault, const Bringing& bringing);
bool finish_bringing(storage::Writes& writes, storage::Vault& vault, storage::Media& passing, const Bringing& bringing, BringingState end);
// Those that are over, with their files.
void clear_bringings(storage::School& school, base::Instant now);
// Goes on with the next one: looks into it, or unpacks a stretch. False when there is nothing to do.
bool carry_bringing(const web::Site& site, workshop::Workshop& workshop, const std::stop_token& stopping);

// The archive as its pieces make it. Throws PieceGone when one is not there any more.
struct PieceGone : std::runtime_error {
    using std::runtime_error::runtime_error;
};
class BroughtSource final : public zip::Source {
public:
    BroughtSource(storage::School& school, const Bringing& bringing);
    std::uint64_t size() const override { return bytes_; }
    base::Bytes read(std::uint64_t from, std::size_t most) override;

private:
    storage::Media& passing_;
    base::Id owner_;
    std::uint64_t bytes_;
    std::vector<base::Id> files_;
};

}  // namespace loopbaankaart::journey
