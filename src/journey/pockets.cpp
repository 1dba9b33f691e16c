#include "pages.hpp"

namespace loopbaankaart::journey {

void pockets_strip(web::Html& html, std::span<const Part> parts, std::string_view but, std::string_view at_place) {
    std::vector<const Pocket*> shown;
    for (const Part& part : parts)
        if (part.pocket && part.pocket->path.view() != but && (at_place.empty() || part.pocket->at_place.view() == at_place)) shown.push_back(&*part.pocket);
    if (shown.empty()) return;
    html.nav({web::cls("pockets"), web::attr("aria-label", word::pockets.in(html.language()))}, [&] {
        html.ul({}, [&] {
            for (const Pocket* pocket : shown)
                html.li({}, [&] {
                    html.a({web::href(web::path(pocket->path.view()))}, [&] {
                        web::symbol(html, pocket->symbol);
                        html.span({web::cls("name")}, pocket->name);
                        html.span({web::cls("plain")}, pocket->plain);
                    });
                });
        });
    });
}

}  // namespace loopbaankaart::journey
