#include "../asking/asking.hpp"
#include "../idempotent.hpp"
#include "../removal.hpp"
#include "sharing.hpp"
#include "sharing.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::string_view table = "kept_reaction";

storage::SealedAt place_of(std::string_view column, const base::Id& removal) { return {table, column, removal.view()}; }

base::Id id_of(const storage::Row& row) { return base::Id::parse(row.text(0)).value(); }

std::string_view code_of(Symbol symbol) {
    for (const auto& each : symbols)
        if (each.mark == symbol) return each.code.view();
    return {};
}

Reaction reaction_of(const storage::Row& row, storage::Vault& vault) {
    const base::Id owner = base::Id::parse(row.text(6)).value();
    Reaction reaction{.removal = id_of(row), .author = base::Id::parse(row.text(1)).value(), .author_name = row.null(2) ? std::string{} : row.string(2),
                      .words = {}, .symbol = {}, .made_at = base::instant(row.integer(5))};
    if (!row.null(3)) reaction.words = vault.open(owner, place_of("words", reaction.removal), row.bytes(3));
    if (!row.null(4)) reaction.symbol = symbol(vault.open(owner, place_of("symbol", reaction.removal), row.bytes(4)));
    return reaction;
}

}  // namespace

SealedReaction prepare_reaction(storage::Vault& vault, const access::Viewer& author, const base::Id& id, const access::Thing& thing, Reaction reaction) {
    const base::Id stored = stored_id(id, reaction.made_at);
    reaction.removal = removal_of(author.person, stored);
    reaction.author = author.person;
    SealedReaction ready{.id = stored, .thing = thing, .reaction = std::move(reaction), .words = {}, .symbol = {}};
    const Reaction& said = ready.reaction;
    if (!said.words.empty()) ready.words = vault.seal(thing.owner, place_of("words", said.removal), said.words);
    if (said.symbol) ready.symbol = vault.seal(thing.owner, place_of("symbol", said.removal), code_of(*said.symbol));
    return ready;
}

Reacted react(storage::Writes& writes, storage::Vault& vault, const access::Viewer& author, const SealedReaction& sealed, base::Instant now) {
    const bool allowed = author.person != sealed.thing.owner && access::may(writes, author, sealed.thing, access::Verb::react, now);
    if (!allowed && base::guarded(base::Guard::react_grant)) return Reacted::not_allowed;
    if (vault.was_removed(table, sealed.reaction.removal)) return Reacted::already_there;
    const auto made = writes.run(query::react, sealed.id, sealed.thing.owner, sealed.thing.kind, sealed.thing.id, author.person, sealed.words, sealed.symbol,
                                 sealed.reaction.made_at, sealed.reaction.removal);
    if (made > 0) {
        close_asked_about(writes, author, sealed.thing, now);
        return Reacted::made;
    }
    const auto there = writes.first(query::reaction_sent, [&](const storage::Row& row) { return reaction_of(row, vault); }, author.person, sealed.id,
                                    sealed.thing.owner, sealed.thing.kind, sealed.thing.id);
    const bool same = there && there->words == sealed.reaction.words && there->symbol == sealed.reaction.symbol;
    return same ? Reacted::already_there : Reacted::conflict;
}

std::vector<Reaction> reactions_to(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing) {
    return reads.all(query::reactions_to, [&](const storage::Row& row) { return reaction_of(row, vault); }, thing.owner, thing.kind, thing.id,
                     viewer.person);
}

bool record_reaction_removal(storage::School& school, const access::Viewer& viewer, const base::Id& removal, base::Instant now) {
    bool there = false;
    school.read([&](storage::Reads& reads) {
        there = reads.first(query::reaction_there, [](const storage::Row&) { return true; }, removal, viewer.person).has_value();
    });
    if (there) school.vault().record_removal(table, removal, now);
    return there;
}

void remove_reaction(storage::Writes& writes, const access::Viewer& viewer, const base::Id& removal) {
    if (const auto owner = writes.first(query::reaction_owner, id_of, removal, viewer.person)) end_takings(writes, *owner);
    writes.run(query::remove_reaction, removal, viewer.person);
}

void record_removal_of_shared(storage::School& school, const access::Thing& thing, base::Instant now) {
    std::vector<base::Id> removals;
    school.read([&](storage::Reads& reads) { removals = reads.all(query::reactions_of_thing, id_of, thing.owner, thing.kind, thing.id); });
    for (const base::Id& removal : removals) school.vault().record_removal(table, removal, now);
    record_removal_of_asked(school, thing, now);
}

void remove_shared(storage::Writes& writes, const access::Thing& thing) {
    access::end_grants(writes, thing);
    writes.run(query::remove_reactions, thing.owner, thing.kind, thing.id);
    remove_asked(writes, thing);
}

}  // namespace loopbaankaart::journey
