#include "pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> backpack_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    constexpr web::Body files = web::Body::upload;
    return {
        {Method::post, "/kaart/{place}/hier",      with(desk, arrive_here),         own_content},
        {Method::post, "/kaart/{place}/verder",    with(desk, go_on),               own_content},
        {Method::get,  "/kaart/{place}/was-hier",  with(desk, ask_when),            own_content},
        {Method::post, "/kaart/{place}/was-hier",  with(desk, was_here),            own_content},
        {Method::get,  "/kaart/{place}/bewaren",   with(desk, ask_what_to_keep),    own_content},
        {Method::post, "/kaart/{place}/bewaren",   with(desk, keep_it),             own_content, files},
        {Method::get,  "/reis",                    with(desk, show_journey),        own_reading},
        {Method::get,  "/reis/{visit}/weg",        with(desk, ask_visit_removal),   own_reading},
        {Method::post, "/reis/{visit}/weg",        take_visit_away,                 own_reading},
        {Method::post, "/reis/{visit}/terug",      undo_go_on,                      own_content},
        {Method::get,  "/rugzak",                  with(desk, show_backpack),       own_reading},
        {Method::get,  "/rugzak/bewaren",          with(desk, ask_what_to_keep),    own_content},
        {Method::post, "/rugzak/bewaren",          with(desk, keep_it),             own_content, files},
        {Method::get,  "/rugzak/prullenbak",       with(desk, show_bin),            own_reading},
        {Method::get,  "/rugzak/{thing}",          with(desk, show_thing),          own_reading},
        {Method::get,  "/rugzak/{thing}/eerder",   show_earlier,                    own_reading},
        {Method::get,  "/rugzak/{thing}/anders",   ask_change,                      own_content},
        {Method::post, "/rugzak/{thing}/anders",   with(desk, change_it),           own_content, files},
        {Method::post, "/rugzak/{thing}/weg",      throw_it_away,                   own_reading},
        {Method::post, "/rugzak/{thing}/terug",    take_it_out,                     own_reading},
        {Method::get,  "/rugzak/{thing}/voorgoed", ask_removal,                     own_reading},
        {Method::post, "/rugzak/{thing}/voorgoed", remove_kept,                     own_reading},
        {Method::get,  "/beeld/{thing}/{part}",    show_part_file,                  own_reading},
    };
}

}  // namespace loopbaankaart::journey
