#include "page.hpp"

#include <fmt/format.h>

#include <web/words.hpp>

#include "../assets/assets.hpp"
#include "fields.hpp"

namespace loopbaankaart::web {

namespace {

Light chosen_light(const Request& request) {
    const std::string_view chosen = request.cookie("licht");
    if (chosen == "dag") return Light::day;
    return chosen == "nacht" ? Light::night : Light::device;
}

// This page's own address, to come back to after a choice in the footer.
std::string own_address(const Request& request) {
    Url url = path(request.path);
    for (const auto& [key, text] : request.query) url = std::move(url).with(key, text);
    return url.text();
}

void font(Html& html, std::string_view file) {
    html.link({attr("rel", "preload"), attr("as", "font"), attr("type", "font/woff2"), attr("crossorigin", ""), href(asset_url(file))});
}

// The colour of the browser's own bar: the sea of assets/css/loopbaankaart.css.
void bar_colours(Html& html) {
    constexpr Literal day = "#CFE3E4";
    constexpr Literal night = "#16202F";
    const bool asks = html.light() == Light::device;
    if (html.light() != Light::night) html.meta({name("theme-color"), attr("content", day.view()), attr("media", "(prefers-color-scheme: light)", asks)});
    if (html.light() != Light::day) html.meta({name("theme-color"), attr("content", night.view()), attr("media", "(prefers-color-scheme: dark)", asks)});
}

void style_sheets(Html& html, const Frame& frame) {
    const auto sheet = [&](std::string_view file, std::string_view media = {}) {
        html.link({attr("rel", "stylesheet"), href(asset_url(file)), attr("media", media, !media.empty())});
    };
    sheet("css/loopbaankaart.css");
    if (!frame.person.empty() && frame.density != Frame::Density::work) sheet("css/journey.css");
    sheet("css/wide.css", "(min-width: 48em)");
    if (html.light() != Light::day) sheet("css/night.css", html.light() == Light::device ? "(prefers-color-scheme: dark)" : "");
    if (frame.density == Frame::Density::work) sheet("css/work.css");
    if (frame.density == Frame::Density::chart) {
        sheet("css/chart.css");
        html.link({attr("rel", "stylesheet"), href(frame.style)});
    }
    if (const std::string_view own = frame.look.sheet.view(); !own.empty()) sheet(own);
    sheet("css/print.css", "print");
}

// What is typed is not lost. The words it says stand with it. Who is not signed in has it only where somebody left something: js/loopbaankaart.js looks,
// and is told the address.
void drafts(Html& html, const Frame& frame) {
    if (frame.who.empty()) return;
    const Attribute script = type("module");
    const Url address = asset_url("js/drafts.js");
    const auto in = [&](const base::Word& word) { return word.in(html.language()); };
    html.script({script, src(address), attr("data-eerder", in(word::draft_earlier)), attr("data-eerder-zonder", in(word::draft_earlier_without)),
                 attr("data-weg", in(word::draft_away)), attr("data-weggegooid", in(word::draft_thrown)), attr("data-terug", in(word::draft_back)), attr("data-ander", in(word::draft_other)),
                 attr("data-toon-ander", in(word::draft_show_other)), attr("data-offline", in(word::waits_offline)), attr("data-later", in(word::waits_later)),
                 attr("data-wacht", in(word::waits)), attr("data-mee", in(word::waits_sent)), attr("data-geweigerd", in(word::waits_refused)),
                 attr("data-bekijk", in(word::waits_look)), attr("data-niet-op-slot", in(word::waits_not)), attr("data-oud", in(word::page_from))}, "");
}

void head(Html& html, const Request& request, const Frame& frame) {
    html.head({}, [&] {
        html.meta({attr("charset", "utf-8")});
        html.title({}, fmt::format("{} · {}", frame.title, request.site != nullptr ? request.site->title : word::product.in(html.language())));
        html.meta({name("viewport"), attr("content", "width=device-width, initial-scale=1, viewport-fit=cover")});
        bar_colours(html);
        font(html, "fonts/atkinson-hyperlegible-next.woff2");
        font(html, "fonts/fraunces.woff2");
        style_sheets(html, frame);
        html.link({attr("rel", "icon"), attr("type", "image/svg+xml"), href(asset_url("landmarks/merk.svg"))});
        const Url drafts_script = asset_url("js/drafts.js");
        html.script({type("module"), src(asset_url("js/loopbaankaart.js")), attr("data-concepten", drafts_script.text(), frame.who.empty())}, "");
        if (frame.density == Frame::Density::chart) html.script({type("module"), src(asset_url("js/chart.js"))}, "");
        if (const std::string_view own = frame.look.script.view(); !own.empty()) html.script({type("module"), src(asset_url(own))}, "");
        drafts(html, frame);
    });
}

// Whose own device this is, unless somebody else is signed in on it now.
std::string_view own_device(const Request& request, const Frame& frame) {
    const std::string_view mark = request.cookie(own_device_cookie);
    return frame.who.empty() || frame.who == mark ? mark : std::string_view{};
}

bool stands_at(std::string_view here, std::string_view item) {
    return here == item || (here.starts_with(item) && here.substr(item.size()).starts_with('/'));
}

void navigation(Html& html, const Request& request, const Frame& frame) {
    if (frame.navigation.size() < 2) return;  // one place to go is no choice; the mark leads there
    html.nav({cls("destinations"), attr("aria-label", word::navigation.in(html.language()))}, [&] {
        html.ul({}, [&] {
            for (const NavigationItem& item : frame.navigation)
                html.li({}, [&] {
                    html.a({href(path(item.path)), attr("aria-current", "page", stands_at(request.path, item.path))}, [&] {
                        symbol(html, item.symbol);
                        html.span({}, *item.word);
                    });
                });
        });
    });
}

void account(Html& html, const Request& request, const Frame& frame) {
    if (frame.form_token.empty()) return;  // an error page: who is asking is not known
    if (frame.person.empty()) {
        if (request.path == "/inloggen") return;  // the page does it
        html.a({cls("account sign-in"), href(path("/inloggen"))}, [&] {
            symbol(html, "mens");
            html.span({}, word::sign_in);
        });
        return;
    }
    html.details({cls("account")}, [&] {
        html.summary({}, [&] {
            symbol(html, "mens");
            html.span({}, frame.person);
        });
        form(html, path("/uitloggen"), frame.form_token, [&] { secondary_button(html, word::sign_out, "uit"); });
    });
}

void banner(Html& html, const Request& request, const Frame& frame) {
    html.header({cls("banner")}, [&] {
        html.a({cls("brand"), href(path(frame.person.empty() ? "/kaart" : "/"))}, [&] {
            symbol(html, "kompas");
            html.span({cls("product")}, word::product);
            if (request.site != nullptr) html.span({cls("school")}, request.site->title);
        });
        navigation(html, request, frame);
        account(html, request, frame);
    });
}

struct Option {
    const base::Word* word;
    std::string_view value;
    Literal symbol;
    bool current;
};

// A row of buttons in one small form; the one that holds now is pressed.
void switch_form(Html& html, const Frame& frame, std::string_view field, const base::Word& title, const std::string& back, std::initializer_list<Option> options) {
    form(html, path("/", field), frame.form_token, [&] {
        hidden(html, "terug", back);
        html.div({cls("switch"), attr("role", "group"), attr("aria-label", title.in(html.language()))}, [&] {
            for (const Option& option : options)
                html.button({type("submit"), name(field), value(option.value), attr("aria-pressed", option.current ? "true" : "false"),
                             attr("lang", option.value, field == "taal")},
                            [&] {
                                symbol(html, option.symbol);
                                html.span({}, *option.word);
                            });
        });
    });
}

void footer(Html& html, const Request& request, const Frame& frame) {
    html.footer({}, [&] {
        html.p({cls("motto")}, word::motto);
        if (frame.form_token.empty()) return;
        const std::string back = own_address(request);
        const base::Language language = html.language();
        const Light light = html.light();
        html.div({cls("switches")}, [&] {
            switch_form(html, frame, "taal", word::language, back,
                        {{&word::dutch, "nl", "taal", language == base::Language::nl}, {&word::english, "en", "taal", language == base::Language::en}});
            switch_form(html, frame, "licht", word::light, back,
                        {{&word::light_day, "dag", "zon", light == Light::day},
                         {&word::light_night, "nacht", "vuur", light == Light::night},
                         {&word::light_device, "toestel", "toestel", light == Light::device}});
        });
    });
}

void start_form(Html& html, const Url& to, std::string_view form_token, std::string_view fresh, const std::function<void()>& content, bool with_files = false) {
    html.form({attr("method", "post"), action(to), attr("enctype", "multipart/form-data", with_files)}, [&] {
        hidden(html, "sleutel", form_token);
        if (!fresh.empty()) hidden(html, "id", fresh);
        content();
    });
}

Literal body_class(Frame::Density density) {
    switch (density) {
        case Frame::Density::work: return "work";
        case Frame::Density::chart: return "wander charting";
        case Frame::Density::wander: break;
    }
    return "wander";
}

}  // namespace

Reply page(const Request& request, const Frame& frame, const std::function<void(Html&)>& content, int status) {
    Html html{request.language, chosen_light(request)};
    const std::string_view light = html.light() == Light::day ? "dag" : "nacht";
    html.doctype();
    html.html({lang(request.language), attr("data-licht", light, html.light() != Light::device)}, [&] {
        head(html, request, frame);
        const std::string_view own = own_device(request, frame);
        html.body({cls(body_class(frame.density)), attr("data-bezig", word::busy.in(request.language)), attr("data-wie", frame.who, !frame.who.empty()),
                   attr("data-eigen", own, !own.empty())}, [&] {
            html.a({cls("skip"), href(Url::here("inhoud"))}, word::skip_to_content);
            banner(html, request, frame);
            html.main({id("inhoud"), attr("tabindex", "-1")}, [&] {
                if (!frame.notice.empty()) notice(html, frame.notice);
                content(html);
            });
            footer(html, request, frame);
        });
    });
    Reply reply{.status = status, .body = html.take()};
    // A page that shows both the form token and words out of the address is not compressed: its length would tell about the token.
    reply.compress = frame.form_token.empty() || request.query.size() == 0;
    return reply;
}

void form(Html& html, const Url& to, std::string_view form_token, const std::function<void()>& content) {
    start_form(html, to, form_token, {}, content);
}

void form(Html& html, const Url& to, std::string_view form_token, const base::Id& fresh, const std::function<void()>& content) {
    start_form(html, to, form_token, fresh.view(), content);
}

void upload_form(Html& html, const Url& to, std::string_view form_token, const base::Id& fresh, const std::function<void()>& content) {
    start_form(html, to, form_token, fresh.view(), content, true);
}

void symbol(Html& html, Literal symbol_name) {
    static const Url sheet = asset_url("symbols.svg");
    html.svg({cls("symbol"), attr("aria-hidden", "true"), attr("focusable", "false")}, [&] {
        html.element("use", {href(Url{sheet}.at(symbol_name.view()))}, "");
    });
}

}  // namespace loopbaankaart::web
