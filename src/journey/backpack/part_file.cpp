// GET /beeld/{thing}/{part}: a photo, a drawing or a sound of a kept thing or a record, after the same check as its words. ?maat=klein and ?maat=midden: a
// photo's smaller sizes. A part of it by Range: a telephone asks for sound that way.
#include <algorithm>

#include "../records/records.hpp"
#include "part_file.hpp"

namespace loopbaankaart::journey {

namespace {

std::string_view type_of(PartForm form) {
    switch (form) {
        case PartForm::photo: return "image/webp";
        case PartForm::drawing: return "image/svg+xml";
        default: return "audio/mp4";
    }
}

// "bytes=0-1023", "bytes=1024-" or "bytes=-512" (RFC 9110 §14.1.2), one stretch; nothing for what is no such thing or lies outside.
std::optional<Stretch> range_asked(std::string_view header, std::uint64_t length) {
    if (!header.starts_with("bytes=") || length == 0) return std::nullopt;
    const std::string_view range = header.substr(6);
    const std::size_t dash = range.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto first = base::whole_number(range.substr(0, dash)), last = base::whole_number(range.substr(dash + 1));
    const auto end = static_cast<std::int64_t>(length) - 1;
    if (dash == 0 && last && *last > 0) {
        const std::uint64_t tail = std::min(length, static_cast<std::uint64_t>(*last));
        return Stretch{length - tail, tail};
    }
    if (!first || *first < 0 || *first > end || (dash + 1 < range.size() && (!last || *last < *first))) return std::nullopt;
    return Stretch{static_cast<std::uint64_t>(*first), static_cast<std::uint64_t>(std::min(last.value_or(end), end) - *first + 1)};
}

struct Wished {
    access::Thing of;
    KeptPart part;
};

// Something with parts, when it may be read and that part is one of its own.
template <typename Thing>
std::optional<Wished> part_in(const std::optional<Thing>& of, const base::Id& id) {
    if (!of) return std::nullopt;
    const auto part = std::ranges::find(of->parts, id, &KeptPart::id);
    if (part == of->parts.end()) return std::nullopt;
    return Wished{as_thing(*of), *part};
}

std::optional<Wished> part_asked(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("thing")), part_id = base::Id::parse(visit.request.parameter("part"));
    if (!id || !part_id) return std::nullopt;
    std::optional<Wished> wished;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        wished = part_in(find_thing(reads, vault, visit.who(), *id, visit.site.now()), *part_id);
        if (!wished) wished = part_in(find_record(reads, vault, visit.who(), *id, visit.site.now()), *part_id);
    });
    return wished;
}

}  // namespace

Stretch size_asked(const KeptPart& part, std::uint64_t whole, std::string_view size) {
    const std::uint64_t small = static_cast<std::uint64_t>(part.small.value_or(0)), middle = static_cast<std::uint64_t>(part.middle.value_or(0));
    if (size == "klein" && small > 0) return {0, small};
    if ((size == "klein" || size == "midden") && middle > 0) return {small, middle};
    return {small + middle, whole - small - middle};
}

web::Answer send_part(const access::Visit& visit, const access::Thing& of, const KeptPart& part) {
    storage::Media& media = visit.school().media();
    const auto whole = media.size(part.file);
    if (!whole) return visit.absent();
    const Stretch size = size_asked(part, *whole, visit.request.query["maat"]);
    const auto range = range_asked(visit.request.header("range"), size.length);
    const Stretch sent = range.value_or(Stretch{0, size.length});
    const auto bytes = media.read(of.owner, part.file, size.from + sent.from, sent.length);
    if (!bytes) return visit.absent();

    web::Reply reply{.status = range ? 206 : 200, .type = std::string{type_of(part.form)}, .body = std::string{base::text_of(*bytes)}, .compress = false};
    reply.headers = {{"Content-Security-Policy", "default-src 'none'; sandbox"}, {"Cache-Control", "private, no-store"}, {"Accept-Ranges", "bytes"}};
    if (range) reply.headers.emplace_back("Content-Range", fmt::format("bytes {}-{}/{}", sent.from, sent.from + sent.length - 1, size.length));
    if (of.owner == visit.who().person) return reply;
    return after_record_of_reading(visit, of, std::move(reply));
}

web::Answer show_part_file(const access::Visit& visit) {
    const auto wished = part_asked(visit);
    if (!wished) return visit.absent();
    return send_part(visit, wished->of, wished->part);
}

}  // namespace loopbaankaart::journey
