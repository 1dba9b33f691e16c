#include <fmt/format.h>

#include "../removal.hpp"
#include "archive_rows.hpp"
#include "taking.hpp"
#include "taking.sql.hpp"

namespace loopbaankaart::journey {

namespace {

using rows::id_in, rows::signed_of;

constexpr std::array taking_states{TakingState::waiting, TakingState::packing, TakingState::ready, TakingState::failed, TakingState::ended};

std::optional<base::Id> maybe_id(const storage::Row& row, int column) {
    return row.null(column) ? std::nullopt : base::Id::parse(row.text(column));
}

TakingState state_of(std::string_view text) {
    for (const TakingState state : taking_states)
        if (text == code(state)) return state;
    return TakingState::ended;
}

Taking taking_of(const storage::Row& row) {
    return {.id = id_in(row, 0), .owner = id_in(row, 1), .form = parse_taking_form(row.text(8)).value_or(TakingForm::journey), .language = base::parse_language(row.text(2)).value_or(base::Language::nl),
            .asked_at = base::instant(row.integer(3)), .state = state_of(row.text(4)), .done_bytes = static_cast<std::uint64_t>(row.integer(5)),
            .all_bytes = static_cast<std::uint64_t>(row.integer(6)), .ends_at = base::instant(row.integer(7))};
}

// Sealed at the place of its row, which has no id of its own.
std::string row_of(const base::Id& taking, std::int64_t position) { return fmt::format("{}/{}", taking.view(), position); }
storage::SealedAt place_of(std::string_view row) { return {"taking_entry", "name", row}; }

std::vector<TakingEntry> entries_of(storage::Reads& reads, storage::Vault& vault, const Taking& taking) {
    return reads.all(query::entries_of, [&](const storage::Row& row) {
        return TakingEntry{.name = vault.open(taking.owner, place_of(row_of(taking.id, row.integer(0))), row.bytes(1)), .own_file = maybe_id(row, 2),
                           .of_file = maybe_id(row, 3), .begins = static_cast<std::uint64_t>(row.integer(4)),
                           .bytes = static_cast<std::uint64_t>(row.integer(5)), .crc = static_cast<std::uint32_t>(row.integer(6))};
    }, taking.owner, taking.id);
}

std::vector<std::size_t> firsts_of(const std::vector<TakingEntry>& entries) {
    std::vector<std::size_t> firsts;
    for (std::size_t at = 0; at < entries.size(); ++at)
        if (at == 0 || entries[at].name != entries[at - 1].name) firsts.push_back(at);
    firsts.push_back(entries.size());
    return firsts;
}

std::vector<zip::Entry> in_plan(const std::vector<TakingEntry>& entries) {
    std::vector<zip::Entry> planned;
    for (const TakingEntry& each : entries) {
        if (planned.empty() || planned.back().name != each.name) planned.push_back({each.name, 0, 0});
        planned.back().bytes += each.bytes;
        planned.back().crc = each.crc;
    }
    return planned;
}

void remove_taking(storage::Writes& writes, storage::Media& passing, const base::Id& owner, const base::Id& taking) {
    const auto file = [](const storage::Row& row) { return id_in(row, 0); };
    for (const base::Id& each : writes.all(query::own_files_of, file, owner, taking)) passing.remove(each);
    writes.run(query::remove_entries, owner, taking);
    writes.run(query::remove_taking, owner, taking);
}

}  // namespace

std::string_view code(TakingState state) {
    switch (state) {
        case TakingState::waiting: return "waiting";
        case TakingState::packing: return "packing";
        case TakingState::ready: return "ready";
        case TakingState::failed: return "failed";
        default: return "ended";
    }
}

std::string_view code(TakingForm form) { return form == TakingForm::journey ? "reis" : "leap2a"; }

std::optional<TakingForm> parse_taking_form(std::string_view text) {
    for (const TakingForm form : {TakingForm::journey, TakingForm::leap2a})
        if (text == code(form)) return form;
    return std::nullopt;
}

base::Id begin_taking(storage::Writes& writes, const access::Viewer& viewer, const NewTaking& asked, base::Instant now) {
    const auto first = [](const storage::Row& row) { return id_in(row, 0); };
    if (const auto before = writes.first(query::was_asked, first, viewer.person, asked.id)) return *before;
    if (const auto busy = writes.first(query::being_packed, first, viewer.person, code(asked.form), now)) return *busy;
    writes.run(query::end_takings_of_form, viewer.person, code(asked.form));
    writes.run(query::begin_taking, asked.id, viewer.person, code(asked.form), base::code(asked.language), now, now + taking_lasts);
    return asked.id;
}

void end_takings(storage::Writes& writes, const base::Id& owner) { writes.run(query::end_takings, owner); }

std::optional<Taking> find_taking(storage::Reads& reads, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    return reads.first(query::find_taking, taking_of, viewer.person, id, now);
}

std::optional<Taking> last_taking(storage::Reads& reads, const access::Viewer& viewer, TakingForm form, base::Instant now) {
    return reads.first(query::last_taking, taking_of, viewer.person, code(form), now);
}

std::optional<Taking> next_taking(storage::Reads& reads) { return reads.first(query::next_taking, taking_of); }

bool packed_so_far(storage::Writes& writes, const Taking& taking, std::uint64_t done, std::uint64_t all) {
    return writes.run(query::packed_so_far, signed_of(done), signed_of(all), taking.owner, taking.id) > 0;
}

bool finish_taking(storage::Writes& writes, storage::Vault& vault, const Taking& taking, const std::vector<TakingEntry>& entries) {
    if (writes.run(query::taking_ready, taking.owner, taking.id) == 0) return false;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const TakingEntry& entry = entries[at];
        const auto position = static_cast<std::int64_t>(at);
        const base::Bytes name = vault.seal(taking.owner, place_of(row_of(taking.id, position)), entry.name);
        writes.run_soon(query::add_entry, taking.id, taking.owner, position, name, entry.own_file, entry.of_file, signed_of(entry.begins),
                        signed_of(entry.bytes), std::int64_t{entry.crc});
    }
    return true;
}

void fail_taking(storage::Writes& writes, const Taking& taking) { writes.run(query::taking_failed, taking.owner, taking.id); }

void clear_takings(storage::School& school, base::Instant now) {
    struct Over {
        base::Id owner, taking;
    };
    std::vector<Over> over;
    school.read([&](storage::Reads& reads) {
        over = reads.all(query::takings_over, [](const storage::Row& row) { return Over{id_in(row, 0), id_in(row, 1)}; }, now);
    });
    for (const Over& each : over) school.write_now([&](storage::Writes& writes) { remove_taking(writes, school.passing(), each.owner, each.taking); });
}

PackedTaking::PackedTaking(Taking taking, std::vector<TakingEntry> entries)
    : taking_{std::move(taking)}, entries_{std::move(entries)}, firsts_{firsts_of(entries_)}, plan_{in_plan(entries_), taking_.asked_at} {}

std::optional<PackedTaking> PackedTaking::open(storage::School& school, const Taking& taking) {
    if (taking.state != TakingState::ready) return std::nullopt;
    std::vector<TakingEntry> entries;
    school.read([&](storage::Reads& reads) { entries = entries_of(reads, school.vault(), taking); });
    return PackedTaking{taking, std::move(entries)};
}

std::optional<base::Bytes> PackedTaking::read(storage::School& school, std::uint64_t from, std::size_t most, base::Instant now) const {
    bool there = false;
    school.read([&](storage::Reads& reads) { there = find_taking(reads, {.person = taking_.owner, .name = {}}, taking_.id, now).has_value(); });
    if (!there) return std::nullopt;
    return plan_.read(from, most, [&](std::size_t file, std::uint64_t within, std::size_t length) {
        std::size_t at = firsts_[file];
        for (; at + 1 < firsts_[file + 1] && within >= entries_[at].bytes; ++at) within -= entries_[at].bytes;
        const TakingEntry& entry = entries_[at];
        if (entry.own_file) return school.passing().read(taking_.owner, *entry.own_file, within, length);
        return school.media().read(taking_.owner, *entry.of_file, entry.begins + within, length);
    });
}

}  // namespace loopbaankaart::journey
