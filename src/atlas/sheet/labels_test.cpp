// Names on the map stand clear of each other and of what is drawn, in both languages and in letters up to 130%.
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>

#include "crowding.hpp"

namespace loopbaankaart::atlas {
namespace {

struct OursWithPlaces {
    std::vector<ContentMistake> mistakes;
    Drawings drawings = our_drawings(mistakes);
    Sheet sheet = read_sheet(our_sheet(), drawings, mistakes).value();
    std::shared_ptr<const Atlas> atlas = load_atlas().atlas;
};
const OursWithPlaces& ours_with_places() {
    static const OursWithPlaces all;
    return all;
}

std::vector<SetLabel> labels_in(base::Language language) { return set_labels(ours_with_places().sheet, ours_with_places().atlas->places, language); }

class OurLabels : public ::testing::TestWithParam<std::tuple<base::Language, int>> {
protected:
    std::vector<SetLabel> labels = labels_in(std::get<0>(GetParam()));
    double larger = std::get<1>(GetParam()) / 100.0;
};
INSTANTIATE_TEST_SUITE_P(InBothLanguages, OurLabels, ::testing::Combine(::testing::Values(base::Language::nl, base::Language::en), ::testing::Values(100, 110, 120, 130)));

TEST_P(OurLabels, KeepClearOfEachOtherAndOfWhatIsDrawn) {
    std::vector<std::string> touching;
    for (const Crowded& one : crowded(labels, ours_with_places().sheet, ours_with_places().drawings, larger))
        touching.push_back(one.name->label.place + " on " + (one.drawing != nullptr ? one.drawing->landmark : one.other_name->label.place));
    EXPECT_THAT(touching, ::testing::IsEmpty());
}

TEST_P(OurLabels, StayOnTheSheet) {
    for (const SetLabel& label : labels) EXPECT_TRUE(on_sheet(label.room(larger))) << label.label.place;
}

TEST(OurSheet, NamesEveryPlace) {
    for (const Place& place : ours_with_places().atlas->places) EXPECT_EQ(std::ranges::count(ours_with_places().sheet.labels, place.id, &Label::place), 1) << place.id;
}

std::vector<std::string> broken(const std::string& name, double width) {
    Place place{.id = "a"};
    place.words[0] = PlaceWords{.name = name};
    return set_labels(Sheet{.labels = {{.place = "a", .width = width}}}, {place}, base::Language::nl).at(0).lines;
}

TEST(Names, AreBrokenIntoEvenLines) {
    using ::testing::ElementsAre;
    EXPECT_THAT(broken("Wensboom", 170), ElementsAre("Wensboom"));
    EXPECT_THAT(broken("Stad der Succesvolle Stage", 170), ElementsAre("Stad der", "Succesvolle Stage"));
    EXPECT_THAT(broken("Wensboom", 10), ElementsAre("Wensboom"));
    EXPECT_EQ(broken("een twee drie vier vijf zes zeven acht negen tien elf twaalf", 40).size(), most_lines);
    EXPECT_THAT(broken("", 170), ElementsAre(""));
}

// Şahin and Wójcik have letters from another file.
TEST(Names, AreMeasuredAndDrawnWithLettersOfBothFiles) {
    const pen::Lettering::Style style{.weight = 600, .size = 20};
    const double box = fraunces().width("\u4E00", style);  // a sign that neither has
    for (const std::string_view name : {"Ş", "ő", "ž", "ę"}) {
        EXPECT_NE(fraunces().width(name, style), box) << name;
        EXPECT_NE(fraunces().outline(name, style, {}), fraunces().outline("\u4E00", style, {})) << name;
    }
    EXPECT_NEAR(fraunces().width("Şa", style), fraunces().width("Ş", style) + fraunces().width("a", style), 0.01);
    EXPECT_GT(fraunces().width("\xff\xfe", style), 0);
}

TEST(Names, KeepAllTheirWords) {
    EXPECT_TRUE(rc::check("joined again, the lines are the name", [](const std::vector<std::uint8_t>& lengths) {
        std::string name = "a";
        for (std::size_t i = 0; i < std::min<std::size_t>(lengths.size(), 8); ++i) name += " " + std::string(1 + lengths[i] % 14, 'n');
        std::string again;
        for (const std::string& line : broken(name, *rc::gen::inRange(10, 400))) again += (again.empty() ? "" : " ") + line;
        RC_ASSERT(again == name);
    }));
}

}  // namespace
}  // namespace loopbaankaart::atlas
