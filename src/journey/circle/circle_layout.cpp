// Where heads stand in the drawing, so that nobody stands behind somebody else.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "circle.hpp"

namespace loopbaankaart::journey {

namespace {

struct Ring {
    double across, down;  // half of its width and height
};
constexpr std::array<Ring, 3> rings_by_nearness{{{205, 200}, {318, 306}, {428, 412}}};
constexpr double middle_x = 500, middle_y = 520;
constexpr double letter = 0.56 * label_size;  // how wide one is, on average

// How heads are drawn when there are few, more and many.
enum class Label { name, letters };
struct Manner {
    int radius;
    Label label;
    std::size_t longest;  // characters of a name
};
constexpr std::array<Manner, 4> manners{{{60, Label::name, 12}, {52, Label::name, 9}, {44, Label::letters, 3}, {36, Label::letters, 3}}};
constexpr int rounds = 160;   // of making room
constexpr double step = 0.8;  // degrees at a time

struct Sitting {
    Nearness near;
    double turn, wide;  // wide: half of what is drawn there
    double out = 0;     // beside its ring, in units: where a ring is full they sit in rows
};

Spot place(const Sitting& one) {
    const Ring& ring = rings_by_nearness[static_cast<std::size_t>(one.near)];
    const double angle = one.turn * std::numbers::pi / 180;
    return {static_cast<int>(std::lround(middle_x + (ring.across + one.out) * std::sin(angle))), static_cast<int>(std::lround(middle_y - (ring.down + one.out) * std::cos(angle)))};
}

// By characters of Unicode.
std::size_t bytes_of(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size() && count > 0) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
        --count;
    }
    return at;
}

std::string short_name(const std::string& name, std::size_t longest) {
    if (base::characters(name) <= longest) return name;
    const std::string first = name.substr(0, name.find(' '));
    if (base::characters(first) <= longest) return first;
    return first.substr(0, bytes_of(first, longest - 1)) + "…";
}

std::string letters_of(const std::string& name) {
    std::string letters;
    std::size_t taken = 0;
    for (std::size_t at = 0; at < name.size() && taken < 2; ++taken) {
        letters += name.substr(at, bytes_of(std::string_view{name}.substr(at), 1));
        const std::size_t space = name.find(' ', at);
        at = space == std::string::npos ? name.size() : space + 1;
    }
    return letters;
}

std::string label_of(const ToldSeat& seat, const Manner& manner) { return manner.label == Label::name ? short_name(seat.name, manner.longest) : letters_of(seat.name); }

double signed_turn(double from, double to) { return std::remainder(to - from, static_cast<double>(turns_round)); }

// How much two of them overlap; nothing or less: they do not.
double overlap(const Sitting& one, const Sitting& other, const Manner& manner) {
    const Spot a = place(one), b = place(other);
    const double high = 2.0 * manner.radius + 0.8 * label_size;
    const double across = one.wide + other.wide + 6 - std::abs(a.x - b.x), down = high - std::abs(a.y - b.y);
    return std::min(across, down);
}

// Each gives way along its own ring. False: there is no room for that.
bool make_room(std::vector<Sitting>& sitting, const Manner& manner) {
    for (int round = 0; round < rounds; ++round) {
        bool fits = true;
        for (std::size_t one = 0; one < sitting.size(); ++one)
            for (std::size_t other = one + 1; other < sitting.size(); ++other) {
                if (overlap(sitting[one], sitting[other], manner) <= 0) continue;
                fits = false;
                const double away = signed_turn(sitting[one].turn, sitting[other].turn) >= 0 ? step : -step;
                sitting[one].turn -= away;
                sitting[other].turn += away;
            }
        if (fits) return true;
    }
    return false;
}

std::vector<Sitting> seated(const std::vector<ToldSeat>& seats, const Manner& manner) {
    std::vector<Sitting> sitting;
    for (const ToldSeat& seat : seats) {
        const double letters = letter * static_cast<double>(base::characters(label_of(seat, manner)));
        sitting.push_back({seat.near, static_cast<double>(seat.turn), std::max(static_cast<double>(manner.radius), letters / 2)});
    }
    return sitting;
}

// There are more than fit: they sit evenly, in rows where a ring is full.
void sit_in_rows(std::vector<Sitting>& sitting, const Manner& manner) {
    for (std::size_t ring = 0; ring < rings_by_nearness.size(); ++ring) {
        std::vector<Sitting*> on_it;
        for (Sitting& one : sitting)
            if (one.near == static_cast<Nearness>(ring)) on_it.push_back(&one);
        std::ranges::stable_sort(on_it, {}, [](const Sitting* one) { return one->turn; });
        const double room = std::numbers::pi * (rings_by_nearness[ring].across + rings_by_nearness[ring].down), needed = 2.3 * manner.radius * static_cast<double>(on_it.size());
        const std::size_t rows = needed <= room ? 1 : needed <= 2 * room ? 2 : 3;
        for (std::size_t at = 0; at < on_it.size(); ++at) {
            on_it[at]->turn = static_cast<double>(turns_round) * static_cast<double>(at) / static_cast<double>(on_it.size());
            on_it[at]->out = (static_cast<double>(at % rows) - static_cast<double>(rows - 1) / 2) * 1.9 * manner.radius;
        }
    }
}

}  // namespace

Spot spot_at(Nearness near, double turn) { return place({near, turn, 0}); }

int freest_turn(const Circle& circle, Nearness near) {
    int best = 0;
    double most = -1;
    for (int turn = 0; turn < turns_round; turn += 15) {
        const Spot here = spot_at(near, turn);
        double room = 2000;
        for (const Seat& each : circle.seats) {
            const Spot there = spot_at(each.near, each.turn);
            room = std::min(room, std::hypot(here.x - there.x, here.y - there.y));
        }
        if (room > most + 1) {
            most = room;
            best = turn;
        }
    }
    return best;
}

int named_turn(int turn) { return (turn + turns_round / named_turns / 2) / (turns_round / named_turns) % named_turns; }

const base::Word& name_of_turn(int named) {
    static const std::array<const base::Word*, named_turns> names{&word::turn_top, &word::turn_top_right, &word::turn_right, &word::turn_bottom_right,
                                                                  &word::turn_bottom, &word::turn_bottom_left, &word::turn_left, &word::turn_top_left};
    return *names.at(static_cast<std::size_t>(named));
}

DrawnCircle laid_out(const std::vector<ToldSeat>& seats) {
    const Manner* manner = &manners.back();
    std::vector<Sitting> sitting;
    bool fits = false;
    for (const Manner& each : manners) {
        manner = &each;
        sitting = seated(seats, each);
        fits = make_room(sitting, each);
        if (fits) break;
    }
    if (!fits) sit_in_rows(sitting, *manner);
    DrawnCircle drawn{.radius = manner->radius, .seats = {}};
    for (std::size_t at = 0; at < seats.size(); ++at) {
        const Spot spot = place(sitting[at]);
        const auto half = static_cast<int>(std::lround(sitting[at].wide));
        drawn.seats.push_back({spot, label_of(seats[at], *manner), std::clamp(0, half - spot.x, std::max(half - spot.x, circle_width - half - spot.x))});
    }
    return drawn;
}

}  // namespace loopbaankaart::journey
