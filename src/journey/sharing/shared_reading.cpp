#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

web::Answer after_record_of_reading(const access::Visit& visit, const access::Thing& thing, web::Reply reply) {
    const access::AuditEntry entry{visit.who().person, access::Deed::read_shared, thing.owner, fmt::format("{} {}", thing.kind, thing.id.view())};
    return web::Write{[&visit, entry, reply = std::move(reply), thing](storage::Writes& writes) -> web::Reply {
        // Taken back in the meantime: nothing leaves any more.
        if (!access::may(writes, visit.who(), thing, access::Verb::read, visit.site.now())) return visit.absent();
        access::record(writes, entry, visit.site.now(), *visit.site.randomness);
        return reply;
    }};
}

}  // namespace loopbaankaart::journey
