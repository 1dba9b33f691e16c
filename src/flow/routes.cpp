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

std::vector<web::Route> routes(MakesPng png) {
    using web::Method;
    const auto drawing = [&](auto give) { return [png, give](const access::Visit& visit) { return give(png, visit); }; };
    return access::gate("flow", {
        {Method::get, "/stroom",                  show_flows,        reads_figures},
        {Method::get, "/stroom/doorstroom",       show_through_flow, reads_figures},
        {Method::get, "/stroom/doorstroom/beeld", drawing(give_flow_picture), reads_figures},
        {Method::get, "/stroom/doorstroom/csv",   give_flow_file,    reads_figures},
        {Method::get, "/stroom/kosten",           show_costs,        reads_figures},
        {Method::get, "/stroom/kosten/beeld",     drawing(give_cost_picture), reads_figures},
        {Method::get, "/stroom/kosten/csv",       give_cost_file,    reads_figures},
    });
}

}  // namespace loopbaankaart::flow
