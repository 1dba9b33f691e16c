// Inside access: the pages that the gate gives instead of the one that was asked.
#pragma once

#include <web/web.hpp>

#include "kept.hpp"
#include "visit.hpp"

namespace loopbaankaart::access {

// Plain http elsewhere than on this machine: says how to come in safely.
web::Reply insecure_page(const Visit& visit);
// A form sent from somebody else's page. Nothing of it is shown or carried on.
web::Reply foreign_form_page(const Visit& visit);
// Own content is closed after a printed code: until when, and what to do if it was not you.
web::Reply closed_page(const Visit& visit);
// Who left the school asked for something that is for who belongs to it.
web::Reply left_page(const Visit& visit);
// "Dit was je aan het doen": what was typed, with a fresh key and one button that sends it on.
web::Reply resume_page(const Visit& visit, const Kept& kept);

}  // namespace loopbaankaart::access
