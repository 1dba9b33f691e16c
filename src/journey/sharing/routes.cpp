#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> sharing_routes(const Desk& desk) {
    using access::own_content, web::Method;
    return {
        {Method::get,  "/deel/{kind}/{thing}",         with(desk, ask_share),           own_content},
        {Method::post, "/deel/{kind}/{thing}",         with(desk, share_it),            own_content},
        {Method::post, "/deel/{kind}/{thing}/reactie", with(desk, react_to),            own_content},
        {Method::get,  "/rugzak/{thing}/deel",         with(desk, ask_share),           own_content},
        {Method::post, "/rugzak/{thing}/deel",         with(desk, share_it),            own_content},
        {Method::post, "/rugzak/{thing}/reactie",      with(desk, react_to),            own_content},
        {Method::post, "/reacties/{reaction}/weg",     with(desk, take_reaction_away),  own_content},
        {Method::get,  "/delen",                       with(desk, show_shared),         own_content},
        {Method::post, "/delen/terug",                 with(desk, take_all_back),       own_content},
        {Method::post, "/delen/{grant}/terug",         with(desk, take_share_back),     own_content},
        {Method::get,  "/wie-ziet-wat",                show_who_sees_what,              access::anyone},
    };
}

}  // namespace loopbaankaart::journey
