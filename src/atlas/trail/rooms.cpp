#include "rooms.hpp"

#include <algorithm>
#include <cmath>

namespace loopbaankaart::atlas {

namespace {

constexpr double fine_side = 3;  // of a square, units
constexpr std::ptrdiff_t fine_across = static_cast<std::ptrdiff_t>(sheet_width / fine_side) + 1, fine_down = static_cast<std::ptrdiff_t>(sheet_height / fine_side) + 1;
constexpr float far = 1e6F;

std::size_t index(std::ptrdiff_t x, std::ptrdiff_t y) { return static_cast<std::size_t>(std::clamp(y, std::ptrdiff_t{0}, fine_down - 1) * fine_across + std::clamp(x, std::ptrdiff_t{0}, fine_across - 1)); }

// One line of Felzenszwalb and Huttenlocher's distance transform (2012): the lowest of the parabolas that stand on its values.
class LowestParabolas {
public:
    void run(std::vector<float>& squares, std::size_t first, std::size_t step, std::size_t count) {
        const auto value = [&](std::size_t i) { return squares[first + i * step]; };
        feet_.assign(1, 0);
        from_.assign(1, -far);
        for (std::size_t i = 1; i < count; ++i) {
            float meet = 0;
            for (;;) {
                const std::size_t foot = feet_.back();
                const auto p = static_cast<float>(i), q = static_cast<float>(foot);
                meet = ((value(i) + p * p) - (value(foot) + q * q)) / (2 * (p - q));
                if (meet > from_.back() || feet_.size() == 1) break;
                feet_.pop_back();
                from_.pop_back();
            }
            feet_.push_back(i);
            from_.push_back(meet);
        }
        line_.resize(count);
        std::size_t which = 0;
        for (std::size_t i = 0; i < count; ++i) {
            while (which + 1 < feet_.size() && from_[which + 1] < static_cast<float>(i)) ++which;
            const float away = static_cast<float>(i) - static_cast<float>(feet_[which]);
            line_[i] = away * away + value(feet_[which]);
        }
        for (std::size_t i = 0; i < count; ++i) squares[first + i * step] = line_[i];
    }

private:
    std::vector<std::size_t> feet_;
    std::vector<float> from_, line_;
};

// From 0 in some squares and far in the others to each square's distance from those.
void spread(std::vector<float>& squares) {
    LowestParabolas lowest;
    for (std::size_t x = 0; x < static_cast<std::size_t>(fine_across); ++x) lowest.run(squares, x, fine_across, fine_down);
    for (std::size_t y = 0; y < static_cast<std::size_t>(fine_down); ++y) lowest.run(squares, y * fine_across, 1, fine_across);
    for (float& square : squares) square = std::sqrt(square) * static_cast<float>(fine_side);
}

}  // namespace

Rooms::Rooms(const std::vector<Room>& rooms) {
    std::vector<float> outside(static_cast<std::size_t>(fine_across * fine_down), far), inside(outside.size(), 0);
    for (const Room& room : rooms)
        for (double y = std::ceil(room.top / fine_side - 0.5); (y + 0.5) * fine_side <= room.low; ++y)
            for (double x = std::ceil(room.left / fine_side - 0.5); (x + 0.5) * fine_side <= room.right; ++x) {
                const std::size_t square = index(static_cast<std::ptrdiff_t>(x), static_cast<std::ptrdiff_t>(y));
                outside[square] = 0;
                inside[square] = far;
            }
    spread(outside);
    spread(inside);
    field_ = std::move(outside);
    constexpr float half = fine_side / 2;  // edges run between squares
    for (std::size_t i = 0; i < field_.size(); ++i) field_[i] = field_[i] > 0 ? field_[i] - half : half - inside[i];
}

double Rooms::clearance(pen::Point at) const {
    const double x = at.x / fine_side - 0.5, y = at.y / fine_side - 0.5, left = std::floor(x), top = std::floor(y), part = x - left, low = y - top;
    const auto column = static_cast<std::ptrdiff_t>(left), row = static_cast<std::ptrdiff_t>(top);
    const auto field = [&](std::ptrdiff_t dx, std::ptrdiff_t dy) { return static_cast<double>(field_[index(column + dx, row + dy)]); };
    return (field(0, 0) * (1 - part) + field(1, 0) * part) * (1 - low) + (field(0, 1) * (1 - part) + field(1, 1) * part) * low;
}

pen::Point Rooms::way_out(pen::Point at, double margin) const {
    const double short_of = margin - clearance(at);
    if (short_of <= 0) return {};
    const double x = clearance({at.x + fine_side, at.y}) - clearance({at.x - fine_side, at.y}), y = clearance({at.x, at.y + fine_side}) - clearance({at.x, at.y - fine_side});
    const double steep = std::hypot(x, y);
    if (steep < 0.2) return {};  // halfway between two rooms, or in the middle of one
    const double step = short_of * std::min(1.0, steep / (2 * fine_side));
    return {x / steep * step, y / steep * step};
}

}  // namespace loopbaankaart::atlas
