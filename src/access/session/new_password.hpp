// Inside access: where passwords are set: the first one (/welkom), the next (/wachtwoord), and after forgetting.
#pragma once

#include <memory>

#include "../policy/route.hpp"
#include "attempts.hpp"

namespace loopbaankaart::access {

// A form that sets a password, shown again with what is to be put right.
struct NewPasswordForm {
    const base::Word& title;
    web::Literal drawing = "huis";         // what stands beside the form
    std::string what;                      // a sentence or two under the title
    std::string action;                    // Request::path the form goes to
    std::string user_name;                 // for the password keeper of the browser, and to see whose account it is
    const base::Word& button;
    web::FieldErrors errors = {};
    std::function<void(web::Html&)> before = {};  // fields above the new password
};
web::Reply new_password_page(const Visit& visit, const NewPasswordForm& form);

// Tells the person by mail, if their address is confirmed, that the password was changed.
void tell_of_new_password(storage::Writes& writes, const Person& person, const web::Site& site, base::Instant now);

// /welkom/{token}: an invitation.
web::Answer show_welcome(const Visit& visit);
web::Answer set_first_password(const Visit& visit);

// /wachtwoord: change one's own.
web::Answer show_change_password(const Visit& visit);
Handler change_password_with(std::shared_ptr<Attempts> attempts);

// /wachtwoord/vergeten: a link by mail, and /wachtwoord/nieuw/{token}, where it leads.
web::Answer show_forgotten(const Visit& visit);
web::Answer mail_reset_link(const Visit& visit);
web::Answer show_reset(const Visit& visit);
web::Answer reset_password(const Visit& visit);

// /wachtwoord/code: with a printed code.
web::Answer show_code(const Visit& visit);
web::Answer reset_with_code(const Visit& visit);

}  // namespace loopbaankaart::access
