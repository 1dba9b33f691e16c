// An archive of one's own journey: all of it, nobody else's, and gone when it should be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "trial_archive.hpp"

namespace loopbaankaart::journey {
namespace {

class TakingAlong : public trial::ArchiveSchool {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, TakingAlong, workbench::both, workbench::name);

TEST_P(TakingAlong, has_all_that_was_made_and_no_more) {
    const base::Id thing = school.keep_for("amina", "Bij de bakker & <meer>", "wensboom", trial::picture_with("pixels"));
    school.keep_for("joris", "van joris");
    be_at("haven");
    auto archive = unpacked();
    const auto text = [&](std::string_view name) { return text_in(archive, name); };
    const Json index = Json::parse(text("reis.json"));
    EXPECT_EQ(index["format"], "loopbaankaart-reis");
    EXPECT_EQ(index["school"], "Noordzijde College");
    EXPECT_EQ(index["name"], "Persoon amina");
    const Json things = Json::parse(text("gegevens/rugzak-1.json"))["objects"];
    ASSERT_EQ(things.size(), 1U);
    EXPECT_EQ(things[0]["id"], thing.text());
    EXPECT_EQ(things[0]["words"], "Bij de bakker & <meer>");
    EXPECT_EQ(things[0]["place_name"], "De oude wensboom");
    const std::string file = things[0]["parts"][0]["file"];
    EXPECT_EQ(text(file), trial::picture_with("pixels"));
    const Json visits = Json::parse(text("gegevens/bezoeken-1.json"))["objects"];
    ASSERT_EQ(visits.size(), 1U);
    EXPECT_EQ(visits[0]["place"], "haven");
    EXPECT_EQ(visits[0]["spot"], Json({1.5, 2}));
    EXPECT_FALSE(visits[0].contains("until"));

    EXPECT_THAT(text("index.html"), testing::HasSubstr("href=\"jaar-2026.html\""));
    EXPECT_THAT(text("jaar-2026.html"), testing::AllOf(testing::HasSubstr("Bij de bakker &amp; &lt;meer&gt;"), testing::HasSubstr("src=\"" + file + "\"")));
    for (const zip::Listed& each : archive.entries()) EXPECT_EQ(text(each.name).find("van joris"), std::string::npos) << each.name;
}

TEST_P(TakingAlong, of_a_journey_that_did_not_begin_is_an_archive_too) {
    auto archive = unpacked();
    EXPECT_TRUE(archive.find("index.html"));
    EXPECT_TRUE(Json::parse(text_in(archive, "reis.json"))["pieces"][0]["files"].empty());
}

TEST_P(TakingAlong, takes_the_largest_size_of_a_photo) {
    KeptThing thing{.id = school.world.id(), .words = "foto", .kept_at = now()};
    thing.parts.push_back({.id = school.world.id(), .file = house().media().put(amina.person, base::bytes_of("kleinmiddengroot")), .small = 5, .middle = 6, .width = 4, .height = 3});
    house().write_now([&](storage::Writes& writes) { keep(writes, house().vault(), amina, thing); });
    auto archive = unpacked();
    EXPECT_EQ(text_in(archive, "media/" + thing.parts[0].id.text() + ".webp"), "groot");
}

TEST_P(TakingAlong, makes_more_files_and_pages_when_there_is_much) {
    for (int count = 0; count < 501; ++count) school.keep_for("amina", std::to_string(count));
    auto archive = unpacked();
    const auto objects = [&](std::string_view name) { return Json::parse(text_in(archive, name))["objects"]; };
    EXPECT_EQ(objects("gegevens/rugzak-1.json").size(), 500U);
    EXPECT_EQ(objects("gegevens/rugzak-2.json").size(), 1U);
    EXPECT_EQ(objects("gegevens/rugzak-1.json")[0]["words"], "0");
    EXPECT_TRUE(archive.find("jaar-2026-6.html"));
}

TEST_P(TakingAlong, leaves_what_lies_in_the_bin) {
    const base::Id thing = school.keep_for("amina", canary);
    house().write_now([&](storage::Writes& writes) { throw_away(writes, amina, thing, now()); });
    const auto bytes = whole(packed()).value();
    EXPECT_EQ(base::text_of(bytes).find(canary), std::string::npos);
}

TEST_P(TakingAlong, asked_twice_is_asked_once) {
    const base::Id id = school.world.id();
    EXPECT_EQ(ask(id), id);
    EXPECT_EQ(ask(id), id);
    EXPECT_EQ(ask(school.world.id()), id) << "one is on its way";
    while (carry()) {
    }
    EXPECT_EQ(ask(id), id) << "sent again";
    EXPECT_EQ(find(id)->state, TakingState::ready);
    const base::Id fresh = ask(school.world.id());
    EXPECT_NE(fresh, id);
    EXPECT_FALSE(find(id)) << "the new one has all of it";
}

TEST_P(TakingAlong, lies_nowhere_in_the_clear) {
    school.keep_for("amina", canary, "wensboom", trial::picture_with(canary));
    const Taking taking = packed();
    ASSERT_NE(base::text_of(whole(taking).value()).find(canary), std::string_view::npos);
    EXPECT_GT(passing_files(), 5U);
    EXPECT_EQ(trial::raw_files(school.world.folder()).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "taking_entry", {"name"}).find("reis.json"), std::string::npos);
}

TEST_P(TakingAlong, ends_with_a_removal_for_good) {
    const base::Id thing = school.keep_for("amina", canary), said = react_to(thing);
    be_at("haven");
    const auto visit = [&] {
        std::vector<PlaceVisit> visits;
        house().read([&](storage::Reads& reads) { visits = visits_of(reads, amina); });
        return visits.front().id;
    }();
    const Record wish{.id = school.world.id(), .kind = RecordKind::wish, .body = {{"words", canary}}, .made_at = now(), .owner = amina.person};
    const SealedRecord ready = prepare(house().vault(), amina, wish);
    house().write_now([&](storage::Writes& writes) { keep(writes, house().vault(), amina, ready); });
    for (const std::function<void(storage::Writes&)>& removal : std::vector<std::function<void(storage::Writes&)>>{
             [&](storage::Writes& writes) { remove_visit(writes, amina, visit); },
             [&](storage::Writes& writes) { remove_record(writes, house().media(), as_thing(wish)); },
             [&](storage::Writes& writes) { remove_reaction(writes, school.viewer("joris"), said); },
             [&](storage::Writes& writes) { remove_thing(writes, house().media(), amina.person, thing); }}) {
        const Taking taking = packed();
        const auto archive = PackedTaking::open(house(), taking);
        ASSERT_TRUE(archive->read(house(), 0, 10, now()));
        house().write_now(removal);
        EXPECT_FALSE(find(taking.id));
        EXPECT_FALSE(archive->read(house(), 0, 10, now())) << "who is fetching it gets no more";
        carry();
        EXPECT_EQ(passing_files(), 0U);
        EXPECT_EQ(trial::raw_columns(school.world, "taking_entry", {"owner"}), "");
    }
}

TEST_P(TakingAlong, ends_after_a_day) {
    const Taking taking = packed();
    school.world.clock().advance(taking_lasts - std::chrono::seconds{1});
    carry();
    EXPECT_TRUE(find(taking.id));
    school.world.clock().advance(std::chrono::seconds{1});
    EXPECT_FALSE(find(taking.id));
    carry();
    EXPECT_EQ(passing_files(), 0U);
}

TEST_P(TakingAlong, goes_on_after_the_program_stopped) {
    school.keep_for("amina", "woorden");
    const base::Id id = ask(school.world.id());
    std::stop_source stop;
    stop.request_stop();
    carry(stop.get_token());
    EXPECT_EQ(find(id)->state, TakingState::packing);
    EXPECT_EQ(passing_files(), 0U) << "puts down what it carried";
    while (carry()) {
    }
    EXPECT_EQ(find(id)->state, TakingState::ready);
}

TEST_P(TakingAlong, says_that_it_failed_when_a_file_cannot_be_read) {
    const base::Id thing = school.keep_for("amina", "woorden", "wensboom", trial::picture_with("pixels"));
    const base::Id id = ask(school.world.id());
    for (const auto& entry : std::filesystem::recursive_directory_iterator{house().folder() / "media"})
        if (entry.is_regular_file()) std::filesystem::resize_file(entry.path(), 40);
    EXPECT_ANY_THROW(carry());
    EXPECT_EQ(find(id)->state, TakingState::failed);
    EXPECT_FALSE(carry()) << "and is left alone";
    EXPECT_EQ(passing_files(), 0U);
    EXPECT_TRUE(thing.made_at() <= now());
}

TEST_P(TakingAlong, goes_with_its_owner) {
    school.keep_for("amina", "woorden");
    packed();
    house().write_now([&](storage::Writes& writes) { erase_person(writes, house(), amina.person); });
    EXPECT_EQ(passing_files(), 0U);
    EXPECT_EQ(trial::raw_columns(school.world, "taking", {"owner"}), "");
}

TEST_P(TakingAlong, ends_when_who_said_something_to_it_is_erased) {
    react_to(school.keep_for("amina", "woorden"));
    const Taking taking = packed();
    house().write_now([&](storage::Writes& writes) { erase_person(writes, house(), school.viewer("joris").person); });
    EXPECT_FALSE(find(taking.id));
}

TEST_P(TakingAlong, shows_how_far_it_is_and_then_that_it_is_ready) {
    auto visitor = school.signed_in("amina");
    visitor.get("/meenemen");
    visitor.submit("/meenemen");
    ASSERT_EQ(visitor.status(), 303);
    const std::string page{visitor.location()};
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("<progress"));
    while (carry()) {
    }
    visitor.get(page);
    EXPECT_FALSE(visitor.shows("<progress"));
    EXPECT_TRUE(visitor.shows(page + "/reis.zip"));
    visitor.get("/meenemen");
    EXPECT_TRUE(visitor.shows(page));
    auto joris = school.signed_in("joris");
    joris.get(page);
    EXPECT_EQ(joris.location(), "/meenemen?gedaan=voorbij") << "as for one that never was";
}

TEST_P(TakingAlong, is_fetched_by_its_owner_alone_and_noted) {
    const base::Id thing = school.keep_for("amina", canary);
    const Taking taking = packed();
    const std::string file = "/meenemen/" + taking.id.text() + "/reis.zip";
    const auto noted = [&] { return trial::raw_columns(school.world, "audit_entry", {"deed"}).find("took_along") != std::string::npos; };
    auto visitor = school.signed_in("amina");
    visitor.get(file, {{"range", "bytes=0-9"}});
    EXPECT_FALSE(noted()) << "what goes on after a cut is no new fetching";
    visitor.get(file);
    EXPECT_EQ(visitor.status(), 200);
    EXPECT_EQ(visitor.reply().type, "application/zip");
    EXPECT_EQ(base::bytes_of(visitor.body()).size(), whole(taking).value().size());
    EXPECT_TRUE(visitor.shows(canary));
    EXPECT_TRUE(noted());
    for (const char* other : {"joris", "administrator", "counsellor"}) {
        auto somebody = school.signed_in(other);
        somebody.get(file);
        EXPECT_EQ(somebody.status(), 404) << other;
    }
    house().write_now([&](storage::Writes& writes) { remove_thing(writes, house().media(), amina.person, thing); });
    visitor.get(file);
    EXPECT_EQ(visitor.status(), 404);
}

}  // namespace
}  // namespace loopbaankaart::journey
