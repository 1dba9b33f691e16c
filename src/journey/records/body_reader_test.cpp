#include "body_reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <journey/words.hpp>

namespace loopbaankaart::journey {
namespace {

constexpr std::string_view colours[] = {"rood", "groen", "blauw"};
const std::string an_id = "01JD4A5V6W7X8Y9Z0123456789", another_id = "01JD4A5V6W7X8Y9Z0123456780";

std::vector<std::string> codes(const BodyReader& body) {
    std::vector<std::string> found;
    for (const web::FieldError& fault : body.faults()) found.push_back(fault.field + ": " + std::string{fault.error.code()});
    return found;
}

TEST(BodyReader, gives_what_was_asked_and_tidies_it) {
    const Json sent{{"words", "  Later iets\r\nmet water  "}, {"name", "Oma\nAnna"}, {"from", an_id}, {"near", {an_id, another_id, an_id}}, {"turn", "90"}, {"many", 3},
                    {"colour", "groen"}, {"colours", {"blauw", "rood"}}, {"empty", "ja"}, {"told", true}, {"at", 1'788'249'600'000}};
    BodyReader body{sent};
    EXPECT_EQ(body.text("words", 100), "Later iets\nmet water");
    EXPECT_EQ(body.line("name", 100), "Oma Anna");
    EXPECT_EQ(body.id("from"), base::Id::parse(an_id));
    EXPECT_EQ(body.ids("near", 2).size(), 2u) << "each once";
    EXPECT_EQ(body.whole("turn", 0, 359), 90);
    EXPECT_EQ(body.whole("many", 0, 3), 3);
    EXPECT_EQ(body.one_of("colour", colours), 1u);
    EXPECT_EQ(body.some_of("colours", colours), (std::vector<std::size_t>{2, 0}));
    EXPECT_TRUE(body.yes("empty") && body.yes("told"));
    EXPECT_EQ(body.moment("at"), base::instant(1'788'249'600'000));
    EXPECT_TRUE(body.faults().empty());
}

TEST(BodyReader, gives_nothing_for_what_is_not_there) {
    const Json sent{{"null", nullptr}, {"blank", ""}};
    BodyReader body{sent};
    for (const char* name : {"null", "absent"}) {
        EXPECT_FALSE(body.has(name));
        EXPECT_EQ(body.text(name, 10), "");
        EXPECT_TRUE(body.ids(name, 10).empty() && body.some_of(name, colours).empty());
        EXPECT_FALSE(body.id(name) || body.whole(name, 0, 9) || body.one_of(name, colours) || body.moment(name) || body.yes(name));
    }
    EXPECT_FALSE(body.id("blank") || body.whole("blank", 0, 9) || body.one_of("blank", colours)) << "a field of a form that was left open";
    EXPECT_TRUE(body.faults().empty());
}

TEST(BodyReader, says_what_is_wrong_with_which_field) {
    const Json sent{{"words", "veel te lang"}, {"number", 12}, {"from", "x"}, {"near", {an_id, another_id}}, {"turn", 360}, {"colour", "paars"}, {"at", -9'999'999'999'999},
                    {"huge", 18'446'744'073'709'551'615u}, {"half", 1.5}};
    BodyReader body{sent};
    EXPECT_EQ(body.text("words", 5), "");
    EXPECT_EQ(body.text("number", 5), "");
    EXPECT_FALSE(body.id("from"));
    EXPECT_TRUE(body.ids("near", 1).empty());
    EXPECT_FALSE(body.whole("turn", 0, 359));
    EXPECT_FALSE(body.one_of("colour", colours));
    EXPECT_FALSE(body.moment("at"));
    EXPECT_FALSE(body.whole("huge", 0, INT64_MAX));
    EXPECT_FALSE(body.whole("half", 0, 9));
    EXPECT_EQ(codes(body), (std::vector<std::string>{"words: journey.body_too_long", "number: journey.body_unreadable", "from: journey.body_unreadable",
                                                     "near: journey.body_too_many", "turn: journey.body_outside", "colour: journey.body_unreadable",
                                                     "at: journey.body_outside", "huge: journey.body_unreadable", "half: journey.body_unreadable"}));
}

TEST(BodyReader, goes_into_lists_and_names_what_is_wrong_in_them) {
    const Json sent{{"seats", {{{"name", "Oma"}}, {{"name", 3}}, "geen plek"}}, {"if", {{"place", "haven"}}}, {"list", "geen lijst"}};
    BodyReader body{sent};
    std::vector<std::string> names;
    body.many("seats", 3, [&](BodyReader& seat) { names.push_back(seat.line("name", 80)); });
    body.inside("if", [&](BodyReader& when) { names.push_back(when.line("place", 80)); });
    body.many("list", 3, [](BodyReader&) { FAIL() << "there is none"; });
    body.many("seats", 2, [](BodyReader&) { FAIL() << "there are too many"; });
    EXPECT_EQ(names, (std::vector<std::string>{"Oma", "", "", "haven"}));
    EXPECT_EQ(codes(body), (std::vector<std::string>{"seats.1.name: journey.body_unreadable", "seats.2.: journey.body_unreadable", "list: journey.body_unreadable",
                                                     "seats: journey.body_too_many"}));
}

TEST(BodyReader, of_something_else_than_an_object_finds_nothing) {
    for (const Json& sent : {Json{}, Json(3), Json("tekst"), Json::array({1, 2})}) {
        BodyReader body{sent};
        EXPECT_EQ(body.text("words", 5), "");
        EXPECT_EQ(codes(body), std::vector<std::string>{": journey.body_unreadable"});
    }
}

// What is tidy already is not tidied again, and that makes no difference.
RC_GTEST_PROP(Bodies, AreReadTidyWhateverIsInThem, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "é", "e\u0301", "ˇ", "ÿ", "ĳ", " ", "\n", "\r\n", "\t", "\x7F", "\x01", "\u00A0", "\u00AD", "\u0085", "€", "–", "\u200B", "😀"));
    std::string all;
    for (const std::string& piece : pieces) all += piece;
    BodyReader body{Json{{"it", all}}};
    RC_ASSERT(body.text("it", 10'000) == base::tidy(all));
    RC_ASSERT(body.line("it", 10'000) == base::tidy_name(all));
}

// Whatever it is given, what it lets through is right.
RC_GTEST_PROP(Bodies, LetsThroughNothingButWhatWasAsked, ()) {
    const auto value = rc::gen::oneOf(rc::gen::map(rc::gen::arbitrary<std::string>(), [](const std::string& text) { return Json(text); }),
                                      rc::gen::map(rc::gen::arbitrary<std::int64_t>(), [](std::int64_t number) { return Json(number); }),
                                      rc::gen::map(rc::gen::arbitrary<double>(), [](double number) { return Json(number); }),
                                      rc::gen::element(Json{}, Json(true), Json::array({1, "rood"}), Json::object(), Json("rood"), Json(an_id)));
    const Json sent{{"it", *value}};
    BodyReader body{sent};
    const std::string text = body.text("it", 20);
    RC_ASSERT(base::is_utf8(text) && base::characters(text) <= 20 && base::tidy(text) == text);
    if (const auto number = body.whole("it", -5, 5)) RC_ASSERT(*number >= -5 && *number <= 5);
    if (const auto colour = body.one_of("it", colours)) RC_ASSERT(*colour < std::size(colours));
    RC_ASSERT(body.ids("it", 1).size() <= 1u);
    RC_ASSERT(body.some_of("it", colours).size() <= std::size(colours));
}

}  // namespace
}  // namespace loopbaankaart::journey
