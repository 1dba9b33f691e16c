#include <fmt/format.h>

#include <algorithm>

#include "../idempotent.hpp"
#include "../removal.hpp"
#include "asking.hpp"
#include "asking.sql.hpp"
#include "known_since.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::string_view table = "asked";

std::string_view code(AskedFor what) { return what == AskedFor::react ? "react" : "compass"; }

base::Id id_in(const storage::Row& row, int column) { return base::Id::parse(row.text(column)).value(); }

base::Id id_of(const storage::Row& row) { return id_in(row, 0); }

storage::SealedAt place_of(const base::Id& removal) { return {table, "words", removal.view()}; }

std::string opened(storage::Vault& vault, const storage::Row& row, int column, const base::Id& owner, const base::Id& removal) {
    return row.null(column) ? std::string{} : vault.open(owner, place_of(removal), row.bytes(column));
}

bool away(storage::Reads& reads, const base::Id& id) {
    const auto person = access::find_person(reads, id);
    return !person || person->standing == access::Standing::suspended || person->standing == access::Standing::left;
}

// Whether this person may say something back to it, by a share from before that moment.
bool could_react(storage::Reads& reads, const access::Thing& about, const base::Id& person, base::Instant asked_at, base::Instant now) {
    return std::ranges::any_of(access::grants_of(reads, about, now), [&](const access::GivenGrant& grant) {
        return grant.grantee == person && grant.verb == access::Verb::react && grant.given <= asked_at;
    });
}

bool may_ask(storage::Reads& reads, const access::Viewer& asker, const Asking& asking, base::Instant now) {
    const bool by_owner = asking.what == AskedFor::react;
    if (asker.person != (by_owner ? asking.about.owner : asking.companion)) return false;
    if (!access::may_share_with(reads, asking.about.owner, asking.companion) || away(reads, asking.companion) || away(reads, asking.about.owner)) return false;
    return !by_owner || could_react(reads, asking.about, asking.companion, now, now);
}

// What that id asked before, if it did: whether it is this.
std::optional<bool> asked_the_same(storage::Reads& reads, storage::Vault& vault, const SealedAsking& sealed) {
    const Asking& asking = sealed.asking;
    return reads.first(query::asked_by_id, [&](const storage::Row& row) {
        return row.text(0) == asking.about.kind && row.text(1) == asking.about.id.view() && opened(vault, row, 2, asking.about.owner, sealed.removal) == asking.words;
    }, asking.about.owner, asking.companion, code(asking.what), asking.id);
}

bool asked_before(storage::Reads& reads, AskedFor what, const access::Thing& about, const base::Id& companion) {
    return reads.first(query::asked_before, [](const storage::Row&) { return true; }, about.owner, companion, code(what), about.kind, about.id).has_value();
}

// Whether it is still the viewer's to answer.
bool stands(storage::Reads& reads, const access::Viewer& viewer, const AskedLine& line, base::Instant now) {
    const base::Id& companion = line.what == AskedFor::react ? viewer.person : line.asker;
    if (!may_share_since(reads, line.owner, companion, line.asked_at)) return false;
    return line.what == AskedFor::compass || (access::may(reads, viewer, line.thing(), access::Verb::react, now) && could_react(reads, line.thing(), companion, line.asked_at, now));
}

}  // namespace

bool may_share_since(storage::Reads& reads, const base::Id& owner, const base::Id& companion, base::Instant moment) {
    if (!access::may_share_with(reads, owner, companion)) return false;
    const auto since = reads.first(query::acquainted_since, [](const storage::Row& row) { return base::instant(row.integer(0)); }, owner, companion);
    if (!since || *since <= moment) return true;
    const auto staff = access::staff_of_teams(reads, owner);
    return std::ranges::find(staff, companion, &access::Known::person) != staff.end();
}

SealedAsking prepare_asking(storage::Vault& vault, Asking asking, base::Instant now) {
    asking.id = stored_id(asking.id, now);
    const bool by_owner = asking.what == AskedFor::react;
    const base::Id& owner = asking.about.owner;
    const base::Id removal = removal_of(by_owner ? removal_of(owner, asking.companion) : removal_of(asking.companion, owner), asking.id);
    SealedAsking ready{.asking = std::move(asking), .removal = removal, .words = {}};
    if (!ready.asking.words.empty()) ready.words = vault.seal(ready.asking.about.owner, place_of(removal), ready.asking.words);
    return ready;
}

AskOutcome ask(storage::Writes& writes, storage::Vault& vault, const access::Viewer& asker, const SealedAsking& sealed, base::Instant now, base::Randomness& randomness) {
    const Asking& asking = sealed.asking;
    const access::Thing& about = asking.about;
    if (!may_ask(writes, asker, asking, now)) return AskOutcome::not_allowed;
    if (const auto same = asked_the_same(writes, vault, sealed)) return *same ? AskOutcome::asked : AskOutcome::conflict;
    if (vault.was_removed(table, sealed.removal)) return AskOutcome::asked;
    if (asking.what == AskedFor::compass && base::guarded(base::Guard::asked_once) && asked_before(writes, asking.what, about, asking.companion)) return AskOutcome::asked;
    writes.run(query::replace_asked, now, about.owner, asking.companion, code(asking.what), about.kind, about.id);
    writes.run(query::ask, asking.id, about.owner, asking.companion, code(asking.what), about.kind, about.id, sealed.words, now, asking.until, sealed.removal);
    const base::Id& other = asker.person == about.owner ? asking.companion : about.owner;
    access::record(writes, {asker.person, access::Deed::asked, other, fmt::format("{} {}", about.kind, about.id.view())}, now, randomness);
    return AskOutcome::asked;
}

bool has_asked(storage::Reads& reads, const access::Viewer& viewer, AskedFor what, const access::Thing& about, const base::Id& companion) {
    if (viewer.person != (what == AskedFor::react ? about.owner : companion)) return false;
    return asked_before(reads, what, about, companion);
}

std::optional<base::Id> asked_whom(storage::Reads& reads, const access::Viewer& viewer, const base::Id& form) {
    return reads.first(query::asked_whom, id_of, viewer.person, form);
}

namespace {

struct SealedLine {
    AskedLine line;
    std::optional<base::Bytes> words;
};

// Still sealed, and perhaps no longer standing.
std::vector<SealedLine> lines_of(storage::Reads& reads, const access::Viewer& viewer, base::Instant now) {
    if (!viewer.content_open || viewer.left()) return {};
    return reads.all(query::asked_of, [&](const storage::Row& row) {
        SealedLine found{.line = {.removal = id_of(row), .what = row.text(1) == code(AskedFor::react) ? AskedFor::react : AskedFor::compass, .kind = row.string(2), .about = id_in(row, 3),
                                  .owner = id_in(row, 4), .asker = id_in(row, 5), .asker_name = row.string(6), .words = {}, .asked_at = base::instant(row.integer(8))},
                         .words = {}};
        if (!row.null(7)) found.words = base::Bytes{row.bytes(7).begin(), row.bytes(7).end()};
        return found;
    }, viewer.person, now);
}

AskedLine opened_line(storage::Vault& vault, SealedLine sealed) {
    AskedLine line = std::move(sealed.line);
    if (sealed.words) line.words = vault.open(line.owner, place_of(line.removal), *sealed.words);
    return line;
}

}  // namespace

std::vector<AskedLine> asked_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now) {
    std::vector<AskedLine> lines;
    for (SealedLine& each : lines_of(reads, viewer, now))
        if (stands(reads, viewer, each.line, now)) lines.push_back(opened_line(vault, std::move(each)));
    return lines;
}

std::optional<AskedLine> last_asked(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now) {
    for (SealedLine& each : lines_of(reads, viewer, now))
        if (stands(reads, viewer, each.line, now)) return opened_line(vault, std::move(each));
    return std::nullopt;
}

void close_asked(storage::Writes& writes, const access::Viewer& viewer, const base::Id& removal, base::Instant now) {
    writes.run(query::close_asked, now, removal, viewer.person);
}

void close_asked_about(storage::Writes& writes, const access::Viewer& viewer, const access::Thing& about, base::Instant now) {
    writes.run(query::close_asked_about, now, about.owner, viewer.person, about.kind, about.id);
}

void record_removal_of_asked(storage::School& school, const access::Thing& about, base::Instant now) {
    std::vector<base::Id> removals;
    school.read([&](storage::Reads& reads) { removals = reads.all(query::removals_of_asked, id_of, about.owner, about.kind, about.id); });
    for (const base::Id& removal : removals) school.vault().record_removal(table, removal, now);
}

void remove_asked(storage::Writes& writes, const access::Thing& about) { writes.run(query::remove_asked, about.owner, about.kind, about.id); }

}  // namespace loopbaankaart::journey
