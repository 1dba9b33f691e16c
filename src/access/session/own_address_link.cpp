// /mij/adres: showing that the address the school knows is one's own, so that a reset link may go there.
#include <fmt/format.h>

#include <access/words.hpp>

#include "../mail/mail.hpp"
#include "../people/single_use.hpp"
#include "account.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

// The link is good for who is signed in, and for the address it was sent to as long as that is the person's.
bool is_own(const std::optional<SingleUseKey>& key, const Visit& visit) { return key && key->person == visit.who().person; }

web::Reply address_link_ended_page(const Visit& visit) {
    return visit.page(std::string{word::address_link_ended.in(visit.language())}, [&](Html& html) {
        web::beside(html, "verdwaald", [&] {
            html.h1({}, word::address_link_ended);
            html.p({}, word::address_link_ended_now);
            web::actions(html, [&] { web::secondary_link(html, web::path("/mij"), word::me); });
        });
    }, 404);
}

}  // namespace

web::Answer mail_address_link(const Visit& visit) {
    return web::Write{[&visit](storage::Writes& writes) {
        const base::Instant now = visit.site.now();
        const Person person = find_person(writes, visit.who().person).value();
        const web::Reply reply = web::go(web::path("/mij").with("gedaan", "post"));
        if (person.email.empty()) return reply;
        if (has_recent_key(writes, person.id, Purpose::address, now + address_link_lasts - reset_link_pause)) return reply;
        const std::string token = base::make_token(*visit.site.randomness);
        keep_key(writes, token, {person.id, Purpose::address, person.email}, std::nullopt, now + address_link_lasts, now);
        post(writes, {.to = person.email,
                      .subject = std::string{word::mail_address_subject.in(person.language)},
                      .text = base::say(word::mail_address_text, person.language,
                                        {{"school", visit.site.title}, {"link", fmt::format("{}/mij/adres/{}", visit.site.address, token)}})},
             now, *visit.site.randomness);
        return reply;
    }};
}

web::Answer show_address_link(const Visit& visit) {
    std::optional<SingleUseKey> key;
    visit.school().read([&](storage::Reads& reads) { key = find_key(reads, visit.request.parameter("token"), Purpose::address, visit.site.now()); });
    if (!is_own(key, visit)) return address_link_ended_page(visit);
    return visit.page(std::string{word::address_confirm.in(visit.language())}, [&](Html& html) {
        web::beside(html, "huis", [&] {
            html.h1({}, word::address_confirm);
            html.p({}, base::say(word::address_confirm_what, visit.language(), {{"address", key->sent_to}}));
            web::form(html, web::path(visit.request.path), visit.form_token, [&] { web::actions(html, [&] { web::primary_button(html, word::address_confirm_do); }); });
        });
    });
}

web::Answer confirm_own_address(const Visit& visit) {
    return web::Write{[&visit](storage::Writes& writes) {
        const base::Instant now = visit.site.now();
        const std::string_view token = visit.request.parameter("token");
        const auto key = find_key(writes, token, Purpose::address, now);
        if (!is_own(key, visit) || !use_key(writes, token, Purpose::address, now)) return address_link_ended_page(visit);
        confirm_address(writes, key->person, key->sent_to, now);
        return web::go(web::path("/mij").with("gedaan", "adres"));
    }};
}

}  // namespace loopbaankaart::access
