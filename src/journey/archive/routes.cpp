#include "bringing_pages.hpp"
#include "taking_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> archive_routes(const Desk&) {
    using access::own_content, access::own_reading, web::Method;
    return {
        {Method::get,  "/meenemen",                   ask_taking,    own_reading},
        {Method::post, "/meenemen",                   begin_to_take, own_reading},
        {Method::get,  "/meenemen/{taking}",          show_taking,   own_reading},
        {Method::get,  "/meenemen/{taking}/reis.zip", fetch_taking,  own_reading},
        {Method::get,  "/meebrengen",                        ask_bringing,       own_content},
        {Method::post, "/meebrengen",                        bring_whole,        own_content, web::Body::archive},
        {Method::post, "/meebrengen/begin",                  begin_to_bring,     own_content},
        {Method::get,  "/meebrengen/{bringing}",             show_bringing,      own_content},
        {Method::post, "/meebrengen/{bringing}/stuk/{n}",    take_piece,         own_content, web::Body::piece},
        {Method::post, "/meebrengen/{bringing}/kijk",        look_into_it,       own_content},
        {Method::post, "/meebrengen/{bringing}/uitpakken",   unpack_it,          own_content},
        {Method::post, "/meebrengen/{bringing}/weg",         take_bringing_away, own_content},
    };
}

}  // namespace loopbaankaart::journey
