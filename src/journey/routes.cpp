#include "pages.hpp"

namespace loopbaankaart::journey {

std::vector<web::Route> routes(const atlas::Atlases& atlases) {
    using access::own_content, web::Method;
    const auto with = [&atlases](web::Answer (*handler)(const atlas::Atlases&, const access::Visit&)) -> access::Handler {
        return [&atlases, handler](const access::Visit& visit) { return handler(atlases, visit); };
    };
    return access::gate("journey", {
        {Method::post, "/kaart/{place}/hier",     with(arrive_here),   own_content},
        {Method::post, "/kaart/{place}/verder",   with(go_on),         own_content},
        {Method::get,  "/kaart/{place}/was-hier", with(ask_when),      own_content},
        {Method::post, "/kaart/{place}/was-hier", with(was_here),      own_content},
        {Method::post, "/kaart/{place}/bewaren",  with(keep_here),     own_content},
        {Method::get,  "/reis",                   with(show_journey),  own_content},
        {Method::get,  "/reis/{visit}/weg",       with(ask_visit_removal), own_content},
        {Method::post, "/reis/{visit}/weg",       take_visit_away,     own_content},
        {Method::post, "/reis/{visit}/terug",     undo_go_on,          own_content},
        {Method::get,  "/rugzak",                 with(show_backpack), own_content},
        {Method::get,  "/rugzak/{thing}",         with(show_thing),    own_content},
        {Method::get,  "/rugzak/{thing}/weg",     ask_removal,         own_content},
        {Method::post, "/rugzak/{thing}/weg",     remove_kept,         own_content},
        {Method::get,  "/beeld/{thing}",          show_picture,        own_content},
    });
}

}  // namespace loopbaankaart::journey
