// From roles to paint: walks a source and writes the layers of each element in the order of the pen, flat wash → shade → hatching → ink.
// What each role means: content/map/landmarks/README.md.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../hand/hand.hpp"
#include "../source/source.hpp"
#include "layers.hpp"
#include "palette.hpp"

namespace loopbaankaart::pen {

struct Drawn {
    std::string body;               // SVG elements; their classes are those of style_sheet()
    std::string stamps;             // parts that are repeated, for the <defs>
    std::set<std::string> colours;  // names in the palette that it uses
    std::set<std::string> grounds;  // those of them laid down as ground
    std::set<std::string> roles;    // of the rest: "glow", "night" …
};

// The style of a finished drawing for one light: only the colours and roles it uses.
std::string style_sheet(const Drawn& drawn, const Palette& palette, Light light);
// The light that lamps give at night, for the <defs> of whoever puts the drawing on a sheet of its own.
std::string glow_gradient(std::string_view name);

class Drawing {
public:
    // The name goes into the ids of what is shared inside the drawing, and decides how the hand trembles.
    Drawing(std::string_view name, const Parts& parts, const Palette& palette);

    // The source as drawn on a sheet where `place` puts it. What cannot be drawn is left out, with a mistake more.
    Drawn draw(const Element& source, std::vector<DrawingMistake>& mistakes, const Matrix& place = {});

private:
    struct Stamp {
        std::string id;
        std::vector<double> scales;  // where it stands in the drawing, each its own size
        double scale = 0;            // as drawn
        std::string body;
    };

    void count_parts(const Element& element, const Matrix& matrix);
    void children(const Element& element, const Matrix& matrix);
    void group(const Element& group, const Matrix& matrix);
    void use(const Element& use, const Matrix& matrix);
    void repeat(const Element& use, const Matrix& placed, Stamp& stamp, const Element& part);
    void shape(const Element& shape, const Matrix& matrix);
    void crown(const std::vector<Ring>& rings, std::string_view colour, std::string_view weight);
    void fill(const std::vector<Ring>& rings, std::string_view role, double tolerance);
    void wash(const std::vector<Ring>& rings, std::string_view colour, const Element& element);
    void ground(const std::vector<Ring>& rings, std::string_view colour);
    void line(const std::vector<Ring>& rings, std::string_view colour, const Element& element, const Matrix& matrix);
    void ink(const std::vector<Ring>& rings, const Element& element);
    void glow(const Element& element, const Matrix& matrix);
    void beam(const Element& element, const std::vector<Ring>& rings, const Matrix& matrix);
    const Element* part_of(const Element& use, const Matrix& matrix, Matrix& placed);
    Matrix placed(const Element& element, const Matrix& matrix);
    std::string_view colour_of(const Element& element);
    void mistake(const base::Word& word, std::string_view about, int line);

    std::string name_;
    const Parts& parts_;
    const Palette& palette_;
    double phase_;
    int made_ = 0;  // things with an id of their own
    double walked_ = 0;  // along all lines
    int deep_ = 0;  // parts inside parts
    Layers layers_;
    std::map<std::string, Stamp, std::less<>> stamps_;
    Drawn drawn_;
    std::vector<DrawingMistake>* mistakes_ = nullptr;
};

}  // namespace loopbaankaart::pen
