// LOB-cv (J9; Handreiking 1.3): one page with a personal part and a part for each of the five competences, each with what somebody wants to say and up to four
// things they keep that show it. What is empty is nowhere: not on the page, not in what is told. It asks no number, no birthday, no score. Pure.
#pragma once

#include <array>
#include <map>

#include "../records/body_reader.hpp"
#include "../telling/telling.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_cvs = 10, most_cv_evidence = 4;                                                    // of one person; of one part
inline constexpr std::size_t most_in_cv_name = 80, most_in_cv_about = 1'000, most_in_cv_part = 1'500, most_in_evidence = 120;  // characters

struct CvEvidence {
    base::Id thing;     // that its writer keeps
    std::string words;  // what it shows, in one line; may be empty
    bool operator==(const CvEvidence&) const = default;
};

struct CvPart {
    std::string words;                 // clear; may be empty
    std::vector<CvEvidence> evidence;  // each thing once, in order
    bool empty() const { return words.empty() && evidence.empty(); }
    bool operator==(const CvPart&) const = default;
};

struct LobCv {
    std::string name, about;      // in one line; clear. Either may be empty
    std::array<CvPart, 5> parts;  // by Competence
    bool operator==(const LobCv&) const = default;
};

// Without what is empty.
Json in_json(const LobCv& cv);
// Tidied. What is wrong stands in the reader's faults: word::body_too_long, word::body_too_many, word::body_unreadable.
LobCv read_cv(BodyReader& body);
Json check_cv(BodyReader& sent);
LobCv cv_of(const Record& record);
// The things it shows, each once.
std::vector<Link> links_of(const LobCv& cv);

// The things that a cv names, as they are now: its writer's own, not in the bin.
using CvThings = std::map<base::Id, KeptThing>;
// Whether something it names is not there.
bool lacks_evidence(const LobCv& cv, const CvThings& things);

// The languages of a telling: of its headings, and of what its writer wrote.
struct CvLanguages {
    base::Language headings, own;
};
// As it is told, on one page: photo, name, about, and then each part that has something (told_cv.hpp reads it back). `photo` is null for none.
Draft draft_of(const LobCv& cv, const CvThings& things, const KeptPart* photo, const CvLanguages& languages);

}  // namespace loopbaankaart::journey
