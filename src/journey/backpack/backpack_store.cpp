#include <algorithm>
#include <limits>
#include <map>

#include "../idempotent.hpp"
#include "../named.hpp"
#include "../removal.hpp"
#include "backpack.sql.hpp"
#include "backpack_rows.hpp"
#include "wanted.hpp"

namespace loopbaankaart::journey {

namespace {

using rows::place_of;

std::optional<KeptThing> own_thing(storage::Reads& reads, storage::Vault& vault, const base::Id& owner, const base::Id& id) {
    auto thing = reads.first(query::own_thing, [&](const storage::Row& row) { return rows::thing_of(row, vault); }, id, owner);
    if (thing) thing->parts = rows::parts_of(reads, vault, {rows::table, id, owner});
    return thing;
}

// In one question for all of them; of many, all that lies between their ids: an id begins with a moment, so few lie between.
void add_parts(storage::Reads& reads, storage::Vault& vault, const base::Id& owner, std::vector<KeptThing>& things) {
    if (things.empty()) return;
    std::map<base::Id, KeptThing*> by_id;
    for (KeptThing& thing : things) by_id.emplace(thing.id, &thing);
    const auto add = [&](const storage::Row& row) {
        const auto found = by_id.find(base::Id::parse(row.text(0)).value());
        if (found != by_id.end()) found->second->parts.push_back(rows::part_of(row, vault, owner));
    };
    if (by_id.size() <= few_named) reads.each(query::parts_of_named_things, add, ids_in(by_id), owner);
    else reads.each(query::parts_of_things, add, owner, by_id.begin()->first, by_id.rbegin()->first);
}

bool same_content(const KeptThing& kept, const KeptThing& sent) {
    return kept.words == sent.words && kept.place == sent.place && kept.marks == sent.marks && kept.happened == sent.happened &&
           std::ranges::equal(kept.parts, sent.parts, rows::same_part);
}

std::int64_t insert(storage::Writes& writes, const access::Viewer& viewer, const SealedThing& ready) {
    const KeptThing& thing = ready.thing;
    const rows::Happened when = rows::happened(thing);
    return writes.run(query::keep_thing, thing.id, viewer.person, thing.place, thing.place_name, ready.words, thing.kept_at, removal_of(viewer.person, thing.id),
                      ready.marks, when.from, when.until, when.said);
}

void insert_parts(storage::Writes& writes, const access::Viewer& viewer, const SealedThing& ready) {
    rows::add_parts(writes, {rows::table, ready.thing.id, viewer.person}, 0, ready.thing.parts, ready.descriptions);
}

}  // namespace

SealedThing prepare(storage::Vault& vault, const access::Viewer& viewer, KeptThing thing) {
    thing.id = stored_id(thing.id, thing.kept_at);
    SealedThing ready{.thing = std::move(thing)};
    const KeptThing& kept = ready.thing;
    ready.words = vault.seal(viewer.person, place_of("words", kept.id), kept.words);
    if (!kept.marks.empty()) ready.marks = vault.seal(viewer.person, place_of("marks", kept.id), in_codes(kept.marks));
    ready.descriptions = rows::seal_descriptions(vault, viewer.person, kept.parts);
    return ready;
}

Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedThing& ready) {
    if (insert(writes, viewer, ready) > 0) {
        insert_parts(writes, viewer, ready);
        return Kept::made;
    }
    const auto there = own_thing(writes, vault, viewer.person, ready.thing.id);
    return there && same_content(*there, ready.thing) ? Kept::already_there : Kept::conflict;
}

Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing) {
    return keep(writes, vault, viewer, prepare(vault, viewer, thing));
}

void keep_new(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing) {
    const SealedThing ready = prepare(vault, viewer, thing);
    insert(writes, viewer, ready);
    insert_parts(writes, viewer, ready);
}

namespace {

std::int64_t as_limit(std::size_t limit) { return static_cast<std::int64_t>(std::min<std::size_t>(limit, std::numeric_limits<std::int32_t>::max())); }

// Where a list goes on.
struct Before {
    base::Instant moment = base::instant(std::numeric_limits<std::int64_t>::max());
    std::string_view id = {};
};

// Absent when the viewer has no such thing.
std::optional<Before> before_of(storage::Reads& reads, const access::Viewer& viewer, const std::optional<base::Id>& thing) {
    if (!thing) return Before{};
    return reads.first(query::kept_moment, [&](const storage::Row& row) { return Before{base::instant(row.integer(0)), thing->view()}; }, *thing, viewer.person);
}

}  // namespace

std::vector<KeptThing> things_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer,
                                 std::string_view place, std::size_t limit, const std::optional<base::Id>& before) {
    const auto from = before_of(reads, viewer, before);
    if (!from) return {};
    const auto make = [&](const storage::Row& row) { return rows::thing_of(row, vault); };
    auto things = place.empty() ? reads.all(query::things_of, make, viewer.person, from->moment, from->id, as_limit(limit))
                                : reads.all(query::things_at, make, viewer.person, place, from->moment, from->id, as_limit(limit));
    add_parts(reads, vault, viewer.person, things);
    return things;
}

std::vector<KeptThing> own_things(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, std::span<const base::Id> ids) {
    if (ids.empty()) return {};
    auto things = reads.all(query::named_things, [&](const storage::Row& row) { return rows::thing_of(row, vault); }, one_behind_the_other(ids), viewer.person);
    add_parts(reads, vault, viewer.person, things);
    return things;
}

std::vector<KeptThing> things_to_choose(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, Pictured which, std::size_t limit,
                                        const std::optional<base::Id>& before, std::span<const base::Id> left_out) {
    const auto from = before_of(reads, viewer, before);
    if (!from) return {};
    std::vector<KeptThing> things;
    reads.each(which == Pictured::yes ? query::pictured_things : query::unpictured_things, [&](const storage::Row& row) {
        if (things.size() < limit && std::ranges::find(left_out, row.text(0), &base::Id::view) == left_out.end()) things.push_back(rows::thing_of(row, vault));
    }, viewer.person, from->moment, from->id, as_limit(limit) + std::ssize(left_out));
    add_parts(reads, vault, viewer.person, things);
    return things;
}

std::vector<KeptThing> kept_between(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant from, base::Instant until) {
    auto things = reads.all(query::kept_between, [&](const storage::Row& row) { return rows::thing_of(row, vault); }, viewer.person, from, until);
    add_parts(reads, vault, viewer.person, things);
    return things;
}

namespace {

struct AYearAgo {
    base::Instant from, this_day, until;
};

AYearAgo a_year_before(base::Instant now, std::string_view time_zone) {
    using namespace std::chrono;
    const year_month_day then = base::day_of(now, time_zone) - years{1};
    const sys_days day = then.ok() ? sys_days{then} : sys_days{then.year() / then.month() / last};
    return {base::start_of(day - days{7}, time_zone), base::start_of(day, time_zone) + hours{12}, base::start_of(day + days{8}, time_zone)};
}

}  // namespace

std::vector<KeptThing> kept_a_year_ago(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now, std::string_view time_zone, std::size_t most) {
    const AYearAgo then = a_year_before(now, time_zone);
    auto things = reads.all(query::last_kept_between, [&](const storage::Row& row) { return rows::thing_of(row, vault); }, viewer.person, then.from, then.until, static_cast<std::int64_t>(most));
    add_parts(reads, vault, viewer.person, things);
    return things;
}

std::optional<KeptThing> nearest_a_year_ago(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now, std::string_view time_zone) {
    const AYearAgo then = a_year_before(now, time_zone);
    auto things = reads.all(query::kept_nearest, [&](const storage::Row& row) { return rows::thing_of(row, vault); }, viewer.person, then.from, then.until, then.this_day);
    add_parts(reads, vault, viewer.person, things);
    if (things.empty()) return std::nullopt;
    return std::move(things.front());
}

Shelves shelves(storage::Reads& reads, const access::Viewer& viewer) {
    Shelves found;
    found.places = reads.all(query::shelves, [](const storage::Row& row) { return std::pair{row.string(0), row.string(1)}; }, viewer.person);
    reads.each(query::oldest_kept, [&](const storage::Row& row) {
        if (!row.null(0)) found.oldest = base::instant(row.integer(0));
    }, viewer.person);
    return found;
}

std::vector<KeptThing> things_in_bin(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer) {
    auto things = reads.all(query::things_in_bin, [&](const storage::Row& row) { return rows::thing_of(row, vault); }, viewer.person);
    add_parts(reads, vault, viewer.person, things);
    return things;
}

std::optional<KeptThing> find_thing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    const auto owners = reads.all(query::thing_owners, [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); },
                                  id, viewer.person);
    for (const base::Id& owner : owners) {
        if (!access::may(reads, viewer, {rows::table, id, owner}, access::Verb::read, now)) continue;
        auto thing = own_thing(reads, vault, owner, id);
        const bool closed = thing && thing->thrown_at && owner != viewer.person && base::guarded(base::Guard::bin_closed);
        if (!closed) return thing;
    }
    return std::nullopt;
}

bool was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id) {
    return vault.was_removed(rows::table, removal_of(viewer.person, id));
}

}  // namespace loopbaankaart::journey
