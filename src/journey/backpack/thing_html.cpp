#include "../pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t excerpt_bytes = 400;  // some six lines on a phone

// The first words, cut between words; all of them when they are few.
std::string_view excerpt(std::string_view words) {
    if (words.size() <= excerpt_bytes) return words;
    const std::size_t space = words.find_last_of(" \n", excerpt_bytes);
    if (space != std::string_view::npos && space > excerpt_bytes / 2) return words.substr(0, space);
    std::size_t cut = excerpt_bytes;
    while ((static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80) --cut;
    return words.substr(0, cut);
}

void where_and_when(Html& html, const access::Visit& visit, const KeptThing& thing, const PlaceName* place) {
    html.p({web::cls("when")}, [&] {
        if (place != nullptr && !place->text.empty()) {
            html.span({web::lang(place->language)}, place->text);
            html.text(" · ");
        }
        html.time({web::attr("datetime", base::iso(thing.kept_at))},
                  base::day_in_words(thing.kept_at, visit.language(), visit.site.time_zone));
    });
}

void on_the_scrap(Html& html, const access::Visit& visit, const KeptThing& thing, const PlaceName* place) {
    const std::string_view shown = excerpt(thing.words);
    thing_picture(html, thing);
    html.paragraphs(shown);
    if (shown.size() < thing.words.size()) html.p({web::cls("more")}, word::read_on);
    where_and_when(html, visit, thing, place);
}

}  // namespace

void thing_picture(Html& html, const KeptThing& thing) {
    if (!thing.picture) return;
    html.figure({}, [&] {
        html.img({web::src(web::path("/beeld", thing.id.view())), web::attr("alt", thing.picture_description), web::attr("loading", "lazy")});
    });
}

void thing_card(Html& html, const access::Visit& visit, const KeptThing& thing, const PlaceName* place) {
    html.li({web::cls("scrap")}, [&] {
        html.a({web::href(web::path("/rugzak", thing.id.view()))}, [&] { on_the_scrap(html, visit, thing, place); });
    });
}

void thing_asked_about(Html& html, const access::Visit& visit, const KeptThing& thing) {
    html.div({web::cls("scrap")}, [&] { on_the_scrap(html, visit, thing, nullptr); });
}

}  // namespace loopbaankaart::journey
