#include "blog_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> blog_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    return {
        {Method::get,  "/blog",                 with(desk, show_blog),       own_reading},
        {Method::get,  "/blog/nieuw",           with(desk, ask_for_post),    own_content},
        {Method::post, "/blog/nieuw",           with(desk, keep_post),       own_content},
        {Method::get,  "/blog/{record}",        with(desk, show_post),       own_reading},
        {Method::get,  "/blog/{record}/anders", with(desk, ask_post_change), own_content},
        {Method::post, "/blog/{record}/anders", with(desk, change_post),     own_content},
    };
}

}  // namespace loopbaankaart::journey
