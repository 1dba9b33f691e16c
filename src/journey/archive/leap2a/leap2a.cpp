#include "leap2a.hpp"

#include <fmt/format.h>
#include <journey/words.hpp>

#include <set>

#include "../../first_words.hpp"
#include "../../pages.hpp"
#include "../../part.hpp"
#include "../../records/body_reader.hpp"
#include "../../telling/telling_pages.hpp"
#include "../../visits/visits.hpp"
#include "reading.sql.hpp"
#include "archive_words.hpp"
#include "feed.hpp"

namespace loopbaankaart::journey {

namespace {

using Relation = LeapLink::Relation;

constexpr const char* file_name = "leap2a.xml";
constexpr std::size_t title_bytes = 80, stretch = 4 << 20;
constexpr std::string_view person_id = "person";

std::string id_of(std::string_view kind, const base::Id& id) { return fmt::format("{}-{}", kind, id.view()); }
std::string id_of(Competence competence) {
    for (const auto& each : competences)
        if (each.mark == competence) return fmt::format("competence-{}", each.code.view());
    return {};
}

// The beginning of what is said, in one line.
std::string begins(std::string_view words) {
    const std::string_view line = words.substr(0, words.find('\n')), first = first_words(line, title_bytes);
    return std::string{first} + (first.size() < words.size() ? "…" : "");
}

// A day as far as it was said: a year, a month or a day of it.
std::string day_in(base::Instant moment, Precision said, std::string_view time_zone) {
    const auto day = base::day_of(moment, time_zone);
    const std::string whole = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    switch (said) {
        case Precision::year: return whole.substr(0, 4);
        case Precision::month:
        case Precision::season:
        case Precision::school_year: return whole.substr(0, 7);
        default: return whole;
    }
}

LeapDates dates_of(base::Instant from, const std::optional<base::Instant>& until, Precision said, std::string_view time_zone) {
    if (said == Precision::before || said == Precision::unknown) return {};
    return {day_in(from, said, time_zone), until ? day_in(*until - base::Instant::duration{1}, said, time_zone) : std::string{}};
}

bool is_draft(RecordKind kind) { return kind == RecordKind::rim || kind == RecordKind::story || kind == RecordKind::stamp || kind == RecordKind::passport || kind == RecordKind::cv; }

class LeapWriter {
public:
    LeapWriter(Parcel& parcel, const Reading& reading, const web::Site& site, const Taking& taking)
        : parcel_{parcel}, reading_{reading}, feed_{head(reading, site, taking), [this](std::string_view text) { write(text); }} {}

    void all(const Taking& taking);

private:
    static LeapHead head(const Reading& reading, const web::Site& site, const Taking& taking) {
        return {.id = fmt::format("{}/meenemen/{}", site.address, taking.id.view()), .title = base::say(word::archive_of, reading.language, {{"name", reading.owner.name}}),
                .author = reading.owner.name, .person = std::string{person_id}, .made_by = site.address, .language = reading.language, .made_at = taking.asked_at};
    }
    std::string said(const base::Word& word) const { return std::string{word.in(reading_.language)}; }
    std::string place_of(const std::string& place, const std::string& called_then) const { return name_of(reading_.atlas, place, called_then, reading_.language).text; }

    void write(std::string_view text);
    void hand_on();
    void know_what_there_is();
    void visit(const PlaceVisit& visit);
    void thing(const KeptThing& thing);
    void record(const Record& record);
    void told(const Telling& telling);
    // Its pictures and sounds, each an entry of its own: links to them.
    std::vector<LeapLink> parts(const std::vector<KeptPart>& parts, const std::string& of, base::Instant updated, std::string_view kind = "part");
    // To what is in the feed as well: the rest is not there any more.
    void link(std::vector<LeapLink>& links, Relation relation, const Link& to) const;
    void hung(LeapEntry& entry, const Record& drawing);
    void abilities(base::Instant now);

    Parcel& parcel_;
    const Reading& reading_;
    std::string written_;  // not yet in the parcel
    LeapFeed feed_;
    std::set<std::string> there_;                            // ids of what was kept and made
    std::map<Competence, std::vector<LeapLink>> evidence_;
};

void LeapWriter::write(std::string_view text) {
    written_ += text;
    if (written_.size() >= stretch) hand_on();
}

void LeapWriter::hand_on() {
    parcel_.add_more(file_name, written_);
    written_.clear();
}

void LeapWriter::know_what_there_is() {
    reading_.reads.each(query::kept_ids, [&](const storage::Row& row) { there_.insert(fmt::format("kept_thing-{}", row.text(0))); }, reading_.owner.person);
    reading_.reads.each(query::record_ids, [&](const storage::Row& row) {
        const auto kind = parse_record_kind(row.text(0));
        if (kind && !is_draft(*kind)) there_.insert(fmt::format("{}-{}", row.text(0), row.text(1)));
    }, reading_.owner.person);
}

void LeapWriter::link(std::vector<LeapLink>& links, Relation relation, const Link& to) const {
    std::string id = id_of(to.kind, to.id);
    if (there_.contains(id)) links.push_back({relation, std::move(id)});
}

std::vector<LeapLink> LeapWriter::parts(const std::vector<KeptPart>& parts, const std::string& of, base::Instant updated, std::string_view kind) {
    std::vector<LeapLink> links;
    for (const KeptPart& part : parts) {
        const auto file = parcel_.add(part);
        if (!file) continue;
        const std::string id = id_of(kind, part.id);
        const base::Word& name = part.form == PartForm::sound ? word::a_sound : part.form == PartForm::drawing ? word::leap_drawing : word::leap_photo;
        links.push_back({Relation::has_part, id});
        feed_.add({.id = id, .type = LeapType::resource, .title = part.description.empty() ? said(name) : begins(part.description), .words = part.description,
                   .updated = updated, .links = {{Relation::is_part_of, of}}, .file = *file,
                   .media_type = part.form == PartForm::sound ? "audio/mp4" : part.form == PartForm::drawing ? "image/svg+xml" : "image/webp"});
    }
    return links;
}

void LeapWriter::visit(const PlaceVisit& visit) {
    const std::string place = place_of(visit.place, visit.place_name);
    feed_.add({.id = id_of("visit", visit.id), .type = LeapType::activity, .title = place.empty() ? visit.place : place,
               .words = when_in_words(visit, reading_.language, reading_.time_zone), .updated = visit.since,
               .dates = dates_of(visit.since, visit.until, visit.said, reading_.time_zone)});
}

void LeapWriter::thing(const KeptThing& thing) {
    LeapEntry entry{.id = id_of("kept_thing", thing.id), .title = begins(thing.words), .words = thing.words, .updated = thing.kept_at, .published = thing.kept_at};
    const std::string place = place_of(thing.place, thing.place_name);
    if (!place.empty()) entry.tags.push_back(place);
    for (const auto& each : thing_kinds)
        if (thing.marks.kind == each.mark) entry.tags.push_back(said(each.name));
    for (const auto& each : competences)
        if (thing.marks.has(each.mark)) evidence_[each.mark].push_back({Relation::has_evidence, entry.id});
    if (entry.title.empty()) {
        const auto described = std::ranges::find_if(thing.parts, [](const KeptPart& part) { return !part.description.empty(); });
        entry.title = described != thing.parts.end() ? begins(described->description) : place.empty() ? said(word::leap_kept) : place;
    }
    if (thing.happened) entry.dates = dates_of(thing.happened->from, thing.happened->until, thing.happened->precision, reading_.time_zone);
    entry.links = parts(thing.parts, entry.id, thing.kept_at);
    feed_.add(entry);
}

// What hangs in the drawing: a thing or an insight shows something; a word of one's own is something one can.
void LeapWriter::hung(LeapEntry& entry, const Record& drawing) {
    BodyReader body{drawing.body};
    body.many("hung", most_objects, [&](BodyReader& each) {
        const auto thing = each.id("thing"), insight = each.id("insight"), own = each.id("id");
        const std::string shows = each.line("competence", title_bytes), own_word = each.line("word", title_bytes), how = each.text("how", most_characters);
        const auto competence = journey::competence(shows);
        if (competence && thing) link(evidence_[*competence], Relation::has_evidence, {"kept_thing", *thing});
        if (competence && insight) link(evidence_[*competence], Relation::has_evidence, {"insight", *insight});
        if (thing || insight || !own || own_word.empty()) return;
        const std::string id = id_of("ability", *own);
        feed_.add({.id = id, .type = LeapType::ability, .title = own_word, .words = how, .updated = drawing.made_at});
        entry.links.push_back({Relation::has_part, id});
    });
    entry.type = LeapType::selection;
    entry.selection = "Abilities";
}

void LeapWriter::record(const Record& record) {
    const RecordForm* form = form_of(journey::parts(), record.kind);
    if (form == nullptr || is_draft(record.kind)) return;
    LeapEntry entry{.id = id_of(code(record.kind), record.id), .title = form->line(record, reading_.language), .updated = record.made_at, .published = record.made_at};
    if (form->tell != nullptr) {
        web::Html html{reading_.language};
        form->tell(html, reading_.reads, reading_.vault(), reading_.owner, record);
        entry.words = plain_words(html.take());
    }
    if (record.kind == RecordKind::wish) entry.type = LeapType::plan;
    if (record.kind == RecordKind::wish && entry.words.empty()) entry.words = entry.title;
    entry.links = parts(record.parts, entry.id, record.made_at);
    if (record.kind == RecordKind::competence_drawing) hung(entry, record);
    else for (const Link& to : record.links) link(entry.links, record.kind == RecordKind::insight ? Relation::reflects_on : Relation::relation, to);
    feed_.add(entry);
}

void LeapWriter::told(const Telling& telling) {
    LeapEntry entry{.id = id_of(telling_kind, telling.id), .type = LeapType::selection, .title = title_of(telling, telling.language), .updated = telling.told_at,
                    .published = telling.told_at, .selection = "Grouping"};
    for (const ToldPage& page : telling.pages)
        for (const ToldBlock& block : page)
            if (!block.words.empty()) entry.words += (entry.words.empty() ? "" : "\n\n") + block.words;
    entry.links = parts(telling.parts, entry.id, telling.told_at, "telling_part");
    const auto draft = telling.told_from ? own_record(reading_.reads, reading_.vault(), reading_.owner, *telling.told_from) : std::nullopt;
    if (draft && !draft->thrown_at)
        for (const Link& from : draft->links) link(entry.links, Relation::has_part, from);
    feed_.add(entry);
}

void LeapWriter::abilities(base::Instant now) {
    for (auto& [competence, links] : evidence_) {
        if (links.empty()) continue;
        std::set<std::string> seen;
        std::erase_if(links, [&](const LeapLink& link) { return !seen.insert(link.to).second; });
        for (const auto& each : competences)
            if (each.mark == competence) feed_.add({.id = id_of(competence), .type = LeapType::ability, .title = said(each.name), .updated = now, .links = links});
    }
}

void LeapWriter::all(const Taking& taking) {
    know_what_there_is();
    feed_.add({.id = std::string{person_id}, .type = LeapType::person, .title = reading_.owner.name, .updated = taking.asked_at});
    for (const PlaceVisit& one : visits_of(reading_.reads, reading_.owner)) visit(one);
    each_thing(reading_, [&](const KeptThing& one) { thing(one); });
    each_record(reading_, [&](const Record& one) { record(one); });
    each_telling(reading_, [&](const Telling& one) { told(one); });
    abilities(taking.asked_at);
    feed_.finish();
    hand_on();
}

}  // namespace

void pack_leap2a(Parcel& parcel, const Reading& reading, const web::Site& site, const Taking& taking) {
    LeapWriter{parcel, reading, site, taking}.all(taking);
}

}  // namespace loopbaankaart::journey
