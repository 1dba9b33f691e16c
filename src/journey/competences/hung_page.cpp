// GET and POST /talenten/hangt/{hung}: one thing that hangs: somewhere else, told otherwise, or taken off.
#include "competence_pages.hpp"
#include "competences_words.hpp"
#include "hung_form.hpp"

namespace loopbaankaart::journey {

namespace {

std::optional<base::Id> asked(const access::Visit& visit) { return base::Id::parse(visit.request.parameter("hung")); }

web::Reply page(const access::Visit& visit, const OwnDrawing& own, const Hung& hung, const web::FieldErrors& errors) {
    return hung_form_page(visit, {.title = word::this_hangs, .action = page_of_hung(hung.id), .own = own, .hung = hung, .button = word::keep, .hangs = true, .errors = errors});
}

}  // namespace

web::Answer ask_about_hung(const access::Visit& visit) {
    OwnDrawing own = own_drawing(visit);
    const auto id = asked(visit);
    const Hung* hung = id ? own.drawing.find(*id) : nullptr;
    if (hung == nullptr) return visit.absent();
    return page(visit, own, *hung, {});
}

web::Answer change_hung(const Desk& desk, const access::Visit& visit) {
    OwnDrawing own = own_drawing(visit);
    const auto id = asked(visit);
    Hung* hung = id ? own.drawing.find(*id) : nullptr;
    if (hung == nullptr) return own.came_of(sent_id(visit)) ? web::Answer{web::go(talents())} : visit.absent();  // taken off by this very form
    if (visit.request.form["doen"] == "weg") {
        take_off(own.drawing, *id);
        return keep_drawing(desk, visit, own.drawing, page_of_hung(*id));
    }
    *hung = typed_hung(visit.request.form, *hung, looks_of(own.drawing.form));
    web::FieldErrors errors;
    if (!hung->what && base::tidy_name(hung->word).empty()) errors.add("woord", {word::word_to_hang_missing});
    for (const web::FieldError& each : faults_of(own.drawing)) errors.add(each.field, each.error);
    if (!errors.empty()) return page(visit, own, *hung, errors);
    return keep_drawing(desk, visit, own.drawing, page_of_hung(*id));
}

}  // namespace loopbaankaart::journey
