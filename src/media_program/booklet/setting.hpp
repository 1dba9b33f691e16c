// Blocks set in type: each becomes rows.
#pragma once

#include <vector>

#include "album.hpp"
#include "look.hpp"
#include "rows.hpp"

namespace loopbaankaart::media {

class Setting {
public:
    Setting(const Fonts& fonts, const Look& look, const Album& album) : fonts_{fonts}, look_{look}, album_{album} {}

    std::vector<Row> rows_of(const std::vector<workshop::Block>& blocks) const;

    // Lines of one paragraph after the other, in a column that begins at `left`. No line stands alone at the foot or the head of a page.
    struct Words {
        Style style;
        Tone tone = Tone::ink;
        const char* tag = "P";
        Align align = Align::natural;
        Row::Of of = Row::Of::words;
        double space = 0, between = 0;  // above the first paragraph; between paragraphs
    };
    void add_words(std::vector<Row>& rows, const Words& how, std::string_view words, double left, double width, base::Language language) const;
    // Below a photo: in its middle when it is short. Stays with what is above it.
    void add_caption(std::vector<Row>& rows, std::string_view words, double left, double width, base::Language language) const;

private:
    void add(std::vector<Row>& rows, const workshop::Block& block) const;
    void add_title(std::vector<Row>& rows, const workshop::Block& block) const;
    void add_pairs(std::vector<Row>& rows, const workshop::Block& block) const;
    void add_photos(std::vector<Row>& rows, const workshop::Block& block, const std::vector<std::size_t>& side_by_side) const;
    void add_columns(std::vector<Row>& rows, const workshop::Block& block) const;
    double add_pictures_beside(std::vector<Piece>& pieces, const workshop::Block& block, double width) const;
    bool caption_fits_beside(const workshop::Block& block, double width) const;
    double height_of(const std::vector<std::size_t>& side_by_side, double width) const;

    const Fonts& fonts_;
    const Look& look_;
    const Album& album_;
};

}  // namespace loopbaankaart::media
