#include "own_circle.hpp"

namespace loopbaankaart::journey {

namespace {

// What a part of it is called in a form.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> fields{{{".name", "naam"}, {".expects", "verwacht"}}};

}  // namespace

OwnCircle own_circle(const access::Visit& visit) {
    OwnCircle found;
    visit.school().read([&](storage::Reads& reads) { found.kept = single_record(reads, visit.school().vault(), visit.who(), RecordKind::circle); });
    if (found.kept) found.circle = circle_of(*found.kept);
    return found;
}

web::FieldErrors faults_of(const Circle& circle) {
    BodyReader sent{in_json(circle)};
    check_circle(sent);
    web::FieldErrors errors;
    for (const web::FieldError& fault : sent.faults()) {
        const auto* named = std::ranges::find_if(fields, [&](const auto& each) { return fault.field.ends_with(each.first); });
        errors.add(named == fields.end() ? std::string_view{} : named->second, fault.error);
    }
    return errors;
}

web::Answer keep_circle(const Desk& desk, const access::Visit& visit, const Circle& circle, const web::Url& form) {
    BodyReader sent{in_json(circle)};
    return keep_or_change_sent(desk, visit, {.record = {.id = {}, .kind = RecordKind::circle, .body = check_circle(sent), .links = {}, .made_at = {}, .owner = visit.who().person},
                                             .form = form, .done = circle_page().with("gedaan", "anders")});
}

}  // namespace loopbaankaart::journey
