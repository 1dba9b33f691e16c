// Every serious mistake in a school's content is named with its file and line, and refuses the content.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "folder_for_test.hpp"
#include "places.hpp"

namespace loopbaankaart::atlas {
namespace {

struct Case {
    std::string_view name;
    std::string_view file;
    std::string text;
    std::string_view code;
    int line;
};

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t count = 0; count < times; ++count) all += text;
    return all;
}

const std::vector<Case> cases{
    {"NotUtf8", "map/nl/wensboom.toml", "name = \"De Wensboom\"\nplain_name = \"idee\xEBn\"\n", "not-utf8", 2},
    {"Utf16", "map/nl/wensboom.toml", std::string{"\xFF\xFEn\0a\0", 6}, "not-utf8", 1},
    {"NotToml", "map/nl/wensboom.toml", "name = \"De Wensboom\"\nplain_name = dromen\n", "toml-broken", 2},
    {"KeyTwice", "map/nl/wensboom.toml", "name = \"A\"\nname = \"B\"\n", "toml-broken", 2},
    {"UnknownKey", "map/nl/wensboom.toml", "name = \"A\"\nnaam = \"B\"\n", "unknown-key", 2},
    {"NotText", "map/nl/wensboom.toml", "\nname = 3\n", "not-text", 2},
    {"NotList", "map/nl/wensboom.toml", "voices = \"een stem\"\n", "not-list", 1},
    {"NotTextInList", "map/nl/wensboom.toml", "voices = [\n\"een stem\",\n4]\n", "not-text", 3},
    {"EmptyText", "map/nl/wensboom.toml", "name = \"  \"\n", "text-empty", 1},
    {"LongName", "map/nl/wensboom.toml", "name = \"" + std::string(81, 'a') + "\"\n", "text-long", 1},
    {"UnknownPlaceByFileName", "map/nl/wensbom.toml", "name = \"A\"\n", "unknown-place", 0},
    {"UnknownFile", "map/plekken.toml", "", "unknown-file", 0},
    {"BadId", "map/places.toml", "[[place]]\nid = \"De Werkplaats\"\n", "bad-id", 2},
    {"NoId", "map/places.toml", "[[place]]\nkinds = []\n", "bad-id", 1},
    {"UnknownKind", "map/places.toml", "[[place]]\nid = \"wensboom\"\nkinds = [\"droom\"]\n", "unknown-kind", 3},
    {"KindTwice", "map/places.toml", "[[place]]\nid = \"wensboom\"\nkinds = [\"hulpbron\", \"hulpbron\"]\n", "kind-twice", 3},
    {"PlaceTwice", "map/places.toml", "[[place]]\nid = \"wensboom\"\n[[place]]\nid = \"wensboom\"\n", "place-twice", 4},
    {"PlaceAsThing", "map/places.toml", "[[travel_thing]]\nid = \"wensboom\"\n", "other-sort", 2},
    {"ThingWithKinds", "map/places.toml", "[[travel_thing]]\nid = \"kompas\"\nkinds = []\n", "unknown-key", 3},
    {"NotTables", "map/places.toml", "place = \"wensboom\"\n", "not-tables", 1},
    {"HidesNothing", "map/places.toml", "hidden = [\n\"jungel\"]\n", "unknown-place", 2},
    {"OrdersNothing", "map/places.toml", "order = [\"jungel\"]\n", "unknown-place", 1},
    {"WithinNothing", "map/places.toml", "[[place]]\nid = \"wensboom\"\nwithin = \"bos\"\n", "unknown-within", 2},
    {"WithinHidden", "map/places.toml", "hidden = [\n\"stad\"]\n", "hidden-around", 2},
    {"WithinWithin", "map/places.toml", "[[place]]\nid = \"wensboom\"\nwithin = \"huis\"\n", "within-deep", 2},
    {"WithinItself", "map/places.toml", "[[place]]\nid = \"wensboom\"\nwithin = \"wensboom\"\n", "within-deep", 2},
    {"UnknownDrawing", "map/places.toml", "[[place]]\nid = \"wensboom\"\nlandmark = \"eik\"\n", "unknown-landmark", 2},
    {"WordsMissing", "map/places.toml", "[[place]]\nid = \"werkplaats\"\n", "words-missing", 2},
    {"TooDeep", "map/nl/wensboom.toml", "name = \"A\"\n" + repeated("a.", 5000) + "a = 1\n", "too-deep", 2},
    {"DeepLists", "map/nl/wensboom.toml", "voices = " + std::string(100'000, '['), "toml-broken", 1},
    {"TooLarge", "map/nl/wensboom.toml", "name = \"" + std::string(300'000, 'a') + "\"\n", "file-large", 0},
};

class Mistake : public ::testing::TestWithParam<Case> {};

TEST_P(Mistake, IsNamedWithFileAndLineAndRefusesTheContent) {
    const Case& given = GetParam();
    FolderForTest folder;
    folder.write(given.file, given.text);

    const Loaded loaded = load_atlas(folder.path());

    EXPECT_EQ(loaded.atlas, nullptr);
    ASSERT_FALSE(loaded.mistakes.empty());
    const ContentMistake& mistake = loaded.mistakes.front();
    EXPECT_TRUE(mistake.serious);
    EXPECT_EQ(mistake.code, given.code);
    EXPECT_EQ(mistake.line, given.line);
    EXPECT_EQ(mistake.file, (folder.path() / given.file).string());
    EXPECT_FALSE(mistake.message.empty());
}

INSTANTIATE_TEST_SUITE_P(OfASchool, Mistake, ::testing::ValuesIn(cases),
                         [](const auto& given) { return std::string{given.param.name}; });

TEST(Mistakes, AreAllNamedAtOnce) {
    FolderForTest folder;
    folder.write("map/nl/wensboom.toml", "naam = \"A\"\nvoices = 3\n");
    folder.write("map/nl/jungle.toml", "name = \"\"\n");
    const Loaded loaded = load_atlas(folder.path());
    EXPECT_EQ(loaded.mistakes.size(), 3u);
}

TEST(Mistakes, NameALinkToElsewhere) {
    FolderForTest folder;
    folder.write("elders.toml", "name = \"A\"\n");
    std::filesystem::create_directories(folder.path() / "map/nl");
    std::filesystem::create_symlink(folder.path() / "elders.toml", folder.path() / "map/nl/wensboom.toml");
    const Loaded loaded = load_atlas(folder.path());
    ASSERT_EQ(loaded.mistakes.size(), 1u);
    EXPECT_EQ(loaded.mistakes.front().code, "file-not-plain");
}

TEST(Mistakes, NameAFolderFullOfFiles) {
    FolderForTest folder;
    for (int count = 0; count < 501; ++count) folder.write("map/nl/plek-" + std::to_string(count) + ".toml", "");
    const Loaded loaded = load_atlas(folder.path());
    ASSERT_EQ(loaded.mistakes.size(), 1u);
    EXPECT_EQ(loaded.mistakes.front().code, "files-many");
}

// Whatever stands in a file, the answer is an atlas or a serious mistake, never neither or both.
RC_GTEST_PROP(Mistakes, OrAnAtlasComeOutOfAnything, (const std::string& text)) {
    FolderForTest folder;
    folder.write("map/places.toml", text);
    const Loaded loaded = load_atlas(folder.path());
    bool serious = false;
    for (const ContentMistake& mistake : loaded.mistakes) serious = serious || mistake.serious;
    RC_ASSERT(serious == (loaded.atlas == nullptr));
}

}  // namespace
}  // namespace loopbaankaart::atlas
