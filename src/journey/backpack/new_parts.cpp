#include "new_parts.hpp"

#include <cmath>

namespace loopbaankaart::journey {

namespace {

class Maker {
public:
    Maker(const access::Visit& visit, workshop::Workshop& workshop, const TypedThing& typed, NewParts& made)
        : visit_{visit}, workshop_{workshop}, typed_{typed}, made_{made} {}

    void photo(int file) {
        const auto photo = workshop_.photo(file);
        if (!photo) return made_.errors.add("foto", photo.error());
        PhotoFile kept = photo_file(*photo);
        add(std::move(kept.part), kept.bytes);
    }

    void sound(int file) {
        const auto sound = workshop_.sound(file);
        if (!sound) return made_.errors.add("geluid", sound.error());
        add({.form = PartForm::sound, .seconds = std::max<std::int64_t>(1, std::llround(sound->seconds))}, sound->mp4);
    }

    void drawing() {
        if (base::trimmed(typed_.strokes).empty()) return;
        const auto drawing = pen::read_finger_drawing(typed_.strokes);
        if (!drawing) return made_.errors.add("tekening", {word::drawing_unread});
        add({.form = PartForm::drawing, .width = drawing->width, .height = drawing->height}, base::bytes_of(pen::finger_picture(*drawing)));
    }

private:
    void add(KeptPart part, base::BytesView file) {
        part.id = visit_.site.new_id();
        part.file = visit_.school().media().put(visit_.who().person, file);
        if (made_.parts.size() < typed_.descriptions.size()) part.description = base::tidy(typed_.descriptions[made_.parts.size()]);
        made_.parts.push_back(std::move(part));
    }

    const access::Visit& visit_;
    workshop::Workshop& workshop_;
    const TypedThing& typed_;
    NewParts& made_;
};

}  // namespace

PhotoFile photo_file(const workshop::Photo& photo) {
    PhotoFile kept{.part = {.form = PartForm::photo, .width = photo.sizes.back().width, .height = photo.sizes.back().height}, .bytes = {}};
    for (const auto& size : photo.sizes) kept.bytes.insert(kept.bytes.end(), size.webp.begin(), size.webp.end());
    const auto bytes = [&](std::size_t which) { return static_cast<std::int64_t>(photo.sizes[which].webp.size()); };
    if (photo.sizes.size() > 1) kept.part.small = bytes(0);
    if (photo.sizes.size() > 2) kept.part.middle = bytes(1);
    return kept;
}

NewParts::~NewParts() {
    if (taken_) return;
    for (const KeptPart& part : parts) media_.remove(part.file);
}

std::shared_ptr<NewParts> make_parts(const access::Visit& visit, workshop::Workshop& workshop, const TypedThing& typed, std::size_t most) {
    auto made = std::make_shared<NewParts>(visit.school().media());
    Maker maker{visit, workshop, typed, *made};
    std::size_t wanted = base::trimmed(typed.strokes).empty() ? 0 : 1;
    for (const web::Upload& upload : visit.request.uploads) wanted += upload.file.size() > 0 ? 1 : 0;
    if (wanted > most) {
        made->errors.add("foto", {word::too_many_parts});
        return made;
    }
    for (const web::Upload& upload : visit.request.uploads) {
        if (upload.file.size() == 0 || !made->errors.empty()) continue;
        if (upload.field == "geluid") maker.sound(upload.file.descriptor());
        else maker.photo(upload.file.descriptor());
    }
    if (made->errors.empty()) maker.drawing();
    return made;
}

void copy_parts(const access::Visit& visit, std::span<const KeptPart> parts, NewParts& made) {
    storage::Media& media = visit.school().media();
    const base::Id& owner = visit.who().person;
    for (KeptPart copy : parts) {
        const auto size = media.size(copy.file);
        const auto bytes = size ? media.read(owner, copy.file, 0, *size) : std::nullopt;
        if (!bytes) continue;
        copy.id = visit.site.new_id();
        copy.file = media.put(owner, *bytes);
        made.parts.push_back(std::move(copy));
    }
}

}  // namespace loopbaankaart::journey
