// The switch: who switched it on, what for, and that it takes everything along when it goes off.
#include "guidance.hpp"
#include "guidance.sql.hpp"
#include "guidance_rows.hpp"
#include "guidance_words.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t most_in_purpose = 2'000;

bool may_be_on(std::string_view kind) { return kind == "mbo" || kind == "hbo" || (kind == "vo" && !base::guarded(base::Guard::fit_not_for_vo)); }

bool coordinates(const access::Viewer& viewer) { return viewer.content_open && !viewer.left() && viewer.has(access::Role::coordinator); }

void check_text(web::FieldErrors& errors, std::string_view field, std::string& text, std::string_view typed, const base::Word& missing) {
    text = base::tidy(typed);
    if (text.empty()) errors.add(field, {missing});
    else if (base::characters(text) > most_in_purpose) errors.add(field, {word::fit_text_long});
}

// As a browser sends it, and not after today.
void check_day(web::FieldErrors& errors, std::string_view field, std::string& day, std::string_view typed, std::chrono::year_month_day today) {
    int year = 0;
    unsigned month = 0, of_month = 0;
    day = base::tidy(typed);
    const bool read = day.size() == 10 && std::sscanf(day.c_str(), "%4d-%2u-%2u", &year, &month, &of_month) == 3;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
    if (!read || !date.ok()) errors.add(field, {word::fit_day_unclear});
    else if (std::chrono::sys_days{date} > std::chrono::sys_days{today}) errors.add(field, {word::fit_day_later});
}

PersonSwitch as_written(const storage::Row& row, int first, const base::Id& id) {
    return {.id = id, .kind = row.string(first), .purpose = row.string(first + 1), .help = row.string(first + 2), .assessed_on = row.string(first + 3), .assessed_where = row.string(first + 4),
            .agreed_on = row.string(first + 5)};
}
bool says_the_same(const PersonSwitch& one, const PersonSwitch& other) {
    return one.kind == other.kind && one.purpose == other.purpose && one.help == other.help && one.assessed_on == other.assessed_on && one.assessed_where == other.assessed_where &&
           one.agreed_on == other.agreed_on;
}

}  // namespace

std::optional<PersonSwitch> switched_on(storage::Reads& reads) {
    auto on = reads.first(query::switch_on_now, [](const storage::Row& row) {
        PersonSwitch all = as_written(row, 1, rows::id_in(row, 0));
        all.by_name = rows::name_in(row, 7), all.since = base::instant(row.integer(8));
        return all;
    });
    if (!on && !base::guarded(base::Guard::fit_off)) return PersonSwitch{};
    return on;
}

PersonSwitch read_switch(const web::Fields& form, const base::Id& id, base::Instant now, std::string_view time_zone, web::FieldErrors& errors) {
    PersonSwitch all{.id = id, .kind = std::string{form["soort"]}, .purpose = {}, .help = {}, .assessed_on = {}, .assessed_where = {}, .agreed_on = {}};
    if (!may_be_on(all.kind)) errors.add("soort", {all.kind == "vo" ? word::fit_not_for_vo : word::fit_kind_missing});
    const auto today = base::day_of(now, time_zone);
    check_text(errors, "doel", all.purpose, form["doel"], word::fit_purpose_missing);
    check_text(errors, "hulp", all.help, form["hulp"], word::fit_help_missing);
    check_day(errors, "getoetst", all.assessed_on, form["getoetst"], today);
    check_text(errors, "waar", all.assessed_where, form["waar"], word::fit_where_missing);
    check_day(errors, "raad", all.agreed_on, form["raad"], today);
    return all;
}

Switched switch_on(storage::Writes& writes, const access::Viewer& viewer, const PersonSwitch& all, base::Instant now, base::Randomness& randomness) {
    if (!coordinates(viewer)) return Switched::not_yours;
    if (!may_be_on(all.kind)) return Switched::not_for_vo;
    const auto before = writes.first(query::switch_by_id, [&](const storage::Row& row) { return says_the_same(as_written(row, 0, all.id), all) && row.text(6) == viewer.person.view(); }, all.id);
    if (before) return *before ? Switched::done : Switched::already;
    if (writes.run(query::switch_on, all.id, all.kind, all.purpose, all.help, all.assessed_on, all.assessed_where, all.agreed_on, viewer.person, now) == 0) return Switched::already;
    access::record(writes, {viewer.person, access::Deed::granted, std::nullopt, "person_switch " + all.id.text()}, now, randomness);
    return Switched::done;
}

void remember_switching_off(storage::School& school, const base::Id& switched, base::Instant now) {
    std::vector<base::Id> models;
    school.read([&](storage::Reads& reads) { models = reads.all(query::model_ids, [](const storage::Row& row) { return rows::id_in(row, 0); }); });
    for (const base::Id& model : models) school.vault().destroy(model, now);
    school.vault().record_removal(rows::switch_table, switched, now);
}

Switched switch_off(storage::Writes& writes, const access::Viewer& viewer, const base::Id& switched, base::Instant now, base::Randomness& randomness) {
    if (!coordinates(viewer)) return Switched::not_yours;
    if (writes.run(query::switch_off, viewer.person, now, switched) == 0) return Switched::already;
    writes.run(query::remove_evidence);
    writes.run(query::remove_models);
    access::record(writes, {viewer.person, access::Deed::grant_ended, std::nullopt, "person_switch " + switched.text()}, now, randomness);
    return Switched::done;
}

std::vector<storage::Erasable> guidance_erasable() {
    return {{.table = std::string{rows::switch_table}, .id_column = "id"},
            {.table = "person_model", .holder_column = "id"},
            {.table = std::string{rows::evidence_table}, .id_column = "id", .holder_column = "student", .other_column = "model"},
            {.table = "person_look", .holder_column = "student"},
            {.table = "person_objection", .holder_column = "student"}};
}

void erase_guidance(storage::Writes& writes, const base::Id& person) {
    writes.run(query::remove_evidence_of, person);
    writes.run(query::erase_fit_looks, person);
    writes.run(query::erase_objections, person);
}

}  // namespace loopbaankaart::flow
