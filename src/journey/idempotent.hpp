// Inside journey only: the id that the browser made is the id that is stored, and so sending again makes nothing twice.
#pragma once

#include <base/base.hpp>

namespace loopbaankaart::journey {

// `sent` itself (Guard::same_id_once).
base::Id stored_id(const base::Id& sent, base::Instant now);

}  // namespace loopbaankaart::journey
