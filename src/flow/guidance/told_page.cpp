// The word to a student that somebody looked, on the first page and on /mij, and POST /passend/gezien, which ends it. What it tells stays on /passend.
#include <charconv>

#include "guidance_pages.hpp"
#include "guidance_words.hpp"
#include "own_html.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

constexpr std::size_t most_told = 3;  // at once; the rest is on the page

}  // namespace

access::OwnWord word_of_looks(storage::Reads& reads, const access::Visit& visit) {
    if (!learners.allows(visit)) return {};
    const std::vector<LoggedLook> looks = looks_to_tell(reads, visit.school().vault(), visit.who(), most_told);
    if (looks.empty()) return {};
    return [&visit, looks](Html& html) {
        html.h2({}, word::fit_told);
        for (const LoggedLook& one : looks) {
            html.p({}, [&] { html.strong({}, who_looked(one, html.language()) + " · " + base::day_in_words(one.looked_at, html.language(), visit.site.time_zone)); });
            html.p({}, base::say(word::fit_looked_for, html.language(), {{"purpose", one.purpose}}));
        }
        web::form(html, web::path("/passend/gezien"), visit.form_token, [&] {
            web::hidden(html, "tot", std::to_string(base::milliseconds(looks.front().looked_at)));
            html.p({web::cls("small")}, word::fit_told_then);
            web::actions(html, [&] { web::secondary_button(html, word::fit_told_read); });
        });
    };
}

web::Answer end_word_of_looks(const access::Visit& visit) {
    bool on = false;
    visit.school().read([&](storage::Reads& reads) { on = switched_on(reads).has_value(); });
    if (!on) return visit.absent();
    const std::string_view typed = visit.request.form["tot"];
    std::int64_t until = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), until);  // unclear: nothing was read
    return web::Write{[&visit, until](storage::Writes& writes) {
        read_looks_told(writes, visit.who(), base::instant(until), visit.site.now());
        return web::go(web::path("/passend"));
    }};
}

}  // namespace loopbaankaart::flow
