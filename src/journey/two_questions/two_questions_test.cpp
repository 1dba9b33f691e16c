// What an answer is, and when the questions are asked.
#include "two_questions.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace loopbaankaart::journey {
namespace {

// As it would be kept; nothing when something is wrong with it.
std::optional<Json> checked(const Json& sent) {
    BodyReader reader{sent};
    Json kept = check_answer(reader);
    return reader.faults().empty() ? std::optional{kept} : std::nullopt;
}
std::string wrong_with(const Json& sent) {
    BodyReader reader{sent};
    check_answer(reader);
    return reader.faults().empty() ? std::string{} : std::string{reader.faults().begin()->error.code()};
}

TEST(Answer, comes_back_as_it_was_kept) {
    EXPECT_TRUE(rc::check("whatever was typed, kept once it stays the same", [](const std::string& wants, const std::string& service, bool not_yet) {
        const auto kept = checked(in_json({.wants = wants, .service = service, .not_yet = not_yet}));
        if (!kept) return;
        RC_ASSERT(checked(*kept) == kept);
        BodyReader reader{*kept};
        const Answer is = read_answer(reader);
        RC_ASSERT(is.wants == base::tidy(wants));
        RC_ASSERT(is.service == base::tidy(service));
        RC_ASSERT(is.not_yet == not_yet);
    }));
}

TEST(Answer, not_knowing_is_an_answer) {
    EXPECT_EQ(wrong_with({{"not_yet", true}}), "");
    EXPECT_EQ(wrong_with(Json::object()), "journey.answer_or_not_yet");
    EXPECT_EQ(wrong_with({{"wants", " \n "}, {"service", "\t"}}), "journey.answer_or_not_yet");
    EXPECT_EQ(wrong_with({{"service", "Laat me vroeg meelopen"}}), "") << "the second can be known before the first";
    EXPECT_EQ(wrong_with({{"wants", std::string(most_characters + 1, 'a')}}), "journey.body_too_long");
}

TEST(QuestionMoment, has_a_name_and_begins_with_a_day) {
    base::SystemRandomness randomness;
    const base::Id id = base::Id::make(base::instant(1), randomness);
    const auto read = [&](std::string_view name, std::string_view day) {
        web::FieldErrors errors;
        const QuestionMoment moment = read_moment({name, day}, id, "Europe/Amsterdam", errors);
        std::vector<std::string> fields;
        for (const web::FieldError& wrong : errors) fields.push_back(wrong.field);
        return std::pair{moment, fields};
    };
    const auto [moment, fine] = read("  Na de\neerste stage ", "2026-11-12");
    EXPECT_TRUE(fine.empty());
    EXPECT_EQ(moment.name, "Na de eerste stage");
    EXPECT_EQ(base::iso(moment.opens_at), "2026-11-11T23:00:00.000Z") << "midnight, where the school is";
    EXPECT_EQ(read(" ", "2026-11-12").second, std::vector<std::string>{"naam"});
    EXPECT_EQ(read(std::string(most_in_moment + 1, 'n'), "2026-11-12").second, std::vector<std::string>{"naam"});
    for (const char* day : {"", "morgen", "2026-02-30", "2026-13-01", "20261112", "2026-11-1"}) EXPECT_EQ(read("Stage", day).second, std::vector<std::string>{"dag"}) << day;
}

}  // namespace
}  // namespace loopbaankaart::journey
