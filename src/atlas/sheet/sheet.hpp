// The sheet: where everything of the map lies, as data (content/map/sheet.toml). Units: 1000 × 1414, x right, y down.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pen/pen.hpp>

#include "../places/content_file.hpp"
#include "../places/mistake.hpp"
#include "drawings.hpp"

namespace loopbaankaart::atlas {

constexpr double sheet_width = 1000, sheet_height = 1414, sheet_margin = 30;  // within the margin runs the frame

using Outline = std::vector<pen::Point>;

// An upright box.
struct Room {
    double left = 0, top = 0, right = 0, low = 0;
};

struct Land {
    Outline coast;       // closed, as frayed
};

struct Beach {
    Outline area;
    bool sand = false;
};

struct River {
    Outline course;      // smooth, a few units apart
    double from = 0, to = 0;  // half its width where it springs and where it ends
};

struct Patch {
    pen::Point at;
    double width = 0, height = 0;  // half
    std::string colour;
    double strength = 1;           // 0–1
};

struct Field {
    Outline corners;
    std::string colour;
};

// A drawing of 240 × 180 that stands on (120, 165) of its box.
struct Standing {
    std::string landmark;
    std::string place;   // the id of what it stands for, or of nothing: "molen"
    pen::Point at;       // the middle of its foot
    double width = 0;
    Where where;         // in the file
};

// How large and in which letters a name stands on the map.
enum class LabelKind { destination, place, region };

// Where the name of a place stands.
struct Label {
    std::string place;   // its id
    pen::Point at;       // the middle of its upper edge
    double size = 18;    // of the letters
    double width = 170;  // of a line, before it is broken
    LabelKind kind = LabelKind::place;
    Where where;         // in the file
};

struct Mountain {
    pen::Point at;       // the middle of its foot
    double height = 0;
    double snow = 0;     // part of its height
};

// A fine line from a name to what it names, where that is part of another drawing.
struct Pointer {
    pen::Point from, to;
};

// Things of one kind that grow within an ellipse, as many as find room.
struct Growth {
    std::string part;    // of parts.svg: "pine"
    pen::Point at;
    double width = 0, height = 0;  // half
    int count = 0;
    double apart = 0;    // units
    double size = 1;
    std::vector<std::string> colours;
};

struct Sheet {
    std::vector<Land> lands;       // the first is the mainland
    Outline unknown;               // where nobody drew yet
    std::vector<Beach> beaches;
    River river;
    std::vector<Patch> patches;
    std::vector<Field> fields;
    std::vector<Standing> landmarks, adrift;  // on land; at sea
    std::vector<Mountain> mountains;
    std::vector<Growth> growths;
    std::vector<Label> labels;
    std::vector<Pointer> pointers;
    std::string opens_at;          // the place in sight when the map opens
    Where opens_where;             // in the file
};

ContentFile our_sheet();   // embedded
ContentFile our_titles();

// Nothing, with its mistakes, when anything in it does not fit. A sheet without land is laid over `under`: its landmarks and names
// come instead of those of the same place, or are added; what else it lists comes instead of all of that kind.
std::optional<Sheet> read_sheet(const ContentFile& file, const Drawings& drawings, std::vector<ContentMistake>& mistakes, const Sheet& under = {});

// Notes what does not fit together with the places: a place without a name on the map or with two, a drawing in the sea or of a place
// that is not there, two on one spot, no land.
void check_sheet(const Sheet& sheet, const std::vector<Place>& places, const std::string& file, std::vector<ContentMistake>& mistakes);

// Smaller letters could not be read on a poster of A3, nor on a telephone.
constexpr double smallest_letters = 16, largest_letters = 40;  // units

bool on_land(const Sheet& sheet, pen::Point point);
bool within(const Outline& outline, pen::Point point);

}  // namespace loopbaankaart::atlas
