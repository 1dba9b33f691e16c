// GET and POST /cv/nieuw and /cv/{record}: a cv as it comes on paper, each place on it a field.
#include <fmt/format.h>

#include "../competence_sign.hpp"
#include "cv_form.hpp"
#include "cv_pages.hpp"
#include "cv_words.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

struct Editing {
    const atlas::Atlas& atlas;
    const TypedCv& typed;
    const Record* seen = nullptr;  // the one that is changed
};

const base::Word& hint_of(Competence competence) {
    switch (competence) {
        case Competence::qualities: return word::cv_hint_qualities;
        case Competence::motives: return word::cv_hint_motives;
        case Competence::exploring_work: return word::cv_hint_exploring_work;
        case Competence::steering: return word::cv_hint_steering;
        case Competence::networking: return word::cv_hint_networking;
    }
    return word::cv_hint_qualities;
}

class EditPage {
public:
    EditPage(const access::Visit& visit, const Editing& editing) : visit_{visit}, form_{visit.request.form}, editing_{editing}, typed_{editing.typed} {}

    void write(Html& html) const {
        const Record* seen = editing_.seen;
        web::back_link(html, web::path("/cv"), word::to_the_cvs);
        html.h1({}, seen ? line_of_cv(*seen, visit_.language()) : std::string{word::new_cv.in(visit_.language())});
        html.p({web::cls("lead")}, word::cv_as_on_paper);
        web::error_summary(html, typed_.errors);
        if (!typed_.errors.empty() && typed_.new_photo) html.p({web::cls("hint")}, word::choose_files_again);
        web::upload_form(html, seen ? page_of_cv(seen->id) : web::path("/cv/nieuw"), visit_.form_token, sent_id(visit_), [&] {
            if (seen) web::hidden(html, "gezien", form_.has("gezien") ? form_["gezien"] : seen_of(*seen).view());
            html.div({web::cls("cv-sheet paper-reispapier")}, [&] {
                html.div({web::cls("cv-who own-baksteen")}, [&] { who(html); });
                html.div({web::cls("cv-parts")}, [&] {
                    for (std::size_t at = 0; at < typed_.cv.parts.size(); ++at) part(html, at);
                });
            });
            web::actions(html, [&] { web::primary_button(html, word::cv_keep, "mens"); });
        });
        html.p({web::cls("small")}, word::nobody_else_sees);
        if (!seen) return;
        html.div({web::cls("cv-tell")}, [&] {
            web::actions(html, [&] { web::secondary_link(html, web::path("/cv", seen->id.view(), "vertel"), word::cv_tell, "boekje"); });
        });
        record_ways(html, visit_, *seen);
    }

private:
    void who(Html& html) const {
        photo(html);
        web::text_field(html, {.name = "naam", .label = word::cv_your_name, .value = typed_.cv.name, .error = typed_.errors.find("naam"), .optional = true, .most = most_in_cv_name});
        web::text_area(html, {.name = "over", .label = word::cv_about_you, .hint = &word::cv_about_you_hint, .value = typed_.cv.about, .error = typed_.errors.find("over"), .optional = true,
                              .most = most_in_cv_about}, 6);
    }

    void photo(Html& html) const {
        const KeptPart* there = editing_.seen ? photo_of(*editing_.seen) : nullptr;
        if (there) {
            const std::string away = fmt::format("weg-{}", there->id.text());
            show_part(html, editing_.seen->id, *there, PartSize::middle);
            web::checkbox(html, {.name = away, .label = word::take_away, .value = "ja"}, form_.has(away));
        } else html.div({web::cls("no-photo"), web::attr("aria-hidden", "true")}, [&] { web::symbol(html, "mens"); });
        const PickField& kept = kept_photo_field();
        const bool open = typed_.errors.find("foto") || typed_.errors.find(kept.name) || !typed_.photo.chosen.empty() || form_["doen"] == asks_search(kept);
        html.details({web::flag("open", open)}, [&] {
            html.summary({}, there ? word::cv_photo_otherwise : word::cv_photo);
            web::file_field(html, {.name = "foto", .label = word::cv_photo_now, .error = typed_.errors.find("foto"), .optional = true}, "image/jpeg,image/png,image/webp");
            pick_things(html, visit_, editing_.atlas, kept, typed_.photo, typed_.errors.find(kept.name), {}, &shelf_);
        });
    }

    void part(Html& html, std::size_t at) const {
        const Competence competence = competences[at].mark;
        const std::string words = words_field(at);
        html.div({web::cls("cv-part own-baksteen")}, [&] {
            web::symbol(html, sign_of(competence));
            web::text_area(html, {.name = words, .label = competences[at].name, .hint = &hint_of(competence), .value = typed_.cv.parts[at].words, .error = typed_.errors.find(words), .optional = true,
                                  .most = most_in_cv_part}, 3);
            evidence(html, at);
        });
    }

    void evidence(Html& html, std::size_t at) const {
        const PickField field = evidence_field(at);
        const Picked& picked = typed_.evidence[at];
        const base::Error* error = typed_.errors.find(field.name);
        const bool asked = form_["doen"] == asks_search(field) || form_["doen"].starts_with(asks_earlier(field, {}));
        if (picked.lost && !error) html.p({web::cls("hint")}, word::cv_evidence_gone);
        html.details({web::flag("open", error || asked || !picked.chosen.empty())}, [&] {
            html.summary({}, word::cv_evidence);
            pick_things(html, visit_, editing_.atlas, field, picked, error, [&](const KeptThing& thing) { what_it_shows(html, at, thing); }, &shelf_);
        });
    }

    void what_it_shows(Html& html, std::size_t at, const KeptThing& thing) const {
        const auto& evidence = typed_.cv.parts[at].evidence;
        const auto said = std::ranges::find(evidence, thing.id, &CvEvidence::thing);
        const std::string name = evidence_words_field(at, thing.id);
        web::text_field(html, {.name = name, .label = word::cv_what_it_shows, .value = said == evidence.end() ? std::string_view{} : std::string_view{said->words}, .optional = true, .most = most_in_evidence});
    }

    const access::Visit& visit_;
    const web::Fields& form_;
    const Editing& editing_;
    const TypedCv& typed_;
    mutable PickShelf shelf_{evidence_field(0).in_sight + 1 + most_cv_evidence};
};

web::Reply edit_page(const access::Visit& visit, const Editing& editing) {
    const std::string title = editing.seen ? line_of_cv(*editing.seen, visit.language()) : title_of(visit, word::new_cv);
    const std::string notice = visit.request.query["gedaan"] == "bewaard" ? title_of(visit, word::kept) : std::string{};
    return visit.page(title, [&](Html& html) { EditPage{visit, editing}.write(html); }, editing.typed.errors.empty() ? 200 : 422, notice, cv_form_look);
}

// To who left: what it says.
web::Reply reading_page(const access::Visit& visit, const Record& record) {
    return visit.page(line_of_cv(record, visit.language()), [&](Html& html) {
        web::back_link(html, web::path("/cv"), word::to_the_cvs);
        html.h1({}, line_of_cv(record, visit.language()));
        words_of_cv(html, visit, record);
        record_ways(html, visit, record);
    }, 200, {}, cv_form_look);
}

// One that is sent again is there already, and no eleventh.
bool has_ten(const access::Visit& visit) {
    bool full = false;
    visit.school().read([&](storage::Reads& reads) {
        const auto cvs = records_of(reads, visit.school().vault(), visit.who(), RecordKind::cv, most_cvs);
        full = cvs.size() == most_cvs && std::ranges::find(cvs, sent_id(visit), &Record::id) == cvs.end();
    });
    return full;
}

// The form once more, with what went wrong while the photo was made.
std::function<web::Reply(const web::FieldErrors&)> again_for(const Desk& desk, const access::Visit& visit, TypedCv typed, std::optional<Record> seen) {
    return [&desk, &visit, typed = std::move(typed), seen = std::move(seen)](const web::FieldErrors& errors) {
        TypedCv wrong = typed;
        wrong.errors = errors;
        return edit_page(visit, {*desk.atlases.of(visit.site), wrong, seen ? &*seen : nullptr});
    };
}

Record record_of(const access::Visit& visit, const TypedCv& typed, const base::Id& id) {
    BodyReader sent{in_json(typed.cv)};
    const LobCv tidied = read_cv(sent);
    return {.id = id, .kind = RecordKind::cv, .body = in_json(tidied), .links = links_of(tidied), .made_at = {}, .owner = visit.who().person};
}

bool keeps_its_photo(const access::Visit& visit, const Record& record) {
    const KeptPart* photo = photo_of(record);
    return photo != nullptr && !visit.request.form.has(fmt::format("weg-{}", photo->id.text()));
}

}  // namespace

web::Answer ask_for_cv(const Desk& desk, const access::Visit& visit) {
    TypedCv typed;
    typed.cv.name = visit.who().name;
    if (has_ten(visit)) typed.errors.add("", {word::cv_most});
    return edit_page(visit, {*desk.atlases.of(visit.site), typed});
}

web::Answer keep_cv(const Desk& desk, const access::Visit& visit) {
    TypedCv typed = sent_cv(visit, false);
    if (redraws(visit.request.form)) typed.errors = {};
    else if (has_ten(visit)) typed.errors.add("", {word::cv_most});
    if (redraws(visit.request.form) || !typed.errors.empty()) return edit_page(visit, {*desk.atlases.of(visit.site), typed});
    Record record = record_of(visit, typed, sent_id(visit));
    const web::Url done = page_of_cv(record.id).with("gedaan", "bewaard");
    return keep_sent(desk, visit, {.record = std::move(record), .form = web::path("/cv/nieuw"), .done = done, .most_parts = 1, .again = again_for(desk, visit, typed, {}), .copied = typed.copied()});
}

web::Answer show_cv(const Desk& desk, const access::Visit& visit) {
    const auto record = own_record_asked(visit, RecordKind::cv);
    if (!record) return visit.absent();
    if (record->thrown_at) return web::go(web::path("/eigen", record->id.view()));
    if (visit.who().left()) return reading_page(visit, *record);
    return edit_page(visit, {*desk.atlases.of(visit.site), kept_cv(visit, *record), &*record});
}

web::Answer change_cv(const Desk& desk, const access::Visit& visit) {
    const auto record = own_cv(visit);
    if (!record) return not_there(visit);
    TypedCv typed = sent_cv(visit, keeps_its_photo(visit, *record));
    if (redraws(visit.request.form)) typed.errors = {};
    if (redraws(visit.request.form) || !typed.errors.empty()) return edit_page(visit, {*desk.atlases.of(visit.site), typed, &*record});
    return change_sent(desk, visit, *record, {.record = record_of(visit, typed, record->id), .form = page_of_cv(record->id), .done = page_of_cv(record->id).with("gedaan", "bewaard"), .most_parts = 1,
                                              .as_new = web::path("/cv/nieuw"), .again = again_for(desk, visit, typed, *record), .copied = typed.copied()});
}

}  // namespace loopbaankaart::journey
