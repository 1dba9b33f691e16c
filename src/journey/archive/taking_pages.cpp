// GET and POST /meenemen, GET /meenemen/{taking}: asking for an archive of one's own journey, and seeing it come.
#include <fmt/format.h>

#include "taking.hpp"
#include "taking_pages.hpp"
#include "archive_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

web::Url page_of(const Taking& taking) { return web::path("/meenemen", taking.id.view()); }

// "12 MB"
std::string size_in_words(std::uint64_t bytes) {
    constexpr std::uint64_t megabyte = 1'000'000;
    return bytes < megabyte ? fmt::format("{} kB", bytes / 1000 + 1) : fmt::format("{} MB", (bytes + megabyte / 2) / megabyte);
}

void ask_form(Html& html, const access::Visit& visit, TakingForm form) {
    web::form(html, web::path("/meenemen"), visit.form_token, visit.site.new_id(), [&] {
        if (form == TakingForm::leap2a) web::hidden(html, "vorm", code(form));
        web::actions(html, [&] {
            if (form == TakingForm::leap2a) web::quiet_button(html, word::leap_pack);
            else web::primary_button(html, word::take_along_pack, "rugzak");
        });
    });
}

const base::Word& where_it_is(const Taking& taking) {
    if (taking.state != TakingState::ready) return word::taking_busy;
    return taking.form == TakingForm::leap2a ? word::leap_is_ready : word::taking_is_ready;
}

// For another portfolio: smaller, below what most come for.
void ask_leap2a(Html& html, const access::Visit& visit, const std::optional<Taking>& last) {
    html.section({web::cls("leap2a"), web::attr("aria-labelledby", "leap2a")}, [&] {
        html.h2({web::id("leap2a")}, word::leap);
        html.p({}, word::leap_plainly);
        if (last && last->state != TakingState::failed) return html.p({}, [&] { html.a({web::href(page_of(*last))}, where_it_is(*last)); });
        if (last) html.p({}, word::taking_failed);
        ask_form(html, visit, TakingForm::leap2a);
    });
}

void being_packed(Html& html, const Taking& taking) {
    html.h1({}, word::taking_busy);
    const std::string done = std::to_string(taking.done_bytes), all = std::to_string(taking.all_bytes);
    html.p({}, [&] {
        html.element("progress", {web::attr("aria-label", word::taking_busy.in(html.language())), web::attr("max", all, taking.all_bytes > 0),
                                  web::attr("value", done, taking.all_bytes > 0)}, "");
    });
    html.p({}, word::taking_busy_plainly);
    web::actions(html, [&] { web::secondary_link(html, page_of(taking), word::taking_look); });
}

void ready(Html& html, const access::Visit& visit, const Taking& taking) {
    html.h1({}, taking.form == TakingForm::leap2a ? word::leap_is_ready : word::taking_ready);
    html.p({web::cls("lead")}, word::taking_careful);
    if (taking.form == TakingForm::leap2a) html.p({}, word::leap_how);
    web::actions(html, [&] {
        web::primary_link(html, web::path("/meenemen", taking.id.view(), "reis.zip"), word::taking_fetch, "rugzak");
    });
    const std::string day = base::day_in_words(taking.ends_at, visit.language(), visit.site.time_zone);
    html.p({web::cls("small")}, base::say(word::taking_until, visit.language(), {{"size", size_in_words(taking.all_bytes)}, {"day", day}}));
}

}  // namespace

std::optional<Taking> taking_asked(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("taking"));
    if (!id) return std::nullopt;
    std::optional<Taking> found;
    visit.school().read([&](storage::Reads& reads) { found = find_taking(reads, visit.who(), *id, visit.site.now()); });
    return found;
}

web::Answer ask_taking(const access::Visit& visit) {
    std::optional<Taking> last, last_leap2a;
    visit.school().read([&](storage::Reads& reads) {
        last = last_taking(reads, visit.who(), TakingForm::journey, visit.site.now());
        last_leap2a = last_taking(reads, visit.who(), TakingForm::leap2a, visit.site.now());
    });
    const std::string notice = visit.request.query["gedaan"] == "voorbij" ? title_of(visit, word::taking_over) : std::string{};
    return visit.page(title_of(visit, word::take_along), [&](Html& html) {
        web::beside(html, "haven", [&] {
            html.h1({}, word::take_along);
            html.p({web::cls("lead")}, word::take_along_plainly);
            html.p({}, word::take_along_what);
            if (last && last->state != TakingState::failed) {
                web::actions(html, [&] { web::primary_link(html, page_of(*last), where_it_is(*last), "rugzak"); });
            } else {
                if (last) html.p({}, word::taking_failed);
                ask_form(html, visit, TakingForm::journey);
            }
            ask_leap2a(html, visit, last_leap2a);
        });
    }, 200, notice);
}

// Sent twice, or while one is being packed: the one there is.
web::Answer begin_to_take(const access::Visit& visit) {
    const TakingForm form = parse_taking_form(visit.request.form["vorm"]).value_or(TakingForm::journey);
    return web::Write{[&visit, asked = NewTaking{sent_id(visit), form, visit.language()}](storage::Writes& writes) {
        return web::go(web::path("/meenemen", begin_taking(writes, visit.who(), asked, visit.site.now()).view()));
    }};
}

// The page looks again by itself, and by its link.
web::Answer show_taking(const access::Visit& visit) {
    const auto taking = taking_asked(visit);
    if (!taking) return web::go(web::path("/meenemen").with("gedaan", "voorbij"));
    const bool busy = taking->state == TakingState::waiting || taking->state == TakingState::packing;
    web::Reply page = visit.page(title_of(visit, word::take_along), [&](Html& html) {
        web::back_link(html, web::path("/meenemen"), word::take_along);
        if (busy) return being_packed(html, *taking);
        if (taking->state == TakingState::ready) return ready(html, visit, *taking);
        html.h1({}, word::taking_failed);
        ask_form(html, visit, taking->form);
    });
    return busy ? std::move(page).header("Refresh", std::string{look_again_after}) : std::move(page);
}

}  // namespace loopbaankaart::journey
