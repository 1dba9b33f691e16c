// GET /beeld/{thing}: the picture of a kept thing, after the same check as its words.
#include "../pages.hpp"

namespace loopbaankaart::journey {

namespace {

// What the bytes say they are; nothing for anything but the pictures we keep.
std::string_view type_of(base::BytesView bytes) {
    const std::string_view text = base::text_of(bytes.first(std::min<std::size_t>(bytes.size(), 16)));
    if (text.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    if (text.starts_with("\x89PNG\r\n")) return "image/png";
    if (text.starts_with("RIFF") && text.size() >= 12 && text.substr(8, 4) == "WEBP") return "image/webp";
    return {};
}

}  // namespace

web::Answer show_picture(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("thing"));
    if (!id) return visit.absent();
    std::optional<KeptThing> thing;
    visit.school().read([&](storage::Reads& reads) { thing = find_thing(reads, visit.school().vault(), visit.who(), *id, visit.site.now()); });
    if (!thing || !thing->picture) return visit.absent();

    storage::Media& media = visit.school().media();
    const auto size = media.size(*thing->picture);
    const auto bytes = size ? media.read(thing->owner.value(), *thing->picture, 0, *size) : std::nullopt;
    if (!bytes) return visit.absent();
    const std::string_view type = type_of(*bytes);
    if (type.empty()) return visit.absent();

    web::Reply reply{.type = std::string{type}, .body = std::string{base::text_of(*bytes)}, .compress = false};
    reply.headers = {{"Content-Security-Policy", "default-src 'none'; sandbox"},
                     {"Cache-Control", "private, no-store"},
                     {"X-Content-Type-Options", "nosniff"},
                     {"Cross-Origin-Resource-Policy", "same-origin"}};
    if (thing->owner == visit.who().person) return reply;
    return after_record_of_reading(visit, *thing, std::move(reply));
}

}  // namespace loopbaankaart::journey
