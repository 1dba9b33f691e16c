// GET and POST /antwoorden/thema: for staff, the themes there are, and a new one in words of their own.
#include "../idempotent.hpp"
#include "theme_page.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

struct Listed {
    AnswerTheme theme;
    const base::Word& state;
};

std::vector<Listed> listed(storage::Reads& reads, const access::Visit& visit) {
    std::vector<Listed> all;
    const base::Instant now = visit.site.now();
    for (AnswerTheme& theme : themes(reads, visit.school().vault())) {
        const base::Word& state = state_of_theme(theme, is_shown(reads, theme, now), enough(reads, theme.id, now, now));
        all.push_back({std::move(theme), state});
    }
    return all;
}

void begin_one(Html& html, const access::Visit& visit, const web::FieldErrors& errors) {
    web::form(html, web::path("/antwoorden/thema"), visit.form_token, visit.site.new_id(), [&] {
        web::text_field(html, {.name = "naam", .label = word::theme_name, .hint = &word::theme_name_hint, .value = visit.request.form["naam"], .error = errors.find("naam"), .most = most_in_theme});
        web::actions(html, [&] { web::primary_button(html, word::theme_add, "plus"); });
    });
}

web::Reply themes_page(const access::Visit& visit, const std::vector<Listed>& all, const web::FieldErrors& errors) {
    const std::string notice = visit.request.query["gedaan"] == "weg" ? title_of(visit, word::theme_removed) : std::string{};
    return visit.page(title_of(visit, word::themes), [&](Html& html) {
        web::back_link(html, web::path("/antwoorden"), word::answers_to_read);
        html.h1({}, word::themes);
        html.p({web::cls("lead")}, word::themes_plainly);
        web::error_summary(html, errors);
        html.div({web::cls("beside-each-other")}, [&] {
            html.ul({web::cls("themes")}, [&] {
                for (const Listed& one : all)
                    html.li({}, [&] {
                        html.a({web::href(page_of_theme(one.theme.id))}, [&] {
                            html.span({web::cls("name")}, one.theme.name);
                            html.span({web::cls("state-of")}, one.state);
                        });
                    });
            });
            html.div({web::cls("begin-one")}, [&] { begin_one(html, visit, errors); });
        });
        html.p({}, [&] { html.a({web::href(web::path("/dit-doen-we"))}, word::what_we_do); });
    }, errors.empty() ? 200 : 422, notice, wall_look);
}

}  // namespace

web::Answer show_themes(const access::Visit& visit) {
    std::vector<Listed> all;
    visit.school().read([&](storage::Reads& reads) { all = listed(reads, visit); });
    return themes_page(visit, all, {});
}

web::Answer begin_theme(const access::Visit& visit) {
    const base::Id id = stored_id(sent_id(visit), visit.site.now());
    web::FieldErrors errors;
    AnswerTheme theme = read_theme({visit.request.form["naam"], {}}, id, Typing::a_name, errors);
    if (visit.school().vault().was_destroyed(id)) return web::go(web::path("/antwoorden/thema").with("gedaan", "weg"));
    if (!errors.empty()) return web::Write{[&visit, errors](storage::Writes& writes) { return themes_page(visit, listed(writes, visit), errors); }};
    return web::Write{[&visit, sealed = prepare_theme(visit.school().vault(), std::move(theme))](storage::Writes& writes) -> web::Reply {
        if (add_theme(writes, visit.school().vault(), sealed, visit.site.now()) != Kept::conflict) return web::go(page_of_theme(sealed.theme.id).with("gedaan", "erbij"));
        web::FieldErrors wrong;
        wrong.add("naam", {word::theme_other_meanwhile});
        return themes_page(visit, listed(writes, visit), wrong);
    }};
}

}  // namespace loopbaankaart::journey
