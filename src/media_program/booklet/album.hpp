// The pictures of a booklet: photos (WebP) and drawings of our own (SVG). Only their heads are read until they are drawn; then a photo is
// decoded once, at the size it has on paper, and goes into the PDF as JPEG.
#pragma once

#include <cairo.h>

#include <optional>
#include <string>
#include <vector>

#include <workshop/workshop.hpp>

namespace loopbaankaart::media {

struct Rectangle {
    double left, top, width, height;  // points
};

class Album {
public:
    explicit Album(std::vector<workshop::Picture> pictures);

    // The first that cannot be read, by its head or when it was drawn.
    std::optional<std::size_t> damaged() const { return damaged_; }

    bool is_drawing(std::size_t picture) const { return pages_[picture].drawing; }
    // A drawing in one colour that has no paper of its own (pen::imprint): it stands straight on the page.
    bool is_imprint(std::size_t picture) const { return pages_[picture].imprint; }
    double shape(std::size_t picture) const { return pages_[picture].shape; }  // width for a height of 1
    const std::string& description(std::size_t picture) const { return pictures_[picture].description; }
    void draw(cairo_t* pen, std::size_t picture, Rectangle where);

private:
    struct Page {
        bool drawing = false, imprint = false;
        double shape = 1;
    };
    std::vector<workshop::Picture> pictures_;
    std::vector<Page> pages_;
    std::optional<std::size_t> damaged_;
};

}  // namespace loopbaankaart::media
