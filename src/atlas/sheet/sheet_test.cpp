// What must hold for every sheet: ours as it is, and what anybody may have written.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>

#include "../chart/chart.hpp"
#include "../places/places.hpp"
#include "draw_sheet.hpp"
#include "smooth.hpp"
#include "standing.hpp"

namespace loopbaankaart::atlas {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Ours {
    std::vector<ContentMistake> mistakes;
    Drawings drawings = our_drawings(mistakes);
    std::optional<Sheet> sheet = read_sheet(our_sheet(), drawings, mistakes);
};
const Ours& ours() {
    static const Ours all;
    return all;
}

std::vector<std::string> codes_of(std::string_view text) {
    std::vector<ContentMistake> mistakes;
    EXPECT_FALSE(read_sheet({"map/sheet.toml", "sheet.toml", std::string{text}, Author::school}, ours().drawings, mistakes));
    std::vector<std::string> codes;
    for (const ContentMistake& mistake : mistakes) codes.push_back(fmt::format("{}:{}", mistake.line, mistake.code));
    return codes;
}

TEST(OurSheet, HasNoMistakes) {
    for (const ContentMistake& mistake : ours().mistakes) ADD_FAILURE() << mistake.file << ":" << mistake.line << " " << mistake.message;
    EXPECT_TRUE(ours().sheet);
}

// The valley is the land around the Stad, the mountains stand by themselves, and two places lie inside another.
TEST(OurSheet, HasEveryPlaceOfTheMap) {
    const std::shared_ptr<const Atlas> atlas = load_atlas().atlas;
    for (const Place& place : atlas->places) {
        if (place.what != What::place || place.id == "vallei" || place.id == "bergen" || place.id == "huis") continue;
        const auto stands = [&](const Standing& one) { return one.landmark == place.id; };
        EXPECT_EQ(std::ranges::count_if(ours().sheet->landmarks, stands), 1) << place.id;
    }
}

TEST(OurSheet, StandsOnLand) {
    for (const Standing& one : ours().sheet->landmarks) {
        const pen::Point behind{one.at.x, room_of(one).top + (one.at.y - room_of(one).top) * 0.4};
        EXPECT_TRUE(on_land(*ours().sheet, one.landmark == "haven" ? behind : one.at)) << one.landmark;  // a harbour's foot is in the water
    }
    for (const Mountain& one : ours().sheet->mountains) EXPECT_TRUE(on_land(*ours().sheet, one.at)) << one.at.x << " " << one.at.y;
    for (const Standing& one : ours().sheet->adrift) EXPECT_FALSE(on_land(*ours().sheet, one.at)) << one.landmark;
    for (const Field& one : ours().sheet->fields)
        for (const pen::Point& corner : one.corners) EXPECT_TRUE(on_land(*ours().sheet, corner)) << corner.x << " " << corner.y;
}

// Their boxes may touch at the corners, where drawings are empty; their middles may not.
TEST(OurSheet, KeepsItsLandmarksApart) {
    const auto core = [](const Standing& one) {
        const Room room = room_of(one);
        const double in = (room.right - room.left) * 0.12, down = (room.low - room.top) * 0.3;
        return Room{room.left + in, room.top + down, room.right - in, room.low - 4};
    };
    const std::vector<Standing>& all = ours().sheet->landmarks;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            if (stands_in(all[i], all[j])) continue;
            const Room one = core(all[i]), other = core(all[j]);
            const bool apart = one.right < other.left || other.right < one.left || one.low < other.top || other.low < one.top;
            EXPECT_TRUE(apart) << all[i].landmark << " and " << all[j].landmark;
        }
}

TEST(OurSheet, HasTheHouseOfTheMentorInTheTown) {
    const auto named = [](std::string_view landmark) { return *std::ranges::find(ours().sheet->landmarks, landmark, &Standing::landmark); };
    EXPECT_TRUE(stands_in(named("huis"), named("stad")));
    EXPECT_FALSE(stands_in(named("molen"), named("stad")));  // behind it
    EXPECT_FALSE(stands_in(named("stad"), named("huis")));
    const std::string drawn = draw_sheet(*ours().sheet, ours().drawings, pen::Light::day, {});
    EXPECT_LT(drawn.find("<g id=\"stad\""), drawn.find("<g id=\"huis\""));
    EXPECT_LT(drawn.find("<g id=\"molen\""), drawn.find("<g id=\"stad\""));
}

TEST(OurSheet, LetsNothingGrowOnLandmarksWaterOrBarePaper) {
    const Sheet& sheet = *ours().sheet;
    const std::vector<Grown> grown = grow(sheet, {});
    EXPECT_GT(grown.size(), 200U);
    for (const Grown& one : grown) {
        EXPECT_TRUE(on_land(sheet, one.at)) << one.part;
        EXPECT_FALSE(within(sheet.unknown, one.at)) << one.part;
        for (const Standing& standing : sheet.landmarks) {
            const Room room = room_of(standing);
            EXPECT_FALSE(one.at.x > room.left && one.at.x < room.right && one.at.y > room.top && one.at.y < room.low) << one.part << " in " << standing.landmark;
        }
    }
}

namespace {

int count(const std::string& what, const std::string& drawn) {
    int found = 0;
    for (std::size_t at = drawn.find(what); at != std::string::npos; at = drawn.find(what, at + 1)) ++found;
    return found;
}

void expect_references_within(const std::string& drawn) {
    for (const std::string_view before : {"href=\"#", "url(#"})
        for (std::size_t at = drawn.find(before); at != std::string::npos; at = drawn.find(before, at + 1)) {
            const std::size_t from = at + before.size();
            EXPECT_EQ(count(fmt::format(" id=\"{}\"", drawn.substr(from, drawn.find_first_of("\")", from) - from)), drawn), 1);
        }
}

}  // namespace

TEST(DrawnSheets, AreTheSameBytesForTheSameSheet) {
    for (const pen::Light light : {pen::Light::day, pen::Light::night, pen::Light::print}) {
        const std::string drawn = draw_sheet(*ours().sheet, ours().drawings, light, {});
        EXPECT_EQ(drawn, draw_sheet(*ours().sheet, ours().drawings, light, {}));
        EXPECT_EQ(drawn.find("href=\"http"), std::string::npos);
        EXPECT_EQ(drawn.find("<script"), std::string::npos);
    }
}

TEST(DrawnSheets, LeaveThePaperWhiteWhenPrinted) {
    const std::string drawn = draw_sheet(*ours().sheet, ours().drawings, pen::Light::print, {});
    EXPECT_EQ(drawn.find("<image"), std::string::npos);
    for (const std::string_view ground : {"margin", "land", "shallow", "open-sea", "far-sea"}) EXPECT_EQ(pen::colour(ours().drawings.palette, ground, pen::Light::print), "#FFFFFF") << ground;
}

// With `opacity` every painter makes a layer as large as the sheet: a picture of an A3 took eight times as long.
TEST(DrawnSheets, NeedNoLayersOfTheirOwn) { EXPECT_EQ(draw_sheet(*ours().sheet, ours().drawings, pen::Light::night, {}).find(" opacity="), std::string::npos); }

// What stands in several places is drawn in one and referred to from the others.
TEST(DrawnSheets, NameNothingTwiceAndReferToWhatIsThere) {
    const std::string drawn = draw_sheet(*ours().sheet, ours().drawings, pen::Light::night, {});
    for (const Standing& one : ours().sheet->landmarks) EXPECT_EQ(count(fmt::format(" id=\"{}\"", one.landmark), drawn), 1) << one.landmark;
    expect_references_within(drawn);
}

TEST(DrawnSheets, AreSmallEnoughForATelephone) {
    const std::shared_ptr<const Atlas> atlas = load_atlas().atlas;
    for (const pen::Light light : {pen::Light::day, pen::Light::night}) {
        std::size_t bytes = 0;
        for (std::size_t at = 0; at < sheet_layers; ++at) bytes += atlas->chart->draw(light, Chart::layer(at))->brotli.size();
        EXPECT_LT(bytes, 190U * 1024);
    }
}

TEST(LayersOfTheSheet, HoldAllThatStandsOnItEachOnItsOwn) {
    const std::vector<std::string> layers = draw_sheet_in_layers(*ours().sheet, ours().drawings, pen::Light::day, {});
    ASSERT_EQ(layers.size(), sheet_layers);
    for (const std::string& layer : layers) expect_references_within(layer);
    const auto times = [&](const std::string& what) {
        int found = 0;
        for (const std::string& layer : layers) found += count(what, layer);
        return found;
    };
    for (const Standing& one : ours().sheet->landmarks) EXPECT_GE(times(fmt::format(" id=\"{}\"", one.landmark)), 1) << one.landmark;
    const std::string whole = draw_sheet(*ours().sheet, ours().drawings, pen::Light::day, {});
    EXPECT_EQ(times("href=\"#g-"), count("href=\"#g-", whole)) << "what grows";
    for (const std::string_view once : {"url(#grain)", "url(#sea)", "url(#corners)"}) EXPECT_EQ(times(std::string{once}), 1) << once;
}

TEST(LayersOfTheSheet, AreAboutAsHeavyAsOneAnother) {
    const std::vector<std::string> layers = draw_sheet_in_layers(*ours().sheet, ours().drawings, pen::Light::day, {});
    std::size_t all = 0, heaviest = 0;
    for (std::size_t at = 1; at < layers.size(); ++at) {
        all += layers[at].size();
        heaviest = std::max(heaviest, layers[at].size());
        EXPECT_GT(layers[at].size(), 4000U) << at;
    }
    EXPECT_LT(heaviest, 5 * all / (2 * layers.size()));
}

TEST(DrawnSheets, LetTheGroundOfALandmarkThinOut) {
    const std::string drawn = draw_sheet(*ours().sheet, ours().drawings, pen::Light::day, {});
    for (std::size_t at = drawn.find(" pale\""); at != std::string::npos; at = drawn.find(" pale\"", at + 1)) {
        const std::size_t from = drawn.rfind('"', at) + 1;
        const std::string colour = drawn.substr(from, at - from);
        EXPECT_NE(drawn.find(fmt::format(".{0}.pale{{fill:url(#ground-{0})}}", colour)), std::string::npos) << colour;
    }
}

TEST(DrawnSheets, NameEveryColourTheyUse) {
    const std::string drawn = draw_sheet(*ours().sheet, ours().drawings, pen::Light::day, {});
    for (const auto& [name, colours] : ours().drawings.palette)
        EXPECT_LE(drawn.find(fmt::format(".{}{{color:", name)), drawn.find(fmt::format("class=\"{}\"", name))) << name;
}

TEST(DrawnSheets, PointFromANameToWhatItNames) {
    Sheet sheet = *ours().sheet;
    ASSERT_FALSE(sheet.pointers.empty());
    const std::string with = draw_sheet(sheet, ours().drawings, pen::Light::day, {});
    sheet.pointers.clear();
    EXPECT_NE(with, draw_sheet(sheet, ours().drawings, pen::Light::day, {}));
}

TEST(Smoothing, PassesThroughItsPoints) {
    EXPECT_TRUE(rc::check("every point is on the line", [] {
        const auto numbers = *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 900));
        Outline through;
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) through.push_back({static_cast<double>(numbers[i]), static_cast<double>(numbers[i + 1])});
        const Outline line = smooth(through, Run::around, 7);
        for (const pen::Point& point : through)
            RC_ASSERT(std::ranges::any_of(line, [&](const pen::Point& at) { return pen::distance(at, point) < 1e-6; }));
    }));
}

TEST(MistakenSheets, AreRefusedByLine) {
    EXPECT_THAT(codes_of("[[landmark]]\nid = \"wensboom\"\nat = [500]\n"), ElementsAre("3:not-point"));
    EXPECT_THAT(codes_of("[[landmark]]\nid = \"wensboom\"\n"), ElementsAre("1:not-point"));
    EXPECT_THAT(codes_of("[[landmark]]\nid = \"draak\"\nat = [500, 700]\n"), ElementsAre("2:unknown-landmark"));
    EXPECT_THAT(codes_of("[[landmark]]\nid = \"wensboom\"\nat = [500, 7000]\n"), ElementsAre("3:not-point"));
    EXPECT_THAT(codes_of("[[landmark]]\nid = \"wensboom\"\nat = [500, 700]\nwidth = 9000\n"), ElementsAre("4:not-number"));
    EXPECT_THAT(codes_of("[[landmark]]\nid = \"wensboom\"\nat = [500, 700]\nbreed = 90\n"), ElementsAre("4:unknown-key"));
    EXPECT_THAT(codes_of("[[patch]]\nat = [1, 1]\nsize = [9, 9]\ncolour = \"zalm\"\n"), ElementsAre("4:unknown-colour"));
    EXPECT_THAT(codes_of("[[growth]]\npart = \"draak\"\nat = [1, 1]\nsize = [9, 9]\n"), ElementsAre("2:unknown-part"));
    EXPECT_THAT(codes_of("[[growth]]\npart = \"pine\"\nat = [1, 1]\nsize = [9, 9]\ncount = 10000\n"), ElementsAre("5:not-number"));
    EXPECT_THAT(codes_of("[[land]]\npoints = [[1, 1]]\n"), ElementsAre("2:not-list"));
    EXPECT_THAT(codes_of("[[pointer]]\nfrom = [500, 700]\nto = [500]\n"), ElementsAre("3:not-point"));
    EXPECT_THAT(codes_of("[[pointer]]\nfrom = [500, 700]\nto = [500, 720]\nvia = [1, 1]\n"), ElementsAre("4:unknown-key"));
    EXPECT_THAT(codes_of("caf\xe9 = 1\n"), ElementsAre("1:not-utf8"));
    EXPECT_THAT(codes_of("zee = true\n"), ElementsAre("1:unknown-key"));
}

}  // namespace
}  // namespace loopbaankaart::atlas
