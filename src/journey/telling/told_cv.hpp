// Inside telling: a LOB-cv that was told, as its page and its paper show it: one page, without what is empty. Pure.
#pragma once

#include <functional>

#include <workshop/workshop.hpp>

#include "telling.hpp"

namespace loopbaankaart::journey {

// What it says, in the order in which it was told. Points into the telling.
struct ToldCv {
    struct Part {
        const ToldBlock* heading;
        std::vector<const ToldBlock*> words, evidence;  // paragraphs; pictures, sounds, and what is told in words alone
    };
    const ToldBlock* photo = nullptr;
    const ToldBlock* name = nullptr;
    std::vector<const ToldBlock*> about;
    std::vector<Part> parts;
};
ToldCv told_cv(const Telling& telling);
// Which competence a heading names; nothing when it is called otherwise by now.
std::optional<Competence> named_by(const ToldBlock& heading);
// In another language than it was told in, as long as it is known which competence it names.
std::string heading_in(const ToldBlock& heading, base::Language language);

struct CvPrinting {
    std::string teller, title;  // "LOB-cv"
    base::Language headings;
    std::string about;          // above the personal part
    std::string_view sound;     // what stands before the words of a sound
};
workshop::Cv printed_cv(const Telling& telling, const CvPrinting& printing, const std::function<std::optional<base::Bytes>(const KeptPart& part)>& read);

}  // namespace loopbaankaart::journey
