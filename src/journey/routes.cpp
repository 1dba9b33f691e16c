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
        {Method::get,  "/rugzak/{thing}/deel",     ask_share,                       own_content},
        {Method::post, "/rugzak/{thing}/deel",     share_it,                        own_content},
        {Method::post, "/rugzak/{thing}/reactie",  react_to,                        own_content},
        {Method::post, "/reacties/{reaction}/weg", take_reaction_away,              own_content},
        {Method::get,  "/delen",                   with(desk, show_shared),         own_content},
        {Method::post, "/delen/terug",             take_all_back,                   own_content},
        {Method::post, "/delen/{grant}/terug",     take_share_back,                 own_content},
        {Method::get,  "/gedeeld",                 with(desk, show_shared_with_me), own_content},
        {Method::get,  "/wie-ziet-wat",            show_who_sees_what,              access::anyone},
        {Method::get,  "/beeld/{thing}/{part}",    show_part_file,                  own_reading},
    };
}

}  // namespace loopbaankaart::journey
