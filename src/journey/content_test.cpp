#include "content.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <web/web.hpp>

#include "content_lint.hpp"

namespace loopbaankaart::journey {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> codes_of(const std::vector<ContentFault>& faults) {
    std::vector<std::string> codes;
    for (const ContentFault& fault : faults) codes.push_back(fault.code);
    return codes;
}

TEST(Content, HasNothingWrong) {
    std::string wrong;
    for (const ContentFault& fault : lint_content(our_content_files())) wrong += fmt::format("{}: {}\n", fault.code, fault.about);
    EXPECT_EQ(wrong, "");
}

TEST(Content, IsFoundByItsId) {
    EXPECT_EQ(find(content().papers, "schrift")->pattern, Pattern::lines);
    EXPECT_EQ(find(content().colours, "zee")->names.in(base::Language::en), "Sea");
    EXPECT_EQ(find(content().drawings, "vlot")->spots.size(), 24u);
    EXPECT_EQ(find(content().stamps, "van-vroeger"), nullptr);
}

// Whoever kept something with an id of ours keeps it for good.
TEST(Content, KeepsItsIds) {
    std::string ids;
    for (const Paper& one : content().papers) ids += one.id + " ";
    for (const OwnColour& one : content().colours) ids += one.id + " ";
    for (const StampDrawing& one : content().stamps) ids += one.id + " ";
    for (const TalentDrawing& one : content().drawings) ids += one.id + " ";
    EXPECT_EQ(ids, "reispapier schrift ruitjes pakpapier nachtpapier "
                   "inkt baksteen kers abrikoos oker mos bos zee lucht heide roos aarde "
                   "ring postzegel kaartje schild zeshoek touw krans zon tandwiel golf poort kompas "
                   "boom huis vlot ");
}

TEST(Content, WritesOwnColoursDarkOnLightPaperAndLightOnDark) {
    const OwnColour& sea = *find(content().colours, "zee");
    EXPECT_EQ(colour_on(sea, find(content().papers, "schrift")->day), sea.on_light);
    EXPECT_EQ(colour_on(sea, find(content().papers, "schrift")->night), sea.on_dark);
    EXPECT_EQ(colour_on(sea, find(content().papers, "nachtpapier")->day), sea.on_dark);
}

TEST(Content, MeasuresContrastAsTheStandardDoes) {
    EXPECT_NEAR(contrast("#000000", "#FFFFFF"), 21, 1e-9);
    EXPECT_NEAR(contrast("#777777", "#ffffff"), 4.478, 0.001);
    EXPECT_NEAR(contrast("#123456", "#123456"), 1, 1e-9);
}

// A page has no style of its own to give it, and a file gives it one colour.
TEST(Content, PrintsStampsInTheColourAroundThem) {
    for (const StampDrawing& stamp : content().stamps) {
        EXPECT_THAT(stamp.svg, HasSubstr("currentColor")) << stamp.id;
        for (std::string_view never : {"class=", "<style", "#", "url("}) EXPECT_THAT(stamp.svg, Not(HasSubstr(never))) << stamp.id;
    }
}

TEST(Content, DrawsTheTalentsAsThePagesShowThem) {
    for (const TalentDrawing& drawing : content().drawings) {
        const std::string asset = "competence_drawings/" + drawing.id;
        EXPECT_EQ(picture(drawing, pen::Light::day), web::asset(asset + ".svg").plain);
        EXPECT_EQ(picture(drawing, pen::Light::night), web::asset(asset + "-nacht.svg").plain);
        EXPECT_THAT(picture(drawing, pen::Light::print), Not(HasSubstr("#26252E")));
    }
}

std::string by_light(std::string_view name, std::string_view day, std::string_view night) {
    return day == night ? fmt::format("--{}:{}", name, day) : fmt::format("--{}:light-dark({},{})", name, day, night);
}

TEST(Content, HasItsColoursInTheSheetOfThePages) {
    const std::string_view sheet = web::asset("css/journey/paper.css").plain;
    for (const Paper& paper : content().papers) {
        const std::size_t start = sheet.find(fmt::format(".paper-{}{{--", paper.id));
        ASSERT_NE(start, std::string_view::npos) << paper.id;
        const std::string rule{sheet.substr(start, sheet.find('}', start) - start)};
        EXPECT_THAT(rule, HasSubstr(by_light("paper", paper.day.paper, paper.night.paper)));
        EXPECT_THAT(rule, HasSubstr(by_light("ink", paper.day.ink, paper.night.ink)));
        EXPECT_THAT(rule, HasSubstr(by_light("line", paper.day.line, paper.night.line)));
        EXPECT_THAT(rule, HasSubstr(by_light("tape", paper.day.tape, paper.night.tape)));
        for (const OwnColour& own : content().colours)
            EXPECT_THAT(rule, HasSubstr(by_light("own-" + own.id, colour_on(own, paper.day), colour_on(own, paper.night)))) << paper.id;
    }
    for (const OwnColour& own : content().colours) EXPECT_NE(sheet.find(fmt::format(".own-{0}{{color:var(--own-{0})}}", own.id)), std::string_view::npos) << own.id;
}

// The three stand in one frame, so that what hangs in one keeps its place in another.
TEST(Content, GivesTheTalentsOneFrame) {
    for (const TalentDrawing& drawing : content().drawings) EXPECT_EQ((*drawing.source)["viewBox"], "0 0 360 450") << drawing.id;
}

struct Change {
    std::string_view name, file, from, to, code;
};

const std::vector<Change> changes{
    {"BrokenToml", "paper/papers.toml", "[[paper]]", "[[paper", "toml-broken"},
    {"PaperLess", "paper/papers.toml", "[[paper]]", "[[spare]]", "count"},
    {"NoEnglish", "paper/papers.toml", "en = \"Exercise book\"", "", "name-missing"},
    {"NoDutch", "stamps/stamps.toml", "nl = \"Zon\"", "", "name-missing"},
    {"TwoOfOneId", "paper/papers.toml", "id = \"zee\"", "id = \"bos\"", "twice"},
    {"IdWithASpace", "paper/papers.toml", "id = \"schrift\"", "id = \"een schrift\"", "bad-id"},
    {"ColourInWords", "paper/papers.toml", "#0E4C5C", "zeeblauw", "not-a-colour"},
    {"PaperInWords", "paper/papers.toml", "paper = \"#FDFCF4\"", "paper = \"wit\"", "not-a-colour"},
    {"PaleInk", "paper/papers.toml", "ink = \"#24304A\"", "ink = \"#A0A8B8\"", "contrast"},
    {"PaleOwnColour", "paper/papers.toml", "on_light = \"#0E4C5C\"", "on_light = \"#8CD0DF\"", "contrast"},
    {"DarkOwnColour", "paper/papers.toml", "on_dark = \"#8CD0DF\"", "on_dark = \"#0E4C5C\"", "contrast"},
    {"HeavyLines", "paper/papers.toml", "line = \"#A9C7DA\"", "line = \"#24304A\"", "contrast"},
    {"TapeOfPaper", "paper/papers.toml", "tape = \"#9CC9C4\"", "tape = \"#FDFCF4\"", "contrast"},
    {"PatternUnknown", "paper/papers.toml", "\"squares\"", "\"ruitjes\"", "unknown-pattern"},
    {"WindowOutside", "stamps/stamps.toml", "window = [267, ", "window = [767, ", "window-outside"},
    {"NoWindow", "stamps/stamps.toml", "window = ", "spare = ", "window-outside"},
    {"StampWithoutDrawing", "stamps/stamps.toml", "id = \"zon\"", "id = \"maan\"", "drawing-missing"},
    {"DrawingWithoutStamp", "stamps/stamps.toml", "id = \"zon\"", "id = \"maan\"", "drawing-unknown"},
    {"StampInColour", "stamps/zon.svg", "class=\"wash\"", "class=\"wash brick\"", "stamp-role"},
    {"StampWithText", "stamps/zon.svg", "</svg>", "<text>Zon</text></svg>", "text-in-drawing"},
    {"StampWithScript", "stamps/zon.svg", "</svg>", "<script/></svg>", "pen.source_refused_tag"},
    {"DrawingWithText", "competence_drawings/huis.svg", "</svg>", "<g><text>Thuis</text></g></svg>", "text-in-drawing"},
    {"SpotLess", "competence_drawings/drawings.toml", "{ id = \"schommel\", nl = \"op de schommel\", en = \"on the swing\", x = 781, y = 751 },", "", "count"},
    {"SpotWithoutEnglish", "competence_drawings/drawings.toml", "en = \"on the swing\"", "en = \"\"", "name-missing"},
    {"SpotOutside", "competence_drawings/drawings.toml", "x = 781, y = 751", "x = 981, y = 751", "spot-outside"},
    {"SpotNowhere", "competence_drawings/drawings.toml", "x = 781, y = 751", "y = 751", "spot-outside"},
    {"SpotOnASpot", "competence_drawings/drawings.toml", "x = 781, y = 751", "x = 900, y = 716", "spots-close"},
    {"SpotOnTheHeart", "competence_drawings/drawings.toml", "x = 781, y = 751", "x = 520, y = 724", "on-the-heart"},
    {"SpotTwice", "competence_drawings/drawings.toml", "id = \"schommel\"", "id = \"ladder\"", "twice"},
    {"NoHeart", "competence_drawings/drawings.toml", "heart = ", "spare = ", "heart-missing"},
};

class ContentChanged : public ::testing::TestWithParam<Change> {};

TEST_P(ContentChanged, IsNamedByTheLint) {
    const Change& change = GetParam();
    ContentFiles files = our_content_files();
    std::string& text = files.at(std::string{change.file});
    const std::size_t at = text.find(change.from);
    ASSERT_NE(at, std::string::npos);
    text.replace(at, change.from.size(), change.to);
    EXPECT_THAT(codes_of(lint_content(files)), Contains(change.code));
}

INSTANTIATE_TEST_SUITE_P(Of, ContentChanged, ::testing::ValuesIn(changes), [](const auto& given) { return std::string{given.param.name}; });

TEST(Content, ThatIsNotThereIsNamedToo) {
    EXPECT_THAT(codes_of(lint_content({})), Contains("count"));
}

}  // namespace
}  // namespace loopbaankaart::journey
