#include "post.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <workbench/workbench.hpp>

namespace loopbaankaart::journey {
namespace {

constexpr std::string_view zone = "Europe/Amsterdam";
const base::Instant evening = base::instant(1'790'974'800'000);

class Posts : public ::testing::Test {
protected:
    base::SystemRandomness randomness;
    base::Id id() { return base::Id::make(evening, randomness); }
    KeptThing thing(std::string words, std::string place, std::vector<PartForm> forms = {}) {
        KeptThing made{.id = id(), .place = place, .words = std::move(words), .kept_at = evening, .place_name = place};
        for (const PartForm form : forms) made.parts.push_back({.id = id(), .form = form, .file = id()});
        return made;
    }
};

TEST_F(Posts, come_back_as_they_were_written) {
    const bool held = rc::check([](std::string title, std::string words, std::uint32_t from, std::uint16_t length) {
        BodyReader sent{Json{{"title", title.size() % 2 ? "Titel" : ""}, {"words", words.size() % 2 ? "Een\n\ntwee" : ""},
                             {"when", {{"from", from}, {"until", std::int64_t{from} + length}, {"said", "season"}}}, {"place", "haven"}, {"extra", 1}}};
        const Post post = read_post(sent);
        RC_ASSERT(sent.faults().empty());
        RC_ASSERT(post.when.has_value() == (length > 0));
        BodyReader again{in_json(post)};
        RC_ASSERT(read_post(again) == post);
        RC_ASSERT(!in_json(post).contains("extra"));
    });
    EXPECT_TRUE(held);
}

TEST_F(Posts, too_long_are_said_to_be_so) {
    BodyReader sent{Json{{"title", std::string(most_in_title + 1, 't')}, {"words", std::string(most_characters + 1, 'w')}}};
    read_post(sent);
    EXPECT_NE(sent.faults().find("title"), nullptr);
    EXPECT_NE(sent.faults().find("words"), nullptr);
}

TEST_F(Posts, take_from_their_things_what_was_left_open) {
    const std::vector things{thing("Los gevonden", "", {PartForm::sound, PartForm::photo}), thing("", "haven", {PartForm::drawing, PartForm::photo}), thing("Aan de kade", "wensboom")};
    const FromThings from = from_things(things, zone);
    EXPECT_EQ(from.words, "Los gevonden\n\nAan de kade");
    EXPECT_EQ(from.place, "haven") << "the first that has one";
    ASSERT_TRUE(from.when);
    EXPECT_EQ(from.when->precision, Precision::day);
    EXPECT_TRUE(from.when->from <= evening && evening < from.when->until);
    std::vector<PartForm> forms;
    for (const KeptPart& part : from.parts) forms.push_back(part.form);
    EXPECT_EQ(forms, (std::vector{PartForm::photo, PartForm::photo, PartForm::drawing, PartForm::sound}));
    EXPECT_EQ(from.parts.front().id, things[0].parts[1].id);
    EXPECT_EQ(from.links, (std::vector{link_to(things[0]), link_to(things[1]), link_to(things[2])}));
    EXPECT_FALSE(from_things({}, zone).when);
}

}  // namespace
}  // namespace loopbaankaart::journey
