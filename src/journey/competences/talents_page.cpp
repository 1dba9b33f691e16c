// GET and POST /talenten: the drawing, and below it in words. With script its scraps can be moved there; the form then brings where they are.
#include "competence_pages.hpp"
#include "competences_words.hpp"
#include "own_drawing.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

int moved(const web::Fields& form, const std::string& name, int was) {
    const auto to = base::whole_number(form[name]);
    return to && *to >= 0 && *to <= whole_drawing ? static_cast<int>(*to) : was;
}

class TalentsPage {
public:
    TalentsPage(const access::Visit& visit, const OwnDrawing& own, const ShownDrawing& seen) : visit_{visit}, own_{own}, seen_{seen}, writes_{!visit.who().left()} {}

    void write(Html& html) const {
        web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::talents);
        html.p({web::cls("lead")}, word::talents_lead);
        if (!writes_) return hanging_and_said(html, seen_, Moving::no);
        web::form(html, talents(), visit_.form_token, visit_.site.new_id(), [&] {
            seen_field(html, own_.kept ? &*own_.kept : nullptr);
            hanging_and_said(html, seen_, Moving::with_script, [&] { doings(html); });
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
        if (!seen_.hung.empty() || !seen_.heart.empty()) html.p({}, [&] { html.a({web::href(web::path("/talenten/vertel"))}, word::tell_drawing_it); });
        if (own_.kept) record_ways(html, visit_, *own_.kept);
    }

private:
    static void doings(Html& html) {
        web::actions(html, [&] {
            web::primary_link(html, web::path("/talenten/hangen"), word::hang_something, "plus");
            web::secondary_link(html, web::path("/talenten/tekening"), word::another_drawing, "pen");
        });
    }

    const access::Visit& visit_;
    const OwnDrawing& own_;
    const ShownDrawing& seen_;
    bool writes_;
};

}  // namespace

web::Answer show_talents(const access::Visit& visit) {
    const OwnDrawing own = own_drawing(visit);
    const ShownDrawing seen = shown(visit, own.drawing);
    const std::string notice = visit.request.query["gedaan"] == "anders" ? title_of(visit, word::kept) : std::string{};
    return visit.page(title_of(visit, word::talents), [&](Html& html) { TalentsPage{visit, own, seen}.write(html); }, 200, notice, talents_look);
}

web::Answer move_talents(const Desk& desk, const access::Visit& visit) {
    OwnDrawing own = own_drawing(visit);
    if (!own.kept) return web::go(talents());
    for (Hung& each : own.drawing.hung) {
        each.x = moved(visit.request.form, place_field('x', each.id), each.x);
        each.y = moved(visit.request.form, place_field('y', each.id), each.y);
    }
    return keep_drawing(desk, visit, own.drawing, talents());
}

}  // namespace loopbaankaart::journey
