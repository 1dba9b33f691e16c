// GET /wie-ziet-wat: for students, parents and staff alike: what nobody at school can see, what is seen when it is shared, and whom to call.
#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

using Sentences = std::initializer_list<const base::Word*>;

void part(Html& html, const base::Word& title, const Sentences& sentences) {
    html.h2({}, title);
    html.ul({}, [&] {
        for (const base::Word* sentence : sentences) html.li({}, *sentence);
    });
}

void line(Html& html, const base::Word& who, std::string_view number) {
    html.li({}, [&] {
        html.span({}, who);
        html.strong({}, number);
    });
}

}  // namespace

web::Answer show_who_sees_what(const access::Visit& visit) {
    return visit.page(title_of(visit, word::who_sees_what), [&](Html& html) {
        html.h1({}, word::who_sees_what);
        html.p({web::cls("lead")}, word::sees_lead);
        part(html, word::sees_yours, {&word::sees_yours_all, &word::sees_yours_school, &word::sees_yours_administrator, &word::sees_yours_counted, &word::sees_yours_parents});
        part(html, word::sees_shared, {&word::sees_shared_who, &word::sees_shared_only, &word::sees_shared_looked, &word::sees_shared_back, &word::sees_shared_copy});
        part(html, word::sees_staff, {&word::sees_staff_names, &word::sees_staff_reaction, &word::sees_staff_promise});
        part(html, word::sees_kept, {&word::sees_kept_sealed, &word::sees_kept_not, &word::sees_kept_log});
        html.h2({}, word::sees_danger);
        html.p({}, word::sees_danger_what);
        html.ul({web::cls("lines")}, [&] {
            line(html, word::call_now, "112");
            line(html, word::call_suicide, "113 · 0800-0113");
            line(html, word::call_children, "0800-0432");
        });
        html.p({}, word::call_school);
        html.p({}, word::sees_danger_staff);
    });
}

}  // namespace loopbaankaart::journey
