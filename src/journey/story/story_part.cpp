#include "story_html.hpp"
#include "story_pages.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr RecordForm forms[] = {story_form};

}  // namespace

Part story_part() {
    return {.code = "verhaal", .pocket = Pocket{"boek", word::stories_pocket, word::stories_short, "/verhalen", "rugzak"}, .records = forms, .routes = story_routes};
}

}  // namespace loopbaankaart::journey
