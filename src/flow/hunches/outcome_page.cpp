// GET /stroom/oordeel/vragen/{group} and POST …/afloop: one group that a team was asked about, and how it came out, written down once.
#include <fmt/format.h>

#include "../judgement/tenths.hpp"
#include "../through/steps.hpp"
#include "hunch_html.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

void facts(Html& html, const SeenGroup& seen, std::string_view team) {
    const base::Language language = html.language();
    const auto fact = [&](const base::Word& name, const std::string& text) { html.dt({}, name), html.dd({}, text); };
    html.dl({web::cls("facts")}, [&] {
        fact(word::asked_of_team, std::string{team});
        fact(word::ask_outcome, seen.group.outcome);
        fact(word::hunch_year, school_year(seen.group.cohort));
        fact(word::ask_students, std::to_string(seen.group.students));
        if (seen.group.model) fact(word::hunch_row_model, of_ten_in_words(most_of_ten * *seen.group.model, language) + " " + std::string{word::hunch_of_ten.in(language)});
    });
    if (seen.has_model && !seen.group.model) html.p({web::cls("small")}, word::hunch_model_unseen);
}

void how_it_came_out(Html& html, const CameOut& came_out) {
    const int of_ten = of_ten_kept(came_out.students, came_out.happened);
    html.h2({}, word::hunch_row_came_out);
    ten_figures(html, of_ten);
    html.p({}, [&] {
        html.strong({}, base::say(word::hunch_about_of_ten, html.language(), {{"some", std::to_string(of_ten)}}));
        html.text(" · " + base::say(word::hunch_students, html.language(), {{"count", std::to_string(came_out.students)}}));
    });
}

void write_it(Html& html, const access::Visit& visit, const SeenGroup& seen, const web::FieldErrors& errors) {
    const web::Fields& typed = visit.request.form;
    const std::string students = typed.has("studenten") ? std::string{typed["studenten"]} : std::to_string(seen.group.students);
    html.h2({}, word::resolve_title);
    html.p({}, word::resolve_kept);
    web::form(html, web::path("/stroom/oordeel/vragen", seen.group.id.view(), "afloop"), visit.form_token, [&] {
        const auto number = [&](std::string_view name, const base::Word& label, const base::Word* hint, std::string_view value) {
            web::text_field(html, {.name = name, .label = label, .hint = hint, .value = value, .error = errors.find(name), .autocomplete = "off"}, web::Writing::number);
        };
        number("studenten", word::resolve_students, &word::ask_students_hint, students);
        number("gebeurd", word::resolve_happened, nullptr, typed["gebeurd"]);
        web::actions(html, [&] { web::primary_button(html, word::resolve_send); });
    });
}

web::Reply outcome_page(const access::Visit& visit, storage::Reads& reads, const SeenGroup& seen, const web::FieldErrors& errors = {}, const base::Word* notice = nullptr, int status = 200) {
    const std::string team = name_of_team(reads, seen.group.team);
    return visit.work_page(seen.group.name, [&](Html& html) {
        web::back_link(html, web::path("/stroom/oordeel/vragen"), word::asked_title);
        html.h1({}, seen.group.name);
        web::error_summary(html, errors);
        facts(html, seen, team);
        if (seen.came_out) how_it_came_out(html, *seen.came_out);
        else write_it(html, visit, seen, errors);
    }, status, notice == nullptr ? std::string{} : title_of(visit, *notice), hunch_look);
}

const base::Word* done_here(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "gevraagd") return &word::ask_done;
    return done == "afloop" ? &word::resolve_done : nullptr;
}

}  // namespace

web::Answer show_outcome(const access::Visit& visit) {
    const auto id = group_asked(visit);
    std::optional<web::Reply> page;
    if (id) visit.school().read([&](storage::Reads& reads) {
        if (const auto seen = find_asked(reads, visit.who(), *id)) page = outcome_page(visit, reads, *seen, {}, done_here(visit));
    });
    return page ? std::move(*page) : visit.absent();
}

web::Answer write_outcome(const access::Visit& visit) {
    const auto id = group_asked(visit);
    if (!id) return visit.absent();
    return web::Write{[&visit, id = *id](storage::Writes& writes) -> web::Reply {
        const auto seen = find_asked(writes, visit.who(), id);
        if (!seen) return visit.absent();
        constexpr std::int64_t most = 1'000'000;
        const auto students = whole_number(visit.request.form["studenten"]), happened = whole_number(visit.request.form["gebeurd"]);
        web::FieldErrors errors;
        if (!students || *students < std::int64_t{least_judged} || *students > most) errors.add("studenten", {word::hunch_few_students});
        if (!happened || *happened < 0 || *happened > students.value_or(most)) errors.add("gebeurd", {word::hunch_unlike_number});
        if (!errors.empty() && !seen->came_out) return outcome_page(visit, writes, *seen, errors, nullptr, 422);
        const auto of = static_cast<std::uint32_t>(students.value_or(0)), some = static_cast<std::uint32_t>(happened.value_or(0));
        const base::Instant now = visit.site.now();
        if (errors.empty() && resolve(writes, visit.who(), id, of, some, now) == Resolved::done) {
            access::record(writes, {visit.who().person, access::Deed::outcome_written, {}, fmt::format("judged_group {}", id.view())}, now, *visit.site.randomness);
            return web::go(page_of_asked(id).with("gedaan", "afloop"));
        }
        const bool the_same = errors.empty() && seen->came_out && seen->came_out->students == of && seen->came_out->happened == kept_of(of, some);
        if (the_same) return web::go(page_of_asked(id).with("gedaan", "afloop"));
        return outcome_page(visit, writes, *seen, {}, &word::resolve_already, 409);
    }};
}

}  // namespace loopbaankaart::flow
