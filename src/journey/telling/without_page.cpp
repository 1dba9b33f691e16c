// GET and POST /verteld/{telling}/zonder: telling again without a photo. The new booklet is nobody else's yet; the one before goes into the bin.
#include <algorithm>

#include "../sharing/sharing.hpp"
#include "again.hpp"
#include "telling_html.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// Each once, in the order of the booklet.
void pictures_to_leave_out(Html& html, const Telling& telling, const std::set<base::Id>& ticked) {
    html.fieldset({web::cls("to-leave-out")}, [&] {
        html.legend({}, word::which_goes);
        html.ul({}, [&] {
            for (const KeptPart& part : telling.parts) {
                const std::string field = "foto-" + part.id.text();
                const std::string_view said = part.description.empty() ? (part.form == PartForm::sound ? word::told_sound : word::told_picture).in(html.language()) : std::string_view{part.description};
                html.li({}, [&] {
                    html.input({web::type("checkbox"), web::id(field), web::name("foto"), web::value(part.id.view()), web::flag("checked", ticked.contains(part.id))});
                    html.label({web::attr("for", field)}, [&] {
                        if (part.form == PartForm::sound) web::symbol(html, "geluid");
                        else html.img({web::src(web::path("/verteld", telling.id.view(), part.id.view()).with("maat", "klein")), web::attr("alt", "")});
                        html.span({part.description.empty() && part.form != PartForm::sound ? web::cls("spoken") : web::cls("name")}, said);
                    });
                });
            }
        });
    });
}

web::Reply without_page(const access::Visit& visit, const Telling& telling, const LeftOut& without, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, word::tell_without), [&](Html& html) {
        web::back_link(html, page_of_telling(telling.id), word::to_this_telling);
        html.h1({}, word::tell_without);
        web::error_summary(html, errors);
        if (telling.parts.empty()) return html.p({web::cls("lead")}, word::no_picture_in_it);
        html.p({web::cls("lead")}, word::tell_without_what);
        web::form(html, web::path("/verteld", telling.id.view(), "zonder"), visit.form_token, sent_id(visit), [&] {
            pictures_to_leave_out(html, telling, without.parts);
            web::actions(html, [&] {
                web::primary_button(html, word::tell_it_again, "boekje");
                web::secondary_link(html, page_of_telling(telling.id), word::leave_booklet_so);
            });
        });
    }, errors.empty() ? 200 : 422, {}, telling_look);
}

}  // namespace

web::Answer ask_what_to_leave_out(const access::Visit& visit) {
    const auto telling = own_telling_asked(visit);
    if (!telling) return visit.absent();
    if (telling->thrown_at) return web::go(page_of_telling(telling->id));
    return without_page(visit, *telling, {}, {});
}

// Sent twice, the one before is in the bin already, and the new one there.
web::Answer tell_without(const access::Visit& visit) {
    const auto telling = own_telling_asked(visit);
    if (!telling) return visit.absent();
    LeftOut without;
    for (const std::string_view named : visit.request.form.all("foto"))
        if (const auto id = base::Id::parse(named); id && std::ranges::find(telling->parts, *id, &KeptPart::id) != telling->parts.end()) without.parts.insert(*id);
    const auto again = [&visit, telling = *telling, without](const web::FieldErrors& errors) { return without_page(visit, telling, without, errors); };
    if (telling->thrown_at) {
        bool told = false;
        visit.school().read([&](storage::Reads& reads) { told = find_telling(reads, visit.school().vault(), visit.who(), sent_id(visit), visit.site.now()).has_value(); });
        return web::go(page_of_telling(told ? sent_id(visit) : telling->id));
    }
    if (without.parts.empty()) {
        web::FieldErrors errors;
        errors.add("", {word::choose_what_goes});
        return again(errors);
    }
    const access::Thing before = as_thing(*telling);
    return tell_it(visit, told_again(*telling, without), again,
                   {.finish =
                        [&visit, before](Draft&) {
                            remember_end_of_shares(visit.school(), before, visit.site.now());
                            return base::Result<base::Done>{base::Done{}};
                        },
                    .also = [&visit, before](storage::Writes& writes) { throw_telling_away(writes, before, visit.site.now()); }});
}

}  // namespace loopbaankaart::journey
