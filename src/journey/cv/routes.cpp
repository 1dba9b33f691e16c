#include "cv_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> cv_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    constexpr web::Body files = web::Body::upload;
    return {
        {Method::get,  "/cv",                 show_cvs,              own_reading},
        {Method::get,  "/cv/nieuw",           with(desk, ask_for_cv), own_content},
        {Method::post, "/cv/nieuw",           with(desk, keep_cv),    own_content, files},
        {Method::get,  "/cv/{record}",        with(desk, show_cv),    own_reading},
        {Method::post, "/cv/{record}",        with(desk, change_cv),  own_content, files},
        {Method::get,  "/cv/{record}/vertel", ask_how_to_tell_cv,     own_content},
        {Method::post, "/cv/{record}/vertel", with(desk, tell_cv),    own_content},
    };
}

}  // namespace loopbaankaart::journey
