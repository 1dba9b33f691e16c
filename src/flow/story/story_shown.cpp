#include "story_shown.hpp"

#include <fmt/format.h>
#include <flow/words.hpp>

#include <algorithm>

#include "beside.hpp"
#include "story_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

std::vector<web::Choice> months_from(std::int32_t first, std::optional<std::int32_t> chosen, base::Language language) {
    std::vector<web::Choice> months{{"", std::string{word::talk_choose_month.in(language)}}};
    if (chosen && *chosen < first) months.push_back({month_code(*chosen), month_in_words(*chosen, language)});
    std::int32_t month = first;
    for (int ahead = 0; ahead < 24; ++ahead) {
        months.push_back({month_code(month), month_in_words(month, language)});
        month += month % 100 == 12 ? 89 : 1;
    }
    return months;
}

}  // namespace

StoryShown look_at(storage::Reads& reads, const access::Visit& visit, Story story) {
    storage::Vault& vault = visit.school().vault();
    const base::Language language = visit.language();
    std::vector<StoryLine> lines = lines_of(reads, vault, story.id);
    StoryShown shown{.story = std::move(story), .same = {}, .newer = {}, .lines = std::move(lines)};
    Subject& then = shown.story.subject;
    shown.same = find_subject(reads, then.address, language);
    if (!shown.same) return shown;
    then.title = shown.same->title, then.what = shown.same->what;
    if (shown.has_newer_data()) shown.newer = find_subject(reads, then.address, language, shown.years_later());
    const std::vector<Story> all = stories_about(reads, vault, then.address);
    std::vector<ToldFigure> once;
    for (const Story& one : all) once.push_back(one.subject.told);
    const std::vector<bool> may = may_be_told(shown.same->told, once);
    for (std::size_t at = 0; at < all.size(); ++at)
        if (all[at].id == shown.story.id) shown.then_told = may[at];
    return shown;
}

std::optional<StoryShown> story_asked(storage::Reads& reads, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("story"));
    auto story = id ? find_story(reads, visit.school().vault(), *id) : std::nullopt;
    return story ? std::optional{look_at(reads, visit, std::move(*story))} : std::nullopt;
}

const StoryLine* line_asked(const StoryShown& shown, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("line"));
    const auto found = std::find_if(shown.lines.begin(), shown.lines.end(), [&](const StoryLine& line) { return id && line.id == *id; });
    return found == shown.lines.end() ? nullptr : &*found;
}

web::Url page_of_story(const base::Id& story) { return web::path("/stroom/verhaal", story.view()); }
web::Url page_of_line(const StoryLine& line) { return web::path("/stroom/verhaal", line.story.view(), "regel", line.id.view()); }

base::Id story_id(const access::Visit& visit) {
    const auto sent = base::Id::parse(visit.request.form["id"]);
    return sent && base::guarded(base::Guard::same_id_once) ? *sent : visit.site.new_id();
}

std::string who_and_when(const StoryLine& action, base::Language language) {
    return action.month ? base::say(word::talk_who_when, language, {{"who", action.who}, {"month", month_in_words(*action.month, language)}}) : action.who;
}

std::string written_by(const StoryLine& line, const access::Visit& visit) {
    const std::string day = base::day_in_words(line.written_at, visit.language(), visit.site.time_zone);
    return base::say(word::talk_by, visit.language(), {{"name", line.author ? std::string_view{line.author_name} : word::talk_somebody.in(visit.language())}, {"day", day}});
}

void record_in_story(storage::Writes& writes, const access::Visit& visit, access::Deed deed, const base::Id& story) {
    access::record(writes, {visit.who().person, deed, {}, "story " + story.text()}, visit.site.now(), *visit.site.randomness);
}
void record_of_line(storage::Writes& writes, const access::Visit& visit, access::Deed deed, const base::Id& line) {
    access::record(writes, {visit.who().person, deed, {}, "story_line " + line.text()}, visit.site.now(), *visit.site.randomness);
}

// ---- what is typed

const base::Word& label_of(LineKind kind) {
    switch (kind) {
        case LineKind::seen: return word::talk_we_see;
        case LineKind::explanation: return word::talk_explanation;
        case LineKind::question: return word::talk_question;
        case LineKind::action: return word::talk_action;
        case LineKind::outcome: break;
    }
    return word::talk_how_it_went;
}

std::string field_of_words(LineKind kind) { return "woorden-" + std::string{code(kind)}; }

StoryLine read_line(const access::Visit& visit, LineKind kind, web::FieldErrors& errors) {
    const web::Fields& form = visit.request.form;
    const base::Id id = story_id(visit);
    StoryLine line{.id = id, .story = {}, .kind = kind, .words = base::tidy(form[field_of_words(kind)]), .who = {}, .change = id, .written_at = visit.site.now()};
    if (line.words.empty()) errors.add(field_of_words(kind), {word::talk_words_missing});
    if (base::characters(line.words) > most_in_line) errors.add(field_of_words(kind), {word::talk_words_long});
    if (kind != LineKind::action) return line;
    line.who = base::tidy_name(form["wie"]), line.month = parse_month(form["maand"]);
    if (line.who.empty()) errors.add("wie", {word::talk_who_missing});
    if (base::characters(line.who) > most_in_who) errors.add("wie", {word::talk_who_long});
    if (!line.month) errors.add("maand", {word::talk_month_missing});
    return line;
}

void line_fields(Html& html, const access::Visit& visit, const StoryLine& said, const web::FieldErrors& errors) {
    const std::string words = field_of_words(said.kind);
    web::hidden(html, "soort", code(said.kind));
    web::text_area(html, {.name = words, .label = label_of(said.kind), .hint = &word::talk_no_students, .value = said.words, .error = errors.find(words), .most = most_in_line}, 3);
    if (said.kind != LineKind::action) return;
    web::text_field(html, {.name = "wie", .label = word::talk_who, .hint = &word::talk_who_hint, .value = said.who, .error = errors.find("wie"), .autocomplete = "off", .most = most_in_who});
    const std::vector<web::Choice> months = months_from(month_of(visit.site.now(), visit.site.time_zone), said.month, html.language());
    web::select(html, {.name = "maand", .label = word::talk_month, .value = said.month ? month_code(*said.month) : std::string{}, .error = errors.find("maand"), .choices = months});
}

}  // namespace loopbaankaart::flow
