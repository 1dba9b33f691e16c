#include "../moments/moments.hpp"
#include "wish_html.hpp"
#include "wish_pages.hpp"
#include "wishes.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr RecordForm wish_forms[] = {wish_form};

std::vector<storage::Erasable> tables() { return {{.table = std::string{wish_signals.table}, .id_column = "removal", .holder_column = "owner"}}; }

void erase(storage::Writes& writes, storage::School&, const base::Id& person) { writes.run(query::erase_wishes, person); }

// A wish lies where it was hung, and once more on the day it ended.
void moments(const MomentsAsked& asked, std::vector<Moment>& found) {
    moments_of(asked, {RecordKind::wish, "wens", word::wish, line_of_wish, [](const base::Id& id) { return page_of_wish(id); }}, found);
    if (asked.opened == 0) return;
    for (const Record& record : records_changed(asked.reads, asked.vault, asked.viewer, RecordKind::wish, asked.opened)) {
        const Wish wish = wish_of(record);
        if (!wish.end || !wish.ended) continue;
        const base::Instant day = base::start_of(*wish.ended, asked.time_zone);
        for (const auto& each : wish_ends)
            if (wish.end == each.mark && day < asked.before) found.push_back({day, "wens", &each.name, line_of_wish(record, asked.language), page_of_wish(record.id)});
    }
}

// The one that is back longest, with its als and its dan.
Scrap came_back_first(storage::Reads& reads, const access::Visit& visit) {
    const std::vector<base::Id> back = came_back(reads, visit.who(), visit.site.now());
    std::optional<Record> wish = back.empty() ? std::nullopt : own_record(reads, visit.school().vault(), visit.who(), back.front());
    if (!wish) return {};
    return [wish = std::move(*wish)](web::Html& html) {
        html.h2({}, word::wish_came_by);
        ribbon(html, wish);
        if_and_then(html, wish_of(wish));
        html.p({web::cls("onward")}, [&] { html.a({web::href(page_of_wish(wish.id))}, word::wish_look); });
    };
}

}  // namespace

Part wishes_part() {
    return {.code = "wensen", .pocket = Pocket{"wens", word::wishes, word::wishes_short, "/wensen", "wensboom", wishes_at_place}, .erasable = tables, .erase = erase,
            .shareable = &shared_wishes(), .records = wish_forms, .moments = moments, .came_back = came_back_first, .routes = wish_routes};
}

}  // namespace loopbaankaart::journey
