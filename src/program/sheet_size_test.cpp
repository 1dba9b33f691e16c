#include "sheet_size.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace loopbaankaart::program {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string code_of(std::string_view file, std::string_view size) {
    const auto job = drawing_job(file, size);
    return job ? "" : std::string{job.error().code()};
}

TEST(SheetSizes, FollowFromTheEndingOfTheFile) {
    EXPECT_THAT(*drawing_job("kaart.svg", ""), IsEmpty());
    EXPECT_THAT(*drawing_job("kaart.pdf", ""), ElementsAre("page", "297", "420"));
    EXPECT_THAT(*drawing_job("Kaart.PDF", "a1"), ElementsAre("page", "594", "841"));
    EXPECT_THAT(*drawing_job("een.svg/kaart.png", ""), ElementsAre("pixels", "1400", "1980", "96"));
    EXPECT_THAT(*drawing_job("kaart.png", "a3"), ElementsAre("pixels", "1754", "2480", "150"));
}

TEST(SheetSizes, AreRefusedWhereTheyDoNotFit) {
    EXPECT_EQ(code_of("kaart.pdf", "screen"), "program.size_is_no_paper");
    for (const std::string_view file : {"", "kaart", "kaart.", ".pdf", "pdf", "kaart.pdf.zip", "kaart.pdf/kaart"}) EXPECT_EQ(code_of(file, "a3"), "program.ending_unknown") << file;
}

TEST(SheetSizes, AreNeverGuessedFromAnotherEnding) {
    EXPECT_TRUE(rc::check("any other name is refused", [] {
        const auto name = *rc::gen::string<std::string>();
        const auto ends = [&](std::string_view ending) { return name.ends_with(ending); };
        if (!ends("f") && !ends("g") && !ends("F") && !ends("G")) RC_ASSERT(code_of(name, "") == "program.ending_unknown");
    }));
}

}  // namespace
}  // namespace loopbaankaart::program
