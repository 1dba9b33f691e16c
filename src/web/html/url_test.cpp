#include "url.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <base/base.hpp>

namespace loopbaankaart::web {
namespace {

std::string decoded(std::string_view encoded) {
    std::string text;
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        if (encoded[at] != '%') {
            text += encoded[at];
            continue;
        }
        text += static_cast<char>(std::stoi(std::string{encoded.substr(at + 1, 2)}, nullptr, 16));
        at += 2;
    }
    return text;
}

bool has_only_safe_signs(std::string_view encoded) {
    return encoded.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%") == std::string_view::npos;
}

TEST(Url, is_built_from_parts) {
    const auto when = base::instant(0);
    base::SeededRandomness chance{1};
    const base::Id thing = base::Id::make(when, chance);
    EXPECT_EQ(path("/kaart", "wensboom").text(), "/kaart/wensboom");
    EXPECT_EQ(path("/rugzak", thing).text(), "/rugzak/" + thing.text());
    EXPECT_EQ(path("/", "kaart").text(), "/kaart");
    EXPECT_EQ(path("/kaart").with("soort", "hulpbron").with("zoek", "é & meer").at("lijst").text(),
              "/kaart?soort=hulpbron&zoek=%C3%A9%20%26%20meer#lijst");
    EXPECT_EQ(path("/kaart").at("lijst").with("zoek", "bos").text(), "/kaart?zoek=bos#lijst");
    EXPECT_EQ(Url::here("veld").text(), "#veld");
}

RC_GTEST_PROP(Url, any_text_is_one_segment_and_reads_back, (const std::string& part)) {
    RC_PRE(part != "." && part != "..");
    const std::string made = path("/kaart", part).text();
    const std::string segment = made.substr(7);
    RC_ASSERT(has_only_safe_signs(segment));
    RC_ASSERT(decoded(segment) == part);
}

TEST(Url, of_a_file_beside_a_page) {
    EXPECT_EQ(Url::beside("media/01J9.webp").text(), "media/01J9.webp");
    EXPECT_EQ(Url::beside("rugzak.html").at("haven").text(), "rugzak.html#haven");
    EXPECT_EQ(Url::beside("foto's/mijn hut?.jpg").text(), "foto%27s/mijn%20hut%3F.jpg");
}

RC_GTEST_PROP(Url, a_file_beside_a_page_stays_there, (const std::string& name)) {
    const auto awry = *rc::gen::element(std::string{}, std::string{"/"}, std::string{"../"}, std::string{"a/../../"}, std::string{"//elders/"}, std::string{"https://elders/"}, std::string{"\\\\"});
    const std::string file = awry + name, text = Url::beside(file).text();
    if (text == "#") return;
    RC_ASSERT(decoded(text) == file);
    RC_ASSERT(text.front() != '/' && text.find_first_of(":\\?#") == std::string::npos);
    for (const std::string_view segment : base::split(text, '/')) RC_ASSERT(segment != ".." && segment != "." && segment != "");
}

RC_GTEST_PROP(Url, any_query_reads_back, (const std::string& name, const std::string& value)) {
    const std::string made = path("/").with(name, value).text();
    const std::size_t equals = made.find('=');
    RC_ASSERT(has_only_safe_signs(made.substr(2, equals - 2)));
    RC_ASSERT(decoded(made.substr(2, equals - 2)) == name);
    RC_ASSERT(decoded(made.substr(equals + 1)) == value);
}

TEST(Url, grows_in_place) {
    Url url = path("/kaart");
    for (const std::string_view kind : {"hulpbron", "bestemming"}) url = std::move(url).with("soort", kind);
    EXPECT_EQ(url.text(), "/kaart?soort=hulpbron&soort=bestemming");
}

TEST(Url, a_segment_cannot_climb) {
    EXPECT_EQ(path("/kaart", "..", "x").text(), "/kaart/x");
    EXPECT_EQ(path("/kaart", ".").text(), "/kaart/");
}

TEST(Url, an_own_page_stays_with_us) {
    for (std::string_view elsewhere : {"//elders.example", "/\\elders.example", "https://elders.example", "javascript:alert(1)", "kaart", ""})
        EXPECT_EQ(path(elsewhere).text(), "#") << elsewhere;
    EXPECT_EQ(path("/a b\n<é").text(), "/a%20b%0A%3C%C3%A9");
}

TEST(LinkScheme, a_file_beside_the_page_stays_beside_it) {
    EXPECT_EQ(Url::beside("media/01J.webp").text(), "media/01J.webp");
    EXPECT_EQ(Url::beside("jaar 2025.html").text(), "jaar%202025.html");
    for (std::string_view elsewhere : {"/media/een.webp", "//elders.example", "../geheim", "media/../../geheim", "media//een", "javascript:alert(1)", "C:/een", ".", ""})
        EXPECT_EQ(Url::beside(elsewhere).text(), "#") << elsewhere;
}

TEST(LinkScheme, only_http_and_https_lead_outside) {
    for (std::string_view address : {"https://www.example.nl/a?b=c#d", "http://example.nl", "HTTPS://EXAMPLE.NL"})
        EXPECT_EQ(Url::outside(address).text(), address);
    for (std::string_view address : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://example.nl", "java\nscript:alert(1)", "data:text/html,x", "//example.nl",
                                     "/kaart", "https:/example.nl\n", "https://a\\b", "mailto:iemand@example.nl", ""})
        EXPECT_EQ(Url::outside(address).text(), "#") << address;
}

TEST(LinkScheme, a_file_beside_a_page_leads_nowhere_else) {
    for (std::string_view file : {"", "/", "/etc/passwd", "//elders.example", "../buiten.html", "media/../../buiten.html", "..", ".", "./a", "a//b", "a/", "javascript:alert(1)",
                                  "https://elders.example", "c:/a", "\\\\elders", "a\\b"})
        EXPECT_EQ(Url::beside(file).text(), "#") << file;
}

}  // namespace
}  // namespace loopbaankaart::web
