// Inside backpack: the form of a kept thing, for keeping it and for changing it.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// What somebody typed and chose, right or wrong. Its files are in the request.
struct TypedThing {
    std::string words, when;
    std::string strokes;                    // of a drawing made with the finger, as the script sends them (pen::read_finger_drawing)
    Marks marks;
    std::vector<std::string> descriptions;  // of its new pictures, in their order
};
TypedThing typed_thing(const web::Request& request);
TypedThing as_typed(const KeptThing& thing, const access::Visit& visit);
// Whether it holds something beside words.
bool brings_more(const TypedThing& typed, const web::Request& request);

// What is right about it goes into `thing`; what is wrong comes back. `more`: there is something beside words.
web::FieldErrors check(const TypedThing& typed, bool more, const access::Visit& visit, KeptThing& thing);

struct ShownForm {
    const TypedThing& typed;
    const web::FieldErrors& errors;
};
// The whole form for keeping something, at a place or loose.
void keep_form(web::Html& html, const access::Visit& visit, std::string_view place, const ShownForm& form);
// What was typed, in hidden fields; files cannot be carried.
void carry(web::Html& html, const TypedThing& typed);

void symbol_field(web::Html& html, const base::Word& label, const std::optional<Symbol>& chosen);
void words_field(web::Html& html, const ShownForm& form, int rows);
// Photos, a drawing, a sound, `room` of them at most; the script makes more of them (assets/js/keep.js).
enum class Asks { everything, pictures };  // pictures: no sound
void media_fields(web::Html& html, const ShownForm& form, std::size_t room, Asks asks = Asks::everything);
// When, what kind, a symbol, what it shows.
void more_fields(web::Html& html, const ShownForm& form);

}  // namespace loopbaankaart::journey
