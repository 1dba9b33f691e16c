// A LOB-cv on one page: all of it, or a word about what is too long.
#include <gmock/gmock.h>

#include "trial_booklets.hpp"
#include "trial_pdf.hpp"

namespace loopbaankaart::media {

namespace {

using testing::Contains;
using testing::Not;
using workshop::Cv;

Cv of_noor() {
    Cv cv{.title = "LOB-cv", .name = "Noor Bakker", .photo = 0, .about = {"Wie ik ben", "Ik ben zeventien.", {}}};
    cv.pictures = {photo(300, 400), photo()};
    cv.parts = {{"Ontdek je talent", "Ik zie hoe iets werkt.", {{1, "Mijn eerste naad"}, {1, "Brood"}, {std::nullopt, "Een jaar in het magazijn"}}},
                {"Ontdek je passie", "Ik word rustig als iets klopt.", {}},
                {"Ontdek je werkplek", "", {}},
                {"Zelf aan zet", "Ik belde zelf.", {}},
                {"In gesprek met", "", {{1, "Karim leert me lassen"}}}};
    return cv;
}

base::Result<std::string> made_of(const Cv& cv) { return workshop::Workshop{MEDIA_PROGRAM}.cv(cv); }

int red_on(const std::string& pdf) {
    const Pixels seen = page_of(pdf, 1);
    int red = 0;
    for (int y = 0; y < seen.height; ++y)
        for (int x = 0; x < seen.width; ++x) {
            const Colour one = seen.at(x, y);
            red += one[0] > 220 && one[1] < 60 ? 1 : 0;
        }
    return red;
}

TEST(Cv, stands_on_one_page_with_all_that_is_in_it) {
    const auto pdf = made_of(of_noor());
    ASSERT_TRUE(pdf) << pdf.error().code();
    EXPECT_EQ(told_of(*pdf, "Pages"), "1");
    EXPECT_THAT(told_of(*pdf, "Page size"), testing::HasSubstr("A4"));
    EXPECT_EQ(told_of(*pdf, "Title"), "LOB-cv – Noor Bakker");
    EXPECT_EQ(photos_in(*pdf), 4);
    const std::string told = read_aloud(*pdf);
    std::size_t place = 0;
    for (const char* words : {"Noor", "Wie ik ben", "Ik ben zeventien.", "Ontdek je talent", "Ik zie hoe iets werkt.", "Mijn eerste naad", "Brood", "Ontdek je passie", "Zelf aan zet", "In gesprek met", "Karim leert me"}) {
        EXPECT_NE(told.find(words, place), std::string::npos) << words << " in\n" << told;
        place = std::min(told.find(words, place), told.size());
    }
    EXPECT_THAT(words_of(*pdf), Contains("magazijn"));
    EXPECT_EQ(*made_of(of_noor()), *pdf) << "the same to the byte";
}

TEST(Cv, has_a_sign_before_a_heading_and_says_nothing_of_it) {
    Cv cv = of_noor();
    const auto without = made_of(cv);
    cv.pictures.push_back(picture("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path fill=\"#ff0000\" d=\"M0 0h24v24H0z\"/></svg>", "Een ster"));
    for (Cv::Part& part : cv.parts) part.sign = 2;
    const auto pdf = made_of(cv);
    ASSERT_TRUE(without && pdf);
    EXPECT_EQ(words_of(*pdf), words_of(*without));
    EXPECT_THAT(structure_of(*pdf), Not(testing::HasSubstr("Een ster")));
    EXPECT_EQ(photos_in(*pdf), photos_in(*without));
    EXPECT_GT(red_on(*pdf), red_on(*without) + 4 * 100) << "four headings stand there, each with its sign";
}

TEST(Cv, leaves_out_what_is_empty) {
    EXPECT_THAT(words_of(*made_of(of_noor())), Not(Contains("werkplek")));
    const auto pdf = made_of(Cv{.name = "Noor"});
    ASSERT_TRUE(pdf);
    EXPECT_THAT(words_of(*pdf), testing::ElementsAre("Noor"));
}

TEST(Cv, makes_pictures_smaller_before_it_is_too_full) {
    Cv cv = of_noor();
    int most = 0;
    for (int words = 10; words < 400; words += 30) {
        for (Cv::Part& part : cv.parts) part = {part.heading, numbered("w", words), {{1, "een"}, {1, "twee"}, {1, "drie"}, {1, "vier"}}};
        const auto pdf = made_of(cv);
        if (!pdf) continue;
        most = words;
        EXPECT_EQ(told_of(*pdf, "Pages"), "1");
        EXPECT_EQ(photos_in(*pdf), 21);
        EXPECT_THAT(words_of(*pdf), testing::IsSupersetOf({std::string{"w0"}, "w" + std::to_string(words - 1), std::string{"vier"}}));
    }
    EXPECT_GT(most, 30);
    EXPECT_LT(most, 370);
}

TEST(Cv, that_does_not_fit_says_which_part_is_longest) {
    Cv cv = of_noor();
    cv.parts[3].words = numbered("lang", 900);
    auto pdf = made_of(cv);
    ASSERT_FALSE(pdf);
    EXPECT_EQ(pdf.error().code(), "workshop.page_too_full");
    EXPECT_EQ(pdf.error().about, "Zelf aan zet");
    cv = of_noor();
    cv.about.words = numbered("lang", 300);
    pdf = made_of(cv);
    ASSERT_FALSE(pdf);
    EXPECT_EQ(pdf.error().code(), "workshop.page_too_full");
    EXPECT_EQ(pdf.error().about, "Wie ik ben");
}

TEST(Cv, with_a_picture_that_cannot_be_read_says_which) {
    Cv cv = of_noor();
    cv.pictures[1] = picture("no picture");
    const auto pdf = made_of(cv);
    ASSERT_FALSE(pdf);
    EXPECT_EQ(pdf.error().code(), "workshop.booklet_picture");
    EXPECT_EQ(pdf.error().about, "1");
}

}  // namespace

}  // namespace loopbaankaart::media
