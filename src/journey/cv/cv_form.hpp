// Inside cv: a cv as a form has it, from what is kept or from what came back.
#pragma once

#include "cv_html.hpp"

namespace loopbaankaart::journey {

// As it is called in the form: what is said of a competence, and what shows it.
std::string words_field(std::size_t competence);
PickField evidence_field(std::size_t competence);
std::string evidence_words_field(std::size_t competence, const base::Id& thing);
// What the photo is copied from.
const PickField& kept_photo_field();

struct TypedCv {
    LobCv cv;
    std::array<Picked, 5> evidence;  // by Competence
    Picked photo;                    // one thing at most
    bool new_photo = false;          // one came along from the device
    web::FieldErrors errors;         // by the name of the field

    // The parts to copy as its photo: none or one.
    std::vector<KeptPart> copied() const;
};
TypedCv kept_cv(const access::Visit& visit, const Record& record);
// `photo_there`: what was kept has one, that stays.
TypedCv sent_cv(const access::Visit& visit, bool photo_there);

}  // namespace loopbaankaart::journey
