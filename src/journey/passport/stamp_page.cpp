// GET and POST /paspoort/stempel: making a stamp. GET /paspoort/stempel/{record}: one stamp. GET and POST /paspoort/stempel/{record}/anders: changing it.
#include <algorithm>

#include "../backpack/thing_form.hpp"
#include "../picking/picking.hpp"
#include "../telling/telling_pages.hpp"
#include "passport_html.hpp"
#include "passport_pages.hpp"
#include "passport_words.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t most_pictures = 1;
const PickField pick_picture{.name = "ding", .label = word::stamp_from_backpack, .most = 1, .in_order = false};

// What stands in the form, right or wrong.
struct Making {
    const atlas::Atlas& atlas;
    const Stamp& typed;
    const Picked& picked;
    const web::FieldErrors& errors;
    const Record* seen = nullptr;  // the one that is changed
};

void place_field(Html& html, const access::Visit& visit, const Making& making) {
    std::vector<web::Choice> places = places_by_name(making.atlas, visit.language());
    places.insert(places.begin(), {"", std::string{word::stamp_no_place.in(html.language())}});
    if (making.seen) {  // its place may be no longer on the map
        const Stamp was = stamp_of(*making.seen);
        if (!was.place.empty() && !making.atlas.find(was.place)) places.push_back({was.place, was.place_name});
    }
    web::select(html, {.name = "plek", .label = word::stamp_place, .value = making.typed.place, .error = making.errors.find("plek"), .choices = places});
}

void picture_there(Html& html, const access::Visit& visit, const Record& stamp) {
    for (const KeptPart& part : stamp.parts)
        html.div({web::cls("part-there")}, [&] {
            show_part(html, stamp.id, part, PartSize::small);
            const std::string away = fmt::format("weg-{}", part.id.text());
            web::checkbox(html, {.name = away, .label = word::take_away, .value = "ja"}, visit.request.form.has(away));
        });
}

void picture_fields(Html& html, const access::Visit& visit, const Making& making) {
    if (making.seen) picture_there(html, visit, *making.seen);
    if (making.seen && !making.seen->parts.empty()) return;
    media_fields(html, {typed_thing(visit.request), making.errors}, most_pictures, Asks::pictures);
    const bool open = making.errors.find("ding") || redraws(visit.request.form) || !making.picked.chosen.empty();
    html.details({web::cls("more-fields"), web::flag("open", open)}, [&] {
        html.summary({}, word::stamp_from_backpack);
        pick_things(html, visit, making.atlas, pick_picture, making.picked, making.errors.find("ding"));
    });
}

void rim_field(Html& html, const Stamp& typed) {
    std::vector<Swatch> all;
    for (const StampDrawing& rim : content().stamps)
        all.push_back({rim.id, [&html, &rim] {
                           empty_rim(html, rim);
                           html.span({web::cls("spoken")}, rim.names.in(html.language()));
                       }});
    html.div({web::cls("rims-to-choose paper-reispapier")}, [&] { swatches(html, "rand", word::stamp_rim, rim_of(typed).id, all); });
}

web::Reply form_page(const access::Visit& visit, const Making& making) {
    const base::Word& title = making.seen ? word::change_stamp : word::make_a_stamp;
    const web::Url form = making.seen ? web::path("/paspoort/stempel", making.seen->id.view(), "anders") : web::path("/paspoort/stempel");
    return visit.page(title_of(visit, title), [&](Html& html) {
        web::back_link(html, making.seen ? page_of_stamp(making.seen->id) : the_passport(), making.seen ? word::a_stamp : word::to_the_passport);
        html.h1({}, title);
        if (!making.seen) html.p({web::cls("lead")}, word::make_stamp_lead);
        web::error_summary(html, making.errors);
        if (!making.errors.empty() && !visit.request.uploads.empty()) html.p({web::cls("hint")}, word::choose_files_again);
        define_rims(html);
        web::upload_form(html, form, visit.form_token, sent_id(visit), [&] {
            html.div({web::cls("stamp-making")}, [&] {
                if (making.seen) web::hidden(html, "gezien", visit.request.form.has("gezien") ? visit.request.form["gezien"] : seen_of(*making.seen).view());
                html.div({}, [&] {
                    place_field(html, visit, making);
                    web::text_field(html, {.name = "woord", .label = word::stamp_word, .hint = &word::stamp_word_hint, .value = making.typed.word, .error = making.errors.find("woord"),
                                           .optional = true, .most = most_in_stamp_word});
                    picture_fields(html, visit, making);
                });
                html.div({}, [&] {
                    rim_field(html, making.typed);
                    ink_swatches(html, word::stamp_ink, ink_of(making.typed).id, "reispapier");
                });
            });
            web::actions(html, [&] { web::primary_button(html, making.seen ? word::keep : word::press_it, "stempel"); });
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, making.errors.empty() ? 200 : 422, {}, passport_look);
}

// ---- from what was typed to a stamp

Stamp typed_stamp(const web::Fields& form) {
    return {.place = std::string{form["plek"]}, .place_name = {}, .word = std::string{form["woord"]}, .rim = std::string{form["rand"]}, .colour = std::string{form["inkt"]}};
}

bool brings_sound(const web::Request& request) {
    return std::ranges::any_of(request.uploads, [](const web::Upload& upload) { return upload.field == "geluid" && upload.file.size() > 0; });
}

bool brings_picture(const web::Request& request) {
    const bool file = std::ranges::any_of(request.uploads, [](const web::Upload& upload) { return upload.file.size() > 0; });
    return file || !base::trimmed(request.form["tekening"]).empty();
}

struct Checked {
    Stamp stamp;
    std::vector<KeptPart> copied;  // out of the backpack
    web::FieldErrors errors;
};

// `was`: before it is changed. A place that is no longer on the map stays where it was.
void check_place(const Making& making, Checked& checked) {
    Stamp& stamp = checked.stamp;
    if (stamp.place.empty()) return;
    const Stamp was = making.seen ? stamp_of(*making.seen) : Stamp{};
    const atlas::Place* place = making.atlas.find(stamp.place);
    base::Language spoken{};
    if (place) stamp.place_name = place->in(base::Language::nl, spoken).name;
    else if (stamp.place == was.place) stamp.place_name = was.place_name;
    else checked.errors.add("plek", {word::stamp_place_unknown});
}

void check_picture(const access::Visit& visit, const Making& making, Checked& checked) {
    if (brings_sound(visit.request)) checked.errors.add("foto", {word::stamp_no_sound});
    add_faults(checked.errors, pick_picture, making.picked);
    for (const KeptThing& thing : making.picked.chosen) {
        const auto seen = std::ranges::find_if(thing.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
        if (seen != thing.parts.end()) checked.copied.push_back(*seen);
        else checked.errors.add("ding", {thing.parts.empty() ? word::stamp_no_picture : word::stamp_no_sound});
    }
    if (!checked.copied.empty() && brings_picture(visit.request)) checked.errors.add("foto", {word::stamp_one_picture});
}

bool keeps_its_picture(const access::Visit& visit, const Record* stamp) {
    return stamp && std::ranges::any_of(stamp->parts, [&](const KeptPart& part) { return !visit.request.form.has(fmt::format("weg-{}", part.id.text())); });
}

Checked checked_stamp(const access::Visit& visit, const Making& making) {
    Checked checked{.stamp = making.typed, .copied = {}, .errors = {}};
    check_place(making, checked);
    check_picture(visit, making, checked);
    BodyReader sent{in_json(checked.stamp)};
    checked.stamp = read_stamp(sent);
    for (const web::FieldError& fault : sent.faults()) checked.errors.add(fault.field == "word" ? "woord" : fault.field == "place" ? "plek" : "", fault.error);
    const bool of_something = !checked.stamp.place.empty() || !checked.stamp.word.empty() || !checked.copied.empty() || brings_picture(visit.request) || keeps_its_picture(visit, making.seen);
    if (checked.errors.empty() && !of_something) checked.errors.add("plek", {word::stamp_of_what});
    return checked;
}

std::optional<Record> own_stamp(const access::Visit& visit) {
    auto stamp = own_record_asked(visit, RecordKind::stamp);
    return stamp && !stamp->thrown_at ? std::move(stamp) : std::nullopt;
}

// The form once more after its files were looked at: it stands by itself.
std::function<web::Reply(const web::FieldErrors&)> once_more(const Desk& desk, const access::Visit& visit, const Stamp& typed, std::optional<Record> seen) {
    return [&desk, &visit, typed, seen = std::move(seen)](const web::FieldErrors& wrong) {
        return form_page(visit, {*desk.atlases.of(visit.site), typed, picked_in(visit, visit.request.form, pick_picture), wrong, seen ? &*seen : nullptr});
    };
}

}  // namespace

web::Answer ask_for_stamp(const Desk& desk, const access::Visit& visit) {
    const Stamp typed{.place = {}, .place_name = {}, .word = {}, .rim = content().stamps.front().id, .colour = content().colours.front().id};
    return form_page(visit, {*desk.atlases.of(visit.site), typed, {}, {}});
}

web::Answer make_stamp(const Desk& desk, const access::Visit& visit) {
    const auto atlas = desk.atlases.of(visit.site);
    const Stamp typed = typed_stamp(visit.request.form);
    const Picked picked = picked_in(visit, visit.request.form, pick_picture);
    const web::FieldErrors none;
    const Making making{*atlas, typed, picked, none};
    if (redraws(visit.request.form)) return form_page(visit, making);
    Checked checked = checked_stamp(visit, making);
    if (!checked.errors.empty()) return form_page(visit, {*atlas, typed, picked, checked.errors});
    Record record{.id = sent_id(visit), .kind = RecordKind::stamp, .body = in_json(checked.stamp), .made_at = {}, .owner = visit.who().person};
    const web::Url done = page_of_stamp(record.id).with("gedaan", "stempel");
    return keep_sent(desk, visit, {.record = std::move(record), .form = web::path("/paspoort/stempel"), .done = done, .most_parts = most_pictures, .again = once_more(desk, visit, typed, {}),
                                   .copied = std::move(checked.copied)});
}

web::Answer show_own_stamp(const Desk& desk, const access::Visit& visit) {
    const auto stamp = own_record_asked(visit, RecordKind::stamp);
    if (!stamp) return visit.absent();
    if (stamp->thrown_at) return web::go(web::path("/eigen", stamp->id.view()));
    const auto atlas = desk.atlases.of(visit.site);
    const OwnPassport own = own_passport(visit);
    const auto page = std::ranges::find_if(own.passport.pages, [&](const PassportPage& each) { return std::ranges::find(each.stamps, stamp->id) != each.stamps.end(); });
    const std::string place = place_of(*atlas, *stamp, visit.language()), called = said_of(*stamp, place, visit.language());
    const bool writes = !visit.who().left();
    return visit.page(called, [&](Html& html) {
        web::back_link(html, the_passport(), word::to_the_passport);
        html.h1({web::cls("spoken")}, called);
        define_stamps(html, {{*stamp, place}});
        html.div({web::cls("stamp-alone paper-reispapier")}, [&] { draw_stamp(html, {*stamp, place}); });
        if (page != own.passport.pages.end()) html.p({}, [&] { html.a({web::href(the_passport_at(page->id))}, word::stands_on_page); });
        else if (writes) web::actions(html, [&] { web::primary_link(html, web::path("/paspoort/blad").with("stempel", stamp->id.view()), word::put_stamp_on_page, "boekje"); });
        if (writes) html.ul({web::cls("ways")}, [&] { html.li({}, [&] { html.a({web::href(web::path("/paspoort/stempel", stamp->id.view(), "anders"))}, word::change_stamp); }); });
        record_ways(html, visit, *stamp);
        html.p({web::cls("small")}, word::nobody_else_sees);
    }, 200, passport_notice(visit), passport_look);
}

web::Answer ask_stamp_change(const Desk& desk, const access::Visit& visit) {
    const auto stamp = own_stamp(visit);
    if (!stamp) return not_there(visit);
    return form_page(visit, {*desk.atlases.of(visit.site), stamp_of(*stamp), {}, {}, &*stamp});
}

web::Answer change_stamp(const Desk& desk, const access::Visit& visit) {
    const auto stamp = own_stamp(visit);
    if (!stamp) return not_there(visit);
    const auto atlas = desk.atlases.of(visit.site);
    const Stamp typed = typed_stamp(visit.request.form);
    const Picked picked = picked_in(visit, visit.request.form, pick_picture);
    const web::FieldErrors none;
    const Making making{*atlas, typed, picked, none, &*stamp};
    if (redraws(visit.request.form)) return form_page(visit, making);
    Checked checked = checked_stamp(visit, making);
    if (checked.errors.empty() && !checked.copied.empty() && keeps_its_picture(visit, &*stamp)) checked.errors.add("ding", {word::stamp_one_picture});
    if (!checked.errors.empty()) return form_page(visit, {*atlas, typed, picked, checked.errors, &*stamp});
    Record changed = *stamp;
    changed.body = in_json(checked.stamp);
    changed.parts.clear();
    return change_sent(desk, visit, *stamp, {.record = std::move(changed), .form = web::path("/paspoort/stempel", stamp->id.view(), "anders"), .done = page_of_stamp(stamp->id).with("gedaan", "anders"),
                                             .most_parts = most_pictures, .again = once_more(desk, visit, typed, *stamp), .copied = std::move(checked.copied)});
}

}  // namespace loopbaankaart::journey
