// A visit: a request together with who is asking. Handlers above `web` get this and nothing less.
#pragma once

#include <bitset>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <web/web.hpp>

#include "../people/people.hpp"

namespace loopbaankaart::access {

// Who is asking: a signed-in person whose session is good.
struct Viewer {
    base::Id person;
    std::string name;
    std::bitset<role_count> roles;   // in any team
    bool content_open = true;        // false for 72 hours after a printed reset code: own content stays closed
    std::optional<base::Instant> reads_until = {};  // who left the school reads what is their own until then, and adds nothing; without roles
    bool left() const { return reads_until.has_value(); }
    bool has(Role role) const { return roles.test(static_cast<std::size_t>(role)); }
};

struct Visit {
    const web::Request& request;
    const web::Site& site;
    std::optional<Viewer> viewer;
    std::string form_token;          // CSRF token for forms on this page

    storage::School& school() const { return *site.school; }
    base::Language language() const { return request.language; }
    // The signed-in person. Only behind a policy that asks for one.
    const Viewer& who() const { return *viewer; }
    // A page in the common frame, with the navigation this viewer may use. `notice` is one sentence above the content; `look` what only this page has.
    web::Reply page(std::string title, const std::function<void(web::Html&)>& content, int status = 200, std::string notice = {}, const web::Look& look = {}) const;
    // A staff page: quieter, denser.
    web::Reply work_page(std::string title, const std::function<void(web::Html&)>& content, int status = 200, std::string notice = {}, const web::Look& look = {}) const;
    // A page on which the map fills the window; `style` puts its list in place.
    web::Reply chart_page(std::string title, const web::Url& style, const std::function<void(web::Html&)>& content) const;
    // What is forbidden looks like what is absent: the same 404 page. What was typed for it stands on it, to take along.
    web::Reply absent() const;
    // Whether a form came along in which somebody wrote something.
    bool brings_words() const;
};

}  // namespace loopbaankaart::access
