#include "content_mistake.hpp"

#include <program/words.hpp>

namespace loopbaankaart::program {

std::string told(const atlas::ContentMistake& mistake, base::Language language) {
    const base::Word& word = mistake.line == 0 ? word::mistake_in_file : word::mistake_on_line;
    return base::say(word, language, {{"file", mistake.file}, {"line", std::to_string(mistake.line)}, {"message", mistake.message}});
}

}  // namespace loopbaankaart::program
