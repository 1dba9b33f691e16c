#include "record_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> record_routes(const Desk& desk) {
    using access::own_reading, web::Method;
    return {
        {Method::get,  "/eigen/{record}",          with(desk, go_to_record),        own_reading},
        {Method::get,  "/eigen/{record}/eerder",   with(desk, show_earlier_record), own_reading},
        {Method::post, "/eigen/{record}/weg",      throw_it_in_the_bin,             own_reading},
        {Method::post, "/eigen/{record}/terug",    with(desk, take_it_back_out),    own_reading},
        {Method::get,  "/eigen/{record}/voorgoed", with(desk, ask_record_removal),  own_reading},
        {Method::post, "/eigen/{record}/voorgoed", remove_it_for_good,              own_reading},
    };
}

}  // namespace loopbaankaart::journey
