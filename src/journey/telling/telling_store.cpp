#include <algorithm>
#include <limits>
#include <map>

#include "../backpack/part_rows.hpp"
#include "../idempotent.hpp"
#include "../removal.hpp"
#include "telling.sql.hpp"
#include "telling_rows.hpp"

namespace loopbaankaart::journey {

namespace {

// Their parts, in one question: there may be a few more in those days than were asked for.
void complete(storage::Reads& reads, storage::Vault& vault, const base::Id& owner, std::span<Telling> tellings) {
    if (tellings.empty()) return;
    const auto [oldest, newest] = std::ranges::minmax_element(tellings, {}, &Telling::told_at);
    std::map<base::Id, Telling*> by_id;
    for (Telling& telling : tellings) by_id.emplace(telling.id, &telling);
    reads.each(query::parts_of_tellings, [&](const storage::Row& row) {
        const auto at = by_id.find(rows::id_of(row));
        if (at != by_id.end()) at->second->parts.push_back(rows::told_part_of(row, vault, owner));
    }, owner, oldest->told_at, newest->told_at);
}

std::optional<Telling> telling_of_owner(storage::Reads& reads, storage::Vault& vault, const base::Id& owner, const base::Id& id) {
    auto telling = reads.first(query::own_telling, [&](const storage::Row& row) { return rows::telling_of(row, vault); }, id, owner);
    if (telling) complete(reads, vault, owner, {&*telling, 1});
    return telling;
}

bool same_content(const Telling& kept, const Telling& sent) {
    return kept.form == sent.form && kept.language == sent.language && kept.told_from == sent.told_from && rows::body_of(kept) == rows::body_of(sent) &&
           std::ranges::equal(kept.parts, sent.parts, rows::same_part);
}

// The blocks of what could not be copied fall out, and the pages with nothing left on them.
void leave_out(Telling& telling, const base::Id& part) {
    for (ToldPage& page : telling.pages) std::erase_if(page, [&](const ToldBlock& block) { return block.part == part; });
    std::erase_if(telling.pages, [](const ToldPage& page) { return page.empty(); });
    std::erase_if(telling.parts, [&](const KeptPart& each) { return each.id == part; });
}

}  // namespace

SealedTelling::SealedTelling(storage::School& school, const access::Viewer& viewer, const Draft& draft, const base::Id& id, base::Instant now)
    : media_{school.media()}, telling_{told(draft, stored_id(id, now), now)} {
    std::map<base::Id, const base::Bytes*> made;  // by the file they have in the draft: none is there
    for (const DraftPart& each : draft.parts)
        if (each.made) made.emplace(removal_of(telling_.id, each.part.id), &*each.made);
    for (const KeptPart& source : std::vector<KeptPart>{telling_.parts}) {
        KeptPart& part = *std::ranges::find(telling_.parts, source.id, &KeptPart::id);
        if (const auto found = made.find(part.id); found != made.end()) {
            part.file = media_.put(viewer.person, *found->second);
            continue;
        }
        const auto whole = media_.size(source.file);
        const auto bytes = whole ? media_.read(viewer.person, source.file, 0, *whole) : std::nullopt;
        if (!bytes) leave_out(telling_, source.id);
        else if (base::guarded(base::Guard::telling_fixed)) part.file = media_.put(viewer.person, *bytes);
    }
    seal(school.vault(), viewer);
}

SealedTelling::SealedTelling(storage::School& school, const access::Viewer& viewer, Telling told_elsewhere) : media_{school.media()}, telling_{std::move(told_elsewhere)} {
    seal(school.vault(), viewer);
}

void SealedTelling::seal(storage::Vault& vault, const access::Viewer& viewer) {
    body_ = vault.seal(viewer.person, rows::place_of_telling(telling_.id), rows::body_of(telling_).dump());
    for (const KeptPart& part : telling_.parts)
        descriptions_.push_back(part.description.empty() ? std::nullopt : std::optional{vault.seal(viewer.person, rows::place_of_description(part.id), part.description)});
}

SealedTelling::~SealedTelling() {
    if (taken_over_ || !base::guarded(base::Guard::telling_fixed)) return;
    for (const KeptPart& part : telling_.parts) media_.remove(part.file);
}

Kept tell(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, SealedTelling& sealed) {
    const Telling& telling = sealed.telling_;
    const base::Id removal = removal_of(viewer.person, telling.id);
    const std::int64_t made = writes.run(query::keep_telling, telling.id, viewer.person, code(telling.form), base::code(telling.language), sealed.body_, telling.told_at, telling.told_from,
                                         removal);
    if (made == 0) {
        const auto there = telling_of_owner(writes, vault, viewer.person, telling.id);
        return there && same_content(*there, telling) ? Kept::already_there : Kept::conflict;
    }
    for (std::size_t at = 0; at < telling.parts.size(); ++at) {
        const KeptPart& part = telling.parts[at];
        writes.run_soon(query::keep_told_part, part.id, viewer.person, telling.id, static_cast<std::int64_t>(at), code(part.form), part.file, part.small, part.middle, part.width, part.height,
                        part.seconds, sealed.descriptions_[at], removal);
    }
    sealed.taken_over_ = true;
    return Kept::made;
}

std::optional<Telling> find_telling(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    for (const base::Id& owner : reads.all(query::telling_owners, rows::id_of, id, viewer.person)) {
        if (!access::may(reads, viewer, {telling_kind, id, owner}, access::Verb::read, now)) continue;
        auto telling = telling_of_owner(reads, vault, owner, id);
        const bool closed = telling && telling->thrown_at && owner != viewer.person && base::guarded(base::Guard::bin_closed);
        if (!closed) return telling;
    }
    return std::nullopt;
}

std::vector<Telling> tellings_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, std::size_t limit, const std::optional<base::Id>& before) {
    base::Instant before_moment = base::instant(std::numeric_limits<std::int64_t>::max());
    std::string_view before_id;
    if (before) {
        const auto moment = reads.first(query::telling_moment, [](const storage::Row& row) { return base::instant(row.integer(0)); }, *before, viewer.person);
        if (!moment) return {};
        before_moment = *moment;
        before_id = before->view();
    }
    const auto most = static_cast<std::int64_t>(std::min<std::size_t>(limit, std::numeric_limits<std::int32_t>::max()));
    auto tellings = reads.all(query::tellings_of, [&](const storage::Row& row) { return rows::telling_of(row, vault); }, viewer.person, before_moment, before_id, most);
    complete(reads, vault, viewer.person, tellings);
    return tellings;
}

std::vector<Telling> tellings_from(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& record) {
    auto tellings = reads.all(query::tellings_from, [&](const storage::Row& row) { return rows::telling_of(row, vault); }, viewer.person, record);
    complete(reads, vault, viewer.person, tellings);
    return tellings;
}

std::vector<Telling> tellings_in_bin(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer) {
    auto tellings = reads.all(query::tellings_in_bin, [&](const storage::Row& row) { return rows::telling_of(row, vault); }, viewer.person);
    complete(reads, vault, viewer.person, tellings);
    return tellings;
}

bool telling_was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id) {
    return vault.was_removed(rows::tellings_table, removal_of(viewer.person, id));
}

}  // namespace loopbaankaart::journey
