#include "drafts.hpp"

#include <access/words.hpp>
#include <fmt/format.h>

#include "own_device.hpp"

namespace loopbaankaart::access {

web::Answer give_draft_key(const Visit& visit) {
    const Viewer& viewer = visit.who();
    const std::string key = base::base64url(visit.school().vault().derive(viewer.person, "drafts"));
    return web::Reply{.type = "application/json", .body = fmt::format(R"({{"wie":"{}","sleutel":"{}","formulier":"{}"}})", mark_of(viewer), key, visit.form_token),
                      .headers = {}, .packed = nullptr, .compress = false};
}

web::Answer show_offline(const Visit& visit) {
    const web::Frame frame{.title = std::string{word::offline_title.in(visit.language())}};
    return web::page(visit.request, frame, [](web::Html& html) {
        web::beside(html, "verdwaald", [&] {
            html.h1({}, word::offline_title);
            html.p({}, word::offline_what);
            html.p({}, word::offline_typed);
            web::actions(html, [&] { web::secondary_link(html, web::path("/kaart"), word::to_the_map, "kaart"); });
        });
    });
}

web::Answer give_service_worker(const Visit&) {
    const web::Asset& script = web::asset("js/sw.js");
    return web::Reply{.type = std::string{script.type}, .body = std::string{script.plain}, .headers = {{"Cache-Control", "no-cache"}, {"ETag", std::string{script.etag}}}, .packed = nullptr};
}

}  // namespace loopbaankaart::access
