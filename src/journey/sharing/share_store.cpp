#include <algorithm>
#include <charconv>

#include <journey/words.hpp>

#include "../removal.hpp"
#include "sharing.hpp"
#include "sharing.sql.hpp"

namespace loopbaankaart::journey {

namespace {

// "2026-12-24", as a browser sends it.
std::optional<std::chrono::year_month_day> day_in(std::string_view text) {
    const auto part = [&](std::size_t from, std::size_t length) { return text.size() == 10 ? base::whole_number(text.substr(from, length)) : std::nullopt; };
    const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::chrono::year_month_day found{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{static_cast<unsigned>(*month)},
                                            std::chrono::day{static_cast<unsigned>(*day)}};
    return found.ok() ? std::optional{found} : std::nullopt;
}

}  // namespace

base::Result<std::optional<base::Instant>> share_until(std::string_view choice, std::string_view day, base::Instant now, std::string_view time_zone) {
    using std::chrono::days, std::chrono::sys_days;
    const sys_days today{base::day_of(now, time_zone)};
    const auto after = [&](sys_days last) { return std::optional{base::start_of(last + days{1}, time_zone)}; };
    if (choice == "week") return after(today + days{7});
    if (choice == "maand") return after(today + days{28});
    // A day that was filled in counts, also when nobody pressed the button beside it.
    if (choice != "dag" && base::trimmed(day).empty()) return std::optional<base::Instant>{};
    const auto last = day_in(base::trimmed(day));
    if (!last) return base::Error{word::share_day_unclear};
    if (sys_days{*last} < today) return base::Error{word::share_day_past};
    return after(sys_days{*last});
}

void share(storage::Writes& writes, storage::Vault& vault, const access::Viewer& owner, const Sharing& sharing, base::Instant now, base::Randomness& randomness) {
    const access::Thing thing{"kept_thing", sharing.thing, owner.person};
    for (const base::Id& person : sharing.people) {
        const auto given = access::grants_of(writes, thing, now);
        const bool sees_it = std::ranges::any_of(given, [&](const access::GivenGrant& grant) { return grant.grantee == person; });
        const base::Id id = removal_of(removal_of(owner.person, sharing.form), person);
        if (sees_it || vault.was_removed("access_grant", id) || !access::may_share_with(writes, owner.person, person)) continue;
        access::give(writes, {id, thing, person, sharing.verb, "rugzak", sharing.until}, now, randomness);
    }
}

std::vector<SharedThing> shared_with(storage::Reads& reads, const access::Viewer& viewer, base::Instant now) {
    return reads.all(query::shared_with_viewer, [](const storage::Row& row) {
        const auto id = [&](int column) { return base::Id::parse(row.text(column)).value(); };
        SharedThing shared{.thing = id(0), .owner = id(1), .owner_name = row.string(2), .given = base::instant(row.integer(3)), .until = {},
                           .place = row.string(5), .place_name = row.string(6)};
        if (!row.null(4)) shared.until = base::instant(row.integer(4));
        return shared;
    }, viewer.person, now);
}

}  // namespace loopbaankaart::journey
