// Words in drawings are set in the letters of the house, also on a machine that does not have them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <stdexcept>

#include "trial_inputs.hpp"

namespace loopbaankaart::media {
namespace {

// As PNG.
std::string drawn(std::string_view family, int weight, std::string_view words = "Horeca łódź 1475") {
    const MemoryFile svg{fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" width="300" height="60" font-family="{}" font-size="24"><text x="10" y="40" font-weight="{}">{}</text></svg>)", family, weight, words)};
    std::FILE* output = ::popen(fmt::format("{} pixels 300 60 72 < {}", MEDIA_PROGRAM, svg.path()).c_str(), "r");
    if (output == nullptr) throw std::runtime_error{"no process"};
    std::string all;
    std::array<char, 4096> part{};
    for (std::size_t length = 0; (length = std::fread(part.data(), 1, part.size(), output)) > 0;) all.append(part.data(), length);
    if (::pclose(output) != 0) throw std::runtime_error{"not drawn"};
    return all;
}

TEST(LettersInDrawings, are_those_of_the_house) {
    const std::string unknown = drawn("Een letter die niemand heeft", 400);
    for (const char* ours : {"Atkinson Hyperlegible Next", "Fraunces"}) {
        EXPECT_NE(drawn(ours, 400), unknown) << ours;
        EXPECT_EQ(drawn(ours, 400), drawn(ours, 400)) << "the same, every time";
    }
    EXPECT_NE(drawn("Atkinson Hyperlegible Next", 400), drawn("Fraunces", 400));
}

TEST(LettersInDrawings, are_bold_where_the_drawing_says_so) {
    for (const char* ours : {"Atkinson Hyperlegible Next", "Fraunces"}) EXPECT_NE(drawn(ours, 700), drawn(ours, 400)) << ours;
}

TEST(LettersInDrawings, of_other_scripts_come_from_the_machine) { EXPECT_NE(drawn("Atkinson Hyperlegible Next", 400, "نور"), drawn("Atkinson Hyperlegible Next", 400, "\xEF\xBF\xBD")); }

}  // namespace
}  // namespace loopbaankaart::media
