// What travellers choose from when they make something of their journey: paper and ink, stamps, and the tree, the house and the raft that
// their talents hang in. Ours, inside the program: content/paper, content/stamps and content/competence_drawings, checked by content_lint.
//
//     const Paper* paper = find(content().papers, "schrift");
//     const std::string& ink = colour_on(*find(content().colours, "zee"), paper->day);
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>
#include <pen/pen.hpp>

namespace loopbaankaart::journey {

struct Names {
    std::array<std::string, 2> text;  // by Language

    const std::string& in(base::Language language) const { return text[static_cast<std::size_t>(language)]; }
};

enum class Pattern { plain, lines, squares, dots, fibres };

// The colours of a paper in one light, each "#rrggbb".
struct PaperFace {
    std::string paper, ink;
    std::string line;  // of its pattern
    std::string tape;  // that holds a picture
};

struct Paper {
    std::string id;
    Names names;
    std::optional<Pattern> pattern;  // always there in our own
    PaperFace day, night;
};

// Ink of one's own. Which of the two is used follows from the paper.
struct OwnColour {
    std::string id;
    Names names;
    std::string on_light, on_dark;
};

// Where something stands in a drawing, in thousandths of its width and height.
struct Window {
    int x = 0, y = 0, width = 0, height = 0;
};

struct StampDrawing {
    std::string id;
    Names names;
    Window window;    // what the stamp is of stands in it
    std::string svg;  // all in currentColor; may stand inside a page, or in a file with a colour of its own
};

// The middle of what hangs there, in thousandths of the drawing's width and height.
struct HangingSpot {
    std::string id;
    Names names;  // said after "het hangt": "in de top"
    int x = 0, y = 0;
};
inline constexpr int widest_scrap = 130, highest_scrap = 115;  // of what hangs there, in the same thousandths: then no spot covers another

// What moves somebody has a place of its own.
struct HeartSpot {
    Names names;
    int x = 0, y = 0, width = 0;
};

// As a picture of a page it is the asset "competence_drawings/ID.svg", and ID-nacht.svg by night.
struct TalentDrawing {
    std::string id;  // "boom", "huis", "vlot"
    Names names;
    HeartSpot heart;
    std::vector<HangingSpot> spots;
    std::shared_ptr<const pen::Element> source;
};

struct Content {
    std::vector<Paper> papers;
    std::vector<OwnColour> colours;
    std::vector<StampDrawing> stamps;
    std::vector<TalentDrawing> drawings;
};
const Content& content();

// The one with this id, or null: what is kept may name something that is no more.
template <typename One>
const One* find(const std::vector<One>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &One::id);
    return found == all.end() ? nullptr : &*found;
}

// The drawing as a file: by day, by night, or sparing of ink to print.
std::string picture(const TalentDrawing& drawing, pen::Light light);

// How light a colour is, from 0 for black to 1 for white, and how far two are apart, from 1 to 21 (WCAG 2). Of "#rrggbb".
double luminance(std::string_view colour);
double contrast(std::string_view one, std::string_view other);
const std::string& colour_on(const OwnColour& colour, const PaperFace& paper);

// A mistake in content, for who wrote it.
struct ContentFault {
    std::string code;   // "contrast", "spot-outside" …
    std::string about;  // "paper schrift by night: zee"
};
using ContentFiles = std::map<std::string, std::string, std::less<>>;  // name below content/ → text
ContentFiles our_content_files();
// What can be read of these files. Throws std::runtime_error for a file that is no TOML at all.
Content read_content(const ContentFiles& files, std::vector<ContentFault>& faults);

}  // namespace loopbaankaart::journey
