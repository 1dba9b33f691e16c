// GET and POST /stroom/oordeel/groep/{group}: what a teacher expects of one group, and beside it, once they looked or it came out, the model and how it came out.
#include <fmt/format.h>

#include <cmath>

#include "../judgement/tenths.hpp"
#include "by_chance.hpp"
#include "hunch_html.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

// What a form brought in vain.
struct Typed {
    std::string_view of_ten;
    const base::Error* error = nullptr;
};

// The number itself; a script lays a slider beside it (js/journey/oordeel.js).
void of_ten_field(Html& html, const SeenGroup& seen, const Typed& typed) {
    const base::Language language = html.language();
    const std::string value = typed.error != nullptr ? std::string{typed.of_ten} : seen.of_ten ? std::to_string(*seen.of_ten) : std::string{};
    html.div({typed.error == nullptr ? web::cls("field of-ten") : web::cls("field of-ten wrong"), web::attr("data-some", word::hunch_some_of_ten.in(language))}, [&] {
        html.label({web::attr("for", "veld-van-tien"), web::id("vraag-van-tien")}, word::hunch_how_many);
        if (typed.error != nullptr) html.p({web::cls("error"), web::id("veld-van-tien-fout")}, typed.error->word->in(language));
        ten_figures(html, typed.error == nullptr ? seen.of_ten.value_or(0) : 0);
        html.div({web::cls("number")}, [&] {
            html.input({web::type("number"), web::cls("short"), web::id("veld-van-tien"), web::name("van-tien"), web::attr("min", "0"), web::attr("max", "10"), web::value(value),
                        web::attr("inputmode", "numeric"), web::attr("autocomplete", "off"), web::attr("aria-describedby", "veld-van-tien-fout", typed.error != nullptr),
                        web::attr("aria-invalid", "true", typed.error != nullptr), web::flag("required")});
            html.span({}, word::hunch_of_ten);
        });
    });
}

void saying(Html& html, const access::Visit& visit, const SeenGroup& seen, const Typed& typed) {
    html.p({}, word::hunch_think_of);
    web::form(html, page_of_judged(seen.group.id), visit.form_token, [&] {
        of_ten_field(html, seen, typed);
        web::actions(html, [&] { web::primary_button(html, seen.of_ten ? word::hunch_say_anew : word::hunch_say); });
    });
    html.p({web::cls("small")}, word::hunch_can_change);
}

void looking(Html& html, const access::Visit& visit, const SeenGroup& seen) {
    html.h2({}, word::model_look_title);
    html.p({}, seen.came_out ? word::hunch_fixed_by_outcome : seen.of_ten ? word::model_look_means : word::model_look_first);
    web::form(html, web::path("/stroom/oordeel/groep", seen.group.id.view(), "kijk"), visit.form_token, [&] {
        web::actions(html, [&] { web::secondary_button(html, word::model_look, "zoek"); });
    });
}

void row(Html& html, const base::Word& who, int filled, const std::string& number, const std::string& more = {}) {
    html.tr({}, [&] {
        html.th({web::attr("scope", "row")}, who);
        html.td({}, [&] {
            ten_figures(html, filled);
            html.strong({}, number);
            if (!more.empty()) html.span({web::cls("small")}, more);
        });
    });
}

std::string some_of_ten(const base::Word& how, int some, base::Language language) { return base::say(how, language, {{"some", std::to_string(some)}}); }

void model_row(Html& html, const SeenGroup& seen) {
    const base::Language language = html.language();
    const double share = *seen.group.model;
    const ByChance chance = by_chance(share, seen.group.students);
    const std::string said = of_ten_in_words(most_of_ten * share, language) + " " + std::string{word::hunch_of_ten.in(language)};
    const std::string strays = base::say(word::hunch_by_chance, language, {{"low", of_ten_in_words(chance.low, language)}, {"high", of_ten_in_words(chance.high, language)}});
    row(html, word::hunch_row_model, static_cast<int>(std::lround(most_of_ten * share)), said, strays);
}

void side_by_side(Html& html, const SeenGroup& seen) {
    const base::Language language = html.language();
    html.h2({}, word::hunch_side_by_side);
    html.table({web::cls("side-by-side")}, [&] {
        html.thead({web::cls("spoken")}, [&] {
            html.tr({}, [&] { html.th({web::attr("scope", "col")}, word::hunch_who), html.th({web::attr("scope", "col")}, word::hunch_of_ten); });
        });
        html.tbody({}, [&] {
            if (seen.of_ten) row(html, word::hunch_row_you, *seen.of_ten, some_of_ten(word::hunch_some_of_ten, *seen.of_ten, language));
            if (seen.group.model) model_row(html, seen);
            if (!seen.came_out) return;
            const int came_out = of_ten_kept(seen.came_out->students, seen.came_out->happened);
            const std::string students = base::say(word::hunch_students, language, {{"count", std::to_string(seen.came_out->students)}});
            row(html, word::hunch_row_came_out, came_out, some_of_ten(word::hunch_about_of_ten, came_out, language), students);
        });
    });
    if (!seen.of_ten) html.p({}, word::hunch_said_nothing);
}

web::Reply judged_page(const access::Visit& visit, const SeenGroup& seen, int status = 200, const base::Word* notice = nullptr, const Typed& typed = {}) {
    return visit.work_page(seen.group.name, [&](Html& html) {
        web::back_link(html, web::path("/stroom/oordeel"), word::our_judgement);
        html.h1({}, seen.group.name);
        html.p({web::cls("lead outcome")}, seen.group.outcome);
        html.p({web::cls("small")}, students_and_year(seen.group, html.language()));
        if (!seen.stands()) saying(html, visit, seen, typed);
        if (seen.stands()) side_by_side(html, seen);
        if (seen.has_model && !seen.saw_model) looking(html, visit, seen);
        if (!seen.has_model) html.p({web::cls("small")}, word::model_has_none);
    }, status, notice == nullptr ? std::string{} : title_of(visit, *notice), hunch_look);
}

}  // namespace

web::Answer show_judged(const access::Visit& visit) {
    const auto id = group_asked(visit);
    std::optional<SeenGroup> seen;
    if (id) visit.school().read([&](storage::Reads& reads) { seen = find_judged(reads, visit.who(), *id); });
    if (!seen) return visit.absent();
    const bool thanks = visit.request.query["gedaan"] == "gezegd" && seen->of_ten;
    return judged_page(visit, *seen, 200, thanks ? &word::hunch_thanks : nullptr);
}

web::Answer say_of_ten(const access::Visit& visit) {
    const auto id = group_asked(visit);
    if (!id) return visit.absent();
    return web::Write{[&visit, id = *id](storage::Writes& writes) -> web::Reply {
        const std::string_view typed = visit.request.form["van-tien"];
        const auto of_ten = whole_number(typed);
        const Said said = say(writes, visit.who(), id, of_ten && *of_ten >= 0 && *of_ten <= most_of_ten ? static_cast<int>(*of_ten) : -1, visit.site.now());
        if (said == Said::done) return web::go(page_of_judged(id).with("gedaan", "gezegd"));
        const auto seen = find_judged(writes, visit.who(), id);
        if (said == Said::not_yours || !seen) return visit.absent();
        if (seen->stands()) return judged_page(visit, *seen, 409, seen->came_out ? &word::hunch_fixed_by_outcome : &word::hunch_fixed_by_look);
        const base::Error error{word::hunch_not_so_many};
        return judged_page(visit, *seen, 422, nullptr, {typed, &error});
    }};
}

web::Answer look_at_model(const access::Visit& visit) {
    const auto id = group_asked(visit);
    if (!id) return visit.absent();
    return web::Write{[&visit, id = *id](storage::Writes& writes) -> web::Reply {
        const auto seen = find_judged(writes, visit.who(), id);
        if (!seen) return visit.absent();
        if (show_model(writes, visit.who(), id, visit.site.now()) && !seen->saw_model)
            access::record(writes, {visit.who().person, access::Deed::model_seen, {}, fmt::format("judged_group {}", id.view())}, visit.site.now(), *visit.site.randomness);
        return web::go(page_of_judged(id));
    }};
}

}  // namespace loopbaankaart::flow
