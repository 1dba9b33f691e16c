// Every serious mistake in a school's content is named with its file and line, and refuses the content.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "../chart/chart.hpp"
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

constexpr std::string_view box = R"(<svg viewBox="0 0 20 20"><rect width="8" height="8"/></svg>)";

// Ten of the last, ten times over: a thousand million.
std::string uses_of_uses() {
    std::string svg = R"(<svg viewBox="0 0 20 20"><defs><rect id="a0" width="8" height="8"/>)";
    for (int deep = 1; deep < 10; ++deep)
        svg += "<g id=\"a" + std::to_string(deep) + "\">" + repeated("<use href=\"#a" + std::to_string(deep - 1) + "\"/>", 10) + "</g>";
    return svg + "</defs>\n<use href=\"#a9\"/></svg>";
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
    {"LookThatAsks", "map/nl/wensboom.toml", "looks = [\n\"Kijk eens rond.\",\n\"Waar stond je?\"]\n", "look-asks", 3},
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
    {"SheetNotUtf8", "map/sheet.toml", "# caf\xE9\n", "not-utf8", 1},
    {"InTheSea", "map/sheet.toml", "\n[[landmark]]\nid = \"haven\"\nat = [720, 1330]\n", "in-the-sea", 2},
    {"OneSpot", "map/sheet.toml", "[[landmark]]\nid = \"jungle\"\nat = [520, 674]\n", "one-spot", 1},
    {"LabelOfNothing", "map/sheet.toml", "[[label]]\nplace = \"jungel\"\nat = [500, 700]\n", "unknown-place", 1},
    {"LabelTwice", "map/sheet.toml", "[[label]]\nplace = \"jungle\"\nat = [184, 1039]\n[[label]]\nplace = \"jungle\"\nat = [500, 1330]\n", "label-twice", 4},
    {"DrawingOfNoPlace", "map/sheet.toml", "[[landmark]]\nid = \"molen\"\nplace = \"molenplek\"\nat = [500, 760]\n", "unknown-place", 1},
    {"OpensNowhere", "map/sheet.toml", "opens_at = \"jungel\"\n", "unknown-place", 1},
    {"TenThousandTrees", "map/sheet.toml", "[[growth]]\npart = \"pine\"\nat = [500, 700]\nsize = [90, 90]\ncount = 10000\n", "not-number", 5},
    {"TenThousandTreesInTwentyWoods", "map/sheet.toml", repeated("[[growth]]\npart = \"pine\"\nat = [500, 700]\nsize = [90, 90]\ncount = 400\n", 25), "growth-many", 0},
    {"ThousandMills", "map/sheet.toml", repeated("[[landmark]]\nid = \"molen\"\nat = [500, 760]\n", 1000), "list-long", 601},
    {"CoastOfThousands", "map/sheet.toml", "[[land]]\npoints = [" + repeated("[1,1],", 1000) + "[2,2]]\n", "list-long", 2},
    {"CoastWithoutEnd", "map/sheet.toml", "[[land]]\npoints = [" + repeated("[0,0],[1000,1400],", 100) + "[2,2]]\n", "line-long", 1},
    {"LandAsText", "map/sheet.toml", "land = []\n", "not-tables", 1},
    {"NegativeSize", "map/sheet.toml", "[[patch]]\nat = [500, 700]\nsize = [90, -90]\ncolour = \"meadow\"\n", "not-size", 3},
    {"NoNumber", "map/sheet.toml", "[[landmark]]\nid = \"jungle\"\nat = [180, nan]\n", "not-point", 3},
    {"WithoutEnd", "map/sheet.toml", "[[landmark]]\nid = \"jungle\"\nat = [180, 1026]\nwidth = inf\n", "not-number", 4},
    {"NumberOutOfReach", "map/sheet.toml", "[[landmark]]\nid = \"jungle\"\nat = [180, 99999999999999999999999]\n", "toml-broken", 3},
    {"LargeNumber", "map/sheet.toml", "[[landmark]]\nid = \"jungle\"\nat = [180, 1e300]\n", "not-point", 3},
    {"NotYesOrNo", "map/sheet.toml", "[[beach]]\nsand = \"ja\"\npoints = [[1,1],[9,1],[9,9]]\n", "not-flag", 2},
    {"LongTitle", "map/title.toml", "[nl]\ntitle = \"" + std::string(41, 'a') + "\"\n", "text-long", 2},
    {"TitleOfNoLanguage", "map/title.toml", "[fr]\ntitle = \"Carte\"\n", "unknown-key", 1},
    {"TitleWithoutTable", "map/title.toml", "nl = \"Kaart\"\n", "not-table", 1},
    {"ColourInWords", "map/landmarks/pen.css", "/* onze kleuren */\n.leaf { color: groen; }\n", "pen.colour_malformed", 2},
    {"ColourWithoutRule", "map/landmarks/pen.css", "blaadjes groen\n", "pen.colour_rule_malformed", 1},
    {"DrawingNamedInCapitals", "map/landmarks/Stal.svg", std::string{box}, "bad-id", 0},
    {"NoDrawing", "map/landmarks/stal.svg", "een stal", "pen.source_malformed", 1},
    {"DrawingInWindows1252", "map/landmarks/stal.svg", "<svg>\n<title>caf\xE9</title></svg>", "pen.source_malformed", 2},
    {"NameInWindows1252", "map/landmarks/stal.svg", "\n<svg xmlns=\"http://www.\xD6\x88\xCC\xD1\x90\x8D\x98\xD0/svg\" viewBox=\"0 0 20 20\"><text>a</text></svg>", "pen.source_malformed", 2},
    {"Bomb", "map/landmarks/stal.svg", "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<svg><title>&b;</title></svg>", "pen.source_doctype", 1},
    {"BombOfUses", "map/landmarks/stal.svg", uses_of_uses(), "pen.path_too_far", 1},
    {"Script", "map/landmarks/stal.svg", "<svg>\n<script>alert(1)</script></svg>", "pen.source_refused_tag", 2},
    {"ForeignPage", "map/landmarks/stal.svg", "<svg>\n<foreignObject/></svg>", "pen.source_refused_tag", 2},
    {"PictureFromElsewhere", "map/landmarks/stal.svg", "<svg>\n<image href=\"https://elders.example/a.png\"/></svg>", "pen.source_refused_tag", 2},
    {"PartFromElsewhere", "map/landmarks/stal.svg", "<svg>\n<use href=\"https://elders.example/a.svg#b\"/></svg>", "pen.source_elsewhere", 2},
    {"TextInDrawing", "map/landmarks/stal.svg", "<svg viewBox=\"0 0 20 20\">\n<text>Stal</text></svg>", "pen.text_not_drawn", 2},
    {"DrawingTooLarge", "map/landmarks/stal.svg", "<svg>" + std::string(520 * 1024, ' ') + "</svg>", "file-large", 0},
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
    for (const ContentMistake& one : loaded.mistakes) EXPECT_TRUE(base::is_utf8(one.message));
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

constexpr std::string_view words_of_a_place = "name = \"De Stal\"\nplain_name = \"werk\"\nwhat_it_is = \"Dieren. Hooi.\"\nhow_it_may_show = \"Modder.\"\n";

TEST(Mistakes, NameAPlaceThatTheMapDoesNotName) {
    FolderForTest folder;
    folder.write("map/places.toml", "[[place]]\nid = \"stal\"\n");
    folder.write("map/nl/stal.toml", words_of_a_place);
    const Loaded loaded = load_atlas(folder.path());
    EXPECT_EQ(loaded.atlas, nullptr);
    EXPECT_EQ(loaded.mistakes.back().code, "label-missing");
}

// Every place has its name there, but no land is left to stand on.
TEST(Mistakes, NameASheetWithoutLand) {
    FolderForTest folder;
    std::string sheet = "[[land]]\npoints = [[1,1],[2,1],[2,2]]\n";
    const Loaded ours = load_atlas();
    for (const Place& place : ours.atlas->places) sheet += "[[label]]\nplace = \"" + place.id + "\"\nat = [500, 700]\n";
    folder.write("map/sheet.toml", sheet);
    const Loaded loaded = load_atlas(folder.path());
    EXPECT_EQ(loaded.atlas, nullptr);
    ASSERT_EQ(loaded.mistakes.size(), 1u);
    EXPECT_EQ(loaded.mistakes.front().code, "no-land");
}

TEST(Mistakes, NameAFolderThatIsALinkToElsewhere) {
    FolderForTest folder, elsewhere;
    elsewhere.write("nl/wensboom.toml", "name = \"A\"\n");
    std::filesystem::create_directories(folder.path() / "map");
    std::filesystem::create_directory_symlink(elsewhere.path() / "nl", folder.path() / "map/nl");
    const Loaded loaded = load_atlas(folder.path());
    EXPECT_EQ(loaded.atlas, nullptr);
    EXPECT_EQ(loaded.mistakes.front().code, "file-not-plain");
}

TEST(Mistakes, NameAPackOfManyMegabytes) {
    FolderForTest folder;
    for (int count = 0; count < 20; ++count) folder.write("map/landmarks/a" + std::to_string(count) + ".svg", "<svg viewBox=\"0 0 20 20\"><rect width=\"8\" height=\"8\"/>" + std::string(500 * 1024, ' ') + "</svg>");
    const Loaded loaded = load_atlas(folder.path());
    EXPECT_EQ(loaded.atlas, nullptr);
    EXPECT_EQ(loaded.mistakes.front().code, "pack-large");
}

// Whoever named a drawing of a place so would wait for it in vain; a copy of ours is no mistake.
TEST(Mistakes, WarnOfPartsOfOnesOwn) {
    FolderForTest folder;
    folder.write("map/landmarks/parts.svg", box);
    const Loaded loaded = load_atlas(folder.path());
    EXPECT_NE(loaded.atlas, nullptr);
    ASSERT_EQ(loaded.mistakes.size(), 1u);
    EXPECT_EQ(loaded.mistakes.front().code, "parts-ignored");
    folder.write("map/sheet.toml", "[[landmark]]\nid = \"parts\"\nat = [500, 700]\n");
    EXPECT_EQ(load_atlas(folder.path()).mistakes.back().code, "unknown-landmark");
}

std::string at(pen::Point point) { return "at = [" + std::to_string(point.x) + ", " + std::to_string(point.y) + "]\n"; }

TEST(Mistakes, WarnOfNamesThatLieOnSomethingAndOfWhoseLineThatIs) {
    const Loaded ours = load_atlas();
    const Sheet& sheet = ours.atlas->chart->sheet();
    const pen::Point wensboom = std::ranges::find(sheet.labels, "wensboom", &Label::place)->at, geldput = std::ranges::find(sheet.labels, "geldput", &Label::place)->at;
    const struct {
        std::string_view file, code;
        std::string text;
        int line;
    } all[] = {{"map/sheet.toml", "name-on-name", "[[label]]\nplace = \"jungle\"\n" + at(wensboom), 1},
               {"map/sheet.toml", "name-on-drawing", "\n[[landmark]]\nid = \"geldput\"\n" + at({geldput.x, geldput.y + 30}), 2},
               {"map/sheet.toml", "name-off-sheet", "[[label]]\nplace = \"jungle\"\nat = [20, 1330]\n", 1},
               {"map/nl/stad.toml", "name-on-drawing", "map_name = \"De stad van wie heel lang over zijn stage nadenkt en dan toch nog gaat werken\"\n", 0}};
    for (const auto& given : all) {
        FolderForTest folder;
        folder.write(given.file, given.text);
        const Loaded loaded = load_atlas(folder.path());
        EXPECT_NE(loaded.atlas, nullptr) << given.text;
        const auto found = std::ranges::find(loaded.mistakes, given.code, &ContentMistake::code);
        ASSERT_NE(found, loaded.mistakes.end()) << given.text;
        EXPECT_FALSE(found->serious);
        EXPECT_EQ(found->line, given.line) << given.text;
        EXPECT_EQ(found->file, (folder.path() / given.file).string());
    }
}

// The example that schools start from (docs/example-map/LEESMIJ.md).
TEST(ExampleMap, HasNoMistakesAndNoWarnings) {
    const Loaded loaded = load_atlas("docs/example-map");
    for (const ContentMistake& mistake : loaded.mistakes) ADD_FAILURE() << mistake.file << ":" << mistake.line << " " << mistake.code << " " << mistake.message;
    ASSERT_NE(loaded.atlas, nullptr);
    for (const std::string_view id : {"stal", "kas"}) {
        ASSERT_NE(loaded.atlas->find(id), nullptr) << id;
        EXPECT_NE(loaded.atlas->chart->standing(id), nullptr) << id;
    }
    EXPECT_NE(loaded.atlas->chart->standing("embleem"), nullptr);
    EXPECT_TRUE(loaded.atlas->chart->drawings().own_colours);
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
