// What is printed: a booklet of as many pages as it takes, or a LOB-cv on one sheet. Plain structs, that another program makes into a PDF.
//
//     Booklet booklet{.size = Booklet::Size::a5, .title = "Mijn reis", .author = "Noor", .cover = Cover{.picture = 0, .when = "2024 – 2025"}};
//     booklet.pictures.push_back({webp, "De haven in de mist"});
//     booklet.pages.push_back({{.form = Block::Form::photo, .pictures = {0}, .caption = "De eerste dag"}});
//     auto pdf = workshop.booklet(booklet);
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::workshop {

// What pages are made of, as content/paper/papers.toml has it. Whoever chooses the colours sees to it that ink and accent can be read on the paper.
struct Paper {
    enum class Pattern { plain, lines, squares, fibres, dots };
    Pattern pattern = Pattern::plain;
    // "#RRGGBB": the paper itself, what is written on it, its lines, what holds a picture, and the colour somebody chose for their own.
    std::string paper = "#F8F0DC", ink = "#26252E", line = "#E3D3AE", tape = "#E9C46A", accent = "#A8361C";
};

struct Picture {
    base::Bytes bytes;        // WebP, or SVG of our own
    std::string description;  // what it shows, for who does not see it; may be empty
};

// One thing below the other. `text` is read by all that have words, `caption` by all that have pictures.
struct Block {
    enum class Form {
        title,       // of a part; a booklet with one leads to it from the list of contents of the reader's program
        heading,
        words,       // a line end is a new paragraph
        small,       // where and when it was
        photo,       // one below the other when there are more
        photo_pair,  // two side by side, or three; more go on below
        drawing,
        line,        // drawn by hand: here something else begins
        columns      // pictures left, words right
    };
    enum class Breadth { large, middle, small };  // of a photo or drawing: the whole column, two thirds, two fifths
    Form form = Form::words;
    std::string text;
    std::vector<std::size_t> pictures;  // places in the list of pictures
    std::string caption;
    base::Language language = base::Language::nl;  // of the words in this block
    Breadth breadth = Breadth::large;
};

struct Cover {
    std::optional<std::size_t> picture;  // without one the cover is drawn
    std::string when;                    // "2024 – 2025"; may be empty
};

struct Booklet {
    enum class Size { a4, a5, a5_folded };  // a5_folded: A4 on its side, to print on both sides, fold and staple
    Size size = Size::a5;
    Paper paper;
    std::string title, author;
    base::Language language = base::Language::nl;
    std::optional<Cover> cover;
    std::vector<std::vector<Block>> pages;  // each begins a page, and goes on to the next where it does not fit
    std::vector<Picture> pictures;
};

// A4, one page. What is empty leaves no gap.
struct Cv {
    struct Evidence {
        std::optional<std::size_t> picture;
        std::string words;
    };
    struct Part {
        std::string heading, words;
        std::vector<Evidence> evidence;
        std::optional<std::size_t> sign = {};  // a small drawing of our own, before the heading
    };
    Paper paper;
    std::string title, name;                                                    // "LOB-cv", "Noor Bakker"
    base::Language language = base::Language::nl, own_language = base::Language::nl;  // of title and headings; of the traveller's own words
    std::optional<std::size_t> photo;
    Part about;               // the personal part, below the photo
    std::vector<Part> parts;  // at most five
    std::vector<Picture> pictures;
};

using Printed = std::variant<Booklet, Cv>;

constexpr std::size_t most_booklet_pages = 300, most_booklet_pictures = 200, most_evidence = 4, most_cv_parts = 5;
constexpr std::size_t most_booklet_words = 3U << 20, most_block_words = 50'000;  // bytes: of all words together with what tells their place, and of one text

// How a booklet travels to the program that makes it: a head of one line of JSON, then the pictures one after the other. Reading gives
// nothing for what is no such thing, for a picture that is pointed to and not there, and for more than there may be.
std::string written(const Booklet& booklet);
std::string written(const Cv& cv);
std::optional<Printed> read_printed(std::string_view frame);

}  // namespace loopbaankaart::workshop
