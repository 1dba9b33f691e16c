#include "circle_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> circle_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    return {
        {Method::get,  "/gezelschap",            with(desk, show_circle),    own_reading},
        {Method::post, "/gezelschap",            with(desk, move_seats),     own_content},
        {Method::get,  "/gezelschap/plek",       ask_who_sits_there,         own_content},
        {Method::post, "/gezelschap/plek",       with(desk, draw_seat),      own_content},
        {Method::get,  "/gezelschap/vertel",     ask_how_to_tell_circle,     own_content},
        {Method::post, "/gezelschap/vertel",     with(desk, tell_circle),    own_content},
        {Method::get,  "/gezelschap/{seat}",     show_seat,                  own_reading},
        {Method::post, "/gezelschap/{seat}",     with(desk, change_seat),    own_content},
        {Method::post, "/gezelschap/{seat}/weg", with(desk, take_seat_away), own_content},
    };
}

}  // namespace loopbaankaart::journey
