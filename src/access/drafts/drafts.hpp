// Inside access: what the browser needs so that nothing typed is lost (docs/adr/0012).
#pragma once

#include "../policy/route.hpp"

namespace loopbaankaart::access {

// GET /mij/concepten-sleutel, JSON: `wie` (mark_of), `sleutel` (32 bytes, base64url: the key of this person's drafts, which ends with
// their key in the vault) and `formulier` (a fresh form key, for what waited to be sent).
web::Answer give_draft_key(const Visit& visit);
// GET /offline: what is shown without a connection. Nothing of anyone stands in it.
web::Answer show_offline(const Visit& visit);
// GET /sw.js: the service worker, at the top so that it sees every page.
web::Answer give_service_worker(const Visit& visit);

}  // namespace loopbaankaart::access
