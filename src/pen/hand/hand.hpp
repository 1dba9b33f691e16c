// The hand that holds the pen: wobble, ink that swells and tapers, hatching, leaves, the shadow side of a round thing.
// Everything here is pure and nothing is random: the same source gives the same drawing. Lengths are units of the sheet.
#pragma once

#include <string>
#include <vector>

#include "../geometry/point.hpp"

namespace loopbaankaart::pen {

// Moves a point by where it lies, not by which path it is on: shared corners stay joined, wash and ink agree.
constexpr double wobble_size = 0.42, steady_wobble = 0.15;
Point wobble(Point point, double phase, double size = wobble_size);
// The brush is less exact than the pen: a wash lies a little beside its line.
Point brush(Point point);
// A number from 0 to 1 that belongs to a place on the sheet.
double chance(double x, double y, double which = 0);

// Leaves out points within `tolerance` of the line between their neighbours (Douglas and Peucker, 1973).
std::vector<Point> simplify(const std::vector<Point>& points, double tolerance);

// Path data, relative, one decimal. Points steer a smooth curve that turns sharply only in corners: it runs through the middles of
// neighbours, so that every next handle is the mirror of the last and two numbers a point are enough (the t command).
enum class Ends { open, closed };
std::string write(const std::vector<Point>& points, Ends ends);
std::string write(const std::vector<Ring>& rings, double tolerance);

// A ring broken where the hand turns a corner.
struct Stroke {
    std::vector<Point> points;
    bool loop = false;
};
std::vector<Stroke> strokes(const Ring& ring);
double length_of(const Stroke& stroke);  // along it

// One stroke as a filled outline whose half-width swells along the way and tapers to 55% over the last 5 units.
std::string ink_outline(const Stroke& stroke, double width, double phase);

// Nearly parallel lines inside rings, uneven in distance and ends; the angle in degrees, the gap in units (at least 1,
// and so that there are no more than 400).
std::string hatch(const std::vector<Ring>& rings, double degrees, double gap);

// A closed ring whose edge is drawn in bumps of about `bump` units, outward whichever way the ring runs.
Ring scallop(const Ring& ring, double bump);
// The side of a closed ring that turns away from the light (top left): a crescent `depth` (0–1) of the way to its middle.
Ring crescent(const Ring& ring, double depth);
// Small "uu" marks that say leaves, on the shadow side of a crown.
std::string leaf_marks(const Ring& ring, double gap);

bool inside(const std::vector<Point>& ring, Point point);

}  // namespace loopbaankaart::pen
