#include <algorithm>

#include "../backpack/backpack_rows.hpp"
#include "change.sql.hpp"
#include "../records/body_reader.hpp"
#include "../removal.hpp"
#include "unpacking.hpp"
#include "unpacking.sql.hpp"

namespace loopbaankaart::journey {

namespace {

template <typename Mark, std::size_t Count>
std::array<std::string_view, Count> codes_of(const std::array<NamedMark<Mark>, Count>& marks) {
    std::array<std::string_view, Count> codes;
    std::ranges::transform(marks, codes.begin(), [](const auto& each) { return each.code.view(); });
    return codes;
}

Marks read_marks(BodyReader& sent) {
    Marks marks;
    if (const auto kind = sent.one_of("kind", codes_of(thing_kinds))) marks.kind = thing_kinds[*kind].mark;
    for (const std::size_t shown : sent.some_of("shows", codes_of(competences))) marks.shows.set(static_cast<std::size_t>(competences[shown].mark));
    if (const auto symbol = sent.one_of("symbol", codes_of(symbols))) marks.symbol = symbols[*symbol].mark;
    return marks;
}

struct SealedWords {
    base::Id id;
    base::Bytes words;
    base::Instant until;
};

// Each gets an id that follows from the thing and its place: the oldest keeps its own when a newer one comes.
std::vector<SealedWords> earlier_of(const Json& object, const base::Id& thing, Unpacking& into, const std::string& title) {
    std::vector<SealedWords> found;
    const auto said = object.find("earlier");
    if (said == object.end() || !said->is_array() || said->size() > most_earlier) return found;
    base::Id id = removal_of(thing, into.owner().person);
    for (const Json& each : *said) {
        BodyReader sent{each.is_object() ? each : Json::object()};
        const std::string words = sent.text("words", most_characters);
        const auto until = into.moment(each, "until");
        if (!until || !sent.faults().empty()) {
            into.note(Note::Why::moment, title);
            continue;
        }
        id = removal_of(id, thing);
        found.push_back({id, into.vault().seal(into.owner().person, rows::place_of("words", thing), words), *until});
    }
    return found;
}

KeptThing thing_of(BodyReader& sent, const Json& object, Unpacking& into) {
    KeptThing thing{.id = {}, .place = sent.line("place", most_in_place), .words = sent.text("words", most_characters), .kept_at = {},
                    .place_name = sent.line("place_name", most_in_place_name)};
    sent.inside("marks", [&](BodyReader& marks) { thing.marks = read_marks(marks); });
    const std::string title = first_words_of(thing.words.empty() ? thing.place_name : thing.words);
    const auto kept_at = into.moment(object, "kept_at");
    if (!kept_at) into.note(Note::Why::moment, title);
    thing.kept_at = kept_at.value_or(into.now());
    if (const auto said = object.find("happened"); said != object.end()) {
        thing.happened = said->is_object() ? period_of(*said, into.now()) : std::nullopt;
        if (!thing.happened) into.note(Note::Why::moment, title);
    }
    return thing;
}

bool says_the_same(const KeptThing& here, const KeptThing& brought) {
    return here.words == brought.words && here.place == brought.place && here.marks == brought.marks && here.happened == brought.happened;
}

void keep_earlier(storage::Writes& writes, const base::Id& owner, const base::Id& thing, const std::vector<SealedWords>& earlier) {
    for (const SealedWords& each : earlier) writes.run(query::keep_version, each.id, owner, thing, each.words, each.until, removal_of(owner, thing));
    if (!earlier.empty()) writes.run(query::thing_changed_by, earlier.front().id, owner, thing);
}

}  // namespace

Prepared unpack_thing(const Json& object, Unpacking& into) {
    BodyReader sent{object};
    const auto id = sent.id("id");
    KeptThing thing = thing_of(sent, object, into);
    Prepared ready{.title = first_words_of(thing.words.empty() ? thing.place_name : thing.words)};
    if (!id || !sent.faults().empty()) return ready;
    thing.id = into.id_of(*id);
    std::optional<KeptThing> here;
    into.school().read([&](storage::Reads& reads) { here = find_thing(reads, into.vault(), into.owner(), thing.id, into.now()); });
    if (here && here->owner == into.owner().person) {
        ready.keep = [same = says_the_same(*here, thing)](storage::Writes&) { return same ? Kept::already_there : Kept::conflict; };
        return ready;
    }
    thing.parts = into.parts(object, thing.id, most_parts, ready.title, [&](const base::Id& part) {
        bool taken = false;
        into.school().read([&](storage::Reads& reads) { taken = reads.first(query::part_is_there, [](const storage::Row&) { return true; }, into.owner().person, part).has_value(); });
        return taken;
    }).parts;
    if (!check_words(thing.words, !thing.parts.empty() || !thing.marks.empty())) return ready;
    const auto earlier = earlier_of(object, thing.id, into, ready.title);
    ready.keep = [sealed = journey::prepare(into.vault(), into.owner(), thing), earlier, owner = into.owner(), &vault = into.vault()](storage::Writes& writes) {
        const Kept kept = keep(writes, vault, owner, sealed);
        if (kept == Kept::made) keep_earlier(writes, owner.person, sealed.thing.id, earlier);
        return kept;
    };
    return ready;
}

}  // namespace loopbaankaart::journey
