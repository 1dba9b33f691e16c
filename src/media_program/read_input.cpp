#include <unistd.h>

#include <array>

#include "jobs.hpp"

namespace loopbaankaart::media {

std::optional<std::string> read_input() {
    std::string input;
    std::array<char, 65536> part{};
    for (ssize_t length = 0; (length = ::read(STDIN_FILENO, part.data(), part.size())) > 0;) {
        input.append(part.data(), static_cast<std::size_t>(length));
        if (input.size() > largest_input) return std::nullopt;
    }
    return input;
}

}  // namespace loopbaankaart::media
