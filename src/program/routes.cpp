// loopbaankaart routes: every route with its policy, so that what may be reached, and by whom, can be read and tested.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "house.hpp"

namespace loopbaankaart::program {

namespace {

std::string_view name(web::Method method) { return method == web::Method::post ? "POST" : "GET"; }

void print_routes(const Console& console) {
    const atlas::Atlases atlases;
    workshop::Workshop workshop;
    const web::Router router{all_routes(atlases, workshop)};
    auto list = nlohmann::ordered_json::array();
    for (const web::Route& route : router.routes()) {
        list.push_back({{"method", name(route.method)}, {"path", route.path}, {"policy", route.policy}, {"module", route.module}});
        if (!console.json) fmt::print("{:5}{:34}{:22}{}\n", name(route.method), route.path, route.policy, route.module);
    }
    if (console.json) fmt::print("{}\n", list.dump(1));
}

}  // namespace

void add_routes(CLI::App& app, Console& console) {
    app.add_subcommand("routes", "every route with its policy")->callback([&console] { print_routes(console); });
}

}  // namespace loopbaankaart::program
