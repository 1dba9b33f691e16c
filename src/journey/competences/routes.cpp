#include "competence_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> competence_routes(const Desk& desk) {
    using access::own_content, access::own_reading, web::Method;
    return {
        {Method::get,  "/talenten",              show_talents,               own_reading},
        {Method::post, "/talenten",              with(desk, move_talents),   own_content},
        {Method::get,  "/talenten/tekening",     ask_which_drawing,          own_content},
        {Method::post, "/talenten/tekening",     with(desk, choose_drawing), own_content},
        {Method::get,  "/talenten/hangen",       ask_what_to_hang,           own_content},
        {Method::post, "/talenten/hangen",       with(desk, hang_it_there),  own_content},
        {Method::get,  "/talenten/hangt/{hung}", ask_about_hung,             own_content},
        {Method::post, "/talenten/hangt/{hung}", with(desk, change_hung),    own_content},
        {Method::get,  "/talenten/hart",         ask_for_the_heart,          own_content},
        {Method::post, "/talenten/hart",         with(desk, keep_the_heart), own_content},
        {Method::get,  "/talenten/vertel",       ask_how_to_tell_drawing,    own_content},
        {Method::post, "/talenten/vertel",       with(desk, tell_drawing),   own_content},
    };
}

}  // namespace loopbaankaart::journey
