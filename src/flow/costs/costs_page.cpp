// GET /stroom/kosten: what an activity takes in contact hours and money; the picture first, then every figure with how sure it is, and what it would cost at another price.
#include <flow/words.hpp>

#include <algorithm>
#include <cmath>

#include "../pages.hpp"
#include "../story/subject.hpp"
#include "../through/take_along.hpp"
#include "cost_tables.hpp"
#include "costs_words.hpp"
#include "through_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

// ---- what to look at

void hidden_fields(Html& html, std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
    for (const auto& [name, value] : fields)
        if (!value.empty()) web::hidden(html, name, value);
}

void choose(Html& html, const CostAnswer& answer) {
    const auto names = [&](const std::string CostLine::* of, const base::Word& all, const auto& in_words) {
        std::vector<web::Choice> choices{{"", std::string{all.in(html.language())}}};
        for (const CostLine& line : answer.lines)
            if (!(line.*of).empty() && std::none_of(choices.begin(), choices.end(), [&](const web::Choice& one) { return one.value == line.*of; })) choices.push_back({line.*of, in_words(line.*of, html.language())});
        return choices;
    };
    html.form({web::cls("figures-filter"), web::attr("method", "get"), web::action(web::path("/stroom/kosten"))}, [&] {
        const auto field = [&](std::string_view name, const base::Word& label, std::string_view chosen, const std::vector<web::Choice>& choices) {
            if (choices.size() > 1) web::select(html, {.name = name, .label = label, .value = chosen, .choices = choices});
        };
        const auto plain = [](const std::vector<std::string>& all) {
            std::vector<web::Choice> choices;
            for (const std::string& one : all) choices.push_back({one, one});
            return choices;
        };
        field("gegevens", word::which_data, answer.set.name, plain(answer.sets));
        field("activiteit", word::cost_activity, answer.asked.activity, plain(answer.activities));
        field("opleiding", word::programme, answer.asked.programme, names(&CostLine::programme, word::all_programmes, programme_in_words));
        field("vooropleiding", word::cost_prior, answer.asked.prior, names(&CostLine::prior, word::cost_all_priors, prior_in_words));
        hidden_fields(html, {{"prijs", answer.asked.price}});
        web::secondary_button(html, word::show_it, "zoek");
    });
}

// ---- the picture, and what it says in words

void picture_of_costs(Html& html, const CostAnswer& answer) {
    CostQuestion asks = answer.asked;
    asks.programme = answer.line.programme, asks.prior = answer.line.prior, asks.price.clear();
    const auto at = [&](std::string_view width, std::string_view light) { return address_of("/stroom/kosten/beeld", asks).with("vorm", width).with("licht", light); };
    const auto source = [&](std::string_view media, std::string_view width, std::string_view light) { html.empty_element("source", {web::attr("media", media), web::srcset(at(width, light))}); };
    const std::string group = group_in_words(answer.line, html.language()), alt = base::say(word::cost_picture_of, html.language(), {{"activity", answer.line.activity}, {"group", group}});
    const std::string_view light = html.light() == web::Light::night ? "nacht" : "dag";
    const bool asks_device = html.light() == web::Light::device;
    html.figure({web::cls("flow-picture")}, [&] {
        html.element("picture", {}, [&] {
            if (asks_device) source("(min-width: 48em) and (prefers-color-scheme: dark)", "breed", "nacht");
            source("(min-width: 48em)", "breed", light);
            if (asks_device) source("(prefers-color-scheme: dark)", "smal", "nacht");
            html.img({web::src(at("smal", light)), web::attr("alt", alt)});
        });
        html.figcaption({}, [&] {
            html.strong({}, answer.line.activity.empty() ? group : answer.line.activity + " · " + group);
            html.text(" · " + base::say(word::cost_began, html.language(), {{"count", in_thousands(answer.line.students, html.language())}}));
        });
    });
}

void in_sentences(Html& html, const CostLine& line) {
    const base::Language language = html.language();
    const auto hours = [&](double number) { return in_thousands(number, language); };
    html.ul({web::cls("lines")}, [&] {
        const auto say = [&](const base::Word& sentence, std::initializer_list<base::Fill> fills) { html.li({}, base::say(sentence, language, fills)); };
        const auto share = [&](const Estimate& one) { return percent(100 * one.value, language); };
        say(word::cost_share_said, {{"count", hours(line.students)}, {"share", share(line.completed)}, {"low", whole_percent(line.completed.low)}, {"high", whole_percent(line.completed.high)}});
        if (line.dropped) say(word::cost_dropped_said, {{"share", share(*line.dropped)}, {"low", whole_percent(line.dropped->low)}, {"high", whole_percent(line.dropped->high)}});
        if (const auto half = hours_at(line, .5)) {
            const auto low = hours_at(line, .5, &Estimate::high), high = hours_at(line, .5, &Estimate::low);
            if (low && high) say(word::cost_half_said, {{"hours", hours(*half)}, {"low", hours(*low)}, {"high", hours(*high)}});
            else if (low) say(word::cost_half_open, {{"hours", hours(*half)}, {"low", hours(*low)}});
        } else say(word::cost_half_never, {});
        const auto early = hours_at(line, .1 * line.completed.value), late = hours_at(line, .9 * line.completed.value);
        if (line.completed.value > 0 && early && late) say(word::cost_band_said, {{"low", hours(*early)}, {"high", hours(*late)}});
        if (line.hours) say(word::cost_hours_said, {{"hours", hours(line.hours->value)}, {"low", hours(line.hours->low)}, {"high", hours(line.hours->high)}});
        if (line.cost) say(word::cost_money_said, {{"cost", money(line.cost->value, language)}, {"low", money(line.cost->low, language)}, {"high", money(line.cost->high, language)}});
        if (line.refused != LessSaid::nothing) html.li({}, reason_in_words(line.refused));
    });
}

// ---- price in, cost out

void reckon(Html& html, const CostAnswer& answer, const Price& price, const web::FieldErrors& errors) {
    html.h2({}, word::cost_price_title);
    html.form({web::cls("figures-filter"), web::attr("method", "get"), web::action(web::path("/stroom/kosten"))}, [&] {
        hidden_fields(html, {{"gegevens", answer.asked.data}, {"activiteit", answer.asked.activity}, {"opleiding", answer.asked.programme}, {"vooropleiding", answer.asked.prior}});
        constexpr std::size_t most_typed = 12;
        web::text_field(html, {.name = "prijs", .label = word::cost_price, .hint = &word::cost_price_hint, .value = price.typed, .error = errors.find("prijs"), .most = most_typed});
        web::secondary_button(html, word::cost_reckon);
    });
    if (!price.of_hour) return;
    html.p({web::cls("reckoned")}, [&] {
        const base::Language language = html.language();
        html.strong({}, base::say(word::cost_at_price, language, {{"price", money(*price.of_hour, language)}}));
        const auto cost = price.cost(answer.line);
        html.text(" ");
        if (!cost) return html.text(reason_in_words(answer.line.refused));
        html.text(base::say(word::cost_money_said, language, {{"cost", money(std::round(cost->value), language)}, {"low", money(std::round(cost->low), language)}, {"high", money(std::round(cost->high), language)}}));
        html.text(" ");
        html.span({web::cls("small")}, word::cost_fixed_out);
    });
}

void how_to_read_costs(Html& html, const CostAnswer& answer) {
    html.details({}, [&] {
        html.summary({}, word::how_to_read);
        html.ul({}, [&] {
            for (const base::Word* one : {&word::cost_read_line, &word::cost_read_band, &word::cost_read_stopped, &word::cost_read_going_on, &word::cost_read_cause}) html.li({}, *one);
            if (answer.set.least == 0) return;
            html.li({}, base::say(word::cost_read_small, html.language(), {{"least", std::to_string(answer.set.least)}}));
            html.li({}, word::cost_read_coarse);
        });
    });
}

}  // namespace

web::Answer show_costs(const access::Visit& visit) {
    const CostQuestion question = cost_question(visit.request.query);
    std::optional<CostAnswer> answer;
    bool any = false;
    visit.school().read([&](storage::Reads& reads) {
        any = !kept_costs(reads).empty();
        answer = answer_costs(reads, question);
    });
    if (!answer && any) return visit.absent();
    const Price price{question.price, price_in(question.price)};
    web::FieldErrors errors;
    if (!question.price.empty() && !price.of_hour) errors.add("prijs", {word::cost_price_wrong});
    return visit.work_page(std::string{word::costs.in(visit.language())}, [&](Html& html) {
        web::error_summary(html, errors);
        web::back_link(html, web::path("/stroom"), word::flows);
        html.h1({}, word::costs);
        html.p({web::cls("lead")}, word::costs_plainly);
        if (!answer) return web::empty_place(html, "vallei", word::cost_no_data, [&] { html.p({web::cls("small")}, word::cost_no_data_how); });
        if (answer->is_wider) web::notice(html, base::say(word::cost_wider, html.language(), {{"group", group_in_words(answer->line, html.language())}}));
        picture_of_costs(html, *answer);
        in_sentences(html, answer->line);
        choose(html, *answer);
        reckon(html, *answer, price, errors);
        how_to_read_costs(html, *answer);
        if (answer->lines.size() > 1) how_to_talk(html);
        cost_tables(html, *answer, price);
        html.p({web::cls("ways")}, [&] {
            CostQuestion asks = answer->asked;
            asks.price.clear();
            html.a({web::href(address_of("/stroom/kosten/csv", asks))}, word::cost_take_csv);
            html.a({web::href(address_of("/stroom/kosten/beeld", asks).with("bewaar", "ja"))}, word::cost_take_svg);
            html.a({web::href(address_of("/stroom/kosten/beeld", asks).with("als", "png"))}, word::take_png);
        });
        link_to_view(html, visit, address_of("/stroom/kosten", answer->asked));
        html.p({web::cls("small")}, base::say(word::cost_data_of, html.language(), {{"name", answer->set.name}, {"day", base::day_in_words(answer->set.imported_at, html.language(), visit.site.time_zone)}}));
    });
}

}  // namespace loopbaankaart::flow
