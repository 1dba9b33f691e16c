// access: people, roles, sign-in, sessions, invitations, grants: the one place that decides who may see what.
#pragma once

#include <span>

#include <access/words.hpp>
#include <web/web.hpp>

#include "acquaintances/acquaintances.hpp"
#include "audit/audit.hpp"
#include "mail/mail.hpp"
#include "people/erasure.hpp"
#include "people/people.hpp"
#include "policy/grant.hpp"
#include "policy/route.hpp"
#include "policy/visit.hpp"

namespace loopbaankaart::access {

// This module's tables (numbers 1–99) and pages: /inloggen, /uitloggen, /welkom/{token}, /wachtwoord …, /mij,
// /beheer/mensen, /taal, /licht, and what keeps words from getting lost: /mij/concepten-sleutel, /offline, /sw.js.
std::span<const storage::Migration> schema();
std::vector<storage::Erasable> erasable();
std::vector<web::Route> routes();

}  // namespace loopbaankaart::access
