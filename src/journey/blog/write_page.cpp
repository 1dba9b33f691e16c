// GET and POST /blog/nieuw: a post made of kept things; ?ding= chooses one beforehand. GET and POST /blog/{record}/anders: telling it otherwise.
#include <algorithm>

#include "../picking/picking.hpp"
#include "../sharing/sharing_pages.hpp"
#include "blog_html.hpp"
#include "blog_pages.hpp"
#include "blog_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// In the field `plek`: the place where the first thing was kept, or none; anything else is the id of a place.
constexpr std::string_view where_kept = "bewaard", nowhere = "";

const PickField pick_new{.name = "ding", .label = word::choose_photos, .most = most_post_things};
const PickField pick_more{.name = "ding", .label = word::choose_more_photos, .most = most_post_things};

struct TypedPost {
    std::string title, words, when, place{where_kept};
};

TypedPost typed_in(const web::Fields& form) {
    return {std::string{form["titel"]}, std::string{form["woorden"]}, std::string{form["wanneer"]}, std::string{form["plek"]}};
}

TypedPost as_typed(const access::Visit& visit, const Post& post) {
    return {post.title, post.words, post.when ? in_words(*post.when, visit.language(), visit.site.time_zone) : std::string{}, post.place};
}

// The form, for a new post and for one that is there.
struct Writing {
    const atlas::Atlas& atlas;
    const PickField& field;
    const Picked& picked;
    const TypedPost& typed;
    const web::FieldErrors& errors;
    const Record* seen = nullptr;  // the one that is changed
};

void place_field(Html& html, const access::Visit& visit, const Writing& writing) {
    std::vector<web::Choice> choices;
    if (!writing.seen) choices.push_back({std::string{where_kept}, std::string{word::where_it_was_kept.in(html.language())}});
    choices.push_back({std::string{nowhere}, std::string{word::no_place.in(html.language())}});
    std::ranges::move(places_by_name(writing.atlas, visit.language()), std::back_inserter(choices));
    if (writing.seen) {  // where it was may be no longer on the map
        const Post post = post_of(*writing.seen);
        if (!post.place.empty() && !writing.atlas.find(post.place)) choices.push_back({post.place, post.place_name});
    }
    web::select(html, {.name = "plek", .label = word::where_of_post, .value = writing.typed.place, .choices = choices});
}

void when_and_where(Html& html, const access::Visit& visit, const Writing& writing) {
    const base::Error* error = writing.errors.find("wanneer");
    const bool open = error || writing.seen || !writing.typed.when.empty() || writing.typed.place != where_kept;
    html.details({web::cls("more-fields"), web::flag("open", open)}, [&] {
        html.summary({}, word::when_and_where);
        web::text_field(html, {.name = "wanneer", .label = word::when_was_that, .hint = writing.seen ? &word::when_own_way_hint : &word::when_of_post_hint, .value = writing.typed.when,
                               .error = error, .optional = true});
        place_field(html, visit, writing);
    });
}

// A photo, drawing or sound that is in it already: its words, and whether it stays.
void part_there(Html& html, const access::Visit& visit, const Record& post, const KeptPart& part, const web::FieldErrors& errors) {
    const std::string words = fmt::format("beschrijving-{}", part.id.text()), away = fmt::format("weg-{}", part.id.text());
    const bool again = visit.request.method == web::Method::post;
    const std::string_view typed = again ? visit.request.form[words] : std::string_view{part.description};
    html.div({web::cls("part-there")}, [&] {
        show_part(html, post.id, part, PartSize::small);
        html.div({}, [&] {
            web::text_field(html, {.name = words, .label = part.form == PartForm::sound ? word::what_is_heard : word::what_photo_shows, .value = typed, .error = errors.find(words),
                                   .optional = true, .most = most_described});
            web::checkbox(html, {.name = away, .label = word::take_away, .value = "ja"}, again && visit.request.form.has(away));
        });
    });
}

void words_of(Html& html, const Writing& writing) {
    web::text_field(html, {.name = "titel", .label = word::post_title, .value = writing.typed.title, .error = writing.errors.find("titel"), .optional = true, .most = most_in_title});
    web::text_area(html, {.name = "woorden", .label = word::post_words, .hint = writing.seen ? nullptr : &word::post_words_hint, .value = writing.typed.words,
                          .error = writing.errors.find("woorden"), .optional = true}, 5);
}

void fields_of(Html& html, const access::Visit& visit, const Writing& writing) {
    const base::Error* wrong = writing.errors.find(writing.field.name);
    if (!writing.seen) pick_things(html, visit, writing.atlas, writing.field, writing.picked, wrong);
    else
        for (const KeptPart& part : writing.seen->parts) part_there(html, visit, *writing.seen, part, writing.errors);
    words_of(html, writing);
    when_and_where(html, visit, writing);
    if (writing.seen)
        html.details({web::cls("more-fields"), web::flag("open", wrong != nullptr || redraws(visit.request.form) || !writing.picked.chosen.empty())}, [&] {
            html.summary({}, word::choose_more_photos);
            pick_things(html, visit, writing.atlas, writing.field, writing.picked, wrong);
        });
}

web::Reply form_page(const access::Visit& visit, const Writing& writing) {
    const base::Word& title = writing.seen ? word::change_it : word::write_post;
    const web::Url form = writing.seen ? page_of_post(writing.seen->id, "anders") : web::path("/blog/nieuw"), back = writing.seen ? page_of_post(writing.seen->id) : web::path("/blog");
    return visit.page(title_of(visit, title), [&](Html& html) {
        web::back_link(html, back, writing.seen ? word::to_this_post : word::to_the_blog);
        html.h1({}, title);
        web::error_summary(html, writing.errors);
        if (writing.seen) who_will_see_it(html, visit, shared_posts(), writing.seen->id);
        web::form(html, form, visit.form_token, sent_id(visit), [&] {
            if (writing.seen) seen_field(html, visit, writing.seen);
            fields_of(html, visit, writing);
            web::actions(html, [&] {
                web::primary_button(html, writing.seen ? word::keep : word::put_it_in, "foto");
                web::secondary_link(html, back, word::leave_it);
            });
        });
        if (!writing.seen) html.p({web::cls("small")}, word::only_you);
    }, writing.errors.empty() ? 200 : 422, {}, blog_look);
}

bool has_nothing(const access::Visit& visit) {
    bool nothing = false;
    visit.school().read([&](storage::Reads& reads) { nothing = things_of(reads, visit.school().vault(), visit.who(), {}, 1, {}).empty(); });
    return nothing;
}

web::Reply nothing_to_pick_page(const access::Visit& visit) {
    return visit.page(title_of(visit, word::write_post), [&](Html& html) {
        web::back_link(html, web::path("/blog"), word::to_the_blog);
        html.h1({}, word::write_post);
        web::empty_place(html, "leeg-rugzak", word::nothing_to_pick, [&] {
            web::actions(html, [&] { web::primary_link(html, web::path("/rugzak/bewaren"), word::keep_something, "plus"); });
        });
    }, 200, {}, blog_look);
}

// ---- from what was typed to a post

void read_when(const access::Visit& visit, const TypedPost& typed, Post& post, web::FieldErrors& errors) {
    if (base::trimmed(typed.when).empty()) return;
    if (const auto period = understood(typed.when, {visit.site.now(), visit.site.time_zone})) post.when = *period;
    else errors.add("wanneer", period.error());
}

// Where it is said to have been; `was`: where nothing else is said, or what is no longer on the map.
void read_place(const atlas::Atlas& atlas, const TypedPost& typed, const Post& was, Post& post) {
    if (typed.place == where_kept || (!typed.place.empty() && typed.place == was.place)) {
        std::tie(post.place, post.place_name) = std::tie(was.place, was.place_name);
        return;
    }
    const atlas::Place* place = atlas.find(typed.place);
    if (!place) return;
    base::Language spoken{};
    post.place = place->id;
    post.place_name = place->in(base::Language::nl, spoken).name;
}

// Checked as what comes out of an archive is.
Json checked(const Post& post, web::FieldErrors& errors) {
    BodyReader sent{in_json(post)};
    Json body = check_post(sent);
    for (const web::FieldError& fault : sent.faults()) errors.add(fault.field == "title" ? "titel" : "woorden", fault.error);
    return body;
}

std::size_t parts_left(const web::Fields& form, const Record& post) {
    return static_cast<std::size_t>(std::ranges::count_if(post.parts, [&](const KeptPart& part) { return !form.has(fmt::format("weg-{}", part.id.text())); }));
}

std::optional<Record> own_post(const access::Visit& visit) {
    auto post = own_record_asked(visit, RecordKind::post);
    return post && !post->thrown_at ? std::move(post) : std::nullopt;
}

}  // namespace

web::Answer ask_for_post(const Desk& desk, const access::Visit& visit) {
    if (has_nothing(visit)) return nothing_to_pick_page(visit);
    const Picked picked = picked_in(visit, visit.request.query, pick_new);
    TypedPost typed;
    typed.words = from_things(picked.chosen, visit.site.time_zone).words;
    const web::FieldErrors none;
    return form_page(visit, {*desk.atlases.of(visit.site), pick_new, picked, typed, none});
}

web::Answer keep_post(const Desk& desk, const access::Visit& visit) {
    const auto atlas = desk.atlases.of(visit.site);
    const Picked picked = picked_in(visit, visit.request.form, pick_new);
    const TypedPost typed = typed_in(visit.request.form);
    web::FieldErrors errors;
    if (redraws(visit.request.form)) return form_page(visit, {*atlas, pick_new, picked, typed, errors});
    FromThings from = from_things(picked.chosen, visit.site.time_zone);
    add_faults(errors, pick_new, picked);
    if (errors.empty() && picked.chosen.empty()) errors.add(pick_new.name, {word::post_from_what});
    if (errors.empty() && from.parts.size() > most_post_parts) errors.add(pick_new.name, {word::post_too_full, std::to_string(most_post_parts)});
    Post post{.title = typed.title, .words = base::trimmed(typed.words).empty() ? from.words : typed.words, .when = from.when};
    read_when(visit, typed, post, errors);
    read_place(*atlas, typed, {.place = from.place, .place_name = from.place_name}, post);
    Json body = checked(post, errors);
    if (!errors.empty()) return form_page(visit, {*atlas, pick_new, picked, typed, errors});
    Record record{.id = sent_id(visit), .kind = RecordKind::post, .body = std::move(body), .links = std::move(from.links), .made_at = {}, .owner = visit.who().person};
    const web::Url done = page_of_post(record.id).with("gedaan", "bewaard");
    return keep_sent(desk, visit, {.record = std::move(record), .form = web::path("/blog/nieuw"), .done = done, .copied = std::move(from.parts)});
}

web::Answer ask_post_change(const Desk& desk, const access::Visit& visit) {
    const auto post = own_post(visit);
    if (!post) return not_there(visit);
    const web::FieldErrors none;
    return form_page(visit, {*desk.atlases.of(visit.site), pick_more, {}, as_typed(visit, post_of(*post)), none, &*post});
}

web::Answer change_post(const Desk& desk, const access::Visit& visit) {
    const auto record = own_post(visit);
    if (!record) return not_there(visit);
    const auto atlas = desk.atlases.of(visit.site);
    const Picked picked = picked_in(visit, visit.request.form, pick_more);
    const TypedPost typed = typed_in(visit.request.form);
    web::FieldErrors errors;
    if (redraws(visit.request.form)) return form_page(visit, {*atlas, pick_more, picked, typed, errors, &*record});
    FromThings from = from_things(picked.chosen, visit.site.time_zone);
    add_faults(errors, pick_more, picked);
    const std::size_t parts = parts_left(visit.request.form, *record) + from.parts.size();
    if (errors.empty() && parts > most_post_parts) errors.add(pick_more.name, {word::post_too_full, std::to_string(most_post_parts)});
    Post post{.title = typed.title, .words = typed.words};
    read_when(visit, typed, post, errors);
    read_place(*atlas, typed, post_of(*record), post);
    if (parts == 0 && base::trimmed(post.title).empty() && base::trimmed(post.words).empty()) errors.add("woorden", {word::post_empty});
    Record changed = *record;
    changed.parts.clear();  // new ones alone
    changed.body = checked(post, errors);
    if (!errors.empty()) return form_page(visit, {*atlas, pick_more, picked, typed, errors, &*record});
    for (Link& link : from.links)
        if (std::ranges::find(changed.links, link) == changed.links.end()) changed.links.push_back(std::move(link));
    const web::Url done = page_of_post(record->id).with("gedaan", "anders");
    const auto again = [&desk, &visit, record = *record, typed](const web::FieldErrors& wrong) {
        return form_page(visit, {*desk.atlases.of(visit.site), pick_more, picked_in(visit, visit.request.form, pick_more), typed, wrong, &record});
    };
    return change_sent(desk, visit, *record, {.record = std::move(changed), .form = page_of_post(record->id, "anders"), .done = done, .again = again, .copied = std::move(from.parts)});
}

}  // namespace loopbaankaart::journey
