#include "told_booklet.hpp"

#include <fmt/format.h>

#include <map>

#include "../content.hpp"

namespace loopbaankaart::journey {

namespace {

using workshop::Block;
using workshop::Booklet;

workshop::Paper::Pattern pattern_of(const Paper& paper) {
    using Printed = workshop::Paper::Pattern;
    switch (paper.pattern.value_or(Pattern::plain)) {
        case Pattern::lines: return Printed::lines;
        case Pattern::squares: return Printed::squares;
        case Pattern::dots: return Printed::dots;
        case Pattern::fibres: return Printed::fibres;
        default: return Printed::plain;
    }
}

template <typename One>
const One& known_or_first(const std::vector<One>& all, const std::string& id) {
    const One* found = find(all, id);
    return found ? *found : all.front();  // told on paper that is no more
}

class BookletPrinter {
public:
    BookletPrinter(const Telling& telling, const Printing& printing, const std::function<std::optional<base::Bytes>(const KeptPart&)>& read)
        : telling_{telling}, printing_{printing}, read_{read} {}

    Booklet print() {
        booklet_.size = printing_.size;
        booklet_.paper = printed_paper(telling_);
        booklet_.title = printing_.title;
        booklet_.author = printing_.teller;
        booklet_.language = telling_.language;
        workshop::Cover cover{.picture = {}, .when = printing_.when};
        if (const KeptPart* first = telling_.parts.size() > 1 ? first_picture(telling_) : nullptr) cover.picture = place_of(*first);
        booklet_.cover = cover;
        for (const ToldPage& page : telling_.pages) {
            auto& blocks = booklet_.pages.emplace_back();
            for (const ToldBlock& block : page) add(blocks, block);
            if (blocks.empty()) booklet_.pages.pop_back();
        }
        return std::move(booklet_);
    }

private:
    // Each picture once; nothing for one that is gone.
    std::optional<std::size_t> place_of(const KeptPart& part) {
        const auto known = places_.find(part.id);
        if (known != places_.end()) return known->second;
        auto bytes = read_(part);
        std::optional<std::size_t> place;
        if (bytes) {
            place = booklet_.pictures.size();
            booklet_.pictures.push_back({std::move(*bytes), part.description});
        }
        places_.emplace(part.id, place);
        return place;
    }

    void add(std::vector<Block>& blocks, const ToldBlock& block) {
        using Form = ToldBlock::Form;
        Block printed{.text = block.words, .language = block.language};
        switch (block.form) {
            case Form::heading: printed.form = Block::Form::heading; break;
            case Form::word: printed.form = Block::Form::title; break;
            case Form::words: printed.form = Block::Form::words; break;
            case Form::small: printed.form = Block::Form::small; break;
            case Form::line: printed.form = Block::Form::line; break;
            case Form::picture:
            case Form::half: return add_picture(blocks, block);
            case Form::stamp: return add_stamp(blocks, block);
        }
        blocks.push_back(std::move(printed));
    }

    void add_picture(std::vector<Block>& blocks, const ToldBlock& block) {
        const KeptPart* part = part_of(telling_, block);
        if (part == nullptr) return;
        if (part->form == PartForm::sound) return heard(blocks, block, *part);
        const auto place = place_of(*part);
        if (!place) return alone(blocks, block);
        const bool half = block.form == ToldBlock::Form::half;
        // Two that follow each other stand side by side.
        if (half && !blocks.empty() && blocks.back().form == Block::Form::photo_pair && blocks.back().pictures.size() == 1) {
            blocks.back().pictures.push_back(*place);
            if (!block.words.empty()) blocks.back().caption += (blocks.back().caption.empty() ? "" : " · ") + block.words;
            return;
        }
        const Block::Form form = half ? Block::Form::photo_pair : part->form == PartForm::drawing ? Block::Form::drawing : Block::Form::photo;
        blocks.push_back({.form = form, .text = {}, .pictures = {*place}, .caption = block.words, .language = block.language});
    }

    // The words under a picture that is not there.
    static void alone(std::vector<Block>& blocks, const ToldBlock& block) {
        if (!block.words.empty()) blocks.push_back({.form = Block::Form::small, .text = block.words, .language = block.language});
    }

    // Small when it stands alone; beside what is half as wide, or beside other stamps, as many as a row takes.
    void add_stamp(std::vector<Block>& blocks, const ToldBlock& block) {
        constexpr std::size_t in_a_row = 3;
        const KeptPart* part = part_of(telling_, block);
        const auto place = part ? place_of(*part) : std::nullopt;
        if (!place) return;
        const bool small = !blocks.empty() && blocks.back().form == Block::Form::drawing && blocks.back().breadth == Block::Breadth::small;
        if ((small || (!blocks.empty() && blocks.back().form == Block::Form::photo_pair)) && blocks.back().pictures.size() < in_a_row) {
            blocks.back().form = Block::Form::photo_pair;
            blocks.back().pictures.push_back(*place);
            return;
        }
        blocks.push_back({.form = Block::Form::drawing, .text = {}, .pictures = {*place}, .caption = {}, .language = block.language, .breadth = Block::Breadth::small});
    }

    void heard(std::vector<Block>& blocks, const ToldBlock& block, const KeptPart& part) const {
        const std::string& said = block.words.empty() ? part.description : block.words;
        blocks.push_back({.form = Block::Form::small, .text = said.empty() ? std::string{printing_.sound} : fmt::format("{}: {}", printing_.sound, said), .language = block.language});
    }

    const Telling& telling_;
    const Printing& printing_;
    const std::function<std::optional<base::Bytes>(const KeptPart&)>& read_;
    Booklet booklet_;
    std::map<base::Id, std::optional<std::size_t>> places_;
};

}  // namespace

workshop::Paper printed_paper(const Telling& telling) {
    const Paper& paper = known_or_first(content().papers, telling.paper);
    const std::string& accent = colour_on(known_or_first(content().colours, telling.colour), paper.day);
    return {pattern_of(paper), paper.day.paper, paper.day.ink, paper.day.line, paper.day.tape, accent};
}

Booklet booklet_of(const Telling& telling, const Printing& printing, const std::function<std::optional<base::Bytes>(const KeptPart& part)>& read) {
    return BookletPrinter{telling, printing, read}.print();
}

Booklet::Size booklet_size(std::string_view code) {
    if (code == "a4") return Booklet::Size::a4;
    return code == "vouw" ? Booklet::Size::a5_folded : Booklet::Size::a5;
}

}  // namespace loopbaankaart::journey
