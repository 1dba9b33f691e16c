#include "packing.hpp"

#include <atlas/atlas.hpp>

#include "../journey.hpp"
#include "archive_pages.hpp"
#include "bringing.hpp"
#include "enclosed.hpp"
#include "leap2a/leap2a.hpp"

namespace loopbaankaart::journey {

namespace {

// What stands beside the pieces: whose journey it is, and which files hold what.
Json index_of(const Reading& reading, const web::Site& site, const Taking& taking) {
    return {{"format", "loopbaankaart-reis"}, {"version", archive_version},       {"made_at", base::iso(taking.asked_at)},
            {"school", site.title},           {"language", base::code(taking.language)}, {"name", reading.owner.name},
            {"pieces", Json::array()}};
}

std::optional<access::Viewer> owner_of(storage::Reads& reads, const Taking& taking) {
    const auto person = access::find_person(reads, taking.owner);
    if (!person) return std::nullopt;
    return access::Viewer{.person = person->id, .name = person->name};
}

// Whether it was packed; otherwise it ended meanwhile, or the program stops.
bool pack(const web::Site& site, const atlas::Atlases& atlases, const Taking& taking, const std::stop_token& stopping) {
    storage::School& school = *site.school;
    const auto report = [&](std::uint64_t done, std::uint64_t all) {
        bool goes_on = false;
        school.write_now([&](storage::Writes& writes) { goes_on = packed_so_far(writes, taking, done, all); });
        return goes_on && !stopping.stop_requested();
    };
    if (!report(0, 0)) return false;
    const auto atlas = atlases.of(site);
    Parcel parcel{school, taking.owner, taking.form == TakingForm::leap2a ? "files" : "media"};
    bool there = false;
    school.read([&](storage::Reads& reads) {
        const auto owner = owner_of(reads, taking);
        there = owner.has_value();
        if (!there) return;
        const Reading reading{reads, school, *owner, *atlas, site.time_zone, taking.language};
        if (taking.form != TakingForm::leap2a) return pack_texts(parcel, reading, site, taking);
        pack_leap2a(parcel, reading, site, taking);
        for (const Enclosed& one : enclosed({reads, school.vault(), *owner, taking.language, site.time_zone}))
            if (!one.page && one.goes == GoesAlong::in_every_form) parcel.add(one.name, one.text);
    });
    parcel.texts_first();
    if (!there || !parcel.walk(report)) return false;
    bool finished = false;
    school.write_now([&](storage::Writes& writes) { finished = finish_taking(writes, school.vault(), taking, parcel.entries()); });
    if (finished) parcel.hand_over();
    return finished;
}

}  // namespace

void pack_texts(Parcel& parcel, const Reading& reading, const web::Site& site, const Taking& taking) {
    write_archive_pages(parcel, reading, site, taking);
    Json index = index_of(reading, site, taking);
    for (const Piece& piece : pieces()) {
        PieceWriter writer{parcel, piece.name};
        piece.write(writer, reading);
        index["pieces"].push_back({{"piece", piece.name.view()}, {"files", writer.finish()}});
    }
    parcel.add("reis.json", index.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

bool carry_on(const web::Site& site, const atlas::Atlases& atlases, workshop::Workshop& workshop, const std::stop_token& stopping) {
    storage::School& school = *site.school;
    clear_takings(school, site.now());
    std::optional<Taking> next;
    school.read([&](storage::Reads& reads) { next = next_taking(reads); });
    if (!next) return carry_bringing(site, workshop, stopping);
    try {
        pack(site, atlases, *next, stopping);
    } catch (...) {
        school.write_now([&](storage::Writes& writes) { fail_taking(writes, *next); });
        throw;
    }
    return true;
}

}  // namespace loopbaankaart::journey
