// Inside competences: the viewer's drawing, and keeping it.
#pragma once

#include "../records/record_pages.hpp"
#include "hanging_html.hpp"

namespace loopbaankaart::journey {

struct OwnDrawing {
    std::optional<Record> kept;  // absent while nothing was done with it: a bare tree
    CompetenceDrawing drawing;

    // What this form made is there already: it was sent before.
    bool came_of(const base::Id& form) const { return kept && seen_of(*kept) == form; }
};
OwnDrawing own_drawing(const access::Visit& visit);
ShownDrawing shown(const access::Visit& visit, const CompetenceDrawing& drawing);

// Right as far as can be told; else what is wrong, by the name of the field in a form ("woord", "hoe", "hart").
web::FieldErrors faults_of(const CompetenceDrawing& drawing);
// Without faults. Of what is thrown away for good and of which nothing was said, nothing stays.
web::Answer keep_drawing(const Desk& desk, const access::Visit& visit, const CompetenceDrawing& drawing, const web::Url& form);

}  // namespace loopbaankaart::journey
