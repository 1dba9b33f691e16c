// Drawings of any drawing program: what they become, and what must hold for whatever is accepted.
#include "landmark.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "../pen.hpp"
#include "bounds.hpp"
#include "colour.hpp"

namespace loopbaankaart::pen {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

const Palette palette = parse_palette(".brick { color: #D2694A; }\n.leaf { color: #A5C46F; }\n.glass { color: #5F7488; }\n");

std::string on_page(std::string_view inside, std::string_view page = "0 0 500 400") {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"{}\">{}</svg>", page, inside);
}

struct Read {
    explicit Read(std::string_view text, std::string_view house = "") {
        std::vector<DrawingMistake> none;
        const auto parts_source = read_source(on_page(house), none);
        const Parts parts = parts_of(*parts_source);
        landmark = read_landmark(text, parts, palette, mistakes);
        if (!landmark) return;
        drawn = Drawing{"probe", parts, palette}.draw(*landmark, mistakes);
        day = picture("probe", *landmark, parts, palette, Light::day, mistakes);
        night = picture("probe", *landmark, parts, palette, Light::night, mistakes);
    }
    std::vector<std::string> codes() const {
        std::vector<std::string> found;
        for (const DrawingMistake& one : mistakes) found.push_back(fmt::format("{}{}", one.serious ? "" : "~", one.word->id.substr(4)));
        return found;
    }
    std::optional<Element> landmark;
    std::vector<DrawingMistake> mistakes;
    Drawn drawn;
    std::string day, night;
};

void take_paths(const Element& element, Bounds& bounds) {
    if (element.tag == "path") {
        Bounds own;
        for (const Ring& ring : flatten(*parse_path(element["d"])))
            for (const Point& point : ring.points) own.take(point);
        bounds.take(own.grown(element.number("stroke-width") / 2));
    }
    for (const Element& child : element.children) take_paths(child, bounds);
}

// The room a finished picture takes; it must be well-formed for that.
Bounds room_of(std::string_view svg) {
    std::vector<DrawingMistake> mistakes;
    const auto source = read_source(svg, mistakes);
    EXPECT_TRUE(source) << svg.substr(0, 400);
    Bounds bounds;
    if (source) take_paths(*source, bounds);
    return bounds;
}

constexpr Bounds box{0, 0, 240, 180};

constexpr std::string_view inkscape = R"svg(<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape -->
<svg width="210mm" height="148mm" viewBox="0 0 210 148" version="1.1" id="svg5" inkscape:version="1.2.2" sodipodi:docname="school.svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff"/><metadata id="m"/>
  <defs id="defs2"><linearGradient id="colours"><stop style="stop-color:#d0603f" offset="0"/><stop style="stop-color:#e0a05f" offset="1"/></linearGradient>
    <linearGradient inkscape:collect="always" xlink:href="#colours" id="fade" x1="0" y1="0" x2="1" y2="1"/></defs>
  <g inkscape:label="Laag 1" inkscape:groupmode="layer" id="layer1" transform="translate(10,-4)">
    <rect style="fill:url(#fade);stroke:#1a1a1a;stroke-width:1.1" id="wall" width="120" height="62" x="30" y="62"/>
    <g id="g3" style="fill:#5f7488;stroke:#222;stroke-width:0.6px"><rect id="w1" width="14" height="18" x="40" y="72"/><use xlink:href="#w1" transform="translate(24)"/></g>
    <path style="fill:none;stroke:#d02030;stroke-width:1.6;stroke-dasharray:4.8, 3.2" d="m 0,126 c 40,6 140,6 190,0" sodipodi:nodetypes="cc"/>
  </g>
  <g inkscape:groupmode="layer" style="display:none"><rect width="9" height="9" fill="#00ff00"/><text>schets</text></g>
</svg>)svg";

constexpr std::string_view illustrator = R"svg(<?xml version="1.0" encoding="utf-8"?>
<svg version="1.1" id="Laag_1" xmlns="http://www.w3.org/2000/svg" x="0px" y="0px" viewBox="0 0 841.89 595.28" style="enable-background:new 0 0 841.89 595.28;" xml:space="preserve">
<style type="text/css">
	.st0{fill:#FFFFFF;}
	.st1{fill:#E2AE55;stroke:#26252E;stroke-width:5;stroke-miterlimit:10;}
	/* .st2{fill:#00FF00;} */ .st2,.st3{fill:#C8452C;}
	.st3{opacity:0.5;}
	.st4{display:none;fill:#0000FF;}
</style>
<rect class="st0" width="841.89" height="595.28"/>
<g><polygon class="st1" points="340,520 370,260 470,260 500,520 "/><path class="st2" d="M360,262c0-60,25-90,60-90s60,30,60,90H360z"/>
	<ellipse class="st3" cx="420" cy="525" rx="240" ry="24"/><rect class="st4" width="400" height="400"/></g>
</svg>)svg";

constexpr std::string_view figma = R"svg(<svg width="360" height="300" viewBox="0 0 360 300" fill="none" xmlns="http://www.w3.org/2000/svg">
<g clip-path="url(#clip0_1_2)"><rect width="360" height="300" fill="white"/>
<g filter="url(#filter0_d_1_2)"><path d="M40 250C40 180 90 150 180 150C270 150 320 180 320 250H40Z" fill="#4A8A5A"/></g>
<path d="M150 130C160 150 200 150 210 130" stroke="black" stroke-width="6" stroke-linecap="round"/>
<path fill-rule="evenodd" clip-rule="evenodd" d="M60 200L120 200L120 240L60 240ZM70 210L110 210L110 230L70 230Z" fill="#8E7FB8"/></g>
<defs><filter id="filter0_d_1_2" x="0" y="0" width="10" height="10"><feFlood flood-opacity="0"/></filter>
<clipPath id="clip0_1_2"><rect width="360" height="300" fill="white"/></clipPath></defs>
</svg>)svg";

TEST(Exports, OfInkscapeAreDrawn) {
    const Read read{inkscape};
    EXPECT_THAT(read.codes(), IsEmpty());
    EXPECT_THAT(read.drawn.colours, ElementsAre("c-d02030", "c-d8804f", "glass"));  // the mean of the gradient; #5f7488 stands in the palette
    EXPECT_THAT(read.day, HasSubstr("stroke-dasharray"));
    EXPECT_THAT(read.day, HasSubstr("class=\"dark\""));
}

TEST(Exports, OfIllustratorAreDrawn) {
    const Read read{illustrator};
    EXPECT_THAT(read.codes(), ElementsAre("~paper_left_out"));
    EXPECT_THAT(read.drawn.colours, ElementsAre("c-c8452c", "c-e2ae55"));
    EXPECT_THAT(read.day, HasSubstr("opacity=\"0.5\""));
}

TEST(Exports, OfFigmaAreDrawn) {
    const Read read{figma};
    EXPECT_THAT(read.codes(), ElementsAre("~paper_left_out", "~effect_left_out"));
    EXPECT_THAT(read.drawn.colours, ElementsAre("c-000000", "c-4a8a5a", "c-8e7fb8"));
    EXPECT_THAT(read.day, HasSubstr("fill-rule=\"evenodd\""));
}

TEST(Exports, StandInTheMiddleOnTheirFootAsLargeAsTheyCan) {
    for (const std::string_view file : {inkscape, illustrator, figma}) {
        const Bounds room = room_of(Read{file}.day);
        EXPECT_TRUE(box.holds(room)) << room.left << " " << room.top << " " << room.right << " " << room.low;
        EXPECT_NEAR(room.low, house_foot, 3);
        EXPECT_NEAR((room.left + room.right) / 2, 120, 3);
        EXPECT_TRUE(room.width() > 222 || room.height() > 153);
    }
}

TEST(Exports, OfEverySizeOfPageAreDrawnAlike) {
    const Read small{on_page(R"svg(<rect x="3" y="3" width="12" height="9" fill="#123456"/>)svg", "0 0 24 24")};
    const Read large{on_page(R"svg(<rect x="3750" y="3750" width="15000" height="11250" fill="#123456"/>)svg", "0 0 30000 30000")};
    EXPECT_THAT(large.codes(), IsEmpty());
    EXPECT_EQ(room_of(small.day).width(), room_of(large.day).width());
}

TEST(Fills, AreThatVeryColourByDayAndTheNightsByNight) {
    const Read read{on_page(R"svg(<rect width="90" height="90" fill="rgb(18, 52, 86)"/>)svg")};
    EXPECT_THAT(read.day, HasSubstr(".c-123456{color:#123456}"));
    EXPECT_THAT(read.night, HasSubstr(fmt::format(".c-123456{{color:{}}}", at_night("", "#123456"))));
    EXPECT_THAT(read.day, HasSubstr("class=\"shade\""));
}

TEST(Strokes, BecomeInkOfTheNearestWeightWhenTheyAreDark) {
    const auto drawn = [](double width, std::string_view colour) {
        return Read{on_page(fmt::format(R"svg(<path fill="none" stroke="{}" stroke-width="{}" d="M20 20L200 100L60 150"/>)svg", colour, width), "0 0 240 180")}.drawn;
    };
    EXPECT_THAT(drawn(0.5, "#222").body, HasSubstr("class=\"dark fine\""));
    EXPECT_THAT(drawn(0.9, "#222").body, HasSubstr("class=\"dark part\""));
    EXPECT_THAT(drawn(1.3, "#222").body, HasSubstr("class=\"dark\""));
    EXPECT_NE(drawn(1.3, "#222").body, drawn(2, "#222").body);
    EXPECT_THAT(drawn(6, "#222").body, HasSubstr("class=\"c-222222 line\""));
    EXPECT_THAT(drawn(1.3, "#e02020").body, HasSubstr("class=\"c-e02020 line\""));
}

TEST(Shapes, WithoutFillOrStrokeAreNotThere) {
    const std::string seen = R"svg(<rect width="90" height="90" fill="#123456"/>)svg";
    for (const std::string_view unseen : {R"svg(<rect x="200" width="9" height="9" fill="none"/>)svg", R"svg(<rect x="200" width="9" height="9" opacity="0"/>)svg",
                                          R"svg(<g visibility="hidden"><rect x="200" width="9" height="9"/></g>)svg", R"svg(<path d="M200 0H300"/>)svg",
                                          R"svg(<rect x="600" width="9" height="9"/>)svg", R"svg(<defs><rect x="200" width="9" height="9"/></defs>)svg"})
        EXPECT_EQ(Read{on_page(seen + std::string{unseen})}.day, Read{on_page(seen)}.day) << unseen;
}

TEST(Roles, WinFromWhatTheShapeLooksLike) {
    const Read read{on_page(R"svg(<path class="hatch" fill="#ff0000" stroke="#00ff00" d="M0 0H90V90H0Z"/><path class="wash leafy ink" fill="#a0b0c0" d="M0 0H90V90H0Z"/>)svg")};
    EXPECT_THAT(read.day, HasSubstr("class=\"hatch\""));
    EXPECT_THAT(read.drawn.colours, Not(IsSupersetOf({"c-00ff00"})));
    EXPECT_THAT(read.drawn.colours, IsSupersetOf({"c-a0b0c0"}));
}

// Whoever draws with roles in our box sees exactly what the pen has always drawn.
TEST(Roles, InOurBoxAreDrawnAsTheyWere) {
    const std::string text = on_page(R"svg(<g class="brick" transform="translate(20 30) scale(1.5)"><path class="wash great" d="M0 0H60V50H0Z"/><use href="parts.svg#flag"/></g>
        <use href="parts.svg#flag" class="leaf" x="60" y="90"/><g class="night"><circle class="glow" cx="60" cy="60" r="200"/></g>)svg", "0 0 240 180");
    const std::string flag = R"svg(<g id="flag"><path class="wash part" d="M0 0V-9H6V-5H0"/></g>)svg";
    std::vector<DrawingMistake> mistakes;
    const auto source = read_source(text, mistakes), parts = read_source(on_page(flag), mistakes);
    const Drawn before = Drawing{"probe", parts_of(*parts), palette}.draw(*source, mistakes);
    const Read read{text, flag};
    EXPECT_EQ(read.drawn.body, before.body);
    EXPECT_EQ(read.drawn.stamps, before.stamps);
}

TEST(Clips, ThatCutSomethingOffAreNamed) {
    const auto clipped = [](std::string_view clip) {
        return Read{on_page(fmt::format(R"svg(<clipPath id="c">{}</clipPath><g clip-path="url(#c)"><rect x="9" width="90" height="90"/></g>)svg", clip))}.codes();
    };
    EXPECT_THAT(clipped(R"svg(<rect width="500" height="400"/>)svg"), IsEmpty());
    EXPECT_THAT(clipped(R"svg(<circle r="30"/>)svg"), ElementsAre("~clip_left_out"));
}

struct Refused {
    std::string_view name, inside, code;
};
class RefusedDrawings : public ::testing::TestWithParam<Refused> {};
TEST_P(RefusedDrawings, SayWhy) {
    const Read read{on_page(GetParam().inside)};
    EXPECT_FALSE(read.landmark);
    EXPECT_THAT(read.codes(), ElementsAre(GetParam().code));
}
INSTANTIATE_TEST_SUITE_P(Each, RefusedDrawings, ::testing::Values(
    Refused{"Text", "<text x=\"9\">School</text>", "text_not_drawn"},
    Refused{"Picture", "<image href=\"#a\"/>", "source_refused_tag"},
    Refused{"FillElsewhere", "<rect width=\"9\" height=\"9\" fill=\"url(https://example.com/a.svg#b)\"/>", "source_elsewhere"},
    Refused{"StyleElsewhere", "<rect width=\"9\" height=\"9\" style=\"fill:url( 'data:a' )\"/>", "source_elsewhere"},
    Refused{"Nothing", "<g/>", "drawing_empty"},
    Refused{"Circle", "<g id=\"a\"><use href=\"#a\"/></g>", "source_too_much"},
    Refused{"Unknown", "<use href=\"#b\"/>", "part_unknown"}),
    [](const auto& each) { return std::string{each.param.name}; });

TEST(RefusedDrawings, StayRefusedAfterAnyNumberOfWarnings) {
    std::string strange;
    for (int i = 0; i < 200; ++i) strange += fmt::format(R"svg(<rect width="9" height="9" fill="zalm-{}"/>)svg", i);
    EXPECT_FALSE(Read{on_page(strange + "<text>School</text>")}.landmark);
}

TEST(RefusedDrawings, AreThoseThatUseTheirPartsTooOften) {
    std::string bomb = R"svg(<g id="a0"><path d="M0 0H9V9Z"/></g>)svg";
    for (int i = 1; i < 20; ++i) bomb += fmt::format(R"svg(<g id="a{}"><use href="#a{}"/><use href="#a{}"/></g>)svg", i, i - 1, i - 1);
    EXPECT_THAT(Read{on_page(bomb)}.codes(), ElementsAre("source_too_much"));
    const std::string heavy = "<path id=\"a\" d=\"M0 0" + std::string(100'000, ' ') + "H9V9Z\"/>";
    std::string uses;
    for (int i = 0; i < 100; ++i) uses += "<use href=\"#a\"/>";
    EXPECT_THAT(Read{on_page(heavy + uses)}.codes(), ElementsAre("source_too_much"));
}

TEST(Colours, AreReadInEveryWayTheyAreWritten) {
    const auto hex = [](std::string_view text) { return parse_colour(text).value_or(Paint{"none", 0}).colour; };
    for (const std::string_view text : {"#ff8000", "#FF8000", "#ff8000ff", "rgb(255,128,0)", "rgb(100% 50.2% 0%)", "rgba(255, 128, 0, .5)", "hsl(30.1, 100%, 50%)",
                                        "#FF8000 icc-color(profile, 1, 0)"})
        EXPECT_EQ(hex(text), "#ff8000") << text;
    EXPECT_EQ(hex("#F80"), "#ff8800");
    EXPECT_EQ(hex("#f80f"), "#ff8800");
    EXPECT_EQ(hex("RebeccaPurple"), "#663399");
    EXPECT_EQ(parse_colour("rgb(0 0 0 / 25%)")->opacity, 0.25);
    for (const std::string_view text : {"", "#", "#12", "#ggg", "rgb(1,2)", "rgb(nan,1,1)", "rgb(1,1,1,1,1)", "oranje", "url(#a)", ")("}) EXPECT_EQ(hex(text), "none") << text;
}

rc::Gen<std::string> one_of(std::initializer_list<std::string> all) { return rc::gen::elementOf(std::vector<std::string>(all)); }
std::string number() { return fmt::to_string(*rc::gen::inRange(-400, 400) / 2.0); }

std::string any_shape() {
    const std::string paint = *one_of({"fill=\"#123\"", "style=\"fill:red;stroke:navy\"", "class=\"a\"", "class=\"wash brick leafy ink\"", "class=\"b round\"", "", "fill=\"url(#g)\"",
                                       "fill=\"none\" stroke=\"#e80\" stroke-width=\"7\"", "fill=\"none\" stroke=\"black\" opacity=\".3\""});
    const std::string transform = *one_of({"", "transform=\"rotate(30)\"", "transform=\"scale(.2 3)\"", "transform=\"matrix(1 .5 -.4 2 9 9)\"", "transform=\"scale(-1)\""});
    const std::string shape = *one_of({"rect", "path", "circle", "polyline"});
    if (shape == "rect") return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"90\" rx=\"4\" {} {}/>", number(), number(), number(), paint, transform);
    if (shape == "circle") return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {} {}/>", number(), number(), number(), paint, transform);
    if (shape == "polyline") return fmt::format("<polyline points=\"{},{} {},{} {},{}\" {} {}/>", number(), number(), number(), number(), number(), number(), paint, transform);
    return fmt::format("<path d=\"M{} {}Q{} {} {} {}T9 9A30 40 20 0 1 {} {}z\" {} {}/>", number(), number(), number(), number(), number(), number(), number(), number(), paint, transform);
}

TEST(WhateverIsAccepted, IsDrawnWithinTheBoxAndWellFormedAndTwiceTheSame) {
    EXPECT_TRUE(rc::check("any drawing", [] {
        std::string inside = "<style>.a{fill:#654} .b{stroke:#222;stroke-width:3px}</style><linearGradient id=\"g\"><stop stop-color=\"lime\"/></linearGradient>";
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i) inside += any_shape();
        const std::string page = *one_of({"0 0 240 180", "0 0 24 24", "-50 -50 2000 1000", "0 0 0 0"});
        const std::string text = on_page(inside, page);
        const Read read{text}, again{text};
        if (!read.landmark) {
            RC_ASSERT(!read.mistakes.empty());
            return;
        }
        RC_ASSERT(read.day == again.day);
        RC_ASSERT(read.night == again.night);
        const Bounds room = room_of(read.day);
        RC_LOG() << fmt::format("{}\n{} {} {} {}", text, room.left, room.top, room.right, room.low);
        RC_ASSERT(box.grown(page == "0 0 240 180" ? 14 : 4).holds(room));
    }));
}

}  // namespace
}  // namespace loopbaankaart::pen
