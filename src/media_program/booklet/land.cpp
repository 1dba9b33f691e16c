#include "land.hpp"

#include <cmath>
#include <numbers>

#include "hand.hpp"

namespace loopbaankaart::media {

namespace {

// Of the land: 0 to 1 across and down.
class Land {
public:
    Land(cairo_t* pen, const Look& look, Rectangle where) : pen_{pen}, look_{look}, where_{where} {}

    Place at(double across, double down) const { return {where_.left + across * where_.width, where_.top + down * where_.height}; }

    void sun(double across, double down, double size) const {
        const Place middle = at(across, down);
        std::vector<Place> round;
        for (int step = 0; step <= 60; ++step) {
            const double turn = step * std::numbers::pi / 29;
            round.push_back({middle.x + size * std::cos(turn), middle.y + size * std::sin(turn)});
        }
        draw_by_hand(pen_, round, 0.4);
        cairo_close_path(pen_);
        use(pen_, mixed(look_.paper, look_.accent, 0.22));
        cairo_fill(pen_);
    }

    void hill(const std::vector<Place>& ridge, double share) const {
        std::vector<Place> points;
        for (const Place& one : ridge) points.push_back(at(one.x, one.y));
        draw_by_hand(pen_, points, 1.4);
        const Place right = at(1.1, 1.1), left = at(-0.1, 1.1);
        cairo_line_to(pen_, right.x, right.y);
        cairo_line_to(pen_, left.x, left.y);
        cairo_close_path(pen_);
        use(pen_, mixed(look_.paper, look_.accent, share));
        cairo_fill(pen_);
        draw_by_hand(pen_, points, 1.4);
        use(pen_, mixed(look_.ink, look_.paper, 0.35));
        cairo_set_line_width(pen_, 1.1 * look_.scale);
        cairo_stroke(pen_);
    }

    // Dashes, lighter below so that they show on every hill.
    void way(const std::vector<Place>& points) const {
        std::vector<Place> steps;
        for (const Place& one : points) steps.push_back(at(one.x, one.y));
        const double s = look_.scale, dashes[] = {8 * s, 6.5 * s};
        cairo_set_line_cap(pen_, CAIRO_LINE_CAP_ROUND);
        draw_by_hand(pen_, steps, 1);
        use(pen_, look_.paper);
        cairo_set_line_width(pen_, 7 * s);
        cairo_stroke_preserve(pen_);
        use(pen_, look_.accent);
        cairo_set_line_width(pen_, 3 * s);
        cairo_set_dash(pen_, dashes, 2, 0);
        cairo_stroke(pen_);
        cairo_set_dash(pen_, nullptr, 0, 0);
    }

    void flag(double across, double down) const {
        const Place foot = at(across, down);
        const double s = look_.scale, high = 34 * s;
        use(pen_, look_.ink);
        cairo_set_line_width(pen_, 1.8 * s);
        cairo_move_to(pen_, foot.x, foot.y);
        cairo_line_to(pen_, foot.x + s, foot.y - high);
        cairo_stroke(pen_);
        cairo_move_to(pen_, foot.x + s, foot.y - high);
        cairo_curve_to(pen_, foot.x + 8 * s, foot.y - high - 4 * s, foot.x + 14 * s, foot.y - high + 5 * s, foot.x + 23 * s, foot.y - high + 2 * s);
        cairo_line_to(pen_, foot.x + 21 * s, foot.y - high + 15 * s);
        cairo_curve_to(pen_, foot.x + 13 * s, foot.y - high + 18 * s, foot.x + 8 * s, foot.y - high + 9 * s, foot.x + s, foot.y - high + 13 * s);
        cairo_close_path(pen_);
        use(pen_, look_.accent);
        cairo_fill(pen_);
    }

private:
    cairo_t* pen_;
    const Look& look_;
    Rectangle where_;
};

}  // namespace

void draw_land(cairo_t* pen, const Look& look, Rectangle where) {
    const Land land{pen, look, where};
    land.sun(0.63, 0.13, 26 * look.scale);
    land.hill({{-0.05, 0.5}, {0.08, 0.4}, {0.2, 0.3}, {0.3, 0.34}, {0.42, 0.46}, {0.55, 0.42}, {0.68, 0.27}, {0.78, 0.2}, {0.9, 0.32}, {1.05, 0.44}}, 0.1);
    land.hill({{-0.05, 0.62}, {0.1, 0.6}, {0.24, 0.5}, {0.4, 0.44}, {0.52, 0.5}, {0.66, 0.6}, {0.8, 0.62}, {0.92, 0.56}, {1.05, 0.58}}, 0.18);
    land.flag(0.405, 0.46);
    land.hill({{-0.05, 0.8}, {0.12, 0.83}, {0.3, 0.78}, {0.48, 0.7}, {0.64, 0.68}, {0.8, 0.75}, {0.92, 0.8}, {1.05, 0.78}}, 0.28);
    land.way({{0.3, 1.05}, {0.36, 0.97}, {0.5, 0.92}, {0.64, 0.87}, {0.66, 0.8}, {0.56, 0.75}, {0.52, 0.68}, {0.6, 0.62}, {0.56, 0.55}, {0.48, 0.5}, {0.405, 0.47}});
}

}  // namespace loopbaankaart::media
