// What must hold for every drawing, whoever made it.
#include "pen.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <cmath>

namespace loopbaankaart::pen {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

const Palette palette = parse_palette(".brick { color: #D2694A; }\n.lit { color: #FFD768; }\n");

std::string in_svg(std::string_view inside) { return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 180\">{}</svg>", inside); }

std::vector<std::string> codes(const std::vector<DrawingMistake>& mistakes) {
    std::vector<std::string> found;
    for (const DrawingMistake& mistake : mistakes) found.emplace_back(mistake.word->id);
    return found;
}

// What a source with these elements gives, and what was wrong with it.
struct Probe {
    explicit Probe(std::string_view inside, std::string_view parts_inside = "", const Matrix& place = {}) {
        const auto source = read_source(in_svg(inside), mistakes);
        const auto parts = read_source(in_svg(parts_inside), mistakes);
        if (source && parts) drawn = Drawing{"probe", parts_of(*parts), palette}.draw(*source, mistakes, place);
    }
    Drawn drawn;
    std::vector<DrawingMistake> mistakes;
};

std::vector<Ring> rings_of(std::string_view data) { return flatten(*parse_path(data)); }
Point end_of(std::string_view data) { return parse_path(data)->back().cubics.back().to; }

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

TEST(Drawings, AreTheSameForTheSameSource) {
    constexpr std::string_view house =
        R"(<path class="wash brick great" d="M20 160V90L60 50L100 90V160Z"/><ellipse class="wash brick leafy ink round" cx="160" cy="90" rx="40" ry="30"/>)";
    EXPECT_EQ(Probe{house}.drawn.body, Probe{house}.drawn.body);
    EXPECT_THAT(Probe{house}.mistakes, SizeIs(0));
}

TEST(Drawings, AsAnImprintAreOfOneColourAndNeedNoStyleSheet) {
    std::vector<DrawingMistake> mistakes;
    const auto source = read_source(R"(<svg viewBox="0 0 120 120"><path class="wash" d="M20 20H40V40Z"/><circle class="great" cx="60" cy="60" r="50"/><path class="fine" d="M5 5L9 9"/></svg>)", mistakes);
    const std::string stamp = imprint("probe", source.value(), mistakes);
    EXPECT_THAT(mistakes, SizeIs(0));
    EXPECT_THAT(stamp, HasSubstr("viewBox=\"0 0 120 120\""));
    EXPECT_EQ(count(stamp, "<path"), 3u);
    EXPECT_EQ(count(stamp, "stroke=\"currentColor\""), 1u);  // the wash and the swelling line are filled
    for (std::string_view never : {"class", "style", "#"}) EXPECT_EQ(count(stamp, never), 0u) << never;
    EXPECT_TRUE(read_source(stamp, mistakes).has_value());
}

TEST(Wobbling, KeepsSharedCornersJoined) {
    const Ring one = rings_of("M10 10H50V40Z").front(), other = rings_of("M50 40V90H90Z").front();
    const auto corner = std::ranges::find_if(one.points, [](Point point) { return point.x == 50 && point.y == 40; });
    ASSERT_NE(corner, one.points.end());
    EXPECT_EQ(distance(wobble(*corner, 2), wobble(other.points.front(), 2)), 0);
}

TEST(Writing, NeverAddsUpItsRounding) {
    std::vector<Point> points;
    for (int at = 0; at < 400; ++at) points.push_back({at * 0.537, 60 + 40 * std::sin(at / 7.0), at == 0 || at == 399});
    EXPECT_LE(distance(end_of(write(points, Ends::open)), points.back()), 0.08);
}

TEST(Simplifying, KeepsTheLineWithinItsTolerance) {
    EXPECT_TRUE(rc::check("no point lies further off than the tolerance", [] {
        const double slow = *rc::gen::inRange(2, 40), tolerance = *rc::gen::inRange(1, 20) / 10.0;
        std::vector<Point> points;
        for (int at = 0; at < 90; ++at) points.push_back({static_cast<double>(at), 10 * std::sin(at / slow)});
        const std::vector<Point> kept = simplify(points, tolerance);
        for (const Point& point : points) {
            const auto after = std::ranges::find_if(kept, [&](const Point& one) { return one.x >= point.x; });
            const Point q = *after, p = after == kept.begin() ? q : *(after - 1);
            const double on_line = q.x == p.x ? q.y : p.y + (q.y - p.y) * (point.x - p.x) / (q.x - p.x);
            const double slope = q.x == p.x ? 0 : (q.y - p.y) / (q.x - p.x);
            RC_ASSERT(std::abs(on_line - point.y) / std::hypot(1, slope) <= tolerance + 1e-9);
        }
    }));
}

TEST(Crowns, SwellOutwardWhicheverWayTheirRingWasDrawn) {
    Ring ring = rings_of("M-30 0A30 30 0 0 1 30 0A30 30 0 0 1 -30 0Z").front();
    for (int way = 0; way < 2; ++way) {
        double far = 0;
        for (const Point& point : scallop(ring, 8).points) far = std::max(far, std::hypot(point.x, point.y));
        EXPECT_GT(far, 31);
        std::ranges::reverse(ring.points);
    }
}

TEST(Shapes, WithoutAnySizeAreDrawnAsWell) {
    for (const std::string_view shape : {R"(<circle CLASS cx="9" cy="9" r="0"/>)", R"(<rect CLASS width="0" height="0"/>)", R"(<path CLASS d="M9 9A0 0 0 0 1 9 9Z"/>)", R"(<path CLASS d="M9 9"/>)"}) {
        std::string text{shape};
        text.replace(text.find("CLASS"), 5, "class=\"wash brick leafy leaves round hatch great shade cast ground line\"");
        EXPECT_THAT(Probe{text}.mistakes, SizeIs(0)) << text;
        text.replace(text.find("wash"), 4, "part");
        EXPECT_THAT(Probe{text}.mistakes, SizeIs(0)) << text;
    }
}

TEST(Parts, UsedMoreThanOnceAreDrawnOnce) {
    constexpr std::string_view flag = R"(<g id="flag"><path class="wash part" d="M0 0V-9H6V-5H0"/></g>)";
    const std::string use = R"(<use href="parts.svg#flag" class="brick" x="10" y="20"/>)";
    EXPECT_EQ(Probe(use, flag).drawn.stamps, "");
    const Probe twice{use + use, flag};
    EXPECT_EQ(count(twice.drawn.body, "<use"), 2U);
    EXPECT_THAT(twice.drawn.stamps, HasSubstr("id=\"probe-flag\""));
}

TEST(Palettes, AreReadFromTheStyleSheetAndWindowsLightUpAtNight) {
    const Palette read = parse_palette(".brick { color: #D2694A; }\n.wash { fill: red; }\n.sea { color: #CFE3E4; --night: #16202F; --print: #FFFFFF; }\n");
    EXPECT_EQ(read, (Palette{{"brick", {"#D2694A", at_night("brick", "#D2694A"), at_print("brick", "#D2694A")}},
                             {"sea", {"#CFE3E4", "#16202F", "#FFFFFF"}}}));
    EXPECT_EQ(at_night("glass", "#5F7488"), at_night("lit", "#FFD768"));
    EXPECT_NE(at_night("brick", "#D2694A"), "#D2694A");
}

// "line:word", and how many colours are left.
std::string read_with_mistakes(std::string_view style_sheet) {
    std::vector<DrawingMistake> mistakes;
    const Palette read = read_palette(style_sheet, mistakes);
    std::string all = std::to_string(read.size());
    for (const DrawingMistake& one : mistakes) all += fmt::format(" {}:{}", one.line, one.word->id);
    return all;
}

TEST(Palettes, NameEveryLineThatIsNoColour) {
    EXPECT_EQ(read_with_mistakes("/* groen\n .leaf { color: red; } */\n\n.leaf{color:#00FF00}\r\n"), "1");
    EXPECT_EQ(read_with_mistakes(".leaf { color: #00FF00; }\n.leaf { color: #00FF01; }\n"), "1");
    EXPECT_EQ(read_with_mistakes("svg, .dark { color: #26252E; }\n.wash, .cast { fill: red; }\n"), "0");
    for (const std::string_view colour : {"green", "#0F0", "#00FF0G", "#00FF00FF", "rgb(0, 255, 0)", "#</styl"})
        EXPECT_EQ(read_with_mistakes(fmt::format("\n.leaf {{ color: {}; }}\n", colour)), "0 2:pen.colour_malformed") << colour;
    EXPECT_EQ(read_with_mistakes(".leaf { color: #00FF00; --night: donker; }"), "0 1:pen.colour_malformed");
    for (const std::string_view line : {"groen: #00FF00", ".leaf {", "color: #00FF00; }", ".Leaf { color: #00FF00; }", ".leaf { color: #00FF00; } .pine { color: #00FF00; }", "\xFF\xFE."})
        EXPECT_EQ(read_with_mistakes(line), "0 1:pen.colour_rule_malformed") << line;
    std::string many;
    for (std::size_t count = 0; count < most_colours + 20; ++count) many += fmt::format(".{}{} {{ color: #00FF00; }}\n", static_cast<char>('a' + count % 26), std::string(count / 26, 'x'));
    EXPECT_EQ(read_with_mistakes(many), "201 201:pen.colours_many");
}

TEST(Palettes, AreNeverDarkerOnPaper) {
    EXPECT_TRUE(rc::check("each channel is as light or lighter", [] {
        const auto colour = *rc::gen::container<std::string>(6, rc::gen::elementOf(std::string{"0123456789ABCDEF"}));
        const std::string printed = at_print("brick", "#" + colour);
        for (const std::size_t at : {0U, 2U, 4U}) RC_ASSERT(std::stoi(printed.substr(at + 1, 2), nullptr, 16) >= std::stoi(colour.substr(at, 2), nullptr, 16));
    }));
}

TEST(Placing, MovesAndGrowsWhatIsDrawnAndNotTheLine) {
    const Ring small = rings_of("M0 0H10V10H0Z").front();
    const Ring large = flatten(*parse_path("M0 0H10V10H0Z"), translation(100, 50) * scaling(3, 3)).front();
    EXPECT_EQ(small.points.front().x, 0);
    EXPECT_NEAR(large.points.front().x, 100, 1e-9);
    double right = 0;
    for (const Point& point : large.points) right = std::max(right, point.x);
    EXPECT_NEAR(right, 130, 1e-9);
}

TEST(Placing, TakesTheLightAlong) {
    constexpr std::string_view beam = R"(<path class="beam" cx="10" cy="20" r="30" d="M10 20L40 10V30Z"/>)";
    EXPECT_THAT(Probe{beam}.drawn.body, HasSubstr(R"(cx="10" cy="20" r="30")"));
    EXPECT_THAT(Probe(beam, "", translation(100, 50) * scaling(2, 2)).drawn.body, HasSubstr(R"(cx="120" cy="90" r="60")"));
}

struct Mistaken {
    std::string_view name, text, code;
    int line;
};
class Sources : public ::testing::TestWithParam<Mistaken> {};

TEST_P(Sources, AreRefusedByNameAndLine) {
    std::vector<DrawingMistake> mistakes;
    const auto source = read_source(GetParam().text, mistakes);
    if (source) Drawing{"probe", {}, palette}.draw(*source, mistakes);
    ASSERT_THAT(codes(mistakes), ::testing::ElementsAre(GetParam().code));
    EXPECT_EQ(mistakes.front().line, GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(Mistakes, Sources, ::testing::Values(
    Mistaken{"NoXml", "<svg viewBox=\"0 0 1 1\">\n<g></svg>", "pen.source_malformed", 2},
    Mistaken{"NoSvg", "<html/>", "pen.source_no_svg", 1},
    Mistaken{"Bomb", "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n<svg>&b;</svg>", "pen.source_doctype", 1},
    Mistaken{"Script", "<svg>\n<script>alert(1)</script></svg>", "pen.source_refused_tag", 2},
    Mistaken{"Handler", "<svg>\n\n<path onload=\"alert(1)\" d=\"M0 0\"/></svg>", "pen.source_elsewhere", 3},
    Mistaken{"Elsewhere", "<svg>\n<use href=\"https://example.com/a.svg#b\"/></svg>", "pen.source_elsewhere", 2},
    Mistaken{"Picture", "<svg>\n<image href=\"a.png\"/></svg>", "pen.source_refused_tag", 2},
    Mistaken{"Windows1252", "<svg>\n<title>caf\xe9</title></svg>", "pen.source_malformed", 2},
    Mistaken{"PathCommand", "<svg>\n<path class=\"ink\" d=\"M0 0X1 1\"/></svg>", "pen.path_malformed", 2},
    Mistaken{"PathNumber", "<svg>\n<path class=\"ink\" d=\"M0 0L1 nan\"/></svg>", "pen.path_malformed", 2},
    Mistaken{"FarAway", "<svg>\n<path class=\"ink\" d=\"M0 0L1e30 9\"/></svg>", "pen.path_too_far", 2},
    Mistaken{"GrownBeyondTheSheet", "<svg>\n<g transform=\"scale(1e300)\"><rect class=\"ink\" width=\"9\" height=\"9\"/></g></svg>", "pen.path_too_far", 2},
    Mistaken{"Transform", "<svg>\n<path transform=\"leap(3)\" class=\"ink\" d=\"M0 0L9 9\"/></svg>", "pen.transform_malformed", 2},
    Mistaken{"Dragon", "<svg>\n<use href=\"parts.svg#dragon\"/></svg>", "pen.part_unknown", 2},
    Mistaken{"Text", "<svg>\n<text>hoi</text></svg>", "pen.shape_unknown", 2}),
    [](const auto& each) { return std::string{each.param.name}; });

TEST(Sources, OfTooManyPartsAreRefused) {
    std::string many;
    for (int at = 0; at < 10'000; ++at) many += "<path class=\"ink\" d=\"M0 0L9 9\"/>";
    EXPECT_THAT(codes(Probe{many}.mistakes), ::testing::ElementsAre("pen.source_too_much"));
    EXPECT_THAT(codes(Probe{std::string(largest_source, ' ')}.mistakes), ::testing::ElementsAre("pen.source_too_large"));
}

TEST(Sources, LeaveOutWhatDrawingProgramsKeepForThemselves) {
    std::vector<DrawingMistake> mistakes;
    const auto source = read_source(R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape">
        <inkscape:grid/><metadata/><path class="ink" d="M0 0L9 9"/></svg>)", mistakes);
    ASSERT_TRUE(source);
    EXPECT_NE(Drawing("probe", {}, palette).draw(*source, mistakes).body, "");
    EXPECT_THAT(mistakes, SizeIs(0));
}

}  // namespace
}  // namespace loopbaankaart::pen
