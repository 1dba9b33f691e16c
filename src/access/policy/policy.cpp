#include "route.hpp"

namespace loopbaankaart::access {

namespace {

bool always(const Visit&) { return true; }

bool on_open_map(const Visit& visit) {
    return visit.viewer || visit.site.public_map || !base::guarded(base::Guard::signed_out_map);
}

bool is_signed_in(const Visit& visit) { return visit.viewer.has_value(); }

bool reads_own_content(const Visit& visit) { return visit.viewer && visit.viewer->content_open; }

bool has_own_content(const Visit& visit) {
    return reads_own_content(visit) && (!visit.viewer->left() || !base::guarded(base::Guard::left_adds_nothing));
}

bool is_coordinator(const Visit& visit) { return has_own_content(visit) && visit.viewer->has(Role::coordinator); }

bool guides_others(const Visit& visit) {
    return is_coordinator(visit) || (has_own_content(visit) && (visit.viewer->has(Role::counsellor) || visit.viewer->has(Role::teamleader)));
}

bool is_administrator(const Visit& visit) { return visit.viewer && visit.viewer->has(Role::administrator); }

}  // namespace

const Policy anyone{"anyone", always};
const Policy anyone_secure{"anyone_secure", always};
const Policy anyone_on_open_map{"anyone_on_open_map", on_open_map};
const Policy signed_in{"signed_in", is_signed_in};
const Policy own_content{"own_content", has_own_content};
const Policy own_reading{"own_reading", reads_own_content};
const Policy guides{"guides", guides_others};
const Policy coordinator{"coordinator", is_coordinator};
const Policy administrator{"administrator", is_administrator};

Policy any_of(std::string_view name, bool (*allows)(const Visit&)) { return {name, allows}; }

}  // namespace loopbaankaart::access
