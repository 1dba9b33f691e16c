#include "access.hpp"

#include "acquaintances/acquaintances_pages.hpp"
#include "drafts/drafts.hpp"
#include "people_pages/people_pages.hpp"
#include "session/account.hpp"
#include "session/new_password.hpp"
#include "session/preferences.hpp"
#include "session/sign_in.hpp"

namespace loopbaankaart::access {

std::vector<web::Route> routes() {
    using web::Method;
    const auto attempts = std::make_shared<Attempts>();
    return gate("access", {
        {Method::get,  "/inloggen",                          show_sign_in,                   anyone_secure},
        {Method::post, "/inloggen",                          sign_in_with(attempts),         anyone_secure, web::Body::carried_form},
        {Method::post, "/uitloggen",                         sign_out,                       signed_in},
        {Method::get,  "/welkom/{token}",                    show_welcome,                   anyone_secure},
        {Method::post, "/welkom/{token}",                    set_first_password,             anyone_secure},
        {Method::get,  "/wachtwoord",                        show_change_password,           signed_in},
        {Method::post, "/wachtwoord",                        change_password_with(attempts), signed_in},
        {Method::get,  "/wachtwoord/vergeten",               show_forgotten,                 anyone_secure},
        {Method::post, "/wachtwoord/vergeten",               mail_reset_link,                anyone_secure},
        {Method::get,  "/wachtwoord/nieuw/{token}",          show_reset,                     anyone_secure},
        {Method::post, "/wachtwoord/nieuw/{token}",          reset_password,                 anyone_secure},
        {Method::get,  "/wachtwoord/code",                   show_code,                      anyone_secure},
        {Method::post, "/wachtwoord/code",                   reset_with_code,                anyone_secure},
        {Method::get,  "/mij",                               show_account,                   signed_in},
        {Method::post, "/mij/toestellen",                    end_other_devices,              signed_in},
        {Method::post, "/mij/adres",                         mail_address_link,              signed_in},
        {Method::get,  "/mij/adres/{token}",                 show_address_link,              signed_in},
        {Method::post, "/mij/adres/{token}",                 confirm_own_address,            signed_in},
        {Method::get,  "/mij/kennissen",                     show_acquaintances,             own_content},
        {Method::post, "/mij/kennissen/code",                show_own_code,                  own_content},
        {Method::post, "/mij/kennissen/uitnodigen",          invite_from_outside,            own_content},
        {Method::get,  "/mij/kennissen/{person}/einde",      ask_acquaintance_end,           own_content},
        {Method::post, "/mij/kennissen/{person}/einde",      end_knowing,                    own_content},
        {Method::post, "/kennismaken",                       go_to_code,                     own_content},
        {Method::get,  "/kennismaken/{code}",                show_meeting,                   anyone_secure},
        {Method::post, "/kennismaken/{code}",                say_yes,                        own_content},
        {Method::post, "/kennismaken/{code}/account",        become_companion,               anyone_secure},
        {Method::get,  "/mij/concepten-sleutel",             give_draft_key,                 own_content},
        {Method::get,  "/offline",                           show_offline,                   anyone},
        {Method::get,  "/sw.js",                             give_service_worker,            anyone},
        {Method::get,  "/beheer/mensen",                     show_people,                    administrator},
        {Method::get,  "/beheer/mensen/nieuw",               show_new_person,                administrator},
        {Method::post, "/beheer/mensen/nieuw",               add_new_person,                 administrator},
        {Method::get,  "/beheer/mensen/{person}",            show_person,                    administrator},
        {Method::post, "/beheer/mensen/{person}/rollen",     change_roles,                   administrator},
        {Method::post, "/beheer/mensen/{person}/uitnodigen", invite_again,                   administrator},
        {Method::get,  "/beheer/mensen/{person}/stand",      ask_standing,                   administrator},
        {Method::post, "/beheer/mensen/{person}/stand",      change_standing,                administrator},
        {Method::get,  "/beheer/mensen/{person}/code",       ask_reset_code,                 administrator},
        {Method::post, "/beheer/mensen/{person}/code",       print_reset_code,               administrator},
        {Method::post, "/taal",                              choose_language,                anyone},
        {Method::post, "/licht",                             choose_light,                   anyone},
    });
}

}  // namespace loopbaankaart::access
