// In front of every handler, in this order: a safe connection, who is asking, whose form it is, the policy, the form's key.
#include <memory>

#include "../session/session.hpp"
#include "../session/sign_in.hpp"
#include "door.hpp"
#include "form_key.hpp"
#include "own_address.hpp"
#include "route.hpp"

namespace loopbaankaart::access {

namespace {

using base::Guard;
using base::guarded;

// Everything a visit needs until its reply is made, also when that is after the sync or a password hash.
struct Doorstep {
    Doorstep(const web::Request& request, const Policy& asked) : policy{asked}, visit{request, *request.site, std::nullopt, {}} {}

    const Policy& policy;
    Visit visit;
    std::string secret;       // of the form keys: the session's token or the visitor cookie's
    bool new_visitor = false; // the visitor cookie is to be set
};

bool is_secure(const web::Request& request) { return request.secure || !guarded(Guard::secure_only); }

bool is_token(std::string_view text) { return text.size() == 43 && base::parse_base64url(text).has_value(); }

// Reads the session, and writes its last-seen moment when an hour has passed (no reply waits for that).
void find_viewer(Doorstep& doorstep) {
    const web::Request& request = doorstep.visit.request;
    const std::string token{request.cookie(session_cookie)};
    if (!is_token(token)) return;
    const base::Instant now = request.site->now();
    std::optional<Session> session;
    request.site->school->read([&](storage::Reads& reads) { session = find_session(reads, token, now); });
    if (!session) return;
    doorstep.visit.viewer = std::move(session->viewer);
    doorstep.secret = token;
    if (session->see_again)
        request.site->school->write([token, now](storage::Writes& writes) { see_session(writes, token, now); }, [](storage::Failure) {});
}

void find_visitor(Doorstep& doorstep) {
    const web::Request& request = doorstep.visit.request;
    doorstep.secret = request.cookie(visitor_cookie);
    if (is_token(doorstep.secret)) return;
    doorstep.secret = base::make_token(*request.site->randomness);
    doorstep.new_visitor = true;
}

std::shared_ptr<Doorstep> arrive(const web::Request& request, const Policy& policy) {
    auto doorstep = std::make_shared<Doorstep>(request, policy);
    if (!is_secure(request)) return doorstep;
    find_viewer(*doorstep);
    if (!doorstep->visit.viewer) find_visitor(*doorstep);
    doorstep->visit.form_token = make_form_key(doorstep->secret, *request.site->randomness);
    return doorstep;
}

bool needs_secure(const web::Request& request, const Policy& policy) {
    return request.method == web::Method::post || (&policy != &anyone && &policy != &anyone_on_open_map);
}

web::Answer ask_to_sign_in(const Visit& visit) {
    if (visit.request.method != web::Method::post) return go_to_sign_in(visit);
    return sign_in_page(visit, {.kept = keep(visit.request), .reason = SignInReason::ended});
}

web::Answer refuse(const Visit& visit, const Policy& policy) {
    const auto absent = [&visit] { return web::error_page(visit.request, 404); };  // as where there is no page at all
    if (!visit.viewer) return policy.invites_sign_in ? ask_to_sign_in(visit) : web::Answer{absent()};
    if (&policy == &own_reading || &policy == &own_content) return visit.viewer->content_open ? left_page(visit) : closed_page(visit);
    return absent();
}

// What stands in the way of a visit, as far as its head tells.
enum class Passage { open, insecure, foreign, refused };

Passage passage(const Doorstep& doorstep) {
    const Visit& visit = doorstep.visit;
    const Policy& policy = doorstep.policy;
    if (!is_secure(visit.request) && needs_secure(visit.request, policy)) return Passage::insecure;
    if (visit.request.method == web::Method::post && guarded(Guard::csrf_origin) && !is_from_own_page(visit.request)) return Passage::foreign;
    return guarded(Guard::policy) && !policy.allows(visit) ? Passage::refused : Passage::open;
}

// Who has to sign in first finds their words again; beside an archive or a piece of one there are none.
web::Admitted admit(const Doorstep& doorstep, web::Body body) {
    const Passage found = passage(doorstep);
    if (found == Passage::open) return {web::Reading::all, doorstep.secret};
    const bool signs_in = found == Passage::refused && !doorstep.visit.viewer && doorstep.policy.invites_sign_in;
    return {signs_in && body == web::Body::upload ? web::Reading::words : web::Reading::nothing};
}

// A form of ours with an old key: nobody else's, so its words may be shown again.
web::Answer ask_again(const Visit& visit) {
    if (visit.request.path == sign_in_path) return sign_in_again(visit);
    return resume_page(visit, keep(visit.request));
}

web::Answer pass(const Doorstep& doorstep, const Handler& handler) {
    const Visit& visit = doorstep.visit;
    switch (passage(doorstep)) {
        case Passage::insecure: return insecure_page(visit);
        case Passage::foreign: return foreign_form_page(visit);
        case Passage::refused: return refuse(visit, doorstep.policy);
        case Passage::open: break;
    }
    if (!visit.request.whole) return ask_again(visit);  // who may come in now was not let in when the body was to be read
    const bool post = visit.request.method == web::Method::post;
    if (post && guarded(Guard::csrf_token) && !form_key_fits(doorstep.secret, visit.request.form[form_key_field])) return ask_again(visit);
    return handler(visit);
}

void dress(const std::shared_ptr<const Doorstep>& doorstep, web::Reply& reply) {
    if (doorstep->new_visitor) reply.headers.emplace_back("Set-Cookie", web::set_cookie(visitor_cookie, doorstep->secret, std::nullopt, true));
    if (!reply.stream) return;
    reply.stream->allowed = [doorstep] { return passage(*arrive(doorstep->visit.request, doorstep->policy)) == Passage::open; };
}

// The visit lives as long as its answer.
web::Answer attend(std::shared_ptr<const Doorstep> doorstep, web::Answer answer) {
    if (auto* reply = std::get_if<web::Reply>(&answer)) {
        dress(doorstep, *reply);
        return answer;
    }
    if (auto* write = std::get_if<web::Write>(&answer))
        return web::Write{[doorstep, work = std::move(write->work)](storage::Writes& writes) {
            web::Reply reply = work(writes);
            dress(doorstep, reply);
            return reply;
        }};
    return web::Slow{[doorstep, work = std::move(std::get<web::Slow>(answer).work)] { return attend(doorstep, work()); }};
}

}  // namespace

std::vector<web::Route> gate(std::string_view module, const std::vector<Route>& routes) {
    std::vector<web::Route> gated;
    gated.reserve(routes.size());
    for (const Route& route : routes)
        gated.push_back({route.method, route.path, route.policy->name, module,
                         [policy = route.policy, handler = route.handler](const web::Request& request) {
                             auto doorstep = arrive(request, *policy);
                             web::Answer answer = pass(*doorstep, handler);
                             return attend(std::move(doorstep), std::move(answer));
                         },
                         route.body,
                         [policy = route.policy, body = route.body](const web::Request& request) { return admit(*arrive(request, *policy), body); }});
    return gated;
}

}  // namespace loopbaankaart::access
