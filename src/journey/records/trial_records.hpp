// For tests only: a kind of which one has many, with pictures, and one of which one has one, with pages as a part would make them.
#pragma once

#include <gtest/gtest.h>

#include "../backpack/thing_form.hpp"
#include "../trial.hpp"
#include "body_reader.hpp"
#include "record_pages.hpp"

namespace loopbaankaart::journey::trial {

inline Json check_words(BodyReader& sent) { return {{"words", sent.text("words", 200)}}; }
inline std::string words_of(const Record& record, base::Language) { return record.body.value("words", std::string{}); }
inline void show_words(web::Html& html, const access::Visit& visit, const Record& record) {
    html.paragraphs(words_of(record, visit.language()));
    show_parts(html, record, PartSize::middle);
}
inline constexpr RecordForm forms[] = {
    {RecordKind::post, check_words, words_of, show_words, [](const base::Id& id) { return web::path("/logboek", id.view()); }},
    {RecordKind::rim, check_words, words_of, show_words, [](const base::Id&) { return web::path("/rand"); }},
};

inline SentRecord sent(const access::Visit& visit, RecordKind kind, web::Url form, web::Url done) {
    BodyReader body{Json{{"words", visit.request.form["woorden"]}}};
    const auto again = [&visit](const web::FieldErrors& errors) { return visit.page("Nog eens", [&](web::Html& html) { web::error_summary(html, errors); }, 422); };
    return {.record = {.id = {}, .kind = kind, .body = check_words(body), .made_at = {}}, .form = std::move(form), .done = std::move(done),
            .most_parts = most_parts, .as_new = web::path("/logboek"), .again = again};
}

inline web::Reply form_page(const access::Visit& visit, const web::Url& to, const Record* seen) {
    return visit.page("Formulier", [&](web::Html& html) {
        web::upload_form(html, to, visit.form_token, visit.site.new_id(), [&] {
            seen_field(html, seen);
            web::hidden(html, "woorden", "");
            web::hidden(html, "tekening", "");
            web::hidden(html, "beschrijving", "");
        });
        if (!seen) return;
        show_words(html, visit, *seen);
        record_ways(html, visit, *seen);
    });
}

inline web::Answer show_post_form(const access::Visit& visit) { return form_page(visit, web::path("/logboek"), nullptr); }
inline web::Answer keep_post(const Desk& desk, const access::Visit& visit) {
    return keep_sent(desk, visit, sent(visit, RecordKind::post, web::path("/logboek"), web::path("/logboek")));
}
inline web::Answer show_post(const access::Visit& visit) {
    const auto post = own_record_asked(visit, RecordKind::post);
    return post ? form_page(visit, web::path("/logboek", post->id.view()), &*post) : visit.absent();
}
inline web::Answer change_post(const Desk& desk, const access::Visit& visit) {
    const auto post = own_record_asked(visit, RecordKind::post);
    if (!post) return visit.absent();
    const web::Url page = web::path("/logboek", post->id.view());
    return change_sent(desk, visit, *post, sent(visit, RecordKind::post, page, page));
}
inline web::Answer show_rim(const access::Visit& visit) {
    std::optional<Record> rim;
    visit.school().read([&](storage::Reads& reads) { rim = single_record(reads, visit.school().vault(), visit.who(), RecordKind::rim); });
    return form_page(visit, web::path("/rand"), rim ? &*rim : nullptr);
}
inline web::Answer change_rim(const Desk& desk, const access::Visit& visit) {
    return keep_or_change_sent(desk, visit, sent(visit, RecordKind::rim, web::path("/rand"), web::path("/rand")));
}

inline std::vector<access::Route> log_routes(const Desk& desk) {
    using access::own_content, web::Method;
    return {{Method::get, "/logboek", show_post_form, own_content},
            {Method::post, "/logboek", with(desk, keep_post), own_content, web::Body::upload},
            {Method::get, "/logboek/{record}", show_post, own_content},
            {Method::post, "/logboek/{record}", with(desk, change_post), own_content, web::Body::upload},
            {Method::get, "/rand", show_rim, own_content},
            {Method::post, "/rand", with(desk, change_rim), own_content, web::Body::upload}};
}

inline const std::vector<Part>& parts_with_a_log() {
    static const std::vector<Part> all{backpack_part(), records_part(), {.code = "logboek", .records = forms, .routes = log_routes}};
    return all;
}

}  // namespace loopbaankaart::journey::trial
