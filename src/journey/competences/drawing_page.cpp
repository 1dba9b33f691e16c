// GET and POST /talenten/tekening: which drawing it is. Each is shown with what hangs in it: everything stays where it is.
#include "competence_pages.hpp"
#include "competences_words.hpp"
#include "own_drawing.hpp"

namespace loopbaankaart::journey {

web::Answer ask_which_drawing(const access::Visit& visit) {
    const OwnDrawing own = own_drawing(visit);
    ShownDrawing seen = shown(visit, own.drawing);
    return visit.page(title_of(visit, word::another_drawing), [&](web::Html& html) {
        web::back_link(html, talents(), word::to_the_talents);
        html.h1({}, word::which_drawing);
        web::form(html, web::path("/talenten/tekening"), visit.form_token, visit.site.new_id(), [&] {
            seen_field(html, own.kept ? &*own.kept : nullptr);
            html.fieldset({web::cls("field")}, [&] {
                html.legend({web::cls("spoken")}, word::which_drawing);
                html.ul({web::cls("drawings")}, [&] {
                    for (std::size_t at = 0; at < drawing_form_codes.size(); ++at) {
                        seen.form = static_cast<DrawingForm>(at);
                        const std::string called = fmt::format("tekening-{}", drawing_form_codes[at]);
                        html.li({web::cls("pick")}, [&] {
                            html.input({web::type("radio"), web::name("tekening"), web::value(drawing_form_codes[at]), web::attr("aria-labelledby", called), web::flag("checked", own.drawing.form == seen.form)});
                            html.div({}, [&] {
                                draw_hanging(html, seen, Leading::nowhere);
                                html.p({web::cls("name"), web::id(called)}, looks_of(seen.form).names.in(html.language()));
                            });
                        });
                    }
                });
            });
            web::actions(html, [&] { web::primary_button(html, word::this_one, "blad"); });
        });
    }, 200, {}, talents_look);
}

web::Answer choose_drawing(const Desk& desk, const access::Visit& visit) {
    OwnDrawing own = own_drawing(visit);
    const auto chosen = std::ranges::find(drawing_form_codes, visit.request.form["tekening"]);
    if (chosen != drawing_form_codes.end()) own.drawing.form = static_cast<DrawingForm>(chosen - drawing_form_codes.begin());
    return keep_drawing(desk, visit, own.drawing, web::path("/talenten/tekening"));
}

}  // namespace loopbaankaart::journey
