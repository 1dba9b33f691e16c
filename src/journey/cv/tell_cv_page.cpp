// GET and POST /cv/{record}/vertel: one page of the cv as it is now. What does not fit on it is said before anything is told.
#include "../telling/one_page.hpp"
#include "cv_html.hpp"
#include "cv_pages.hpp"
#include "cv_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

struct ToTell {
    Record record;
    LobCv cv;
    CvThings things;
    std::vector<Telling> before;  // told from it earlier
};

std::optional<ToTell> to_tell(const access::Visit& visit) {
    auto record = own_cv(visit);
    if (!record) return std::nullopt;
    ToTell found{.record = std::move(*record), .cv = {}, .things = {}, .before = {}};
    found.cv = cv_of(found.record);
    visit.school().read([&](storage::Reads& reads) {
        found.things = things_in(reads, visit.school().vault(), visit.who(), found.cv, visit.site.now());
        found.before = tellings_from(reads, visit.school().vault(), visit.who(), found.record.id);
    });
    return found;
}

base::Language headings_asked(const access::Visit& visit) { return base::parse_language(visit.request.form["koppen"]).value_or(visit.language()); }

void which_language(Html& html, const access::Visit& visit) {
    const std::vector<web::Choice> choices{{"nl", std::string{word::cv_headings_nl.in(visit.language())}}, {"en", std::string{word::cv_headings_en.in(visit.language())}}};
    web::radio_group(html, {.name = "koppen", .label = word::cv_headings_language, .value = base::code(headings_asked(visit)), .choices = choices});
}

web::Reply tell_page(const access::Visit& visit, const ToTell& what, const web::FieldErrors& errors) {
    const bool lacks = lacks_evidence(what.cv, what.things);
    return visit.page(title_of(visit, word::cv_tell), [&](Html& html) {
        web::back_link(html, page_of_cv(what.record.id), word::to_this_cv);
        html.h1({}, word::cv_tell);
        html.p({web::cls("lead")}, word::cv_tell_plainly);
        web::error_summary(html, errors);
        if (lacks && errors.empty()) html.p({web::cls("hint")}, word::cv_evidence_gone);
        web::form(html, web::path("/cv", what.record.id.view(), "vertel"), visit.form_token, sent_id(visit), [&] {
            if (lacks && visit.request.method == web::Method::post) web::hidden(html, "toch", "ja");
            which_language(html, visit);
            look_fields(html, typed_look(visit.request.form), errors);
            web::actions(html, [&] { web::primary_button(html, word::cv_tell, "boekje"); });
        });
        html.p({web::cls("small")}, word::only_you);
        if (what.before.empty()) return;
        html.h2({}, word::cv_made_before);
        booklets(html, visit, what.before);
    }, errors.empty() ? 200 : 422, {}, telling_look);
}

}  // namespace

web::Answer ask_how_to_tell_cv(const access::Visit& visit) {
    const auto what = to_tell(visit);
    if (!what) return not_there(visit);
    return tell_page(visit, *what, {});
}

web::Answer tell_cv(const Desk& desk, const access::Visit& visit) {
    const auto what = to_tell(visit);
    if (!what) return not_there(visit);
    if (lacks_evidence(what->cv, what->things) && visit.request.form["toch"].empty()) {
        web::FieldErrors errors;
        errors.add("", {word::cv_lacks_evidence});
        return tell_page(visit, *what, errors);
    }
    const TypedLook typed = typed_look(visit.request.form);
    Draft draft = draft_of(what->cv, what->things, photo_of(what->record), {headings_asked(visit), visit.language()});
    draft.title = typed.title;
    draft.paper = typed.paper;
    draft.colour = typed.colour;
    draft.told_from = what->record.id;
    return tell_it(visit, std::move(draft), [&visit, what = *what](const web::FieldErrors& errors) { return tell_page(visit, what, errors); },
                   {.fits = [&desk, &visit](const Telling& telling) { return fits_on_paper(desk, visit, telling); }});
}

}  // namespace loopbaankaart::journey
