// GET /eigen/{record}: to its own page, or what can be done with it in the bin. GET …/eerder. POST …/weg and …/terug. GET and POST …/voorgoed.
#include "record_pages.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::optional<Record> record_asked(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("record"));
    if (!id) return std::nullopt;
    std::optional<Record> record;
    visit.school().read([&](storage::Reads& reads) { record = own_record(reads, visit.school().vault(), visit.who(), *id); });
    return record;
}

// A record together with how its kind is shown; nothing of a kind that no part has.
struct Asked {
    Record record;
    const RecordForm& form;
};
std::optional<Asked> asked(const Desk& desk, const access::Visit& visit) {
    auto record = record_asked(visit);
    const RecordForm* form = record ? form_of(desk.parts, record->kind) : nullptr;
    if (form == nullptr) return std::nullopt;
    return Asked{std::move(*record), *form};
}

web::Url at(const Record& record, std::string_view what) { return web::path("/eigen", record.id.view(), what); }
web::Url bin() { return web::path("/rugzak/prullenbak"); }

void on_paper(Html& html, const access::Visit& visit, const RecordForm& form, const Record& record) {
    html.div({web::cls("scrap")}, [&] { form.show(html, visit, record); });
}

// `taken`: another took its place meanwhile.
web::Reply page_in_the_bin(const access::Visit& visit, const Asked& asked, bool taken) {
    const auto& [record, form] = asked;
    return visit.page(title_of(visit, word::the_bin), [&](Html& html) {
        web::back_link(html, bin(), word::the_bin);
        html.h1({}, word::in_the_bin);
        if (taken) html.p({web::cls("trouble"), web::attr("role", "alert")}, word::another_meanwhile);
        on_paper(html, visit, form, record);
        html.p({}, base::say(word::in_bin_until, visit.language(), {{"day", base::day_in_words(*record.thrown_at + in_the_bin_for, visit.language(), visit.site.time_zone)}}));
        web::form(html, at(record, "terug"), visit.form_token, [&] {
            web::actions(html, [&] {
                web::primary_button(html, word::take_back_out, "terug");
                web::secondary_link(html, at(record, "voorgoed"), word::remove_for_good);
            });
        });
    }, taken ? 409 : 200);
}

}  // namespace

std::optional<Record> own_record_asked(const access::Visit& visit, RecordKind kind) {
    auto record = record_asked(visit);
    return record && record->kind == kind ? std::move(record) : std::nullopt;
}

web::Reply not_there(const access::Visit& visit) {
    if (visit.brings_words()) return visit.absent();
    if (const auto thing = own_thing_asked(visit); thing && thing->thrown_at) return web::go(web::path("/rugzak", thing->id.view()));
    if (const auto record = record_asked(visit); record && record->thrown_at) return web::go(web::path("/eigen", record->id.view()));
    return visit.absent();
}

web::Answer go_to_record(const Desk& desk, const access::Visit& visit) {
    const auto found = asked(desk, visit);
    if (!found) return visit.absent();
    if (!found->record.thrown_at) return web::go(found->form.page(found->record.id));
    return page_in_the_bin(visit, *found, false);
}

web::Answer show_earlier_record(const Desk& desk, const access::Visit& visit) {
    const auto found = asked(desk, visit);
    if (!found) return visit.absent();
    const auto& [record, form] = *found;
    std::vector<EarlierBody> earlier;
    visit.school().read([&](storage::Reads& reads) { earlier = earlier_bodies(reads, visit.school().vault(), visit.who(), record.id); });
    return visit.page(title_of(visit, word::how_it_was), [&](Html& html) {
        web::back_link(html, web::path("/eigen", record.id.view()), word::to_this_record);
        html.h1({}, word::how_it_was);
        const Json* after = &record.body;
        for (const EarlierBody& one : earlier) {
            if (one.body != *after)
                html.div({web::cls("scrap")}, [&] {
                    Record then = record;
                    then.body = one.body;
                    then.format = one.format;
                    then.parts.clear();  // what was taken away is gone at once
                    form.show(html, visit, then);
                    html.p({web::cls("when")}, base::say(word::until_day, visit.language(), {{"day", base::day_in_words(one.until, visit.language(), visit.site.time_zone)}}));
                });
            after = &one.body;
        }
        html.p({web::cls("small")}, word::nobody_else_sees);
    });
}

// Sent twice, the second time there is nothing left to do.
web::Answer throw_it_in_the_bin(const access::Visit& visit) {
    const auto record = record_asked(visit);
    if (!record || record->thrown_at) return web::go(bin());
    remember_end_of_shares(visit.school(), as_thing(*record), visit.site.now());
    return web::Write{[&visit, thing = as_thing(*record)](storage::Writes& writes) {
        throw_record_away(writes, thing, visit.site.now());
        return web::go(bin().with("gedaan", "weg"));
    }};
}

web::Answer take_it_back_out(const Desk& desk, const access::Visit& visit) {
    auto found = asked(desk, visit);
    if (!found) return visit.absent();
    return web::Write{[&visit, found = *found](storage::Writes& writes) -> web::Reply {
        const bool out = !found.record.thrown_at || take_record_back_out(writes, as_thing(found.record));
        const auto now = out ? std::nullopt : own_record(writes, visit.school().vault(), visit.who(), found.record.id);
        if (now && now->thrown_at) return page_in_the_bin(visit, found, true);  // else it came out meanwhile
        return web::go(web::path("/eigen", found.record.id.view()));
    }};
}

web::Answer ask_record_removal(const Desk& desk, const access::Visit& visit) {
    const auto found = asked(desk, visit);
    if (!found) return visit.absent();
    const auto& [record, form] = *found;
    return visit.page(title_of(visit, word::remove_for_good), [&](Html& html) {
        html.h1({}, word::take_away_sure);
        html.p({}, word::take_away_what);
        on_paper(html, visit, form, record);
        web::form(html, at(record, "voorgoed"), visit.form_token, [&] {
            web::actions(html, [&] {
                web::primary_button(html, word::take_away_yes);
                web::secondary_link(html, web::path("/eigen", record.id.view()), word::take_away_no);
            });
        });
    });
}

web::Answer remove_it_for_good(const access::Visit& visit) {
    const auto record = record_asked(visit);
    const web::Url afterwards = web::path("/rugzak").with("gedaan", "weg");
    if (!record) return web::go(afterwards);
    remember_record_removal(visit.school(), as_thing(*record), visit.site.now());
    return web::Write{[&visit, thing = as_thing(*record), afterwards](storage::Writes& writes) {
        remove_record(writes, visit.school().media(), thing);
        return web::go(afterwards);
    }};
}

void record_ways(Html& html, const access::Visit& visit, const Record& record) {
    if (record.change) html.p({}, [&] { html.a({web::href(at(record, "eerder"))}, word::how_it_was); });
    web::form(html, at(record, "weg"), visit.form_token, [&] { web::quiet_button(html, word::throw_away); });
}

void show_parts(Html& html, const Record& record, PartSize size) {
    for (const KeptPart& part : record.parts) show_part(html, record.id, part, size);
}

void scraps_in_the_bin(Html& html, const access::Visit& visit, std::span<const Part> parts, const std::vector<Record>& records) {
    for (const Record& record : records)
        if (const RecordForm* form = form_of(parts, record.kind))
            html.li({web::cls("scrap")}, [&] {
                html.a({web::href(web::path("/eigen", record.id.view()))}, [&] {
                    html.p({}, form->line(record, visit.language()));
                    html.p({web::cls("when")}, [&] {
                        html.time({web::attr("datetime", base::iso(record.made_at))}, base::day_in_words(record.made_at, visit.language(), visit.site.time_zone));
                    });
                });
            });
}

}  // namespace loopbaankaart::journey
