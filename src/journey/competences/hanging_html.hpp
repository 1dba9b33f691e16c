// Inside competences: the drawing as a page shows it, and in words.
#pragma once

#include <functional>

#include "../pages.hpp"
#include "competences.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look talents_look{.sheet = "css/journey/talenten.css", .script = "js/journey/talenten.js"};

// In the unit of the drawing: 1000 wide, 1250 high.
inline constexpr int drawing_height = 1250, scrap_width = 124, scrap_height = 136;
// How askew a scrap hangs, and on which paper: the same for the same id.
unsigned chance_of(const base::Id& id);

// What stands on a scrap: the first of these that there is.
struct Face {
    struct Picture {
        base::Id of;
        KeptPart part;
    };
    std::optional<Picture> picture;
    std::optional<web::Literal> symbol;
    std::string words;
};

struct ShownHung {
    Hung hung;
    bool there = true;  // false: what it names was thrown away
    std::string name;   // in words, one line
    Face face;
};

struct ShownDrawing {
    DrawingForm form = DrawingForm::tree;
    std::vector<ShownHung> hung;  // of what is gone only what was said of it
    Heart heart;
    std::optional<Face> heart_face;
    std::string heart_thing;  // what lies in the heart, in words; empty when nothing does, or no more
};

Face face_of(const KeptThing& thing);
std::string name_of(const KeptThing& thing, base::Language language);
// For its owner.
ShownDrawing shown(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const CompetenceDrawing& drawing, base::Language language);

enum class Leading { to_its_page, nowhere };  // scraps and heart are links, or not
// The picture with its scraps, all of one size. `moved`: the only one that can be moved there; absent for all.
void draw_hanging(web::Html& html, const ShownDrawing& drawing, Leading leading, const std::optional<base::Id>& moved = {});

// The drawing, and beside it what can be done and all that hangs there in words. A form around it takes where each was moved to, in fields of that name; the script moves them.
enum class Moving { with_script, no };
void hanging_and_said(web::Html& html, const ShownDrawing& drawing, Moving moving, const std::function<void()>& doings = {});
std::string place_field(char axis, const base::Id& id);  // axis: 'x', 'y'

const base::Word& plainly(Competence competence);
// What it says, in words: on a page about it (h3), in an archive.
void tell_drawing(web::Html& html, const ShownDrawing& drawing);

web::Url talents();
web::Url page_of_hung(const base::Id& id);

}  // namespace loopbaankaart::journey
