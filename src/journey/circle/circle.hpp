// Reisgezelschap (J6): the people around one's fire, near and far, and a place for who is missed (Reis ch. 2 Reisgezelschap, Familieleden; Legenda 4). They
// need no account and get to know nothing of it. What somebody expects is the traveller's alone: what can be told of a seat is a ToldSeat, which has no room
// for it. Pure.
//
//     Circle circle;
//     sit_down(circle, {.id = id, .name = "Oma Riet", .near = Nearness::close, .turn = freest_turn(circle, Nearness::close)});
#pragma once

#include <array>
#include <bitset>
#include <string>
#include <vector>

#include "../records/body_reader.hpp"
#include "circle_words.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_seats = 40, most_in_seat_name = 60 /* characters */;
inline constexpr int turns_round = 360;

enum class Nearness { close, middle, far };
inline constexpr std::array<std::string_view, 3> nearness_codes{"dichtbij", "midden", "ver"};
const base::Word& name_of(Nearness near);

enum class Help { listening, tips, example, door, practical };
inline constexpr std::array<std::string_view, 5> help_codes{"luisteren", "tips", "voorbeeld", "deur", "praktisch"};
const base::Word& name_of(Help help);
using Helps = std::bitset<help_codes.size()>;

// What a head looks like: the traveller draws it (faces.hpp).
inline constexpr std::array<std::string_view, 8> face_codes{"kort", "lang", "krullen", "knot", "muts", "hoofddoek", "pet", "baard"};

struct Seat {
    base::Id id;                       // made by the browser
    std::string name = {};             // one line; clear; of an empty seat it may be empty
    Nearness near = Nearness::middle;  // to the fire
    int turn = 0;                      // degrees, with the sun from the top, 0 to 359
    std::size_t face = 0;              // a place in face_codes
    Helps helps = {};
    std::string expects = {};          // of the traveller, who alone gets to see it
    bool clicks = false;               // the traveller says so
    bool empty = false;                // of who is missed
    bool operator==(const Seat&) const = default;
};

struct Circle {
    std::vector<Seat> seats;  // in the order in which they were drawn

    Seat* find(const base::Id& id);
    bool operator==(const Circle&) const = default;
};

// Errors: word::circle_full.
base::Result<base::Done> sit_down(Circle& circle, Seat seat);
void stand_up(Circle& circle, const base::Id& id);

Json in_json(const Circle& circle);
// Tidied; a seat with nobody on it who has no name falls out. Errors, in the reader's faults: word::body_too_long, body_too_many, body_outside, body_unreadable.
Circle read_circle(BodyReader& body);
Json check_circle(BodyReader& sent);
Circle circle_of(const Record& record);

// ---- what can be told of it

struct ToldSeat {
    std::string name;
    Nearness near = Nearness::middle;
    int turn = 0;
    std::size_t face = 0, cloth = 0;  // cloth: 0 to cloths - 1, the same for a seat wherever it is drawn
    Helps helps;
    bool clicks = false, empty = false;
    bool operator==(const ToldSeat&) const = default;
};
inline constexpr std::size_t cloths = 6;

// Without what is expected (Guard::expects_hidden). All pages draw from this, and tellings too.
ToldSeat told(const Seat& seat);
std::vector<ToldSeat> told(const Circle& circle);
// "Oma Riet", or that the place is empty.
std::string called(const ToldSeat& seat, base::Language language);
// "Luistert, geeft tips"; empty when nothing was said.
std::string helps_in_words(const ToldSeat& seat, base::Language language);

// ---- where they sit

inline constexpr int circle_width = 1000, circle_height = 1060;  // units of the drawing

struct Spot {
    int x, y;  // the middle of a head
};
Spot spot_at(Nearness near, double turn);
// Where there is most room, in steps of fifteen degrees.
int freest_turn(const Circle& circle, Nearness near);

// Eight places round the fire that have a name.
inline constexpr int named_turns = 8;
int named_turn(int turn);                 // the closest, 0 to 7
const base::Word& name_of_turn(int named);

struct DrawnSeat {
    Spot at;              // of the head
    std::string label;    // a short name, or its first letters where there is little room; may be empty
    int beside = 0;       // how far its middle lies right of the head's, so that it stays in the drawing
};
struct DrawnCircle {
    int radius = 0;                // of every head: nobody is drawn larger
    std::vector<DrawnSeat> seats;  // in the order of what was given
};
// They make room for each other round the fire. The same each time.
DrawnCircle laid_out(const std::vector<ToldSeat>& seats);
inline constexpr int label_size = 38;  // of letters, in units

}  // namespace loopbaankaart::journey
