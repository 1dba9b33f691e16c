#include "html.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "read_back.hpp"

namespace loopbaankaart::web {
namespace {

using base::Language;

constexpr base::Word greeting{"test.greeting", {"Dag & welkom", "Hello & welcome"}};

// Texts full of the signs that matter, in any place relative to the eight bytes the writer looks at together.
rc::Gen<std::string> any_text() {
    return rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::elementOf(std::string{"&<>\"'#\r\n\t;=/ "}), rc::gen::inRange<char>(0x20, 0x7F), rc::gen::elementOf(std::string{"\xC3\xA9"})));
}

std::string written(const std::function<void(Html&)>& write, Language language = Language::nl) {
    Html html{language};
    write(html);
    return html.take();
}

TEST(Html, reads_like_the_page_it_makes) {
    const std::string page = written([](Html& html) {
        html.section({cls("card"), flag("hidden", false), attr("aria-label", "stad", false)}, [&] {
            html.h2({id("kop")}, greeting);
            html.input({type("checkbox"), flag("checked"), name("a"), value("1")});
        });
    });
    EXPECT_EQ(page, "<section class=\"card\"><h2 id=\"kop\">Dag &amp; welkom</h2><input type=\"checkbox\" checked name=\"a\" value=\"1\"></section>");
}

TEST(Html, speaks_the_language_of_the_page) {
    const std::string page = written([](Html& html) { html.p({}, greeting); }, Language::en);
    EXPECT_EQ(page, "<p>Hello &amp; welcome</p>");
}

RC_GTEST_PROP(Html, a_text_is_read_back_the_same, ()) {
    const std::string text = *any_text();
    const auto page = read_back::read(written([&](Html& html) { html.p({}, text); }));
    RC_ASSERT(page.text == text);
    RC_ASSERT(page.all("p").size() == 1u);
}

RC_GTEST_PROP(Html, a_value_is_read_back_the_same, ()) {
    const std::string text = *any_text();
    const auto page = read_back::read(written([&](Html& html) { html.input({attr("title", text), value(text)}); }));
    RC_ASSERT(page.all("input")[0]->attributes.at("value") == text);
    RC_ASSERT(page.all("input")[0]->attributes.at("title") == text);
}

RC_GTEST_PROP(Html, typed_paragraphs_keep_their_words, ()) {
    const std::string typed = *any_text();
    const auto page = read_back::read(written([&](Html& html) { html.paragraphs(typed); }));
    std::string words = typed;
    std::erase(words, '\n');
    std::string shown = page.text;
    std::erase_if(words, [](char sign) { return sign == ' ' || sign == '\t' || sign == '\r'; });
    std::erase_if(shown, [](char sign) { return sign == ' ' || sign == '\t' || sign == '\r'; });
    RC_ASSERT(shown == words);
}

TEST(Html, paragraphs_break_at_empty_lines) {
    EXPECT_EQ(written([](Html& html) { html.paragraphs("een\ntwee\n\n\ndrie\n"); }), "<p>een<br>twee</p><p>drie</p>");
    EXPECT_EQ(written([](Html& html) { html.paragraphs("\n \n"); }), "");
}

TEST(Html, a_nul_cannot_stand_in_a_page) {
    EXPECT_EQ(written([](Html& html) { html.text(std::string_view{"a\0b", 3}); }), "a\xEF\xBF\xBD""b");
}

TEST(Html, grows_past_its_first_room) {
    const std::string word(3000, 'a');
    Html html{Language::nl};
    for (int line = 0; line < 40; ++line) html.p({}, word);
    EXPECT_EQ(html.size(), 40 * (3000 + 7));
    EXPECT_EQ(read_back::read(html.take()).text.size(), 40 * 3000);
}

TEST(Html, no_attribute_takes_a_link_a_style_or_a_script_from_text) {
    for (std::string_view refused : {"href", "src", "srcset", "srcdoc", "action", "formaction", "style", "onclick", "onload", "http-equiv", "HREF", "onLoad", "", "a b"})
        EXPECT_FALSE(AttributeName::is_plain(refused)) << refused;
    for (std::string_view welcome : {"aria-label", "alt", "title", "data-licht", "autocomplete", "maxlength", "role", "datetime"})
        EXPECT_TRUE(AttributeName::is_plain(welcome)) << welcome;
}

}  // namespace
}  // namespace loopbaankaart::web
