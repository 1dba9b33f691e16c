// /stroom/passend/student: a mentor chooses one student of their own, says what they look for, and sees what the model says for an hour; then says how they see it.
#include "fit_html.hpp"
#include "guidance_pages.hpp"
#include "guidance_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

bool works_with_students(const access::Visit& visit) { return visit.viewer && visit.viewer->content_open && !visit.viewer->left() && visit.viewer->has(access::Role::counsellor); }

std::optional<OwnStudent> student_asked(storage::Reads& reads, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("person"));
    return id ? own_student(reads, visit.who(), *id, visit.site.now()) : std::nullopt;
}

web::Url page_of(const base::Id& student) { return web::path("/stroom/passend/student", student); }
web::Url page_of_look(const base::Id& look) { return web::path("/stroom/passend/kijk", look); }

web::Reply student_page(const access::Visit& visit, const OwnStudent& asked, const PersonSwitch& on, const web::FieldErrors& errors = {}) {
    const std::string& name = asked.student.name;
    const std::string title = base::say(word::fit_looking_at, visit.language(), {{"name", name}});
    return visit.work_page(title, [&](Html& html) {
        web::back_link(html, web::path("/stroom/passend/student"), word::fit_own_students);
        html.h1({}, title);
        html.p({web::cls("lead")}, word::fit_organises);
        web::error_summary(html, errors);
        if (asked.closed != Closed::no) return web::notice(html, base::say(asked.closed == Closed::waiting ? word::fit_closed_waiting : word::fit_closed_stopped, html.language(), {{"name", name}}));
        if (!asked.known) return web::notice(html, base::say(word::fit_nothing_known, html.language(), {{"name", name}}));
        web::card(html, [&] {
            html.dl({web::cls("facts")}, [&] {
                html.dt({}, word::fit_purpose);
                html.dd({}, on.purpose);
                html.dt({}, word::fit_help);
                html.dd({}, on.help);
            });
            html.p({}, base::say(word::fit_is_seen, html.language(), {{"name", name}}));
            web::form(html, page_of(asked.student.person), visit.form_token, visit.site.new_id(), [&] {
                web::text_area(html, {.name = "reden", .label = word::fit_reason, .hint = &word::fit_reason_hint, .value = visit.request.form["reden"], .error = errors.find("reden"), .most = most_in_reason}, 3);
                web::actions(html, [&] { web::primary_button(html, word::fit_look); });
            });
        });
    }, errors.empty() ? 200 : 422);
}

void verdict_form(Html& html, const access::Visit& visit, const LoggedLook& look, const web::FieldErrors& errors) {
    html.h2({}, word::fit_verdict);
    if (look.verdict) {
        html.p({}, [&] {
            html.strong({}, *look.verdict == MentorVerdict::accept ? word::fit_accept : word::fit_override);
        });
        return html.paragraphs(look.reason);
    }
    const std::vector<web::Choice> choices{{"zo", std::string{word::fit_accept.in(html.language())}}, {"anders", std::string{word::fit_override.in(html.language())}}};
    html.p({}, base::say(word::fit_verdict_plainly, html.language(), {{"name", look.student.name}}));
    web::form(html, page_of_look(look.id), visit.form_token, [&] {
        web::radio_group(html, {.name = "oordeel", .label = word::fit_verdict_is, .value = visit.request.form["oordeel"], .error = errors.find("oordeel"), .choices = choices});
        web::text_area(html, {.name = "reden", .label = word::fit_verdict_reason, .hint = &word::fit_verdict_hint, .value = visit.request.form["reden"], .error = errors.find("reden"), .most = most_in_reason}, 3);
        web::actions(html, [&] { web::primary_button(html, word::fit_verdict_keep); });
    });
}

web::Reply look_page(const access::Visit& visit, const LoggedLook& look, const std::optional<Fit>& fit, const web::FieldErrors& errors = {}) {
    const std::string title = base::say(word::fit_model_says, visit.language(), {{"name", look.student.name}});
    const bool judged = visit.request.query["gedaan"] == "oordeel";
    return visit.work_page(title, [&](Html& html) {
        web::back_link(html, page_of(look.student.person), word::fit_back_to_student);
        html.h1({}, title);
        html.p({web::cls("lead")}, word::fit_organises);
        web::error_summary(html, errors);
        html.p({}, base::say(word::fit_you_looked, html.language(), {{"day", day_of(visit, look.looked_at)}, {"purpose", look.purpose}}));
        if (fit) show_fit(html, *fit);
        else web::notice(html, word::fit_look_over);
        if (fit)
            html.details({}, [&] {
                html.summary({}, word::fit_data_used);
                html.p({}, base::say(word::fit_data_of, html.language(), {{"day", day_of(visit, fit->brought_at)}}));
                show_evidence(html, fit->evidence, fit->inputs);
            });
        web::card(html, [&] { verdict_form(html, visit, look, errors); });
    }, errors.empty() ? 200 : 422, judged ? std::string{word::fit_verdict_kept.in(visit.language())} : std::string{});
}

struct LookAsked {
    std::optional<LoggedLook> look;
    std::optional<Fit> fit;
};
LookAsked look_asked(storage::Reads& reads, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("look"));
    if (!id) return {};
    LookAsked asked{own_look(reads, visit.school().vault(), visit.who(), *id), {}};
    if (asked.look) asked.fit = fit_by_look(reads, visit.school().vault(), visit.who(), *id, visit.site.now());
    return asked;
}

}  // namespace

const access::Policy mentors = access::any_of("mentors", works_with_students);

web::Answer show_own_students(const access::Visit& visit) {
    bool on = false;
    std::vector<access::Known> students;
    visit.school().read([&](storage::Reads& reads) {
        on = switched_on(reads).has_value();
        if (on) students = access::students_of_teams(reads, visit.who().person);
    });
    if (!on) return visit.absent();
    if (const auto chosen = base::Id::parse(visit.request.query["wie"])) return web::go(page_of(*chosen));
    return visit.work_page(std::string{word::fit_own_students.in(visit.language())}, [&](Html& html) {
        web::back_link(html, web::path("/mij"), word::fit_back_to_me);
        html.h1({}, word::fit_own_students);
        html.p({web::cls("lead")}, word::fit_organises);
        if (students.empty()) return web::empty_place(html, "mirador", word::fit_no_students);
        std::vector<web::Choice> choices;
        for (const access::Known& one : students) choices.push_back({one.person.text(), one.name});
        html.form({web::attr("method", "get"), web::action(web::path("/stroom/passend/student"))}, [&] {
            web::select(html, {.name = "wie", .label = word::fit_which_student, .hint = &word::fit_which_student_hint, .choices = choices});
            web::actions(html, [&] { web::primary_button(html, word::fit_choose_student); });
        });
    });
}

web::Answer show_own_student(const access::Visit& visit) {
    std::optional<OwnStudent> asked;
    std::optional<PersonSwitch> on;
    visit.school().read([&](storage::Reads& reads) { on = switched_on(reads), asked = student_asked(reads, visit); });
    return on && asked ? student_page(visit, *asked, *on) : visit.absent();
}

web::Answer look_at_student(const access::Visit& visit) {
    std::optional<OwnStudent> asked;
    visit.school().read([&](storage::Reads& reads) { asked = student_asked(reads, visit); });
    if (!asked) return visit.absent();
    web::FieldErrors errors;
    const std::string reason = read_reason(visit.request.form["reden"], "reden", word::fit_reason_missing, errors);
    std::optional<SealedLook> sealed;
    if (errors.empty() || !base::guarded(base::Guard::fit_look_limits)) sealed = prepare_look(visit.school().vault(), id_sent(visit), asked->student.person, reason);
    return web::Write{[&visit, sealed, errors](storage::Writes& writes) -> web::Reply {
        web::FieldErrors wrong = errors;
        const Looked done = sealed ? look(writes, visit.school().vault(), visit.who(), *sealed, visit.site.now(), *visit.site.randomness) : Looked::conflict;
        if (sealed && done == Looked::done) return web::go(page_of_look(sealed->id));
        if (sealed && done == Looked::conflict) wrong.add("reden", {word::fit_other_meanwhile});
        const auto student = student_asked(writes, visit);
        const auto on = switched_on(writes);
        return on && student ? student_page(visit, *student, *on, wrong) : visit.absent();
    }};
}

web::Answer show_look(const access::Visit& visit) {
    LookAsked asked;
    visit.school().read([&](storage::Reads& reads) { asked = look_asked(reads, visit); });
    return asked.look ? look_page(visit, *asked.look, asked.fit) : visit.absent();
}

web::Answer judge_look(const access::Visit& visit) {
    LookAsked asked;
    visit.school().read([&](storage::Reads& reads) { asked = look_asked(reads, visit); });
    if (!asked.look) return visit.absent();
    web::FieldErrors errors;
    const std::string_view said = visit.request.form["oordeel"];
    if (said != "zo" && said != "anders") errors.add("oordeel", {word::fit_verdict_missing});
    const std::string reason = read_reason(visit.request.form["reden"], "reden", word::fit_verdict_reason_missing, errors);
    if (!errors.empty()) return look_page(visit, *asked.look, asked.fit, errors);
    const MentorVerdict verdict = said == "zo" ? MentorVerdict::accept : MentorVerdict::override_it;
    return web::Write{[&visit, id = asked.look->id, verdict, reason, sealed = seal_reason(visit.school().vault(), *asked.look, reason)](storage::Writes& writes) -> web::Reply {
        const Judged done = judge(writes, visit.school().vault(), visit.who(), id, verdict, reason, sealed, visit.site.now());
        if (done == Judged::done) return web::go(page_of_look(id).with("gedaan", "oordeel"));
        const LookAsked now = look_asked(writes, visit);
        if (done == Judged::not_yours || !now.look) return visit.absent();
        web::FieldErrors wrong;
        wrong.add("", {word::fit_verdict_already});
        return look_page(visit, *now.look, now.fit, wrong);
    }};
}

}  // namespace loopbaankaart::flow
