// GET and POST /stroom/passend/bezwaar/{objection}: a coordinator reads what a student has against it, and answers in writing.
#include "fit_html.hpp"
#include "guidance_pages.hpp"
#include "guidance_words.hpp"
#include "own_html.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

std::optional<Objection> asked_in(storage::Reads& reads, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("objection"));
    return id ? objection_asked(reads, visit.school().vault(), visit.who(), *id) : std::nullopt;
}

web::Reply objection_page(const access::Visit& visit, const Objection& objection, const web::FieldErrors& errors = {}) {
    const std::string title = base::say(word::fit_objection_of, visit.language(), {{"name", objection.student.name}});
    return visit.work_page(title, [&](Html& html) {
        web::back_link(html, web::path("/stroom/passend"), word::fitting);
        html.h1({}, title);
        html.p({web::cls("lead")}, base::say(word::fit_objection_said, html.language(), {{"day", day_of(visit, objection.made_at)}}));
        web::error_summary(html, errors);
        html.blockquote({}, [&] { html.paragraphs(objection.words); });
        if (objection.answered_at) return show_answer(html, objection, visit.site.time_zone);
        const std::vector<web::Choice> choices{{"stop", std::string{word::fit_answer_stop.in(html.language())}, std::string{word::fit_answer_stop_hint.in(html.language())}},
                                               {"door", std::string{word::fit_answer_go_on.in(html.language())}, std::string{word::fit_answer_go_on_hint.in(html.language())}}};
        web::form(html, web::path("/stroom/passend/bezwaar", objection.id), visit.form_token, [&] {
            web::radio_group(html, {.name = "uitkomst", .label = word::fit_answer_is, .value = visit.request.form["uitkomst"], .error = errors.find("uitkomst"), .choices = choices});
            web::text_area(html, {.name = "woorden", .label = word::fit_answer_words, .hint = &word::fit_answer_hint, .value = visit.request.form["woorden"], .error = errors.find("woorden"), .most = most_in_reason}, 4);
            web::actions(html, [&] { web::primary_button(html, word::fit_answer); });
        });
    }, errors.empty() ? 200 : 422);
}

}  // namespace

web::Answer show_objection(const access::Visit& visit) {
    std::optional<Objection> asked;
    visit.school().read([&](storage::Reads& reads) { asked = asked_in(reads, visit); });
    return asked ? objection_page(visit, *asked) : visit.absent();
}

web::Answer answer_objection(const access::Visit& visit) {
    std::optional<Objection> asked;
    visit.school().read([&](storage::Reads& reads) { asked = asked_in(reads, visit); });
    if (!asked) return visit.absent();
    web::FieldErrors errors;
    const std::string_view outcome = visit.request.form["uitkomst"];
    if (outcome != "stop" && outcome != "door") errors.add("uitkomst", {word::fit_answer_missing});
    const std::string words = read_reason(visit.request.form["woorden"], "woorden", word::fit_answer_words_missing, errors);
    if (!errors.empty()) return objection_page(visit, *asked, errors);
    return web::Slow{[&visit, asked = *asked, stopped = outcome == "stop", words]() -> web::Answer {
        return web::Write{[&visit, sealed = prepare_answer(visit.school(), asked, stopped, words, visit.site.now())](storage::Writes& writes) -> web::Reply {
            const Answered done = answer(writes, visit.school().vault(), visit.who(), sealed, visit.site.now());
            if (done == Answered::done) return web::go(web::path("/stroom/passend").with("gedaan", "antwoord"));
            const auto now = asked_in(writes, visit);
            if (done == Answered::not_yours || !now) return visit.absent();
            web::FieldErrors wrong;
            wrong.add("", {word::fit_answered_already});
            return objection_page(visit, *now, wrong);
        }};
    }};
}

}  // namespace loopbaankaart::flow
