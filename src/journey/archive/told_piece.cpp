// gegevens/verteld-1.json: what the traveller told, as it was told.
#include "../telling/telling_pages.hpp"
#include "../telling/telling_rows.hpp"
#include "piece.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t tellings_at_a_time = 100;

Json object_of(PieceWriter& out, const Telling& telling) {
    Json object{{"id", telling.id.view()}, {"form", code(telling.form)}, {"language", base::code(telling.language)}, {"told_at", base::iso(telling.told_at)}};
    if (telling.told_from) object["told_from"] = telling.told_from->view();
    object["body"] = rows::body_of(telling);
    for (const KeptPart& part : telling.parts) object["parts"].push_back(part_in(out, part));
    return object;
}

void write_tellings(PieceWriter& out, const Reading& reading) {
    each_telling(reading, [&](const Telling& telling) { out.object(object_of(out, telling)); });
}

int year_of(const Telling& telling, const Reading& reading) { return static_cast<int>(base::day_of(telling.told_at, reading.time_zone).year()); }

void years_of_tellings(std::set<std::optional<int>>& found, const Reading& reading) {
    each_telling(reading, [&](const Telling& telling) { found.insert(year_of(telling, reading)); });
}

void show_block(Html& html, Parcel& parcel, const Telling& telling, const ToldBlock& block) {
    if (const KeptPart* part = part_of(telling, block)) show_part(html, parcel, *part);
    if (block.form == ToldBlock::Form::heading || block.form == ToldBlock::Form::word) html.h3({web::lang(block.language)}, block.words);
    else if (!block.words.empty()) html.div({web::lang(block.language)}, [&] { html.paragraphs(block.words); });
}

void show_telling(Html& html, const Reading& reading, Parcel& parcel, const Telling& telling) {
    html.article({}, [&] {
        html.h2({web::lang(telling.language)}, title_of(telling, telling.language));
        for (const ToldPage& page : telling.pages)
            for (const ToldBlock& block : page) show_block(html, parcel, telling, block);
        html.p({web::cls("when")}, base::day_in_words(telling.told_at, reading.language, reading.time_zone));
        show_reactions(html, reading, as_thing(telling));
    });
}

void show_tellings(std::vector<Shown>& shown, const Reading& reading, Parcel& parcel, std::optional<int> year) {
    if (!year) return;
    each_telling(reading, [&](const Telling& telling) {
        if (year_of(telling, reading) != *year) return;
        shown.push_back({telling.told_at, [&reading, &parcel, telling](Html& html) { show_telling(html, reading, parcel, telling); }});
    });
}

}  // namespace

void each_telling(const Reading& reading, const std::function<void(const Telling&)>& visit) {
    std::optional<base::Id> last;
    for (;;) {
        const auto tellings = tellings_of(reading.reads, reading.vault(), reading.owner, tellings_at_a_time, last);
        for (const Telling& telling : tellings) visit(telling);
        if (tellings.size() < tellings_at_a_time) return;
        last = tellings.back().id;
    }
}

const Piece told_piece{.name = "verteld", .write = write_tellings, .years = years_of_tellings, .show = show_tellings, .unpack = unpack_telling};

}  // namespace loopbaankaart::journey
