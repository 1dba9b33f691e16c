#include "incoming.hpp"

#include <algorithm>

#include "../http/cookie.hpp"
#include "../http/header_text.hpp"
#include "../http/percent.hpp"
#include "head_check.hpp"
#include "head_parser.hpp"

namespace loopbaankaart::web {

namespace {

// Decoded, or nothing when a segment could be read in two ways: "..", ".", an encoded slash, a control character.
std::optional<std::string> read_path(std::string_view encoded) {
    if (!encoded.starts_with('/')) return std::nullopt;
    for (std::string_view segment : base::split(encoded.substr(1), '/')) {
        const auto decoded = percent_decoded(segment, Plus::is_plus, BadPercent::refused);
        if (!decoded || *decoded == "." || *decoded == "..") return std::nullopt;
        const auto hidden = [](char character) { return character == '/' || character == '\\' || static_cast<unsigned char>(character) < ' ' || character == 0x7F; };
        if (std::ranges::any_of(*decoded, hidden)) return std::nullopt;
    }
    return percent_decoded(encoded, Plus::is_plus, BadPercent::refused);
}

bool read_target(Request& request, std::string_view target) {
    const std::size_t question = target.find('?');
    auto path = read_path(target.substr(0, question));
    auto query = question == std::string_view::npos ? Fields{} : parse_form(target.substr(question + 1));
    if (!path || !query || target.find('#') != std::string_view::npos) return false;
    request.path = std::move(*path);
    request.query = std::move(*query);
    return true;
}

std::optional<Method> method_of(std::string_view name) {
    if (name == "GET") return Method::get;
    if (name == "HEAD") return Method::head;
    if (name == "POST") return Method::post;
    return std::nullopt;
}

// The language with the greatest weight; the first of equals.
std::optional<base::Language> preferred(std::string_view accept_language) {
    std::optional<base::Language> best;
    int weight = 0;
    for (const Weighted& entry : weighted_list(accept_language)) {
        const auto language = base::parse_language(lower_case(entry.value.substr(0, 2)));
        const bool whole = entry.value.size() == 2 || (entry.value.size() > 2 && entry.value[2] == '-');
        if (!language || !whole || entry.weight <= weight) continue;
        best = language;
        weight = entry.weight;
    }
    return best;
}

base::Language language_of(const Request& request) {
    if (const auto chosen = base::parse_language(request.cookie("taal"))) return *chosen;
    return preferred(request.header("accept-language")).value_or(base::Language::nl);
}

bool trusted(const Origin& origin, std::string_view address) { return std::ranges::find(*origin.trusted_proxies, address) != origin.trusted_proxies->end(); }

// Who is behind our own proxies: the last address in X-Forwarded-For that is none of them.
std::string client_of(const Request& request, const Origin& origin) {
    std::string client{origin.peer};
    const auto lines = request.headers.all("x-forwarded-for");
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const auto hops = base::split(*line, ',');
        for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
            if (!trusted(origin, client)) return client;
            client = base::trimmed(*hop);
        }
    }
    return client;
}

void look_at_visitor(Incoming& incoming, const Origin& origin) {
    Request& request = incoming.request;
    for (std::string_view line : request.headers.all("cookie"))
        for (auto& cookie : parse_cookies(line)) request.cookies.push_back(std::move(cookie));
    request.language = language_of(request);
    request.client = client_of(request, origin);
    request.secure = is_own_machine(incoming.host) || (trusted(origin, origin.peer) && request.header("x-forwarded-proto") == "https");
}

int refusal(Incoming& incoming, const Head& head) {
    const auto method = method_of(head.method);
    if (method) incoming.request.method = *method;
    if (!read_target(incoming.request, head.target)) return 400;
    if (!method) return 405;
    if (incoming.request.headers.has("expect") && !incoming.waits_to_continue) return 417;
    return 0;
}

}  // namespace

Incoming read_head(std::string_view text, const Origin& origin) {
    Incoming incoming;
    if (const auto fault = fault_in_head(text, origin.limits->header_count)) {
        incoming.refused = status_of(*fault);
        return incoming;
    }
    auto head = parse_head(text);
    if (!head) {
        incoming.refused = 400;
        return incoming;
    }
    incoming.spoken = true;
    incoming.keep_alive = head->keep_alive;
    incoming.body = head->body;
    incoming.request.headers = std::move(head->headers);
    incoming.host = host_name(incoming.request.header("host"));
    incoming.waits_to_continue = same_name(incoming.request.header("expect"), "100-continue");
    look_at_visitor(incoming, origin);
    incoming.refused = refusal(incoming, *head);
    return incoming;
}

bool is_of_type(std::string_view content_type, std::string_view media_type) {
    return same_name(base::trimmed(content_type.substr(0, content_type.find(';'))), media_type);
}

int read_form(Request& request, std::string_view body) {
    if (request.method != Method::post || body.empty()) return 0;
    if (!is_of_type(request.header("content-type"), "application/x-www-form-urlencoded")) return 415;
    auto form = parse_form(body);
    if (!form) return 400;
    request.form = std::move(*form);
    return 0;
}

}  // namespace loopbaankaart::web
