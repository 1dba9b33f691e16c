#include "new_password.hpp"

#include <access/words.hpp>

#include "../mail/mail.hpp"

namespace loopbaankaart::access {

using web::Html;

web::Reply new_password_page(const Visit& visit, const NewPasswordForm& form) {
    return visit.page(std::string{form.title.in(visit.language())}, [&](Html& html) {
        web::beside(html, form.drawing, [&] {
            html.h1({}, form.title);
            web::error_summary(html, form.errors);
            html.p({}, form.what);
            web::form(html, web::path(form.action), visit.form_token, [&] {
                if (!form.user_name.empty())
                    html.input({web::type("text"), web::name("naam"), web::value(form.user_name), web::attr("autocomplete", "username"), web::flag("hidden")});
                if (form.before) form.before(html);
                web::password_field(html, {.name = "wachtwoord", .label = word::new_password, .hint = &word::new_password_hint,
                                           .error = form.errors.find("wachtwoord"), .autocomplete = "new-password"});
                web::actions(html, [&] { web::primary_button(html, form.button); });
            });
        });
    }, form.errors.empty() ? 200 : 422);
}

void tell_of_new_password(storage::Writes& writes, const Person& person, const web::Site& site, base::Instant now) {
    if (person.email.empty() || !address_is_confirmed(writes, person.id)) return;
    post(writes, {.to = person.email,
                  .subject = std::string{word::mail_changed_subject.in(person.language)},
                  .text = base::say(word::mail_changed_text, person.language, {{"school", site.title}, {"address", site.address}})},
         now, *site.randomness);
}

}  // namespace loopbaankaart::access
