#include "layers.hpp"

#include <algorithm>
#include <set>

#include <atlas/words.hpp>

namespace loopbaankaart::atlas {

namespace {

// A place with where it was named last, for mistakes about it as a whole.
struct Laid {
    Place place;
    Where where;
    Author author = Author::ours;  // who named it first
};

class Laying {
public:
    Laying(const Layers& layers, std::vector<ContentMistake>& mistakes) : layers_{layers}, mistakes_{mistakes} {}

    std::vector<Place> run() {
        for (const PlacesFile& file : layers_.places)
            for (const PlaceEntry& entry : file.entries) lay_entry(entry, file);
        std::stable_partition(laid_.begin(), laid_.end(), [](const Laid& one) { return one.place.what == What::place; });
        for (const WordsFile& file : layers_.words) lay_words(file);
        for (const PlacesFile& file : layers_.places) put_in_order(file);
        for (const PlacesFile& file : layers_.places) hide(file);
        for (const Laid& one : laid_) {
            check_words(one);
            check_within(one);
        }
        std::vector<Place> places;
        for (Laid& one : laid_) places.push_back(std::move(one.place));
        if (places.empty() && !layers_.places.empty())
            mistake(word::mistake_no_places, {layers_.places.back().shown}, {});
        return places;
    }

private:
    void mistake(const base::Word& word, const Where& where, std::string_view about) {
        mistakes_.push_back(make_mistake(Weight::serious, word, where, {{"about", about}}));
    }

    Laid* find(std::string_view id) {
        const auto found = std::find_if(laid_.begin(), laid_.end(), [&](const Laid& one) { return one.place.id == id; });
        return found == laid_.end() ? nullptr : &*found;
    }

    void lay_entry(const PlaceEntry& entry, const PlacesFile& file) {
        const Where where{file.shown, entry.line};
        Laid* there = find(entry.id);
        if (there == nullptr) {
            Place fresh{.id = entry.id, .what = entry.what};
            if (layers_.drawings.contains(entry.id)) fresh.landmark = entry.id;
            there = &laid_.emplace_back(Laid{std::move(fresh), where, file.author});
        } else if (there->place.what != entry.what) {
            return mistake(word::mistake_other_sort, where, entry.id);
        }
        there->where = where;
        if (entry.kinds) there->place.kinds = *entry.kinds;
        if (entry.within) there->place.within = *entry.within;
        if (entry.landmark) lay_landmark(there->place, *entry.landmark, where);
    }

    void lay_landmark(Place& place, const std::string& landmark, const Where& where) {
        if (!landmark.empty() && !layers_.drawings.contains(landmark))
            return mistake(word::mistake_unknown_landmark, where, landmark);
        place.landmark = landmark;
    }

    void lay_words(const WordsFile& file) {
        Laid* there = find(file.id);
        if (there == nullptr) return mistake(word::mistake_unknown_place, {file.shown}, file.id);
        if (file.author == Author::school && file.language == base::Language::nl) end_our_english(file, there->place);
        auto& words = there->place.words[static_cast<std::size_t>(file.language)];
        if (!words) words.emplace();
        lay(file, *words);
    }

    // Where a school says a place in its own Dutch words, our English no longer says the same: without English of its own, the
    // Dutch words are shown.
    void end_our_english(const WordsFile& dutch, Place& place) {
        const auto is_english = [&](const WordsFile& file) {
            return file.author == Author::school && file.language == base::Language::en && file.id == dutch.id;
        };
        if (std::any_of(layers_.words.begin(), layers_.words.end(), is_english)) return;
        place.words[static_cast<std::size_t>(base::Language::en)].reset();
        mistakes_.push_back(make_mistake(Weight::warning, word::mistake_english_missing, {dutch.shown}, {{"about", dutch.id}}));
    }

    void put_in_order(const PlacesFile& file) {
        auto next = laid_.begin();
        for (const Piece& id : file.order) {
            const auto found = std::find_if(next, laid_.end(), [&](const Laid& one) { return one.place.id == id.text; });
            if (found == laid_.end()) {
                mistake(word::mistake_unknown_place, {file.shown, id.line}, id.text);
                continue;
            }
            std::rotate(next, found, found + 1);
            ++next;
        }
    }

    void hide(const PlacesFile& file) {
        for (const Piece& id : file.hidden) {
            const auto removed = std::erase_if(laid_, [&](const Laid& one) { return one.place.id == id.text; });
            if (removed == 0) mistake(word::mistake_unknown_place, {file.shown, id.line}, id.text);
        }
        for (const Piece& id : file.hidden)
            for (const Laid& one : laid_)
                if (one.place.within == id.text) mistake(word::mistake_hidden_around, {file.shown, id.line}, one.place.id);
    }

    void check_words(const Laid& one) {
        const auto& [dutch, english] = one.place.words;
        if (!dutch) return mistake(word::mistake_words_missing, one.where, one.place.id);
        if (one.author == Author::ours && !english && !changed_by_school(one.place.id))
            mistake(word::mistake_english_missing, one.where, one.place.id);
        for (const auto& words : one.place.words)
            if (words && (words->name.empty() || words->plain_name.empty() || words->what_it_is.empty() || words->how_it_may_show.empty()))
                mistake(word::mistake_words_missing, one.where, one.place.id);
    }

    bool changed_by_school(std::string_view id) const {
        const auto changes = [&](const WordsFile& file) { return file.author == Author::school && file.id == id; };
        return std::any_of(layers_.words.begin(), layers_.words.end(), changes);
    }

    // A place lies in one that lies nowhere itself: the list shows places within places one step deep.
    void check_within(const Laid& one) {
        const std::string& within = one.place.within;
        if (within.empty()) return;
        const Laid* around = find(within);
        if (around == nullptr || around->place.what != What::place) return mistake(word::mistake_unknown_within, one.where, within);
        if (!around->place.within.empty()) mistake(word::mistake_within_deep, one.where, within);
    }

    const Layers& layers_;
    std::vector<ContentMistake>& mistakes_;
    std::vector<Laid> laid_;
};

}  // namespace

std::vector<Place> lay(const Layers& layers, std::vector<ContentMistake>& mistakes) { return Laying{layers, mistakes}.run(); }

}  // namespace loopbaankaart::atlas
