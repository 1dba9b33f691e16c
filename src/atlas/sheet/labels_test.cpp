// Names on the map stand clear of each other and of what is drawn, in both languages and in letters up to 130%.
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>

#include "labels.hpp"
#include "standing.hpp"

namespace loopbaankaart::atlas {
namespace {

struct Ours {
    std::vector<ContentMistake> mistakes;
    Drawings drawings = our_drawings(mistakes);
    Sheet sheet = read_sheet(our_sheet(), drawings, mistakes).value();
    std::shared_ptr<const Atlas> atlas = load_atlas().atlas;
};
const Ours& ours() {
    static const Ours all;
    return all;
}

bool touch(const Room& one, const Room& other) { return one.left < other.right && other.left < one.right && one.top < other.low && other.top < one.low; }

bool touches(const Room& room, const std::vector<pen::Ring>& rings) {
    for (const pen::Ring& ring : rings)
        for (const pen::Point& at : ring.points)
            if (at.x > room.left && at.x < room.right && at.y > room.top && at.y < room.low) return true;
    return false;
}

std::vector<SetLabel> labels_in(base::Language language) { return set_labels(ours().sheet, ours().atlas->places, language); }

class OurLabels : public ::testing::TestWithParam<std::tuple<base::Language, int>> {
protected:
    std::vector<SetLabel> labels = labels_in(std::get<0>(GetParam()));
    Room room(const SetLabel& label) const { return label.room(std::get<1>(GetParam()) / 100.0); }
};
INSTANTIATE_TEST_SUITE_P(InBothLanguages, OurLabels, ::testing::Combine(::testing::Values(base::Language::nl, base::Language::en), ::testing::Values(100, 110, 120, 130)));

TEST_P(OurLabels, KeepClearOfEachOther) {
    for (std::size_t i = 0; i < labels.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(touch(room(labels[i]), room(labels[j]))) << labels[i].label.place << " and " << labels[j].label.place;
}

TEST_P(OurLabels, KeepClearOfWhatIsDrawn) {
    const pen::Parts parts = pen::parts_of(ours().drawings.parts);
    for (const auto& standings : {ours().sheet.landmarks, ours().sheet.adrift})
        for (const Standing& one : standings) {
            const auto rings = pen::outlines_of(ours().drawings.sources.at(one.landmark), parts, placed(one));
            for (const SetLabel& label : labels) EXPECT_FALSE(touches(room(label), rings)) << label.label.place << " on " << one.landmark;
        }
}

TEST_P(OurLabels, StayOnTheSheet) {
    for (const SetLabel& label : labels) {
        EXPECT_GT(room(label).left, sheet_margin) << label.label.place;
        EXPECT_LT(room(label).right, sheet_width - sheet_margin) << label.label.place;
        EXPECT_LT(room(label).low, sheet_height - sheet_margin) << label.label.place;
    }
}

TEST(OurSheet, NamesEveryPlace) {
    for (const Place& place : ours().atlas->places) EXPECT_EQ(std::ranges::count(ours().sheet.labels, place.id, &Label::place), 1) << place.id;
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
