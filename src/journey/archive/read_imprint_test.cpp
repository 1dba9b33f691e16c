// Stamps from elsewhere: those of our own pen are known again, and nothing else is.
#include "read_imprint.hpp"

#include <gtest/gtest.h>

#include "../passport/stamp.hpp"

namespace loopbaankaart::journey {
namespace {

const std::string finger = pen::finger_picture(*pen::read_finger_drawing("100 50\nrood 6 1 2 3 4 5 6\ninkt 4 9 9"));

TEST(ImprintsFromElsewhere, of_our_own_pen_are_known_again) {
    for (const StampDrawing& rim : content().stamps)
        for (const auto& [place, word] : {std::pair{"", ""}, {"De Haven", ""}, {"Bergen", "Ja & <nee>"}, {"", "رحلة"}})
            for (const Holds holds : {Holds::words, Holds::drawing})
                EXPECT_EQ(side_of_imprint(svg_of(imprint_of({.word = word, .rim = rim.id}, place, holds), "#0E4C5C", finger)), stamp_side) << rim.id << " " << word;
}

TEST(ImprintsFromElsewhere, with_anything_else_in_them_are_none) {
    const std::string stamp = svg_of(imprint_of({.word = "Thuis"}, {}, Holds::drawing), "#0E4C5C", finger);
    ASSERT_TRUE(side_of_imprint(stamp));
    ASSERT_TRUE(stamp.ends_with("</svg>"));
    const std::string open = stamp.substr(0, stamp.size() - 6);
    ASSERT_TRUE(side_of_imprint(open + "<text x=\"60\">&lt;script&gt;</text></svg>"));
    for (const std::string& hostile : {std::string{}, std::string{"<svg/>"}, stamp + " ", open, "<!DOCTYPE svg>" + stamp, finger})
        EXPECT_FALSE(side_of_imprint(hostile)) << hostile;
    for (const std::string_view inside : {"<script>alert(1)</script>", "<image href=\"https://elders.example/\"/>", "<use href=\"#a\"/>", "<a><path d=\"M0 0\"/></a>", "<style>*{fill:red}</style>", "<foreignObject/>",
                                          "<animate/>", "<path d=\"M0 0\" onload=\"alert(1)\"/>", "<path fill=\"url(https://elders.example/)\"/>", "<path style=\"fill:red\"/>", "<path d=\"M0 0&#106;\"/>",
                                          "<text>&lt;<script/></text>", "<text>&entity;</text>", "<text>\x01</text>", "<g><g><g><g><g/></g></g></g></g>", "<!-- -->", "<path d=\"M0 0\"/></g>", "<path d='M0 0'/>",
                                          "<path\nd=\"M0 0\"/>", "<path d=\"\"/>", "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>", "letters", "<path"})
        EXPECT_FALSE(side_of_imprint(open + std::string{inside} + "</svg>")) << inside;
}

}  // namespace
}  // namespace loopbaankaart::journey
