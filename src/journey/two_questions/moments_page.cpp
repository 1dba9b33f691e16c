// GET and POST /antwoorden/momenten: when the school asks its two questions anew. POST /antwoorden/momenten/{moment}/weg.
#include "../idempotent.hpp"
#include "two_questions.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::string notice_of_moments(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "erbij") return title_of(visit, word::moment_set);
    return done == "weg" ? title_of(visit, word::moment_withdrawn) : std::string{};
}

void day_field(Html& html, std::string_view typed, const base::Error* error) {
    html.div({error == nullptr ? web::cls("field") : web::cls("field wrong")}, [&] {
        html.label({web::attr("for", "veld-dag")}, word::moment_from_day);
        if (error != nullptr)
            html.p({web::cls("error"), web::id("veld-dag-fout")}, [&] {
                web::symbol(html, "let-op");
                html.text(*error->word);
            });
        html.input({web::type("date"), web::cls("day"), web::id("veld-dag"), web::name("dag"), web::value(typed), web::attr("aria-describedby", "veld-dag-fout", error != nullptr),
                    web::attr("aria-invalid", "true", error != nullptr), web::flag("required")});
    });
}

void moments_there(Html& html, const access::Visit& visit, const std::vector<QuestionMoment>& moments) {
    html.ul({web::cls("lines")}, [&] {
        for (const QuestionMoment& moment : moments)
            html.li({}, [&] {
                html.span({}, [&] {
                    html.strong({}, moment.name);
                    const std::string day = base::day_in_words(moment.opens_at, visit.language(), visit.site.time_zone);
                    html.span({web::cls("when")}, " · " + base::say(word::moment_from, visit.language(), {{"day", day}}));
                });
                web::form(html, web::path("/antwoorden/momenten", moment.id.view(), "weg"), visit.form_token, [&] {
                    html.button({web::cls("quiet"), web::type("submit")}, [&] {
                        html.text(word::moment_withdraw);
                        html.span({web::cls("spoken")}, " (" + moment.name + ")");
                    });
                });
            });
        html.li({}, [&] { html.span({}, word::moment_start); });
    });
}

web::Reply moments_page(const access::Visit& visit, const std::vector<QuestionMoment>& moments, const web::FieldErrors& errors) {
    const web::Fields& form = visit.request.form;
    return visit.work_page(title_of(visit, word::question_moments), [&](Html& html) {
        web::back_link(html, web::path("/antwoorden"), word::answers_to_read);
        html.h1({}, word::question_moments);
        html.p({web::cls("lead")}, word::question_moments_plainly);
        web::error_summary(html, errors);
        html.div({web::cls("cards")}, [&] {
            web::card(html, [&] { moments_there(html, visit, moments); });
            web::card(html, [&] {
                web::form(html, web::path("/antwoorden/momenten"), visit.form_token, visit.site.new_id(), [&] {
                    web::text_field(html, {.name = "naam", .label = word::moment_name, .hint = &word::moment_name_hint, .value = form["naam"], .error = errors.find("naam"), .most = most_in_moment});
                    day_field(html, form["dag"], errors.find("dag"));
                    web::actions(html, [&] { web::primary_button(html, word::moment_add, "plus"); });
                });
            });
        });
    }, errors.empty() ? 200 : 422, notice_of_moments(visit));
}

}  // namespace

web::Answer show_question_moments(const access::Visit& visit) {
    std::vector<QuestionMoment> moments;
    visit.school().read([&](storage::Reads& reads) { moments = question_moments(reads); });
    return moments_page(visit, moments, {});
}

web::Answer set_question_moment(const access::Visit& visit) {
    web::FieldErrors errors;
    const QuestionMoment moment = read_moment({visit.request.form["naam"], visit.request.form["dag"]}, stored_id(sent_id(visit), visit.site.now()), visit.site.time_zone, errors);
    return web::Write{[&visit, moment, errors](storage::Writes& writes) -> web::Reply {
        web::FieldErrors wrong = errors;
        if (wrong.empty() && add_question_moment(writes, moment) == Kept::conflict) wrong.add("naam", {word::moment_other_meanwhile});
        if (!wrong.empty()) return moments_page(visit, question_moments(writes), wrong);
        return web::go(web::path("/antwoorden/momenten").with("gedaan", "erbij"));
    }};
}

// Sent twice, the second time there is nothing left to do.
web::Answer take_question_moment_away(const access::Visit& visit) {
    const auto moment = base::Id::parse(visit.request.parameter("moment"));
    const web::Url afterwards = web::path("/antwoorden/momenten").with("gedaan", "weg");
    if (!moment) return web::go(afterwards);
    return web::Write{[&visit, moment = *moment, afterwards](storage::Writes& writes) {
        withdraw_question_moment(writes, moment, visit.site.now());
        return web::go(afterwards);
    }};
}

}  // namespace loopbaankaart::journey
