// A school's own words and places laid over ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "folder_for_test.hpp"
#include "places.hpp"

namespace loopbaankaart::atlas {
namespace {

using ::testing::ElementsAre;

constexpr auto dutch = base::Language::nl;
constexpr auto english = base::Language::en;

constexpr std::string_view whole_words = R"(name = "De Werkplaats"
plain_name = "iets maken met je handen"
what_it_is = """
Hier maak je iets met je handen.
Het mag mislukken.
"""
how_it_may_show = "Iemand laat iets zien dat zelf is gemaakt."
voices = ["Mijn kast hangt scheef, maar hij hangt.", "Ik zaag graag."]
)";

constexpr std::string_view on_the_map = "[[label]]\nplace = \"loods\"\nat = [700, 700]\n";

class Overlay : public ::testing::Test {
protected:
    FolderForTest folder;

    std::shared_ptr<const Atlas> load() {
        Loaded loaded = load_atlas(folder.path());
        for (const ContentMistake& mistake : loaded.mistakes) codes.push_back(mistake.code);
        return loaded.atlas;
    }
    std::vector<std::string> codes;
};

base::Language spoken_in(const Place& place, base::Language asked) {
    base::Language spoken{};
    place.in(asked, spoken);
    return spoken;
}

std::ptrdiff_t position(const Atlas& atlas, std::string_view id) { return atlas.find(id) - atlas.places.data(); }

TEST_F(Overlay, WithoutFilesIsOurs) {
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    EXPECT_EQ(atlas->places.size(), load_atlas().atlas->places.size());
}

TEST_F(Overlay, ChangesTheWordsItNamesAndKeepsTheOthers) {
    folder.write("map/nl/wensboom.toml", "plain_name = \"wensen voor later\"\n");
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    base::Language spoken{};
    const PlaceWords& words = atlas->find("wensboom")->in(dutch, spoken);
    EXPECT_EQ(words.plain_name, "wensen voor later");
    EXPECT_EQ(words.name, "De Wensboom");
    EXPECT_EQ(words.voices.size(), 2u);
}

TEST_F(Overlay, LaysItsOwnLooksOverOursAndKeepsTheOtherWords) {
    folder.write("map/nl/wensboom.toml", "looks = [\"Kijk eens naar je hand.\", \"Ga er eens bij zitten.\"]\n");
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    base::Language spoken{};
    const PlaceWords& words = atlas->find("wensboom")->in(dutch, spoken);
    EXPECT_THAT(words.looks, ElementsAre("Kijk eens naar je hand.", "Ga er eens bij zitten."));
    EXPECT_EQ(words.name, "De Wensboom");
    EXPECT_GE(atlas->find("jungle")->in(dutch, spoken).looks.size(), 2u);
}

TEST_F(Overlay, IsRefusedWhenALookAsks) {
    folder.write("map/nl/wensboom.toml", "looks = [\n\"Kijk eens rond.\",\n\"Heb je het verteld.\"]\n");
    EXPECT_EQ(load(), nullptr);
    EXPECT_THAT(codes, ElementsAre("look-asks"));
}

TEST_F(Overlay, ShowsDutchInEnglishWhereOurEnglishNoLongerSaysTheSame) {
    folder.write("map/nl/wensboom.toml", "name = \"De Droomboom\"\n");
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    EXPECT_EQ(spoken_in(*atlas->find("wensboom"), english), dutch);
    EXPECT_EQ(spoken_in(*atlas->find("jungle"), english), english);
    EXPECT_THAT(codes, ElementsAre("english-missing"));
}

TEST_F(Overlay, TakesItsOwnEnglish) {
    folder.write("map/nl/wensboom.toml", "name = \"De Droomboom\"\n");
    folder.write("map/en/wensboom.toml", "name = \"The Dream Tree\"\n");
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    base::Language spoken{};
    EXPECT_EQ(atlas->find("wensboom")->in(english, spoken).name, "The Dream Tree");
    EXPECT_EQ(spoken, english);
    EXPECT_TRUE(codes.empty());
}

TEST_F(Overlay, AddsAPlaceOfItsOwnBeforeTheTravelThings) {
    folder.write("map/places.toml", "[[place]]\nid = \"loods\"\nkinds = [\"hulpbron\"]\nlandmark = \"stad\"\n");
    folder.write("map/nl/loods.toml", whole_words);
    folder.write("map/sheet.toml", on_the_map);
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    const Place* place = atlas->find("loods");
    ASSERT_NE(place, nullptr);
    EXPECT_THAT(place->kinds, ElementsAre(Kind::hulpbron));
    EXPECT_EQ(place->landmark, "stad");
    EXPECT_EQ(spoken_in(*place, english), dutch);
    EXPECT_LT(position(*atlas, "loods"), position(*atlas, "kompas"));
    base::Language spoken{};
    EXPECT_EQ(place->in(dutch, spoken).what_it_is, "Hier maak je iets met je handen. Het mag mislukken.");
}

TEST_F(Overlay, HasNoDrawingForAPlaceThatNamesNone) {
    folder.write("map/places.toml", "[[place]]\nid = \"loods\"\n");
    folder.write("map/nl/loods.toml", whole_words);
    folder.write("map/sheet.toml", on_the_map);
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    EXPECT_EQ(atlas->find("loods")->landmark, "");
}

TEST_F(Overlay, LeavesPlacesOut) {
    folder.write("map/places.toml", "hidden = [\"jungle\", \"kompas\"]\n");
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    EXPECT_EQ(atlas->find("jungle"), nullptr);
    EXPECT_EQ(atlas->find("kompas"), nullptr);
    EXPECT_NE(atlas->find("wensboom"), nullptr);
}

TEST_F(Overlay, PutsPlacesFirst) {
    folder.write("map/places.toml", "order = [\"wensboom\", \"arbeidsmarkt\"]\n");
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    EXPECT_EQ(atlas->places[0].id, "wensboom");
    EXPECT_EQ(atlas->places[1].id, "arbeidsmarkt");
    EXPECT_EQ(atlas->places[2].id, "stad");
    EXPECT_EQ(atlas->places.size(), load_atlas().atlas->places.size());
}

TEST_F(Overlay, ChangesKindsAndWhereAPlaceLies) {
    folder.write("map/places.toml", "[[place]]\nid = \"wensboom\"\nkinds = [\"parkeren\"]\nwithin = \"vallei\"\n[[place]]\nid = \"huis\"\nwithin = \"\"\n");
    const auto atlas = load();
    ASSERT_NE(atlas, nullptr);
    EXPECT_THAT(atlas->find("wensboom")->kinds, ElementsAre(Kind::parkeren));
    EXPECT_EQ(atlas->find("wensboom")->within, "vallei");
    EXPECT_EQ(atlas->find("huis")->within, "");
    EXPECT_EQ(atlas->find("huis")->landmark, "huis");
}

TEST_F(Overlay, IsWarnedAboutItsStyleButKept) {
    folder.write("map/nl/wensboom.toml", "what_it_is = \"\"\"\nJe moet hier iets wensen.\nKlaar.\n\"\"\"\n");
    const Loaded loaded = load_atlas(folder.path());
    ASSERT_NE(loaded.atlas, nullptr);
    const auto lecturing = std::find_if(loaded.mistakes.begin(), loaded.mistakes.end(),
                                        [](const ContentMistake& mistake) { return mistake.code == "lecturing"; });
    ASSERT_NE(lecturing, loaded.mistakes.end());
    EXPECT_FALSE(lecturing->serious);
    EXPECT_EQ(lecturing->line, 2);
}

}  // namespace
}  // namespace loopbaankaart::atlas
