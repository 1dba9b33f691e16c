// GET /stroom: the ways into the figures, what comes back from a year ago, and what others printed.
#include <flow/words.hpp>

#include "../pages.hpp"
#include "../printed/printed_tables.hpp"
#include "../story/coming_back.hpp"
#include "ahead_words.hpp"
#include "costs_words.hpp"
#include "guidance_words.hpp"
#include "hub_words.hpp"
#include "hunches_words.hpp"
#include "story_words.hpp"

namespace loopbaankaart::flow {

namespace {

struct Way {
    std::string_view drawing, to;
    const base::Word &name, &plainly;
};

void way(web::Html& html, const Way& one) {
    html.li({}, [&] {
        html.a({web::href(web::path(one.to))}, [&] {
            web::landmark(html, one.drawing);
            html.span({web::cls("name")}, one.name);
            html.span({web::cls("plain")}, one.plainly);
        });
    });
}

}  // namespace

web::Answer show_flows(const access::Visit& visit) {
    std::vector<CameBack> back;
    visit.school().read([&](storage::Reads& reads) { back = came_back(reads, visit.school().vault(), visit.language()); });
    return visit.work_page(std::string{word::flows.in(visit.language())}, [&](web::Html& html) {
        html.h1({}, word::flows);
        html.p({web::cls("lead")}, word::flows_plainly);
        quiet_lines(html, back);
        html.nav({web::cls("figure-ways"), web::attr("aria-label", word::flows.in(html.language()))}, [&] {
            html.ul({}, [&] {
                way(html, {"vallei", "/stroom/doorstroom", word::through_flow, word::to_through_flow});
                way(html, {"mirador", "/stroom/vooruit", word::ahead, word::to_ahead});
                way(html, {"geldput", "/stroom/kosten", word::costs, word::to_costs});
                way(html, {"spiegel", "/stroom/oordeel", word::our_judgement, word::to_our_judgement});
                way(html, {"kampvuur", "/stroom/verhaal", word::talks, word::to_talks});
                way(html, {"kompas", "/stroom/passend", word::fitting, word::to_fitting});
            });
        });
        printed_tables(html);
    });
}

}  // namespace loopbaankaart::flow
