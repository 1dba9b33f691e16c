#include "story_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> story_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    return {
        {Method::get,  "/verhalen",                       show_stories,                   own_reading},
        {Method::get,  "/verhalen/nieuw",                 with(desk, ask_for_story),      own_content},
        {Method::post, "/verhalen/nieuw",                 with(desk, begin_story),        own_content},
        {Method::get,  "/verhalen/{record}",              with(desk, show_workbench),     own_reading},
        {Method::post, "/verhalen/{record}",              with(desk, work_on_story),      own_content},
        {Method::get,  "/verhalen/{record}/zo-wordt-het", with(desk, show_as_it_will_be), own_reading},
        {Method::get,  "/verhalen/{record}/kaart",        with(desk, ask_for_map_piece),  own_content},
        {Method::post, "/verhalen/{record}/kaart",        with(desk, put_map_piece_in),   own_content},
        {Method::post, "/verhalen/{record}/vertel",       with(desk, tell_story),         own_content},
    };
}

}  // namespace loopbaankaart::journey
