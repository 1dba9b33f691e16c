#include "pictures.hpp"

#include <stdexcept>

#include <atlas/atlas.hpp>
#include <workshop/workshop.hpp>

#include "embedded_content.hpp"

namespace loopbaankaart::program::demo {

namespace {

constexpr int picture_width = 960, picture_height = 720;  // pixels, as `loopbaankaart-media draw` makes them

base::Bytes in_webp(std::string_view svg) {
    const auto picture = workshop::drawn_by_media(svg, {"draw"});
    if (!picture) throw std::runtime_error{base::say(*picture.error().word, base::Language::en, {{"about", picture.error().about}})};
    const base::BytesView bytes = base::bytes_of(*picture);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

PictureBook PictureBook::draw() {
    PictureBook book;
    std::vector<atlas::ContentMistake> mistakes;
    const atlas::Drawings house = atlas::our_drawings(mistakes);
    const pen::Parts parts = pen::parts_of(*house.parts);
    std::vector<pen::DrawingMistake> wrong;
    for (const auto& [path, text] : embedded_contents("demo/scenes/")) {
        const auto scene = pen::read_source(text, wrong);
        const std::string name = std::filesystem::path{path}.stem().string();
        const std::string svg = scene ? pen::picture(name, *scene, parts, house.palette, pen::Light::day, wrong) : "";
        if (!wrong.empty()) throw std::logic_error{fmt::format("{} cannot be drawn", path)};
        book.pictures_.push_back({pen::title_of(*scene), in_webp(svg)});
    }
    return book;
}

journey::KeptPart PictureBook::one(const base::Id& owner, storage::Media& media, const base::Id& id, Chance& chance) const {
    const Picture& picture = chance.one_of(pictures_);
    return {.id = id, .form = journey::PartForm::photo, .file = media.put(owner, picture.image), .width = picture_width, .height = picture_height,
            .description = picture.description};
}

void PictureBook::illustrate(Travel& travel, const base::Id& owner, storage::Media& media, Chance& chance) const {
    for (journey::KeptThing& thing : travel.things)
        if (chance.once_in(10)) thing.parts.push_back(one(owner, media, thing.id, chance));
}

}  // namespace loopbaankaart::program::demo
