// Inside the sheet: what its parts draw on.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "draw_sheet.hpp"

namespace loopbaankaart::atlas {

struct Canvas {
    const Sheet& sheet;
    const Drawings& drawings;
    const SheetWords& words;
    pen::Light light;
    pen::Parts parts;                                    // of drawings
    pen::Layers layers;
    std::string defs;
    std::set<std::string, std::less<>> defined;          // gradients and parts that stand in the defs
    std::map<std::string, Standing, std::less<>> stood;  // landmarks where they were first drawn
    pen::Drawn used;                                     // colours and roles, for the style sheet; stamps for the defs
    std::map<std::string, std::size_t, std::less<>> sizes;  // of what is repeated, in bytes
    std::size_t repeated = 0;                            // how much more a browser draws than stands in this layer
    std::size_t full = std::string::npos;                // a layer this heavy gets another one above it
    std::size_t most = 1;                                // layers
    std::vector<std::string> done;                       // documents, the lowest first

    std::size_t weight() const { return layers.size() + used.stamps.size() + repeated; }  // of this layer
    void begin();         // a layer, within the frame of the sheet
    void end();           // it becomes a document
    void go_on();         // between two things, one before the other: a full layer ends here
    bool night() const { return light == pen::Light::night; }
    bool printed() const { return light == pen::Light::print; }
    // The class of a colour, noted as used.
    const std::string& colour(const std::string& name) { return *used.colours.insert(name).first; }
    std::string hex(std::string_view name) const { return pen::colour(drawings.palette, name, light); }
    // A stroke in a colour: width in units, opacity 0–1.
    void stroke(const std::string& data, const std::string& name, double width, double opacity = 1, std::string_view extra = "");
    void fill(const std::string& data, const std::string& name, double opacity = 1);
    void ink(const Outline& line, double width);  // an open line that swells and tapers
};

std::string closed_path(const Outline& outline, double tolerance = 0.15);
std::string open_path(const Outline& outline, double tolerance = 0.15);
// Many short straight strokes as one path, each written from the end of the last.
class Strokes {
public:
    void add(pen::Point from, double across, double down);
    const std::string& data() const { return data_; }

private:
    std::string data_;
    long x_ = 0, y_ = 0;  // where the pen is, in tenths
};
// Straight, corner to corner.
Outline with_corners(Outline outline);

void draw_sea(Canvas& canvas);
void draw_land(Canvas& canvas);
void draw_coast(Canvas& canvas);
void draw_fields(Canvas& canvas);
void draw_river(Canvas& canvas);
// What stands on the land, from back to front.
void draw_standing(Canvas& canvas);
void draw_adrift(Canvas& canvas);
void draw_pointers(Canvas& canvas);
// The grain of the paper, one tile, and the sheet a little darker towards its corners.
void draw_paper(Canvas& canvas);
void draw_frame(Canvas& canvas);
// The words on the scroll, and the names of the places.
void draw_title(Canvas& canvas);
void draw_labels(Canvas& canvas);

}  // namespace loopbaankaart::atlas
