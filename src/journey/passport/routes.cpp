#include "passport_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> passport_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    constexpr web::Body files = web::Body::upload;
    return {
        {Method::get,  "/paspoort",                          with(desk, show_passport),        own_reading},
        {Method::get,  "/paspoort/omslag",                   ask_for_cover,                    own_content},
        {Method::post, "/paspoort/omslag",                   with(desk, make_cover),           own_content},
        {Method::get,  "/paspoort/stempel",                  with(desk, ask_for_stamp),        own_content},
        {Method::post, "/paspoort/stempel",                  with(desk, make_stamp),           own_content, files},
        {Method::get,  "/paspoort/stempel/{record}",         with(desk, show_own_stamp),       own_reading},
        {Method::get,  "/paspoort/stempel/{record}/anders",  with(desk, ask_stamp_change),     own_content},
        {Method::post, "/paspoort/stempel/{record}/anders",  with(desk, change_stamp),         own_content, files},
        {Method::get,  "/paspoort/blad",                     with(desk, ask_for_page),         own_content},
        {Method::post, "/paspoort/blad",                     with(desk, make_page),            own_content},
        {Method::get,  "/paspoort/blad/{page}",              with(desk, ask_page_change),      own_content},
        {Method::post, "/paspoort/blad/{page}",              with(desk, change_page),          own_content},
        {Method::post, "/paspoort/blad/{page}/plek",         with(desk, put_page_elsewhere),   own_content},
        {Method::get,  "/paspoort/vertel",                   with(desk, ask_to_tell_passport), own_content},
        {Method::post, "/paspoort/vertel",                   with(desk, tell_passport),        own_content},
    };
}

}  // namespace loopbaankaart::journey
