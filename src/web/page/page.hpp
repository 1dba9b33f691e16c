// The frame of every page: head, banner with navigation, main, footer with language and light. The building blocks that stand
// in it are in fields.hpp; the classes a page may use are listed at the top of assets/css/loopbaankaart.css.
//
// The footer's forms post to /taal (`taal`: nl, en) and /licht (`licht`: dag, nacht, toestel), the banner's to /uitloggen; each
// sends `terug`, the address to go back to. They only show with a form token. The cookie `licht` (dag, nacht) fixes the light.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "../html/html.hpp"
#include "../http/answer.hpp"
#include "../http/request.hpp"

namespace loopbaankaart::web {

// A place to go in the banner.
struct NavigationItem {
    const base::Word* word;
    std::string_view path;    // also tells which item is the current page
    Literal symbol;           // a drawing in assets/symbols: "kaart", "rugzak" …
};

// What one page has of its own beside what all pages share: "css/journey/kompas.css", "js/journey/kompas.js"; empty for none.
struct Look {
    Literal sheet = "";
    Literal script = "";
};

struct Frame {
    std::string title;                            // the page's own name; the school's is added
    std::vector<NavigationItem> navigation;       // what this visitor may go to
    std::string person;                           // display name of who is signed in, or empty
    std::string who;                              // the mark of who is signed in (access::mark_of), for drafts and what opens offline; or empty
    std::string form_token;                       // CSRF token for the forms of the frame (sign out, language, light)
    std::string notice;                           // one sentence after an action ("Bewaard. Dit zie alleen jij."), or empty
    enum class Density { wander, work, chart } density = Density::wander;  // work: quieter and denser, for staff pages; chart: the map fills the window
    Url style;                                    // of a chart: where its places lie
    Look look = {};
};

// The mark of whose own device this is; set at sign-in when they say so, gone when they sign out (docs/adr/0012).
inline constexpr std::string_view own_device_cookie = "__Host-eigen";

// The whole page; `content` writes what stands in <main>.
Reply page(const Request& request, const Frame& frame, const std::function<void(Html&)>& content, int status = 200);

// What every form starts with: method, action and the token (hidden `sleutel`). For a write that makes something, pass a
// fresh id (hidden `id`): it goes along, so sending again makes nothing twice; the script renews it when a form is used again.
void form(Html& html, const Url& action, std::string_view form_token, const std::function<void()>& content);
void form(Html& html, const Url& action, std::string_view form_token, const base::Id& fresh, const std::function<void()>& content);
// One that may bring files; its route takes web::Body::upload.
void upload_form(Html& html, const Url& action, std::string_view form_token, const base::Id& fresh, const std::function<void()>& content);

// A symbol from assets/symbols, drawn in the text's colour and hidden from screen readers.
void symbol(Html& html, Literal name);

// "Er ging iets mis": for 404, 405, 413, 429, 500, 503; says what to do, shows the request id.
Reply error_page(const Request& request, int status);
// The same, with what somebody typed in vain.
Reply error_page(const Request& request, int status, const std::vector<std::string_view>& typed);

}  // namespace loopbaankaart::web
