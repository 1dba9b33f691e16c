// Inside pen: walks a drawing of any program and gives every shape its roles.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "../drawing/palette.hpp"
#include "../source/view_box.hpp"
#include "bounds.hpp"
#include "look.hpp"
#include "paint_servers.hpp"
#include "plain_shape.hpp"

namespace loopbaankaart::pen {

class Translator {
public:
    // `page` is what the drawing program shows of it, if that is known; what lies beside it is left out.
    Translator(const Element& source, const Parts& house, const Palette& palette, std::optional<ViewBox> page);

    // The elements of the source as the pen draws them when `place` puts them on a sheet; `bounds` becomes the room they take there.
    std::vector<Element> run(const Matrix& place);
    const Bounds& bounds() const { return bounds_; }
    const std::vector<DrawingMistake>& mistakes() const { return mistakes_; }

private:
    struct Surroundings {
        Matrix matrix;
        Look look;
        int depth = 0;
    };

    void children(const Element& element, const Surroundings& around, std::vector<Element>& drawn);
    void element(const Element& element, const Surroundings& around, std::vector<Element>& drawn);
    void group(const Element& element, const Surroundings& inner, std::vector<Element>& drawn);
    void use(const Element& element, const Surroundings& inner, std::vector<Element>& drawn);
    void shape(const Element& element, const Surroundings& inner, std::vector<Element>& drawn);
    void role_shape(const Element& element, const Look& look, const Bounds& room, std::vector<Element>& drawn);
    void measure(const Element& part, const Matrix& matrix, int depth);
    std::optional<Paint> paint(const std::string& written, const Element& element);
    std::optional<std::vector<Ring>> rings_of(const Element& element, const Matrix& matrix);
    void name_what_is_left_out(const Element& element, const Declarations& own, const Matrix& matrix);
    bool clips_nothing(std::string_view address, const Matrix& matrix);
    bool affords(const Element& element);
    Bounds page_at(const Matrix& matrix) const;
    void mistake(const base::Word& word, std::string_view about, int line);
    void warn(const base::Word& word, std::string_view about, int line);

    const Element& source_;
    const Parts& house_;
    const Palette& palette_;
    std::optional<ViewBox> page_;
    Parts own_;
    StyleRules rules_;
    Matrix place_;
    Bounds bounds_;
    std::vector<DrawingMistake> mistakes_;
    int count_ = 0;           // elements walked; what is used twice counts twice
    std::size_t weight_ = 0;  // bytes of their attributes
    double walked_ = 0;       // along all lines
    bool first_ = true;       // nothing was painted yet
};

}  // namespace loopbaankaart::pen
