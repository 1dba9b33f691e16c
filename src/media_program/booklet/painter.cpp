#include "painter.hpp"

#include <fmt/format.h>

#include "hand.hpp"
#include "prints.hpp"

namespace loopbaankaart::media {

void Painter::draw(const PlacedPage& page, double left, double top) {
    for (const PlacedRow& placed : page)
        for (const Piece& piece : placed.row->pieces) {
            const double x = left + piece.left, y = top + placed.top + piece.down;
            if (const auto* line = std::get_if<TextLine>(&piece.what)) draw(*line, x, y);
            if (const auto* photos = std::get_if<Photos>(&piece.what)) draw(*photos, x, y, photos->height > 0 ? photos->height : placed.picture);
            if (const auto* line = std::get_if<HandLine>(&piece.what)) {
                end_words();
                use(pdf_.pen(), look_.accent);
                draw_hand_line(pdf_.pen(), x, y, line->width, line->thickness);
            }
            if (const auto* sign = std::get_if<Sign>(&piece.what)) {
                end_words();
                album_.draw(pdf_.pen(), sign->picture, {x, y, sign->size, sign->size});
            }
        }
    end_words();
}

// Lines of one paragraph are one piece of the PDF, on each page that it stands on.
void Painter::draw(const TextLine& line, double left, double top) {
    if (open_ != line.text.get()) {
        end_words();
        pdf_.begin({line.tag, line.text->language(), {}});
        open_ = line.text.get();
    }
    use(pdf_.pen(), line.tone == Tone::ink ? look_.ink : line.tone == Tone::soft ? look_.soft() : look_.accent);
    line.text->draw_line(pdf_.pen(), line.line, left, top);
}

void Painter::end_words() {
    if (open_ != nullptr) pdf_.end();
    open_ = nullptr;
}

void Painter::draw(const Photos& photos, double left, double top, double height) {
    end_words();
    const double gap = between_prints * look_.scale;
    double all = -gap;
    for (const std::size_t picture : photos.pictures) all += width_of(album_, picture, look_, height) + gap;
    double at = left + (photos.width - all) / 2;
    for (const std::size_t picture : photos.pictures) {
        const double width = width_of(album_, picture, look_, height);
        draw_photo(picture, {at, top, width, height}, photos.language);
        at += width + gap;
    }
}

void Painter::draw_text(const std::shared_ptr<const Text>& text, double left, double top, Tone tone, const char* tag) {
    for (std::size_t line = 0; line < text->lines(); ++line) draw(TextLine{text, line, tone, tag}, left, top + static_cast<double>(line) * text->leading());
    end_words();
}

void Painter::draw_photo(std::size_t picture, Rectangle where, base::Language language) {
    pdf_.begin({"Figure", language, album_.description(picture)});
    draw_print(pdf_.pen(), album_, picture, look_, where);
    pdf_.end();
}

void Painter::draw_number(const Fonts& fonts, int page) {
    const double s = look_.scale, middle = look_.width / 2, top = look_.height - look_.bottom + 26 * s;
    const Text number{fonts, look_.number(), fmt::format("{}", page), look_.column(), base::Language::nl, Align::middle};
    use(pdf_.pen(), look_.faint(0.35));
    for (const double side : {-22.0, 13.0}) draw_hand_line(pdf_.pen(), middle + side * s, top + 5 * s, 9 * s, 0.9 * s);
    use(pdf_.pen(), look_.soft());
    number.draw_line(pdf_.pen(), 0, look_.side, top);
}

}  // namespace loopbaankaart::media
