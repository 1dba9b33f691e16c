#include "passport_html.hpp"
#include "passport_pages.hpp"
#include "passport_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr RecordForm forms[] = {
    {RecordKind::stamp, check_stamp, line_of_stamp, show_stamp, [](const base::Id& id) { return page_of_stamp(id); }},
    {RecordKind::passport, check_passport, line_of_passport, show_passport_in_words, [](const base::Id&) { return the_passport(); }, tell_passport_in_words},
};

}  // namespace

Part passport_part() {
    return {.code = "paspoort", .pocket = Pocket{"stempel", word::passport, word::passport_short, "/paspoort", "rugzak"}, .records = forms, .routes = passport_routes};
}

}  // namespace loopbaankaart::journey
