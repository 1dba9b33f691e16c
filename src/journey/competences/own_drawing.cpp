#include "own_drawing.hpp"

#include <array>

namespace loopbaankaart::journey {

namespace {

// What a part of it is called in a form.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> field_names{{{".word", "woord"}, {".how", "hoe"}, {"heart.words", "hart"}}};

}  // namespace

OwnDrawing own_drawing(const access::Visit& visit) {
    OwnDrawing found;
    visit.school().read([&](storage::Reads& reads) { found.kept = single_record(reads, visit.school().vault(), visit.who(), RecordKind::competence_drawing); });
    if (found.kept) found.drawing = competence_drawing_of(*found.kept);
    return found;
}

ShownDrawing shown(const access::Visit& visit, const CompetenceDrawing& drawing) {
    ShownDrawing found;
    visit.school().read([&](storage::Reads& reads) { found = shown(reads, visit.school().vault(), visit.who(), drawing, visit.language()); });
    return found;
}

web::FieldErrors faults_of(const CompetenceDrawing& drawing) {
    BodyReader sent{in_json(drawing)};
    check_competence_drawing(sent);
    web::FieldErrors errors;
    for (const web::FieldError& fault : sent.faults()) {
        const auto* named = std::ranges::find_if(field_names, [&](const auto& each) { return fault.field.ends_with(each.first); });
        errors.add(named == field_names.end() ? std::string_view{} : named->second, fault.error);
    }
    return errors;
}

web::Answer keep_drawing(const Desk& desk, const access::Visit& visit, const CompetenceDrawing& drawing, const web::Url& form) {
    BodyReader sent{in_json(drawing)};
    const CompetenceDrawing tidied = read_competence_drawing(sent);
    return keep_or_change_sent(desk, visit, {.record = {.id = {}, .kind = RecordKind::competence_drawing, .body = in_json(tidied), .links = links_of(tidied), .made_at = {}, .owner = visit.who().person},
                                             .form = form, .done = talents().with("gedaan", "anders")});
}

}  // namespace loopbaankaart::journey
