// Telling: files copied and words sealed before the write, and a title, paper and ink of one's own.
#include <fmt/format.h>

#include <memory>

#include "../content.hpp"
#include "telling_pages.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

web::FieldErrors about(std::string_view field, const base::Error& error) {
    web::FieldErrors errors;
    errors.add(field, error);
    return errors;
}

}  // namespace

web::Answer tell_it(const access::Visit& visit, Draft draft, std::function<web::Reply(const web::FieldErrors& errors)> again, WhileTelling meanwhile) {
    if (const auto fine = may_be_told(draft); !fine) return again(about(fine.error().word == &word::title_too_long ? "titel" : "", fine.error()));
    const base::Id id = sent_id(visit);
    if (telling_was_removed(visit.school().vault(), visit.who(), id)) return again(about("", word::told_otherwise));
    return web::Slow{[&visit, id, draft = std::move(draft), again = std::move(again), meanwhile = std::move(meanwhile)]() mutable -> web::Answer {
        const auto is_fine = [](const auto& asked, auto& of) { return asked ? asked(of) : base::Result<base::Done>{base::Done{}}; };
        if (const auto finished = is_fine(meanwhile.finish, draft); !finished) return again(about("", finished.error()));
        const auto sealed = std::make_shared<SealedTelling>(visit.school(), visit.who(), draft, id, visit.site.now());
        if (sealed->telling().pages.empty()) return again(about("", word::nothing_to_tell));
        if (const auto fits = is_fine(meanwhile.fits, sealed->telling()); !fits) return again(about("", fits.error()));
        return web::Write{[&visit, sealed, again, also = meanwhile.also](storage::Writes& writes) -> web::Reply {
            if (tell(writes, visit.school().vault(), visit.who(), *sealed) == Kept::conflict) return again(about("", word::told_otherwise));
            if (also) also(writes);
            return web::go(page_of_telling(sealed->telling().id).with("gedaan", "verteld"));
        }};
    }};
}

TypedLook typed_look(const web::Fields& form) { return {std::string{form["titel"]}, std::string{form["papier"]}, std::string{form["inkt"]}}; }

void swatches(Html& html, std::string_view name, const base::Word& label, std::string_view chosen, const std::vector<Swatch>& all) {
    html.fieldset({web::cls("swatches")}, [&] {
        html.legend({}, label);
        for (const Swatch& one : all) {
            const std::string field = fmt::format("veld-{}-{}", name, one.value);
            html.div({web::cls("swatch")}, [&] {
                html.input({web::type("radio"), web::id(field), web::name(name), web::value(one.value), web::flag("checked", one.value == chosen)});
                html.label({web::attr("for", field)}, one.look);
            });
        }
    });
}

void ink_swatches(Html& html, const base::Word& label, std::string_view chosen, std::string_view paper) {
    const std::string on_paper = fmt::format("inks paper-{}", paper);
    std::vector<Swatch> inks;
    for (const OwnColour& one : content().colours)
        inks.push_back({one.id, [&html, &one] {
                            const std::string classes = fmt::format("ink-drop own-{}", one.id);
                            html.span({web::attr("class", classes), web::attr("aria-hidden", "true")}, "");
                            html.span({web::cls("spoken")}, one.names.in(html.language()));
                        }});
    html.div({web::attr("class", on_paper)}, [&] { swatches(html, "inkt", label, chosen, inks); });
}

void look_fields(Html& html, const TypedLook& typed, const web::FieldErrors& errors) {
    const Content& choices = content();
    const std::string& paper = find(choices.papers, typed.paper) != nullptr ? typed.paper : choices.papers.front().id;
    const std::string& colour = find(choices.colours, typed.colour) != nullptr ? typed.colour : choices.colours.front().id;
    web::text_field(html, {.name = "titel", .label = word::telling_title, .value = typed.title, .error = errors.find("titel"), .optional = true, .most = most_title});
    std::vector<Swatch> papers;
    for (const Paper& one : choices.papers)
        papers.push_back({one.id, [&html, &one] {
                              const std::string classes = fmt::format("sample paper-{}", one.id);
                              html.span({web::attr("class", classes), web::attr("aria-hidden", "true")}, "Aa");
                              html.span({}, one.names.in(html.language()));
                          }});
    swatches(html, "papier", word::telling_paper, paper, papers);
    ink_swatches(html, word::telling_ink, colour, paper);
}

}  // namespace loopbaankaart::journey
