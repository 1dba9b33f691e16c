#include "circle_html.hpp"
#include "circle_pages.hpp"

namespace loopbaankaart::journey {

namespace {

std::string line(const Record&, base::Language language) { return std::string{word::circle_line.in(language)}; }

// To its owner alone: a circle is never shared.
void all_of_it(web::Html& html, const Record& record) {
    Circle circle = circle_of(record);
    for (const Seat& seat : circle.seats) {
        const ToldSeat said = told(seat);
        html.h3({}, called(said, html.language()));
        html.p({}, name_of(seat.near));
        if (seat.clicks) html.p({}, word::seat_clicks);
        if (const std::string helps = helps_in_words(said, html.language()); !helps.empty()) html.p({}, helps);
        what_is_expected(html, seat);
    }
}

void show(web::Html& html, const access::Visit&, const Record& record) { all_of_it(html, record); }
void tell(web::Html& html, storage::Reads&, storage::Vault&, const access::Viewer&, const Record& record) { all_of_it(html, record); }

constexpr RecordForm forms[] = {
    {RecordKind::circle, check_circle, line, show, [](const base::Id&) { return circle_page(); }, tell},
};

}  // namespace

Part circle_part() {
    return {.code = "gezelschap", .pocket = Pocket{"vuur", word::circle_name, word::circle_short, "/gezelschap", "reisgezelschap"}, .records = forms, .routes = circle_routes};
}

}  // namespace loopbaankaart::journey
