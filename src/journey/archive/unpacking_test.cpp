// Nothing of an archive is trusted: what comes in is no more than its bringer could have made here, and what does not is named.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "trial_bringing.hpp"

namespace loopbaankaart::journey {
namespace {

using testing::ElementsAre, testing::IsEmpty;

class UnpackingIn : public trial::BringingSchool {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, UnpackingIn, workbench::both, workbench::name);

TEST_P(UnpackingIn, pictures_and_sounds_are_made_anew) {
    const base::Id thing = school.world.id(), photo = school.world.id(), drawn = school.world.id();
    const std::string with_words = trial::png_with(canary), svg = trial::drawn_by_finger();
    Json object = trial::thing_saying("Met foto", thing);
    object["parts"] = {{{"id", photo.view()}, {"form", "photo"}, {"file", "media/a.webp"}, {"description", "Te zien"}}, {{"id", drawn.view()}, {"form", "drawing"}, {"file", "media/b.svg"}}};
    const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {object}}}, {{"media/a.webp", with_words}, {"media/b.svg", svg}}));
    EXPECT_THAT(done.contents.notes, IsEmpty());
    const auto kept = kept_thing(joris, thing);
    ASSERT_TRUE(kept && kept->parts.size() == 2);
    EXPECT_EQ(kept->parts[0].width, 2) << "a PNG that is called otherwise";
    EXPECT_EQ(kept->parts[0].description, "Te zien");
    const std::string bytes = file_of(joris, kept->parts[0]);
    EXPECT_EQ(bytes.substr(0, 4), "RIFF");
    EXPECT_EQ(bytes.find(canary), std::string::npos) << "nothing a camera wrote beside it";
    EXPECT_EQ(file_of(joris, kept->parts[1]), svg);
}

TEST_P(UnpackingIn, a_picture_that_is_none_stays_out_and_is_named) {
    const base::Id thing = school.world.id();
    for (const auto& [form, bytes] : {std::pair{"photo", "GIF89a"}, std::pair{"drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"}, std::pair{"sound", "RIFF"}}) {
        forget(joris);
        Json object = trial::thing_saying("Met iets", thing);
        object["parts"] = {{{"id", school.world.id().view()}, {"form", form}, {"file", "media/a"}}};
        const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {object}}}, {{"media/a", bytes}}));
        EXPECT_THAT(done.contents.notes, ElementsAre(Note{Note::Why::part, "Met iets"})) << form;
        EXPECT_TRUE(kept_thing(joris, thing)->parts.empty()) << form;
    }
    EXPECT_FALSE(std::filesystem::exists(house().folder() / "media")) << "nothing was ever kept";
}

TEST_P(UnpackingIn, what_cannot_be_read_is_named_and_the_rest_comes_in) {
    const auto id = [&] { return school.world.id(); };
    const base::Id good = id();
    Json no_id = trial::thing_saying("Zonder nummer", id()), too_long = trial::thing_saying(std::string(most_characters + 1, 'a'), id()), empty = trial::thing_saying("", id());
    no_id.erase("id");
    Json strange_mark = trial::thing_saying("Vreemd teken", id());
    strange_mark["marks"] = {{"kind", "goud"}};
    const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {no_id, too_long, empty, strange_mark, "geen ding", Json::array(), nullptr, trial::thing_saying("Goed", good)}}}));
    EXPECT_EQ(done.state, BringingState::done);
    for (const Note& note : done.contents.notes) EXPECT_EQ(note.why, Note::Why::unread);
    EXPECT_THAT(done.contents.notes, testing::Contains(Note{Note::Why::unread, "Zonder nummer"}));
    EXPECT_EQ(objects_of(joris, "rugzak").size(), 1U);
    EXPECT_TRUE(kept_thing(joris, good));
}

TEST_P(UnpackingIn, records_pass_the_same_checks_as_forms) {
    const auto object = [&](const char* kind, const Json& body, const Json& links = Json::array()) {
        return Json{{"id", school.world.id().view()}, {"kind", kind}, {"made_at", "2026-03-01T10:00:00.000Z"}, {"format", 1}, {"body", body}, {"links", links}};
    };
    const Json to_nowhere = {{{"kind", "kept_thing"}, {"id", school.world.id().view()}}};
    Json later = object("wish", {{"words", "Ooit"}});
    later["format"] = 2;
    const Bringing done = bring(joris, trial::packed_by_hand({{"eigen", {object("insight", {{"happened", "Zomaar"}}), object("insight", {{"happened", "Met bron"}}, to_nowhere), object("bearing", {{"direction", 90}}),
                                                                object("wish", {{"words", std::string(5000, 'a')}}), object("toverstaf", {{"words", "x"}}), later}}}));
    EXPECT_EQ(done.contents.notes.size(), 2U) << "those without a name together, and an insight without an experience";
    const Json own = objects_of(joris, "eigen");
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own[0]["body"]["happened"], "Met bron") << "what it came from may be gone";
}

TEST_P(UnpackingIn, an_id_twice_is_one_and_a_part_of_another_gets_its_own) {
    const base::Id thing = school.world.id(), other = school.world.id(), part = school.world.id();
    const auto with_part = [&](const std::string& words, const base::Id& id) {
        Json object = trial::thing_saying(words, id);
        object["parts"] = {{{"id", part.view()}, {"form", "drawing"}, {"file", "media/a.svg"}}, {{"id", part.view()}, {"form", "drawing"}, {"file", "media/a.svg"}}};
        return object;
    };
    const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {with_part("Eén", thing), with_part("Twee", thing), with_part("Ander", other)}}}, {{"media/a.svg", trial::drawn_by_finger()}}));
    EXPECT_THAT(done.contents.notes, ElementsAre(Note{Note::Why::otherwise, "Twee"}));
    EXPECT_EQ(kept_thing(joris, thing)->words, "Eén");
    std::set<base::Id> ids;
    for (const base::Id& each : {thing, other}) {
        const auto kept = kept_thing(joris, each);
        for (const KeptPart& drawing : kept->parts) ids.insert(drawing.id);
    }
    EXPECT_EQ(ids.size(), 4U);
}

TEST_P(UnpackingIn, moments_that_cannot_be_are_left_out) {
    const base::Id thing = school.world.id();
    Json object = trial::thing_saying("Ooit", thing);
    object["kept_at"] = "2999-01-01T00:00:00.000Z";
    object["happened"] = {{"from", "1066-10-14T00:00:00.000Z"}, {"until", "1066-10-15T00:00:00.000Z"}, {"said", "day"}};
    const Json visit{{"id", school.world.id().view()}, {"place", "haven"}, {"place_name", "De haven"}, {"from", "2025-02-30T00:00:00.000Z"}, {"said", "moment"}};
    const Bringing done = bring(joris, trial::packed_by_hand({{"rugzak", {object}}, {"bezoeken", {visit}}}));
    EXPECT_THAT(done.contents.notes, ElementsAre(Note{Note::Why::moment, "De haven"}, Note{Note::Why::moment, "Ooit"}));
    EXPECT_EQ(kept_thing(joris, thing)->kept_at, now());
    EXPECT_FALSE(kept_thing(joris, thing)->happened);
    EXPECT_EQ(objects_of(joris, "bezoeken")[0]["said"], "unknown");
}

TEST_P(UnpackingIn, a_file_that_is_no_journey_says_why) {
    const std::string good = trial::packed_by_hand({{"rugzak", {trial::thing_saying("Goed", school.world.id())}}});
    const auto with_index = [&](const char* name, const Json& value) {
        Json index = trial::index_saying({});
        index[name] = value;
        return trial::zipped({{"reis.json", index.dump()}});
    };
    std::string deep = "1";
    for (std::size_t level = 0; level < 20; ++level) deep = "[" + deep + "]";
    std::vector<trial::File> many;
    for (std::size_t file = 0; file <= zip::Limits{}.entries; ++file) many.emplace_back(std::to_string(file), "");
    const std::vector<std::pair<std::string, std::string>> cases{
        {"geen zip", "zip.no_archive"}, {good.substr(0, good.size() / 2), "zip.no_archive"}, {trial::locked(good), "zip.locked"}, {trial::zipped({{"iets.txt", "iets"}}), "journey.not_an_archive"},
        {trial::zipped({{"reis.json", "{"}}), "journey.not_an_archive"}, {trial::zipped({{"reis.json", deep}}), "journey.not_an_archive"}, {with_index("format", "anders"), "journey.not_an_archive"},
        {with_index("version", 2), "journey.archive_newer"}, {with_index("version", "1"), "journey.not_an_archive"}, {with_index("version", 0), "journey.not_an_archive"},
        {trial::zipped({{"reis.json", std::string(17 << 20, ' ')}}), "zip.too_large"}, {trial::zipped(many), "zip.too_many"}};
    for (const auto& [archive, why] : cases) {
        const Bringing begun = arrived(joris, archive);
        look(joris, begun);
        const Bringing looked = find(joris, begun.id).value();
        EXPECT_EQ(looked.state, BringingState::failed) << why;
        EXPECT_EQ(looked.contents.failed ? looked.contents.failed->code() : "", why);
        EXPECT_EQ(passing_files(), 0U);
        EXPECT_FALSE(carry());
    }
}

TEST_P(UnpackingIn, a_broken_file_in_it_is_named_and_the_rest_comes_in) {
    const base::Id thing = school.world.id();
    Json index = trial::index_saying({{"rugzak", {"gegevens/rugzak-1.json", "gegevens/rugzak-2.json", "gegevens/rugzak-3.json", "../rugzak", "gegevens/rugzak-1.json"}}, {"toekomst", {"gegevens/toekomst-1.json"}}});
    const Json file{{"piece", "rugzak"}, {"version", 1}, {"objects", {trial::thing_saying("Goed", thing)}}};
    const Bringing done = bring(joris, trial::zipped({{"reis.json", index.dump()}, {"gegevens/rugzak-1.json", file.dump()}, {"gegevens/rugzak-2.json", "[[["}, {"gegevens/toekomst-1.json", "{}"}}));
    EXPECT_EQ(done.state, BringingState::done);
    EXPECT_EQ(done.contents.notes.size(), 3U);
    EXPECT_TRUE(kept_thing(joris, thing));
}

}  // namespace
}  // namespace loopbaankaart::journey
