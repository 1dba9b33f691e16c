#include "style.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include <atlas/words.hpp>

#include "sentences.hpp"
#include "style_rules.hpp"

namespace loopbaankaart::atlas {

namespace {

// Folded, with curly quotes as straight ones, so that they fall apart from the words they stand around.
std::string plain_signs(std::string_view text) {
    constexpr std::string_view quotes[] = {"‘", "’", "“", "”"};
    const std::string folded = base::folded(text);
    std::string plain;
    for (std::string_view rest = folded; !rest.empty();) {
        const auto* quote = std::find_if(std::begin(quotes), std::end(quotes), [&](std::string_view one) { return rest.starts_with(one); });
        plain.push_back(quote == std::end(quotes) ? rest.front() : '\'');
        rest.remove_prefix(quote == std::end(quotes) ? 1 : quote->size());
    }
    return plain;
}

class StyleCheck {
public:
    StyleCheck(base::Language language, Weight weight, std::vector<ContentMistake>& mistakes)
        : rules_{style_rules(language)}, weight_{weight}, mistakes_{mistakes} {}

    // `start` is the line the text starts on.
    void text(std::string_view text, const Where& start) {
        for (const Sentence& sentence : sentences_of(text)) {
            const Where where{start.file, start.line + sentence.line};
            const std::string shown = on_one_line(sentence.text);
            if (sentence.words > longest_sentence)
                note(word::mistake_sentence_long, where, {{"about", shown}, {"count", std::to_string(sentence.words)}});
            const std::string folded = plain_signs(shown);
            if (const Phrase* phrase = find_phrase(rules_.lecturing, folded))
                note(word::mistake_lecturing, where, {{"about", phrase->avoid}, {"rather", phrase->rather}});
            if (const Phrase* phrase = find_phrase(rules_.difficult, folded))
                note(word::mistake_difficult_word, where, {{"about", phrase->avoid}, {"rather", phrase->rather}});
        }
    }

    void note(const base::Word& word, const Where& where, std::initializer_list<base::Fill> fills) {
        mistakes_.push_back(make_mistake(weight_, word, where, fills));
    }

private:
    const StyleRules& rules_;
    Weight weight_;
    std::vector<ContentMistake>& mistakes_;
};

// What a place is takes two to four sentences; two students tell about it.
constexpr std::size_t fewest_sentences = 2, most_sentences = 4, voices_wanted = 2;
// One look is a lesson, four are a list.
constexpr std::size_t fewest_looks = 2, most_looks = 3;

// What makes a question of a look, or nothing.
std::string_view asks(std::string_view look, const StyleRules& rules) {
    if (look.find('?') != std::string_view::npos) return "?";
    const Phrase* phrase = find_phrase(rules.asking, look);
    if (phrase == nullptr) phrase = find_opening(rules.opening, look.substr(std::min(look.find_first_not_of(" '\"("), look.size())));
    return phrase == nullptr ? std::string_view{} : std::string_view{phrase->avoid};
}

void check_looks(const WordsFile& file, StyleCheck& check, std::vector<ContentMistake>& mistakes) {
    std::set<std::string> seen;
    for (const Piece& look : *file.looks) {
        const Where where{file.shown, look.line};
        check.text(look.text, where);
        const std::string plain = plain_signs(on_one_line(look.text));
        if (const std::string_view about = asks(plain, style_rules(file.language)); !about.empty())
            mistakes.push_back(make_mistake(Weight::serious, word::mistake_look_asks, where, {{"about", about}}));
        if (sentences_of(look.text).size() != 1) check.note(word::mistake_look_sentences, where, {});
        if (!seen.insert(plain).second) check.note(word::mistake_look_twice, where, {{"about", on_one_line(look.text)}});
    }
    if (file.looks->size() < fewest_looks || file.looks->size() > most_looks)
        check.note(word::mistake_looks_count, {file.shown}, {{"count", std::to_string(file.looks->size())}});
}

}  // namespace

void check_text(std::string_view text, base::Language language, Weight weight, const Where& start, std::vector<ContentMistake>& mistakes) {
    StyleCheck{language, weight, mistakes}.text(text, start);
}

void check_style(const WordsFile& file, std::vector<ContentMistake>& mistakes) {
    StyleCheck check{file.language, file.author == Author::ours ? Weight::serious : Weight::warning, mistakes};
    const auto at = [&](const Piece& piece) { return Where{file.shown, piece.line}; };
    for (const std::optional<Piece>* piece : {&file.name, &file.plain_name, &file.what_it_is, &file.how_it_may_show})
        if (*piece) check.text((*piece)->text, at(**piece));
    for (const Piece& voice : file.voices.value_or(std::vector<Piece>{})) check.text(voice.text, at(voice));

    if (file.what_it_is) {
        const std::size_t count = sentences_of(file.what_it_is->text).size();
        if (count < fewest_sentences || count > most_sentences)
            check.note(word::mistake_sentences_count, at(*file.what_it_is), {{"count", std::to_string(count)}});
    }
    if (file.voices && file.voices->size() != voices_wanted)
        check.note(word::mistake_voices_count, {file.shown}, {{"count", std::to_string(file.voices->size())}});
    // A background for a conversation, never a list of questions (law 3).
    if (file.how_it_may_show && file.how_it_may_show->text.find('?') != std::string::npos)
        check.note(word::mistake_asks_question, at(*file.how_it_may_show), {});
    if (file.looks) check_looks(file, check, mistakes);
}

}  // namespace loopbaankaart::atlas
