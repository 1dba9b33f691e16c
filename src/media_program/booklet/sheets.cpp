#include "sheets.hpp"

namespace loopbaankaart::media {

std::vector<Side> folded(std::size_t pages) {
    const std::size_t all = (pages + 3) / 4 * 4;
    const auto page = [&](std::size_t which) { return which < pages ? std::optional{which} : std::nullopt; };
    std::vector<Side> sides;
    for (std::size_t at = 0; at < all / 2; at += 2) {
        sides.push_back({page(all - 1 - at), page(at)});
        sides.push_back({page(at + 1), page(all - 2 - at)});
    }
    return sides;
}

}  // namespace loopbaankaart::media
