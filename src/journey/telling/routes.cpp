#include "telling_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> telling_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    return {
        {Method::get,  "/verteld",                      show_tellings,             own_reading},
        {Method::get,  "/verteld/{telling}",            show_telling,              own_reading},
        {Method::get,  "/verteld/{telling}/scherm",     show_telling_on_screen,    own_reading},
        {Method::get,  "/verteld/{telling}/boekje.pdf", with(desk, print_telling), own_reading},
        {Method::get,  "/verteld/{telling}/{part}",     show_told_part,            own_reading},
        {Method::get,  "/verteld/{telling}/zonder",     ask_what_to_leave_out,     own_content},
        {Method::post, "/verteld/{telling}/zonder",     tell_without,              own_content},
        {Method::post, "/verteld/{telling}/weg",        throw_telling_out,         own_reading},
        {Method::post, "/verteld/{telling}/terug",      take_telling_out,          own_reading},
        {Method::get,  "/verteld/{telling}/voorgoed",   ask_telling_removal,       own_reading},
        {Method::post, "/verteld/{telling}/voorgoed",   remove_telling_for_good,   own_reading},
    };
}

}  // namespace loopbaankaart::journey
