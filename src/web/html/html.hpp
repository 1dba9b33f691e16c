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
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <base/base.hpp>

#include "url.hpp"

namespace loopbaankaart::web {

// A text known when the program is built (a class, a tag): never something a person typed.
class Literal {
public:
    template <std::size_t Size>
    consteval Literal(const char (&text)[Size]) : text_{text, Size - 1} {}
    constexpr std::string_view view() const { return text_; }

private:
    std::string_view text_;
};

struct Attribute;

// The name of an attribute whose value is plain text. A name that would make its value a link, a style or a script
// (href, src, action, style, on…) does not compile: `attr("onclick", text)` is an error of the compiler.
class AttributeName {
public:
    template <std::size_t Size>
    consteval AttributeName(const char (&text)[Size]) : text_{text, Size - 1} {
        if (!is_plain(text_)) throw "this attribute has a function of its own, or none";
    }
    constexpr std::string_view view() const { return text_; }
    static constexpr bool is_plain(std::string_view name);

private:
    struct Link {};
    constexpr AttributeName(std::string_view text, Link) : text_{text} {}
    friend Attribute href(const Url& url);
    friend Attribute src(const Url& url);
    friend Attribute srcset(const Url& url);
    friend Attribute action(const Url& url);
    friend Attribute formaction(const Url& url);
    std::string_view text_;
};

constexpr bool AttributeName::is_plain(std::string_view name) {
    for (std::string_view linking : {"href", "src", "srcset", "srcdoc", "imagesrcset", "action", "formaction", "style", "data", "poster", "ping",
                                     "background", "cite", "manifest", "codebase", "http-equiv"})
        if (name == linking) return false;
    if (name.empty() || name.starts_with("on")) return false;
    for (char sign : name)
        if (!((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-')) return false;
    return true;
}

// An attribute. Its name is known when the program is built; its value is escaped. Views must outlive the call.
struct Attribute {
    AttributeName name;
    std::string_view value;
    bool present = true;    // false leaves the attribute out
    bool valued = true;     // false writes only the name (required, checked …)
};

inline Attribute cls(Literal names) { return {"class", names.view()}; }
inline Attribute id(std::string_view value) { return {"id", value}; }
inline Attribute href(const Url& url) { return {{"href", AttributeName::Link{}}, url.text()}; }
inline Attribute src(const Url& url) { return {{"src", AttributeName::Link{}}, url.text()}; }
inline Attribute srcset(const Url& url) { return {{"srcset", AttributeName::Link{}}, url.text()}; }
inline Attribute action(const Url& url) { return {{"action", AttributeName::Link{}}, url.text()}; }
inline Attribute formaction(const Url& url) { return {{"formaction", AttributeName::Link{}}, url.text()}; }
inline Attribute name(std::string_view value) { return {"name", value}; }
inline Attribute value(std::string_view text) { return {"value", text}; }
inline Attribute type(Literal text) { return {"type", text.view()}; }
inline Attribute lang(base::Language language) { return {"lang", base::code(language)}; }
inline Attribute flag(AttributeName attribute, bool present = true) { return {attribute, {}, present, false}; }
// Any other attribute whose value is plain text (aria-…, alt, title, autocomplete, maxlength, data-…).
inline Attribute attr(AttributeName attribute, std::string_view text, bool present = true) { return {attribute, text, present}; }

// In which light the visitor reads: what they chose (cookie `licht`), else what their device says.
enum class Light { device, day, night };

class Html {
public:
    explicit Html(base::Language language, Light light = Light::device) : language_{language}, light_{light}, out_(first_room, '\0') {}

    base::Language language() const { return language_; }
    Light light() const { return light_; }
    std::string take();
    std::size_t size() const { return used_; }

    void doctype() { put("<!doctype html>\n"); }
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
    void br() { put("<br>"); }

private:
    static constexpr std::size_t first_room = 40 * 1024;  // bytes; holds most pages

    void open(std::string_view tag, Attributes attributes);
    void close(std::string_view tag);
    template <typename Content>
    void fill(Content&& content) {
        if constexpr (std::invocable<Content>)
            content();
        else
            text(std::forward<Content>(content));
    }

    void put(std::string_view markup);     // as it is
    void escape(std::string_view text);    // for text and for values between double quotes
    void grow(std::size_t bytes);
    // Where the next bytes go; the caller adds to used_ what it wrote.
    char* room(std::size_t bytes) {
        if (out_.size() - used_ < bytes) grow(bytes);
        return out_.data() + used_;
    }

    base::Language language_;
    Light light_;
    std::string out_;        // written up to used_, room behind it: one check per piece instead of one per append
    std::size_t used_ = 0;
};

}  // namespace loopbaankaart::web
