// The words on the scroll fit it, and everything written on a poster can be read from a few steps away.
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <numeric>

#include "title.hpp"

namespace loopbaankaart::atlas {
namespace {

constexpr double points_on_a1 = 841.0 / sheet_height / 25.4 * 72;  // of one unit: the sheet is as high as the paper

std::string name_of(const std::vector<std::uint8_t>& lengths) {
    std::string name;
    for (std::size_t i = 0; i < std::min<std::size_t>(lengths.size(), 6); ++i) name += (name.empty() ? "" : " ") + std::string(1 + lengths[i] % 12, 'e');
    return name;
}

TEST(Posters, AreReadableFromTwentyFourPoints) {
    EXPECT_GE(smallest_letters * points_on_a1, 24);
    EXPECT_TRUE(rc::check("any school of words of at most twelve letters", [](const std::vector<std::uint8_t>& lengths) {
        const std::string school = name_of(lengths);
        for (const TitleLine& one : title_lines({"Kaart van de", "Loopbaanrealisatie", school})) RC_ASSERT(one.style.size * points_on_a1 >= 24);
    }));
}

TEST(Titles, StayOnTheScroll) {
    EXPECT_TRUE(rc::check("whatever they are", [](const std::vector<std::uint8_t>& above, const std::vector<std::uint8_t>& below) {
        const std::vector<TitleLine> lines = title_lines({name_of(above), "Loopbaanrealisatie", name_of(below) + std::string(*rc::gen::inRange(0, 80), 'm')});
        for (const TitleLine& one : lines) {
            RC_ASSERT(fraunces().width(one.words, one.style) <= title_width + 0.01);
            RC_ASSERT(one.y > title_middle.y - title_height * 0.75);
            RC_ASSERT(one.y < title_middle.y + title_height * 0.75);
        }
        RC_ASSERT(std::ranges::is_sorted(lines, {}, &TitleLine::y));
    }));
}

TEST(Titles, LeaveOutWhatIsEmpty) {
    EXPECT_THAT(title_lines({"", "Kaart", ""}), ::testing::SizeIs(1));
    EXPECT_THAT(title_lines({}), ::testing::IsEmpty());
}

}  // namespace
}  // namespace loopbaankaart::atlas
