#include "../moments/moments.hpp"
#include "compass_html.hpp"
#include "compass_pages.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr RecordForm forms[] = {rim_form, bearing_form};

void moments(const MomentsAsked& asked, std::vector<Moment>& found) {
    moments_of(asked, {RecordKind::bearing, "kompas", word::bearing, [](const Record& bearing, base::Language language) { return in_words(bearing_of(bearing), language); }, page_of_bearing}, found);
}

}  // namespace

Part compass_part() {
    return {.code = "kompas", .pocket = Pocket{"kompas", word::compass, word::compass_short, "/kompas", "kompas"}, .shareable = &shared_bearings(), .records = forms, .moments = moments, .routes = compass_routes};
}

}  // namespace loopbaankaart::journey
