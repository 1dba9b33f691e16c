// GET and POST /rugzak/{thing}/inzicht: where an insight begins. GET and POST /inzichten/{record}/anders: telling it otherwise.
#include "../sharing/sharing_pages.hpp"
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// The form, for a new one and for one that is there.
struct TellingInsight {
    const base::Word& title;
    web::Url form, back;
    const base::Word& back_to;
    const Behind& behind;
    const Insight& typed;
    const web::FieldErrors& errors;
    const Record* seen = nullptr;  // the one that is changed
};

void marks_field(Html& html, const Insight& typed) {
    std::vector<web::Choice> choices;
    std::vector<std::string_view> chosen;
    for (const auto& each : insight_marks) {
        choices.push_back({std::string{each.code.view()}, std::string{each.name.in(html.language())}});
        if (typed.has(each.mark)) chosen.push_back(each.code.view());
    }
    html.details({web::cls("more-fields"), web::flag("open", typed.marks.any())}, [&] {
        html.summary({}, word::dilemma_or_boundary);
        web::checkbox_group(html, {.name = "over", .label = word::what_it_was_about, .choices = choices}, chosen);
    });
}

web::Reply tell_page(const access::Visit& visit, const atlas::Atlas& atlas, const TellingInsight& telling) {
    return visit.page(title_of(visit, telling.title), [&](Html& html) {
        web::back_link(html, telling.back, telling.back_to);
        html.h1({}, telling.title);
        web::error_summary(html, telling.errors);
        if (telling.seen) who_will_see_it(html, visit, shared_insights(), telling.seen->id);
        html.div({web::cls("laid-beside")}, [&] {
            experiences(html, visit, atlas, telling.behind);
            web::form(html, telling.form, visit.form_token, visit.site.new_id(), [&] {
                if (telling.seen) seen_field(html, telling.seen);
                web::text_area(html, {.name = "gebeurd", .label = word::what_happened_exactly, .hint = &word::what_happened_hint, .value = telling.typed.happened,
                                      .error = telling.errors.find("gebeurd")}, 7);
                marks_field(html, telling.typed);
                web::actions(html, [&] { web::primary_button(html, word::keep, "inzicht"); });
                html.p({web::cls("small")}, word::only_you);
            });
        });
    }, telling.errors.empty() ? 200 : 422, {}, insight_look);
}

web::Reply begin_page(const Desk& desk, const access::Visit& visit, const base::Id& thing, const Insight& typed, const web::FieldErrors& errors) {
    const Behind experience{.owner = visit.who().person, .experience = own_thing_asked(visit), .beside = {}};
    return tell_page(visit, *desk.atlases.of(visit.site), {word::what_did_it_mean, web::path("/rugzak", thing.view(), "inzicht"), web::path("/rugzak", thing.view()), word::to_this_experience,
                                                           experience, typed, errors});
}

web::Reply change_page(const Desk& desk, const access::Visit& visit, const Record& insight, const Insight& typed, const web::FieldErrors& errors) {
    Behind found;
    visit.school().read([&](storage::Reads& reads) { found = behind(reads, visit.school().vault(), visit.who(), insight, visit.site.now()); });
    return tell_page(visit, *desk.atlases.of(visit.site), {word::change_it, page_of_insight(insight, "anders"), page_of_insight(insight.id), word::to_the_insight, found, typed, errors, &insight});
}

// The experience that the address names, if an insight can begin there.
std::optional<base::Id> experience_id_asked(const access::Visit& visit) {
    const auto thing = base::Id::parse(visit.request.parameter("thing"));
    if (!thing) return std::nullopt;
    bool begins = false;
    visit.school().read([&](storage::Reads& reads) { begins = is_own_experience(reads, visit.school().vault(), visit.who(), *thing, visit.site.now()); });
    if (!begins) return std::nullopt;
    return thing;
}

}  // namespace

web::Answer ask_what_it_meant(const Desk& desk, const access::Visit& visit) {
    const auto thing = experience_id_asked(visit);
    if (!thing) return not_there(visit);
    return begin_page(desk, visit, *thing, {}, {});
}

web::Answer keep_what_it_meant(const Desk& desk, const access::Visit& visit) {
    const auto thing = experience_id_asked(visit);
    if (!thing) return not_there(visit);
    const Insight typed = typed_insight(visit.request.form);
    auto [body, errors] = check_typed(typed);
    if (!errors.empty()) return begin_page(desk, visit, *thing, typed, errors);
    Record insight{.id = sent_id(visit), .kind = RecordKind::insight, .body = std::move(body), .links = {{"kept_thing", *thing}}, .made_at = {}, .owner = visit.who().person};
    const web::Url done = page_of_insight(insight.id).with("gedaan", "bewaard");
    return keep_sent(desk, visit, {.record = std::move(insight), .form = web::path("/rugzak", thing->view(), "inzicht"), .done = done});
}

web::Answer ask_insight_change(const Desk& desk, const access::Visit& visit) {
    const auto insight = own_record_asked(visit, RecordKind::insight);
    if (!insight || insight->thrown_at) return not_there(visit);
    return change_page(desk, visit, *insight, insight_of(*insight), {});
}

web::Answer change_insight(const Desk& desk, const access::Visit& visit) {
    const auto insight = own_record_asked(visit, RecordKind::insight);
    if (!insight || insight->thrown_at) return not_there(visit);
    const Insight typed = typed_insight(visit.request.form, insight_of(*insight));
    auto [body, errors] = check_typed(typed);
    if (!errors.empty()) return change_page(desk, visit, *insight, typed, errors);
    Record changed = *insight;
    changed.body = std::move(body);
    const web::Url done = page_of_insight(insight->id).with("gedaan", "anders");
    return change_sent(desk, visit, *insight, {.record = std::move(changed), .form = page_of_insight(*insight, "anders"), .done = done});
}

}  // namespace loopbaankaart::journey
