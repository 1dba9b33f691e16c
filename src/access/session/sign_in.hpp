// Inside access: /inloggen and what leads to a new session.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "../policy/kept.hpp"
#include "../policy/route.hpp"
#include "attempts.hpp"

namespace loopbaankaart::access {

inline constexpr std::string_view sign_in_path = "/inloggen";
inline constexpr std::string_view home = "/";

enum class SignInReason { asked, first, ended, wrong, slowed, old_form };

struct SignInForm {
    std::string user_name;               // as typed
    std::string back;                    // own address to go to afterwards, or empty
    bool own_device = false;             // they say that it is
    Kept kept;                           // what was typed before the session ended
    SignInReason reason = SignInReason::asked;
    std::chrono::seconds wait{0};        // when slowed
};
web::Reply sign_in_page(const Visit& visit, const SignInForm& form);
// A sign-in form with an old key: once more, with the name and what was kept.
web::Reply sign_in_again(const Visit& visit);
// To /inloggen?naar=…: a GET by someone signed out.
web::Reply go_to_sign_in(const Visit& visit);

// Starts a session in this transaction and gives `reply` its cookies: session, device, language; the visitor's goes.
// `says_own`: they say that this is their own device; what they said before holds until they sign out or somebody else comes in.
// Gives the session's token.
std::string enter(storage::Writes& writes, const Visit& visit, const Person& person, web::Reply& reply, bool says_own = false);

web::Answer show_sign_in(const Visit& visit);
Handler sign_in_with(std::shared_ptr<Attempts> attempts);
web::Answer sign_out(const Visit& visit);

}  // namespace loopbaankaart::access
