#include "two_questions_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> two_questions_routes(const Desk& desk) {
    using access::coordinator, access::guides, access::own_content, access::own_reading, access::signed_in, web::Method;
    return {
        {Method::get,  "/vragen",                          with(desk, show_questions),   own_reading},
        {Method::post, "/vragen",                          with(desk, answer_questions), own_content},
        {Method::post, "/vragen-later",                   put_questions_off,            own_content},
        {Method::get,  "/vragen/{record}",                 with(desk, show_answer),      own_reading},
        {Method::get,  "/antwoorden",                      with(desk, show_answers),     guides},
        {Method::get,  "/antwoorden/momenten",             show_question_moments,        coordinator},
        {Method::post, "/antwoorden/momenten",             set_question_moment,          coordinator},
        {Method::post, "/antwoorden/momenten/{moment}/weg", take_question_moment_away,   coordinator},
        {Method::get,  "/antwoorden/thema",                show_themes,                  guides},
        {Method::post, "/antwoorden/thema",                begin_theme,                  guides},
        {Method::get,  "/antwoorden/thema/{theme}",        with(desk, show_theme),       guides},
        {Method::post, "/antwoorden/thema/{theme}",        with(desk, choose_answers),   guides},
        {Method::post, "/antwoorden/thema/{theme}/beantwoord", with(desk, reply_to_theme), coordinator},
        {Method::post, "/antwoorden/thema/{theme}/terug",  take_theme_off_the_wall,      coordinator},
        {Method::post, "/antwoorden/thema/{theme}/weg",    take_theme_away,              coordinator},
        {Method::get,  "/dit-doen-we",                     show_what_we_do,              signed_in},
    };
}

}  // namespace loopbaankaart::journey
