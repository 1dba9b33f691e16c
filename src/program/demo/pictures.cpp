#include "pictures.hpp"

#include <stdexcept>

#include "../media_program.hpp"
#include "embedded_content.hpp"

namespace loopbaankaart::program::demo {

namespace {

base::Bytes drawn(std::string_view svg) {
    const auto picture = drawn_by_media(svg, {"draw"});
    if (!picture) throw std::runtime_error{base::say(*picture.error().word, base::Language::en, {{"about", picture.error().about}})};
    const base::BytesView bytes = base::bytes_of(*picture);
    return {bytes.begin(), bytes.end()};
}

// What stands in the drawing's <title>: the picture in words.
std::string description_of(std::string_view svg) {
    const std::size_t start = svg.find("<title>");
    const std::size_t end = svg.find("</title>");
    if (start == std::string_view::npos || end == std::string_view::npos) return {};
    return std::string{svg.substr(start + 7, end - start - 7)};
}

}  // namespace

PictureBook PictureBook::draw() {
    PictureBook book;
    for (const auto& [path, svg] : embedded_contents("demo/pictures/")) book.pictures_.push_back({description_of(svg), drawn(svg)});
    return book;
}

void PictureBook::illustrate(Travel& travel, const base::Id& owner, storage::Media& media, Chance& chance) const {
    if (pictures_.empty()) return;
    for (journey::KeptThing& thing : travel.things) {
        if (!chance.once_in(10)) continue;
        const Picture& picture = chance.one_of(pictures_);
        thing.picture = media.put(owner, picture.image);
        thing.picture_description = picture.description;
    }
}

}  // namespace loopbaankaart::program::demo
