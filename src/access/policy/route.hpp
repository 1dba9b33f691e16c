// A module's routes: method, path, handler, policy, on a line each. A line without a policy does not compile. A fifth word says
// that a POST may bring more than a form (web::Body).
//
//     const std::vector<access::Route> routes{
//         {Method::get,  "/kaart/{place}",      show_place, anyone_on_open_map},
//         {Method::post, "/kaart/{place}/hier", arrive,     signed_in},
//     };
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "../audit/audit.hpp"  // first: g++ 12 takes Deed::signed_in for a shadow of the policy below
#include "visit.hpp"

namespace loopbaankaart::access {

using Handler = std::function<web::Answer(const Visit&)>;

// A rule about who may pass. `allows` sees the visit; it decides by person and role only (content is decided per thing).
struct Policy {
    std::string_view name;
    bool (*allows)(const Visit&);
    bool invites_sign_in = true;  // a signed-out visitor is sent to sign in (what was typed is kept); false: 404
};

extern const Policy anyone;                 // also signed out
extern const Policy anyone_secure;          // also signed out, but not over plain http elsewhere than localhost (Guard::secure_only)
extern const Policy anyone_on_open_map;     // also signed out, unless the school closed its map (Guard::signed_out_map)
extern const Policy signed_in;
extern const Policy own_content;            // signed in at their school (Guard::left_adds_nothing), and own content is not closed after a printed reset code
extern const Policy own_reading;            // the same, also for who left the school less than a year ago
extern const Policy guides;                 // counsellor, team leader or coordinator, whose own content is not closed
extern const Policy coordinator;            // the same, of the coordinator alone
extern const Policy administrator;
Policy any_of(std::string_view name, bool (*allows)(const Visit&));

struct Route {
    Route(web::Method route_method, std::string_view route_path, Handler route_handler, const Policy& route_policy, web::Body route_body = web::Body::form)
        : method{route_method}, path{route_path}, handler{std::move(route_handler)}, policy{&route_policy}, body{route_body} {}
    web::Method method;
    std::string_view path;
    Handler handler;
    const Policy* policy;
    web::Body body;
};

// Puts session, language, CSRF (every POST: token and origin) and policy in front of each handler.
std::vector<web::Route> gate(std::string_view module, const std::vector<Route>& routes);

// What stands in the banner; set once by the program, in order. An item shows for who its policy allows.
struct Destination {
    web::NavigationItem item;
    const Policy* policy;
};
void set_navigation(std::vector<Destination> destinations);

}  // namespace loopbaankaart::access
