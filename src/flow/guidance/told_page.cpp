// The word to a student that somebody looked, on the first page and on /mij, and POST /passend/gezien, which ends it. What it tells stays on /passend.
#include <charconv>

#include "guidance_pages.hpp"
#include "guidance_words.hpp"
#include "own_html.hpp"

namespace loopbaankaart::flow {

access::OwnWord word_of_looks(storage::Reads& reads, const access::Visit& visit) {
    if (!learners.allows(visit)) return {};
    const std::optional<LoggedLook> look = look_to_tell(reads, visit.school().vault(), visit.who());
    if (!look) return {};
    return [&visit, look = *look](web::Html& html) {
        html.h2({}, word::fit_told);
        html.p({}, [&] {
            html.strong({}, who_looked(look, html.language()) + " · " + base::day_in_words(look.looked_at, html.language(), visit.site.time_zone));
            html.br();
            html.text(base::say(word::fit_looked_for, html.language(), {{"purpose", look.purpose}}));
        });
        web::form(html, web::path("/passend/gezien"), visit.form_token, [&] {
            web::hidden(html, "tot", std::to_string(base::milliseconds(look.looked_at)));
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
