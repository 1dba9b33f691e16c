#include "cv_form.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cv_words.hpp"

namespace loopbaankaart::journey {

namespace {

const std::array<std::string, 5>& evidence_names() {
    static const std::array<std::string, 5> names = [] {
        std::array<std::string, 5> made;
        std::ranges::transform(competences, made.begin(), [](const auto& each) { return fmt::format("bewijs-{}", each.code.view()); });
        return made;
    }();
    return names;
}

bool has_picture(const KeptThing& thing) {
    return std::ranges::any_of(thing.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
}

void read_parts(const access::Visit& visit, TypedCv& typed) {
    const web::Fields& form = visit.request.form;
    for (std::size_t at = 0; at < typed.cv.parts.size(); ++at) {
        typed.evidence[at] = picked_in(visit, form, evidence_field(at));
        typed.cv.parts[at].words = form[words_field(at)];
        for (const KeptThing& thing : typed.evidence[at].chosen)
            typed.cv.parts[at].evidence.push_back({thing.id, std::string{form[evidence_words_field(at, thing.id)]}});
    }
}

// Of its photo what can be told before it is opened.
void check_photo(const access::Visit& visit, TypedCv& typed, bool photo_there) {
    add_faults(typed.errors, kept_photo_field(), typed.photo);
    if (!typed.photo.chosen.empty() && !has_picture(typed.photo.chosen.front())) typed.errors.add(kept_photo_field().name, {word::cv_photo_is_a_picture});
    for (const web::Upload& upload : visit.request.uploads) {
        if (upload.file.size() == 0) continue;
        if (upload.field == "foto") typed.new_photo = true;
        else typed.errors.add("foto", {word::cv_photo_is_a_picture});
    }
    if (photo_there && typed.errors.empty() && (typed.new_photo || !typed.photo.chosen.empty())) typed.errors.add("foto", {word::cv_photo_is_there});
}

// "parts.1.evidence.0.words": of the second part that has something.
std::string field_of(const LobCv& cv, std::string_view fault) {
    if (fault == "name") return "naam";
    if (fault == "about") return "over";
    constexpr std::string_view in_parts = "parts.";
    if (!fault.starts_with(in_parts)) return {};
    const std::string_view inside = fault.substr(in_parts.size());
    auto which = base::whole_number(inside.substr(0, inside.find('.')));
    for (std::size_t at = 0; at < cv.parts.size(); ++at) {
        if (cv.parts[at].empty() || !which || (*which)-- > 0) continue;
        return inside.find(".evidence") == std::string_view::npos ? words_field(at) : std::string{evidence_names()[at]};
    }
    return {};
}

void check_words(TypedCv& typed) {
    LobCv fewer = typed.cv;
    for (CvPart& part : fewer.parts)
        if (part.evidence.size() > most_cv_evidence) part.evidence.erase(part.evidence.begin() + most_cv_evidence, part.evidence.end());  // said of the field already
    BodyReader sent{in_json(fewer)};
    check_cv(sent);
    for (const web::FieldError& fault : sent.faults()) typed.errors.add(field_of(fewer, fault.field), fault.error);
}

}  // namespace

std::string words_field(std::size_t competence) { return fmt::format("woorden-{}", competences[competence].code.view()); }

PickField evidence_field(std::size_t competence) {
    return {.name = evidence_names()[competence], .label = word::cv_evidence_of, .most = most_cv_evidence, .several = true};
}

std::string evidence_words_field(std::size_t competence, const base::Id& thing) { return fmt::format("bij-{}-{}", competences[competence].code.view(), thing.view()); }

const PickField& kept_photo_field() {
    static const PickField field{.name = "portret", .label = word::cv_photo_kept, .most = 1, .in_order = false, .several = true, .pictured = true};
    return field;
}

// What came along from the device goes before it.
std::vector<KeptPart> TypedCv::copied() const {
    if (new_photo || photo.chosen.empty()) return {};
    const auto& parts = photo.chosen.front().parts;
    const auto seen = std::ranges::find_if(parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    return seen == parts.end() ? std::vector<KeptPart>{} : std::vector<KeptPart>{*seen};
}

TypedCv kept_cv(const access::Visit& visit, const Record& record) {
    TypedCv typed{.cv = cv_of(record), .evidence = {}, .photo = {}, .errors = {}};
    const CvThings things = things_in(visit, typed.cv);
    for (std::size_t at = 0; at < typed.cv.parts.size(); ++at)
        for (const CvEvidence& each : typed.cv.parts[at].evidence) {
            const auto thing = things.find(each.thing);
            if (thing == things.end()) typed.evidence[at].lost = true;
            else typed.evidence[at].chosen.push_back(thing->second);
        }
    return typed;
}

TypedCv sent_cv(const access::Visit& visit, bool photo_there) {
    const web::Fields& form = visit.request.form;
    TypedCv typed{.cv = {.name = std::string{form["naam"]}, .about = std::string{form["over"]}, .parts = {}}, .evidence = {}, .photo = picked_in(visit, form, kept_photo_field()), .errors = {}};
    read_parts(visit, typed);
    check_photo(visit, typed, photo_there);
    for (std::size_t at = 0; at < typed.evidence.size(); ++at) add_faults(typed.errors, evidence_field(at), typed.evidence[at]);
    check_words(typed);
    BodyReader tidied{in_json(typed.cv)};
    const bool says = !check_cv(tidied).empty() || photo_there || typed.new_photo || !typed.photo.chosen.empty();
    if (typed.errors.empty() && !says) typed.errors.add("naam", {word::cv_is_empty});
    return typed;
}

}  // namespace loopbaankaart::journey
