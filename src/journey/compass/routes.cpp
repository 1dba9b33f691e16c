#include "compass_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> compass_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    return {
        {Method::get,  "/kompas",                        show_compass,                     own_reading},
        {Method::post, "/kompas",                        with(desk, keep_bearing),         own_content},
        {Method::get,  "/kompas/rand",                   show_rim,                         own_content},
        {Method::post, "/kompas/rand",                   with(desk, change_rim),           own_content},
        {Method::get,  "/kompas/rand/uit-rugzak",        choose_from_backpack,             own_content},
        {Method::post, "/kompas/gevraagd/{asked}/later", put_asked_aside,                  own_content},
        {Method::get,  "/peilingen/{record}",            show_bearing,                     own_reading},
    };
}

}  // namespace loopbaankaart::journey
