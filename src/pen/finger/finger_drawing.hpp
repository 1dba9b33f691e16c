// A drawing that somebody made with a finger on glass: strokes in, a picture out. What comes in may be anything.
//
//     640 480
//     inkt 4 120 80 131 92 140 99
//     rood 12 10 10
//
// The first line is the size of the paper, each line behind it a stroke: its colour, its width, and the points it went through, in whole units.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopbaankaart::pen {

enum class FingerInk { ink, red, blue, green, gold, brown };

struct FingerStroke {
    FingerInk ink = FingerInk::ink;
    int width = 4;                              // 1 to 60 units
    std::vector<std::pair<int, int>> points;    // across, down; a single one is a dot
};

struct FingerDrawing {
    int width = 0, height = 0;                  // 16 to 4,096 units
    std::vector<FingerStroke> strokes;          // at least one
};

inline constexpr std::size_t most_finger_points = 20'000;  // of all strokes together

// Nothing for what is no such drawing: another word, a number out of its range, a point off the paper, too many points, no stroke.
std::optional<FingerDrawing> read_finger_drawing(std::string_view text);

// The picture as SVG of its own, on paper; smooth through the points.
std::string finger_picture(const FingerDrawing& drawing);

// The drawing of such a picture, which gives the same picture again, byte for byte. Nothing for any other SVG.
std::optional<FingerDrawing> read_finger_picture(std::string_view svg);

}  // namespace loopbaankaart::pen
