#include "route.hpp"

#include <stdexcept>

namespace loopbaankaart::web {

namespace {

// "/kaart/{place}" → "kaart", "{place}"; "/" has no segments.
std::vector<std::string_view> segments_of(std::string_view path) {
    if (path == "/") return {};
    return base::split(path.substr(1), '/');
}

bool is_parameter(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

bool well_formed(std::string_view path) {
    if (!path.starts_with('/')) return false;
    for (std::string_view segment : segments_of(path))
        if (segment.empty() || (!is_parameter(segment) && segment.find_first_of("{}") != std::string_view::npos)) return false;
    return true;
}

std::size_t slot(Method method) { return method == Method::post ? 1 : 0; }

}  // namespace

Router::Router(std::vector<Route> routes) : routes_{std::move(routes)}, nodes_(1) {
    for (std::size_t at = 0; at < routes_.size(); ++at) add(at);
}

void Router::add(std::size_t index) {
    const Route& route = routes_[index];
    if (!well_formed(route.path)) throw std::logic_error{"not a path: " + std::string{route.path}};
    if (route.policy.empty()) throw std::logic_error{"a route without policy: " + std::string{route.path}};
    std::size_t at = 0;
    for (std::string_view segment : segments_of(route.path)) {
        const std::string_view step = is_parameter(segment) ? std::string_view{} : segment;
        const auto found = nodes_[at].next.find(step);
        if (found != nodes_[at].next.end()) {
            at = found->second;
            continue;
        }
        nodes_[at].next.emplace(step, nodes_.size());
        at = nodes_.size();
        nodes_.emplace_back();
    }
    auto& place = nodes_[at].routes[slot(route.method)];
    if (place) throw std::logic_error{"two routes for " + std::string{route.path}};
    place = index;
}

// The node where the path ends, a fixed segment going before a {name}; nothing when no route passes there.
const Router::Node* Router::walk(const Node& node, std::span<const std::string_view> rest, std::size_t wanted) const {
    if (rest.empty()) return node.routes[wanted] ? &node : nullptr;
    if (rest.front().empty()) return nullptr;
    for (std::string_view step : {rest.front(), std::string_view{}}) {
        const auto found = node.next.find(step);
        if (found == node.next.end()) continue;
        if (const Node* end = walk(nodes_[found->second], rest.subspan(1), wanted)) return end;
    }
    return nullptr;
}

Router::Match Router::find(Method method, std::string_view path) const {
    Match match;
    if (!path.starts_with('/')) return match;
    const std::vector<std::string_view> segments = segments_of(path);
    const std::size_t wanted = slot(method);
    const Node* end = walk(nodes_.front(), segments, wanted);
    if (end == nullptr) {
        match.path_exists = walk(nodes_.front(), segments, 1 - wanted) != nullptr;
        return match;
    }
    match.route = &routes_[*end->routes[wanted]];
    match.path_exists = true;
    const std::vector<std::string_view> pattern = segments_of(match.route->path);
    for (std::size_t at = 0; at < pattern.size(); ++at)
        if (is_parameter(pattern[at])) match.parameters.emplace_back(pattern[at].substr(1, pattern[at].size() - 2), segments[at]);
    return match;
}

}  // namespace loopbaankaart::web
