// GET /stroom/passend: whether the expert system about one student is on, what for, and what waits for an answer. POST …/aan and …/uit.
#include <fmt/format.h>

#include "../certainty/certainty.hpp"
#include "../printed/bar.hpp"
#include "fit_html.hpp"
#include "guidance_pages.hpp"
#include "guidance_words.hpp"
#include "person_data.hpp"

#include <flow/words.hpp>

namespace loopbaankaart::flow {

namespace {

using web::Html;

struct SwitchShown {
    std::optional<PersonSwitch> on;
    std::optional<KeptCard> card;
    std::optional<Overrides> overridden;
    std::vector<WaitingObjection> waiting;
};

SwitchShown shown_in(storage::Reads& reads, const access::Viewer& viewer) {
    SwitchShown shown{.on = switched_on(reads), .card = {}, .overridden = {}, .waiting = {}};
    if (shown.on) shown.card = kept_card(reads), shown.overridden = overrides(reads), shown.waiting = objections_waiting(reads, viewer);
    return shown;
}

void day_field(Html& html, std::string_view name, const base::Word& label, std::string_view typed, const base::Error* error) {
    const std::string field = "veld-" + std::string{name}, fault = field + "-fout";
    html.div({error == nullptr ? web::cls("field") : web::cls("field wrong")}, [&] {
        html.label({web::attr("for", field)}, label);
        if (error != nullptr)
            html.p({web::cls("error"), web::id(fault)}, [&] {
                web::symbol(html, "let-op");
                html.text(*error->word);
            });
        html.input({web::type("date"), web::cls("day"), web::id(field), web::name(name), web::value(typed), web::attr("aria-describedby", fault, error != nullptr),
                    web::attr("aria-invalid", "true", error != nullptr), web::flag("required")});
    });
}

void switching_on(Html& html, const access::Visit& visit, const web::FieldErrors& errors) {
    const web::Fields& form = visit.request.form;
    const base::Language language = html.language();
    const std::vector<web::Choice> kinds{{"mbo", "mbo"}, {"hbo", "hbo"}, {"vo", std::string{word::fit_kind_vo.in(language)}, std::string{word::fit_kind_vo_hint.in(language)}}};
    html.h2({}, word::fit_switch_on_title);
    html.p({}, word::fit_switch_on_plainly);
    web::form(html, web::path("/stroom/passend/aan"), visit.form_token, visit.site.new_id(), [&] {
        web::radio_group(html, {.name = "soort", .label = word::fit_kind, .value = form["soort"], .error = errors.find("soort"), .choices = kinds});
        web::text_area(html, {.name = "doel", .label = word::fit_purpose, .hint = &word::fit_purpose_hint, .value = form["doel"], .error = errors.find("doel")}, 3);
        web::text_area(html, {.name = "hulp", .label = word::fit_help, .hint = &word::fit_help_hint, .value = form["hulp"], .error = errors.find("hulp")}, 3);
        day_field(html, "getoetst", word::fit_assessed_on, form["getoetst"], errors.find("getoetst"));
        web::text_field(html, {.name = "waar", .label = word::fit_assessed_where, .hint = &word::fit_assessed_where_hint, .value = form["waar"], .error = errors.find("waar")});
        day_field(html, "raad", word::fit_agreed_on, form["raad"], errors.find("raad"));
        web::actions(html, [&] { web::primary_button(html, word::fit_switch_on); });
    });
}

void what_for(Html& html, const access::Visit& visit, const PersonSwitch& on) {
    html.h2({}, word::fit_is_on);
    html.dl({web::cls("facts")}, [&] {
        const auto fact = [&](const base::Word& name, const std::string& value) {
            html.dt({}, name);
            html.dd({}, value);
        };
        fact(word::fit_purpose, on.purpose), fact(word::fit_help, on.help);
        fact(word::fit_assessed, base::say(word::fit_assessed_there, html.language(), {{"day", day_written(visit, on.assessed_on)}, {"where", on.assessed_where}}));
        fact(word::fit_agreed_on, day_written(visit, on.agreed_on));
        fact(word::fit_switched_by, (on.by_name.empty() ? std::string{word::fit_somebody_gone.in(html.language())} : on.by_name) + ", " + day_of(visit, on.since));
    });
    if (!visit.who().has(access::Role::coordinator)) return;
    html.details({}, [&] {
        html.summary({}, word::fit_switch_off);
        html.p({}, word::fit_switch_off_what);
        web::form(html, web::path("/stroom/passend/uit"), visit.form_token, [&] {
            web::hidden(html, "aan", on.id.view());
            web::actions(html, [&] { web::secondary_button(html, word::fit_switch_off_now); });
        });
    });
}

void how_it_goes(Html& html, const access::Visit& visit, const SwitchShown& shown) {
    html.h2({}, word::fit_model);
    if (!shown.card) html.p({}, word::fit_no_model_yet);
    else {
        html.p({}, base::say(word::fit_model_of, html.language(), {{"day", day_of(visit, shown.card->kept_at)}}));
        if (shown.card->kept_at + std::chrono::days{365} <= visit.site.now()) web::notice(html, word::fit_model_year_old);
        web::actions(html, [&] { web::secondary_link(html, web::path("/stroom/passend/kaart"), word::fit_to_card); });
    }
    html.h2({}, word::fit_overrides);
    if (!shown.overridden) return html.p({}, word::fit_overrides_few);
    const Estimate share = wilson(static_cast<double>(shown.overridden->overridden) / shown.overridden->verdicts, shown.overridden->verdicts);
    html.p({web::cls("bars")}, [&] {
        html.span({web::cls("value")}, base::say(word::fit_overrides_some, html.language(), {{"some", std::to_string(shown.overridden->overridden)}, {"all", std::to_string(shown.overridden->verdicts)}}));
        html.span({web::cls("small")}, base::say(word::share_between, html.language(), {{"low", fmt::format("{:.0f}", 100 * share.low)}, {"high", fmt::format("{:.0f}", 100 * share.high)}}));
        bar(html, "bar study", {share.value, share.low, share.high});
    });
}

void to_answer(Html& html, const access::Visit& visit, const SwitchShown& shown) {
    html.h2({}, word::fit_objections);
    if (shown.waiting.empty()) return html.p({}, word::fit_objections_none);
    html.p({}, word::fit_objections_plainly);
    html.ul({web::cls("lines")}, [&] {
        for (const WaitingObjection& one : shown.waiting)
            html.li({}, [&] { html.a({web::href(web::path("/stroom/passend/bezwaar", one.id))}, one.name + " · " + day_of(visit, one.made_at)); });
    });
}

web::Reply switch_page(const access::Visit& visit, const SwitchShown& shown, const web::FieldErrors& errors = {}) {
    const std::string_view done = visit.request.query["gedaan"];
    const base::Word* said = done == "aan" ? &word::fit_done_on : done == "uit" ? &word::fit_done_off : done == "antwoord" ? &word::fit_done_answer : nullptr;
    const bool coordinates = visit.who().has(access::Role::coordinator);
    return visit.work_page(std::string{word::fitting.in(visit.language())}, [&](Html& html) {
        web::back_link(html, web::path("/stroom"), word::flows);
        html.h1({}, word::fitting);
        html.p({web::cls("lead")}, word::fitting_plainly);
        web::error_summary(html, errors);
        html.div({web::cls("cards")}, [&] {
            if (!shown.on) {
                web::card(html, [&] {
                    html.h2({}, word::fit_is_off);
                    html.ul({}, [&] {
                        for (const base::Word* one : {&word::fit_rule_one, &word::fit_rule_mentor, &word::fit_rule_log, &word::fit_rule_object, &word::fit_rule_vo}) html.li({}, *one);
                    });
                    if (!coordinates) html.p({}, word::fit_ask_coordinator);
                });
                if (coordinates) web::card(html, [&] { switching_on(html, visit, errors); });
                return;
            }
            web::card(html, [&] { what_for(html, visit, *shown.on); });
            web::card(html, [&] { how_it_goes(html, visit, shown); });
            if (coordinates) web::card(html, [&] { to_answer(html, visit, shown); });
        });
    }, errors.empty() ? 200 : 422, said == nullptr ? std::string{} : std::string{said->in(visit.language())});
}

}  // namespace

web::Answer show_person_switch(const access::Visit& visit) {
    SwitchShown shown;
    visit.school().read([&](storage::Reads& reads) { shown = shown_in(reads, visit.who()); });
    return switch_page(visit, shown);
}

web::Answer switch_persons_on(const access::Visit& visit) {
    web::FieldErrors errors;
    const PersonSwitch all = read_switch(visit.request.form, id_sent(visit), visit.site.now(), visit.site.time_zone, errors);
    return web::Write{[&visit, all, errors](storage::Writes& writes) -> web::Reply {
        web::FieldErrors wrong = errors;
        if (wrong.empty() && switch_on(writes, visit.who(), all, visit.site.now(), *visit.site.randomness) == Switched::already) wrong.add("", {word::fit_on_already});
        if (!wrong.empty()) return switch_page(visit, shown_in(writes, visit.who()), wrong);
        return web::go(web::path("/stroom/passend").with("gedaan", "aan"));
    }};
}

// Sent twice, the second time there is nothing left to do.
web::Answer switch_persons_off(const access::Visit& visit) {
    const auto switched = base::Id::parse(visit.request.form["aan"]);
    std::optional<PersonSwitch> on;
    visit.school().read([&](storage::Reads& reads) { on = switched_on(reads); });
    const web::Url afterwards = web::path("/stroom/passend").with("gedaan", "uit");
    if (!switched || !on || on->id != *switched) return web::go(web::path("/stroom/passend"));
    return web::Slow{[&visit, switched = *switched, afterwards]() -> web::Answer {
        remember_switching_off(visit.school(), switched, visit.site.now());
        return web::Write{[&visit, switched, afterwards](storage::Writes& writes) {
            switch_off(writes, visit.who(), switched, visit.site.now(), *visit.site.randomness);
            return web::go(afterwards);
        }};
    }};
}

}  // namespace loopbaankaart::flow
