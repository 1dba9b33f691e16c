// Inside competences: the form about one thing that hangs, or is going to: what of them it shows, where it hangs, how they would tell it.
#pragma once

#include "own_drawing.hpp"

namespace loopbaankaart::journey {

// What somebody typed, over what it was. Where it hangs: as far as it was dragged, else at the spot that was chosen.
Hung typed_hung(const web::Fields& form, Hung was, const TalentDrawing& looks);

struct HungForm {
    const base::Word& title;
    const web::Url& action;
    const OwnDrawing& own;             // with it in it, as it is typed
    const Hung& hung;
    const base::Word& button;
    bool hangs = false;                // it can be taken off
    const web::FieldErrors& errors;
};
web::Reply hung_form_page(const access::Visit& visit, const HungForm& form);

}  // namespace loopbaankaart::journey
