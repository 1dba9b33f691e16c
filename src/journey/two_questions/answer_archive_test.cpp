// Answers in an archive of one's own journey.
#include "../archive/trial_archive.hpp"
#include "two_questions.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {
namespace {

class AnswersTakenAlong : public trial::ArchiveSchool {
protected:
    base::Id answered(const Answer& answer) {
        school.world.clock().advance(std::chrono::seconds{1});
        const base::Id id = school.world.id();
        const SealedRecord sealed = prepare(house().vault(), amina, {.id = id, .kind = RecordKind::answer, .body = in_json(answer), .made_at = now()});
        house().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, house().vault(), amina, sealed), Kept::made); });
        return id;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, AnswersTakenAlong, workbench::both, workbench::name);

TEST_P(AnswersTakenAlong, are_there_to_read_with_their_questions_and_for_machines) {
    answered({.wants = {}, .service = {}, .not_yet = true});
    const base::Id later = answered({.wants = "Een vak leren", .service = "Laat me meelopen"});
    auto archive = unpacked();
    const std::string page = text_in(archive, "jaar-2026.html");
    for (const std::string_view said : {word::not_yet.in(base::Language::nl), word::question_wants.in(base::Language::nl), word::question_service.in(base::Language::nl),
                                        std::string_view{"Een vak leren"}, std::string_view{"Laat me meelopen"}})
        EXPECT_NE(page.find(said), std::string::npos) << said;
    const std::string machines = text_in(archive, "gegevens/eigen-1.json");
    const Json objects = Json::parse(machines)["objects"];
    ASSERT_EQ(objects.size(), 2u);
    const auto found = std::ranges::find_if(objects, [&](const Json& each) { return each["id"] == later.text(); });
    ASSERT_NE(found, objects.end());
    EXPECT_EQ((*found)["kind"], "answer");
}

}  // namespace
}  // namespace loopbaankaart::journey
