// Inside journey only: what the school asks a traveller now and then, in one quiet line on /reis; nothing anywhere else.
#pragma once

#include <access/access.hpp>

namespace loopbaankaart::journey {

void asked_softly(web::Html& html, const access::Visit& visit);

}  // namespace loopbaankaart::journey
