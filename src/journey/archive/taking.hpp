// Taking along (J9, trust.md "own archive"): everything a traveller made, packed once in files that pass through, and there for a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <access/access.hpp>
#include <zip/zip.hpp>

namespace loopbaankaart::journey {

inline constexpr std::chrono::hours taking_lasts{24};

// ended: something of its owner was removed for good since, or its day is over. The porter takes it away.
enum class TakingState { waiting, packing, ready, failed, ended };
std::string_view code(TakingState state);

// For reading, and for another map like this one; or for another portfolio, which reads Leap2A (leap2a/).
enum class TakingForm { journey, leap2a };
std::string_view code(TakingForm form);                           // "reis", as stored and in forms
std::optional<TakingForm> parse_taking_form(std::string_view code);

struct Taking {
    base::Id id;                             // made by the browser; scoped to its owner
    base::Id owner;
    TakingForm form = TakingForm::journey;
    base::Language language = base::Language::nl;
    base::Instant asked_at;
    TakingState state = TakingState::waiting;
    std::uint64_t done_bytes = 0, all_bytes = 0;
    base::Instant ends_at;
};

// A file of an archive: one of its own, or a stretch of a lasting one. A text too large for memory lies in several, of one name, which follow each other; the CRC of
// each is that of all up to its end.
struct TakingEntry {
    std::string name;
    std::optional<base::Id> own_file, of_file;
    std::uint64_t begins = 0, bytes = 0;
    std::uint32_t crc = 0;
};

struct NewTaking {
    base::Id id;  // made by the browser
    TakingForm form = TakingForm::journey;
    base::Language language = base::Language::nl;
};
// Asks for an archive; gives the one to look at. The same id again, or another while one of that form is being packed, asks for nothing new. One of that form that
// was ready ends: the new one has all that it had.
base::Id begin_taking(storage::Writes& writes, const access::Viewer& viewer, const NewTaking& asked, base::Instant now);
// The viewer's own; nothing for one that ended.
std::optional<Taking> find_taking(storage::Reads& reads, const access::Viewer& viewer, const base::Id& id, base::Instant now);
std::optional<Taking> last_taking(storage::Reads& reads, const access::Viewer& viewer, TakingForm form, base::Instant now);

// ---- for the porter

// The next one to be packed, whoever's it is; one that was being packed when the program stopped comes first.
std::optional<Taking> next_taking(storage::Reads& reads);
// How far it is. False when it ended meanwhile: what is being packed can be thrown away.
bool packed_so_far(storage::Writes& writes, const Taking& taking, std::uint64_t done, std::uint64_t all);
bool finish_taking(storage::Writes& writes, storage::Vault& vault, const Taking& taking, const std::vector<TakingEntry>& entries);
void fail_taking(storage::Writes& writes, const Taking& taking);
// Those that ended, with their files.
void clear_takings(storage::School& school, base::Instant now);

// ---- the archive itself

// What lies in it, in order, as it can be read: nothing when it is not there (any more).
class PackedTaking {
public:
    static std::optional<PackedTaking> open(storage::School& school, const Taking& taking);

    std::uint64_t size() const { return plan_.size(); }
    // Nothing when the archive, or a file in it, is gone meanwhile.
    std::optional<base::Bytes> read(storage::School& school, std::uint64_t from, std::size_t most, base::Instant now) const;

private:
    PackedTaking(Taking taking, std::vector<TakingEntry> entries);
    Taking taking_;
    std::vector<TakingEntry> entries_;
    std::vector<std::size_t> firsts_;  // of each file of the plan: its first entry; and how many there are
    zip::Plan plan_;
};

}  // namespace loopbaankaart::journey
