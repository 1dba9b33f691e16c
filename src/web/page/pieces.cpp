// Buttons, notices and surfaces.
#include "../assets/assets.hpp"
#include "fields.hpp"
#include "page.hpp"

namespace loopbaankaart::web {

namespace {

void face(Html& html, const base::Word& label, Literal symbol_name) {
    if (!symbol_name.view().empty()) symbol(html, symbol_name);
    html.span({}, label);
}

void button(Html& html, Literal look, const base::Word& label, Literal symbol_name, const Sends& sends) {
    html.button({cls(look), type("submit"), attr("name", sends.name, !sends.name.empty()), attr("value", sends.value, !sends.name.empty())},
                [&] { face(html, label, symbol_name); });
}

}  // namespace

void primary_button(Html& html, const base::Word& label, Literal symbol_name, const Sends& sends) {
    button(html, "primary", label, symbol_name, sends);
}

void secondary_button(Html& html, const base::Word& label, Literal symbol_name, const Sends& sends) {
    button(html, "secondary", label, symbol_name, sends);
}

void quiet_button(Html& html, const base::Word& label, const Sends& sends) { button(html, "quiet", label, "", sends); }

void primary_link(Html& html, const Url& to, const base::Word& label, Literal symbol_name) {
    html.a({cls("primary"), href(to)}, [&] { face(html, label, symbol_name); });
}

void secondary_link(Html& html, const Url& to, const base::Word& label, Literal symbol_name) {
    html.a({cls("secondary"), href(to)}, [&] { face(html, label, symbol_name); });
}

void actions(Html& html, const std::function<void()>& content) { html.div({cls("actions")}, content); }

void notice(Html& html, std::string_view sentence) {
    html.div({cls("notice"), attr("role", "status")}, [&] {
        symbol(html, "vlag");
        html.p({}, sentence);
    });
}

void notice(Html& html, const base::Word& sentence) { notice(html, sentence.in(html.language())); }

void card(Html& html, const std::function<void()>& content) { html.div({cls("card")}, content); }

void landmark(Html& html, std::string_view landmark_name, std::string_view alt) {
    const std::string file = "landmarks/" + std::string{landmark_name};
    landmark(html, asset_url(file + ".svg"), asset_url(file + "-nacht.svg"), alt);
}

void landmark(Html& html, const Url& day, const Url& night, std::string_view alt) {
    html.element("picture", {cls("landmark")}, [&] {
        if (html.light() == Light::device) html.empty_element("source", {attr("media", "(prefers-color-scheme: dark)"), srcset(night)});
        html.img({src(html.light() == Light::night ? night : day), attr("alt", alt), attr("loading", "lazy"), attr("decoding", "async")});
    });
}

void empty_place(Html& html, Literal drawing, const base::Word& sentence, const std::function<void()>& content) {
    html.div({cls("empty")}, [&] {
        landmark(html, drawing.view());
        html.p({}, sentence);
        if (content) content();
    });
}

void beside(Html& html, Literal drawing, const std::function<void()>& content) {
    html.div({cls("beside")}, [&] {
        html.div({cls("scene")}, [&] { landmark(html, drawing.view()); });
        html.div({}, content);
    });
}

void back_link(Html& html, const Url& to, const base::Word& label) {
    html.p({cls("back")}, [&] {
        html.a({href(to)}, [&] { face(html, label, "terug"); });
    });
}

}  // namespace loopbaankaart::web
