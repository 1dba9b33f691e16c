#include "admission.hpp"

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

std::size_t largest_form(const Limits& limits, Body body) {
    return body == Body::carried_form ? limits.form_bytes + limits.carried_bytes : limits.form_bytes;
}

namespace {

struct Most {
    std::size_t request;  // bytes, with everything around the files
    UploadLimits form;
};

// Of a form with files; nothing where they are not taken.
std::optional<Most> most_of(const Limits& limits, Body body) {
    const auto one_file = [&](std::size_t bytes) { return Most{bytes + limits.form_bytes, {bytes, limits.form_bytes, limits.upload_parts, 1}}; };
    switch (body) {
        case Body::upload: return Most{limits.request_bytes, {limits.file_bytes, limits.form_bytes, limits.upload_parts, limits.upload_parts}};
        case Body::archive: return one_file(limits.archive_bytes);
        case Body::piece: return one_file(limits.piece_bytes);
        default: return std::nullopt;
    }
}

}  // namespace

Admission::Admission(const Limits& limits, const Router& router, FindSite find_site, Metrics& metrics)
    : limits_{limits}, router_{router}, find_site_{std::move(find_site)}, budget_{limits.upload_budget, metrics.upload_bytes} {}

void Admission::look_at(Exchange& exchange) const {
    Incoming& incoming = exchange.incoming;
    if (incoming.refused == 0 && incoming.body > 0) incoming.refused = refusal(exchange);
}

Body Admission::body_for(const Exchange& exchange) const {
    const Request& request = exchange.incoming.request;
    if (exchange.door != Door::pages || find_site_(exchange.incoming.host) == nullptr) return Body::form;
    const Router::Match match = router_.find(request.method, request.path);
    return match.route == nullptr ? Body::form : match.route->body;
}

int Admission::refusal(Exchange& exchange) const {
    exchange.body = body_for(exchange);
    const std::string_view type = exchange.request().header("content-type");
    const auto most = is_of_type(type, "multipart/form-data") ? most_of(limits_, exchange.body) : std::nullopt;
    const std::size_t largest = most ? most->request : largest_form(limits_, exchange.body);
    if (exchange.incoming.body > largest && guarded(Guard::body_limit)) return 413;
    if (!most) return 0;
    const auto boundary = boundary_of(type);
    if (!boundary) return 400;
    exchange.upload.emplace(*boundary, most->form);
    return 0;
}

bool Admission::asks_first(const Exchange& exchange) const {
    return exchange.incoming.body > limits_.form_bytes && guarded(Guard::admission_first);
}

void Admission::make_room(Exchange& exchange) {
    if (!exchange.upload || exchange.incoming.refused != 0) return;
    if (exchange.admitted.reading == Reading::all) exchange.incoming.refused = room(exchange);
    else exchange.upload->leave_out_files();
}

int Admission::room(Exchange& exchange) {
    const std::string& sender = exchange.admitted.sender;
    if (exchange.body == Body::archive && !sender.empty() && !archives_.take(exchange.turn, sender)) return 429;
    return budget_.take(exchange.upload_memory, exchange.incoming.body) ? 0 : 503;
}

}  // namespace loopbaankaart::web
