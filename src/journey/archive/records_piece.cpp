// gegevens/eigen-1.json: what the traveller made beside what they kept, of all kinds (records/records.hpp).
#include <journey/words.hpp>

#include "../part.hpp"
#include "piece.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t records_at_a_time = 200;

Json object_of(PieceWriter& out, const Reading& reading, const Record& record) {
    Json object{{"id", record.id.view()}, {"kind", code(record.kind)}, {"made_at", base::iso(record.made_at)}, {"format", record.format}, {"body", record.body}};
    for (const Link& link : record.links) object["links"].push_back({{"kind", link.kind}, {"id", link.id.view()}});
    for (const KeptPart& part : record.parts) object["parts"].push_back(part_in(out, part));
    if (!record.change) return object;
    for (const EarlierBody& earlier : earlier_bodies(reading.reads, reading.vault(), reading.owner, record.id))
        object["earlier"].push_back({{"format", earlier.format}, {"body", earlier.body}, {"until", base::iso(earlier.until)}});
    return object;
}

void write_records(PieceWriter& out, const Reading& reading) {
    each_record(reading, [&](const Record& record) { out.object(object_of(out, reading, record)); });
}

int year_of(const Record& record, const Reading& reading) { return static_cast<int>(base::day_of(record.made_at, reading.time_zone).year()); }

void years_of_records(std::set<std::optional<int>>& found, const Reading& reading) {
    each_record(reading, [&](const Record& record) { found.insert(year_of(record, reading)); });
}

void show_record(Html& html, const Reading& reading, Parcel& parcel, const Record& record) {
    html.article({}, [&] {
        const RecordForm* form = form_of(parts(), record.kind);
        if (form != nullptr) html.h2({}, form->line(record, reading.language));
        for (const KeptPart& part : record.parts) show_part(html, parcel, part);
        if (form != nullptr && form->tell != nullptr) form->tell(html, reading.reads, reading.vault(), reading.owner, record);
        html.p({web::cls("when")}, base::day_in_words(record.made_at, reading.language, reading.time_zone));
        show_reactions(html, reading, as_thing(record));
    });
}

void show_records(std::vector<Shown>& shown, const Reading& reading, Parcel& parcel, std::optional<int> year) {
    if (!year) return;
    each_record(reading, [&](const Record& record) {
        if (year_of(record, reading) != *year) return;
        shown.push_back({record.made_at, [&reading, &parcel, record](Html& html) { show_record(html, reading, parcel, record); }});
    });
}

}  // namespace

void each_record(const Reading& reading, const std::function<void(const Record&)>& visit) {
    for (std::size_t kind = 0; kind < record_kind_count; ++kind) {
        std::optional<base::Id> last;
        for (;;) {
            const auto records = records_of(reading.reads, reading.vault(), reading.owner, static_cast<RecordKind>(kind), records_at_a_time, last);
            for (const Record& record : records) visit(record);
            if (records.size() < records_at_a_time) break;
            last = records.back().id;
        }
    }
}

const Piece records_piece{.name = "eigen", .write = write_records, .years = years_of_records, .show = show_records, .unpack = unpack_record};

}  // namespace loopbaankaart::journey
