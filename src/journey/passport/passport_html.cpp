#include "passport_html.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "passport_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// What a part of it is called in a form.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> field_names{{{"title", "titel"}, {".words", "woorden"}, {".stamps", "stempel"}, {".things", "ding"}}};

// Its pages in words: what stands on each.
void in_words(Html& html, const Passport& passport, const PassportSources& sources) {
    for (const SeenPage& page : seen_pages(passport, sources)) {
        html.ul({}, [&] {
            for (const Record* stamp : page.stamps) html.li({}, line_of_stamp(*stamp, html.language()));
            for (const KeptThing* thing : page.things)
                if (!thing->words.empty()) html.li({}, thing->words);
        });
        html.paragraphs(page.words);
    }
}

}  // namespace

web::Url the_passport() { return web::path("/paspoort"); }

web::Url the_passport_at(const base::Id& page, std::string_view done) {
    web::Url url = done.empty() ? the_passport() : the_passport().with("gedaan", done).with("blad", page.view());  // for the script: see js/paspoort.js
    return std::move(url).at("blad-" + page.text());
}

web::Url page_of_stamp(const base::Id& stamp) { return web::path("/paspoort/stempel", stamp.view()); }
web::Url form_of_page(const base::Id& page) { return web::path("/paspoort/blad", page.view()); }

PassportSources sources_for(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const Passport& passport) {
    PassportSources found{.stamps = records_of(reads, vault, viewer, RecordKind::stamp, std::string::npos), .things = {}};
    std::set<base::Id> named;
    for (const PassportPage& page : passport.pages) named.insert(page.things.begin(), page.things.end());
    for (KeptThing& thing : own_things(reads, vault, viewer, std::vector(named.begin(), named.end()))) found.things.emplace(thing.id, std::move(thing));
    return found;
}

OwnPassport own_passport(const access::Visit& visit) {
    OwnPassport own;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        own.kept = single_record(reads, vault, visit.who(), RecordKind::passport);
        if (own.kept) own.passport = passport_of(*own.kept);
        own.sources = sources_for(reads, vault, visit.who(), own.passport);
    });
    return own;
}

web::FieldErrors faults_of(const Passport& passport) {
    BodyReader sent{in_json(passport)};
    check_passport(sent);
    web::FieldErrors errors;
    for (const web::FieldError& fault : sent.faults()) {
        const auto* named = std::ranges::find_if(field_names, [&](const auto& each) { return fault.field.ends_with(each.first); });
        errors.add(named == field_names.end() ? std::string_view{} : named->second, fault.error);
    }
    return errors;
}

web::Answer keep_passport(const Desk& desk, const access::Visit& visit, const Passport& passport, web::Url form, web::Url done) {
    BodyReader sent{in_json(passport)};
    const Passport tidied = read_passport(sent);
    return keep_or_change_sent(desk, visit, {.record = {.id = {}, .kind = RecordKind::passport, .body = in_json(tidied), .links = links_of(tidied), .made_at = {}, .owner = visit.who().person},
                                             .form = std::move(form), .done = std::move(done)});
}

std::string passport_notice(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "blad") return title_of(visit, word::page_kept);
    if (done == "eruit") return title_of(visit, word::page_is_out);
    if (done == "plek") return title_of(visit, word::page_moved);
    if (done == "stempel") return title_of(visit, word::stamp_pressed);
    if (done == "anders") return title_of(visit, word::changed);
    return {};
}

std::string line_of_stamp(const Record& record, base::Language language) { return said_of(record, stamp_of(record).place_name, language); }

void show_stamp(Html& html, const access::Visit&, const Record& record) {
    const DrawnStamp stamp{record, stamp_of(record).place_name};
    define_stamps(html, {stamp});
    html.div({web::cls("stamp-alone paper-reispapier")}, [&] { draw_stamp(html, stamp); });
    html.p({}, line_of_stamp(record, html.language()));
}

std::string line_of_passport(const Record& record, base::Language language) {
    const Passport passport = passport_of(record);
    return passport.title.empty() ? std::string{word::passport.in(language)} : passport.title;
}

void show_passport_in_words(Html& html, const access::Visit& visit, const Record& record) {
    const Passport passport = passport_of(record);
    html.h3({}, line_of_passport(record, html.language()));
    visit.school().read([&](storage::Reads& reads) { in_words(html, passport, sources_for(reads, visit.school().vault(), visit.who(), passport)); });
}

void tell_passport_in_words(Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& record) {
    const Passport passport = passport_of(record);
    in_words(html, passport, sources_for(reads, vault, owner, passport));
}

}  // namespace loopbaankaart::journey
