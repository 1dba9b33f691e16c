#include "for_guides.hpp"

#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

void for_guides(web::Html& html, const access::Visit& visit) {
    if (!access::guides.allows(visit)) return;
    html.ul({web::cls("ways for-guides")}, [&] {
        html.li({}, [&] { html.a({web::href(web::path("/antwoorden"))}, word::answers_to_read); });
        html.li({}, [&] { html.a({web::href(web::path("/antwoorden/thema"))}, word::themes); });
        html.li({}, [&] { html.a({web::href(web::path("/stroom/oordeel"))}, word::our_judgement); });  // flow, beside this module
    });
}

}  // namespace loopbaankaart::journey
