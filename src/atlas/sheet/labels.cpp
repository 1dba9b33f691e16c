#include "labels.hpp"

#include <algorithm>
#include <numeric>

#include <web/web.hpp>

namespace loopbaankaart::atlas {

namespace {

std::string joined(std::span<const std::string> words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
    return line;
}

// Breaks words into lines as even as can be.
class Breaking {
public:
    Breaking(std::string_view name, const pen::Lettering::Style& style) : style_{style} {
        for (std::string_view word : base::split(name, ' '))
            if (!word.empty()) words_.emplace_back(word);
    }

    // As few lines as fit the width, then the ones of which the longest is shortest; what fits nowhere has the most lines.
    std::vector<std::string> lines(double width, std::size_t most) {
        for (std::size_t count = 1;; ++count) {
            best_.clear();
            best_width_ = 1e9;
            try_from(0, count);
            if (best_width_ <= width || count >= std::min(most, words_.size())) return best_;
        }
    }

private:
    void try_from(std::size_t first, std::size_t left) {
        if (left == 1) {
            lines_.push_back(joined(std::span{words_}.subspan(first)));
            keep_best();
            lines_.pop_back();
            return;
        }
        for (std::size_t end = first + 1; end + left <= words_.size() + 1; ++end) {
            lines_.push_back(joined(std::span{words_}.subspan(first, end - first)));
            try_from(end, left - 1);
            lines_.pop_back();
        }
    }

    void keep_best() {
        double widest = 0;
        for (const std::string& line : lines_) widest = std::max(widest, fraunces().width(line, style_));
        if (widest >= best_width_) return;
        best_width_ = widest;
        best_ = lines_;
    }

    pen::Lettering::Style style_;
    std::vector<std::string> words_, lines_, best_;
    double best_width_ = 0;
};

}  // namespace

const pen::Lettering& fraunces() {
    static const pen::Lettering letters{web::asset("fonts/fraunces.woff2").plain, web::asset("fonts/fraunces-more.woff2").plain};
    return letters;
}

std::vector<std::string> broken_evenly(std::string_view words, const pen::Lettering::Style& style, double width, std::size_t most) {
    return Breaking{words, style}.lines(width, most);
}

pen::Lettering::Style letters_of(const Label& label) {
    switch (label.kind) {
        case LabelKind::destination: return {.weight = 700, .size = label.size};
        case LabelKind::region: return {.weight = 600, .size = label.size, .tracking = label.size * 0.06, .leaning = true};
        case LabelKind::place: break;
    }
    return {.weight = 600, .size = label.size};
}

Room SetLabel::room(double larger) const {
    return {label.at.x - width * larger / 2, label.at.y, label.at.x + width * larger / 2, label.at.y + height * larger};
}

std::vector<SetLabel> set_labels(const Sheet& sheet, const std::vector<Place>& places, base::Language language) {
    std::vector<SetLabel> all;
    for (const Label& label : sheet.labels) {
        const auto place = std::ranges::find(places, label.place, &Place::id);
        if (place == places.end()) continue;
        SetLabel set{.label = label};
        set.lines = broken_evenly(place->in(language, set.spoken).on_map(), letters_of(label), label.width, most_lines);
        for (const std::string& line : set.lines) set.width = std::max(set.width, fraunces().width(line, letters_of(label)));
        set.height = static_cast<double>(set.lines.size()) * label.size * label_line;
        all.push_back(std::move(set));
    }
    return all;
}

}  // namespace loopbaankaart::atlas
