#include "telling_html.hpp"

#include <fmt/format.h>

#include <array>

#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

web::Url file_of(const Telling& telling, const KeptPart& part, PartSize size) {
    return web::path("/verteld", telling.id.view(), part.id.view()).with("maat", size == PartSize::small ? "klein" : "midden");
}

void picture(Html& html, const Telling& telling, const KeptPart& part, PartSize size) {
    const std::string width = std::to_string(part.width), height = std::to_string(part.height);
    html.img({web::src(file_of(telling, part, size)), web::attr("alt", part.description), web::attr("width", width), web::attr("height", height), web::attr("loading", "lazy")});
}

void stamped(Html& html, const Telling& telling, const ToldBlock& block) {
    const KeptPart* part = part_of(telling, block);
    if (part != nullptr) html.div({web::cls("stamped"), web::lang(block.language)}, [&] { picture(html, telling, *part, PartSize::middle); });
}

void block(Html& html, const Telling& telling, const ToldBlock& one, Under under) {
    using Form = ToldBlock::Form;
    switch (one.form) {
        case Form::heading:
        case Form::word: {
            const std::string classes = fmt::format("{}own-{}", one.form == Form::word ? "kernwoord " : "", telling.colour);
            if (under == Under::title) return html.h2({web::attr("class", classes), web::lang(one.language)}, one.words);
            return html.h3({web::attr("class", classes), web::lang(one.language)}, one.words);
        }
        case Form::words: return html.div({web::cls("said"), web::lang(one.language)}, [&] { html.paragraphs(one.words); });
        case Form::small: return html.p({web::cls("when"), web::lang(one.language)}, one.words);
        case Form::picture:
        case Form::half: return told_figure(html, telling, one);
        case Form::line: return html.div({web::cls("drawn-line"), web::attr("aria-hidden", "true")}, "");
        case Form::stamp: return stamped(html, telling, one);
    }
}

}  // namespace

void told_figure(Html& html, const Telling& telling, const ToldBlock& block) {
    const KeptPart* part = part_of(telling, block);
    if (part == nullptr) return;
    const bool heard = part->form == PartForm::sound;
    html.figure({web::attr("class", heard ? "heard" : part->form == PartForm::drawing ? "taped drawn" : "taped"), web::lang(block.language)}, [&] {
        if (heard) {
            const std::string_view called = part->description.empty() ? word::told_sound.in(html.language()) : std::string_view{part->description};
            html.element("audio", {web::flag("controls"), web::attr("preload", "none"), web::src(web::path("/verteld", telling.id.view(), part->id.view())), web::attr("aria-label", called)}, "");
        } else {
            picture(html, telling, *part, PartSize::middle);
        }
        const std::string& under = block.words.empty() && heard ? part->description : block.words;
        if (!under.empty()) html.figcaption({}, under);
    });
}

const base::Word& name_of(TellingForm form) {
    static const std::array<const base::Word*, telling_form_count> names{&word::told_story, &word::told_passport, &word::told_cv, &word::told_drawing, &word::told_circle, &word::told_self_story};
    return *names.at(static_cast<std::size_t>(form));
}

std::string title_of(const Telling& telling, base::Language language) { return telling.title.empty() ? std::string{name_of(telling.form).in(language)} : telling.title; }

web::Url page_of_telling(const base::Id& telling) { return web::path("/verteld", telling.view()); }

std::string paper_classes(std::string_view always, const Telling& telling) { return fmt::format("{} paper-{}", always, telling.paper); }

void told_blocks(Html& html, const Telling& telling, const ToldPage& page, Under under) {
    for (std::size_t at = 0; at < page.size(); ++at) {
        const auto is_half = [&](std::size_t which) { return which < page.size() && page[which].form == ToldBlock::Form::half; };
        const auto is_stamp = [&](std::size_t which) { return which < page.size() && page[which].form == ToldBlock::Form::stamp; };
        if (is_stamp(at)) {
            html.div({web::cls("stamps-told")}, [&] {
                block(html, telling, page[at], under);
                while (is_stamp(at + 1)) block(html, telling, page[++at], under);
            });
            continue;
        }
        if (!is_half(at)) {
            block(html, telling, page[at], under);
            continue;
        }
        html.div({web::cls("halves")}, [&] {
            block(html, telling, page[at], under);
            if (is_half(at + 1) || is_stamp(at + 1)) block(html, telling, page[++at], under);  // or the stamp that lies beside it
        });
    }
}

void told_cover(Html& html, const access::Visit& visit, const Telling& telling, std::string_view teller) {
    const KeptPart* first = telling.parts.size() > 1 ? first_picture(telling) : nullptr;
    html.h1({web::attr("class", fmt::format("own-{}", telling.colour)), web::lang(telling.language)}, title_of(telling, telling.language));
    if (first != nullptr) html.figure({web::cls("taped")}, [&] { picture(html, telling, *first, PartSize::middle); });
    else html.div({web::cls("drawn-front"), web::attr("aria-hidden", "true")}, [&] { web::landmark(html, "merk"); });
    html.p({web::cls("teller")}, teller);
    html.p({web::cls("when")}, [&] {
        html.time({web::attr("datetime", base::iso(telling.told_at))}, base::day_in_words(telling.told_at, visit.language(), visit.site.time_zone));
    });
}

void booklets(Html& html, const access::Visit& visit, const std::vector<Telling>& tellings) {
    html.ul({web::cls("booklets")}, [&] {
        for (const Telling& telling : tellings)
            html.li({}, [&] {
                const std::string classes = paper_classes("booklet", telling);
                html.a({web::href(page_of_telling(telling.id)), web::attr("class", classes)}, [&] {
                    const KeptPart* first = first_picture(telling);
                    if (first != nullptr) html.figure({web::cls("taped")}, [&] { picture(html, telling, *first, PartSize::small); });
                    const std::string own = fmt::format("name own-{}", telling.colour);
                    html.p({web::attr("class", own), web::lang(telling.language)}, title_of(telling, telling.language));
                    html.p({web::cls("when")}, [&] {
                        html.time({web::attr("datetime", base::iso(telling.told_at))}, base::day_in_words(telling.told_at, visit.language(), visit.site.time_zone));
                    });
                });
            });
    });
}

std::optional<ToldBy> telling_asked(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("telling"));
    if (!id) return std::nullopt;
    std::optional<ToldBy> asked;
    visit.school().read([&](storage::Reads& reads) {
        auto telling = find_telling(reads, visit.school().vault(), visit.who(), *id, visit.site.now());
        if (!telling) return;
        const auto person = access::find_person(reads, telling->owner.value());
        const bool own = telling->owner == visit.who().person;
        asked = ToldBy{std::move(*telling), person ? person->name : std::string{}, own};
    });
    return asked;
}

std::optional<Telling> own_telling_asked(const access::Visit& visit) {
    auto asked = telling_asked(visit);
    if (!asked || !asked->own) return std::nullopt;
    return std::move(asked->telling);
}

}  // namespace loopbaankaart::journey
