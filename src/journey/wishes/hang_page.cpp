// GET and POST /wensen/nieuw: hanging a wish; ?van= names the one in whose place it comes. GET and POST /wensen/{record}/anders: saying it otherwise.
#include "../backpack/thing_form.hpp"
#include "../sharing/sharing_pages.hpp"
#include "wish_html.hpp"
#include "wish_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t most_pictures = 1;

struct HangingForm {
    const base::Word& title;
    web::Url form, back;
    const base::Word& back_to;
    const Record* seen = nullptr;     // the one that is changed
    const Record* instead = nullptr;  // the one in whose place it comes
};

// Its picture is there already: it stays unless it is taken away.
void picture_there(Html& html, const access::Visit& visit, const Record& wish) {
    for (const KeptPart& part : wish.parts)
        html.div({web::cls("part-there")}, [&] {
            show_part(html, wish.id, part, PartSize::small);
            web::checkbox(html, {.name = fmt::format("weg-{}", part.id.text()), .label = word::take_away, .value = "ja"}, visit.request.form.has(fmt::format("weg-{}", part.id.text())));
        });
}

web::Reply form_page(const access::Visit& visit, const HangingForm& hanging, const TypedThing& typed, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, hanging.title), [&](Html& html) {
        web::back_link(html, hanging.back, hanging.back_to);
        html.h1({}, hanging.title);
        web::error_summary(html, errors);
        if (hanging.seen) who_will_see_it(html, visit, shared_wishes(), hanging.seen->id);
        if (!errors.empty() && !visit.request.uploads.empty()) html.p({web::cls("hint")}, word::choose_files_again);
        web::upload_form(html, hanging.form, visit.form_token, visit.site.new_id(), [&] {
            if (hanging.seen) seen_field(html, hanging.seen);
            if (hanging.instead) {
                web::hidden(html, "van", hanging.instead->id.view());
                html.p({web::cls("instead")}, [&] {
                    html.span({}, word::wish_comes_instead_of);
                    html.strong({}, line_of_wish(*hanging.instead, visit.language()));
                });
            }
            html.div({web::cls("on-a-ribbon")}, [&] {
                web::text_area(html, {.name = "woorden", .label = word::what_do_you_wish, .hint = &word::wish_hint, .value = typed.words, .error = errors.find("woorden"),
                                      .optional = true, .most = most_in_wish}, 3);
            });
            if (hanging.seen) picture_there(html, visit, *hanging.seen);
            if (!hanging.seen || hanging.seen->parts.empty()) media_fields(html, {typed, errors}, most_pictures);
            symbol_field(html, word::which_symbol, typed.marks.symbol);
            web::actions(html, [&] { web::primary_button(html, hanging.seen ? word::keep : word::hang_it, "wens"); });
            html.p({web::cls("small")}, word::only_you);
        });
    }, errors.empty() ? 200 : 422, {}, wish_look);
}

// Over what the wish said: its words and its sign are what this form asks.
Wish over(Wish said, const TypedThing& typed) {
    said.words = typed.words;
    said.symbol = typed.marks.symbol;
    return said;
}

struct Checked {
    Json body;
    web::FieldErrors errors;
};
Checked check_typed(const Wish& wish, bool more) {
    BodyReader sent{in_json(wish)};
    Checked checked{.body = check_wish(sent), .errors = {}};
    for (const web::FieldError& fault : sent.faults()) checked.errors.add("woorden", fault.error);
    if (checked.errors.empty() && !more && !checked.body.contains("words")) checked.errors.add("woorden", {word::wish_empty});
    return checked;
}

// The own wish that `van` names; one that is not theirs is none, and the new one hangs by itself.
std::optional<Record> named_instead(const access::Visit& visit, std::string_view van) {
    const auto id = base::Id::parse(van);
    if (!id) return std::nullopt;
    std::optional<Record> wish;
    visit.school().read([&](storage::Reads& reads) { wish = own_record(reads, visit.school().vault(), visit.who(), *id); });
    if (wish && (wish->kind != RecordKind::wish || wish->thrown_at)) wish.reset();
    return wish;
}

HangingForm a_new_one(const Record* instead) { return {word::hang_a_wish, web::path("/wensen/nieuw"), web::path("/wensen"), word::to_the_wishes, nullptr, instead}; }
HangingForm as_it_is(const Record& wish) { return {word::change_it, page_of_wish(wish.id, "anders"), page_of_wish(wish.id), word::to_the_wish, &wish, nullptr}; }

bool keeps_its_picture(const access::Visit& visit, const Record& wish) {
    for (const KeptPart& part : wish.parts)
        if (!visit.request.form.has(fmt::format("weg-{}", part.id.text()))) return true;
    return false;
}

}  // namespace

web::Answer ask_for_a_wish(const Desk&, const access::Visit& visit) {
    const auto instead = named_instead(visit, visit.request.query["van"]);
    return form_page(visit, a_new_one(instead ? &*instead : nullptr), {}, {});
}

web::Answer hang_wish(const Desk& desk, const access::Visit& visit) {
    const std::string_view van = visit.request.form["van"];
    const auto instead = named_instead(visit, van);
    const auto itself = base::Id::parse(van);
    const TypedThing typed = typed_thing(visit.request);
    auto [body, errors] = check_typed(over({}, typed), brings_more(typed, visit.request));
    Record wish{.id = sent_id(visit), .kind = RecordKind::wish, .body = std::move(body), .made_at = {}, .owner = visit.who().person};
    if (itself && (instead || *itself == wish.id))
        if (const auto put = put_instead_of(wish, *itself); !put) errors.add("", put.error());
    const auto again = [&visit, typed, instead](const web::FieldErrors& wrong) { return form_page(visit, a_new_one(instead ? &*instead : nullptr), typed, wrong); };
    if (!errors.empty()) return again(errors);
    return keep_sent(desk, visit, {.record = std::move(wish), .form = web::path("/wensen/nieuw"), .done = web::path("/wensen").with("gedaan", "bewaard"),
                                   .most_parts = most_pictures, .again = again});
}

web::Answer ask_wish_change(const Desk&, const access::Visit& visit) {
    const auto wish = own_record_asked(visit, RecordKind::wish);
    if (!wish || wish->thrown_at) return not_there(visit);
    const Wish said = wish_of(*wish);
    TypedThing typed{.words = said.words};
    typed.marks.symbol = said.symbol;
    return form_page(visit, as_it_is(*wish), typed, {});
}

web::Answer change_wish(const Desk& desk, const access::Visit& visit) {
    const auto wish = own_record_asked(visit, RecordKind::wish);
    if (!wish || wish->thrown_at) return not_there(visit);
    const TypedThing typed = typed_thing(visit.request);
    auto [body, errors] = check_typed(over(wish_of(*wish), typed), brings_more(typed, visit.request) || keeps_its_picture(visit, *wish));
    const auto again = [&visit, typed, wish](const web::FieldErrors& wrong) { return form_page(visit, as_it_is(*wish), typed, wrong); };
    if (!errors.empty()) return again(errors);
    Record changed = *wish;
    changed.body = std::move(body);
    changed.parts.clear();
    return change_sent(desk, visit, *wish, {.record = std::move(changed), .form = page_of_wish(wish->id, "anders"), .done = page_of_wish(wish->id).with("gedaan", "anders"),
                                            .most_parts = most_pictures, .again = again});
}

}  // namespace loopbaankaart::journey
