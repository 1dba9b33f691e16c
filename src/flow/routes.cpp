#include "pages.hpp"

namespace loopbaankaart::flow {

namespace {

// Figures are of the school, not of a person; but who came in by a printed code, or left, reads them no more than other things.
bool reads(const access::Visit& visit) {
    return visit.viewer && visit.viewer->content_open && !visit.viewer->left() && (visit.viewer->has(access::Role::analyst) || visit.viewer->has(access::Role::coordinator));
}

}  // namespace

extern const access::Policy reads_figures;
const access::Policy reads_figures = access::any_of("reads_figures", reads);

std::vector<web::Route> routes() {
    using web::Method;
    return access::gate("flow", {
        {Method::get, "/stroom",                  show_flows,        reads_figures},
        {Method::get, "/stroom/doorstroom",       show_through_flow, reads_figures},
        {Method::get, "/stroom/doorstroom/beeld", give_flow_picture, reads_figures},
        {Method::get, "/stroom/doorstroom/csv",   give_flow_file,    reads_figures},
        {Method::get,  "/stroom/verhaal",           show_stories,     reads_figures},
        {Method::post, "/stroom/verhaal",           begin_story,      reads_figures},
        {Method::get,  "/stroom/verhaal-beginnen",  show_beginning,   reads_figures},
        {Method::get,  "/stroom/verhaal/{story}",       show_story,       reads_figures},
        {Method::post, "/stroom/verhaal/{story}",       add_to_story,     reads_figures},
        {Method::post, "/stroom/verhaal/{story}/dicht", close_this_story, reads_figures},
        {Method::post, "/stroom/verhaal/{story}/open",  open_this_story,  reads_figures},
        {Method::get,  "/stroom/verhaal/{story}/regel/{line}",     show_story_line,      reads_figures},
        {Method::post, "/stroom/verhaal/{story}/regel/{line}",     change_story_line,    reads_figures},
        {Method::post, "/stroom/verhaal/{story}/regel/{line}/weg", take_story_line_back, reads_figures},
    });
}

}  // namespace loopbaankaart::flow
