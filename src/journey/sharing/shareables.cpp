#include <algorithm>

#include "kept_things.hpp"

namespace loopbaankaart::journey {

std::span<const Shareable> shareables() {
    static const Shareable all[]{kept_things};
    return all;
}

const Shareable* shareable(std::string_view kind) {
    const auto found = std::ranges::find(shareables(), kind, &Shareable::kind);
    return found == shareables().end() ? nullptr : &*found;
}

const Shareable* shareable_at(std::string_view path) {
    const auto found = std::ranges::find_if(shareables(), [&](const Shareable& each) { return each.path.view() == path; });
    return found == shareables().end() ? nullptr : &*found;
}

}  // namespace loopbaankaart::journey
