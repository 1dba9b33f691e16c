#include "first_words.hpp"

namespace loopbaankaart::journey {

std::string_view first_words(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    const std::size_t space = text.find_last_of(" \n", most);
    if (space != std::string_view::npos && space > most / 2) return text.substr(0, space);
    std::size_t cut = most;
    while ((static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    return text.substr(0, cut);
}

}  // namespace loopbaankaart::journey
