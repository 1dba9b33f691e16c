// POST /wensen/{record}/gebeurt, …/ik-doe-dit, …/nog-even: what its traveller says when it comes by. POST …/einde: it came true, changed, or may go.
#include "wish_html.hpp"
#include "wish_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using Said = void (*)(storage::Writes& writes, const access::Viewer& viewer, const base::Id& wish, const base::Id& form, base::Instant now);

web::Answer say(const access::Visit& visit, Said said, std::string_view done) {
    const auto wish = own_record_asked(visit, RecordKind::wish);
    if (!wish || wish->thrown_at) return not_there(visit);
    return web::Write{[&visit, said, id = wish->id, form = sent_id(visit), page = page_of_wish(wish->id).with("gedaan", done)](storage::Writes& writes) {
        said(writes, visit.who(), id, form, visit.site.now());
        return web::go(page);
    }};
}

std::optional<std::optional<WishEnd>> end_named(std::string_view how) {
    if (how == "uit") return WishEnd::fulfilled;
    if (how == "anders") return WishEnd::changed;
    if (how == "los") return WishEnd::let_go;
    if (how == "terug") return std::optional<WishEnd>{};
    return std::nullopt;
}

}  // namespace

web::Answer wish_happens_now(const access::Visit& visit) { return say(visit, call_wish, "gebeurt"); }
web::Answer do_the_wish(const access::Visit& visit) { return say(visit, answer_wish, "ik-doe-dit"); }
web::Answer wish_a_while_later(const access::Visit& visit) { return say(visit, put_wish_off, "nog-even"); }

// A wish that changed leads to the one in its place; that may be left.
web::Answer end_wish(const Desk& desk, const access::Visit& visit) {
    const auto record = own_record_asked(visit, RecordKind::wish);
    const std::string_view how = visit.request.form["hoe"];
    const auto end = end_named(how);
    if (!record || record->thrown_at || !end) return not_there(visit);
    Wish wish = wish_of(*record);
    if (wish.end != *end) wish.ended = base::day_of(visit.site.now(), visit.site.time_zone);
    wish.end = *end;
    Record changed = *record;
    changed.body = in_json(wish);
    changed.parts.clear();
    const web::Url done = wish.end == WishEnd::changed ? web::path("/wensen/nieuw").with("van", record->id.view()) : page_of_wish(record->id).with("gedaan", how);
    return change_sent(desk, visit, *record, {.record = std::move(changed), .form = page_of_wish(record->id, "einde"), .done = done});
}

}  // namespace loopbaankaart::journey
