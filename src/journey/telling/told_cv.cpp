#include "told_cv.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "../competence_sign.hpp"
#include "told_booklet.hpp"

namespace loopbaankaart::journey {

namespace {

using Form = ToldBlock::Form;

void add(ToldCv& cv, const ToldBlock& block) {
    if (block.form == Form::heading) return cv.parts.push_back({&block, {}, {}});
    const bool about_me = cv.parts.empty();
    switch (block.form) {
        case Form::word: cv.name = &block; break;
        case Form::words: (about_me ? cv.about : cv.parts.back().words).push_back(&block); break;
        case Form::picture:
        case Form::half:
        case Form::small:
            if (!about_me) cv.parts.back().evidence.push_back(&block);
            else if (block.form != Form::small) cv.photo = &block;
            break;
        case Form::heading:
        case Form::line:
        case Form::stamp: break;
    }
}

std::string joined(const std::vector<const ToldBlock*>& blocks) {
    std::string all;
    for (const ToldBlock* block : blocks) all += (all.empty() ? "" : "\n\n") + block->words;
    return all;
}

class CvPrinter {
public:
    CvPrinter(const Telling& telling, const CvPrinting& printing, const std::function<std::optional<base::Bytes>(const KeptPart&)>& read) : telling_{telling}, printing_{printing}, read_{read} {}

    workshop::Cv print() {
        const ToldCv told = told_cv(telling_);
        cv_.paper = printed_paper(telling_);
        cv_.title = printing_.title;
        cv_.name = told.name ? told.name->words : printing_.teller;
        cv_.language = printing_.headings;
        cv_.own_language = own_language(told);
        if (told.photo) cv_.photo = place_of(*told.photo, cv_.name);
        cv_.about = {.heading = told.about.empty() ? std::string{} : printing_.about, .words = joined(told.about), .evidence = {}};
        for (const ToldCv::Part& part : told.parts) add(part);
        return std::move(cv_);
    }

private:
    base::Language own_language(const ToldCv& told) const {
        if (told.name) return told.name->language;
        if (!told.about.empty()) return told.about.front()->language;
        for (const ToldCv::Part& part : told.parts)
            for (const auto* blocks : {&part.words, &part.evidence})
                if (!blocks->empty()) return blocks->front()->language;
        return telling_.language;
    }

    // Nothing for a sound, and for what is gone.
    std::optional<std::size_t> place_of(const ToldBlock& block, const std::string& otherwise = {}) {
        const KeptPart* part = part_of(telling_, block);
        auto bytes = part == nullptr || part->form == PartForm::sound ? std::nullopt : read_(*part);
        if (!bytes) return std::nullopt;
        return put(std::move(*bytes), part->description.empty() ? otherwise : part->description);
    }

    std::size_t put(base::Bytes bytes, std::string description) {
        cv_.pictures.push_back({std::move(bytes), std::move(description)});
        return cv_.pictures.size() - 1;
    }

    void add(const ToldCv::Part& told) {
        workshop::Cv::Part part{.heading = heading_in(*told.heading, printing_.headings), .words = joined(told.words), .evidence = {}};
        for (const ToldBlock* block : told.evidence) {
            const KeptPart* of = part_of(telling_, *block);
            const bool heard = of != nullptr && of->form == PartForm::sound;
            const std::string& said = heard && block->words.empty() ? of->description : block->words;
            const auto place = place_of(*block, said);
            if (place || heard || !said.empty()) part.evidence.push_back({place, !heard ? said : said.empty() ? std::string{printing_.sound} : fmt::format("{}: {}", printing_.sound, said)});
        }
        if (const auto competence = named_by(*told.heading)) {
            const std::string drawing = drawn_sign(*competence, cv_.paper.accent, cv_.paper.tape);
            const auto bytes = base::bytes_of(drawing);
            part.sign = put({bytes.begin(), bytes.end()}, {});
        }
        cv_.parts.push_back(std::move(part));
    }

    const Telling& telling_;
    const CvPrinting& printing_;
    const std::function<std::optional<base::Bytes>(const KeptPart&)>& read_;
    workshop::Cv cv_;
};

}  // namespace

ToldCv told_cv(const Telling& telling) {
    ToldCv cv;
    for (const ToldPage& page : telling.pages)
        for (const ToldBlock& block : page) add(cv, block);
    std::erase_if(cv.parts, [](const ToldCv::Part& part) { return part.words.empty() && part.evidence.empty(); });
    return cv;
}

std::optional<Competence> named_by(const ToldBlock& heading) {
    const auto named = std::ranges::find_if(competences, [&](const auto& each) { return each.name.in(heading.language) == heading.words; });
    if (named == competences.end()) return std::nullopt;
    return named->mark;
}

std::string heading_in(const ToldBlock& heading, base::Language language) {
    const auto named = named_by(heading);
    return named ? std::string{competences[static_cast<std::size_t>(*named)].name.in(language)} : heading.words;
}

workshop::Cv printed_cv(const Telling& telling, const CvPrinting& printing, const std::function<std::optional<base::Bytes>(const KeptPart& part)>& read) {
    return CvPrinter{telling, printing, read}.print();
}

}  // namespace loopbaankaart::journey
