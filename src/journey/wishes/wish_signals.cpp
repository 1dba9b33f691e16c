// When a wish comes back.
#include <algorithm>

#include "../removal.hpp"
#include "wishes.hpp"
#include "wishes.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::array<std::string_view, 3> form_codes{"day", "place", "own"};

void follow(storage::Writes& writes, const base::Id& owner, const Record& record, base::Instant now) {
    const Wish wish = wish_of(record);
    if (!wish.when || wish.end) {
        writes.run(query::forget_wish, owner, record.id);
        return;
    }
    const If& when = *wish.when;
    const auto day_at = when.form == IfForm::day ? std::optional{when.day_at} : std::nullopt;
    // No form names a day that is over: such a wish was brought in from elsewhere, where that day came by already.
    const bool is_over = day_at && *day_at + std::chrono::days{1} <= now;
    writes.run(query::follow_wish, owner, record.id, form_codes[static_cast<std::size_t>(when.form)], day_at, when.place, now, is_over ? std::optional{now} : std::nullopt,
               removal_of(owner, record.id));
}

void forget(storage::Writes& writes, const access::Thing& wish) { writes.run(query::forget_wish, wish.owner, wish.id); }

}  // namespace

const RowsBeside wish_signals{.table = "wish_signal", .follow = follow, .remove = forget};

std::vector<base::Id> came_back(storage::Reads& reads, const access::Viewer& viewer, base::Instant now) {
    return reads.all(query::came_back, [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); }, viewer.person, now);
}

void call_wish(storage::Writes& writes, const access::Viewer& viewer, const base::Id& wish, const base::Id& form, base::Instant now) {
    writes.run(query::call_wish, now, form, viewer.person, wish);
}

namespace {

bool is_back(storage::Reads& reads, const access::Viewer& viewer, const base::Id& wish, base::Instant now) {
    const auto back = came_back(reads, viewer, now);
    return std::ranges::find(back, wish) != back.end();
}

}  // namespace

void put_wish_off(storage::Writes& writes, const access::Viewer& viewer, const base::Id& wish, const base::Id& form, base::Instant now) {
    if (is_back(writes, viewer, wish, now)) writes.run(query::wish_later, now + later_by, form, viewer.person, wish);
}

void answer_wish(storage::Writes& writes, const access::Viewer& viewer, const base::Id& wish, const base::Id& form, base::Instant now) {
    if (is_back(writes, viewer, wish, now)) writes.run(query::wish_answered, now, form, viewer.person, wish);
}

}  // namespace loopbaankaart::journey
