#include "taking_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> archive_routes(const Desk&) {
    using access::own_reading, web::Method;
    return {
        {Method::get,  "/meenemen",                   ask_taking,    own_reading},
        {Method::post, "/meenemen",                   begin_to_take, own_reading},
        {Method::get,  "/meenemen/{taking}",          show_taking,   own_reading},
        {Method::get,  "/meenemen/{taking}/reis.zip", fetch_taking,  own_reading},
    };
}

}  // namespace loopbaankaart::journey
