#include "own_text.hpp"

#include <fstream>

#include <pen/pen.hpp>

namespace loopbaankaart::atlas {

std::optional<std::string> own_text(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream) return std::nullopt;
    std::string text(pen::largest_source + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.erase(static_cast<std::size_t>(stream.gcount()));
    return text;
}

}  // namespace loopbaankaart::atlas
