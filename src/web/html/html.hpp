// HTML as typed functions: what stands in a page is text, an attribute or a link, each escaped for where it stands; there is
// no way to write markup from a string. Reads like the page it makes:
//
//     html.section({cls("card")}, [&] {
//         html.h2({}, place.name);                                  // text, escaped
//         html.p({}, word::private_to_you);                         // a word, in the page's language
//         html.a({href(path("/kaart", place.id))}, word::open_map);
//     });
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

#include <base/base.hpp>

#include "url.hpp"

namespace loopbaankaart::web {

// An attribute. Its name is known when the program is built; its value is escaped. Views must outlive the call.
struct Attribute {
    std::string_view name;
    std::string_view value;
    bool present = true;    // false leaves the attribute out
    bool valued = true;     // false writes only the name (required, checked …)
};

// A text known when the program is built (a class, an id, an attribute name): never something a person typed.
class Literal {
public:
    template <std::size_t Size>
    consteval Literal(const char (&text)[Size]) : text_{text, Size - 1} {}
    constexpr std::string_view view() const { return text_; }

private:
    std::string_view text_;
};

inline Attribute cls(Literal names) { return {"class", names.view()}; }
inline Attribute id(std::string_view value) { return {"id", value}; }
inline Attribute href(const Url& url) { return {"href", url.text()}; }
inline Attribute src(const Url& url) { return {"src", url.text()}; }
inline Attribute action(const Url& url) { return {"action", url.text()}; }
inline Attribute formaction(const Url& url) { return {"formaction", url.text()}; }
inline Attribute name(std::string_view value) { return {"name", value}; }
inline Attribute value(std::string_view text) { return {"value", text}; }
inline Attribute type(Literal text) { return {"type", text.view()}; }
inline Attribute lang(base::Language language) { return {"lang", base::code(language)}; }
inline Attribute flag(Literal attribute, bool present = true) { return {attribute.view(), {}, present, false}; }
// Any other attribute whose value is plain text (aria-…, alt, title, autocomplete, maxlength, data-…). Links and scripts
// (href, src, action, style, on…) do not pass: their functions above, or none.
Attribute attr(Literal attribute, std::string_view value, bool present = true);

class Html {
public:
    explicit Html(base::Language language) : language_{language} { out_.reserve(16 * 1024); }

    base::Language language() const { return language_; }
    std::string take() { return std::move(out_); }
    std::size_t size() const { return out_.size(); }

    void doctype() { out_ += "<!doctype html>\n"; }
    void text(std::string_view text);  // escaped (Guard::html_escape)
    void text(const base::Word& word) { text(word.in(language_)); }
    // Typed text with its line ends: paragraphs at empty lines, <br> at single ones.
    void paragraphs(std::string_view typed);

    using Attributes = std::initializer_list<Attribute>;

    // The element, with content that is a text, a word, or a function writing what stands inside.
    template <typename Content>
    void element(Literal tag, Attributes attributes, Content&& content) {
        open(tag.view(), attributes);
        fill(std::forward<Content>(content));
        close(tag.view());
    }
    void empty_element(Literal tag, Attributes attributes) { open(tag.view(), attributes); }  // br, img, input …

#define LOOPBAANKAART_ELEMENT(tag)                                        \
    template <typename Content>                                           \
    void tag(Attributes attributes, Content&& content) {                  \
        element(#tag, attributes, std::forward<Content>(content));        \
    }
    LOOPBAANKAART_ELEMENT(html) LOOPBAANKAART_ELEMENT(head) LOOPBAANKAART_ELEMENT(title) LOOPBAANKAART_ELEMENT(body)
    LOOPBAANKAART_ELEMENT(header) LOOPBAANKAART_ELEMENT(footer) LOOPBAANKAART_ELEMENT(main) LOOPBAANKAART_ELEMENT(nav)
    LOOPBAANKAART_ELEMENT(section) LOOPBAANKAART_ELEMENT(article) LOOPBAANKAART_ELEMENT(aside) LOOPBAANKAART_ELEMENT(div)
    LOOPBAANKAART_ELEMENT(h1) LOOPBAANKAART_ELEMENT(h2) LOOPBAANKAART_ELEMENT(h3) LOOPBAANKAART_ELEMENT(p)
    LOOPBAANKAART_ELEMENT(span) LOOPBAANKAART_ELEMENT(strong) LOOPBAANKAART_ELEMENT(em) LOOPBAANKAART_ELEMENT(small)
    LOOPBAANKAART_ELEMENT(a) LOOPBAANKAART_ELEMENT(ul) LOOPBAANKAART_ELEMENT(ol) LOOPBAANKAART_ELEMENT(li)
    LOOPBAANKAART_ELEMENT(dl) LOOPBAANKAART_ELEMENT(dt) LOOPBAANKAART_ELEMENT(dd) LOOPBAANKAART_ELEMENT(blockquote)
    LOOPBAANKAART_ELEMENT(form) LOOPBAANKAART_ELEMENT(label) LOOPBAANKAART_ELEMENT(button) LOOPBAANKAART_ELEMENT(textarea)
    LOOPBAANKAART_ELEMENT(select) LOOPBAANKAART_ELEMENT(option) LOOPBAANKAART_ELEMENT(fieldset) LOOPBAANKAART_ELEMENT(legend)
    LOOPBAANKAART_ELEMENT(table) LOOPBAANKAART_ELEMENT(caption) LOOPBAANKAART_ELEMENT(thead) LOOPBAANKAART_ELEMENT(tbody)
    LOOPBAANKAART_ELEMENT(tr) LOOPBAANKAART_ELEMENT(th) LOOPBAANKAART_ELEMENT(td) LOOPBAANKAART_ELEMENT(time)
    LOOPBAANKAART_ELEMENT(details) LOOPBAANKAART_ELEMENT(summary) LOOPBAANKAART_ELEMENT(figure) LOOPBAANKAART_ELEMENT(figcaption)
    LOOPBAANKAART_ELEMENT(svg) LOOPBAANKAART_ELEMENT(script) LOOPBAANKAART_ELEMENT(code)
#undef LOOPBAANKAART_ELEMENT
    void img(Attributes attributes) { empty_element("img", attributes); }
    void input(Attributes attributes) { empty_element("input", attributes); }
    void link(Attributes attributes) { empty_element("link", attributes); }
    void meta(Attributes attributes) { empty_element("meta", attributes); }
    void br() { out_ += "<br>"; }

private:
    void open(std::string_view tag, Attributes attributes);
    void close(std::string_view tag);
    template <typename Content>
    void fill(Content&& content) {
        if constexpr (std::invocable<Content>)
            content();
        else
            text(std::forward<Content>(content));
    }

    base::Language language_;
    std::string out_;
};

}  // namespace loopbaankaart::web
