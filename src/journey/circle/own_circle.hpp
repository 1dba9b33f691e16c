// Inside circle: the viewer's circle, and keeping it.
#pragma once

#include "circle_html.hpp"

namespace loopbaankaart::journey {

struct OwnCircle {
    std::optional<Record> kept;  // absent while nobody was drawn
    Circle circle;

    // What this form made is there already: it was sent before.
    bool came_of(const base::Id& form) const { return kept && seen_of(*kept) == form; }
};
OwnCircle own_circle(const access::Visit& visit);

// What is wrong with it, by the name of the field in a form ("naam", "verwacht").
web::FieldErrors faults_of(const Circle& circle);
// Without faults.
web::Answer keep_circle(const Desk& desk, const access::Visit& visit, const Circle& circle, const web::Url& form);

// The fields of one seat: on a form that has seen_field.
void seat_fields(web::Html& html, const Seat& seat, const web::FieldErrors& errors);
// What was typed in them; what is not there stays as it was.
Seat typed_seat(const web::Fields& form, Seat was);
// "naam" when somebody sits there without one.
void expect_name(const Seat& seat, web::FieldErrors& errors);
// "90", from a form; nothing for what is no turn.
std::optional<int> turn_in(std::string_view typed);
std::optional<Nearness> nearness_in(std::string_view typed);

}  // namespace loopbaankaart::journey
