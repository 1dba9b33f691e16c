// A LOB-cv as something to tell.
#include <algorithm>

#include "cv.hpp"

namespace loopbaankaart::journey {

namespace {

using Form = ToldBlock::Form;

class Teller {
public:
    Teller(const CvThings& things, const CvLanguages& languages) : things_{things}, languages_{languages} {
        draft_.form = TellingForm::cv;
        draft_.language = languages.headings;
        draft_.begin_page();
    }

    void say(Form form, const std::string& words) { in_own_words([&] { draft_.say(form, words); }); }

    void show(const KeptPart& part, const std::string& words, Form form) {
        in_own_words([&] { draft_.picture({part}, words, form); });
    }

    void tell(std::size_t competence, const CvPart& part) {
        const bool says = !part.words.empty() || std::ranges::any_of(part.evidence, [&](const CvEvidence& each) { return things_.contains(each.thing); });
        if (!says) return;
        draft_.say(Form::heading, std::string{competences[competence].name.in(languages_.headings)});
        say(Form::words, part.words);
        for (const CvEvidence& each : part.evidence)
            if (const auto thing = things_.find(each.thing); thing != things_.end()) tell(each, thing->second);
    }

    Draft told() { return std::move(draft_); }

private:
    // Its first picture, else its first sound, with the words that were chosen for it. What has neither is told in its own words.
    void tell(const CvEvidence& evidence, const KeptThing& thing) {
        const auto picture = std::ranges::find_if(thing.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
        const auto shown = picture == thing.parts.end() ? thing.parts.begin() : picture;
        if (shown != thing.parts.end()) return show(*shown, evidence.words, Form::half);
        say(Form::small, !evidence.words.empty() ? evidence.words : !thing.words.empty() ? thing.words : name_of_its_symbol(thing));
    }

    std::string name_of_its_symbol(const KeptThing& thing) const {
        const auto named = std::ranges::find_if(symbols, [&](const auto& each) { return thing.marks.symbol == each.mark; });
        return named == symbols.end() ? std::string{} : std::string{named->name.in(languages_.own)};
    }

    void in_own_words(const std::function<void()>& says) {
        const std::size_t before = draft_.pages.back().size();
        says();
        for (std::size_t at = before; at < draft_.pages.back().size(); ++at) draft_.pages.back()[at].language = languages_.own;
    }

    const CvThings& things_;
    CvLanguages languages_;
    Draft draft_;
};

}  // namespace

Draft draft_of(const LobCv& cv, const CvThings& things, const KeptPart* photo, const CvLanguages& languages) {
    Teller teller{things, languages};
    if (photo) teller.show(*photo, {}, Form::picture);
    teller.say(Form::word, cv.name);
    teller.say(Form::words, cv.about);
    for (std::size_t at = 0; at < cv.parts.size(); ++at) teller.tell(at, cv.parts[at]);
    return teller.told();
}

}  // namespace loopbaankaart::journey
