#include "company_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> company_routes(const Desk& desk) {
    using access::own_content, web::Method;
    return {
        {Method::get,  "/gezelschap/meenemen",             with(desk, ask_whom_to_invite),     own_content},
        {Method::post, "/gezelschap/meenemen",             with(desk, invite_along),           own_content},
        {Method::get,  "/gezelschap/met/{company}",        with(desk, show_company),           own_content},
        {Method::post, "/gezelschap/met/{company}/einde",  stop_travelling_together,           own_content},
        {Method::get,  "/mee",                             with(desk, show_along),             own_content},
        {Method::get,  "/mee/{company}",                   with(desk, show_one_along),         own_content},
        {Method::post, "/mee/{company}/kompas",            with(desk, ask_how_compass_stands), own_content},
        {Method::post, "/mee/gevraagd/{asked}/later",      put_question_aside,                 own_content},
        {Method::get,  "/gedeeld",                         lead_along,                         own_content},
    };
}

}  // namespace loopbaankaart::journey
