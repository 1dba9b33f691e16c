#include "wish_html.hpp"

#include "../first_words.hpp"
#include "../sharing/shareable_record.hpp"
#include "../sharing/sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t line_bytes = 80;

void said(Html& html, StepHeading heading, const base::Word& title, std::string_view words) {
    if (words.empty()) return;
    if (heading == StepHeading::second) html.h2({}, title);
    else html.h3({}, title);
    html.paragraphs(words);
}

void big_sign(Html& html, const Wish& wish) {
    for (const auto& each : symbols)
        if (wish.symbol == each.mark)
            html.p({web::cls("big-symbol")}, [&] {
                web::symbol(html, each.code);
                html.span({web::cls("spoken")}, each.name);
            });
}

// A press of one button that says one thing about the wish.
void answer(Html& html, const access::Visit& visit, const Record& wish, std::string_view what, std::string_view how, const base::Word& label) {
    web::form(html, page_of_wish(wish.id, what), visit.form_token, visit.site.new_id(), [&] {
        if (!how.empty()) {
            seen_field(html, &wish);
            web::hidden(html, "hoe", how);
        }
        web::secondary_button(html, label);
    });
}

}  // namespace

web::Url page_of_wish(const base::Id& id) { return web::path("/wensen", id.view()); }
web::Url page_of_wish(const base::Id& id, std::string_view what) { return web::path("/wensen", id.view(), what); }

std::string line_of_wish(const Record& record, base::Language language) {
    const Wish wish = wish_of(record);
    if (!wish.words.empty()) {
        const std::string_view begins = first_words(wish.words, line_bytes);
        return std::string{begins} + (begins.size() < wish.words.size() ? "…" : "");
    }
    for (const KeptPart& part : record.parts)
        if (!part.description.empty()) return part.description;
    for (const auto& each : symbols)
        if (wish.symbol == each.mark) return base::say(word::wish_of_sign, language, {{"sign", std::string{each.name.in(language)}}});
    return std::string{word::wish.in(language)};
}

std::string if_in_words(const If& when, base::Language language) {
    switch (when.form) {
        case IfForm::day: return base::say(word::wish_if_it_is_day, language, {{"day", day_in_words(when.day, language)}});
        case IfForm::place: return base::say(word::wish_if_i_am_at, language, {{"place", when.place_name}});
        case IfForm::own: break;
    }
    return when.words;
}

void if_and_then(Html& html, const Wish& wish) {
    const auto half = [&](web::Literal name, const base::Word& begins, std::string_view words) {
        html.div({web::cls(name)}, [&] {
            html.p({web::cls("name")}, begins);
            html.paragraphs(words);
        });
    };
    if (!wish.when && wish.then.empty()) return;
    html.div({web::cls("if-then")}, [&] {
        if (wish.when) half("if", word::wish_if, if_in_words(*wish.when, html.language()));
        if (!wish.then.empty()) half("then", word::wish_then, wish.then);
    });
}

void steps_of_wish(Html& html, const Wish& wish, StepHeading heading) {
    said(html, heading, word::wish_come_true, wish.come_true);
    said(html, heading, word::wish_in_the_way, wish.in_the_way);
    if_and_then(html, wish);
}

std::string end_in_words(const Wish& wish, base::Language language) {
    for (const auto& each : wish_ends)
        if (wish.end == each.mark) return std::string{each.name.in(language)} + (wish.ended ? " · " + day_in_words(*wish.ended, language) : "");
    return {};
}

void all_of_wish(Html& html, const access::Visit& visit, const Record& record) {
    const Wish wish = wish_of(record);
    big_sign(html, wish);
    show_parts(html, record, PartSize::middle);
    html.paragraphs(wish.words);
    steps_of_wish(html, wish, StepHeading::third);
    if (wish.end) html.p({web::cls("when")}, end_in_words(wish, visit.language()));
}

void tell_wish(Html& html, storage::Reads&, storage::Vault&, const access::Viewer&, const Record& record) {
    const Wish wish = wish_of(record);
    for (const auto& each : symbols)
        if (wish.symbol == each.mark) html.p({}, each.name);
    if (wish.words != line_of_wish(record, html.language())) html.paragraphs(wish.words);
    steps_of_wish(html, wish, StepHeading::third);
    if (wish.end) html.p({}, end_in_words(wish, html.language()));
}

const Shareable& shared_wishes() {
    static const Shareable made = shareable_record<wish_form>("wens", "wens", word::wish);
    return made;
}

void way_back(Html& html, const access::Visit& visit, const Record& record) {
    html.section({web::cls("way-back"), web::attr("aria-labelledby", "kwam-langs")}, [&] {
        html.h2({web::id("kwam-langs")}, word::wish_came_by);
        ribbon(html, record);
        html.div({}, [&] {
            if_and_then(html, wish_of(record));
            if (visit.who().left()) return;
            html.div({web::cls("answers")}, [&] {
                answer(html, visit, record, "ik-doe-dit", {}, word::wish_do_it);
                answer(html, visit, record, "nog-even", {}, word::wish_later);
                answer(html, visit, record, "einde", "anders", word::wish_otherwise);
                answer(html, visit, record, "einde", "los", word::wish_let_it_go);
            });
        });
    });
}

std::string wish_notice(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "bewaard") return title_of(visit, word::wish_hangs);
    if (done == "anders") return title_of(visit, word::changed);
    if (done == "ik-doe-dit") return title_of(visit, word::wish_being_done);
    if (done == "nog-even") return title_of(visit, word::wish_comes_later);
    if (done == "uit") return title_of(visit, word::wish_came_true);
    if (done == "los") return title_of(visit, word::wish_went);
    if (done == "terug") return title_of(visit, word::wish_hangs_again);
    const base::Word* shared = done_with_share(visit);
    return shared ? title_of(visit, *shared) : std::string{};
}

}  // namespace loopbaankaart::journey
