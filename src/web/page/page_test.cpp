#include "page.hpp"

#include <gtest/gtest.h>

#include <web/words.hpp>

#include "../html/read_back.hpp"
#include "fields.hpp"
#include "specimen.hpp"

namespace loopbaankaart::web {
namespace {

using base::Language;

constexpr base::Word map_word{"test.map", {"Kaart", "Map"}};
constexpr base::Word backpack_word{"test.backpack", {"Rugzak", "Backpack"}};
constexpr base::Word wrong_word{"test.wrong", {"Kies iets korters dan {about}.", "Choose something shorter than {about}."}};

struct Pages : ::testing::Test {
    Site site = specimen::site();
    Request request = specimen::request("/kaart/wensboom", Language::nl, &site);
    Frame frame{.title = "Wensboom", .navigation = {{&map_word, "/kaart", "kaart"}, {&backpack_word, "/rugzak", "rugzak"}}, .person = "Amina <3", .form_token = "sleutel\"tje"};

    read_back::Element shown(const std::function<void(Html&)>& content = [](Html& html) { html.h1({}, "Wensboom"); }) const {
        return read_back::read(page(request, frame, content).body);
    }
    static const read_back::Element* form_to(const read_back::Element& root, std::string_view action) {
        for (const auto* form : root.all("form"))
            if (form->attributes.at("action") == action) return form;
        return nullptr;
    }
    static std::string field(const read_back::Element& form, std::string_view name) {
        for (const auto* input : form.all("input"))
            if (input->attributes.contains("name") && input->attributes.at("name") == name) return input->attributes.at("value");
        return "";
    }
    static std::vector<std::string> sheets(const read_back::Element& root) {
        std::vector<std::string> names;
        for (const auto* link : root.all("link"))
            if (link->attributes.at("rel") == "stylesheet") {
                const std::string& address = link->attributes.at("href");
                names.push_back(address.substr(address.rfind('/') + 1));
            }
        return names;
    }
};

TEST_F(Pages, name_the_page_and_the_school) {
    const auto root = shown();
    EXPECT_EQ(root.all("title")[0]->text, "Wensboom · Noordzijde College");
    EXPECT_EQ(root.all("html")[0]->attributes.at("lang"), "nl");
}

TEST_F(Pages, show_who_is_signed_in_and_the_way_out) {
    const auto root = shown();
    EXPECT_EQ(root.all("summary")[0]->text, "Amina <3");
    const auto* out = form_to(root, "/uitloggen");
    ASSERT_NE(out, nullptr);
    EXPECT_EQ(field(*out, "sleutel"), "sleutel\"tje");
}

TEST_F(Pages, offer_signing_in_to_a_visitor) {
    frame.person.clear();
    const auto root = shown();
    EXPECT_EQ(form_to(root, "/uitloggen"), nullptr);
    const auto links = root.all("a");
    EXPECT_TRUE(std::ranges::any_of(links, [](const auto* link) { return link->attributes.at("href") == "/inloggen"; }));
}

TEST_F(Pages, mark_the_destination_one_is_at) {
    const auto root = shown();
    EXPECT_EQ(root.all("nav")[0]->all("a")[0]->attributes.at("aria-current"), "page");
    request.path = "/kaarten";
    const auto elsewhere = shown();
    EXPECT_FALSE(elsewhere.all("nav")[0]->all("a")[0]->attributes.contains("aria-current"));
}

TEST_F(Pages, leave_out_a_choice_of_one) {
    frame.navigation.pop_back();
    EXPECT_TRUE(shown().all("nav").empty());
}

TEST_F(Pages, come_back_to_where_the_choice_was_made) {
    request.query.add("zoek", "bos & heide");
    for (std::string_view choice : {"/taal", "/licht"}) {
        const auto root = shown();
        const auto* form = form_to(root, choice);
        ASSERT_NE(form, nullptr);
        EXPECT_EQ(field(*form, "terug"), "/kaart/wensboom?zoek=bos%20%26%20heide");
        EXPECT_EQ(field(*form, "sleutel"), "sleutel\"tje");
    }
}

TEST_F(Pages, follow_the_light_of_the_visitor_or_of_the_device) {
    auto root = shown();
    EXPECT_FALSE(root.all("html")[0]->attributes.contains("data-licht"));
    EXPECT_EQ(sheets(root), (std::vector<std::string>{"loopbaankaart.css", "journey.css", "wide.css", "night.css", "print.css"}));
    request.cookies = {{"licht", "dag"}};
    root = shown();
    EXPECT_EQ(root.all("html")[0]->attributes.at("data-licht"), "dag");
    EXPECT_EQ(sheets(root), (std::vector<std::string>{"loopbaankaart.css", "journey.css", "wide.css", "print.css"}));
    request.cookies = {{"licht", "nacht"}};
    root = shown([](Html& html) { landmark(html, "wensboom"); });
    EXPECT_EQ(root.all("html")[0]->attributes.at("data-licht"), "nacht");
    EXPECT_TRUE(root.all("img")[0]->attributes.at("src").ends_with("/wensboom-nacht.svg"));
    EXPECT_TRUE(root.all("source").empty());
    request.cookies = {{"licht", "<script>"}};
    EXPECT_FALSE(shown().all("html")[0]->attributes.contains("data-licht"));
}

TEST_F(Pages, bring_the_look_of_own_things_only_to_who_may_have_them) {
    frame.person.clear();
    EXPECT_EQ(sheets(shown()), (std::vector<std::string>{"loopbaankaart.css", "wide.css", "night.css", "print.css"}));
}

TEST_F(Pages, link_a_look_of_their_own_where_they_have_one) {
    EXPECT_EQ(sheets(shown()).size(), 5u);
    frame.look = {.sheet = "css/chart.css", .script = "js/chart.js"};
    const auto root = shown();
    EXPECT_EQ(sheets(root), (std::vector<std::string>{"loopbaankaart.css", "journey.css", "wide.css", "night.css", "chart.css", "print.css"}));
    EXPECT_TRUE(std::ranges::any_of(root.all("script"), [](const auto* script) { return script->attributes.at("src").ends_with("/chart.js"); }));
}

TEST_F(Pages, are_denser_for_staff) {
    frame.density = Frame::Density::work;
    EXPECT_EQ(shown().all("body")[0]->attributes.at("class"), "work");
    EXPECT_EQ(sheets(shown()), (std::vector<std::string>{"loopbaankaart.css", "wide.css", "night.css", "work.css", "print.css"}));
}

TEST_F(Pages, with_a_token_and_words_from_the_address_are_not_compressed) {
    EXPECT_TRUE(page(request, frame, [](Html&) {}).compress);
    request.query.add("zoek", "bos");
    EXPECT_FALSE(page(request, frame, [](Html&) {}).compress);
    frame.form_token.clear();
    EXPECT_TRUE(page(request, frame, [](Html&) {}).compress);
}

TEST_F(Pages, carry_the_fresh_id_of_what_will_be_made) {
    const base::Id fresh = *base::Id::parse("01JD4A5V6W7X8Y9Z0123456789");
    const auto root = shown([&](Html& html) { form(html, path("/rugzak"), "t", fresh, [] {}); });
    EXPECT_EQ(field(*form_to(root, "/rugzak"), "id"), fresh.text());
    EXPECT_EQ(field(*form_to(root, "/rugzak"), "sleutel"), "t");
}

TEST_F(Pages, keep_what_was_typed_and_say_what_can_be_put_right) {
    FieldErrors errors;
    errors.add("woorden", base::Error{wrong_word, "<10>"});
    const auto root = shown([&](Html& html) {
        error_summary(html, errors);
        text_area(html, {.name = "woorden", .label = map_word, .value = "\n<b>twee</b>", .error = errors.find("woorden")});
    });
    const auto& area = *root.all("textarea")[0];
    EXPECT_EQ(area.text, "\n\n<b>twee</b>") << "the first line end is the browser's";
    EXPECT_EQ(area.attributes.at("aria-invalid"), "true");
    EXPECT_EQ(area.attributes.at("aria-describedby"), "veld-woorden-fout");
    const auto links = root.all("a");
    const auto to_field = std::ranges::find_if(links, [](const auto* link) { return link->attributes.at("href") == "#veld-woorden"; });
    ASSERT_NE(to_field, links.end());
    EXPECT_EQ((*to_field)->text, "Kies iets korters dan <10>.");
}

TEST_F(Pages, never_send_a_password_back) {
    const auto root = shown([](Html& html) { password_field(html, {.name = "wachtwoord", .label = map_word, .value = "geheim geheim"}); });
    for (const auto* input : root.all("input")) EXPECT_FALSE(input->attributes.contains("value") && input->attributes.at("value") == "geheim geheim");
}

TEST_F(Pages, of_trouble_stand_in_both_languages_and_show_the_number) {
    for (Language language : base::languages)
        for (int status : {400, 403, 404, 405, 408, 409, 413, 421, 429, 500, 503}) {
            request.language = language;
            const Reply reply = error_page(request, status);
            const auto root = read_back::read(reply.body);
            EXPECT_EQ(reply.status, status);
            EXPECT_EQ(root.all("h1").size(), 1u);
            EXPECT_EQ(root.all("code")[0]->text, request.id);
            EXPECT_TRUE(root.all("form").empty());
        }
}

TEST_F(Pages, of_trouble_stand_without_a_school) {
    request.site = nullptr;
    const auto root = read_back::read(error_page(request, 421).body);
    EXPECT_EQ(root.all("h1").size(), 1u);
}

}  // namespace
}  // namespace loopbaankaart::web
