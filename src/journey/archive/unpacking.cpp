#include "unpacking.hpp"

#include <algorithm>
#include <cmath>

#include <workshop/words.hpp>

#include "../backpack/new_parts.hpp"
#include "../backpack/backpack_rows.hpp"
#include "../records/body_reader.hpp"
#include "../removal.hpp"
#include "../telling/telling.hpp"
#include "read_imprint.hpp"

namespace loopbaankaart::journey {

namespace {

template <typename Made>
bool is_made(const base::Result<Made>& made) {
    if (!made && made.error().word == &workshop::word::full) throw Busy{"the workshop is full"};
    return static_cast<bool>(made);
}

std::optional<web::MemoryFile> in_memory(base::BytesView bytes) {
    auto file = web::MemoryFile::make(std::max<std::size_t>(bytes.size(), 1));
    if (!file || !file->append(base::text_of(bytes)) || !file->seal()) throw Busy{"there is no memory left"};
    return file;
}

void replace_ids(Json& value, const std::function<base::Id(const base::Id&)>& id_of) {
    if (value.is_string()) {
        if (const auto id = base::Id::parse(value.get_ref<const std::string&>())) value = id_of(*id).text();
    } else if (value.is_structured()) {
        for (Json& each : value) replace_ids(each, id_of);
    }
}

}  // namespace

std::string_view text_in(const Json& object, std::string_view name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? std::string_view{found->get_ref<const std::string&>()} : std::string_view{};
}

base::Id BroughtFiles::put(const base::Id& owner, base::BytesView bytes) {
    files_.push_back(media_.put(owner, bytes));
    return files_.back();
}

void BroughtFiles::drop() {
    for (const base::Id& file : files_) media_.remove(file);
    files_.clear();
}

Unpacking::Unpacking(const web::Site& site, workshop::Workshop& workshop, const access::Viewer& owner, base::Language language, zip::Archive& archive)
    : site_{site}, workshop_{workshop}, owner_{owner}, language_{language}, archive_{archive}, now_{site.now()}, files_{site.school->media()} {}

Prepared Unpacking::prepare(const Piece& piece, const Json& object) {
    now_ = site_.now();
    notes_.clear();
    files_.drop();
    if (!object.is_object()) return {};
    return piece.unpack(object, *this);
}

bool Unpacking::was_removed(const base::Id& id) const {
    const std::array removed{journey::was_removed, record_was_removed, telling_was_removed, visit_was_removed};
    return std::ranges::any_of(removed, [&](const auto& asked) { return asked(vault(), owner_, id); });
}

// The next one follows from the one before, so that bringing the same once more finds it again.
base::Id Unpacking::id_of(base::Id in_archive) const {
    while (was_removed(in_archive)) in_archive = removal_of(in_archive, owner_.person);
    return in_archive;
}

Json Unpacking::with_ids_of_here(Json body) const {
    replace_ids(body, [&](const base::Id& id) { return id_of(id); });
    return body;
}

bool Unpacking::redraw(KeptPart& part, base::BytesView bytes, Drawings drawings) {
    const std::string_view svg = base::text_of(bytes);
    if (const auto side = drawings == Drawings::pressed_too ? side_of_imprint(svg) : std::nullopt) {
        part.width = part.height = *side;
        part.file = files_.put(owner_.person, bytes);
        return true;
    }
    const auto drawing = pen::read_finger_picture(svg);
    if (!drawing) return false;
    part.width = drawing->width;
    part.height = drawing->height;
    part.file = files_.put(owner_.person, base::bytes_of(pen::finger_picture(*drawing)));
    return true;
}

bool Unpacking::remake(KeptPart& part, base::BytesView bytes, Drawings drawings) {
    if (!base::guarded(base::Guard::archive_remade)) {
        part.file = files_.put(owner_.person, bytes);
        return true;
    }
    if (part.form == PartForm::drawing) return redraw(part, bytes, drawings);
    const auto file = in_memory(bytes);
    if (part.form == PartForm::photo) {
        const auto photo = workshop_.photo(file->descriptor());
        if (!is_made(photo)) return false;
        PhotoFile made = photo_file(*photo);
        made.part.id = part.id;
        made.part.description = std::move(part.description);
        made.part.file = files_.put(owner_.person, made.bytes);
        part = std::move(made.part);
        return true;
    }
    const auto sound = workshop_.sound(file->descriptor());
    if (!is_made(sound)) return false;
    part.seconds = std::max<std::int64_t>(1, std::llround(sound->seconds));
    part.file = files_.put(owner_.person, sound->mp4);
    return true;
}

std::optional<KeptPart> Unpacking::part(const Json& said, Drawings drawings) {
    BodyReader sent{said};
    constexpr std::array<std::string_view, 3> forms{"photo", "drawing", "sound"};
    const auto id = sent.id("id");
    const auto form = sent.one_of("form", forms);
    KeptPart part{.form = static_cast<PartForm>(form.value_or(0)), .description = sent.text("description", most_described)};
    if (!id || !form || !sent.faults().empty()) return std::nullopt;
    part.id = *id;
    const auto bytes = archive_.read(text_in(said, "file"));
    if (!bytes || !remake(part, *bytes, drawings)) return std::nullopt;
    return part;
}

Unpacking::Parts Unpacking::parts(const Json& object, const base::Id& of, std::size_t most, const std::string& title, const std::function<bool(const base::Id&)>& taken,
                                  Drawings drawings) {
    Parts made;
    const auto said = object.find("parts");
    if (said == object.end()) return made;
    if (!said->is_array()) {
        note(Note::Why::part, title);
        return made;
    }
    for (const Json& each : *said) {
        auto one = made.parts.size() < most && each.is_object() ? part(each, drawings) : std::nullopt;
        if (!one) {
            note(Note::Why::part, title);
            continue;
        }
        const base::Id before = one->id;
        const auto is_taken = [&](const base::Id& id) {
            return taken(id) || vault().was_removed(rows::parts_table, removal_of(owner_.person, id)) || std::ranges::find(made.parts, id, &KeptPart::id) != made.parts.end();
        };
        while (is_taken(one->id)) one->id = removal_of(one->id, of);
        if (std::ranges::find(made.ids, before, &std::pair<base::Id, base::Id>::first) == made.ids.end()) made.ids.emplace_back(before, one->id);
        made.parts.push_back(*std::move(one));
    }
    return made;
}

}  // namespace loopbaankaart::journey
