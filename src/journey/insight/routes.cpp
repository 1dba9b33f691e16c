#include "insight_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> insight_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    return {
        {Method::get,  "/rugzak/{thing}/inzicht",       with(desk, ask_what_it_meant),  own_content},
        {Method::post, "/rugzak/{thing}/inzicht",       with(desk, keep_what_it_meant), own_content},
        {Method::get,  "/rugzak/{thing}/blik",          with(desk, look_anew),          own_reading},
        {Method::get,  "/rugzak/{thing}/buiten",        ask_whom_to_ask,                own_content},
        {Method::post, "/rugzak/{thing}/buiten",        ask_another,                    own_content},
        {Method::get,  "/inzichten",                    show_insights,                  own_reading},
        {Method::get,  "/inzichten/{record}",           with(desk, show_insight),       own_reading},
        {Method::get,  "/inzichten/{record}/anders",    with(desk, ask_insight_change), own_content},
        {Method::post, "/inzichten/{record}/anders",    with(desk, change_insight),     own_content},
        {Method::get,  "/inzichten/{record}/naast",     choose_beside,                  own_content},
        {Method::get,  "/inzichten/{record}/kernwoord", with(desk, ask_for_its_word),   own_content},
        {Method::post, "/inzichten/{record}/kernwoord", with(desk, give_it_its_word),   own_content},
        {Method::get,  "/verhaal-over-mij",             show_self_story,                own_reading},
        {Method::post, "/verhaal-over-mij",             with(desk, write_self_story),   own_content},
        {Method::get,  "/verhaal-over-mij/vertel",      ask_how_to_tell,                own_content},
        {Method::post, "/verhaal-over-mij/vertel",      tell_self_story,                own_content},
    };
}

}  // namespace loopbaankaart::journey
