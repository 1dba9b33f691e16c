// Puts on a page what was set: words, photos, lines drawn by hand; and tells the PDF what each is.
#pragma once

#include "album.hpp"
#include "look.hpp"
#include "pdf.hpp"
#include "rows.hpp"

namespace loopbaankaart::media {

class Painter {
public:
    Painter(Pdf& pdf, const Look& look, Album& album) : pdf_{pdf}, look_{look}, album_{album} {}

    void draw(const PlacedPage& page, double left, double top);
    // All lines of a text, one below the other.
    void draw_text(const std::shared_ptr<const Text>& text, double left, double top, Tone tone, const char* tag);
    void draw_photo(std::size_t picture, Rectangle where, base::Language language);
    void draw_number(const Fonts& fonts, int page);

private:
    void draw(const TextLine& line, double left, double top);
    void draw(const Photos& photos, double left, double top, double height);
    void end_words();

    Pdf& pdf_;
    const Look& look_;
    Album& album_;
    const Text* open_ = nullptr;  // whose lines are being drawn
};

}  // namespace loopbaankaart::media
