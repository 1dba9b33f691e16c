#include "admission.hpp"

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

std::size_t largest_form(const Limits& limits, Body body) {
    return body == Body::carried_form ? limits.form_bytes + limits.carried_bytes : limits.form_bytes;
}

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
    const Body body = body_for(exchange);
    const std::uint64_t size = exchange.incoming.body;
    const std::string_view type = exchange.request().header("content-type");
    const bool upload = body == Body::upload && is_of_type(type, "multipart/form-data");
    const std::size_t most = upload ? limits_.request_bytes : largest_form(limits_, body);
    if (size > most && guarded(Guard::body_limit)) return 413;
    if (!upload) return 0;
    const auto boundary = boundary_of(type);
    if (!boundary) return 400;
    exchange.upload.emplace(*boundary, UploadLimits{limits_.file_bytes, limits_.form_bytes, limits_.upload_parts});
    return 0;
}

bool Admission::asks_first(const Exchange& exchange) const {
    return exchange.incoming.body > limits_.form_bytes && guarded(Guard::admission_first);
}

void Admission::make_room(Exchange& exchange) const {
    if (!exchange.upload) return;
    if (exchange.reading == Reading::words) exchange.upload->leave_out_files();
    else if (!budget_.take(exchange.upload_memory, exchange.incoming.body)) exchange.incoming.refused = 503;
}

}  // namespace loopbaankaart::web
