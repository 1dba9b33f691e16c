// What a traveller makes beside what they keep: an insight, a bearing, a wish, a draft of a story. One table for all kinds (docs/adr), one bin, one
// way of keeping and changing; what a kind says is a sealed JSON body, and a part brings its checks and its pages (RecordForm).
//
//     BodyReader sent{Json{{"words", form["wens"]}}};                                // body_reader.hpp
//     Json body = check_wish(sent);                                                  // sent.faults(): the form once more
//     const SealedRecord sealed = prepare(vault, viewer, {.id = sent_id(visit), .kind = RecordKind::wish, .body = body, .made_at = now});
//     return web::Write{[…](storage::Writes& writes) { keep(writes, vault, viewer, sealed); … }};
//
// Pages do not do that themselves: record_pages.hpp does, with photos and with the page that asks when two texts meet.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <access/access.hpp>

#include "../backpack/backpack.hpp"

namespace loopbaankaart::journey {

using Json = nlohmann::ordered_json;

class BodyReader;  // body_reader.hpp

enum class RecordKind { insight, self_story, rim, bearing, circle, wish, post, story, stamp, passport, cv, competence_drawing, answer };  // g++ 12 takes `competences` for a shadow of marks.hpp
inline constexpr std::size_t record_kind_count = 13;
std::string_view code(RecordKind kind);                            // "self_story": as stored, and the kind of a grant on it (access::Thing)
std::optional<RecordKind> parse_record_kind(std::string_view code);
// One has at most one of these at a time: rim, circle, self_story, passport, competence_drawing.
bool is_single(RecordKind kind);

// What a record came from or lies beside: a kept thing or another record. It stays when that is gone, and a grant never carries it along.
struct Link {
    std::string kind;  // "kept_thing", or the code of a record kind
    base::Id id;
    bool operator==(const Link&) const = default;
};

struct Record {
    base::Id id;                             // made by the browser: sending again does not make a second one; scoped to its owner
    RecordKind kind = RecordKind::insight;
    Json body;                               // an object, as the kind's check gives it
    std::vector<Link> links;                 // in order
    std::vector<KeptPart> parts;             // its photos, drawings and sounds, in the order in which they are shown
    base::Instant made_at;
    int format = 1;                          // of the body: a kind that changes what it says still reads what it said
    std::optional<base::Id> change;          // the last one; absent while it is as it was made
    std::optional<base::Id> owner;           // whose it is, when read; keeping takes the viewer
    std::optional<base::Instant> thrown_at;  // when it went into the bin
};

// What sharing, the ledger and links call it.
access::Thing as_thing(const Record& record);
Link link_to(const Record& record);
Link link_to(const KeptThing& thing);

// What a maker of a change must have seen: its last change, or the record itself while it is as it was made. Stands in the form as `gezien`.
base::Id seen_of(const Record& record);

// Rows that a part keeps beside its records, of what must be found without opening one (when a wish comes back). They go where the record goes.
struct RowsBeside {
    std::string_view table;  // its Erasable has the record's removal as id (removal.hpp)
    // In the write that keeps or changes the record, which is so from then on.
    void (*follow)(storage::Writes& writes, const base::Id& owner, const Record& record, base::Instant now);
    // In the write that removes it for good.
    void (*remove)(storage::Writes& writes, const access::Thing& record);
};

// How a kind is checked and shown. A part has one for each of its kinds (part.hpp).
struct RecordForm {
    RecordKind kind;
    // The body as it is kept: tidied, and nothing in it that was not asked for. What is wrong stands in the reader's faults. For what comes out of a form and
    // out of an archive.
    Json (*check)(BodyReader& sent);
    // One line that tells which one it is: in the bin, in lists of what is shared.
    std::string (*line)(const Record& record, base::Language language);
    // All it says, on a page about it: of now, of earlier, one of two that meet. No heading above h3, no form.
    void (*show)(web::Html& html, const access::Visit& visit, const Record& record);
    // Its own page.
    web::Url (*page)(const base::Id& id);
    // All it says beside its line on a page of an archive, for its owner: no link, no form. Absent: its line is enough.
    void (*tell)(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& record) = nullptr;
    const RowsBeside* beside = nullptr;
};

// ---- keeping

// Ready to be stored. Sealing happens before the write, so that the writer only inserts.
struct SealedRecord {
    Record record;
    base::Bytes body;
    std::vector<std::optional<base::Bytes>> descriptions;  // of its parts
};
SealedRecord prepare(storage::Vault& vault, const access::Viewer& viewer, Record record);

// conflict: that id holds something else, or there is one already of a kind of which one has one. Only `made` takes the files over.
// A handler asks record_was_removed first.
Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedRecord& sealed);

// ---- reading; of lists only what is not in the bin

// The viewer's own, also from the bin; else one that is open to them by a grant of that kind (Guard::owner_only), not from the bin (Guard::bin_closed).
std::optional<Record> find_record(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, const base::Id& id, base::Instant now);
// The same of whatever kind it is.
std::optional<Record> find_record(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now);
// The viewer's own of whatever kind, also from the bin.
std::optional<Record> own_record(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id);
// The viewer's own, newest first; at most `limit`, after `before` when given.
std::vector<Record> records_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::size_t limit,
                               const std::optional<base::Id>& before = {});
// The same without some, which are not opened.
std::vector<Record> records_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::size_t limit,
                               const std::optional<base::Id>& before, std::span<const base::Id> left_out);
// Those of the viewer's own that are named, in that order.
std::vector<Record> own_records(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::span<const base::Id> ids);
// The same made before a moment, without parts and links.
std::vector<Record> records_before(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::size_t limit, base::Instant before);
// The same, and nothing is opened.
struct BriefRecord {
    base::Id id;
    base::Instant made_at;
};
std::vector<BriefRecord> brief_records_before(storage::Reads& reads, const access::Viewer& viewer, RecordKind kind, std::size_t limit, base::Instant before);
// Those that were changed, the last changed first, without parts and links.
std::vector<Record> records_changed(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::size_t limit);
// The one there is of a kind of which one has one.
std::optional<Record> single_record(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind);
// The viewer's own that came from this, or lie beside it; oldest first.
std::vector<Record> records_from(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const Link& to);

// ---- changing

struct RecordChange {
    base::Id id;                        // made by the browser
    std::optional<base::Id> seen;       // seen_of what its maker saw (Guard::change_seen)
    Record record;                      // as it is from now on; parts: new ones alone
    std::vector<base::Id> gone = {};    // parts that are taken away
    std::vector<std::pair<base::Id, std::string>> described = {};  // parts that stay, with their words
};
struct SealedRecordChange {
    RecordChange change;
    base::Instant now;
    SealedRecord sealed;
    std::vector<base::Bytes> described;
};
SealedRecordChange prepare(storage::Vault& vault, const access::Viewer& viewer, RecordChange change, base::Instant now);
// meanwhile: somebody changed it after `seen`, or that id said something else; nothing happened. absent: none of the viewer's, or in the bin.
Changed change(storage::Writes& writes, storage::School& school, const access::Viewer& viewer, const SealedRecordChange& change);

// What it said before a change, for its owner alone; the latest first.
struct EarlierBody {
    Json body;
    int format = 1;
    base::Instant until;  // when it was replaced
};
std::vector<EarlierBody> earlier_bodies(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& record);

// ---- throwing away: as of kept things (backpack.hpp), for the same week

// Into the bin: shared with nobody from then on.
void throw_record_away(storage::Writes& writes, const access::Thing& record, base::Instant now);
// False: there is another by now of a kind of which one has one.
bool take_record_back_out(storage::Writes& writes, const access::Thing& record);
std::vector<Record> records_in_bin(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer);

// Gone for good, in this order: the ledger is told; then files and rows go, and what was shared of it.
void remember_record_removal(storage::School& school, const access::Thing& record, base::Instant now);
void remove_record(storage::Writes& writes, storage::Media& media, const access::Thing& record);
// Whether the viewer removed a record of this id. It stays so: its id is not used again.
bool record_was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id);
// Empties the bins of a school of what lay there for a week.
void empty_record_bins(storage::School& school, base::Instant now);

}  // namespace loopbaankaart::journey
