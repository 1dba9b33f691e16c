#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "../html/url.hpp"
#include "percent.hpp"
#include "request.hpp"

namespace loopbaankaart::web {
namespace {

TEST(Form, keeps_order_and_repeated_names) {
    const auto form = parse_form("soort=hulpbron&soort=parkeren&zin=ik+ben+hier");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->all("soort"), (std::vector<std::string_view>{"hulpbron", "parkeren"}));
    EXPECT_EQ((*form)["zin"], "ik ben hier");
    EXPECT_EQ((*form)["soort"], "hulpbron");
}

TEST(Form, a_name_without_value_is_there_and_empty) {
    const auto form = parse_form("delen&naam=");
    ASSERT_TRUE(form);
    EXPECT_TRUE(form->has("delen"));
    EXPECT_TRUE(form->has("naam"));
    EXPECT_FALSE(form->has("anders"));
    EXPECT_EQ((*form)["delen"], "");
}

TEST(Form, a_stray_percent_is_text) { EXPECT_EQ((*parse_form("zoek=100%&b=%zz"))["zoek"], "100%"); }

TEST(Form, text_that_is_not_utf8_is_refused) {
    EXPECT_FALSE(parse_form("naam=%C3"));
    EXPECT_FALSE(parse_form("naam=%C0%AF"));
    EXPECT_FALSE(parse_form("%ED%A0%80=surrogate"));
}

TEST(Form, a_nul_is_refused) { EXPECT_FALSE(parse_form("naam=a%00b")); }

TEST(Form, a_thousand_fields_pass_and_one_more_does_not) {
    std::string encoded = "a=1";
    for (int count = 1; count < 1000; ++count) encoded += "&a=1";
    ASSERT_TRUE(parse_form(encoded));
    EXPECT_EQ(parse_form(encoded)->size(), 1000U);
    EXPECT_FALSE(parse_form(encoded + "&a=1"));
}

TEST(Form, is_measured_as_browsers_write_it) {
    EXPECT_EQ(encoded_size("aZ09*-._ "), 9U);
    EXPECT_EQ(encoded_size("é~\r\n"), 15U);
    EXPECT_EQ(encoded_size(""), 0U);
}

RC_GTEST_PROP(Form, what_is_encoded_comes_back_the_same, ()) {
    const auto codes = *rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(1, 0xD7FF));
    std::string typed;
    for (char32_t code : codes) {
        if (code < 0x80) {
            typed += static_cast<char>(code);
        } else if (code < 0x800) {
            typed += static_cast<char>(0xC0 | (code >> 6));
            typed += static_cast<char>(0x80 | (code & 0x3F));
        } else {
            typed += static_cast<char>(0xE0 | (code >> 12));
            typed += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
            typed += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    std::string encoded = "woorden=";
    append_encoded(encoded, typed);
    const auto form = parse_form(encoded);
    RC_ASSERT(form.has_value());
    RC_ASSERT((*form)["woorden"] == typed);
}

TEST(Percent, a_path_does_not_take_a_stray_percent) {
    EXPECT_FALSE(percent_decoded("/kaart/%", Plus::is_plus, BadPercent::refused));
    EXPECT_FALSE(percent_decoded("/kaart/%4", Plus::is_plus, BadPercent::refused));
    EXPECT_EQ(percent_decoded("/a+b%2F", Plus::is_plus, BadPercent::refused), "/a+b/");
}

}  // namespace
}  // namespace loopbaankaart::web
