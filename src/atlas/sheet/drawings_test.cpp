// Drawings by name: ours, and with a school's own laid over them.
#include "../chart/load_chart.hpp"

#include <gmock/gmock.h>

#include <web/web.hpp>

#include "../places/folder_for_test.hpp"
#include "../places/places.hpp"

namespace loopbaankaart::atlas {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct With {
    explicit With(const std::filesystem::path& content = {}) : drawings{*load_drawings(content.empty() ? std::vector<ContentFile>{} : school_files(content, mistakes), mistakes)} {}
    std::string by_day(std::string_view name) const { return drawn_landmark(drawings, name, pen::Light::day).value_or(""); }
    std::string by_night(std::string_view name) const { return drawn_landmark(drawings, name, pen::Light::night).value_or(""); }
    std::vector<std::string> codes() const {
        std::vector<std::string> all;
        for (const ContentMistake& one : mistakes) all.push_back((one.serious ? "" : "~") + one.code);
        return all;
    }
    std::vector<ContentMistake> mistakes;
    Drawings drawings;
};

// What the build draws for the pages, and what the program draws, is one and the same.
TEST(OurDrawings, AreThoseThatPagesShow) {
    const With ours;
    EXPECT_THAT(ours.codes(), IsEmpty());
    const std::shared_ptr<const Atlas> atlas = load_atlas().atlas;
    for (const Place& place : atlas->places) {
        if (place.landmark.empty()) continue;
        EXPECT_EQ(ours.by_day(place.landmark), web::asset("landmarks/" + place.landmark + ".svg").plain);
        EXPECT_EQ(ours.by_night(place.landmark), web::asset("landmarks/" + place.landmark + "-nacht.svg").plain);
        EXPECT_NE(ours.by_day(place.landmark), ours.by_night(place.landmark));
    }
    EXPECT_EQ(drawn_landmark(ours.drawings, "draak", pen::Light::day), std::nullopt);
}

TEST(OwnDrawings, LieOverOursAndMayComeFromAnyProgram) {
    const FolderForTest folder;
    folder.write("map/landmarks/wensboom.svg", R"(<svg width="20mm" height="20mm" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" style="fill:#123456"/></svg>)");
    folder.write("map/landmarks/stal.svg", R"svg(<svg viewBox="0 0 20 20"><rect width="8" height="8" filter="url(#f)"/></svg>)svg");
    const With school{folder.path()}, ours;
    EXPECT_THAT(school.by_day("wensboom"), HasSubstr(".c-123456{"));
    EXPECT_THAT(school.by_night("wensboom"), Not(HasSubstr("{color:#123456}")));
    EXPECT_EQ(school.by_day("vulkaan"), ours.by_day("vulkaan"));
    EXPECT_NE(school.by_day("stal"), "");
    EXPECT_THAT(school.codes(), ElementsAre("~pen.effect_left_out"));
}

TEST(OwnDrawings, ThatCannotBeDrawnLeaveOursInPlace) {
    const FolderForTest folder;
    folder.write("map/landmarks/wensboom.svg", R"(<svg viewBox="0 0 20 20"><text>Wens</text></svg>)");
    folder.write("map/landmarks/a\"onload=\"b.svg", R"(<svg viewBox="0 0 20 20"><rect width="8" height="8"/></svg>)");
    const With school{folder.path()}, ours;
    EXPECT_EQ(school.by_day("wensboom"), ours.by_day("wensboom"));
    EXPECT_EQ(school.drawings.sources.size(), ours.drawings.sources.size());
    EXPECT_THAT(school.codes(), ElementsAre("bad-id", "pen.text_not_drawn"));
}

}  // namespace
}  // namespace loopbaankaart::atlas
