// GET /meebrengen/{bringing}: how far it is, what is in it, and what became of it.
#include <fmt/format.h>

#include <algorithm>

#include "archive_words.hpp"
#include "bringing_pages.hpp"
#include "taking_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void form_with(Html& html, const access::Visit& visit, const Bringing& bringing, const char* deed, const std::function<void()>& button) {
    web::form(html, web::path("/meebrengen", bringing.id.view(), deed), visit.form_token, visit.site.new_id(), button);
}

void take_away_form(Html& html, const access::Visit& visit, const Bringing& bringing) {
    form_with(html, visit, bringing, "weg", [&] { web::quiet_button(html, word::bringing_take_away); });
}

void receiving(Html& html, const access::Visit& visit, const Bringing& bringing, bool all_there) {
    html.h1({}, all_there ? word::bringing_all_there : word::bringing_receiving);
    if (all_there) form_with(html, visit, bringing, "kijk", [&] { web::actions(html, [&] { web::primary_button(html, word::bringing_look, "zoek"); }); });
    else choose_file(html, visit, &bringing, {});
    take_away_form(html, visit, bringing);
}

// How far it is, without saying of how much.
void at_work(Html& html, const Bringing& bringing) {
    const bool unpacking = bringing.state == BringingState::unpacking;
    const base::Word& what = unpacking ? word::bringing_unpacking : word::bringing_looking;
    constexpr std::uint64_t whole = 1000;
    const std::string all = std::to_string(whole), done = std::to_string(bringing.objects == 0 ? 0 : bringing.unpacked * whole / bringing.objects);
    html.h1({}, what);
    html.p({}, [&] {
        html.element("progress", {web::attr("aria-label", what.in(html.language())), web::attr("max", all, unpacking), web::attr("value", done, unpacking)}, "");
    });
    html.p({}, word::bringing_unpacking_plainly);
    web::actions(html, [&] { web::secondary_link(html, page_of_bringing(bringing.id), word::bringing_look_again); });
}

std::string days_of(const access::Visit& visit, const Contents& contents) {
    const auto day = [&](base::Instant moment) { return base::day_in_words(moment, visit.language(), visit.site.time_zone); };
    const std::string from = day(*contents.from), until = day(contents.until.value_or(*contents.from));
    if (from == until) return base::say(word::bringing_on_day, visit.language(), {{"from", from}});
    return base::say(word::bringing_from_until, visit.language(), {{"from", from}, {"until", until}});
}

// On the label that hangs on the trunk.
void looked(Html& html, const access::Visit& visit, const Bringing& bringing) {
    const Contents& contents = bringing.contents;
    html.h1({}, word::bringing_looked);
    html.div({web::cls("trunk-label")}, [&] {
        html.p({web::cls("name")}, base::say(word::bringing_of, visit.language(), {{"name", contents.name}}));
        if (!contents.school.empty()) html.p({}, base::say(word::bringing_from_school, visit.language(), {{"school", contents.school}}));
        if (contents.from) html.p({}, days_of(visit, contents));
    });
    if (contents.name != visit.who().name) html.p({}, word::bringing_other_name);
    html.p({}, word::bringing_private);
    form_with(html, visit, bringing, "uitpakken", [&] { web::actions(html, [&] { web::primary_button(html, word::bringing_unpack, "rugzak"); }); });
    take_away_form(html, visit, bringing);
}

void notes_of(Html& html, const Bringing& bringing, Note::Why why, const base::Word& sentence) {
    const std::vector<Note>& notes = bringing.contents.notes;
    if (std::ranges::find(notes, why, &Note::why) == notes.end()) return;
    html.p({}, sentence);
    html.ul({}, [&] {
        for (const Note& note : notes)
            if (note.why == why) html.li({}, note.title.empty() ? word::bringing_untitled.in(html.language()) : std::string_view{note.title});
    });
}

void what_went_otherwise(Html& html, const Bringing& bringing) {
    if (bringing.contents.notes.empty()) return;
    html.section({web::cls("went-otherwise")}, [&] {
        html.h2({}, word::bringing_notes);
        notes_of(html, bringing, Note::Why::unread, word::bringing_unread);
        notes_of(html, bringing, Note::Why::otherwise, word::bringing_otherwise);
        notes_of(html, bringing, Note::Why::part, word::bringing_part);
        notes_of(html, bringing, Note::Why::moment, word::bringing_moment);
        notes_of(html, bringing, Note::Why::ours, word::bringing_ours);
    });
}

void done(Html& html, const Bringing& bringing) {
    html.h1({}, word::bringing_done);
    html.p({web::cls("lead")}, word::bringing_done_plainly);
    html.p({}, word::bringing_private);
    web::actions(html, [&] {
        web::primary_link(html, web::path("/reis"), word::bringing_to_journey, "voetstappen");
        web::secondary_link(html, web::path("/rugzak"), word::bringing_to_backpack, "rugzak");
    });
    what_went_otherwise(html, bringing);
}

void failed(Html& html, const access::Visit& visit, const Bringing& bringing) {
    const auto& why = bringing.contents.failed;
    const bool ours = why && why->word == &word::bringing_gave_up;
    html.h1({}, ours ? word::bringing_stopped : word::bringing_failed);
    if (why) html.p({web::cls("lead")}, base::say(*why->word, visit.language(), {{"about", why->about}}));
    web::actions(html, [&] {
        web::primary_link(html, web::path("/meebrengen"), ours ? word::bringing_again : word::bringing_choose_other);
        if (ours) web::secondary_link(html, web::path("/rugzak"), word::bringing_to_backpack, "rugzak");
    });
    what_went_otherwise(html, bringing);
}

web::Reply missing_in_json(const Bringing& bringing, const std::vector<std::uint64_t>& missing) {
    const Json all{{"state", code(bringing.state)}, {"bytes", bringing.bytes}, {"piece", piece_bytes}, {"missing", missing}};
    web::Reply reply{.type = "application/json", .body = all.dump(), .compress = false};
    return std::move(reply).header("Cache-Control", "private, no-store");
}

std::vector<std::uint64_t> missing_of(const access::Visit& visit, const Bringing& bringing) {
    std::vector<std::uint64_t> missing;
    if (bringing.state != BringingState::receiving) return missing;
    visit.school().read([&](storage::Reads& reads) { missing = missing_pieces(reads, bringing); });
    return missing;
}

bool asks_for_json(const access::Visit& visit) { return visit.request.header("accept").find("application/json") != std::string_view::npos; }

}  // namespace

web::Reply bringing_page(const access::Visit& visit, const Bringing& bringing, int status, std::string notice) {
    const auto missing = missing_of(visit, bringing);
    if (asks_for_json(visit) && status == 200) return missing_in_json(bringing, missing);
    web::Reply page = visit.page(title_of(visit, word::bring_in), [&](Html& html) {
        web::beside(html, "koffer", [&] {
            switch (bringing.state) {
                case BringingState::receiving: return receiving(html, visit, bringing, missing.empty());
                case BringingState::looking:
                case BringingState::unpacking: return at_work(html, bringing);
                case BringingState::looked: return looked(html, visit, bringing);
                case BringingState::done: return done(html, bringing);
                case BringingState::failed: return failed(html, visit, bringing);
            }
        });
    }, status, std::move(notice), bringing_look);
    return bringing.is_worked_on() ? std::move(page).header("Refresh", std::string{look_again_after}) : std::move(page);
}

web::Answer show_bringing(const access::Visit& visit) {
    const auto bringing = bringing_asked(visit);
    if (!bringing) return web::go(web::path("/meebrengen").with("gedaan", "voorbij"));
    return bringing_page(visit, *bringing);
}

}  // namespace loopbaankaart::journey
