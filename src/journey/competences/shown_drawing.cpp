// What hangs in a drawing, as it is now: what was thrown away hangs nowhere, and comes back when it is taken out of the bin.
#include <algorithm>

#include "../first_words.hpp"
#include "competences_words.hpp"
#include "hanging_html.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t name_bytes = 80;

std::string in_one_line(std::string_view words) {
    const std::string_view begins = first_words(words, name_bytes);
    return base::tidy_name(begins) + (begins.size() < words.size() ? "…" : "");
}

struct Looking {
    storage::Reads& reads;
    storage::Vault& vault;
    const access::Viewer& viewer;
    base::Language language;

    std::optional<KeptThing> thing(const base::Id& id) const {
        auto found = find_thing(reads, vault, viewer, id, {});  // of one's own it does not matter when
        return found && found->owner == viewer.person && !found->thrown_at ? std::move(found) : std::nullopt;
    }
    std::optional<std::string> insight(const base::Id& id) const {
        const auto found = own_record(reads, vault, viewer, id);
        const RecordForm* form = form_of(parts(), RecordKind::insight);
        if (form == nullptr || !found || found->kind != RecordKind::insight || found->thrown_at) return std::nullopt;
        return form->line(*found, language);
    }
};

ShownHung look_at(const Looking& looking, const Hung& hung) {
    ShownHung found{.hung = hung, .there = false, .name = {}, .face = {}};
    if (!hung.what) {
        found.there = true;
        found.name = found.face.words = hung.word;
    } else if (hung.what->kind != "kept_thing") {
        const auto line = looking.insight(hung.id);
        found.there = line.has_value();
        if (line) found.name = found.face.words = *line;
    } else if (const auto thing = looking.thing(hung.id)) {
        found.there = true;
        found.name = name_of(*thing, looking.language);
        found.face = face_of(*thing);
        if (found.face.words.empty()) found.face.words = found.name;
    }
    return found;
}

}  // namespace

Face face_of(const KeptThing& thing) {
    Face face{.picture = {}, .symbol = {}, .words = thing.words};
    const auto picture = std::ranges::find_if(thing.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    if (picture != thing.parts.end()) face.picture = Face::Picture{thing.id, *picture};
    for (const auto& each : symbols)
        if (thing.marks.symbol == each.mark) face.symbol = each.code;
    if (!face.symbol && thing.words.empty() && !thing.parts.empty()) face.symbol = web::Literal{"geluid"};
    return face;
}

std::string name_of(const KeptThing& thing, base::Language language) {
    if (!thing.words.empty()) return in_one_line(thing.words);
    for (const KeptPart& part : thing.parts)
        if (!part.description.empty()) return in_one_line(part.description);
    for (const auto& each : symbols)
        if (thing.marks.symbol == each.mark) return std::string{each.name.in(language)};
    return std::string{word::something_kept.in(language)};
}

ShownDrawing shown(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const CompetenceDrawing& drawing, base::Language language) {
    const Looking looking{reads, vault, viewer, language};
    ShownDrawing found{.form = drawing.form, .hung = {}, .heart = drawing.heart, .heart_face = {}, .heart_thing = {}};
    for (const Hung& each : drawing.hung) {
        ShownHung one = look_at(looking, each);
        if (one.there || !each.how.empty()) found.hung.push_back(std::move(one));
    }
    if (!drawing.heart.words.empty()) found.heart_face = Face{.picture = {}, .symbol = {}, .words = drawing.heart.words};
    if (const auto thing = drawing.heart.thing ? looking.thing(*drawing.heart.thing) : std::nullopt) {
        found.heart_face = face_of(*thing);
        found.heart_thing = name_of(*thing, language);
    }
    return found;
}

}  // namespace loopbaankaart::journey
