// Telling: files copied and words sealed before the write, and a title, paper and ink of one's own.
#include <fmt/format.h>

#include <memory>

#include "../content.hpp"
#include "one_page.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

web::FieldErrors about(std::string_view field, const base::Error& error) {
    web::FieldErrors errors;
    errors.add(field, error);
    return errors;
}

// One radio button on what it looks like; its name is heard, and read where there is room.
template <typename One>
void swatches(Html& html, std::string_view name, const base::Word& label, std::string_view chosen, const std::vector<One>& all, const std::function<void(const One&)>& look) {
    html.fieldset({web::cls("swatches")}, [&] {
        html.legend({}, label);
        for (const One& one : all) {
            const std::string field = fmt::format("veld-{}-{}", name, one.id);
            html.div({web::cls("swatch")}, [&] {
                html.input({web::type("radio"), web::id(field), web::name(name), web::value(one.id), web::flag("checked", one.id == chosen)});
                html.label({web::attr("for", field)}, [&] { look(one); });
            });
        }
    });
}

}  // namespace

web::Answer tell_it(const access::Visit& visit, Draft draft, std::function<web::Reply(const web::FieldErrors& errors)> again, Fits fits) {
    if (const auto fine = may_be_told(draft); !fine) return again(about(fine.error().word == &word::title_too_long ? "titel" : "", fine.error()));
    const base::Id id = sent_id(visit);
    if (telling_was_removed(visit.school().vault(), visit.who(), id)) return again(about("", word::told_otherwise));
    return web::Slow{[&visit, id, draft = std::move(draft), again = std::move(again), fits = std::move(fits)]() -> web::Answer {
        const auto sealed = std::make_shared<SealedTelling>(visit.school(), visit.who(), draft, id, visit.site.now());
        if (sealed->telling().pages.empty()) return again(about("", word::nothing_to_tell));
        if (fits)
            if (const auto well = fits(sealed->telling()); !well) return again(about("", well.error()));
        return web::Write{[&visit, sealed, again](storage::Writes& writes) -> web::Reply {
            if (tell(writes, visit.school().vault(), visit.who(), *sealed) == Kept::conflict) return again(about("", word::told_otherwise));
            return web::go(page_of_telling(sealed->telling().id).with("gedaan", "verteld"));
        }};
    }};
}

web::Answer tell_it(const access::Visit& visit, Draft draft, std::function<web::Reply(const web::FieldErrors& errors)> again) { return tell_it(visit, std::move(draft), std::move(again), {}); }

TypedLook typed_look(const web::Fields& form) { return {std::string{form["titel"]}, std::string{form["papier"]}, std::string{form["inkt"]}}; }

void look_fields(Html& html, const TypedLook& typed, const web::FieldErrors& errors) {
    const Content& choices = content();
    const std::string& paper = find(choices.papers, typed.paper) != nullptr ? typed.paper : choices.papers.front().id;
    const std::string& colour = find(choices.colours, typed.colour) != nullptr ? typed.colour : choices.colours.front().id;
    web::text_field(html, {.name = "titel", .label = word::telling_title, .value = typed.title, .error = errors.find("titel"), .optional = true, .most = most_title});
    swatches<Paper>(html, "papier", word::telling_paper, paper, choices.papers, [&](const Paper& one) {
        const std::string classes = fmt::format("sample paper-{}", one.id);
        html.span({web::attr("class", classes), web::attr("aria-hidden", "true")}, "Aa");
        html.span({}, one.names.in(html.language()));
    });
    const std::string on_paper = fmt::format("inks paper-{}", paper);
    html.div({web::attr("class", on_paper)}, [&] {
        swatches<OwnColour>(html, "inkt", word::telling_ink, colour, choices.colours, [&](const OwnColour& one) {
            const std::string classes = fmt::format("ink-drop own-{}", one.id);
            html.span({web::attr("class", classes), web::attr("aria-hidden", "true")}, "");
            html.span({web::cls("spoken")}, one.names.in(html.language()));
        });
    });
}

}  // namespace loopbaankaart::journey
