#include "stiffness.hpp"

namespace loopbaankaart::atlas {

Stiffness::Stiffness(const Band& band, double stretch, double bend) : held_{band.held} {
    const std::size_t count = held_.size();
    diagonal_.assign(count, 1);
    first_.assign(count, 0);
    second_.assign(count, 0);
    for (std::size_t i = 0; i < count; ++i) diagonal_[i] += held_[i];
    for (std::size_t i = 0; i + 1 < count; ++i) {
        diagonal_[i] += stretch;
        diagonal_[i + 1] += stretch;
        first_[i] -= stretch;
    }
    for (std::size_t i = 0; i + 2 < count; ++i) {  // of (a − 2b + c)²
        diagonal_[i] += bend;
        diagonal_[i + 1] += 4 * bend;
        diagonal_[i + 2] += bend;
        first_[i] -= 2 * bend;
        first_[i + 1] -= 2 * bend;
        second_[i] += bend;
    }
    for (std::size_t i = 0; i < count; ++i) {  // L D Lᵀ, in place
        if (i >= 2) diagonal_[i] -= second_[i - 2] * second_[i - 2] * diagonal_[i - 2];
        if (i >= 1) diagonal_[i] -= first_[i - 1] * first_[i - 1] * diagonal_[i - 1];
        if (i + 1 < count) {
            if (i >= 1) first_[i] -= second_[i - 1] * first_[i - 1] * diagonal_[i - 1];
            first_[i] /= diagonal_[i];
        }
        if (i + 2 < count) second_[i] /= diagonal_[i];
    }
}

Outline Stiffness::solve(const Outline& wanted) const {
    Outline line = wanted;
    const std::size_t count = line.size();
    const auto less = [](pen::Point& at, double part, const pen::Point& other) {
        at.x -= part * other.x;
        at.y -= part * other.y;
    };
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= 1) less(line[i], first_[i - 1], line[i - 1]);
        if (i >= 2) less(line[i], second_[i - 2], line[i - 2]);
    }
    for (std::size_t i = 0; i < count; ++i) line[i] = {line[i].x / diagonal_[i], line[i].y / diagonal_[i]};
    for (std::size_t i = count; i-- > 0;) {
        if (i + 1 < count) less(line[i], first_[i], line[i + 1]);
        if (i + 2 < count) less(line[i], second_[i], line[i + 2]);
    }
    return line;
}

}  // namespace loopbaankaart::atlas
