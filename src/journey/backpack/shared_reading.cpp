#include "../pages.hpp"

namespace loopbaankaart::journey {

web::Answer after_record_of_reading(const access::Visit& visit, const KeptThing& thing, web::Reply reply) {
    const access::AuditEntry entry{visit.who().person, access::Deed::read_shared, thing.owner, "kept_thing " + thing.id.text()};
    return web::Write{[&visit, entry, reply = std::move(reply), thing](storage::Writes& writes) -> web::Reply {
        // Taken back in the meantime: nothing leaves any more.
        const access::Thing shared{"kept_thing", thing.id, thing.owner.value()};
        if (!access::may(writes, visit.who(), shared, access::Verb::read, visit.site.now())) return visit.absent();
        access::record(writes, entry, visit.site.now(), *visit.site.randomness);
        return reply;
    }};
}

}  // namespace loopbaankaart::journey
