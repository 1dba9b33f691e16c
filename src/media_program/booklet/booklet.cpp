#include "booklet.hpp"

#include <list>

#include "cover.hpp"
#include "ground.hpp"
#include "painter.hpp"
#include "setting.hpp"
#include "sheets.hpp"

namespace loopbaankaart::media {

namespace {

using workshop::Booklet;

class Book {
public:
    Book(const Fonts& fonts, Booklet booklet)
        : fonts_{fonts}, booklet_{std::move(booklet)}, look_{look_of(booklet_.size, booklet_.paper)}, album_{std::move(booklet_.pictures)} {}

    Outcome printed() {
        if (album_.damaged()) return damaged();
        if (!set_in_pages()) return Refusal{"too_large"};
        const bool folds = booklet_.size == Booklet::Size::a5_folded;
        Pdf pdf{folds ? a4_height : look_.width, look_.height, booklet_.title, booklet_.author};
        if (folds) draw_on_sheets(pdf);
        else draw_in_order(pdf);
        if (album_.damaged()) return damaged();
        return pdf.finished(booklet_.language);
    }

private:
    std::size_t covers() const { return booklet_.cover ? 1 : 0; }
    std::size_t count() const { return covers() + pages_.size(); }
    Refusal damaged() const { return {"booklet_picture", album_.damaged()}; }

    bool set_in_pages() {
        const Setting setting{fonts_, look_, album_};
        const double grid = look_.pattern == workshop::Paper::Pattern::lines ? look_.grid() : 0;
        for (const auto& blocks : booklet_.pages) {
            rows_.push_back(setting.rows_of(blocks));
            for (PlacedPage& page : pages_of(rows_.back(), look_.depth(), grid)) pages_.push_back(std::move(page));
            if (count() > workshop::most_booklet_pages) return false;
        }
        return true;
    }

    void draw_in_order(Pdf& pdf) {
        for (std::size_t page = 0; page < std::max<std::size_t>(count(), 1); ++page) {
            add_to_contents(pdf, page);
            draw(pdf, page);
            pdf.end_page();
        }
    }

    void draw_on_sheets(Pdf& pdf) {
        for (const Side& side : folded(count())) {
            draw_half(pdf, side.left, 0);
            draw_half(pdf, side.right, look_.width);
            pdf.end_page();
        }
    }

    void draw_half(Pdf& pdf, std::optional<std::size_t> page, double left) {
        cairo_save(pdf.pen());
        cairo_translate(pdf.pen(), left, 0);
        cairo_rectangle(pdf.pen(), 0, 0, look_.width, look_.height);
        cairo_clip(pdf.pen());
        draw(pdf, page.value_or(count()));
        cairo_restore(pdf.pen());
    }

    // One behind the last is empty paper.
    void draw(Pdf& pdf, std::size_t page) {
        Painter painter{pdf, look_, album_};
        draw_paper(pdf.pen(), look_, static_cast<int>(page));
        if (page >= count()) return;
        if (page < covers()) return draw_cover(painter, pdf.pen(), fonts_, look_, album_, booklet_);
        const std::size_t inside = page - covers();
        draw_pattern(pdf.pen(), look_);
        painter.draw(pages_[inside], look_.side, look_.top);
        painter.draw_number(fonts_, static_cast<int>(inside + 1));
    }

    void add_to_contents(Pdf& pdf, std::size_t page) const {
        if (page < covers() || page >= count()) return;
        for (const PlacedRow& placed : pages_[page - covers()])
            for (const Piece& piece : placed.row->pieces)
                if (const auto* line = std::get_if<TextLine>(&piece.what); line != nullptr && line->line == 0 && line->tag == title_tag) pdf.add_to_contents(line->text->words());
    }

    const Fonts& fonts_;
    Booklet booklet_;
    Look look_;
    Album album_;
    std::list<std::vector<Row>> rows_;  // where pages point to
    std::vector<PlacedPage> pages_;
};

}  // namespace

Outcome printed(const Fonts& fonts, Booklet booklet) { return Book{fonts, std::move(booklet)}.printed(); }

}  // namespace loopbaankaart::media
