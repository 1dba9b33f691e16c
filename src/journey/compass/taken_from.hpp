// Inside compass: a word for the rim that is taken from something in the backpack.
#pragma once

#include "compass_html.hpp"

namespace loopbaankaart::journey {

// The word that a form brings to put on the rim: `kies` names something of one's own whose whole text is that word; else it is typed (`nieuw`) or tapped
// (`pluk`), out of what `van` names. Empty when there is none.
RimWord word_sent(const access::Visit& visit, const web::Fields& form);
// A word came from something of one's own, or from what it came from already; else it is as if it was typed.
void leave_strange_sources_out(const access::Visit& visit, Rim& rim, const Rim& was);

// What can be a word by itself: the kernwoord of an insight, or few words that were kept.
struct ReadyWord {
    std::string text;
    Link from;
};
std::vector<ReadyWord> ready_words(const std::vector<Record>& insights, const std::vector<KeptThing>& things, const Rim& rim);
// The words in a text that one may want to take out, each once, in their order; the first ones.
inline constexpr std::size_t most_words_in_text = 60;
std::vector<std::string> words_in(std::string_view text, std::size_t most = most_words_in_text);

}  // namespace loopbaankaart::journey
