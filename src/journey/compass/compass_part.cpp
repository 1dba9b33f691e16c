#include "compass_html.hpp"
#include "compass_pages.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr RecordForm forms[] = {rim_form, bearing_form};

}  // namespace

Part compass_part() {
    return {.code = "kompas", .pocket = Pocket{"kompas", word::compass, word::compass_short, "/kompas", "kompas"}, .shareable = &shared_bearings(), .records = forms, .routes = compass_routes};
}

}  // namespace loopbaankaart::journey
