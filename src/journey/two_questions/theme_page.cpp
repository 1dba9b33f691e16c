// GET and POST /antwoorden/thema/{theme}: which of the answers that the viewer may read lie under it; and for a coordinator, what the school does with it.
#include "theme_page.hpp"

#include <algorithm>

#include "../removal.hpp"
#include "answer_html.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

Pick pick_of(const SharedAnswer& answer) { return {answer.shared.owner, answer.shared.thing}; }

// What forms call it: two owners may have the same id.
base::Id name_in_forms(const SharedAnswer& answer) { return removal_of(answer.shared.owner, answer.shared.thing); }

bool lies_there(const ThemeShown& shown, const SharedAnswer& answer) { return std::ranges::find(shown.picked, pick_of(answer)) != shown.picked.end(); }

void one_to_choose(Html& html, const access::Visit& visit, const ThemeShown& shown, const SharedAnswer& answer) {
    const std::string value = name_in_forms(answer).text(), field = "antwoord-" + value;
    html.div({web::cls("choice")}, [&] {
        web::hidden(html, "getoond", value);
        html.input({web::type("checkbox"), web::id(field), web::name("antwoord"), web::value(value), web::flag("checked", lies_there(shown, answer))});
        html.label({web::attr("for", field)}, name_of_answer(visit, answer));
        html.a({web::href(page_of_answer(answer.shared.thing))}, [&] {
            html.text(word::read_answer);
            html.span({web::cls("spoken")}, " (" + answer.shared.owner_name + ", " + name_of_answer(visit, answer) + ")");
        });
    });
}

void answers_to_choose(Html& html, const access::Visit& visit, const ThemeShown& shown) {
    html.section({web::cls("which-answers")}, [&] {
        html.h2({}, word::theme_which_answers);
        if (shown.people.empty()) return html.p({web::cls("small")}, word::no_answers_to_read);
        html.p({web::cls("small")}, word::theme_which_answers_plainly);
        web::form(html, page_of_theme(shown.theme.id), visit.form_token, [&] {
            for (const std::vector<SharedAnswer>& theirs : shown.people)
                html.fieldset({web::cls("field")}, [&] {
                    html.legend({}, theirs.front().shared.owner_name);
                    for (const SharedAnswer& one : theirs) one_to_choose(html, visit, shown, one);
                });
            web::actions(html, [&] { web::secondary_button(html, word::theme_keep_choice, "pen"); });
        });
    });
}

void how_it_stands(Html& html, const ThemeShown& shown) {
    const base::Word& state = state_of_theme(shown.theme, shown.on_the_wall, shown.enough);
    html.div({web::cls("how-it-stands")}, [&] {
        html.p({web::cls("state-of")}, [&] {
            if (shown.on_the_wall) html.a({web::href(web::path("/dit-doen-we"))}, state);
            else html.text(state);
        });
        if (&state == &word::theme_too_few || &state == &word::theme_not_shown_any_more) html.p({web::cls("small")}, word::theme_too_few_why);
        if (&state == &word::theme_can_be_said) html.p({web::cls("small")}, word::theme_waits);
    });
}

struct ReplyForm {
    const ThemeShown& shown;
    std::string_view name, reply;
    const web::FieldErrors& errors;
};

void say_it(Html& html, const access::Visit& visit, const ReplyForm& form) {
    const AnswerTheme& theme = form.shown.theme;
    web::form(html, web::path("/antwoorden/thema", theme.id.view(), "beantwoord"), visit.form_token, visit.site.new_id(), [&] {
        web::hidden(html, "gezien", theme.change ? theme.change->view() : std::string_view{});
        web::text_field(html, {.name = "naam", .label = word::you_came_for, .hint = &word::theme_name_hint, .value = form.name, .error = form.errors.find("naam"), .most = most_in_theme});
        web::text_area(html, {.name = "woorden", .label = word::theme_reply, .hint = &word::theme_reply_hint, .value = form.reply, .error = form.errors.find("woorden"), .most = most_in_reply}, 6);
        web::actions(html, [&] { web::primary_button(html, word::theme_say_it, "vlag"); });
    });
}

// What hangs there already is said anew behind a fold; what was just typed lies open.
void say_or_say_anew(Html& html, const access::Visit& visit, const ReplyForm& form, bool typed) {
    if (!form.shown.on_the_wall || typed) return say_it(html, visit, form);
    html.details({}, [&] {
        html.summary({}, word::theme_say_anew);
        say_it(html, visit, form);
    });
}

void take_it_back(Html& html, const access::Visit& visit, const AnswerTheme& theme) {
    web::form(html, web::path("/antwoorden/thema", theme.id.view(), "terug"), visit.form_token, [&] {
        web::hidden(html, "gezien", theme.change->view());
        web::actions(html, [&] { web::secondary_button(html, word::theme_take_back, "terug"); });
    });
}

void take_it_away(Html& html, const access::Visit& visit, const AnswerTheme& theme) {
    html.details({}, [&] {
        html.summary({}, word::theme_away);
        html.p({}, word::theme_away_means);
        web::form(html, web::path("/antwoorden/thema", theme.id.view(), "weg"), visit.form_token, [&] { web::quiet_button(html, word::theme_remove); });
    });
}

const base::Word* done_here(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "erbij") return &word::theme_made;
    if (done == "gekozen") return &word::theme_choice_kept;
    if (done == "gezegd") return &word::theme_said;
    return done == "terug" ? &word::theme_taken_back : nullptr;
}

}  // namespace

const base::Word& state_of_theme(const AnswerTheme& theme, bool on_the_wall, bool enough) {
    if (on_the_wall) return word::theme_is_shown;
    if (!enough) return theme.answered_at ? word::theme_not_shown_any_more : word::theme_too_few;
    return word::theme_can_be_said;
}

std::optional<ThemeShown> theme_asked(storage::Reads& reads, const Desk& desk, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("theme"));
    const base::Instant now = visit.site.now();
    auto theme = id ? find_theme(reads, visit.school().vault(), *id) : std::nullopt;
    if (!theme) return std::nullopt;
    ThemeShown found{.theme = std::move(*theme), .people = answers_by_person(reads, desk, visit), .picked = picks(reads, *id, now, now)};
    found.on_the_wall = is_shown(reads, found.theme, now);
    found.enough = enough(reads, *id, now, now);
    return found;
}

web::Reply theme_page(const access::Visit& visit, const ThemeShown& shown, ThemeTrouble trouble, const web::FieldErrors& errors) {
    const AnswerTheme& theme = shown.theme;
    const web::Fields& form = visit.request.form;
    const bool typed = trouble != ThemeTrouble::none, may_say = access::coordinator.allows(visit);
    const base::Word* done = done_here(visit);
    const std::string notice = trouble == ThemeTrouble::said_meanwhile ? title_of(visit, word::theme_said_meanwhile) : done == nullptr ? std::string{} : title_of(visit, *done);
    return visit.page(theme.name, [&](Html& html) {
        web::back_link(html, web::path("/antwoorden/thema"), word::themes);
        html.h1({}, theme.name);
        web::error_summary(html, errors);
        how_it_stands(html, shown);
        html.div({web::cls("beside-each-other")}, [&] {
            answers_to_choose(html, visit, shown);
            html.section({web::cls("the-reply")}, [&] {
                if (!theme.reply.empty()) on_the_wall(html, theme);
                if (!may_say) return;
                if (theme.answered_at) take_it_back(html, visit, theme);
                if (shown.enough || typed) say_or_say_anew(html, visit, {shown, typed ? form["naam"] : theme.name, typed ? form["woorden"] : theme.reply, errors}, typed);
                take_it_away(html, visit, theme);
            });
        });
    }, trouble == ThemeTrouble::none ? 200 : trouble == ThemeTrouble::said_meanwhile ? 409 : 422, notice, wall_look);
}

web::Answer show_theme(const Desk& desk, const access::Visit& visit) {
    std::optional<ThemeShown> shown;
    visit.school().read([&](storage::Reads& reads) { shown = theme_asked(reads, desk, visit); });
    return shown ? theme_page(visit, *shown) : visit.absent();
}

// Of what stood on the form and still is shared with the viewer: ticked lies there, unticked does not.
web::Answer choose_answers(const Desk& desk, const access::Visit& visit) {
    return web::Write{[desk, &visit](storage::Writes& writes) -> web::Reply {
        const auto shown = theme_asked(writes, desk, visit);
        if (!shown) return visit.absent();
        const auto stood_there = visit.request.form.all("getoond"), ticked = visit.request.form.all("antwoord");
        for (const std::vector<SharedAnswer>& theirs : shown->people)
            for (const SharedAnswer& one : theirs) {
                const base::Id name = name_in_forms(one);
                if (std::ranges::find(ticked, name.view()) != ticked.end()) lay_under(writes, shown->theme.id, pick_of(one), visit.site.now());
                else if (std::ranges::find(stood_there, name.view()) != stood_there.end()) take_from_under(writes, shown->theme.id, pick_of(one));
            }
        return web::go(page_of_theme(shown->theme.id).with("gedaan", "gekozen"));
    }};
}

}  // namespace loopbaankaart::journey
