// Inside circle: the drawing on a page, and the circle in words. Both show what can be told and no more.
#pragma once

#include "../records/record_pages.hpp"
#include "faces.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look circle_look{.sheet = "css/journey/gezelschap.css", .script = "js/journey/gezelschap.js"};

struct ShownSeat {
    base::Id id;
    ToldSeat seat;
};
std::vector<ShownSeat> shown_seats(const Circle& circle);

enum class SeatLinks { to_their_page, none };
// `moved`: the only one that the script moves there; absent: all of them.
void draw_circle(web::Html& html, const std::vector<ShownSeat>& seats, SeatLinks links, const std::optional<base::Id>& moved = {});
// One head on its own, or a stool.
void draw_head(web::Html& html, const ToldSeat& seat);

// By ring, the nearest first, each with what they help with. Headings: h2 where they lead somewhere, else h3.
void circle_in_words(web::Html& html, const std::vector<ShownSeat>& seats, SeatLinks links);

web::Literal symbol_of(Help help);
web::Url circle_page();
web::Url page_of_seat(const base::Id& seat);

// Of Seat: to its owner alone.
void what_is_expected(web::Html& html, const Seat& seat);

}  // namespace loopbaankaart::journey
