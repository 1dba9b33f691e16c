#include "two_questions_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> two_questions_routes(const Desk& desk) {
    using access::coordinator, access::guides, access::own_content, access::own_reading, web::Method;
    return {
        {Method::get,  "/vragen",                          with(desk, show_questions),   own_reading},
        {Method::post, "/vragen",                          with(desk, answer_questions), own_content},
        {Method::post, "/vragen-later",                   put_questions_off,            own_content},
        {Method::get,  "/vragen/{record}",                 with(desk, show_answer),      own_reading},
        {Method::get,  "/antwoorden",                      with(desk, show_answers),     guides},
        {Method::get,  "/antwoorden/momenten",             show_question_moments,        coordinator},
        {Method::post, "/antwoorden/momenten",             set_question_moment,          coordinator},
        {Method::post, "/antwoorden/momenten/{moment}/weg", take_question_moment_away,   coordinator},
    };
}

}  // namespace loopbaankaart::journey
