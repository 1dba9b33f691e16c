// GET /meebrengen: where a journey is brought. POST …/kijk, …/uitpakken, …/weg: what becomes of one that has arrived.
#include <fmt/format.h>

#include "archive_words.hpp"
#include "bringing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::string notice_of(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "voorbij") return title_of(visit, word::bringing_gone);
    if (done == "weg") return title_of(visit, word::bringing_taken_away);
    return {};
}

using Asked = std::function<void(storage::Writes&, const Bringing&)>;

web::Answer ask(const access::Visit& visit, Asked asked) {
    const auto bringing = bringing_asked(visit);
    if (!bringing) return web::go(web::path("/meebrengen").with("gedaan", "voorbij"));
    return web::Write{[bringing = *bringing, asked = std::move(asked)](storage::Writes& writes) {
        asked(writes, bringing);
        return web::go(page_of_bringing(bringing.id));
    }};
}

}  // namespace

web::Url page_of_bringing(const base::Id& id) { return web::path("/meebrengen", id.view()); }

std::optional<Bringing> bringing_asked(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("bringing"));
    if (!id) return std::nullopt;
    std::optional<Bringing> found;
    visit.school().read([&](storage::Reads& reads) { found = find_bringing(reads, visit.school().vault(), visit.who(), *id, visit.site.now()); });
    return found;
}

// With script the file goes in pieces, and of one that was cut off only what is missing.
void choose_file(Html& html, const access::Visit& visit, const Bringing* of, const web::FieldErrors& errors) {
    const std::string name = of == nullptr ? std::string{} : of->name, bytes = of == nullptr ? std::string{} : std::to_string(of->bytes);
    const std::string page = of == nullptr ? std::string{} : page_of_bringing(of->id).text();
    html.div({web::cls("brings"), web::attr("data-naam", name), web::attr("data-bytes", bytes), web::attr("data-bladzijde", page)}, [&] {
        if (of != nullptr) html.p({}, base::say(word::bringing_choose_again, visit.language(), {{"name", name}}));
        web::upload_form(html, web::path("/meebrengen"), visit.form_token, visit.site.new_id(), [&] {
            web::file_field(html, {.name = "reis", .label = word::bringing_file, .hint = &word::bringing_file_hint, .error = errors.find("reis")}, ".zip,application/zip");
            web::actions(html, [&] { web::primary_button(html, word::bring_it, "rugzak"); });
        });
        for (const auto& [said, sentence] : {std::pair{"komt", &word::bringing_arrives}, std::pair{"blijf", &word::bringing_stays}, std::pair{"wacht", &word::bringing_waits},
                                             std::pair{"ander", &word::bringing_other_file}, std::pair{"te-groot", &word::bringing_too_large}, std::pair{"stuk", &word::piece_damaged}})
            html.span({web::flag("hidden"), web::attr("data-woord", said)}, *sentence);
    });
}

web::Reply bringing_begins(const access::Visit& visit, const web::FieldErrors& errors, int status, std::string notice) {
    std::optional<Bringing> there;
    visit.school().read([&](storage::Reads& reads) { there = last_bringing(reads, visit.school().vault(), visit.who(), visit.site.now()); });
    const bool goes_on = there && there->state != BringingState::done && there->state != BringingState::failed;
    return visit.page(title_of(visit, word::bring_in), [&](Html& html) {
        web::beside(html, "koffer", [&] {
            html.h1({}, word::bring_in);
            web::error_summary(html, goes_on ? web::FieldErrors{} : errors);
            if (goes_on) {
                html.p({web::cls("lead")}, word::bringing_busy);
                return web::actions(html, [&] { web::primary_link(html, page_of_bringing(there->id), word::bringing_go_on, "rugzak"); });
            }
            html.p({web::cls("lead")}, word::bring_in_plainly);
            html.p({}, word::bring_in_what);
            choose_file(html, visit, nullptr, errors);
            html.p({web::cls("small")}, word::bringing_large);
        });
    }, status, std::move(notice), bringing_look);
}

web::Answer ask_bringing(const access::Visit& visit) { return bringing_begins(visit, {}, 200, notice_of(visit)); }

web::Answer look_into_it(const access::Visit& visit) { return ask(visit, [](storage::Writes& writes, const Bringing& bringing) { ask_to_look(writes, bringing); }); }

// Noted once, when it begins.
web::Answer unpack_it(const access::Visit& visit) {
    return ask(visit, [&visit](storage::Writes& writes, const Bringing& bringing) {
        const base::Id& who = visit.who().person;
        if (ask_to_unpack(writes, bringing, visit.site.now()))
            access::record(writes, {who, access::Deed::brought_in, who, fmt::format("bringing {}", bringing.id.view())}, visit.site.now(), *visit.site.randomness);
    });
}

web::Answer take_bringing_away(const access::Visit& visit) {
    const auto bringing = bringing_asked(visit);
    if (!bringing) return web::go(web::path("/meebrengen").with("gedaan", "voorbij"));
    return web::Write{[&visit, bringing = *bringing](storage::Writes& writes) {
        remove_bringing(writes, visit.school().passing(), bringing.owner, bringing.id);
        return web::go(web::path("/meebrengen").with("gedaan", "weg"));
    }};
}

}  // namespace loopbaankaart::journey
