#include "cv_html.hpp"
#include "cv_pages.hpp"
#include "cv_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr RecordForm forms[] = {cv_form};

}  // namespace

Part cv_part() {
    return {.code = "cv", .pocket = Pocket{"mens", word::cvs, word::cvs_short, "/cv", "rugzak"}, .records = forms, .routes = cv_routes};
}

}  // namespace loopbaankaart::journey
