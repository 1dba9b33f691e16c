// Where requests go. Modules above build these through access::Route, which puts the policy in front of the handler.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answer.hpp"
#include "request.hpp"

namespace loopbaankaart::web {

// What a POST to a route may bring; the figures are in Limits. Anything larger is refused with 413 before it is read.
enum class Body {
    form,          // what is typed in a form
    carried_form,  // a form that carries on another one, which came too late: a little more than that
    upload,        // a form with files, or one without
    archive,       // a form with one large file; of one sender one at a time
    piece          // a form with one piece of a larger file
};

// How much of a body larger than a form is taken in.
enum class Reading {
    all,
    words,    // the fields of a form with files: whoever may not send it finds what they typed when they signed in
    nothing
};

struct Admitted {
    Reading reading = Reading::all;
    std::string sender = {};  // who sends it, by what nobody else has: a session
};

struct Route {
    Method method;               // get also answers head
    std::string_view path;       // "/kaart/{place}": {name} is one segment
    std::string_view policy;     // the name of the rule that stands in front; never empty
    std::string_view module;     // who owns it
    std::function<Answer(const Request&)> handle;
    Body body = Body::form;
    std::function<Admitted(const Request&)> admits = {};  // of a body larger than a form, by its head alone; left empty: all of it
};

// Finds the route of a request. Built once, then only read. Throws std::logic_error for two routes with one method and path,
// for a path that is none, and for a route without policy.
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
    struct Node {                                                        // one segment of the tree of paths
        std::map<std::string_view, std::size_t> next;                    // by segment; the empty one stands for any {name}
        std::array<std::optional<std::size_t>, 2> routes;                // the get and the post that end here
    };
    void add(std::size_t index);
    const Node* walk(const Node& node, std::span<const std::string_view> rest, std::size_t wanted) const;

    std::vector<Route> routes_;
    std::vector<Node> nodes_;
};

}  // namespace loopbaankaart::web
