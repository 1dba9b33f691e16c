// A site's atlas follows its files, and a broken file leaves the last good one.
#include "atlas.hpp"

#include <gtest/gtest.h>

#include <thread>

#include <workbench/workbench.hpp>

#include "chart/chart.hpp"
#include "places/folder_for_test.hpp"

namespace loopbaankaart::atlas {
namespace {

class AtlasOfASite : public ::testing::Test {
protected:
    FolderForTest folder;
    base::FrozenClock clock{workbench::first_school_day};
    Atlases atlases{folder.path()};
    web::Site site{.name = "noord", .clock = &clock};

    std::string name_of_wensboom() {
        base::Language spoken{};
        return atlases.of(site)->find("wensboom")->in(base::Language::nl, spoken).name;
    }
    // A second later, another text of another length: seen whatever the disk's clock.
    void write(std::string_view text) {
        folder.write("map/nl/wensboom.toml", text);
        clock.advance(std::chrono::seconds{1});
    }
};

TEST_F(AtlasOfASite, IsOursWithoutFiles) {
    EXPECT_EQ(name_of_wensboom(), "De Wensboom");
    EXPECT_TRUE(atlases.mistakes(site).empty());
}

TEST_F(AtlasOfASite, FollowsItsFiles) {
    write("name = \"De Droomboom\"\n");
    EXPECT_EQ(name_of_wensboom(), "De Droomboom");
    write("name = \"De Eik\"\n");
    EXPECT_EQ(name_of_wensboom(), "De Eik");
    std::filesystem::remove(folder.path() / "map/nl/wensboom.toml");
    clock.advance(std::chrono::seconds{1});
    EXPECT_EQ(name_of_wensboom(), "De Wensboom");
}

TEST_F(AtlasOfASite, LooksOnceASecondAtMost) {
    EXPECT_EQ(name_of_wensboom(), "De Wensboom");
    folder.write("map/nl/wensboom.toml", "name = \"De Droomboom\"\n");
    clock.advance(std::chrono::milliseconds{999});
    EXPECT_EQ(name_of_wensboom(), "De Wensboom");
    clock.advance(std::chrono::milliseconds{1});
    EXPECT_EQ(name_of_wensboom(), "De Droomboom");
}

TEST_F(AtlasOfASite, KeepsTheLastGoodOneWhenAFileBreaks) {
    write("name = \"De Droomboom\"\n");
    ASSERT_EQ(name_of_wensboom(), "De Droomboom");
    write("name = De Droomboom zonder aanhalingstekens\n");
    EXPECT_EQ(name_of_wensboom(), "De Droomboom");
    ASSERT_FALSE(atlases.mistakes(site).empty());
    EXPECT_EQ(atlases.mistakes(site).front().code, "toml-broken");
    write("name = \"De Boom\"\n");
    EXPECT_EQ(name_of_wensboom(), "De Boom");
}

// Nothing of a pack shows while anything in it is wrong.
TEST_F(AtlasOfASite, KeepsAllOfTheLastGoodOneWhenADrawingBreaks) {
    write("name = \"De Droomboom\"\n");
    const std::shared_ptr<const Atlas> before = atlases.of(site);
    folder.write("map/landmarks/wensboom.svg", "<svg><script/></svg>");
    write("name = \"De Schoolboom\"\n");
    EXPECT_EQ(atlases.of(site), before);
    EXPECT_EQ(atlases.mistakes(site).front().code, "pen.source_refused_tag");
    folder.write("map/landmarks/wensboom.svg", R"(<svg viewBox="0 0 20 20"><rect width="8" height="8"/></svg>)");
    clock.advance(std::chrono::seconds{1});
    EXPECT_EQ(name_of_wensboom(), "De Schoolboom");
}

// What a school did not change is there once for all.
TEST_F(AtlasOfASite, SharesOurDrawings) {
    const std::shared_ptr<const Atlas> ours = atlases.of(site);
    folder.write("map/landmarks/wensboom.svg", R"(<svg viewBox="0 0 20 20"><rect width="8" height="8"/></svg>)");
    clock.advance(std::chrono::seconds{1});
    const auto& own = atlases.of(site)->chart->drawings().sources;
    for (const auto& [name, source] : ours->chart->drawings().sources) EXPECT_EQ(own.at(name) == source, name != "wensboom") << name;
}

TEST_F(AtlasOfASite, IsOursWhenTheFilesWereBrokenFromTheStart) {
    write("name = 3\n");
    EXPECT_EQ(name_of_wensboom(), "De Wensboom");
}

TEST_F(AtlasOfASite, LiesInTheFolderOfTheSchool) {
    workbench::World world{workbench::Backend::sqlite, {}};
    const Atlases of_schools;
    site.school = world.shared_school();
    std::filesystem::create_directories(world.school().folder() / "content/map/nl");
    std::ofstream{world.school().folder() / "content/map/nl/wensboom.toml"} << "name = \"De Schoolboom\"\n";
    base::Language spoken{};
    EXPECT_EQ(of_schools.of(site)->find("wensboom")->in(base::Language::nl, spoken).name, "De Schoolboom");
}

TEST_F(AtlasOfASite, IsWholeForEveryThreadWhileFilesChange) {
    std::atomic<bool> ended = false;
    std::atomic<int> whole = 0;
    std::vector<std::thread> readers;
    base::SystemClock running;
    site.clock = &running;
    const std::size_t places = atlases.of(site)->places.size();
    for (int reader = 0; reader < 3; ++reader)
        readers.emplace_back([&] {
            do {
                if (atlases.of(site)->places.size() == places) ++whole;
                else ended = true;
            } while (!ended && whole < 3000);
        });
    for (int change = 0; change < 20; ++change) folder.write("map/nl/wensboom.toml", "name = \"Boom " + std::string(static_cast<std::size_t>(change), 'o') + "\"\n");
    for (std::thread& reader : readers) reader.join();
    EXPECT_FALSE(ended);
}

}  // namespace
}  // namespace loopbaankaart::atlas
