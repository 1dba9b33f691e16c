#include <fmt/format.h>

#include <access/words.hpp>

#include "../policy/own_address.hpp"
#include "sign_in.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

// What stands above the form: why it is shown, when it was not asked for.
void explain(Html& html, const SignInForm& form) {
    const base::Language language = html.language();
    switch (form.reason) {
        case SignInReason::asked: return;
        case SignInReason::first: return web::notice(html, word::sign_in_first);
        case SignInReason::ended: return web::notice(html, words_in(form.kept).empty() ? word::sign_in_first : word::sign_in_ended);
        case SignInReason::old_form: return web::notice(html, word::sign_in_old_form);
        case SignInReason::wrong: return;
        case SignInReason::slowed:
            return web::notice(html, base::say(word::sign_in_slowed, language, {{"seconds", fmt::to_string(form.wait.count())}}));
    }
}

int status_of(SignInReason reason) {
    switch (reason) {
        case SignInReason::asked:
        case SignInReason::first: return 200;
        case SignInReason::ended: return 401;
        case SignInReason::old_form: return 403;
        case SignInReason::wrong: return 422;
        case SignInReason::slowed: return 429;
    }
    return 200;
}

void ways_out(Html& html) {
    html.ul({web::cls("ways")}, [&] {
        html.li({}, [&] { html.a({web::href(web::path("/wachtwoord/vergeten"))}, word::forgot_password); });
        html.li({}, [&] { html.a({web::href(web::path("/wachtwoord/code"))}, word::have_code); });
    });
}

}  // namespace

web::Reply sign_in_page(const Visit& visit, const SignInForm& form) {
    web::FieldErrors errors;
    if (form.reason == SignInReason::wrong) errors.add("wachtwoord", word::sign_in_wrong);
    // With words kept in it the page has no other forms: switching the language here would lose them.
    const web::Frame frame{.title = std::string{word::sign_in.in(visit.language())},
                           .form_token = form.kept.empty() ? visit.form_token : std::string{}};
    web::Reply reply = web::page(visit.request, frame, [&](Html& html) {
        web::beside(html, "herberg", [&] {
            html.h1({}, word::sign_in);
            web::error_summary(html, errors);
            explain(html, form);
            web::form(html, web::path(sign_in_path), visit.form_token, [&] {
                if (!form.back.empty()) web::hidden(html, "naar", form.back);
                carry_kept(html, form.kept);
                web::text_field(html, {.name = "naam", .label = word::user_name, .value = form.user_name, .autocomplete = "username"}, web::Writing::code);
                web::password_field(html, {.name = "wachtwoord", .label = word::password, .error = errors.find("wachtwoord"), .autocomplete = "current-password"});
                web::checkbox(html, {.name = "eigen", .label = word::own_device, .hint = &word::own_device_means, .value = "ja"}, form.own_device);
                web::actions(html, [&] { web::primary_button(html, word::sign_in); });
            });
            ways_out(html);
        });
    }, status_of(form.reason));
    reply.compress = form.kept.empty() && form.user_name.empty() && form.back.empty();
    if (reply.status == 401) reply.headers.emplace_back("WWW-Authenticate", "Form realm=\"Loopbaankaart\"");
    if (reply.status == 429) reply.headers.emplace_back("Retry-After", fmt::to_string(form.wait.count()));
    return reply;
}

web::Reply sign_in_again(const Visit& visit) {
    const web::Fields& form = visit.request.form;
    return sign_in_page(visit, {.user_name = std::string{form["naam"]},
                                .back = own_address(form["naar"]).value_or(""),
                                .own_device = form.has("eigen"),
                                .kept = kept_in(form),
                                .reason = SignInReason::old_form});
}

web::Reply go_to_sign_in(const Visit& visit) {
    return web::go(web::path(sign_in_path).with("naar", address_of(visit.request)));
}

web::Answer show_sign_in(const Visit& visit) {
    const std::string_view back = visit.request.query["naar"];
    if (visit.viewer) return go_back(back, home);
    const auto own = own_address(back);
    return sign_in_page(visit, {.back = own.value_or(""), .reason = own ? SignInReason::first : SignInReason::asked});
}

}  // namespace loopbaankaart::access
