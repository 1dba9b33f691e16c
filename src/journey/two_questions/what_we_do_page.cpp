// GET /dit-doen-we: what the school does with what students came for, on the wall for all who are signed in.
#include "theme_html.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

web::Answer show_what_we_do(const access::Visit& visit) {
    std::vector<AnswerTheme> shown;
    visit.school().read([&](storage::Reads& reads) { shown = shown_themes(reads, visit.school().vault(), visit.site.now()); });
    return visit.page(title_of(visit, word::what_we_do), [&](web::Html& html) {
        html.div({web::cls("the-wall")}, [&] {
            html.h1({}, word::what_we_do);
            if (shown.empty()) return web::empty_place(html, "reisbureau", word::nothing_done_yet);
            html.p({web::cls("lead")}, word::what_we_do_plainly);
            for (const AnswerTheme& theme : shown) on_the_wall(html, theme);
        });
        if (visit.who().content_open && !visit.who().left()) web::actions(html, [&] { web::secondary_link(html, web::path("/vragen"), word::say_yours, "vraag"); });
    }, 200, {}, wall_look);
}

}  // namespace loopbaankaart::journey
