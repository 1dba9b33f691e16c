// GET /meenemen/{taking}/reis.zip: the archive itself, read while it is sent.
#include <fmt/format.h>

#include "taking.hpp"
#include "taking_pages.hpp"

namespace loopbaankaart::journey {

namespace {

// In the name of the file: when it was packed.
std::string file_name_of(const Taking& taking) {
    return fmt::format("mijn-reis-{}{}.zip", taking.form == TakingForm::leap2a ? "leap2a-" : "", base::iso(taking.asked_at).substr(0, 10));
}

web::Stream stream_of(const std::shared_ptr<storage::School>& school, const base::Clock& clock, PackedTaking archive) {
    const auto packed = std::make_shared<const PackedTaking>(std::move(archive));
    return {.length = packed->size(), .read = [school, packed, &clock](std::uint64_t from, std::size_t most) { return packed->read(*school, from, most, clock.now()); }};
}

}  // namespace

// Noted once, when it is fetched from its beginning: a browser may go on where the line was cut.
web::Answer fetch_taking(const access::Visit& visit) {
    const auto taking = taking_asked(visit);
    auto archive = taking ? PackedTaking::open(visit.school(), *taking) : std::nullopt;
    if (!archive) return visit.absent();
    web::Reply reply{.type = "application/zip", .compress = false, .stream = stream_of(visit.site.school, *visit.site.clock, std::move(*archive))};
    reply.headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", file_name_of(*taking))},
                     {"ETag", fmt::format("\"{}\"", taking->id.view())},
                     {"Cache-Control", "private, no-store"}};
    if (!visit.request.header("range").empty()) return reply;
    return web::Write{[&visit, id = taking->id, reply = std::move(reply)](storage::Writes& writes) {
        const base::Id& who = visit.who().person;
        access::record(writes, {who, access::Deed::took_along, who, fmt::format("taking {}", id.view())}, visit.site.now(), *visit.site.randomness);
        return reply;
    }};
}

}  // namespace loopbaankaart::journey
