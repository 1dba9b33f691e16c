// The pages of tellings, and what the pages of a part call to tell something.
//
//     web::Answer tell_story(const access::Visit& visit) {
//         …
//         return tell_it(visit, draft_of(story, things), [&visit](const web::FieldErrors& errors) { return form_page(visit, errors); });
//     }
#pragma once

#include "../pages.hpp"
#include "telling.hpp"

namespace loopbaankaart::journey {

// /verteld
web::Answer show_tellings(const access::Visit& visit);
web::Answer show_telling(const access::Visit& visit);
web::Answer show_telling_on_screen(const access::Visit& visit);
web::Answer print_telling(const Desk& desk, const access::Visit& visit);
web::Answer show_told_part(const access::Visit& visit);
web::Answer throw_telling_out(const access::Visit& visit);
web::Answer take_telling_out(const access::Visit& visit);
web::Answer ask_what_to_leave_out(const access::Visit& visit);
web::Answer tell_without(const access::Visit& visit);
web::Answer ask_telling_removal(const access::Visit& visit);
web::Answer remove_telling_for_good(const access::Visit& visit);

std::vector<access::Route> telling_routes(const Desk& desk);
Part telling_part();

// ---- for the pages of a part

// Tells it under the id that the form brought (web::form with a fresh id), and goes to its page. `again`: the form once more, with what is wrong: "titel", or
// "" for all of it. It may look at the visit.
struct WhileTelling {
    std::function<base::Result<base::Done>(Draft& draft)> finish = {};  // what takes a while of making the draft, as a picture that is drawn now
    std::function<base::Result<base::Done>(const Telling& telling)> fits = {};  // asked of what is going to be told, with its files; an error tells nothing
    std::function<void(storage::Writes& writes)> also = {};             // in the write that tells it
};
web::Answer tell_it(const access::Visit& visit, Draft draft, std::function<web::Reply(const web::FieldErrors& errors)> again, WhileTelling meanwhile = {});

// What a form asks about how it looks: its title (`titel`), the paper (`papier`) and the ink (`inkt`), each shown as it is. A page with it has this look.
inline constexpr web::Look telling_look{.sheet = "css/journey/verteld.css"};
struct TypedLook {
    std::string title, paper, colour;
};
TypedLook typed_look(const web::Fields& form);
// One of several, each a radio button on what it looks like; its name is heard, and read where there is room.
struct Swatch {
    std::string_view value;
    std::function<void()> look;
};
void swatches(web::Html& html, std::string_view name, const base::Word& label, std::string_view chosen, const std::vector<Swatch>& all);
// The inks (`inkt`), as they are on that paper.
void ink_swatches(web::Html& html, const base::Word& label, std::string_view chosen, std::string_view paper);
void look_fields(web::Html& html, const TypedLook& typed, const web::FieldErrors& errors);

web::Url page_of_telling(const base::Id& telling);
// Its title, or the name of its form.
std::string title_of(const Telling& telling, base::Language language);
// As booklets lying on a table, each a link.
void booklets(web::Html& html, const access::Visit& visit, const std::vector<Telling>& tellings);
// In the list of the bin.
void tellings_among_what_was_thrown_away(web::Html& html, const access::Visit& visit, const std::vector<Telling>& tellings);

}  // namespace loopbaankaart::journey
