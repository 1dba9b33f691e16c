#include <algorithm>
#include <array>

#include "../first_words.hpp"
#include "../pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t excerpt_bytes = 400;  // some six lines on a phone

void where_and_when(Html& html, const access::Visit& visit, const KeptThing& thing, const PlaceName* place) {
    html.p({web::cls("when")}, [&] {
        if (place != nullptr && !place->text.empty()) {
            html.span({web::lang(place->language)}, place->text);
            html.text(" ");
        }
        html.time({web::attr("datetime", base::iso(thing.kept_at))},
                  base::day_in_words(thing.kept_at, visit.language(), visit.site.time_zone));
    });
}

void marks_of_thing(Html& html, const KeptThing& thing) {
    if (!thing.marks.kind && thing.marks.shows.none()) return;
    html.ul({web::cls("marks")}, [&] {
        for (const auto& each : thing_kinds)
            if (thing.marks.kind == each.mark) html.li({}, each.name);
        for (const auto& each : competences)
            if (thing.marks.has(each.mark)) html.li({}, each.name);
    });
}

void big_symbol(Html& html, const KeptThing& thing) {
    for (const auto& each : symbols)
        if (thing.marks.symbol == each.mark)
            html.p({web::cls("big-symbol")}, [&] {
                web::symbol(html, each.code);
                html.span({web::cls("spoken")}, each.name);
            });
}

// On a scrap, which is one link, a sound is a drawing of it.
void glance_at_parts(Html& html, const KeptThing& thing) {
    const auto seen = std::ranges::find_if(thing.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    if (seen != thing.parts.end()) show_part(html, thing.id, *seen, PartSize::small);
    std::size_t photos = 0, sounds = 0;
    for (const KeptPart& part : thing.parts) ++(part.form == PartForm::sound ? sounds : photos);
    if (photos > 1) html.p({web::cls("more-parts")}, base::say(word::more_pictures, html.language(), {{"count", std::to_string(photos - 1)}}));
    if (sounds == 0) return;
    html.p({web::cls("sound-here")}, [&] {
        web::symbol(html, "geluid");
        html.span({}, word::a_sound);
    });
}

bool pictured(const KeptThing& thing) {
    return std::ranges::any_of(thing.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
}

// What it is written on: the same thing has the same paper wherever it is shown.
web::Literal paper_of(const KeptThing& thing) {
    static constexpr std::array<web::Literal, 6> papers{"scrap", "scrap lined", "scrap yellow", "scrap blue", "scrap squared", "scrap green"};
    return pictured(thing) ? papers[0] : papers[static_cast<unsigned char>(thing.id.view().back()) % papers.size()];
}

// Few enough to be written large. Only what may be few is counted.
bool few_words(const KeptThing& thing) {
    constexpr std::size_t few = 60, most_bytes = 4 * few;
    if (thing.words.empty() || thing.words.size() > most_bytes || pictured(thing)) return false;
    return thing.words.size() <= few || base::characters(thing.words) <= few;
}

void on_the_scrap(Html& html, const access::Visit& visit, const KeptThing& thing, const PlaceName* place) {
    const std::string_view shown = first_words(thing.words, excerpt_bytes);
    big_symbol(html, thing);
    glance_at_parts(html, thing);
    html.paragraphs(shown);
    if (shown.size() < thing.words.size()) html.p({web::cls("more")}, word::read_on);
    where_and_when(html, visit, thing, place);
}

// A picture without words: only to who can add them.
void invite_words(Html& html, const access::Visit& visit, const KeptThing& thing) {
    const bool silent = std::ranges::any_of(thing.parts, [](const KeptPart& part) { return part.form != PartForm::sound && part.description.empty(); });
    if (!silent || thing.thrown_at || thing.owner != visit.who().person || visit.who().left()) return;
    html.p({web::cls("small")}, [&] { html.a({web::href(web::path("/rugzak", thing.id.view(), "anders"))}, word::say_what_is_seen); });
}

}  // namespace

void show_part(Html& html, const base::Id& of, const KeptPart& part, PartSize size) {
    const web::Url whole = web::path("/beeld", of.view(), part.id.view());
    if (part.form == PartForm::sound) {
        html.figure({}, [&] {
            const std::string_view called = part.description.empty() ? word::a_sound.in(html.language()) : std::string_view{part.description};
            html.element("audio", {web::flag("controls"), web::attr("preload", "none"), web::src(whole), web::attr("aria-label", called)}, "");
            if (!part.description.empty()) html.figcaption({}, part.description);
        });
        return;
    }
    const std::string width = std::to_string(part.width), height = std::to_string(part.height);
    html.figure({}, [&] {
        const web::Url sized = web::path("/beeld", of.view(), part.id.view()).with("maat", size == PartSize::small ? "klein" : "midden");
        html.img({web::src(sized), web::attr("alt", part.description), web::attr("width", width), web::attr("height", height), web::attr("loading", "lazy")});
        if (size != PartSize::small && !part.description.empty()) html.figcaption({}, part.description);
    });
}

void whole_thing(Html& html, const access::Visit& visit, const KeptThing& thing) {
    html.div({web::cls("scrap")}, [&] {
        big_symbol(html, thing);
        for (const KeptPart& part : thing.parts) show_part(html, thing.id, part, PartSize::middle);
        invite_words(html, visit, thing);
        html.paragraphs(thing.words);
        marks_of_thing(html, thing);
        if (thing.happened) {
            const std::string then = in_words(*thing.happened, visit.language(), visit.site.time_zone);
            html.p({web::cls("when")}, base::say(word::happened_then, visit.language(), {{"when", then}}));
        }
        where_and_when(html, visit, thing, nullptr);
    });
}

void thing_card(Html& html, const access::Visit& visit, const KeptThing& thing, const PlaceName* place) {
    html.li({web::cls(paper_of(thing))}, [&] {
        html.a({web::href(web::path("/rugzak", thing.id.view())), web::attr("class", "few-words", few_words(thing))}, [&] { on_the_scrap(html, visit, thing, place); });
    });
}

void thing_asked_about(Html& html, const access::Visit& visit, const KeptThing& thing) {
    html.div({web::cls("scrap")}, [&] { on_the_scrap(html, visit, thing, nullptr); });
}

}  // namespace loopbaankaart::journey
