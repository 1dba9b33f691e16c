#include "pages.hpp"

namespace loopbaankaart::journey {

std::vector<web::Route> routes(const atlas::Atlases& atlases, workshop::Workshop& workshop) {
    using access::own_content, access::own_reading, web::Method;
    constexpr web::Body files = web::Body::upload;
    const auto desk = std::make_shared<const Desk>(Desk{atlases, workshop});
    const auto map = [&atlases](web::Answer (*handler)(const atlas::Atlases&, const access::Visit&)) -> access::Handler {
        return [&atlases, handler](const access::Visit& visit) { return handler(atlases, visit); };
    };
    const auto with = [desk](web::Answer (*handler)(const Desk&, const access::Visit&)) -> access::Handler {
        return [desk, handler](const access::Visit& visit) { return handler(*desk, visit); };
    };
    return access::gate("journey", {
        {Method::post, "/kaart/{place}/hier",      map(arrive_here),        own_content},
        {Method::post, "/kaart/{place}/verder",    map(go_on),              own_content},
        {Method::get,  "/kaart/{place}/was-hier",  map(ask_when),           own_content},
        {Method::post, "/kaart/{place}/was-hier",  map(was_here),           own_content},
        {Method::get,  "/kaart/{place}/bewaren",   with(ask_what_to_keep),  own_content},
        {Method::post, "/kaart/{place}/bewaren",   with(keep_it),           own_content, files},
        {Method::get,  "/reis",                    map(show_journey),       own_reading},
        {Method::get,  "/reis/{visit}/weg",        map(ask_visit_removal),  own_reading},
        {Method::post, "/reis/{visit}/weg",        take_visit_away,         own_reading},
        {Method::post, "/reis/{visit}/terug",      undo_go_on,              own_content},
        {Method::get,  "/rugzak",                  with(show_backpack),     own_reading},
        {Method::get,  "/rugzak/bewaren",          with(ask_what_to_keep),  own_content},
        {Method::post, "/rugzak/bewaren",          with(keep_it),           own_content, files},
        {Method::get,  "/rugzak/prullenbak",       with(show_bin),          own_reading},
        {Method::get,  "/rugzak/{thing}",          with(show_thing),        own_reading},
        {Method::get,  "/rugzak/{thing}/eerder",   show_earlier,            own_reading},
        {Method::get,  "/rugzak/{thing}/anders",   ask_change,              own_content},
        {Method::post, "/rugzak/{thing}/anders",   with(change_it),         own_content, files},
        {Method::post, "/rugzak/{thing}/weg",      throw_it_away,           own_reading},
        {Method::post, "/rugzak/{thing}/terug",    take_it_out,             own_reading},
        {Method::get,  "/rugzak/{thing}/voorgoed", ask_removal,             own_reading},
        {Method::post, "/rugzak/{thing}/voorgoed", remove_kept,             own_reading},
        {Method::get,  "/rugzak/{thing}/deel",     ask_share,               own_content},
        {Method::post, "/rugzak/{thing}/deel",     share_it,                own_content},
        {Method::post, "/rugzak/{thing}/reactie",  react_to,                own_content},
        {Method::post, "/reacties/{reaction}/weg", take_reaction_away,      own_content},
        {Method::get,  "/delen",                   with(show_shared),       own_content},
        {Method::post, "/delen/terug",             take_all_back,           own_content},
        {Method::post, "/delen/{grant}/terug",     take_share_back,         own_content},
        {Method::get,  "/gedeeld",                 with(show_shared_with_me), own_content},
        {Method::get,  "/meenemen",                ask_taking,              own_reading},
        {Method::post, "/meenemen",                begin_to_take,           own_reading},
        {Method::get,  "/meenemen/{taking}",       show_taking,             own_reading},
        {Method::get,  "/wie-ziet-wat",            show_who_sees_what,      access::anyone},
        {Method::get,  "/beeld/{thing}/{part}",    show_part_file,          own_reading},
    });
}

}  // namespace loopbaankaart::journey
