#include "band.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stiffness.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double stretch = 0.35, bend = 3;   // against 1 for staying where one is
constexpr int rounds = 24, turns_to_look = 3;
constexpr double comfortable = 13;           // units from rooms, where there is space

pen::Point along(const Outline& line, std::size_t at) {
    const pen::Point before = line[at == 0 ? 0 : at - 1], after = line[std::min(at + 1, line.size() - 1)];
    const double length = std::max(pen::distance(before, after), 0.01);
    return {(after.x - before.x) / length, (after.y - before.y) / length};
}

struct Mark {
    std::size_t band, point;
    pen::Point at, along;
};

// All points of all bands, sorted by the square they lie in.
class Neighbours {
public:
    explicit Neighbours(const std::vector<Band>& bands) : starts_(across * down + 1) {
        std::vector<Mark> marks;
        for (std::size_t band = 0; band < bands.size(); ++band)
            for (std::size_t i = 0; i < bands[band].points.size(); ++i) marks.push_back({band, i, bands[band].points[i], along(bands[band].points, i)});
        for (const Mark& mark : marks) ++starts_[square_of(mark.at) + 1];
        std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
        std::vector<std::size_t> next = starts_;
        marks_.resize(marks.size());
        for (const Mark& mark : marks) marks_[next[square_of(mark.at)]++] = mark;
    }

    const std::vector<Mark>& marks() const { return marks_; }

    // How a point steps aside for what runs beside it; what crosses it is let through.
    pen::Point aside(const Mark& mark) const {
        pen::Point step;
        const std::size_t x = across_of(mark.at.x), y = down_of(mark.at.y);
        for (std::size_t row = y == 0 ? 0 : y - 1; row <= std::min(y + 1, down - 1); ++row) {
            const std::size_t first = row * across + (x == 0 ? 0 : x - 1), last = row * across + std::min(x + 1, across - 1);
            for (std::size_t which = starts_[first]; which < starts_[last + 1]; ++which) make_room(mark, marks_[which], step);
        }
        return step;
    }

private:
    static constexpr double square = 11;
    static constexpr std::size_t across = static_cast<std::size_t>(sheet_width / square) + 1, down = static_cast<std::size_t>(sheet_height / square) + 1;
    static std::size_t across_of(double x) { return static_cast<std::size_t>(std::clamp(x / square, 0.0, static_cast<double>(across - 1))); }
    static std::size_t down_of(double y) { return static_cast<std::size_t>(std::clamp(y / square, 0.0, static_cast<double>(down - 1))); }
    static std::size_t square_of(pen::Point at) { return down_of(at.y) * across + across_of(at.x); }

    static void make_room(const Mark& mark, const Mark& other, pen::Point& step) {
        const std::size_t apart = mark.point > other.point ? mark.point - other.point : other.point - mark.point;
        if (mark.band == other.band && apart < 5) return;
        const pen::Point off{mark.at.x - other.at.x, mark.at.y - other.at.y};
        const double forth = off.x * other.along.x + off.y * other.along.y;
        if (std::abs(forth) > band_step * 0.6) return;
        const pen::Point side{off.x - forth * other.along.x, off.y - forth * other.along.y};
        const double away = std::hypot(side.x, side.y);
        if (away >= lane) return;
        if (away < 1) {  // on top of each other: the later keeps to the right of the earlier
            const bool later = mark.band != other.band ? mark.band > other.band : mark.point > other.point;
            const pen::Point ahead = later ? other.along : pen::Point{-mark.along.x, -mark.along.y};
            step = {step.x - ahead.y, step.y + ahead.x};
            return;
        }
        const double beside = mark.along.x * other.along.x + mark.along.y * other.along.y;
        const double push = 0.5 * (lane - away) * beside * beside / away;
        step = {step.x + side.x * push, step.y + side.y * push};
    }

    std::vector<Mark> marks_;
    std::vector<std::size_t> starts_;  // of each square in marks_
};

// Near a stop ways come together; there they need not keep apart.
std::vector<double> freedom(const Band& band) {
    std::vector<double> free(band.points.size(), 1);
    for (std::size_t i = 0; i < free.size(); ++i) {
        if (band.held[i] == 0) continue;
        for (std::size_t j = i < 3 ? 0 : i - 3; j <= std::min(i + 3, free.size() - 1); ++j) {
            const double away = static_cast<double>(j > i ? j - i : i - j);
            free[j] = std::min(free[j], away / 4);
        }
    }
    return free;
}

pen::Point moved(pen::Point at, pen::Point step, double part) { return {at.x + step.x * part, at.y + step.y * part}; }

// Points and what lies between them; step by step, so that all comes out on the side where it went in.
void take_out(Outline& line, const Rooms& firm, double clearance, int turns) {
    for (int turn = 0; turn < turns; ++turn) {
        for (pen::Point& at : line) at = moved(at, firm.way_out(at, clearance), 1);
        for (std::size_t i = 1; i < line.size(); ++i) {
            const pen::Point out = firm.way_out({(line[i - 1].x + line[i].x) / 2, (line[i - 1].y + line[i].y) / 2}, clearance);
            line[i - 1] = moved(line[i - 1], out, 0.7);
            line[i] = moved(line[i], out, 0.7);
        }
    }
}

// Where a line was pulled across a corner after all, that part goes back to where it came from: less calm, but clear.
void go_back_where_inside(Outline& line, const Outline& home, const Rooms& firm, double clearance) {
    for (const std::size_t around : {4U, 12U, 36U}) {
        std::vector<bool> back(line.size(), false);
        bool any = false;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const pen::Point between{(line[i - 1].x + line[i].x) / 2, (line[i - 1].y + line[i].y) / 2};
            if (std::min(firm.clearance(line[i]), firm.clearance(between)) > clearance / 2) continue;
            any = true;
            for (std::size_t j = i - std::min(i, around); j < std::min(i + around, line.size()); ++j) back[j] = true;
        }
        if (!any) return;
        for (std::size_t i = 0; i < line.size(); ++i)
            if (back[i]) line[i] = home[i];
        take_out(line, firm, clearance, 6);
    }
}

}  // namespace

void settle(std::vector<Band>& bands, const Rooms& rooms, const Rooms& firm, double clearance) {
    std::vector<Stiffness> stiff, supple;
    std::vector<std::vector<double>> free;
    std::vector<Outline> homes, asides;
    for (const Band& band : bands) {
        stiff.emplace_back(band, stretch, bend);
        supple.emplace_back(band, stretch / 3, bend / 8);
        free.push_back(freedom(band));
        homes.push_back(band.points);
        asides.emplace_back(band.points.size());
    }
    for (int round = 0; round < rounds; ++round) {
        const bool last_rounds = round >= rounds - 6;
        if (round % turns_to_look == 0) {
            const Neighbours neighbours{bands};
            for (const Mark& mark : neighbours.marks()) {
                const pen::Point aside = neighbours.aside(mark);
                const double part = free[mark.band][mark.point];
                asides[mark.band][mark.point] = {aside.x * part, aside.y * part};
            }
        }
        for (std::size_t which = 0; which < bands.size(); ++which) {
            Band& band = bands[which];
            Outline wanted = band.points;
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                const pen::Point out = last_rounds ? firm.way_out(wanted[i], clearance + 2) : rooms.way_out(wanted[i], comfortable), aside = asides[which][i], home = homes[which][i];
                const double firmly = band.held[i], part = last_rounds ? 1 : 0.6;
                wanted[i] = {wanted[i].x + out.x * part + aside.x + firmly * home.x, wanted[i].y + out.y * part + aside.y + firmly * home.y};
            }
            band.points = (last_rounds ? supple : stiff)[which].solve(wanted);
            take_out(band.points, firm, clearance, last_rounds ? 4 : 2);
        }
    }
    for (std::size_t which = 0; which < bands.size(); ++which) go_back_where_inside(bands[which].points, homes[which], firm, clearance);
}

}  // namespace loopbaankaart::atlas
