#include <algorithm>

#include <journey/words.hpp>

#include "../removal.hpp"
#include "../written_day.hpp"
#include "sharing.hpp"

namespace loopbaankaart::journey {

base::Result<std::optional<base::Instant>> share_until(std::string_view choice, std::string_view day, base::Instant now, std::string_view time_zone) {
    using std::chrono::days, std::chrono::sys_days;
    const sys_days today{base::day_of(now, time_zone)};
    const auto after = [&](sys_days last) { return std::optional{base::start_of(last + days{1}, time_zone)}; };
    if (choice == "week") return after(today + days{7});
    if (choice == "maand") return after(today + days{28});
    // A day that was filled in counts, also when nobody pressed the button beside it.
    if (choice != "dag" && base::trimmed(day).empty()) return std::optional<base::Instant>{};
    const auto last = written_day(day);
    if (!last) return base::Error{word::share_day_unclear};
    if (sys_days{*last} < today) return base::Error{word::share_day_past};
    return after(sys_days{*last});
}

void share(storage::Writes& writes, storage::Vault& vault, const Sharing& sharing, base::Instant now, base::Randomness& randomness) {
    const base::Id& owner = sharing.thing.owner;
    for (const base::Id& person : sharing.people) {
        const auto given = access::grants_of(writes, sharing.thing, now);
        const bool may_already = std::ranges::any_of(given, [&](const access::GivenGrant& grant) {
            return grant.grantee == person && (grant.verb == access::Verb::react || sharing.verb == access::Verb::read);
        });
        const base::Id id = removal_of(removal_of(owner, sharing.form), person);
        if (may_already || vault.was_removed("access_grant", id) || !access::may_share_with(writes, owner, person)) continue;
        access::give(writes, {id, sharing.thing, person, sharing.verb, sharing.purpose, sharing.until}, now, randomness);
    }
}

std::vector<SharedThing> shared_with(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, std::span<const Part> parts, base::Instant now,
                                     base::Language language) {
    std::vector<SharedThing> shared;
    for (access::ReceivedGrant& grant : access::grants_received(reads, viewer.person, now)) {
        const Shareable* kind = shareable(parts, grant.kind);
        if (kind == nullptr) continue;
        auto line = kind->line(reads, vault, viewer, {kind->kind, grant.thing, grant.owner}, now, language);
        if (line) shared.push_back({*kind, grant.thing, grant.owner, std::move(grant.owner_name), grant.given, grant.until, std::move(*line)});
    }
    return shared;
}

void remember_end_of_shares(storage::School& school, const access::Thing& thing, base::Instant now) {
    std::vector<access::GivenGrant> given;
    school.read([&](storage::Reads& reads) { given = access::grants_of(reads, thing, now); });
    for (const access::GivenGrant& grant : given) access::remember_end(school, thing.owner, grant.id, now);
}

}  // namespace loopbaankaart::journey
