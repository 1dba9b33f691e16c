// A circle in an archive of one's own journey: all of it, what is expected included, for who takes it along.
#include "../archive/trial_archive.hpp"
#include "circle.hpp"

namespace loopbaankaart::journey {
namespace {

class CircleTakenAlong : public trial::ArchiveSchool {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, CircleTakenAlong, workbench::both, workbench::name);

TEST_P(CircleTakenAlong, is_there_to_read_and_for_machines) {
    const Circle circle{{{.id = school.world.id(), .name = "Oma Riet", .near = Nearness::close, .turn = 45, .face = 3, .helps = Helps{0b10001}, .expects = "Dat ik bel", .clicks = true},
                         {.id = school.world.id(), .empty = true}}};
    const SealedRecord sealed = prepare(house().vault(), amina, {.id = school.world.id(), .kind = RecordKind::circle, .body = in_json(circle), .made_at = now()});
    house().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, house().vault(), amina, sealed), Kept::made); });
    auto archive = unpacked();
    const std::string page = text_in(archive, "jaar-2026.html");
    for (const std::string_view said : {std::string_view{"Oma Riet"}, std::string_view{"Dat ik bel"}, word::circle_close.in(base::Language::nl), word::seat_listens.in(base::Language::nl)})
        EXPECT_NE(page.find(said), std::string::npos) << said;
    const Json objects = Json::parse(text_in(archive, "gegevens/eigen-1.json"))["objects"];
    ASSERT_EQ(objects.size(), 1u);
    BodyReader back{objects[0]["body"]};
    EXPECT_EQ(read_circle(back), circle);
}

}  // namespace
}  // namespace loopbaankaart::journey
