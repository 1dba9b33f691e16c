// GET /stroom/oordeel/vragen/nieuw, POST /stroom/oordeel/vragen: an analyst or a coordinator asks a team about a group.
#include <fmt/format.h>

#include <charconv>

#include "hunch_html.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

constexpr std::size_t most_in_words = 120;
constexpr std::int64_t first_year = 2000, last_year = 2100, most_students = 100'000;

web::Reply ask_page(const access::Visit& visit, storage::Reads& reads, const web::FieldErrors& errors, int status) {
    const web::Fields& typed = visit.request.form;
    std::vector<web::Choice> teams;
    for (const access::Team& team : access::teams_by_name(reads)) teams.push_back({team.id.text(), team.name});
    return visit.work_page(title_of(visit, word::ask_new), [&](Html& html) {
        web::back_link(html, web::path("/stroom/oordeel/vragen"), word::asked_title);
        html.h1({}, word::ask_new);
        web::error_summary(html, errors);
        web::form(html, web::path("/stroom/oordeel/vragen"), visit.form_token, visit.site.new_id(), [&] {
            const auto line = [&](std::string_view name, const base::Word& label, const base::Word& hint) {
                web::text_field(html, {.name = name, .label = label, .hint = &hint, .value = typed[name], .error = errors.find(name), .most = most_in_words});
            };
            const auto number = [&](std::string_view name, const base::Word& label, const base::Word& hint, bool optional = false) {
                const web::Field field{.name = name, .label = label, .hint = &hint, .value = typed[name], .error = errors.find(name), .autocomplete = "off", .optional = optional};
                web::text_field(html, field, optional ? web::Writing::code : web::Writing::number);  // a share may end in a sign
            };
            web::select(html, {.name = "team", .label = word::ask_team, .value = typed["team"], .error = errors.find("team"), .choices = teams});
            line("groep", word::ask_name, word::ask_name_hint);
            line("uitkomst", word::ask_outcome, word::ask_outcome_hint);
            number("jaar", word::ask_year, word::ask_year_hint);
            number("studenten", word::ask_students, word::ask_students_hint);
            number("model", word::ask_model, word::ask_model_hint, true);
            web::actions(html, [&] { web::primary_button(html, word::ask_send); });
        });
    }, status, {}, hunch_look);
}

// "62", "62,5", "62%": a share; nothing when it is none.
std::optional<double> share_typed(std::string_view typed) {
    std::string number{typed};
    if (number.ends_with('%')) number.pop_back();
    number = base::trimmed(number);
    std::replace(number.begin(), number.end(), ',', '.');
    double percent = 0;
    const auto [end, wrong] = std::from_chars(number.data(), number.data() + number.size(), percent, std::chars_format::fixed);
    if (wrong != std::errc{} || end != number.data() + number.size() || !(percent >= 0 && percent <= 100)) return std::nullopt;
    return percent / 100;
}

std::string words_typed(std::string_view typed, std::string_view field, const base::Word& when_empty, web::FieldErrors& errors) {
    std::string words = base::tidy_name(typed);
    if (words.empty()) errors.add(field, {when_empty});
    if (base::characters(words) > most_in_words) errors.add(field, {word::hunch_text_long});
    return words;
}

JudgedGroup read_group(const access::Visit& visit, storage::Reads& reads, const base::Id& id, web::FieldErrors& errors) {
    const web::Fields& typed = visit.request.form;
    const auto team = base::Id::parse(typed["team"]);
    const bool known = team && !name_of_team(reads, *team).empty();
    JudgedGroup group{.id = id, .team = known ? *team : id, .name = {}, .outcome = {}, .model = {}};
    if (!known) errors.add("team", {word::hunch_team_unknown});
    group.name = words_typed(typed["groep"], "groep", word::hunch_name_empty, errors);
    group.outcome = words_typed(typed["uitkomst"], "uitkomst", word::hunch_outcome_empty, errors);
    const auto year = whole_number(typed["jaar"]), students = whole_number(typed["studenten"]);
    if (!year || *year < first_year || *year > last_year) errors.add("jaar", {word::hunch_year_unclear});
    else group.cohort = static_cast<std::int32_t>(*year);
    if (!students || *students < std::int64_t{least_judged} || *students > most_students) errors.add("studenten", {word::hunch_few_students});
    else group.students = static_cast<std::uint32_t>(*students);
    if (const std::string_view model = typed["model"]; !base::trimmed(model).empty()) {
        group.model = share_typed(model);
        if (!group.model) errors.add("model", {word::hunch_percent_unclear});
    }
    return group;
}

bool same_question(const SeenGroup& there, const JudgedGroup& asked) {
    return there.group.team == asked.team && there.group.name == asked.name && there.group.outcome == asked.outcome && there.group.cohort == asked.cohort && there.group.students == asked.students &&
           there.has_model == asked.model.has_value() && (!there.group.model || there.group.model == asked.model);
}

}  // namespace

web::Answer show_asking(const access::Visit& visit) {
    std::optional<web::Reply> page;
    visit.school().read([&](storage::Reads& reads) { page = ask_page(visit, reads, {}, 200); });
    return std::move(*page);
}

web::Answer ask_team(const access::Visit& visit) {
    const base::Id id = base::Id::parse(visit.request.form["id"]).value_or(visit.site.new_id());
    return web::Write{[&visit, id](storage::Writes& writes) -> web::Reply {
        web::FieldErrors errors;
        const JudgedGroup group = read_group(visit, writes, id, errors);
        if (!errors.empty()) return ask_page(visit, writes, errors, 422);
        const base::Instant now = visit.site.now();
        if (ask(writes, visit.who(), group, now) == Asked::done) {
            access::record(writes, {visit.who().person, access::Deed::judgement_asked, {}, fmt::format("judged_group {}", id.view())}, now, *visit.site.randomness);
            return web::go(page_of_asked(id).with("gedaan", "gevraagd"));
        }
        const auto there = find_asked(writes, visit.who(), id);
        if (there && same_question(*there, group)) return web::go(page_of_asked(id).with("gedaan", "gevraagd"));
        errors.add("", {word::hunch_asked_otherwise});
        return ask_page(visit, writes, errors, 409);
    }};
}

}  // namespace loopbaankaart::flow
