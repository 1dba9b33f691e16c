// Where requests go. Modules above build these through access::Route, which puts the policy in front of the handler.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answer.hpp"
#include "request.hpp"

namespace loopbaankaart::web {

struct Route {
    Method method;               // get also answers head
    std::string_view path;       // "/kaart/{place}": {name} is one segment
    std::string_view policy;     // the name of the rule that stands in front; never empty
    std::string_view module;     // who owns it
    std::function<Answer(const Request&)> handle;
};

// Finds the route of a request. Built once, then only read. Throws std::logic_error for two routes with one method and path.
class Router {
public:
    explicit Router(std::vector<Route> routes);

    struct Match {
        const Route* route = nullptr;  // null: nothing there
        bool path_exists = false;      // the path exists for another method (405)
        std::vector<std::pair<std::string_view, std::string_view>> parameters;
    };
    Match find(Method method, std::string_view path) const;
    std::span<const Route> routes() const { return routes_; }

private:
    std::vector<Route> routes_;
};

}  // namespace loopbaankaart::web
