// For the tests of sharing only: of kinds that can be shared, how one is made with a word in it that stands nowhere else. A kind of the product
// without a line here fails ShareMatrixOfKinds.knows_every_kind.
#pragma once

#include "../records/trial_records.hpp"
#include "kept_things.hpp"
#include "shareable_record.hpp"
#include "sharing_pages.hpp"
#include "trial_sharing.hpp"

namespace loopbaankaart::journey::trial {

// ---- a kind of record that can be shared, with its page as a part would make it

inline constexpr base::Word post_word{"test.post", {"Uit een logboek", "From a log"}};
inline constexpr RecordForm shared_post_form = forms[0];

inline const Shareable& shared_posts() {
    static const Shareable made = shareable_record<shared_post_form>("logboek", "pen", post_word);
    return made;
}

inline web::Answer show_shared_post(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("record"));
    if (!id) return visit.absent();
    std::optional<Record> post;
    BesideThing about;
    std::string owner_name;
    visit.school().read([&](storage::Reads& reads) {
        post = find_record(reads, visit.school().vault(), visit.who(), RecordKind::post, *id, visit.site.now());
        if (!post) return;
        about = beside(reads, visit.school().vault(), visit.who(), as_thing(*post), visit.site.now());
        owner_name = access::find_person(reads, post->owner.value())->name;
    });
    if (!post) return visit.absent();
    const bool own = post->owner == visit.who().person;
    web::Reply page = visit.page("Logboek", [&](web::Html& html) {
        if (!own) html.p({web::cls("small")}, shared_by(visit, owner_name, about));
        html.div({web::cls("scrap")}, [&] { shared_post_form.show(html, visit, *post); });
        if (!own) return shared_with_its_reader(html, visit, shared_posts(), *id, about);
        record_ways(html, visit, *post);
        shared_by_its_owner(html, visit, shared_posts(), *id, about);
    });
    if (own) return page;
    return after_record_of_reading(visit, as_thing(*post), std::move(page));
}

inline const std::vector<Part>& parts_with_shared_posts() {
    static const std::vector<Part> all = [] {
        std::vector<Part> made{parts().begin(), parts().end()};
        const auto routes = [](const Desk&) -> std::vector<access::Route> { return {{web::Method::get, "/logboek/{record}", show_shared_post, access::own_reading}}; };
        made.push_back({.code = "logboek", .shareable = &shared_posts(), .records = {&shared_post_form, 1}, .routes = routes});
        return made;
    }();
    return all;
}

// ---- every kind

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
};

// Of one kind, on one of the databases.
using KindOnBackend = std::tuple<workbench::Backend, TrialKind>;
inline std::string kind_name(const ::testing::TestParamInfo<KindOnBackend>& info) {
    const auto& [backend, kind] = info.param;
    return std::string{kind.kind} + "_" + workbench::name({backend, 0});
}

}  // namespace loopbaankaart::journey::trial
