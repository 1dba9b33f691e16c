#include "map_piece.hpp"

#include "../backpack/new_parts.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

base::Result<DraftPart> drawn_map_piece(workshop::Workshop& workshop, const Sources& sources, const MapPiece& piece, base::Language language) {
    const base::Error not_drawn{word::map_not_drawn};
    const auto cut = atlas::cut_around(*sources.atlas, piece.place, piece.wide ? atlas::CutReach::wide : atlas::CutReach::near);
    if (!cut) return not_drawn;
    const auto png = workshop::drawn_by_media(atlas::draw_cut(*sources.atlas, *cut, language, sources.stays), {"pixels", std::to_string(atlas::cut_width), std::to_string(atlas::cut_height), "150"});
    auto file = png ? web::MemoryFile::make(png->size()) : std::nullopt;
    if (!file || !file->append(*png) || !file->seal()) return not_drawn;
    const auto photo = workshop.photo(file->descriptor());
    if (!photo) return not_drawn;
    PhotoFile kept = photo_file(*photo);
    return DraftPart{.part = std::move(kept.part), .made = std::move(kept.bytes)};
}

}  // namespace loopbaankaart::journey
