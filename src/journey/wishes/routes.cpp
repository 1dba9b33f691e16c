#include "wish_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> wish_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    constexpr web::Body files = web::Body::upload;
    return {
        {Method::get,  "/wensen",                      with(desk, show_wishes),     own_reading},
        {Method::get,  "/wensen/nieuw",                with(desk, ask_for_a_wish),  own_content},
        {Method::post, "/wensen/nieuw",                with(desk, hang_wish),       own_content, files},
        {Method::get,  "/wensen/{record}",             with(desk, show_wish),       own_reading},
        {Method::get,  "/wensen/{record}/anders",      with(desk, ask_wish_change), own_content},
        {Method::post, "/wensen/{record}/anders",      with(desk, change_wish),     own_content, files},
        {Method::get,  "/wensen/{record}/stap",        with(desk, ask_step),        own_content},
        {Method::post, "/wensen/{record}/stap",        with(desk, take_step),       own_content},
        {Method::post, "/wensen/{record}/gebeurt",     wish_happens_now,            own_content},
        {Method::post, "/wensen/{record}/ik-doe-dit",  do_the_wish,                 own_content},
        {Method::post, "/wensen/{record}/nog-even",    wish_a_while_later,          own_content},
        {Method::post, "/wensen/{record}/einde",       with(desk, end_wish),        own_content},
    };
}

}  // namespace loopbaankaart::journey
