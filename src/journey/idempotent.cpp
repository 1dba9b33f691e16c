#include "idempotent.hpp"

namespace loopbaankaart::journey {

base::Id stored_id(const base::Id& sent, base::Instant now) {
    if (base::guarded(base::Guard::same_id_once)) return sent;
    base::SystemRandomness another;
    return base::Id::make(now, another);
}

}  // namespace loopbaankaart::journey
