#include <algorithm>
#include <array>

#include "../records/records.hpp"
#include "archive_rows.hpp"
#include "archive_words.hpp"
#include "bringing.hpp"
#include "bringing.sql.hpp"

namespace loopbaankaart::journey {

namespace {

using rows::id_in, rows::signed_of;

constexpr std::array<std::string_view, 6> state_codes{"receiving", "looking", "looked", "unpacking", "done", "failed"};
constexpr std::array<std::string_view, 5> reasons{"unread", "otherwise", "part", "moment", "ours"};

// Why it ended: what stands in the row is the word's id.
const std::array failures{&zip::word::no_archive, &zip::word::damaged, &zip::word::locked, &zip::word::unknown_packing, &zip::word::too_large,
                          &zip::word::too_many,   &zip::word::missing, &word::not_an_archive, &word::archive_newer, &word::bringing_gave_up};

storage::SealedAt place_of(std::string_view column, const base::Id& id) { return {"bringing", column, id.view()}; }

Json in_json(const Contents& contents) {
    Json all{{"name", contents.name}, {"school", contents.school}, {"files", Json::array()}, {"notes", Json::array()}};
    if (contents.from) all["from"] = base::milliseconds(*contents.from);
    if (contents.until) all["until"] = base::milliseconds(*contents.until);
    for (const Contents::File& file : contents.files) all["files"].push_back({file.piece, file.name, file.objects});
    for (const Note& note : contents.notes) all["notes"].push_back({reasons.at(static_cast<std::size_t>(note.why)), note.title});
    if (contents.tries > 0) all["tries"] = contents.tries;
    if (contents.failed) all["failed"] = {contents.failed->code(), contents.failed->about};
    return all;
}

Contents contents_of(std::string_view text) {
    const Json all = Json::parse(text);
    Contents contents{.name = all.at("name"), .school = all.at("school"), .from = {}, .until = {}, .files = {}, .notes = {}, .tries = all.value("tries", std::size_t{0})};
    if (all.contains("from")) contents.from = base::instant(all["from"]);
    if (all.contains("until")) contents.until = base::instant(all["until"]);
    for (const Json& file : all.at("files")) contents.files.push_back({file.at(0), file.at(1), file.at(2)});
    for (const Json& note : all.at("notes"))
        contents.notes.push_back({static_cast<Note::Why>(std::ranges::find(reasons, note.at(0).get<std::string>()) - reasons.begin()), note.at(1)});
    if (!all.contains("failed")) return contents;
    const auto failed = std::ranges::find(failures, all["failed"].at(0).get<std::string>(), [](const base::Word* each) { return std::string_view{each->id}; });
    contents.failed = base::Error{failed == failures.end() ? zip::word::damaged : **failed, all["failed"].at(1)};
    return contents;
}

base::Bytes sealed(storage::Vault& vault, const Bringing& bringing) {
    return vault.seal(bringing.owner, place_of("found", bringing.id), in_json(bringing.contents).dump(-1, ' ', false, Json::error_handler_t::replace));
}

Bringing bringing_of(const storage::Row& row, storage::Vault& vault) {
    Bringing bringing{.id = id_in(row, 0), .owner = id_in(row, 1), .name = {}, .bytes = static_cast<std::uint64_t>(row.integer(3)),
                      .state = static_cast<BringingState>(std::ranges::find(state_codes, row.text(4)) - state_codes.begin()),
                      .objects = static_cast<std::uint64_t>(row.integer(6)), .unpacked = static_cast<std::uint64_t>(row.integer(7)),
                      .begun_at = base::instant(row.integer(8)), .ends_at = base::instant(row.integer(9))};
    bringing.name = vault.open(bringing.owner, place_of("name", bringing.id), row.bytes(2));
    if (!row.null(5)) bringing.contents = contents_of(vault.open(bringing.owner, place_of("found", bringing.id), row.bytes(5)));
    return bringing;
}

std::vector<Bringing> bringings_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now) {
    return reads.all(query::bringings_of, [&](const storage::Row& row) { return bringing_of(row, vault); }, viewer.person, now);
}

bool is_over(const Bringing& bringing) { return bringing.state == BringingState::done || bringing.state == BringingState::failed; }

struct SentPiece {
    std::int64_t number;
    base::Id file;
};
std::vector<SentPiece> pieces_of(storage::Reads& reads, const base::Id& owner, const base::Id& id) {
    return reads.all(query::pieces_of, [](const storage::Row& row) { return SentPiece{row.integer(0), id_in(row, 1)}; }, owner, id);
}

void remove_pieces(storage::Writes& writes, storage::Media& passing, const base::Id& owner, const base::Id& id) {
    for (const SentPiece& piece : pieces_of(writes, owner, id)) passing.remove(piece.file);
    writes.run(query::remove_pieces, owner, id);
}

}  // namespace

std::string_view code(BringingState state) { return state_codes.at(static_cast<std::size_t>(state)); }

std::uint64_t Bringing::piece_size(std::uint64_t number) const {
    if (number >= pieces()) return 0;
    return std::min(piece_bytes, bytes - number * piece_bytes);
}

base::Result<base::Id> begin_bringing(storage::Writes& writes, storage::School& school, const access::Viewer& viewer, const base::Id& id, std::string_view name,
                                      std::uint64_t bytes, base::Instant now) {
    if (bytes == 0) return base::Error{word::bringing_empty};
    if (bytes > most_brought) return base::Error{word::bringing_too_large};
    writes.run(query::lock_bringing, viewer.person);
    storage::Vault& vault = school.vault();
    for (const Bringing& there : bringings_of(writes, vault, viewer, now)) {
        if (there.id == id) return id;
        if (!is_over(there)) return base::Error{word::bringing_busy};
        remove_bringing(writes, school.passing(), viewer.person, there.id);
    }
    const base::Bytes called = vault.seal(viewer.person, place_of("name", id), name);
    writes.run(query::begin_bringing, id, viewer.person, called, signed_of(bytes), now, now + bringing_lasts);
    return id;
}

std::optional<Bringing> find_bringing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    return reads.first(query::find_bringing, [&](const storage::Row& row) { return bringing_of(row, vault); }, viewer.person, id, now);
}

std::optional<Bringing> last_bringing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now) {
    auto all = bringings_of(reads, vault, viewer, now);
    if (all.empty()) return std::nullopt;
    return std::move(all.front());
}

std::vector<std::uint64_t> missing_pieces(storage::Reads& reads, const Bringing& bringing) {
    std::vector<bool> there(bringing.pieces());
    for (const SentPiece& piece : pieces_of(reads, bringing.owner, bringing.id)) there.at(static_cast<std::size_t>(piece.number)) = true;
    std::vector<std::uint64_t> missing;
    for (std::size_t number = 0; number < there.size(); ++number)
        if (!there[number]) missing.push_back(number);
    return missing;
}

base::Result<base::Done> check_piece(const Bringing& bringing, std::uint64_t number, base::BytesView bytes, std::string_view sha256) {
    const std::uint64_t size = bringing.piece_size(number);
    if (size == 0) return base::Error{word::piece_unknown};
    const bool whole = bytes.size() == size && base::sha256_hex(base::text_of(bytes)) == sha256;
    if (!whole && (base::guarded(base::Guard::piece_digest) || bytes.size() != size)) return base::Error{word::piece_damaged};
    return base::Done{};
}

bool put_piece(storage::Writes& writes, const Bringing& bringing, std::uint64_t number, const base::Id& file) {
    return writes.run(query::add_piece, bringing.id, bringing.owner, signed_of(number), file) > 0;
}

bool ask_to_look(storage::Writes& writes, const Bringing& bringing) {
    return writes.run(query::ask_to_look, bringing.owner, bringing.id, signed_of(bringing.pieces())) > 0;
}

bool ask_to_unpack(storage::Writes& writes, const Bringing& bringing, base::Instant now) {
    return writes.run(query::ask_to_unpack, now + bringing_lasts, bringing.owner, bringing.id) > 0;
}

void remove_bringing(storage::Writes& writes, storage::Media& passing, const base::Id& owner, const base::Id& id) {
    remove_pieces(writes, passing, owner, id);
    writes.run(query::remove_bringing, owner, id);
}

std::optional<Bringing> next_bringing(storage::Reads& reads, storage::Vault& vault, base::Instant now) {
    return reads.first(query::next_bringing, [&](const storage::Row& row) { return bringing_of(row, vault); }, now);
}

void take_in_hand(storage::Writes& writes, const Bringing& bringing, base::Instant now) { writes.run(query::take_in_hand, now, bringing.owner, bringing.id); }

bool looked_into(storage::Writes& writes, storage::Vault& vault, const Bringing& bringing) {
    return writes.run(query::looked_into, sealed(vault, bringing), signed_of(bringing.objects), bringing.owner, bringing.id) > 0;
}

void tried(storage::Writes& writes, storage::Vault& vault, const Bringing& bringing) { writes.run(query::tried, sealed(vault, bringing), bringing.owner, bringing.id); }

bool unpacked_so_far(storage::Writes& writes, storage::Vault& vault, const Bringing& bringing) {
    return writes.run(query::unpacked_so_far, sealed(vault, bringing), signed_of(bringing.unpacked), bringing.owner, bringing.id, signed_of(bringing.unpacked - 1)) > 0;
}

bool finish_bringing(storage::Writes& writes, storage::Vault& vault, storage::Media& passing, const Bringing& bringing, BringingState end) {
    if (writes.run(query::finish_bringing, code(end), sealed(vault, bringing), bringing.owner, bringing.id) == 0) return false;
    remove_pieces(writes, passing, bringing.owner, bringing.id);
    return true;
}

void clear_bringings(storage::School& school, base::Instant now) {
    struct Over {
        base::Id owner, id;
    };
    std::vector<Over> over;
    school.read([&](storage::Reads& reads) { over = reads.all(query::bringings_over, [](const storage::Row& row) { return Over{id_in(row, 0), id_in(row, 1)}; }, now); });
    for (const Over& each : over) school.write_now([&](storage::Writes& writes) { remove_bringing(writes, school.passing(), each.owner, each.id); });
}

BroughtSource::BroughtSource(storage::School& school, const Bringing& bringing) : passing_{school.passing()}, owner_{bringing.owner}, bytes_{bringing.bytes} {
    school.read([&](storage::Reads& reads) {
        for (const SentPiece& piece : pieces_of(reads, bringing.owner, bringing.id)) files_.push_back(piece.file);
    });
}

base::Bytes BroughtSource::read(std::uint64_t from, std::size_t most) {
    base::Bytes all;
    while (all.size() < most && from + all.size() < bytes_) {
        const std::uint64_t at = from + all.size(), within = at % piece_bytes;
        const std::size_t piece = static_cast<std::size_t>(at / piece_bytes);
        const std::uint64_t wanted = std::min<std::uint64_t>({most - all.size(), piece_bytes - within, bytes_ - at});
        const auto read = piece < files_.size() ? passing_.read(owner_, files_[piece], within, wanted) : std::nullopt;
        if (!read || read->size() != wanted) throw PieceGone{"a piece of an archive is gone"};
        all.insert(all.end(), read->begin(), read->end());
    }
    return all;
}

}  // namespace loopbaankaart::journey
