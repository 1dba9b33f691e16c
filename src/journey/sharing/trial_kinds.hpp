// For the tests of sharing only: of kinds that can be shared, how one is made with a word in it that stands nowhere else. A kind of the product
// without a line here fails ShareMatrixOfKinds.knows_every_kind.
#pragma once

#include "../records/records.hpp"
#include "../telling/telling.hpp"
#include "kept_things.hpp"
#include "sharing_pages.hpp"
#include "trial_sharing.hpp"

namespace loopbaankaart::journey::trial {

struct TrialKind {
    std::string_view kind;
    // With a picture that holds the word as well. Gives the addresses of what hangs on it.
    std::vector<std::string> (*make)(SharingSchool& school, std::string_view owner, const base::Id& id, const std::string& canary);
    // Where it is thrown away (…/weg, …/terug, …/voorgoed).
    std::string (*doings)(const base::Id& thing);
};

inline KeptPart photo_of(SharingSchool& school, const base::Id& owner, const std::string& canary) {
    return {.id = school.world.id(), .form = PartForm::photo, .file = school.world.school().media().put(owner, base::bytes_of(picture_with(canary))), .width = 960, .height = 720,
            .description = "Te zien is " + canary};
}
inline std::vector<std::string> file_of(const base::Id& thing, const KeptPart& part) { return {"/beeld/" + thing.text() + "/" + part.id.text()}; }

inline const std::vector<TrialKind> trial_kinds{
    {"kept_thing",
     [](SharingSchool& school, std::string_view owner, const base::Id& id, const std::string& canary) {
         const access::Viewer viewer = school.viewer(owner);
         const KeptPart photo = photo_of(school, viewer.person, canary);
         const KeptThing thing{.id = id, .place = "wensboom", .words = "Mijn " + canary, .kept_at = school.world.clock().now(), .place_name = "De oude wensboom", .parts = {photo}};
         school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, school.world.school().vault(), viewer, thing), Kept::made); });
         return file_of(id, photo);
     },
     [](const base::Id& thing) { return SharingSchool::page_of(thing); }},
    {code(RecordKind::insight),
     [](SharingSchool& school, std::string_view owner, const base::Id& id, const std::string& canary) {
         const access::Viewer viewer = school.viewer(owner);
         const base::Id experience = school.keep_for(owner, "Wat eronder lag");
         const KeptPart photo = photo_of(school, viewer.person, canary);
         const SealedRecord insight = prepare(school.world.school().vault(), viewer, Record{.id = id, .kind = RecordKind::insight, .body = Json{{"happened", "Mijn " + canary}},
                                                                                          .links = {{"kept_thing", experience}}, .parts = {photo}, .made_at = school.world.clock().now()});
         school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, school.world.school().vault(), viewer, insight), Kept::made); });
         return file_of(id, photo);
     },
     [](const base::Id& thing) { return "/eigen/" + thing.text(); }},
    {code(RecordKind::bearing),
     [](SharingSchool& school, std::string_view owner, const base::Id& id, const std::string& canary) {
         const access::Viewer viewer = school.viewer(owner);
         const KeptPart photo = photo_of(school, viewer.person, canary);
         const Json body{{"rim", {{{"text", "Rust"}}, {{"text", canary}}}}, {"direction", 40}, {"sentence", "Mijn " + canary}};
         const SealedRecord bearing = prepare(school.world.school().vault(), viewer, Record{.id = id, .kind = RecordKind::bearing, .body = body, .parts = {photo}, .made_at = school.world.clock().now()});
         school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, school.world.school().vault(), viewer, bearing), Kept::made); });
         return file_of(id, photo);
     },
     [](const base::Id& thing) { return "/eigen/" + thing.text(); }},
    {code(RecordKind::wish),
     [](SharingSchool& school, std::string_view owner, const base::Id& id, const std::string& canary) {
         const access::Viewer viewer = school.viewer(owner);
         const KeptPart photo = photo_of(school, viewer.person, canary);
         const SealedRecord wish = prepare(school.world.school().vault(), viewer, Record{.id = id, .kind = RecordKind::wish, .body = Json{{"words", "Mijn " + canary}}, .parts = {photo},
                                                                                       .made_at = school.world.clock().now()});
         school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, school.world.school().vault(), viewer, wish), Kept::made); });
         return file_of(id, photo);
     },
     [](const base::Id& thing) { return "/eigen/" + thing.text(); }},
    {code(RecordKind::answer),
     [](SharingSchool& school, std::string_view owner, const base::Id& id, const std::string& canary) {
         const access::Viewer viewer = school.viewer(owner);
         const KeptPart photo = photo_of(school, viewer.person, canary);
         const SealedRecord answer = prepare(school.world.school().vault(), viewer, Record{.id = id, .kind = RecordKind::answer, .body = Json{{"wants", "Mijn " + canary}}, .parts = {photo},
                                                                                         .made_at = school.world.clock().now()});
         school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, school.world.school().vault(), viewer, answer), Kept::made); });
         return file_of(id, photo);
     },
     [](const base::Id& thing) { return "/eigen/" + thing.text(); }},
    {code(RecordKind::post),
     [](SharingSchool& school, std::string_view owner, const base::Id& id, const std::string& canary) {
         const access::Viewer viewer = school.viewer(owner);
         const KeptPart photo = photo_of(school, viewer.person, canary);
         const SealedRecord post = prepare(school.world.school().vault(), viewer, Record{.id = id, .kind = RecordKind::post, .body = Json{{"words", "Mijn " + canary}}, .parts = {photo},
                                                                                       .made_at = school.world.clock().now()});
         school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, school.world.school().vault(), viewer, post), Kept::made); });
         return file_of(id, photo);
     },
     [](const base::Id& thing) { return "/eigen/" + thing.text(); }},
    {telling_kind,
     [](SharingSchool& school, std::string_view owner, const base::Id& id, const std::string& canary) {
         const access::Viewer viewer = school.viewer(owner);
         Draft draft{.title = "Over " + canary};
         draft.picture({photo_of(school, viewer.person, canary)}, "Daar was " + canary);
         draft.say(ToldBlock::Form::words, "Mijn " + canary);
         SealedTelling telling{school.world.school(), viewer, draft, id, school.world.clock().now()};
         school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(tell(writes, school.world.school().vault(), viewer, telling), Kept::made); });
         return std::vector<std::string>{"/verteld/" + id.text() + "/" + telling.telling().parts.front().id.text(), "/verteld/" + id.text() + "/scherm"};
     },
     [](const base::Id& thing) { return "/verteld/" + thing.text(); }},
};

// Of one kind, on one of the databases.
using KindOnBackend = std::tuple<workbench::Backend, TrialKind>;
inline std::string kind_name(const ::testing::TestParamInfo<KindOnBackend>& info) {
    const auto& [backend, kind] = info.param;
    return std::string{kind.kind} + "_" + workbench::name({backend, 0});
}

}  // namespace loopbaankaart::journey::trial
