#include "sign_in.hpp"

#include "../audit/audit.hpp"
#include "../drafts/own_device.hpp"
#include "../people/password.hpp"
#include "../policy/door.hpp"
#include "../policy/form_key.hpp"
#include "../policy/own_address.hpp"
#include "device.hpp"
#include "session.hpp"

namespace loopbaankaart::access {

namespace {

constexpr std::chrono::hours language_lasts{365 * 24};

// What was typed, and what there is to compare it with. Unknown and known accounts take the same steps.
struct Claim {
    SignInForm form;
    std::string password;
    std::optional<Person> person;        // absent: nobody of that name
    std::optional<std::string> hash;     // absent: nobody, or no password yet
    std::string known_device;            // token, when this person signed in here before
};

Claim claim_of(const Visit& visit) {
    const web::Fields& typed = visit.request.form;
    Claim claim{.form = {.user_name = std::string{typed["naam"]}, .back = own_address(typed["naar"]).value_or(""),
                         .own_device = typed.has("eigen"), .kept = kept_in(typed)},
                .password = std::string{typed["wachtwoord"]},
                .person = {}, .hash = {}, .known_device = {}};
    visit.school().read([&](storage::Reads& reads) {
        claim.person = find_by_user_name(reads, claim.form.user_name);
        if (!claim.person) return;
        claim.hash = password_of(reads, claim.person->id);
        const std::string_view device = visit.request.cookie(device_cookie);
        if (is_known_device(reads, device, claim.person->id, visit.site.now())) claim.known_device = device;
    });
    return claim;
}

web::Reply refused(const Visit& visit, Claim claim, SignInReason reason, std::chrono::seconds wait = {}) {
    claim.form.reason = reason;
    claim.form.wait = wait;
    return sign_in_page(visit, claim.form);
}

// The owner can see that somebody tried; no reply waits for it, so it shows to nobody else.
void note_failure(const Visit& visit, const Person& person) {
    visit.school().write([id = person.id, now = visit.site.now()](storage::Writes& writes) {
        base::SystemRandomness randomness;
        record(writes, {id, Deed::sign_in_failed, id, {}}, now, randomness);
    }, [](storage::Failure) {});
}

// Back to where they were going, or to what they were doing.
web::Reply arrived(storage::Writes& writes, const Visit& visit, const Claim& claim) {
    web::Reply cookies;
    const std::string token = enter(writes, visit, *claim.person, cookies, claim.form.own_device);
    web::Reply reply;
    if (claim.form.kept.empty()) {
        reply = go_back(claim.form.back, home);
    } else {
        auto session = find_session(writes, token, visit.site.now());
        const Visit now_signed_in{visit.request, visit.site, std::move(session->viewer), make_form_key(token, *visit.site.randomness)};
        reply = resume_page(now_signed_in, claim.form.kept);
    }
    for (auto& header : cookies.headers) reply.headers.push_back(std::move(header));
    return reply;
}

web::Answer check_claim(const Visit& visit, Attempts& attempts) {
    Claim claim = claim_of(visit);
    const std::string account = normal_user_name(claim.form.user_name);
    const Attempt attempt{visit.school().name(), account, visit.request.client, claim.known_device};
    if (const auto wait = attempts.wait_before(attempt, visit.site.now())) return refused(visit, std::move(claim), SignInReason::slowed, *wait);

    const bool right = verify_password(claim.hash, claim.password);
    if (!right) attempts.failed(attempt, visit.site.now());
    if (right) attempts.succeeded(attempt, visit.site.now());
    const bool welcome = right && may_enter(*claim.person, visit.site.now());
    if (!welcome) {
        if (claim.person) note_failure(visit, *claim.person);
        return refused(visit, std::move(claim), SignInReason::wrong);
    }
    return web::Write{[&visit, claim = std::move(claim)](storage::Writes& writes) {
        if (password_of(writes, claim.person->id) != claim.hash) return refused(visit, claim, SignInReason::wrong);
        return arrived(writes, visit, claim);
    }};
}

}  // namespace

std::string enter(storage::Writes& writes, const Visit& visit, const Person& person, web::Reply& reply, bool says_own) {
    const base::Instant now = visit.site.now();
    base::Randomness& randomness = *visit.site.randomness;
    const std::string token = start_session(writes, person.id, device_in_words(visit.request.header("user-agent")), now, randomness);
    record(writes, {person.id, Deed::signed_in, person.id, {}}, now, randomness);

    std::string device{visit.request.cookie(device_cookie)};
    if (device.size() != token.size()) device = base::make_token(randomness);
    remember_device(writes, device, person.id, now);

    using std::chrono::seconds;
    auto& headers = reply.headers;
    headers.emplace_back("Set-Cookie", web::set_cookie(session_cookie, token, std::nullopt, true));
    headers.emplace_back("Set-Cookie", web::set_cookie(device_cookie, device, seconds{device_lasts}, true));
    headers.emplace_back("Set-Cookie", web::set_cookie(visitor_cookie, "", seconds{0}, true));
    const std::string mark = mark_of(person.id);
    const bool own = says_own || visit.request.cookie(web::own_device_cookie) == mark;
    headers.emplace_back("Set-Cookie", own ? web::set_cookie(web::own_device_cookie, mark, seconds{device_lasts}, true) : forget_own_device());
    if (visit.request.cookie("taal").empty())
        headers.emplace_back("Set-Cookie", web::set_cookie("taal", base::code(person.language), seconds{language_lasts}, true));
    if (const std::string_view old = visit.request.cookie(session_cookie); !old.empty()) end_session(writes, old);
    return token;
}

Handler sign_in_with(std::shared_ptr<Attempts> attempts) {
    return [attempts](const Visit& visit) -> web::Answer {
        return web::Slow{[attempts, &visit] { return check_claim(visit, *attempts); }};
    };
}

web::Answer sign_out(const Visit& visit) {
    return web::Write{[&visit](storage::Writes& writes) {
        end_session(writes, visit.request.cookie(session_cookie));
        record(writes, {visit.who().person, Deed::signed_out, visit.who().person, {}}, visit.site.now(), *visit.site.randomness);
        web::Reply reply = go_back({}, home);
        return std::move(reply).cookie(web::set_cookie(session_cookie, "", std::chrono::seconds{0}, true)).cookie(forget_own_device());
    }};
}

}  // namespace loopbaankaart::access
