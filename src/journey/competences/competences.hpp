// Vijf competenties (J10): one drawing, a tree, a house or a raft, on which a traveller hangs what fits them, where they like (Handreiking 3.1). What moves
// somebody, "the heart of self-direction", has the heart of the drawing. Nothing is counted, nothing follows from how much there is, and what was not used is
// nowhere (mission.md, J10). Pure.
//
//     CompetenceDrawing drawing;
//     hang(drawing, {.id = thing, .what = link_to(thing), .shows = Competence::qualities, .x = 339, .y = 178});
#pragma once

#include "../content.hpp"
#include "../records/body_reader.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_hung = 60, most_in_hung_word = 60;  // things; characters
inline constexpr int whole_drawing = 1000;                            // x and y are thousandths of its width and height

enum class DrawingForm { tree, house, raft };
inline constexpr std::array<std::string_view, 3> drawing_form_codes{"tree", "house", "raft"};

struct Hung {
    base::Id id;                       // of the thing or the insight; of a word: made by the browser
    std::optional<Link> what;          // a kept thing or an insight; absent for a word of one's own
    std::string word;                  // one line; clear
    std::string how;                   // how they would tell it; may be empty
    std::optional<Competence> shows;   // what of them it shows, if that was said
    int x = whole_drawing / 2, y = whole_drawing / 2;  // of its middle
    bool operator==(const Hung&) const = default;
};

struct Heart {
    std::string words;              // what moves them, and for what; may be empty
    std::optional<base::Id> thing;  // that they keep
    bool empty() const { return words.empty() && !thing; }
    bool operator==(const Heart&) const = default;
};

struct CompetenceDrawing {
    DrawingForm form = DrawingForm::tree;
    std::vector<Hung> hung;  // in the order in which it was hung
    Heart heart;

    Hung* find(const base::Id& id);
    bool operator==(const CompetenceDrawing&) const = default;
};

// Errors: word::drawing_full, word::hangs_already.
base::Result<base::Done> hang(CompetenceDrawing& drawing, Hung hung);
void take_off(CompetenceDrawing& drawing, const base::Id& id);

Json in_json(const CompetenceDrawing& drawing);
// Tidied. What is wrong stands in the reader's faults: word::body_too_long, word::body_too_many, word::body_outside, word::body_unreadable.
CompetenceDrawing read_competence_drawing(BodyReader& body);
Json check_competence_drawing(BodyReader& sent);
CompetenceDrawing competence_drawing_of(const Record& record);
// The things and insights it names.
std::vector<Link> links_of(const CompetenceDrawing& drawing);

// What it looks like (content.hpp).
const TalentDrawing& looks_of(DrawingForm form);
// The named spot that it hangs at, or closest to.
const HangingSpot& spot_at(const TalentDrawing& looks, int x, int y);
// Where nothing hangs yet, in the order of the drawing; all of them when something hangs everywhere. `but` does not count.
std::vector<const HangingSpot*> free_spots(const CompetenceDrawing& drawing, const TalentDrawing& looks, const std::optional<base::Id>& but = {});

// Words as they are written on a scrap: cut in lines, as large as fits.
struct Lettering {
    std::vector<std::string> lines;
    int size = 0;  // of the letters, in the unit of `width`
};
// `width` and `height` of the room there is.
Lettering lettering(std::string_view words, int width, int height);

}  // namespace loopbaankaart::journey
