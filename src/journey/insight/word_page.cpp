// GET and POST /inzichten/{record}/kernwoord: one word of one's own, and what to learn from it; `ervaring` names the experience that is laid beside it.
#include "../sharing/sharing_pages.hpp"
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// The insight with what the address or the form lays beside it.
struct Laid {
    Record insight, as_it_is;
    bool newly = false;  // `ervaring` was said
};

// Absent: not the viewer's, in the bin, or beside it is nothing that can lie there.
std::optional<Laid> laid(const access::Visit& visit, const web::Fields& fields) {
    auto insight = own_record_asked(visit, RecordKind::insight);
    if (!insight || insight->thrown_at) return std::nullopt;
    Laid found{.insight = *insight, .as_it_is = *insight, .newly = fields.has("ervaring")};
    if (!found.newly) return found;
    const auto thing = base::Id::parse(fields["ervaring"]);
    if (!thing && !fields["ervaring"].empty()) return std::nullopt;
    bool can = !thing || thing == beside_of(*insight);
    if (!can) visit.school().read([&](storage::Reads& reads) { can = is_own_experience(reads, visit.school().vault(), visit.who(), *thing, visit.site.now()); });
    if (!can || !lay_beside(found.insight, thing)) return std::nullopt;
    return found;
}

web::Reply word_page(const Desk& desk, const access::Visit& visit, const Laid& laid, const Insight& typed, const web::FieldErrors& errors) {
    Behind found;
    visit.school().read([&](storage::Reads& reads) { found = behind(reads, visit.school().vault(), visit.who(), laid.insight, visit.site.now()); });
    const base::Word& title = found.has_beside ? word::what_they_share : word::give_it_a_word;
    return visit.page(title_of(visit, title), [&](Html& html) {
        web::back_link(html, page_of_insight(laid.insight.id), word::to_the_insight);
        html.h1({}, title);
        web::error_summary(html, errors);
        who_will_see_it(html, visit, shared_insights(), laid.insight.id);
        html.div({found.has_beside ? web::cls("laid-above") : web::cls("laid-beside")}, [&] {
            experiences(html, visit, *desk.atlases.of(visit.site), found);
            web::form(html, page_of_insight(laid.insight, "kernwoord"), visit.form_token, visit.site.new_id(), [&] {
                seen_field(html, &laid.as_it_is);
                const auto beside = beside_of(laid.insight);
                if (laid.newly) web::hidden(html, "ervaring", beside ? beside->view() : std::string_view{});
                html.div({web::cls("word")}, [&] {
                    web::text_field(html, {.name = "kernwoord", .label = word::own_word, .hint = &word::own_word_hint, .value = typed.word, .error = errors.find("kernwoord"),
                                           .optional = true, .most = most_in_word});
                });
                web::text_area(html, {.name = "leren", .label = word::what_to_learn, .value = typed.learn, .error = errors.find("leren"), .optional = true}, 4);
                web::actions(html, [&] { web::primary_button(html, word::keep, "inzicht"); });
                html.p({web::cls("small")}, word::only_you);
            });
        });
    }, errors.empty() ? 200 : 422, {}, insight_look);
}

}  // namespace

web::Answer ask_for_its_word(const Desk& desk, const access::Visit& visit) {
    const auto found = laid(visit, visit.request.query);
    if (!found) return not_there(visit);
    return word_page(desk, visit, *found, insight_of(found->insight), {});
}

web::Answer give_it_its_word(const Desk& desk, const access::Visit& visit) {
    auto found = laid(visit, visit.request.form);
    if (!found) return not_there(visit);
    const Insight typed = typed_insight(visit.request.form, insight_of(found->insight));
    auto [body, errors] = check_typed(typed);
    if (!errors.empty()) return word_page(desk, visit, *found, typed, errors);
    Record changed = found->insight;
    changed.body = std::move(body);
    const web::Url done = page_of_insight(changed.id).with("gedaan", "anders");
    return change_sent(desk, visit, found->as_it_is, {.record = changed, .form = page_of_insight(changed, "kernwoord"), .done = done});
}

}  // namespace loopbaankaart::journey
