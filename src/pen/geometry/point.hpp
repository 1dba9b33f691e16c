// Where things lie on a sheet. Units are those of the drawing; x runs right, y runs down, as in SVG.
#pragma once

#include <array>
#include <vector>

namespace loopbaankaart::pen {

struct Point {
    double x = 0, y = 0;
    bool corner = false;  // the hand stops and turns here
};

// The points of one line. A closed ring repeats its first point at the end.
struct Ring {
    std::vector<Point> points;
    bool closed = false;
};

constexpr double turn_of_a_corner = 0.6;  // radians: from here on a bend is a corner

double distance(Point one, Point other);
// The angle between two directions, 0 to π.
double angle_between(double one, double other);
double direction(Point from, Point to);

// SVG's matrix(a b c d e f).
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    Point apply(Point point) const { return {a * point.x + c * point.y + e, b * point.x + d * point.y + f, point.corner}; }
    Matrix operator*(const Matrix& inner) const;
    double scale() const;  // how much longer things become, on average
};

Matrix translation(double x, double y);
Matrix scaling(double x, double y);
Matrix rotation(double degrees, Point around = {});

}  // namespace loopbaankaart::pen
