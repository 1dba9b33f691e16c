#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "hand.hpp"

namespace loopbaankaart::pen {

namespace {

// Path data counts in whole tenths, so that rounding never adds up.
struct Tenths {
    std::int64_t x = 0, y = 0;
};

std::int64_t tenths(double value) { return static_cast<std::int64_t>(std::floor(value * 10 + 0.5)); }
Tenths tenths(Point point) { return {tenths(point.x), tenths(point.y)}; }
Point units(Tenths at) { return {static_cast<double>(at.x) / 10, static_cast<double>(at.y) / 10}; }
Point middle(Point one, Point other) { return {(one.x + other.x) / 2, (one.y + other.y) / 2}; }

// "-.5", "3", "12.4"
void append(std::string& text, std::int64_t value) {
    if (value < 0) text += '-';
    const std::int64_t size = std::abs(value);
    if (size >= 10 || size == 0) text += std::to_string(size / 10);
    if (size % 10 != 0) {
        text += '.';
        text += static_cast<char>('0' + size % 10);
    }
}

std::string pair(Tenths step) {
    std::string text;
    append(text, step.x);
    if (step.y >= 0) text += ' ';
    append(text, step.y);
    return text;
}

class Writing {
public:
    explicit Writing(Point start) : at_{tenths(start)} { data_ = "M" + pair(at_); }

    // A smooth curve through the middles of neighbours, from where the last one ended.
    void run(std::span<const Point> points) {
        if (points.size() == 2) return line(points[1]);
        Tenths handle = tenths(points[1]);
        for (std::size_t i = 2; i < points.size(); ++i) {
            const Point end = i == points.size() - 1 ? points[i] : middle(units(handle), points[i]);
            if (i == 2) curve(units(handle), end);
            else to('t', end);
            handle = {2 * at_.x - handle.x, 2 * at_.y - handle.y};
        }
    }
    std::string take() { return std::move(data_); }

private:
    std::string step(Point end, Tenths from) {
        at_ = tenths(end);
        return pair({at_.x - from.x, at_.y - from.y});
    }
    void line(Point end) {
        const Tenths from = at_;
        const std::string numbers = step(end, from);
        if (at_.x != from.x || at_.y != from.y) add('l', numbers);
    }
    void to(char command, Point end) { add(command, step(end, at_)); }
    void curve(Point handle, Point end) {
        const Tenths from = at_;
        std::string numbers = step(handle, from);
        const std::string second = step(end, from);
        if (second.front() != '-') numbers += ' ';
        add('q', numbers + second);
    }
    void add(char command, const std::string& numbers) {
        if (command != command_) data_ += command;
        else if (numbers.front() != '-') data_ += ' ';
        data_ += numbers;
        command_ = command;
    }

    std::string data_;
    Tenths at_;
    char command_ = 0;
};

// A ring without corners starts in the middle of a side.
std::string loop(const std::vector<Point>& ring) {
    const Point start = middle(ring.back(), ring.front());
    std::vector<Point> points{start};
    points.insert(points.end(), ring.begin(), ring.end());
    points.push_back(start);
    Writing writing{start};
    writing.run(points);
    return writing.take() + "z";
}

}  // namespace

std::string write(const std::vector<Point>& points, Ends ends) {
    std::vector<Point> ring = points;
    if (ends == Ends::closed) {
        if (ring.size() > 1 && distance(ring.back(), ring.front()) < 0.05) ring.pop_back();
        auto corner = std::ranges::find_if(ring, &Point::corner);
        if (corner == ring.end() && ring.size() > 2) return loop(ring);
        if (corner == ring.end()) corner = ring.begin();
        std::rotate(ring.begin(), corner, ring.end());
        ring.push_back(ring.front());
    }
    Writing writing{ring.front()};
    std::size_t from = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (!ring[i].corner && i < ring.size() - 1) continue;
        writing.run(std::span{ring}.subspan(from, i - from + 1));
        from = i;
    }
    return writing.take() + (ends == Ends::closed ? "z" : "");
}

std::string write(const std::vector<Ring>& rings, double tolerance) {
    std::string data;
    for (const Ring& ring : rings) data += write(simplify(ring.points, tolerance), ring.closed ? Ends::closed : Ends::open);
    return data;
}

}  // namespace loopbaankaart::pen
