// gegevens/rugzak-1.json: what the traveller kept, with its photos, drawings and sounds, and how it was before it was changed.
#include <journey/words.hpp>

#include <algorithm>

#include "../backpack/wanted.hpp"
#include "../pages.hpp"
#include "piece.hpp"
#include "reading.sql.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

base::Instant start_of_year(int year, std::string_view time_zone) { return base::start_of(std::chrono::year{year} / std::chrono::January / 1, time_zone); }

int year_of(base::Instant moment, std::string_view time_zone) { return static_cast<int>(base::day_of(moment, time_zone).year()); }

// The years in which something was kept, oldest first.
std::vector<int> years_of(const Reading& reading) {
    std::optional<std::pair<base::Instant, base::Instant>> span;
    reading.reads.each(query::kept_span, [&](const storage::Row& row) {
        if (!row.null(0)) span = {base::instant(row.integer(0)), base::instant(row.integer(1))};
    }, reading.owner.person);
    std::vector<int> found;
    if (!span) return found;
    for (int year = year_of(span->first, reading.time_zone); year <= year_of(span->second, reading.time_zone); ++year) {
        const base::Instant from = start_of_year(year, reading.time_zone), until = start_of_year(year + 1, reading.time_zone);
        if (reading.reads.first(query::any_kept, [](const storage::Row&) { return true; }, reading.owner.person, from, until)) found.push_back(year);
    }
    return found;
}

// Oldest first.
std::vector<KeptThing> things_in(const Reading& reading, int year) {
    auto things = kept_between(reading.reads, reading.vault(), reading.owner, start_of_year(year, reading.time_zone), start_of_year(year + 1, reading.time_zone));
    std::ranges::reverse(things);
    return things;
}

Json marks_in(const Marks& marks) {
    Json all = Json::object();
    for (const auto& each : thing_kinds)
        if (marks.kind == each.mark) all["kind"] = each.code.view();
    for (const auto& each : competences)
        if (marks.has(each.mark)) all["shows"].push_back(each.code.view());
    for (const auto& each : symbols)
        if (marks.symbol == each.mark) all["symbol"] = each.code.view();
    return all;
}

Json object_of(PieceWriter& out, const Reading& reading, const KeptThing& thing) {
    Json object{{"id", thing.id.view()}, {"kept_at", base::iso(thing.kept_at)}};
    if (!thing.place.empty()) object["place"] = thing.place;
    if (!thing.place_name.empty()) object["place_name"] = thing.place_name;
    object["words"] = thing.words;
    if (!thing.marks.empty()) object["marks"] = marks_in(thing.marks);
    if (thing.happened) object["happened"] = said(*thing.happened);
    for (const KeptPart& part : thing.parts) object["parts"].push_back(part_in(out, part));
    if (!thing.change) return object;
    for (const EarlierWords& earlier : earlier_words(reading.reads, reading.vault(), reading.owner, thing.id))
        object["earlier"].push_back({{"words", earlier.words}, {"until", base::iso(earlier.until)}});
    return object;
}

// As words: drawings of our own do not go along.
void show_marks(Html& html, const Marks& marks) {
    if (marks.empty()) return;
    html.ul({web::cls("marks")}, [&] {
        const auto line = [&](bool marked, const base::Word& name) {
            if (marked) html.li({}, name);
        };
        for (const auto& each : thing_kinds) line(marks.kind == each.mark, each.name);
        for (const auto& each : competences) line(marks.has(each.mark), each.name);
        for (const auto& each : symbols) line(marks.symbol == each.mark, each.name);
    });
}

void show_thing(Html& html, const Reading& reading, Parcel& parcel, const KeptThing& thing) {
    html.article({}, [&] {
        const PlaceName place = name_of(reading.atlas, thing.place, thing.place_name, reading.language);
        if (!place.text.empty()) html.h2({web::lang(place.language)}, place.text);
        for (const KeptPart& part : thing.parts) show_part(html, parcel, part);
        html.paragraphs(thing.words);
        show_marks(html, thing.marks);
        if (thing.happened) {
            const std::string then = in_words(*thing.happened, reading.language, reading.time_zone);
            html.p({web::cls("when")}, base::say(word::happened_then, reading.language, {{"when", then}}));
        }
        html.p({web::cls("when")}, base::day_in_words(thing.kept_at, reading.language, reading.time_zone));
        show_reactions(html, reading, {"kept_thing", thing.id, reading.owner.person});
    });
}

void show_things(std::vector<Shown>& shown, const Reading& reading, Parcel& parcel, std::optional<int> year) {
    if (!year) return;
    for (const KeptThing& thing : things_in(reading, *year))
        shown.push_back({thing.kept_at, [&reading, &parcel, thing](Html& html) { show_thing(html, reading, parcel, thing); }});
}

void write_things(PieceWriter& out, const Reading& reading) {
    each_thing(reading, [&](const KeptThing& thing) { out.object(object_of(out, reading, thing)); });
}

void years_of_things(std::set<std::optional<int>>& found, const Reading& reading) {
    for (const int year : years_of(reading)) found.insert(year);
}

}  // namespace

void each_thing(const Reading& reading, const std::function<void(const KeptThing&)>& visit) {
    for (const int year : years_of(reading))
        for (const KeptThing& thing : things_in(reading, year)) visit(thing);
}

const Piece backpack_piece{.name = "rugzak", .write = write_things, .years = years_of_things, .show = show_things, .unpack = unpack_thing};

}  // namespace loopbaankaart::journey
