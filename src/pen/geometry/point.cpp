#include "point.hpp"

#include <cmath>
#include <numbers>

namespace loopbaankaart::pen {

double distance(Point one, Point other) { return std::hypot(other.x - one.x, other.y - one.y); }

double angle_between(double one, double other) {
    const double turn = one - other;
    return std::abs(std::atan2(std::sin(turn), std::cos(turn)));
}

double direction(Point from, Point to) { return std::atan2(to.y - from.y, to.x - from.x); }

Matrix Matrix::operator*(const Matrix& inner) const {
    return {a * inner.a + c * inner.b,     b * inner.a + d * inner.b,     a * inner.c + c * inner.d,
            b * inner.c + d * inner.d,     a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f};
}

double Matrix::scale() const { return std::sqrt(std::abs(a * d - b * c)); }

Matrix translation(double x, double y) { return {1, 0, 0, 1, x, y}; }

Matrix scaling(double x, double y) { return {x, 0, 0, y, 0, 0}; }

Matrix rotation(double degrees, Point around) {
    const double angle = degrees * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
    return {cosine, sine, -sine, cosine, around.x - cosine * around.x + sine * around.y, around.y - sine * around.x - cosine * around.y};
}

}  // namespace loopbaankaart::pen
