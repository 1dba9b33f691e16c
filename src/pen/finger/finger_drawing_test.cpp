#include "finger_drawing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>

namespace loopbaankaart::pen {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(FingerDrawings, AreReadStrokeByStroke) {
    const auto drawing = read_finger_drawing("640 480\r\ninkt 4 120 80 131 92 140 99\r\nrood 12 10 10\r\n");
    ASSERT_TRUE(drawing);
    EXPECT_EQ(drawing->width, 640);
    EXPECT_EQ(drawing->height, 480);
    ASSERT_EQ(drawing->strokes.size(), 2U);
    EXPECT_EQ(drawing->strokes[0].points.size(), 3U);
    EXPECT_EQ(drawing->strokes[1].ink, FingerInk::red);
    EXPECT_EQ(drawing->strokes[1].width, 12);
}

TEST(FingerDrawings, AreRefusedWhenTheyAreAnythingElse) {
    for (const char* text : {"", " ", "640 480", "640\ninkt 4 1 1", "640 480 1\ninkt 4 1 1", "0 480\ninkt 4 1 1", "640 5000\ninkt 4 1 1", "640 480\npaars 4 1 1",
                             "640 480\ninkt 0 1 1", "640 480\ninkt 61 1 1", "640 480\ninkt 4 1", "640 480\ninkt 4", "640 480\ninkt 4 641 1", "640 480\ninkt 4 -1 1",
                             "640 480\ninkt 4 1.5 1", "640 480\ninkt 4 1 1\"/><script>", "<svg onload=\"alert(1)\">", "640 480\ninkt 4 1 NaN"})
        EXPECT_FALSE(read_finger_drawing(text)) << text;
    std::string endless = "640 480\ninkt 4";
    for (std::size_t point = 0; point <= most_finger_points; ++point) endless += " 1 1";
    EXPECT_FALSE(read_finger_drawing(endless));
}

TEST(FingerDrawings, BecomeAPictureOfPathsAlone) {
    const auto drawing = read_finger_drawing("100 50\ngroen 6 1 2 3 4 5 6");
    ASSERT_TRUE(drawing);
    const std::string svg = finger_picture(*drawing);
    EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 100 50\""));
    EXPECT_THAT(svg, HasSubstr("d=\"M1 2Q3 4 4 5L5 6\""));
    EXPECT_THAT(svg, Not(HasSubstr("script")));
}

TEST(FingerDrawings, AreReadBackFromTheirPicture) {
    EXPECT_TRUE(rc::check("whatever was drawn", [](const std::vector<std::vector<std::pair<std::uint8_t, std::uint8_t>>>& strokes) {
        FingerDrawing drawing{.width = 300, .height = 260, .strokes = {}};
        for (const auto& points : strokes) {
            FingerStroke stroke{.ink = static_cast<FingerInk>(points.size() % 6), .width = static_cast<int>(1 + points.size() % 60), .points = {}};
            for (const auto& [across, down] : points) stroke.points.emplace_back(across, down);
            if (!points.empty()) drawing.strokes.push_back(std::move(stroke));
        }
        if (drawing.strokes.empty()) return;
        const auto read = read_finger_picture(finger_picture(drawing));
        RC_ASSERT(read.has_value());
        RC_ASSERT(finger_picture(*read) == finger_picture(drawing));
        RC_ASSERT(read->strokes.size() == drawing.strokes.size());
    }));
}

TEST(FingerDrawings, AreReadBackFromNothingElse) {
    const std::string svg = finger_picture(*read_finger_drawing("100 50\ngroen 6 1 2 3 4 5 6"));
    ASSERT_TRUE(read_finger_picture(svg));
    for (const std::string& other : {std::string{}, std::string{"<svg/>"}, svg + " ", svg.substr(0, svg.size() - 1), svg.substr(0, svg.size() - 10) + "<script/></g></svg>"})
        EXPECT_FALSE(read_finger_picture(other)) << other;
    for (const auto& [from, to] : {std::pair{"#2c6247", "red\" onload=\"alert(1)"}, {"<path fill", "<image href=\"https://elders.example/\"/><path fill"}, {"M1 2", "M1 02"}, {"Q3 4 4 5", "Q3 4 4 6"}, {"M1", "M101"}}) {
        std::string changed = svg;
        changed.replace(changed.find(from), std::string_view{from}.size(), to);
        EXPECT_FALSE(read_finger_picture(changed)) << changed;
    }
}

TEST(FingerDrawings, HoldWhateverBytesComeIn) {
    EXPECT_TRUE(rc::check("any text is a drawing of numbers or none", [](const std::vector<std::uint8_t>& bytes) {
        const std::string tail{bytes.begin(), bytes.end()};
        for (const std::string& text : {tail, "640 480\n" + tail, "640 480\ninkt 4 " + tail})
            if (const auto drawing = read_finger_drawing(text)) RC_ASSERT(finger_picture(*drawing).find_first_not_of("<>=\"/#:. -\nabcdefghijklmnopqrstuvwxyzBEGHLMQSVWXZ0123456789+") == std::string::npos);
    }));
}

}  // namespace
}  // namespace loopbaankaart::pen
