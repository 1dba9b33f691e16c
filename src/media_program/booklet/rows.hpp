// A booklet as rows, one below the other: lines of words, photos, a line drawn by hand. Rows become pages; photos give a little so that what
// belongs together stands together.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "text.hpp"

namespace loopbaankaart::media {

enum class Tone { ink, soft, accent };
inline constexpr const char* title_tag = "H2";  // of a part: the cover has the first heading

struct TextLine {
    std::shared_ptr<const Text> text;
    std::size_t line;
    Tone tone;
    const char* tag;  // what the PDF calls it: H1, P, Caption
};

struct Photos {
    std::vector<std::size_t> pictures;  // side by side, in the middle of `width`
    double width;
    double height;            // 0: as high as the row gives
    base::Language language;  // of what is said of them
};

struct HandLine {
    double width, thickness;
};

// A drawing of our own beside words, that says nothing by itself.
struct Sign {
    std::size_t picture;
    double size;  // of its square
};

struct Piece {
    double left, down;  // from where the row begins
    std::variant<TextLine, Photos, HandLine, Sign> what;
};

struct Row {
    enum class Of { photo, words, mark } of = Of::mark;  // `photo` is also what stands below one
    double space = 0;                                    // above it, but not at the top of a page
    double height = 0;                                   // what does not give
    double picture = 0, most = 0;                        // what does: as high as it likes to be, and as high as the column lets it be
    bool with_next = false;                              // not the last of a page
    std::vector<Piece> pieces = {};
};

constexpr double least_share = 0.72;  // of the height that a photo likes

struct PlacedRow {
    double top, picture;  // from the top of the column; the height its photo got
    const Row* row;
};
using PlacedPage = std::vector<PlacedRow>;

// Of one run of rows that begins a page. `grid` is the distance of the lines of lined paper, 0 for other paper; the rows must stay.
std::vector<PlacedPage> pages_of(const std::vector<Row>& rows, double depth, double grid);

}  // namespace loopbaankaart::media
