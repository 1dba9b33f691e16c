#include "path.hpp"

#include <algorithm>
#include <cmath>

#include <pen/words.hpp>

#include "arc.hpp"
#include "path_reader.hpp"

namespace loopbaankaart::pen {

namespace {

constexpr std::size_t most_curves = 20'000;
constexpr double no_length = 0.01;

char upper(char letter) { return letter >= 'a' ? static_cast<char>(letter - 'a' + 'A') : letter; }
Point between(Point one, Point other, double part) { return {one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part}; }

class PathParser {
public:
    explicit PathParser(std::string_view data) : reader_{data} {}

    // False where the data cannot be read; rest() says where.
    bool run();
    std::string_view rest() const { return reader_.rest(); }
    std::size_t count() const { return count_; }
    std::vector<Curves> take();

private:
    bool step(char command);
    Point point();
    void cubic(Point first, Point second, Point to);
    void line(Point to);
    void quadratic(Point handle, Point to);
    void arc();
    Point mirrored() const { return has_handle_ ? Point{2 * at_.x - handle_.x, 2 * at_.y - handle_.y} : at_; }

    PathReader reader_;
    std::vector<Curves> rings_;
    std::size_t count_ = 0;
    Point at_, start_, handle_;
    bool relative_ = false, has_handle_ = false;
    bool broken_ = false;
};

Point PathParser::point() {
    const double x = reader_.number(), y = reader_.number();
    broken_ = broken_ || std::isnan(x) || std::isnan(y);
    return relative_ ? Point{at_.x + x, at_.y + y} : Point{x, y};
}

void PathParser::cubic(Point first, Point second, Point to) {
    rings_.back().cubics.push_back({at_, first, second, to});
    ++count_;
    at_ = to;
}

void PathParser::line(Point to) {
    if (distance(at_, to) > no_length) {
        rings_.back().cubics.push_back({at_, at_, to, to, true});
        ++count_;
    }
    at_ = to;
}

void PathParser::quadratic(Point handle, Point to) { cubic(between(at_, handle, 2.0 / 3), between(to, handle, 2.0 / 3), to); }

void PathParser::arc() {
    Arc arc{.from = at_, .radius_x = reader_.number(), .radius_y = reader_.number(), .turned = reader_.number()};
    const double large = reader_.flag(), sweep = reader_.flag();
    broken_ = broken_ || std::isnan(arc.radius_x) || std::isnan(arc.radius_y) || std::isnan(arc.turned) || std::isnan(large) || std::isnan(sweep);
    arc.large = large == 1;
    arc.sweep = sweep == 1;
    arc.to = point();
    if (broken_) return;
    for (const Cubic& piece : cubics_of(arc)) {
        rings_.back().cubics.push_back(piece);
        ++count_;
    }
    at_ = arc.to;
}

bool PathParser::step(char command) {
    if (rings_.empty() && command != 'M') return false;
    std::optional<Point> handle;
    switch (command) {
        case 'M':
            at_ = start_ = point();
            rings_.emplace_back();
            break;
        case 'L': line(point()); break;
        case 'H': {
            const double x = reader_.number();
            broken_ = broken_ || std::isnan(x);
            line({relative_ ? at_.x + x : x, at_.y});
            break;
        }
        case 'V': {
            const double y = reader_.number();
            broken_ = broken_ || std::isnan(y);
            line({at_.x, relative_ ? at_.y + y : y});
            break;
        }
        case 'Q':
            handle = point();
            quadratic(*handle, point());
            break;
        case 'T':
            handle = mirrored();
            quadratic(*handle, point());
            break;
        case 'C': {
            const Point first = point();
            handle = point();
            cubic(first, *handle, point());
            break;
        }
        case 'S': {
            const Point first = mirrored();
            handle = point();
            cubic(first, *handle, point());
            break;
        }
        case 'A': arc(); break;
        case 'Z':
            line(start_);
            rings_.back().closed = true;
            break;
        default: return false;
    }
    has_handle_ = handle.has_value();
    if (handle) handle_ = *handle;
    return !broken_;
}

bool PathParser::run() {
    char command = 0;
    while (!reader_.at_end() && count_ <= most_curves) {
        if (const auto letter = reader_.command()) {
            command = upper(*letter);
            relative_ = command != *letter;
        } else if (command == 'Z' || command == 0) {
            return false;
        } else if (command == 'M') {
            command = 'L';
        }
        if (!step(command)) return false;
    }
    return true;
}

std::vector<Curves> PathParser::take() {
    std::erase_if(rings_, [](const Curves& ring) { return ring.cubics.empty(); });
    return std::move(rings_);
}

double bend(const Cubic& curve) {
    const auto turn = [](Point one, Point two, Point three) { return angle_between(direction(two, three), direction(one, two)); };
    return turn(curve.from, curve.first_handle, curve.second_handle) + turn(curve.first_handle, curve.second_handle, curve.to);
}

Point on(const Cubic& curve, double t) {
    if (curve.straight) return between(curve.from, curve.to, t);
    const double u = 1 - t;
    const auto mix = [&](double a, double b, double c, double d) { return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d; };
    return {mix(curve.from.x, curve.first_handle.x, curve.second_handle.x, curve.to.x),
            mix(curve.from.y, curve.first_handle.y, curve.second_handle.y, curve.to.y)};
}

double length_of(const Cubic& curve) {
    return distance(curve.from, curve.first_handle) + distance(curve.first_handle, curve.second_handle) + distance(curve.second_handle, curve.to);
}

constexpr double longest_step = 11;  // units

int steps_of(const Cubic& curve) {
    if (curve.straight) return std::max(1, static_cast<int>(std::ceil(distance(curve.from, curve.to) / longest_step)));
    const double length = length_of(curve);
    return std::max(1, static_cast<int>(std::ceil(std::max(length / longest_step, std::min(bend(curve) / 0.5, length / 1.2)))));
}

Cubic placed(const Cubic& curve, const Matrix& matrix) {
    return {matrix.apply(curve.from), matrix.apply(curve.first_handle), matrix.apply(curve.second_handle), matrix.apply(curve.to), curve.straight};
}

Point ahead(const Cubic& curve) {
    if (curve.straight) return curve.to;
    if (distance(curve.from, curve.first_handle) > no_length) return curve.first_handle;
    return distance(curve.from, curve.second_handle) > no_length ? curve.second_handle : curve.to;
}

Ring flatten_ring(const Curves& curves, const Matrix& matrix) {
    Ring ring{.closed = curves.closed};
    std::vector<Point>& points = ring.points;
    double before = 0, first = 0;
    for (const Cubic& piece : curves.cubics) {
        const Cubic curve = placed(piece, matrix);
        const double tangent = direction(curve.from, ahead(curve));
        if (points.empty()) {
            points.push_back({curve.from.x, curve.from.y, true});
            first = tangent;
        } else {
            points.back().corner = angle_between(tangent, before) > turn_of_a_corner;
        }
        const int steps = steps_of(curve);
        for (int step = 1; step <= steps; ++step) points.push_back(on(curve, static_cast<double>(step) / steps));
        before = direction(points[points.size() - 2], points.back());
    }
    const bool smooth = curves.closed && angle_between(first, before) <= turn_of_a_corner;
    points.front().corner = points.back().corner = !smooth;
    return ring;
}

}  // namespace

base::Result<std::vector<Curves>> parse_path(std::string_view data) {
    PathParser parser{data};
    if (!parser.run()) return base::Error{word::path_malformed, std::string{parser.rest().substr(0, 20)}};
    if (parser.count() > most_curves) return base::Error{word::path_too_long};
    return parser.take();
}

bool within_reach(const std::vector<Curves>& curves, const Matrix& matrix, double& walked) {
    constexpr double longest = 200'000, longest_drawing = 500'000;
    const auto near = [](const Point& at) { return std::abs(at.x) < furthest && std::abs(at.y) < furthest; };  // false for what is no number
    double length = 0;
    for (const Curves& ring : curves)
        for (const Cubic& piece : ring.cubics) {
            const Cubic curve = placed(piece, matrix);
            if (!near(curve.from) || !near(curve.first_handle) || !near(curve.second_handle) || !near(curve.to)) return false;
            length += length_of(curve);
        }
    walked += length;
    return length < longest && walked < longest_drawing;
}

std::vector<Ring> flatten(const std::vector<Curves>& curves, const Matrix& matrix) {
    std::vector<Ring> rings;
    for (const Curves& one : curves) rings.push_back(flatten_ring(one, matrix));
    return rings;
}

}  // namespace loopbaankaart::pen
