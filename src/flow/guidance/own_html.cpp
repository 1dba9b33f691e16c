#include "own_html.hpp"

#include "guidance_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

std::string named(const std::string& name, base::Language language) { return name.empty() ? std::string{word::fit_somebody_gone.in(language)} : name; }

}  // namespace

// Whoever looked was a mentor of the student: nobody else can.
std::string who_looked(const LoggedLook& look, base::Language language) { return named(look.viewer.name, language) + ", " + std::string{word::fit_as_mentor.in(language)}; }
std::string who_answered(const Objection& objection, base::Language language) { return named(objection.by_name, language); }

void show_looks(Html& html, const std::vector<LoggedLook>& looks, std::string_view time_zone) {
    if (looks.empty()) return html.p({}, word::fit_nobody_looked);
    const base::Language language = html.language();
    html.ul({web::cls("lines")}, [&] {
        for (const LoggedLook& one : looks)
            html.li({}, [&] {
                html.div({}, [&] {
                    html.strong({}, who_looked(one, language) + " · " + base::day_in_words(one.looked_at, language, time_zone));
                    html.p({}, base::say(word::fit_looked_for, language, {{"purpose", one.purpose}}));
                    if (one.verdict) html.p({}, base::say(*one.verdict == MentorVerdict::accept ? word::fit_saw_the_same : word::fit_saw_otherwise, language, {{"reason", one.reason}}));
                });
            });
    });
}

void show_answer(Html& html, const Objection& objection, std::string_view time_zone) {
    const base::Language language = html.language();
    html.p({}, base::say(objection.stopped ? word::fit_answered_stopped : word::fit_answered_goes_on, language,
                         {{"name", who_answered(objection, language)}, {"day", base::day_in_words(*objection.answered_at, language, time_zone)}}));
    html.blockquote({}, [&] { html.paragraphs(objection.answer); });
}

void show_objections(Html& html, const std::vector<Objection>& objections, std::string_view time_zone) {
    for (const Objection& one : objections) {
        html.p({}, [&] { html.strong({}, base::say(word::fit_you_objected, html.language(), {{"day", base::day_in_words(one.made_at, html.language(), time_zone)}})); });
        html.blockquote({}, [&] { html.paragraphs(one.words); });
        if (one.answered_at) show_answer(html, one, time_zone);
        else html.p({}, word::fit_objection_waits);
    }
}

}  // namespace loopbaankaart::flow
