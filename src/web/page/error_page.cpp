// The pages that say something did not go as meant: what happened, what to do now, and the number to tell when asking for help.
#include <web/words.hpp>

#include "fields.hpp"
#include "page.hpp"

namespace loopbaankaart::web {

namespace {

struct Trouble {
    const base::Word* title;
    const base::Word* what_now;
    std::string_view drawing;
};

Trouble trouble(int status) {
    switch (status) {
        case 404: return {&word::trouble_absent, &word::trouble_absent_now, "verdwaald"};
        case 405: return {&word::trouble_way, &word::trouble_way_now, "verdwaald"};
        case 408: return {&word::trouble_slow, &word::trouble_slow_now, "kampvuur"};
        case 413: return {&word::trouble_large, &word::trouble_large_now, "rugzak"};
        case 421: return {&word::trouble_host, &word::trouble_host_now, "verdwaald"};
        case 429: return {&word::trouble_often, &word::trouble_often_now, "kampvuur"};
        case 503: return {&word::trouble_full, &word::trouble_full_now, "kampvuur"};
        default: break;
    }
    if (status < 500) return {&word::trouble_asked, &word::trouble_asked_now, "verdwaald"};
    return {&word::trouble_ours, &word::trouble_ours_now, "storm"};
}

}  // namespace

Reply error_page(const Request& request, int status) { return error_page(request, status, {}); }

Reply error_page(const Request& request, int status, const std::vector<std::string_view>& typed) {
    const Trouble what = trouble(status);
    const Frame frame{.title = std::string{what.title->in(request.language)}};
    Reply reply = page(request, frame, [&](Html& html) {
        html.div({cls("trouble")}, [&] {
            landmark(html, what.drawing);
            html.h1({}, *what.title);
            html.p({}, *what.what_now);
            if (status != 421) actions(html, [&] { primary_link(html, path("/kaart"), word::to_the_map, "kaart"); });
            if (request.id.empty()) return;
            html.p({cls("small")}, [&] {
                html.text(word::request_number);
                html.text(" ");
                html.code({}, request.id);
            });
        });
        if (!typed.empty()) html.p({}, word::trouble_typed);
        for (const std::string_view words : typed) html.blockquote({}, [&] { html.paragraphs(words); });
    }, status);
    return std::move(reply).header("Cache-Control", "no-store");
}

}  // namespace loopbaankaart::web
