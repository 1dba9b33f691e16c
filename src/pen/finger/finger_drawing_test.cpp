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

TEST(FingerDrawings, HoldWhateverBytesComeIn) {
    EXPECT_TRUE(rc::check("any text is a drawing of numbers or none", [](const std::vector<std::uint8_t>& bytes) {
        const std::string tail{bytes.begin(), bytes.end()};
        for (const std::string& text : {tail, "640 480\n" + tail, "640 480\ninkt 4 " + tail})
            if (const auto drawing = read_finger_drawing(text)) RC_ASSERT(finger_picture(*drawing).find_first_not_of("<>=\"/#:. -\nabcdefghijklmnopqrstuvwxyzBEGHLMQSVWXZ0123456789+") == std::string::npos);
    }));
}

}  // namespace
}  // namespace loopbaankaart::pen
