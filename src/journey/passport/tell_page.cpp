// GET and POST /paspoort/vertel: telling what is seen in it, in the language that was asked, on the paper and in the ink of its cover.
#include "../telling/telling_pages.hpp"
#include "passport_html.hpp"
#include "passport_pages.hpp"
#include "passport_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

web::Reply tell_page(const access::Visit& visit, const OwnPassport& own, const TypedLook& typed, base::Language language, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, word::tell_passport), [&](Html& html) {
        web::back_link(html, the_passport(), word::to_the_passport);
        html.h1({}, word::tell_passport);
        if (seen_pages(own.passport, own.sources).empty())
            return web::empty_place(html, "leeg-verhaal", word::passport_nothing, [&] {
                web::actions(html, [&] { web::primary_link(html, web::path("/paspoort/blad"), word::new_page, "boekje"); });
            });
        html.p({web::cls("lead")}, word::tell_passport_lead);
        web::error_summary(html, errors);
        web::form(html, web::path("/paspoort/vertel"), visit.form_token, sent_id(visit), [&] {
            const std::vector<web::Choice> languages{{"nl", "Nederlands"}, {"en", "English"}};
            html.div({web::cls("chips")}, [&] { web::radio_group(html, {.name = "taal", .label = word::passport_language, .hint = &word::own_words_stay, .value = base::code(language), .choices = languages}); });
            look_fields(html, typed, errors);
            web::actions(html, [&] { web::primary_button(html, word::tell_passport, "boekje"); });
        });
        html.p({web::cls("small")}, word::only_you);
    }, errors.empty() ? 200 : 422, {}, passport_look);
}

// The drawing that somebody made with a finger, as it lies in the school's media.
std::optional<std::string> drawing_in(const access::Visit& visit, const Record& stamp) {
    const KeptPart* part = picture_on(stamp);
    if (part == nullptr || part->form != PartForm::drawing) return std::nullopt;
    storage::Media& media = visit.school().media();
    const auto size = media.size(part->file);
    const auto bytes = size ? media.read(visit.who().person, part->file, 0, *size) : std::nullopt;
    if (!bytes) return std::nullopt;
    return std::string{base::text_of(*bytes)};
}

Draft draft_in(const access::Visit& visit, const atlas::Atlas& atlas, const OwnPassport& own, const TypedLook& look, base::Language language) {
    Passport passport = own.passport;
    passport.title = look.title;
    passport.paper = look.paper;
    passport.colour = look.colour;
    const Pressing pressing{
        .press = [&](const Record& record) {
            const Stamp stamp = stamp_of(record);
            const auto finger = drawing_in(visit, record);
            const Imprint imprint = imprint_of(stamp, place_of(atlas, record, language), finger ? Holds::drawing : Holds::words);
            const std::string svg = svg_of(imprint, colour_on(ink_of(stamp), paper_of(passport).day), finger);
            const base::BytesView bytes = base::bytes_of(svg);
            return base::Bytes(bytes.begin(), bytes.end());
        },
        .say = [&](const Record& record) { return said_of(record, place_of(atlas, record, language), language); },
    };
    return draft_of(passport, own.sources, own.kept->id, language, pressing);
}

}  // namespace

web::Answer ask_to_tell_passport(const Desk&, const access::Visit& visit) {
    const OwnPassport own = own_passport(visit);
    return tell_page(visit, own, {own.passport.title, paper_of(own.passport).id, ink_of(own.passport).id}, visit.language(), {});
}

web::Answer tell_passport(const Desk& desk, const access::Visit& visit) {
    OwnPassport own = own_passport(visit);
    const TypedLook typed = typed_look(visit.request.form);
    const base::Language language = base::parse_language(visit.request.form["taal"]).value_or(visit.language());
    if (seen_pages(own.passport, own.sources).empty()) {
        web::FieldErrors errors;
        errors.add("", {word::passport_nothing});
        return tell_page(visit, own, typed, language, errors);
    }
    return web::Slow{[&desk, &visit, own = std::move(own), typed, language]() -> web::Answer {
        const auto again = [&visit, own, typed, language](const web::FieldErrors& errors) { return tell_page(visit, own, typed, language, errors); };
        return tell_it(visit, draft_in(visit, *desk.atlases.of(visit.site), own, typed, language), again);
    }};
}

}  // namespace loopbaankaart::journey
