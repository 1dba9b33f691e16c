// The pages of the two questions.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// /vragen
web::Answer show_questions(const Desk& desk, const access::Visit& visit);
web::Answer answer_questions(const Desk& desk, const access::Visit& visit);
web::Answer put_questions_off(const access::Visit& visit);
web::Answer show_answer(const Desk& desk, const access::Visit& visit);

// /antwoorden, for staff
web::Answer show_answers(const Desk& desk, const access::Visit& visit);
web::Answer show_question_moments(const access::Visit& visit);
web::Answer set_question_moment(const access::Visit& visit);
web::Answer take_question_moment_away(const access::Visit& visit);
web::Answer show_themes(const access::Visit& visit);
web::Answer begin_theme(const access::Visit& visit);
web::Answer show_theme(const Desk& desk, const access::Visit& visit);
web::Answer choose_answers(const Desk& desk, const access::Visit& visit);
web::Answer reply_to_theme(const Desk& desk, const access::Visit& visit);
web::Answer take_theme_off_the_wall(const access::Visit& visit);
web::Answer take_theme_away(const access::Visit& visit);

// /dit-doen-we, for all
web::Answer show_what_we_do(const access::Visit& visit);

std::vector<access::Route> two_questions_routes(const Desk& desk);
Part two_questions_part();

}  // namespace loopbaankaart::journey
