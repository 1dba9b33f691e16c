#include "competence_pages.hpp"
#include "competences_words.hpp"
#include "own_drawing.hpp"

namespace loopbaankaart::journey {

namespace {

std::string line(const Record&, base::Language language) { return std::string{word::talents.in(language)}; }

void tell(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& record) {
    tell_drawing(html, shown(reads, vault, owner, competence_drawing_of(record), html.language()));
}

void show(web::Html& html, const access::Visit& visit, const Record& record) { tell_drawing(html, shown(visit, competence_drawing_of(record))); }

constexpr RecordForm forms[] = {
    {RecordKind::competence_drawing, check_competence_drawing, line, show, [](const base::Id&) { return talents(); }, tell},
};

// One quiet way in.
void at_own_thing(web::Html& html, const access::Visit& visit, const KeptThing& thing) {
    if (visit.who().left()) return;
    html.p({}, [&] { html.a({web::href(web::path("/talenten/hangen").with("ding", thing.id.view()))}, word::hang_this); });
}

}  // namespace

Part competence_part() {
    return {.code = "talenten", .pocket = Pocket{"blad", word::talents, word::talents_plainly, "/talenten", "rugzak"}, .records = forms, .at_own_thing = at_own_thing, .routes = competence_routes};
}

}  // namespace loopbaankaart::journey
