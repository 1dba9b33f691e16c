#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include <access/words.hpp>

#include "audit.hpp"
#include "audit.sql.hpp"

namespace loopbaankaart::access {

namespace {

// A row as it is chained.
struct Link {
    std::string id;
    std::int64_t moment = 0;
    std::string actor, deed;
    std::string subject;  // empty when absent
    std::string about;
};

Link link_of(const storage::Row& row) {
    return {row.string(0), row.integer(1), row.string(2), row.string(3), row.null(4) ? std::string{} : row.string(4), row.string(5)};
}

// Only `about`, which stands last, could hold a line end: two different rows never give the same text.
std::string chained_hash(std::string_view before, std::int64_t position, const Link& link) {
    return base::sha256_hex(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", before, position, link.id, link.moment, link.actor,
                                        link.deed, link.subject, link.about));
}

void chain(storage::Writes& writes) {
    writes.run(query::audit_hold_head);
    AuditHead head = audit_head(writes);
    for (const Link& link : writes.all(query::audit_unchained, link_of)) {
        head.hash = chained_hash(head.hash, ++head.position, link);
        writes.run(query::audit_chain_entry, head.position, head.hash, link.id);
    }
    writes.run(query::audit_move_head, head.position, head.hash);
}

AuditHead head_in(const storage::Row& row) { return {row.integer(0), row.string(1)}; }

// After this row the chain that is left begins.
AuditHead audit_from(storage::Reads& reads) { return reads.first(query::audit_from, head_in).value_or(AuditHead{}); }

base::Error broken_at(std::int64_t position) { return {word::audit_broken, fmt::to_string(position)}; }

}  // namespace

void chain_audit(storage::School& school) {
    bool waiting = false;
    school.read([&](storage::Reads& reads) {
        reads.each(query::audit_any_unchained, [&](const storage::Row&) { waiting = true; });
    });
    if (waiting) school.write_now(chain);
}

AuditHead audit_head(storage::Reads& reads) { return reads.first(query::audit_head, head_in).value_or(AuditHead{}); }

void forget_old_deeds(storage::School& school, base::Instant now) {
    const base::Instant young = now - deeds_kept;
    std::optional<base::Instant> first;
    school.read([&](storage::Reads& reads) {
        first = reads.first(query::audit_first_moment, [](const storage::Row& row) { return base::instant(row.integer(0)); });
    });
    if (!first || *first >= young) return;
    school.write_now([&](storage::Writes& writes) {
        writes.run(query::audit_hold_head);
        const auto last = writes.first(query::audit_last_before, head_in, young);
        if (!last) return;
        writes.run(query::audit_begin_after, last->position, last->hash);
        writes.run(query::audit_remove_until, last->position);
    });
}

base::Result<base::Done> verify_audit(storage::Reads& reads, const std::optional<AuditHead>& known) {
    AuditHead seen = audit_from(reads);
    std::optional<std::int64_t> misfit;
    bool known_found = !known || known->position == 0 || (known->position == seen.position && known->hash == seen.hash);
    reads.each(query::audit_chain, [&](const storage::Row& row) {
        if (misfit) return;
        ++seen.position;
        seen.hash = chained_hash(seen.hash, seen.position, link_of(row));
        if (row.integer(6) != seen.position || row.text(7) != seen.hash) misfit = seen.position;
        if (known && known->position == seen.position) known_found = known->hash == seen.hash;
    });
    if (!base::guarded(base::Guard::audit_chain)) return base::Done{};
    if (misfit) return broken_at(*misfit);
    const AuditHead head = audit_head(reads);
    if (head.position != seen.position || head.hash != seen.hash) return broken_at(std::min(head.position, seen.position) + 1);
    if (!known_found) return broken_at(known->position);
    return base::Done{};
}

void export_audit(storage::Reads& reads, const std::function<void(std::string_view line)>& write) {
    reads.each(query::audit_chain, [&](const storage::Row& row) {
        const Link link = link_of(row);
        write(nlohmann::ordered_json{{"position", row.integer(6)}, {"id", link.id}, {"moment", link.moment}, {"actor", link.actor},
                                     {"deed", link.deed}, {"subject", link.subject}, {"about", link.about}, {"hash", row.text(7)}}
                  .dump());
    });
    const AuditHead head = audit_head(reads);
    const AuditHead from = audit_from(reads);
    write(nlohmann::ordered_json{{"head", head.position}, {"hash", head.hash}, {"from", from.position}, {"from_hash", from.hash}}.dump());
}

}  // namespace loopbaankaart::access
